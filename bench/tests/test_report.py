import unittest

from measure.process import Run
from measure.report import comparison, table
from measure.series import Series


def series(way, seconds, count=None, revision="", group="maps"):
    return Series(group, way, count, revision, [Run(each, each / 2, 100) for each in seconds])


class ReportTest(unittest.TestCase):
    def test_a_row_is_median_and_least_and_what_one_more_costs(self):
        found = [series("java", [2, 1, 3], 0), series("java", [14, 12, 13], 1000)]
        found.append(Series("plan", "jar", failure="exit code 1: "))
        self.assertEqual(
            """\
| what       | how  | seconds | least | processor s | peak MiB | ms for one more |
| ---------- | ---- | ------: | ----: | ----------: | -------: | --------------: |
| 0 maps     | java |     2.0 |   1.0 |         1.0 |      100 |                 |
| 1,000 maps | java |    13.0 |  12.0 |         6.5 |      100 |            11.0 |
| plan       | jar  |  failed |       |             |          |                 |""",
            table(found),
        )

    def test_revisions_are_named_where_there_are_two(self):
        lines = table([series("java", [1], revision="new"), series("java", [1], revision="old")])
        self.assertIn("| maps | java (new) |", lines)
        self.assertIn("| maps | java (old) |", lines)

    def test_runs_that_overlap_are_no_change(self):
        old = [series("a", [10, 11, 12]), series("b", [10, 11, 12]), series("gone", [1])]
        new = [series("a", [11.5, 13, 14]), series("b", [5, 5.5, 6]), series("added", [1])]
        self.assertEqual(
            """\
| what | how | seconds before | after |       change | MiB before | after |
| ---- | --- | -------------: | ----: | -----------: | ---------: | ----: |
| maps | a   |           11.0 |  13.0 | within noise |        100 |   100 |
| maps | b   |           11.0 |   5.5 |         -50% |        100 |   100 |""",
            comparison(old, new),
        )


if __name__ == "__main__":
    unittest.main()
