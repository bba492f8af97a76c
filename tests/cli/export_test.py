# SPDX-License-Identifier: GPL-3.0-or-later
"""gouji export: what was imported comes out as extract writes it, and as the tables of the store."""
import csv
import io
import json
import os
import subprocess

import support


class Export(support.Case):
    def fill(self):
        documents = sorted(support.CORPUS.glob("*/report.*[tf]"))
        self.assertEqual(self.gouji("import", *documents, "--into", "a.sqlite").returncode, 0)
        return documents

    def test_reports_are_those_of_extract(self):
        documents = self.fill()
        done = self.gouji("export", "--from", "a.sqlite")
        self.ends(done, 0, "")
        self.assertEqual(done.out, self.gouji("extract", *documents, "--jsonl", "--quiet").out)

    def test_a_choice_of_reports(self):
        self.fill()
        chosen = self.gouji("export", "--from", "a.sqlite", "--kind", "budget", "--kind", "final_accounts",
                            "--year", "2023").out
        documents = [json.loads(line)["document"] for line in chosen.splitlines()]
        self.assertGreater(len(documents), 2)
        self.assertEqual({document["kind"] for document in documents}, {"final_accounts"})
        issuer = documents[0]["issuer"]
        for line in self.gouji("export", "--from", "a.sqlite", "--issuer", issuer).out.splitlines():
            self.assertEqual(json.loads(line)["document"]["issuer"], issuer)
        self.assertEqual(self.gouji("export", "--from", "a.sqlite", "--issuer", "o'clock").out, "")

    def test_a_store_that_may_only_be_read(self):
        """The file in WAL mode lies in a folder where nothing can be made beside it."""
        self.fill()
        whole = self.gouji("export", "--from", "a.sqlite").out
        os.chmod(self.folder, 0o555)
        os.chmod(self.folder / "a.sqlite", 0o444)
        self.addCleanup(os.chmod, self.folder, 0o755)
        user = "nobody" if os.geteuid() == 0 else None  # root may write everywhere
        try:
            done = subprocess.run([support.GOUJI, "export", "--from", "a.sqlite"], cwd=self.folder, user=user,
                                  capture_output=True)
        except OSError as error:
            self.skipTest(f"cannot run as somebody else: {error}")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(done.stdout.decode(), whole)

    def test_unread_documents_say_why(self):
        self.put("cut.pdf", support.A_PDF.read_bytes()[:2000])
        self.gouji("import", "cut.pdf", "--into", "a.sqlite")
        exported = json.loads(self.gouji("export", "--from", "a.sqlite").out)
        extracted = json.loads(self.gouji("extract", "cut.pdf").out)
        self.assertEqual(exported, extracted)

    def test_tables(self):
        self.fill()
        self.ends(self.gouji("export", "--from", "a.sqlite", "--format", "csv", "-o", "out"), 0, "")
        self.assertIn("out/documents.csv", self.files())
        reports = [json.loads(line) for line in self.gouji("export", "--from", "a.sqlite").out.splitlines()]
        for table, part in (("documents", None), ("figures", "figures"), ("sections", "sections"), ("items", "items"),
                            ("checks", "checks"), ("problems", "problems")):
            text = (self.folder / f"out/{table}.csv").read_bytes().decode("utf-8-sig")
            rows = list(csv.DictReader(io.StringIO(text, newline="")))
            self.assertEqual(len(rows), sum(len(report[part]) if part else 1 for report in reports), table)
        figures = sorted(figure["text"] for report in reports for figure in report["figures"])
        text = (self.folder / "out/figures.csv").read_bytes().decode("utf-8-sig")
        self.assertEqual(sorted(row["text"].removeprefix("'") for row in csv.DictReader(io.StringIO(text, newline=""))),
                         figures)

    def test_a_view_on_standard_output(self):
        self.fill()
        done = self.gouji("export", "--from", "a.sqlite", "--format", "csv", "--table", "v_indicators", "--no-bom")
        rows = list(csv.DictReader(io.StringIO(done.out)))
        self.assertGreater(len(rows), 10)
        self.assertIn("level3", rows[0])

    def test_wrong_usage(self):
        self.put("text", "no database" * 100)
        self.ends(self.gouji("export", "--from", "none.sqlite"), 3,
                  "gouji: none.sqlite: cannot be opened: unable to open database file; name a file in a folder where "
                  "you have the right to write\n")
        self.assertEqual(self.gouji("export", "--from", "text").returncode, 3)
        self.assertEqual(self.files(), ["text"])
        self.put("empty", b"")
        self.ends(self.gouji("export", "--from", "empty"), 3,
                  "gouji: empty: is no store of reports; fill one with gouji import --into\n")
        self.fill()
        self.ends(self.gouji("export", "--from", "a.sqlite", "--format", "csv"), 2,
                  "gouji: several tables give several files; add -o DIR, or name one with --table\n")
        self.ends(self.gouji("export", "--from", "a.sqlite", "--format", "csv", "--table", "x; DROP TABLE cells"), 2,
                  "gouji: --table x; DROP TABLE cells: there is no such table or view; docs/import.md lists them\n")
        self.ends(self.gouji("export", "--from", "a.sqlite", "--table", "cells"), 2,
                  "gouji: --table is for --format csv; leave it out\n")


if __name__ == "__main__":
    support.main()
