# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the program under test in a folder of its own."""
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GOUJI = os.environ.get("GOUJI", str(ROOT / "build/dev/gouji"))
CORPUS = ROOT / "corpus"
REAL = ROOT.parent / "shared" / "corpus"
A_PDF = CORPUS / "final-accounts-linjiang-audit-2023" / "report.chromium.pdf"
A_TEXT = CORPUS / "final-accounts-linjiang-audit-2023" / "report.txt"


class Case(unittest.TestCase):
    """Each test has an empty folder as its working directory."""
    maxDiff = None

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory(prefix="gouji-cli-")
        self.addCleanup(self._folder.cleanup)
        self.folder = pathlib.Path(self._folder.name)

    def gouji(self, *arguments, stdin=b"", stdout=subprocess.PIPE, timeout=120):
        done = subprocess.run([GOUJI, *map(str, arguments)], input=stdin, stdout=stdout, stderr=subprocess.PIPE,
                              cwd=self.folder, timeout=timeout)
        self.assertGreaterEqual(done.returncode, 0, f"killed by signal {-done.returncode}: {done.stderr!r}")
        done.out = (done.stdout or b"").decode("utf-8")
        done.err = done.stderr.decode("utf-8", errors="replace")
        return done

    def put(self, name, contents):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
        return name

    def files(self):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())

    def report(self, name):
        return json.loads((self.folder / name).read_text())

    def ends(self, done, status, err):
        """Exit status and exactly this on standard error."""
        self.assertEqual((done.returncode, done.err), (status, err))


def minimal_pdf(text_operators=b"BT /F1 12 Tf 72 700 Td (Total 12 yuan) Tj ET"):
    """A PDF of one page with a standard font."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length " + str(len(text_operators)).encode() + b" >>\nstream\n" + text_operators + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += str(number).encode() + b" 0 obj\n" + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n" + str(start).encode() + b"\n%%EOF\n"


main = unittest.main
