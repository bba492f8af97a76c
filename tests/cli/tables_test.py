# SPDX-License-Identifier: GPL-3.0-or-later
"""gouji extract --format csv|xlsx: where tables go, and that they say what the report says."""
import csv
import os
import stat
import sys

import support

sys.path.insert(0, str(support.ROOT / "tests/sheets"))
import workbook  # noqa: E402

BOM = b"\xef\xbb\xbf"
ONE_TABLE = "项目\t上年\t本年\n收入\t1,007.40\t950.00\n支出\t900.10\t-3.20\n合计\t107.30\t953.20\n"


class Tables(support.Case):
    def test_workbook_says_what_the_report_says(self):
        for document in (support.A_TEXT, support.A_PDF):
            self.ends(self.gouji("extract", document, "-o", "a.json"), 0, "")
            self.ends(self.gouji("extract", document, "--format", "xlsx", "-o", "a.xlsx"), 0, "")
            report, book = self.report("a.json"), workbook.Workbook(self.folder / "a.xlsx")
            figures = {figure["id"]: figure for figure in report["figures"]}
            sheets = list(book.sheets.values())
            self.assertEqual(len(sheets), 1 + len(report["tables"]) + bool(report["problems"]))
            for table, sheet in zip(report["tables"], sheets[1:]):
                for cell in table["cells"]:
                    self.check_cell(table, cell, sheet, figures)

    def check_cell(self, table, cell, sheet, figures):
        reference = f"{chr(ord('A') + cell['column'])}{cell['row'] + 3}"
        written = sheet[reference]
        if written.kind == "number":
            self.assertIn(cell["figure"], figures)
            self.assertEqual(written.shown(), cell["text"], (table["id"], reference))
        else:
            self.assertEqual(written.value, cell["text"], (table["id"], reference))

    def test_csv_says_what_the_report_says(self):
        self.ends(self.gouji("extract", support.A_PDF, "-o", "a.json"), 0, "")
        self.ends(self.gouji("extract", support.A_PDF, "--format", "csv", "-o", "out/"), 0, "")
        report = self.report("a.json")
        rows = self.rows("out/report.chromium.tables.csv")
        self.assertEqual([row["file"] for row in rows],
                         [f"report.chromium.{table['id']}.csv" for table in report["tables"]])
        for row, table in zip(rows, report["tables"]):
            self.assertEqual((row["caption"] or None, int(row["rows"])), (table["caption"], table["rows"]))
            self.assert_table("out/" + row["file"], table)

    def rows(self, name):
        text = (self.folder / name).read_bytes()
        self.assertTrue(text.startswith(BOM))
        return list(csv.DictReader(text[len(BOM):].decode().splitlines(keepends=True)))

    def assert_table(self, name, table):
        text = (self.folder / name).read_bytes()[len(BOM):].decode()
        grid = [["" for _ in range(table["columns"])] for _ in range(table["rows"])]
        for cell in table["cells"]:
            grid[cell["row"]][cell["column"]] = cell["text"]
        self.assertEqual(list(csv.reader(text.splitlines(keepends=True))), grid)

    def test_one_table_as_csv(self):
        self.put("one.txt", ONE_TABLE)
        rows = ONE_TABLE.replace("1,007.40", '"1,007.40"').replace("\t", ",").replace("\n", "\r\n")
        for arguments, prefix in ((["--no-bom"], ""), ([], "\ufeff"), (["-o", "-"], "\ufeff")):
            done = self.gouji("extract", "one.txt", "--format", "csv", *arguments)
            self.ends(done, 0, "")
            self.assertEqual(done.out, prefix + rows)
        self.gouji("extract", "one.txt", "--format", "csv", "--no-bom", "-o", "one.csv")
        self.assertEqual((self.folder / "one.csv").read_bytes().decode(), rows)
        self.assertEqual(self.files(), ["one.csv", "one.txt"])

    def test_several_tables_need_a_folder(self):
        done = self.gouji("extract", support.A_PDF, "--format", "csv", "-o", "a.csv")
        count = len(__import__("json").loads(self.gouji("extract", support.A_PDF).out)["tables"])
        self.ends(done, 2, f"gouji: {support.A_PDF}: has {count} tables, and a CSV file holds one; add -o DIR/ for a "
                           "file each\n")
        self.assertEqual(self.files(), [])

    def test_no_table(self):
        self.put("words.txt", "一、工作总结\n本年没有表格。\n")
        self.ends(self.gouji("extract", "words.txt", "--format", "csv", "-o", "out/"), 0, "")
        self.assertEqual(self.rows("out/words.tables.csv"), [])
        self.ends(self.gouji("extract", "words.txt", "--format", "xlsx", "-o", "words.xlsx"), 0, "")
        self.assertEqual(list(workbook.Workbook(self.folder / "words.xlsx").sheets)[0], "目录")
        self.ends(self.gouji("extract", "words.txt", "--format", "csv"), 2,
                  "gouji: words.txt: has 0 tables, and a CSV file holds one; add -o DIR/ for a file each\n")

    def test_a_workbook_for_each_input(self):
        self.put("x/a.txt", ONE_TABLE)
        self.put("y/b.txt", ONE_TABLE)
        self.ends(self.gouji("extract", "x/a.txt", "y/b.txt", "--format", "xlsx", "-o", "out"), 0, "")
        self.assertEqual([name for name in self.files() if name.startswith("out")], ["out/a.xlsx", "out/b.xlsx"])

    def test_same_input_same_bytes(self):
        for name in ("a.xlsx", "b.xlsx"):
            self.gouji("extract", support.A_PDF, "--format", "xlsx", "-o", name)
        self.assertEqual((self.folder / "a.xlsx").read_bytes(), (self.folder / "b.xlsx").read_bytes())

    def test_usage(self):
        cases = [
            (["--format", "ods"], "--format ods: there is no such format; formats are json, csv, xlsx"),
            (["--format", "xlsx"], "a workbook is not written to standard output; add -o FILE.xlsx or -o DIR"),
            (["--format", "xlsx", "-o", "-"], "a workbook is not written to standard output; add -o FILE.xlsx or -o DIR"),
            (["--format", "csv", "--jsonl"], "--format csv writes tables; --jsonl, --compact and --stop-after are for "
                                             "JSON and text; leave one of them out"),
            (["--no-bom"], "--no-bom is for --format csv; leave it out"),
            (["--format", "csv", support.A_PDF], "several files give several outputs; add -o DIR for a file each"),
        ]
        for arguments, message in cases:
            self.ends(self.gouji("extract", support.A_TEXT, *arguments), 2, f"gouji: {message}\n")

    def test_does_not_replace_its_input(self):
        self.put("a.xlsx", ONE_TABLE)
        self.ends(self.gouji("extract", "a.xlsx", "--format", "xlsx", "-o", "a.xlsx"), 2,
                  "gouji: a.xlsx: the tables would replace their own input; write to another place with -o\n")
        self.assertEqual((self.folder / "a.xlsx").read_text(), ONE_TABLE)

    def test_device_is_written_to(self):
        self.ends(self.gouji("extract", support.A_PDF, "--format", "xlsx", "-o", "/dev/null"), 0, "")
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/null").st_mode))

    def test_output_that_cannot_be_written(self):
        done = self.gouji("extract", support.A_PDF, "--format", "xlsx", "-o", "nowhere/a.xlsx")
        self.ends(done, 3, "gouji: nowhere/a.xlsx: cannot be created: No such file or directory; create the folder "
                           "first\n")
        self.ends(self.gouji("extract", support.A_PDF, "--format", "xlsx", "-o", "/dev/full"), 3,
                  "gouji: /dev/full: cannot be written: No space left on device; free some space or write to another "
                  "disk\n")

    def test_input_that_cannot_be_read(self):
        self.put("a.txt", ONE_TABLE)
        self.put("empty.pdf", b"")
        message = "gouji: empty.pdf: is empty (0 bytes); fetch the file again\n"
        self.ends(self.gouji("extract", "empty.pdf", "a.txt", "--format", "xlsx", "-o", "out/"), 3, message)
        self.assertEqual(list(workbook.Workbook(self.folder / "out/empty.xlsx").sheets), ["目录", "问题"])
        self.assertIn("out/a.xlsx", self.files())
        self.ends(self.gouji("extract", "empty.pdf", "a.txt", "--format", "csv", "-o", "csv/"), 3, message)
        self.assertEqual([name for name in self.files() if name.startswith("csv/")],
                         ["csv/a.t1.csv", "csv/a.tables.csv", "csv/empty.problems.csv", "csv/empty.tables.csv"])
        done = self.gouji("extract", "empty.pdf", "--format", "csv")
        self.ends(done, 3, message)
        self.assertEqual(done.out, "")


if __name__ == "__main__":
    support.main()
