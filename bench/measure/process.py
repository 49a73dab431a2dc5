"""One run of a command: time, processor time and memory of all its processes."""

import ctypes
import os
import signal
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")
MEBIBYTE = 1 << 20
SAMPLE_SECONDS = 0.2
STRAGGLER_SECONDS = 5
SET_CHILD_SUBREAPER = 36  # prctl(2)


class Failed(Exception):
    """The command ended with an error, or not in time."""


@dataclass(frozen=True)
class Run:
    seconds: float
    processor: float  # seconds, of all processes that the command started
    mebibytes: float  # resident, of all of them at once; pages that they share count for each


def run(command, folder, environment, log, limit):
    """Runs a command to its end; `log` gets what it prints, `limit` is in seconds."""
    adopt_orphans()
    with open(log, "wb") as output:
        start = time.monotonic()
        child = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        watch = Watch(child.pid, start + limit)
        watch.start()
        try:
            _, status, usage = os.wait4(child.pid, 0)
            seconds = time.monotonic() - start
        except KeyboardInterrupt:
            kill_session(child.pid)
            raise
        finally:
            watch.end()
    child.returncode = os.waitstatus_to_exitcode(status)
    usages = [usage, *stragglers()]
    if watch.killed:
        raise Failed(f"no end within {limit} s")
    if child.returncode:
        lines = Path(log).read_text(errors="replace").strip().splitlines()
        raise Failed(f"exit code {child.returncode}: " + " / ".join(lines[-3:]))
    largest = max(each.ru_maxrss for each in usages) * 1024
    return Run(
        seconds,
        sum(each.ru_utime + each.ru_stime for each in usages),
        max(watch.peak, largest) / MEBIBYTE,
    )


class Watch(threading.Thread):
    """Adds up a session's memory now and then, and kills its processes after the deadline."""

    def __init__(self, session, deadline):
        super().__init__(daemon=True)
        self.session, self.deadline = session, deadline
        self.peak, self.killed = 0, False
        self.over = threading.Event()

    def run(self):
        while not self.over.wait(SAMPLE_SECONDS):
            memory = sum(resident for _, resident in session_members(self.session))
            self.peak = max(self.peak, memory)
            if time.monotonic() > self.deadline:
                self.killed = True
                kill_session(self.session)

    def end(self):
        self.over.set()
        self.join()


def session_members(session):
    """Process id and resident bytes of each process of a session."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            # After the name, which is in brackets and may hold anything.
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session:
            yield int(stat.parent.name), int(fields[21]) * PAGE


def adopt_orphans():
    """A plugin that outlives the engine becomes a child of this process, so that it is counted."""
    ctypes.CDLL(None, use_errno=True).prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def stragglers():
    """What the orphans used; they have some seconds to end."""
    deadline = time.monotonic() + STRAGGLER_SECONDS
    while time.monotonic() < deadline:
        try:
            pid, _, usage = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid:
            yield usage
        else:
            time.sleep(0.02)


def kill_session(session):
    for pid, _ in session_members(session):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
