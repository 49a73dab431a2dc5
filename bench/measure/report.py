"""Tables in Markdown, padded so that they are read in a terminal, too."""

from measure.series import each_more

HEADINGS = ["what", "how", "seconds", "least", "processor s", "peak MiB", "ms for one more"]


def table(series):
    """All series, a row each: medians, and the shortest run."""
    with_revision = len({each.revision for each in series if each.revision}) > 1
    rows = [[*what(each, with_revision), *figures(each, series)] for each in series]
    return markdown(HEADINGS, rows)


def what(series, with_revision):
    revision = f" ({series.revision})" if with_revision and series.revision else ""
    return series.title, series.way + revision


def figures(series, all_series):
    if not series.runs:
        return ["failed" if series.failure else "not run", "", "", "", ""]
    more = each_more(series, all_series)
    return [
        f"{series.median('seconds'):.1f}",
        f"{series.least('seconds'):.1f}",
        f"{series.median('processor'):.1f}",
        f"{series.median('mebibytes'):.0f}",
        "" if more is None else f"{more:.1f}",
    ]


def comparison(old, new):
    """Two measurements side by side; what was measured in one only is left out."""
    before = {each.key: each for each in old if each.runs}
    rows = [
        [*what(each, False), *change(before[each.key], each)]
        for each in new
        if each.runs and each.key in before
    ]
    headings = ["what", "how", "seconds before", "after", "change", "MiB before", "after"]
    return markdown(headings, rows)


def change(old, new):
    before, after = old.median("seconds"), new.median("seconds")
    return [
        f"{before:.1f}",
        f"{after:.1f}",
        verdict(old.values("seconds"), new.values("seconds"), after / before - 1),
        f"{old.median('mebibytes'):.0f}",
        f"{new.median('mebibytes'):.0f}",
    ]


def verdict(old, new, ratio):
    """A change is one where every run of the one was faster than every run of the other."""
    apart = max(old) < min(new) or max(new) < min(old)
    return f"{ratio:+.0%}" if apart else "within noise"


def markdown(headings, rows):
    widths = [max(len(row[i]) for row in [headings, *rows]) for i in range(len(headings))]
    rule = ["-" * widths[0], "-" * widths[1], *("-" * (width - 1) + ":" for width in widths[2:])]
    return "\n".join(line(row, widths) for row in [headings, rule, *rows])


def line(cells, widths):
    texts = [cell.ljust(width) for cell, width in zip(cells[:2], widths)]
    numbers = [cell.rjust(width) for cell, width in zip(cells[2:], widths[2:])]
    return "| " + " | ".join(texts + numbers) + " |"
