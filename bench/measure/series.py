"""Measures cases in turns, because a machine's speed changes, and keeps what came out."""

import json
import statistics
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

from measure.process import Failed, Run, run

LIMIT_SECONDS = 900


@dataclass(frozen=True)
class Case:
    """A command that does `count` things of what its group is about, where it counts anything."""

    group: str
    way: str
    command: list
    folder: Path
    environment: dict
    count: Optional[int] = None
    revision: str = ""


@dataclass
class Series:
    """The runs of a case."""

    group: str
    way: str
    count: Optional[int] = None
    revision: str = ""
    runs: list = field(default_factory=list)
    failure: str = ""

    @property
    def key(self):
        """What is the same in two revisions."""
        return self.group, self.way, self.count

    @property
    def title(self):
        return self.group if self.count is None else f"{self.count:,} {self.group}"

    def values(self, measure):
        return [getattr(each, measure) for each in self.runs]

    def median(self, measure):
        return statistics.median(self.values(measure))

    def least(self, measure):
        return min(self.values(measure))


def measure(cases, rounds, log, into):
    """Measures the cases in turns, A B A B; one that fails is not run again."""
    series = [Series(case.group, case.way, case.count, case.revision) for case in cases]
    into += series
    for turn in range(rounds):
        for case, found in zip(cases, series):
            if found.failure:
                continue
            try:
                found.runs.append(
                    run(case.command, case.folder, case.environment, log, LIMIT_SECONDS)
                )
                outcome = f"{found.runs[-1].seconds:.1f} s"
            except Failed as failure:
                found.failure = outcome = str(failure)
            name = ", ".join(filter(None, (found.title, case.way, case.revision)))
            print(f"  {turn + 1}/{rounds}  {name}: {outcome}", file=sys.stderr)


def each_more(series, all_series):
    """Milliseconds for one more of what is counted; None where no smaller count was measured."""
    if series.count is None or not series.runs:
        return None
    peers = [
        each
        for each in all_series
        if (each.group, each.way, each.revision) == (series.group, series.way, series.revision)
        and each.runs
        and each.count < series.count
    ]
    if not peers:
        return None
    fewest = min(peers, key=lambda each: each.count)
    more = series.median("seconds") - fewest.median("seconds")
    return 1000 * more / (series.count - fewest.count)


def save(file, machine, series):
    content = {"machine": machine, "series": [as_json(each) for each in series]}
    Path(file).write_text(json.dumps(content, indent=2) + "\n")


def load(file):
    content = json.loads(Path(file).read_text())
    return content["machine"], [from_json(each) for each in content["series"]]


def as_json(series):
    return {**vars(series), "runs": [vars(each) for each in series.runs]}


def from_json(series):
    return Series(**{**series, "runs": [Run(**each) for each in series["runs"]]})
