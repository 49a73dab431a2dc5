import os
import tempfile
import unittest
from pathlib import Path

from measure.process import Failed, run

# Takes more than half a second of a core, and 60 MiB.
BUSY = """
import time
room = b'x' * (60 << 20)
while time.process_time() < 0.6: pass
"""


class ProcessTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_shell(self, script, limit=30):
        environment = {**os.environ, "BUSY": BUSY}
        return run(["sh", "-c", script], self.folder, environment, self.folder / "log", limit)

    def test_adds_up_all_processes_of_a_command(self):
        one = self.run_shell('python3 -c "$BUSY"')
        two = self.run_shell('python3 -c "$BUSY" & python3 -c "$BUSY" & wait')
        self.assertGreater(one.processor, 0.5)
        self.assertGreater(two.processor, 1)
        self.assertGreater(one.mebibytes, 60)
        self.assertGreater(two.mebibytes, 120)

    def test_counts_a_process_that_outlives_its_parent_but_does_not_wait_for_it(self):
        measured = self.run_shell('(sleep 1.5; python3 -c "$BUSY") &')
        self.assertGreater(measured.processor, 0.5)
        self.assertLess(measured.seconds, 1.5)

    def test_tells_what_a_command_printed_before_it_failed(self):
        with self.assertRaisesRegex(Failed, "^exit code 3: first / second$"):
            self.run_shell("echo first; echo second >&2; exit 3")

    def test_ends_a_command_that_takes_too_long(self):
        with self.assertRaisesRegex(Failed, "^no end within 1 s$"):
            self.run_shell("sleep 60 & wait", limit=1)


if __name__ == "__main__":
    unittest.main()
