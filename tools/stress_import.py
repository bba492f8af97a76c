#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gouji import under conditions that a test of a minute cannot make.

    stress_import.py kills [--count 20000]     many documents, a kill -9 of the import every few seconds, until it ends by
                                               itself; then the store is compared, row for row, with that of an
                                               undisturbed import
    stress_import.py mutations [--count 5000]  damaged PDFs of every kind; each must be accounted for
    stress_import.py crafted                   PDFs made to hurt: nested forms, floods of text, endless white space …
    stress_import.py workers [--count 400]     throughput of two workers against one

Documents are made from those of corpus/ (and of ../shared/corpus, where it is there) in a folder of their own below
--folder, which is removed at the end. The result is printed as a table for docs/import.md; the exit status is 0 when
everything held.
"""
import argparse
import json
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "corpus"


def sources(real):
    found = sorted(ROOT.glob("corpus/*/report.txt")) + sorted(ROOT.glob("corpus/*/report.libreoffice.pdf"))
    if real and SHARED.is_dir():
        found += sorted(path for path in SHARED.rglob("*") if path.suffix in (".pdf", ".txt"))
    return [path.read_bytes() for path in found]


def excerpt(data, chance):
    """Some lines of a text, as they follow each other."""
    lines = data.splitlines(keepends=True)
    begin = chance.randrange(max(1, len(lines) - 20))
    return b"".join(lines[begin:begin + chance.randrange(20, 120)])


def varied(data, number, chance):
    """The same document with small changes: other digits in a text; in a PDF bytes behind its end."""
    if data.startswith(b"%PDF"):
        return data + b"\n%% copy %d\n" % number
    digits = [match.start() for match in re.finditer(rb"[1-9]", data)]
    data = bytearray(data)
    for at in chance.sample(digits, min(5, len(digits))):
        data[at] = ord(chance.choice("123456789"))
    return bytes(data) + b"\n%d\n" % number


def make_documents(folder, count, real, small=False, seed=1):
    """`small`: of 25 documents, 24 are excerpts of texts."""
    chance = random.Random(seed)
    originals = sources(real)
    texts = [data for data in originals if not data.startswith(b"%PDF")]
    for i in range(count):
        if small:
            data = excerpt(chance.choice(texts), chance) if i % 25 else originals[i // 25 % len(originals)]
        else:
            data = originals[i % len(originals)]
        data = varied(data, i, chance)
        path = folder / f"{i // 500:03}" / f"{i:06}{'.pdf' if data.startswith(b'%PDF') else '.txt'}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def differences(one, other):
    """Names of the tables of two stores whose rows are not the same: rows are met by their key, so that millions of
    them are compared without sorting."""
    with sqlite3.connect(one) as database:
        database.execute("ATTACH ? AS other", (str(other),))
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [name for name in names if len(set(counts(database, name))) > 1]


def counts(database, name):
    """Rows of the table in the one store, in the other, and those that are the same in both."""
    columns = database.execute(f"PRAGMA table_info({name})").fetchall()
    by = [column[1] for column in columns if column[5] > 0] or [column[1] for column in columns]
    same = " AND ".join([f"a.{column} = b.{column}" for column in by] +
                        [f"a.{column[1]} IS b.{column[1]}" for column in columns if column[1] not in by])
    for query in (f"main.{name}", f"other.{name}", f"main.{name} a CROSS JOIN other.{name} b ON {same}"):
        yield database.execute(f"SELECT count(*) FROM {query}").fetchone()[0]


def ask(store, query):
    with sqlite3.connect(store) as database:
        return database.execute(query).fetchone()


class Stress:
    def __init__(self, options):
        self.options = options
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="gouji-stress-", dir=options.folder))
        self.reports = self.folder / "reports"
        self.reports.mkdir()

    def command(self, store, *arguments):
        return [self.options.gouji, "import", str(self.reports), "--into", str(self.folder / store), "--quiet",
                "--report", str(self.folder / "summary.json"), *arguments]

    def run(self, store, *arguments):
        """An import left alone: its summary."""
        status = subprocess.run(self.command(store, *arguments), stderr=subprocess.DEVNULL).returncode
        summary = json.loads((self.folder / "summary.json").read_text())
        return summary | {"status": status}

    def kills(self):
        make_documents(self.reports, self.options.count or 20000, self.options.real, self.options.small)
        chance, kills, worker_kills, peak = random.Random(7), 0, 0, 0
        while True:
            process = subprocess.Popen(self.command("killed.sqlite"), stderr=subprocess.DEVNULL)
            ends = time.monotonic() + chance.uniform(*self.options.every)
            while process.poll() is None and time.monotonic() < ends:
                try:
                    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
                    peak = max(peak, int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) // 1024)
                    if chance.random() < 0.3:
                        children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
                        os.kill(int(chance.choice(children)), 9)
                        worker_kills += 1
                except (OSError, IndexError, AttributeError):
                    pass
                time.sleep(0.5)
            if process.poll() is not None:
                break
            process.kill()
            process.wait()
            kills += 1
        last = json.loads((self.folder / "summary.json").read_text())
        whole = self.run("whole.sqlite")
        different = differences(self.folder / "killed.sqlite", self.folder / "whole.sqlite")
        print(f"documents {whole['files']['known']}, pages {whole['pages']}, read {whole['files']['read']}, "
              f"failed {whole['files']['failed']}, the same {whole['files']['same']}")
        print(f"kill -9: {kills} of the import, {worker_kills} of workers; parent at most "
              f"{max(peak, last['parent_peak_mb'], whole['parent_peak_mb'])} MB, worker at most "
              f"{max(last['worker_peak_mb'], whole['worker_peak_mb'])} MB")
        print(f"undisturbed: {whole['wall_ms'] / 1000:.0f} s, store {os.path.getsize(self.folder / 'whole.sqlite') >> 20} MB")
        print("tables that differ:", ", ".join(different) or "none")
        return not different

    def mutations(self):
        chance = random.Random(3)
        originals = [data for data in sources(self.options.real) if data.startswith(b"%PDF")]
        count = self.options.count or 5000
        for i in range(count):
            (self.reports / f"{i:05}.pdf").write_bytes(mutated(chance.choice(originals), chance))
        return self.accounted(count, "--timeout", "30")

    def crafted(self):
        documents = crafted_documents()
        for name, data in documents.items():
            (self.reports / f"{name}.pdf").write_bytes(data)
        good = self.accounted(len(documents), "--timeout", "30")
        with sqlite3.connect(self.folder / "a.sqlite") as database:
            for path, failure, problems in database.execute(
                    "SELECT p.path, d.failure, (SELECT group_concat(DISTINCT code) FROM problems x WHERE x.document = "
                    "d.id) FROM paths p JOIN documents d ON d.id = p.document ORDER BY 1"):
                print(f"  {pathlib.Path(path).name:24} {failure or 'read':14} {problems or ''}")
        return good

    def accounted(self, count, *arguments):
        summary = self.run("a.sqlite", *arguments)
        files = summary["files"]
        told = files["read"] + files["failed"] + files["unread"] + files["same"]
        stored = ask(self.folder / "a.sqlite", "SELECT count(*) FROM paths")[0]
        print(f"documents {count}, read {files['read']}, failed {files['failed']} {summary['by_failure']}, the same "
              f"{files['same']}; in the store {stored}")
        print(f"workers started {summary['workers_started']}, wall {summary['wall_ms'] / 1000:.0f} s, parent "
              f"{summary['parent_peak_mb']} MB, worker at most {summary['worker_peak_mb']} MB")
        return told == count == stored and summary["status"] in (0, 3)

    def workers(self):
        make_documents(self.reports, self.options.count or 400, self.options.real)
        self.run("warm.sqlite", "--jobs", "2")
        best = {}
        for _ in range(3):
            for jobs in ("1", "2"):
                (self.folder / "a.sqlite").unlink(missing_ok=True)
                before = os.times()
                summary = self.run("a.sqlite", "--jobs", jobs)
                after = os.times()
                cpu = sum(after[2:4]) - sum(before[2:4])
                best[jobs] = min(best.get(jobs, (1e9, 0, 0)), (summary["wall_ms"] / 1000, cpu,
                                                               summary["reading_cpu_ms"] / 1000))
        for jobs, (wall, cpu, reading) in best.items():
            print(f"--jobs {jobs}: {wall:.2f} s wall, {cpu:.2f} s CPU, of which reading {reading:.2f} s")
        ratio = best["1"][0] / best["2"][0]
        print(f"two workers are {ratio:.2f} times one; storing takes {100 * (best['1'][1] / best['1'][2] - 1):.0f}% of "
              "the CPU time of reading")
        return ratio >= 1.8


def mutated(data, chance):
    """Bytes changed, cut out, doubled, swapped; streams damaged; the end lost."""
    data = bytearray(data)
    kind = chance.randrange(6)
    if kind == 0:
        for _ in range(chance.choice((1, 5, 50, 500))):
            data[chance.randrange(len(data))] = chance.randrange(256)
    elif kind == 1:
        del data[chance.randrange(len(data)):]
    elif kind == 2:
        start = chance.randrange(len(data))
        del data[start:start + chance.randrange(1, 5000)]
    elif kind == 3:
        start = chance.randrange(len(data))
        data[start:start] = data[start:start + chance.randrange(1, 5000)]
    elif kind == 4:
        numbers = list(re.finditer(rb"\d+", data[-20000:] if chance.random() < 0.5 else data[:20000]))
        for match in chance.sample(numbers, min(5, len(numbers))):
            offset = len(data) - 20000 if len(data) > 20000 and chance.random() < 0.5 else 0
            number = str(chance.choice((0, -1, 7, 2**31 - 1, 2**63, 65536))).encode()
            data[offset + match.start():offset + match.start() + len(number)] = number
    else:
        words = list(re.finditer(rb"/[A-Z][A-Za-z]+", data))
        for match in chance.sample(words, min(3, len(words))):
            other = chance.choice(words).group()
            data[match.start():match.end()] = other[:match.end() - match.start()].ljust(match.end() - match.start())
    return bytes(data)


def pdf_of(objects):
    """Objects by number, 1 is the catalog."""
    out, offsets = bytearray(b"%PDF-1.5\n"), {}
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (max(objects) + 1)
    for number in range(1, max(objects) + 1):
        out += b"%010d 00000 n \n" % offsets.get(number, 0)
    return bytes(out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (max(objects) + 1, start))


def stream(data, more=b"", flate=True):
    body = zlib.compress(data, 9) if flate else data
    return (b"<< " + more + (b" /Filter /FlateDecode" if flate else b"") + b" /Length %d >>\nstream\n" % len(body) + body +
            b"\nendstream")


def page_with(content, resources=b"/Font << /F1 5 0 R >>", others=None, pages=1):
    kids = b" ".join(b"3 0 R" for _ in range(pages))
    return pdf_of({1: b"<< /Type /Catalog /Pages 2 0 R >>",
                   2: b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % pages,
                   3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << " + resources +
                      b" >> >>", 4: stream(content),
                   5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", **(others or {})})


def nested_forms(depth, times):
    others = {}
    for level in range(depth):
        inner = b"/Resources << /XObject << /F %d 0 R >> /Font << /F1 5 0 R >> >>" % (11 + level)
        content = b"/F Do " * times if level + 1 < depth else b"BT /F1 12 Tf 20 20 Td (leaf) Tj ET"
        others[10 + level] = stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + inner)
    return page_with(b"/F Do", b"/XObject << /F 10 0 R >>", others)


def crafted_documents():
    text = b"BT /F1 12 Tf 72 700 Td (Total 12 yuan) Tj ET\n"
    loop = {10: stream(b"/F Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 10 0 R >> >>")}
    return {
        "form-in-itself": page_with(b"/F Do", b"/XObject << /F 10 0 R >>", loop),
        "forms-3-to-the-16th": nested_forms(16, 3),
        "forms-10-to-the-8th": nested_forms(8, 10),
        "forms-100-deep": nested_forms(100, 1),
        "text-20-million": page_with(b"BT /F1 1 Tf (" + b"7" * 1000 + b") Tj ET\n" * 1 + (b"BT /F1 1 Tf (" + b"7" * 1000 +
                                                                                       b") Tj ET\n") * 20000),
        "white-space-200-mb": page_with(b" " * 200_000_000 + text),
        "lines-2-million": page_with(b"0 0 m 9 9 l S\n" * 2_000_000),
        "rectangles-2-million": page_with(b"".join(b"%d %d 1 1 re f\n" % (i % 595, i // 595 % 842)
                                                   for i in range(2_000_000))),
        "states-5-million": page_with(b"q " * 5_000_000 + text),
        "page-20000-times": page_with(text, pages=20000),
        "pages-tree-loop": pdf_of({1: b"<< /Type /Catalog /Pages 2 0 R >>",
                                   2: b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"}),
        "count-2-billion": pdf_of({1: b"<< /Type /Catalog /Pages 2 0 R >>",
                                   2: b"<< /Type /Pages /Kids [] /Count 2000000000 >>"}),
        "box-without-end": page_with(text).replace(b"[0 0 595 842]", b"[0 0 1e9 1e9]"),
        "image-of-64-gigapixels": page_with(b"/I Do " + text, b"/Font << /F1 5 0 R >> /XObject << /I 10 0 R >>", {
            10: stream(b"\0" * 100, b"/Type /XObject /Subtype /Image /Width 262144 /Height 262144 /BitsPerComponent 8 "
                       b"/ColorSpace /DeviceRGB")}),
        "flate-in-flate": pdf_of({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                  3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
                                  4: b"<< /Filter [/FlateDecode /FlateDecode /FlateDecode] /Length %d >>\nstream\n" %
                                     len(bomb()) + bomb() + b"\nendstream"}),
        "harmless": page_with(text),
    }


def bomb():
    data = b" " * 300_000_000
    for _ in range(3):
        data = zlib.compress(data, 9)
    return data


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["kills", "mutations", "crafted", "workers"])
    parser.add_argument("--gouji", default=str(ROOT / "build/release/gouji"))
    parser.add_argument("--count", type=int)
    parser.add_argument("--folder", help="where the documents and stores are made (the system's temporary folder)")
    parser.add_argument("--real", action="store_true", help="use the documents beside the project, too")
    parser.add_argument("--small", action="store_true", help="kills: mostly excerpts of texts, for a machine that is slow or busy")
    parser.add_argument("--every", type=float, nargs=2, default=(2, 8), metavar=("MIN", "MAX"),
                        help="seconds between two kills of the import")
    options = parser.parse_args()
    stress = Stress(options)
    try:
        good = getattr(stress, options.what)()
    finally:
        shutil.rmtree(stress.folder, ignore_errors=True)
    print("held" if good else "DID NOT HOLD")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
