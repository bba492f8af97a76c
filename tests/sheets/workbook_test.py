# SPDX-License-Identifier: GPL-3.0-or-later
"""The workbook that sample_workbook writes, read back cell by cell."""
import decimal
import os
import pathlib
import subprocess
import tempfile
import unittest

import workbook

SAMPLE = os.environ["SAMPLE_WORKBOOK"]
TABLE = "1 收入／支出：［总表］"


def written(environment=None):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "sample.xlsx"
        done = subprocess.run([SAMPLE, str(path)], capture_output=True, env={**os.environ, **(environment or {})})
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b""), done
        return path.read_bytes(), workbook.Workbook(path)


class WorkbookTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bytes, cls.book = written()
        cls.table = cls.book.sheets[TABLE]

    def test_sheets(self):
        self.assertEqual(list(self.book.sheets), ["目录", TABLE, "2", "问题"])

    def test_list_of_tables(self):
        sheet = self.book.sheets["目录"]
        row = [sheet[column + "2"].value for column in "ABCDEFGHIJ"]
        self.assertEqual(row, ["1", TABLE, "收入/支出：[总表]", "expenditure", "万元", "9–10", "", "7", "4", "一、 决算表"])
        self.assertEqual(sheet["A1"].value, "序号\nNo.")
        self.assertEqual(sheet.links, {"B2": f"'{TABLE}'!A1", "B3": "'2'!A1"})
        self.assertEqual((sheet["A2"].kind, sheet["E3"].kind, sheet.frozen_rows), ("number", "empty", 1))

    def test_above_and_below_the_table(self):
        self.assertEqual((self.table["A1"].value, self.table["A2"].value), ("收入/支出：[总表]", "单位：万元    第9–10页"))
        self.assertTrue(self.table["A1"].style["bold"])
        self.assertEqual(self.table["A11"].value, "注：本表反映支出情况。")

    def test_headers(self):
        self.assertEqual(self.table.frozen_rows, 4)
        self.assertEqual({reference: self.table[reference].style["bold"] for reference in ("A3", "D4", "A5", "C5")},
                         {"A3": True, "D4": True, "A5": False, "C5": False})

    def test_merged_cells(self):
        self.assertLessEqual({"A3:B3", "C3:D3", "A7:A8", "C7:C8"}, self.table.merged)
        self.assertEqual([self.table[reference].kind for reference in ("B3", "D3", "A8", "C8")], ["empty"] * 4)
        self.assertEqual((self.table["C7"].kind, self.table["C7"].shown()), ("number", "△1.20"))

    def test_numbers_show_what_was_printed(self):
        for reference, value, shown in [("C5", "1007.40", "1,007.40"), ("D5", "0.1250", "12.50%"),
                                        ("C6", "-9.95", "（9.95）"), ("C9", "0.1", "0.1"),
                                        ("D9", "123456789012345", "123456789012345")]:
            with self.subTest(reference):
                cell = self.table[reference]
                self.assertEqual((cell.kind, cell.shown()), ("number", shown))
                self.assertEqual(float(cell.value), float(value))
                # The digits in the file round to the printed ones: nothing is lost in fifteen places.
                self.assertEqual(decimal.Context(prec=15).create_decimal(cell.value), decimal.Decimal(value))

    def test_texts_stay_texts(self):
        for reference, text in [("A5", "2010601"), ("A6", "007"), ("B6", "=1+1"), ("A7", "208"), ("D7", "≥95%"),
                                ("B8", "_x0041_ <&>"), ("D8", "1234567890123456.7")]:
            with self.subTest(reference):
                self.assertEqual((self.table[reference].kind, self.table[reference].value),
                                 ("text", text))
        self.assertEqual(self.table["A5"].format, "@")
        self.assertEqual(self.table.formulas, 0)

    def test_empty_cells_are_empty(self):
        self.assertEqual([self.table[reference].kind for reference in ("D6", "B9")], ["empty", "empty"])

    def test_a_text_too_long_for_a_cell_goes_on_below(self):
        sheet = self.book.sheets["2"]
        rest = [cell.value for reference, cell in sheet.cells.items() if int(reference[1:]) > 3 and cell.value]
        self.assertTrue(all(text.startswith("（r0c0 续）") for text in rest), [text[:10] for text in rest])
        self.assertEqual(sheet["A3"].value + "".join(text[len("（r0c0 续）"):] for text in rest), "长" * 40000)
        self.assertEqual(sheet["A1"].value, "t2")

    def test_problems(self):
        sheet = self.book.sheets["问题"]
        self.assertEqual([sheet[column + "2"].value for column in "ABCDEF"],
                         ["p1", "warning", "page_without_text", "p. 3", "第3页没有文字层", "page 3 has no text layer"])

    def test_same_report_same_bytes(self):
        self.assertEqual(self.bytes, written({"TZ": "Asia/Shanghai"})[0])
        self.assertEqual(self.book.dates, {(1980, 1, 1, 0, 0, 0)})
        self.assertEqual(self.book.core.count("1980-01-01T00:00:00Z"), 2)


if __name__ == "__main__":
    unittest.main()
