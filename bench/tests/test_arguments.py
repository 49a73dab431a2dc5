import subprocess
import sys
import unittest
from pathlib import Path

RUN = Path(__file__).resolve().parents[1] / "run"


class ArgumentsTest(unittest.TestCase):
    def refused(self, *arguments):
        done = subprocess.run([sys.executable, RUN, *arguments], capture_output=True, text=True)
        self.assertEqual(2, done.returncode)
        return done.stderr.splitlines()[-1]

    def test_a_revision_that_git_does_not_know_is_told_before_anything_is_measured(self):
        self.assertEqual(
            "run: error: git knows no revision v0.0.0-none here",
            self.refused("plan", "--against", "v0.0.0-none"),
        )

    def test_an_earlier_measurement_that_is_not_there_is_told(self):
        self.assertEqual("run: error: there is no file a.json", self.refused("--show", "a.json"))
        self.assertEqual(
            "run: error: there is no file a.json", self.refused("--compare", "a.json", "b.json")
        )

    def test_a_section_and_a_java_that_are_not_there_are_told(self):
        self.assertEqual("run: error: no such section: plans", self.refused("plans"))
        self.assertEqual(
            "run: error: /nowhere is not the home of a Java: it has no file named release",
            self.refused("plan", "--java", "/nowhere"),
        )


if __name__ == "__main__":
    unittest.main()
