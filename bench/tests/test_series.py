import contextlib
import io
import os
import tempfile
import unittest
from pathlib import Path

from measure.process import Run
from measure.series import Case, Series, each_more, load, measure, save


def series(seconds, count=None, way="java"):
    return Series("maps", way, count, "", [Run(each, 0.5, 10) for each in seconds])


class SeriesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def case(self, way, script):
        return Case("group", way, ["sh", "-c", script], self.folder, dict(os.environ))

    def test_cases_take_turns_and_one_that_fails_is_not_run_again(self):
        cases = [
            self.case("A", "printf A >>order"),
            self.case("B", "printf B >>order; exit 1"),
            self.case("C", "printf C >>order"),
        ]
        with contextlib.redirect_stderr(io.StringIO()) as told:
            measure(cases, 2, self.folder / "log", found := [])
        self.assertEqual("ABCAC", (self.folder / "order").read_text())
        self.assertEqual([2, 0, 2], [len(each.runs) for each in found])
        self.assertEqual("exit code 1: ", found[1].failure)
        self.assertIn("1/2  group, B: exit code 1", told.getvalue())

    def test_median_and_least(self):
        self.assertEqual(3, series([9, 2, 3]).median("seconds"))
        self.assertEqual(2, series([9, 2, 3]).least("seconds"))

    def test_one_more_is_counted_from_the_fewest_of_the_same_way(self):
        all_series = [series([2], 0), series([5], 300), series([32], 3000), series([9], 0, "other")]
        self.assertEqual([None, 10, 10, None], [each_more(each, all_series) for each in all_series])
        self.assertIsNone(each_more(series([1]), [series([1])]))

    def test_what_is_saved_is_loaded(self):
        found = [series([1, 2], 300), Series("maps", "typescript", 300, "", [], "exit code 1: ")]
        save(self.folder / "out.json", "2 cores", found)
        self.assertEqual(("2 cores", found), load(self.folder / "out.json"))


if __name__ == "__main__":
    unittest.main()
