# SPDX-License-Identifier: GPL-3.0-or-later
"""Input that cannot be read: the message, the exit status, and a report that says why."""
import json
import os
import random
import shutil
import subprocess
import unittest

import support


class BadInput(support.Case):
    def refused(self, name, what, remedy, *options, code=None):
        """Status 3, this message, and a report whose problem it is."""
        done = self.gouji("extract", name, "-o", "out.json", *options)
        self.ends(done, 3, f"gouji: {name}: {what}; {remedy}\n")
        report = self.report("out.json")
        self.assertEqual(report["source"]["path"], name)
        self.assertEqual([(p["severity"], p["code"]) for p in report["problems"]], [("error", code)])
        self.assertIn(what, report["problems"][0]["message"]["en"])
        self.assertNotEqual(report["problems"][0]["message"]["zh"], "")
        self.assertEqual(self.gouji("schema").returncode, 0)
        for part in ("sections", "items", "tables", "figures", "records", "checks"):
            self.assertEqual(report[part], [])
        return report

    def test_no_such_file(self):
        report = self.refused("none.pdf", "no such file", "check the path", code="not_found")
        self.assertIsNone(report["source"]["sha256"])

    def test_folder(self):
        (self.folder / "reports").mkdir()
        self.refused("reports", "is a folder", "name the files in it, e.g. reports/*.pdf", code="is_directory")

    def test_empty(self):
        self.put("empty.pdf", "")
        self.refused("empty.pdf", "is empty (0 bytes)", "fetch the file again", code="empty")

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_no_right_to_read(self):
        self.put("secret.txt", "x")
        os.chmod(self.folder / "secret.txt", 0)
        self.refused("secret.txt", "cannot be opened: permission denied",
                     "give yourself the right to read it (chmod, chown)", code="unreadable")

    def test_random_bytes(self):
        self.put("noise.pdf", random.Random(1).randbytes(20000))
        report = self.refused("noise.pdf", "binary data, neither a PDF nor text",
                              "if it is text, name its encoding with --encoding; else give a PDF or a text file",
                              code="undecodable")
        self.assertEqual(report["source"]["bytes"], 20000)
        self.assertEqual(len(report["source"]["sha256"]), 64)

    def test_other_formats(self):
        self.put("a.docx", b"PK\x03\x04" + bytes(100))
        done = self.gouji("extract", "a.docx")
        self.assertEqual(done.returncode, 3)
        self.assertIn("a ZIP container (DOCX, XLSX, OFD or an archive), which gouji does not read", done.err)

    def test_web_pages(self):
        for start in (b"<html>", b"\xef\xbb\xbf\r\n <!DOCTYPE HTML>", b"<?xml version='1.0'?>"):
            self.put("a.html", start + "<p>本年收入226.23万元</p>".encode())
            done = self.gouji("extract", "a.html")
            self.ends(done, 3, "gouji: a.html: a web page or XML (its tags would be read as text), which gouji does not "
                               "read; save it as PDF or as plain text\n")
        self.put("a.txt", "<备注>本年收入226.23万元".encode())
        self.ends(self.gouji("extract", "a.txt", "-o", "a.json"), 0, "")

    def test_truncated_pdf(self):
        whole = support.A_PDF.read_bytes()
        self.put("cut.pdf", whole[:2000])
        self.refused("cut.pdf", "the PDF is damaged: its objects or pages cannot be found; it may be a truncated "
                                "download", "download the file again", code="damaged")

    def test_password(self):
        if shutil.which("qpdf") is None:
            self.skipTest("qpdf is not installed")
        self.put("open.pdf", support.minimal_pdf())
        subprocess.run(["qpdf", "--encrypt", "secret", "owner", "256", "--", "open.pdf", "locked.pdf"],
                       cwd=self.folder, check=True)
        self.refused("locked.pdf", "the PDF is encrypted and needs a password", "give it with --password",
                     code="encrypted")
        self.refused("locked.pdf", "the password does not open the PDF", "give the right one with --password",
                     "--password", "wrong", code="encrypted")
        self.ends(self.gouji("extract", "locked.pdf", "--password", "secret", "-o", "out.json"), 0, "")

    def test_no_text_layer(self):
        self.put("scan.pdf", support.minimal_pdf(b"0 0 100 100 re f"))
        done = self.gouji("extract", "scan.pdf", "-o", "out.json")
        self.ends(done, 0, "")
        report = self.report("out.json")
        self.assertEqual(report["source"]["text_layer"], "none")
        self.assertEqual([p["code"] for p in report["problems"]], ["page_without_text"])
        self.assertEqual(report["problems"][0]["at"]["page"], 1)

    def test_undecodable_bytes(self):
        text = "一、收入决算情况说明\n本年收入合计226.23万元。\n".encode() * 40
        self.put("torn.txt", text[:500] + b"\xff\xfe\xff" + text[500:])
        done = self.gouji("extract", "torn.txt", "-o", "out.json")
        self.ends(done, 0, "")
        self.assertIn("undecodable_bytes", [p["code"] for p in self.report("out.json")["problems"]])

    def test_wrong_encoding(self):
        self.put("a.txt", "本年收入合计226.23万元，".encode("gb18030") * 40)
        done = self.gouji("extract", "a.txt", "--encoding", "UTF-8")
        self.assertEqual(done.returncode, 3)
        self.assertRegex(done.err, r"^gouji: a.txt: \d+ byte sequences are not UTF-8; ")

    def test_unknown_encoding(self):
        self.put("a.txt", "x\n")
        self.ends(self.gouji("extract", "a.txt", "--encoding", "klingon"), 2,
                  'gouji: unknown encoding "klingon"; give a name such as UTF-8, UTF-16, GB18030 or Big5\n')

    def test_two_gigabytes(self):
        self.put("huge.pdf", "%PDF-1.4\n")
        os.truncate(self.folder / "huge.pdf", 2 << 30)
        self.refused("huge.pdf", "larger than the 1024 MiB that are read",
                     "a report is never that large; split the file or check what it is", code="too_large")

    def test_the_others_are_read(self):
        self.put("a.txt", support.A_TEXT.read_bytes())
        done = self.gouji("extract", "none.txt", "a.txt", "--jsonl")
        self.ends(done, 3, "gouji: none.txt: no such file; check the path\n")
        reports = [json.loads(line) for line in done.out.splitlines()]
        self.assertEqual([len(report["problems"]) > 0 for report in reports][0], True)
        self.assertEqual(reports[1]["source"]["path"], "a.txt")
        self.assertNotEqual(reports[1]["figures"], [])

    def test_never_a_crash(self):
        """Damaged PDFs: any status of the contract, always a report."""
        whole = bytearray(support.A_PDF.read_bytes())
        chance = random.Random(7)
        for number in range(20):
            damaged = bytearray(whole)
            for _ in range(50):
                damaged[chance.randrange(len(damaged))] = chance.randrange(256)
            self.put("damaged.pdf", bytes(damaged[:chance.randrange(len(damaged) // 2, len(damaged))]))
            done = self.gouji("extract", "damaged.pdf", "-o", "out.json")
            self.assertIn(done.returncode, (0, 3), f"{number}: {done.err}")
            self.assertEqual(self.report("out.json")["schema"], "gouji/report/1")


if __name__ == "__main__":
    support.main()
