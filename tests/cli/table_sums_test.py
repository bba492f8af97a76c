# SPDX-License-Identifier: GPL-3.0-or-later
"""The measure of tables without labels: which relations it finds, which hold, what it stays silent about."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "tools" / "table_sums.py"


def table(rows, header_rows=1, unit="万元", spans=None):
    """A table of the report from rows of texts; `spans`: {(row, column): (row_span, column_span)}."""
    spans = spans or {}
    covered = {(r + i, c + j) for (r, c), (height, width) in spans.items() for i in range(height)
               for j in range(width)} - set(spans)
    cells = [{"row": r, "column": c, "row_span": spans.get((r, c), (1, 1))[0],
              "column_span": spans.get((r, c), (1, 1))[1], "text": text, "figure": None,
              "at": {"line": r + 1, "chars": [0, 1]}}
             for r, row in enumerate(rows) for c, text in enumerate(row) if (r, c) not in covered]
    return {"id": "t1", "section": None, "caption": None, "kind": "generic", "unit": unit, "pages": None,
            "rows": len(rows), "columns": len(rows[0]), "header_rows": header_rows, "cells": cells, "notes": [],
            "at": {"line": 1, "chars": [0, 1]}}


class Measure(unittest.TestCase):
    def measure(self, *args, **more):
        """[(kind, status, printed)] of one table, sorted."""
        report = {"source": {"path": None}, "tables": [table(*args, **more)]}
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder)
            (path / "a.json").write_text(json.dumps(report))
            done = subprocess.run([sys.executable, str(SCRIPT), str(path / "a.json"), "--json", str(path / "out")],
                                  capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.last = json.loads((path / "out").read_text())["a.json"]
        return sorted((one["kind"], one["status"], one["printed"]) for one in self.last)

    def test_total_above_or_below_its_parts(self):
        below = [["项目", "金额"], ["甲", "1,200"], ["乙", "34"], ["合计", "1,234"]]
        above = [below[0], below[3], below[1], below[2]]
        for rows in (below, above):
            self.assertEqual(self.measure(rows), [("total row", "held", "1,234")])

    def test_one_misread_digit_is_a_failure_with_a_hint(self):
        rows = [["项目", "金额"], ["甲", "1,200"], ["乙", "84"], ["合计", "1,234"]]
        self.assertEqual(self.measure(rows), [("total row", "failed", "1,234")])
        self.assertIn("乙 84 → 34", self.last[0]["hint"])

    def test_printed_digits_are_the_tolerance(self):
        # Four halves of a last place: 0.02 holds, 0.03 does not.
        rows = [["项目", "金额"], ["甲", "1.00"], ["乙", "2.00"], ["丙", "3.00"], ["合计", "6.02"]]
        self.assertEqual(self.measure(rows), [("total row", "held", "6.02")])
        rows[-1][1] = "6.03"
        self.assertEqual(self.measure(rows), [("total row", "failed", "6.03")])

    def test_codes_are_a_hierarchy(self):
        rows = [["科目编码", "科目名称", "决算数"], ["208", "类", "30"], ["20805", "款", "30"], ["2080501", "项", "10"],
                ["2080502", "项", "16"], ["合计", "", "30"]]
        self.assertEqual(self.measure(rows), [("code", "failed", "30"), ("code", "held", "30"),
                                              ("total row", "held", "30")])

    def test_codes_in_columns_of_their_own(self):
        rows = [["类", "款", "科目名称", "金额"], ["301", "", "工资", "7"], ["301", "01", "基本工资", "3"],
                ["301", "02", "津贴", "4"]]
        self.assertEqual(self.measure(rows), [("code", "held", "7")])

    def test_columns_under_one_head(self):
        rows = [["项目", "本年支出", "", ""], ["", "小计", "基本支出", "项目支出"], ["甲", "10", "4", "6"],
                ["乙", "20", "11", "9"], ["丙", "30", "13", "11"]]
        spans = {(0, 0): (2, 1), (0, 1): (1, 3)}
        self.assertEqual(self.measure(rows, header_rows=2, spans=spans),
                         [("total column", "failed", "30"), ("total column", "held", "10"),
                          ("total column", "held", "20")])

    def test_two_sides_balance(self):
        rows = [["收入", "金额", "支出", "金额"], ["甲", "5", "丙", "8"], ["乙", "6", "丁", "3"],
                ["收入总计", "11", "支出总计", "13"]]
        self.assertEqual(self.measure(rows), [("balance", "failed", "11"), ("total row", "failed", "13"),
                                              ("total row", "held", "11")])

    def test_of_which_is_a_bound(self):
        rows = [["项目", "金额"], ["甲", "5"], ["其中：乙", "7"], ["丙", "2"]]
        self.assertEqual(self.measure(rows), [("bound", "failed", "7")])
        rows[2][1] = "4"
        self.assertEqual(self.measure(rows), [("bound", "held", "4")])

    def test_rates_that_most_rows_bear_out(self):
        rows = [["项目", "预算数", "决算数", "完成预算%"], ["甲", "200", "100", "50.0"], ["乙", "300", "100", "33.3"],
                ["丙", "400", "100", "25.0"], ["丁", "500", "100", "20.0"], ["戊", "800", "100", "21.5"]]
        self.assertEqual([status for _, status, _ in self.measure(rows)], ["failed"] + ["held"] * 4)

    def test_formula_in_the_head(self):
        rows = [["地区", "A=B+C", "B", "C"], ["甲", "3.5", "1.5", "2.0"]]
        self.assertEqual(self.measure(rows), [("head formula", "held", "3.5")])

    def test_what_nothing_determines_is_open(self):
        # Marks at two depths, and no reading of them adds up: no claim is made.
        rows = [["项目", "金额"], ["一、甲", "50"], ["1.乙", "20"], ["2.丙", "22"], ["丁", "31"], ["合计", "999"]]
        self.assertNotIn("failed", [status for _, status, _ in self.measure(rows)])

    def test_note_marks_are_no_digits(self):
        rows = [["项目", "金额"], ["甲", "③1,200"], ["乙", "34②"], ["合计", "1,234"]]
        self.assertEqual(self.measure(rows), [("total row", "held", "1,234")])

    def test_a_missing_part_is_only_a_failure_where_blank_means_none(self):
        rows = [["项目", "金额"], ["甲", "1,200"], ["乙", ""], ["合计", "1,234"]]
        self.assertEqual(self.measure(rows), [("total row", "open", "1,234")])


if __name__ == "__main__":
    unittest.main()
