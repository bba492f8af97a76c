# SPDX-License-Identifier: GPL-3.0-or-later
"""gouji extract: where reports go, in which form."""
import json
import os
import stat
import subprocess
import sys

import support


class Extract(support.Case):
    def test_report_on_standard_output(self):
        done = self.gouji("extract", support.A_TEXT)
        self.ends(done, 0, "")
        report = json.loads(done.out)
        self.assertEqual(report["schema"], "gouji/report/1")
        self.assertEqual(report["source"]["path"], str(support.A_TEXT))
        self.assertTrue(done.out.startswith('{\n  "schema": "gouji/report/1",\n'))

    def test_same_input_same_bytes(self):
        for document in (support.A_TEXT, support.A_PDF):
            self.assertEqual(self.gouji("extract", document).out, self.gouji("extract", document).out)

    def test_standard_input(self):
        for document in (support.A_TEXT, support.A_PDF):
            piped = json.loads(self.gouji("extract", "-", stdin=document.read_bytes()).out)
            named = json.loads(self.gouji("extract", document).out)
            self.assertEqual(piped["source"].pop("path"), "-")
            named["source"].pop("path")
            self.assertEqual(piped, named)

    def test_compact(self):
        compact = self.gouji("extract", support.A_TEXT, "--compact").out
        self.assertEqual(compact.count("\n"), 1)
        self.assertEqual(json.loads(compact), json.loads(self.gouji("extract", support.A_TEXT).out))

    def test_jsonl(self):
        done = self.gouji("extract", support.A_TEXT, support.A_PDF, "--jsonl")
        self.ends(done, 0, "")
        self.assertEqual([json.loads(line)["source"]["format"] for line in done.out.splitlines()], ["text", "pdf"])
        self.gouji("extract", support.A_TEXT, support.A_PDF, "--jsonl", "-o", "all.jsonl")
        self.assertEqual((self.folder / "all.jsonl").read_text(), done.out)

    def test_into_a_file(self):
        done = self.gouji("extract", support.A_TEXT, "-o", "a.json")
        self.ends(done, 0, "")
        self.assertEqual(done.out, "")
        self.assertEqual(self.files(), ["a.json"])
        self.assertEqual((self.folder / "a.json").read_text(), self.gouji("extract", support.A_TEXT).out)

    def test_names_in_a_folder(self):
        text = support.A_TEXT.read_bytes()
        for name in ("x/a.txt", "x/b.txt", "y/b.txt", "y/c.txt", "y/c.text"):
            self.put(name, text)
        self.ends(self.gouji("extract", "x/a.txt", "x/b.txt", "y/b.txt", "y/c.txt", "y/c.text", "x/a.txt", "-o", "out/"),
                  0, "")
        self.assertEqual([name for name in self.files() if name.startswith("out/")],
                         ["out/c.text.json", "out/c.txt.json", "out/x-a.txt-2.json", "out/x-a.txt.json",
                          "out/x-b.txt.json", "out/y-b.txt.json"])
        self.assertEqual(self.report("out/y-b.txt.json")["source"]["path"], "y/b.txt")

    def test_one_file_into_a_new_folder(self):
        self.ends(self.gouji("extract", support.A_TEXT, "-o", "new/deep/"), 0, "")
        self.assertEqual(self.files(), ["new/deep/report.json"])

    def test_does_not_replace_its_input(self):
        self.put("in/a.json", support.A_TEXT.read_bytes())
        self.ends(self.gouji("extract", "in/a.json", "-o", "in"), 2,
                  "gouji: in/a.json: the report would replace its own input; write to another folder with -o\n")
        self.assertEqual((self.folder / "in/a.json").read_bytes(), support.A_TEXT.read_bytes())

    def test_does_not_replace_the_input_it_is_told_to_write_to(self):
        text = support.A_TEXT.read_bytes()
        self.put("a.txt", text)
        for more in ([], ["--jsonl"], ["--stop-after", "layout"]):
            self.ends(self.gouji("extract", "a.txt", "-o", "./a.txt", *more), 2,
                      "gouji: ./a.txt: the report would replace its own input; write to another place with -o\n")
        self.assertEqual((self.folder / "a.txt").read_bytes(), text)

    def test_device_is_written_to(self):
        self.ends(self.gouji("extract", support.A_TEXT, "-o", "/dev/null"), 0, "")
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/null").st_mode))

    def test_pipe_is_written_to(self):
        os.mkfifo(self.folder / "pipe")
        with open(self.folder / "copy", "wb") as copy:
            reader = subprocess.Popen(["cat", "pipe"], cwd=self.folder, stdout=copy, stderr=subprocess.DEVNULL)
        self.addCleanup(reader.kill)
        self.ends(self.gouji("extract", support.A_TEXT, "-o", "pipe"), 0, "")
        self.assertEqual(reader.wait(timeout=60), 0)
        self.assertEqual(self.report("copy")["schema"], "gouji/report/1")
        self.assertTrue(stat.S_ISFIFO(os.stat(self.folder / "pipe").st_mode))

    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            done = self.gouji("extract", support.A_TEXT, stdout=full)
        self.ends(done, 3, "gouji: standard output: cannot be written: No space left on device; free some space or "
                           "write to another disk\n")
        self.assertEqual(self.gouji("extract", support.A_TEXT, "-o", "/dev/full").returncode, 3)

    def test_reader_goes_away(self):
        read, write = os.pipe()
        os.close(read)
        with os.fdopen(write, "wb") as closed:
            done = self.gouji("extract", support.A_TEXT, stdout=closed)
        self.ends(done, 3, "gouji: standard output: cannot be written: Broken pipe; its reader has closed it; keep the "
                           "reader open to the end\n")

    def test_missing_folder(self):
        self.ends(self.gouji("extract", support.A_TEXT, "-o", "no/a.json"), 3,
                  "gouji: no/a.json: cannot be created: No such file or directory; create the folder first\n")

    def test_no_progress_when_nobody_looks(self):
        self.ends(self.gouji("extract", support.A_PDF, "-o", "a.json"), 0, "")

    def test_stages_can_be_printed(self):
        for stage in ("source", "layout", "table", "outline", "figure", "record"):
            for document in (support.A_TEXT, support.A_PDF):
                done = self.gouji("extract", document, "--stop-after", stage)
                self.ends(done, 0, "")
                self.assertNotEqual(done.out, "", stage)

    def test_overlay(self):
        done = self.gouji("extract", support.A_PDF, "--overlay", "pages", "-o", "a.json")
        self.ends(done, 0, "")
        self.assertEqual((self.folder / "pages/page-0001.png").read_bytes()[:4], b"\x89PNG")
        done = self.gouji("extract", support.A_TEXT, "--overlay", "pages", "-o", "b.json")
        self.assertEqual(done.returncode, 0)
        self.assertIn("has no pages to draw on", done.err)

    def test_encodings(self):
        text = support.A_TEXT.read_text(encoding="utf-8")
        expected = json.loads(self.gouji("extract", support.A_TEXT).out)
        for encoding, name in (("utf-8-sig", "UTF-8"), ("gb18030", "GB18030"), ("utf-16", "UTF-16LE")):
            self.put("a.txt", text.encode(encoding))
            found = json.loads(self.gouji("extract", "a.txt").out)
            self.assertEqual(found["source"]["encoding"], name)
            for part in ("document", "sections", "items", "tables", "figures", "records"):
                self.assertEqual(found[part], expected[part], f"{encoding}: {part}")


if __name__ == "__main__":
    sys.exit(support.main())
