# SPDX-License-Identifier: GPL-3.0-or-later
"""Every real document that lies beside the project: the exit status of the contract, a report valid against the
schema. And every report of the shipped corpus. The real ones are skipped where they are not there."""
import collections
import json
import os
import subprocess
import unittest

import support

VALIDATOR = os.environ.get("GOUJI_VALIDATOR", str(support.ROOT / "build/dev/tests/validate_reports"))


def claims(table):
    """How often each position of a table's grid is claimed by a cell."""
    positions = collections.Counter()
    for cell in table["cells"]:
        for row in range(cell["row"], cell["row"] + cell["row_span"]):
            positions.update((row, cell["column"] + step) for step in range(cell["column_span"]))
    return positions


class Valid(support.Case):
    def is_sound(self, report):
        """What the contract promises and a schema cannot say: dense ids, and grids whose cells neither overlap nor
        leave a hole, in row-major order."""
        for part, letter in (("sections", "s"), ("items", "i"), ("tables", "t"), ("figures", "f"), ("problems", "p")):
            self.assertEqual([thing["id"] for thing in report[part]],
                             [f"{letter}{i + 1}" for i in range(len(report[part]))])
        for table in report["tables"]:
            grid = {(row, column): 1 for row in range(table["rows"]) for column in range(table["columns"])}
            self.assertEqual(claims(table), grid, table["id"])
            places = [(cell["row"], cell["column"]) for cell in table["cells"]]
            self.assertEqual(places, sorted(places), table["id"])

    def all_valid(self, documents):
        for document in documents:
            with self.subTest(document=str(document.name)):
                done = self.gouji("extract", document, "--jsonl", "--quiet")
                self.assertIn(done.returncode, (0, 3), done.err)
                self.assertEqual(done.returncode == 3, done.err != "")
                checked = subprocess.run([VALIDATOR], input=done.out.encode(), stdout=subprocess.PIPE)
                self.assertEqual(checked.stdout.decode()[:2000], "")
                self.assertEqual(done.out.count("\n"), 1)
                self.is_sound(json.loads(done.out))

    def test_shipped_corpus(self):
        documents = sorted(support.CORPUS.glob("*/report.*[tf]"))
        self.assertGreaterEqual(len(documents), 18)
        self.all_valid(documents)

    @unittest.skipUnless(support.REAL.is_dir(), "no real documents beside the project")
    def test_real_documents(self):
        documents = sorted(path for path in support.REAL.rglob("*") if path.suffix in (".pdf", ".txt"))
        self.assertGreater(len(documents), 0)
        self.all_valid(documents)

    def test_unreadable(self):
        self.put("noise.pdf", bytes(range(256)) * 50)
        self.put("cut.pdf", support.A_PDF.read_bytes()[:3000])
        self.put("empty.txt", b"")
        self.all_valid(self.folder / name for name in ("noise.pdf", "cut.pdf", "empty.txt", "none.txt"))


if __name__ == "__main__":
    support.main()
