#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gouji import (reading, tables, checks, storing) against programs that only give text: CPU time on the same PDFs.

    bench_import.py [--gouji PATH] [--runs N] [--no-slow] [PDF …]

All programs read all files in turn, N times; the least CPU time counts (user and system, with start-up and, of the
import, with its workers), as other work on the machine can only make it more. Programs that are not installed are left
out: pdftotext and mutool are asked for text in lines; pdfminer, which is slow, reads once.
"""
import argparse
import pathlib
import shutil
import sys
import tempfile

import bench

TARGET_RATIO = 4
DEBIAN_PYTHON = "/usr/bin/python3"


def one_by_one(command):
    return lambda files, folder: sum(bench.measure([part.replace("FILE", str(pdf)) for part in command])[0]
                                     for pdf in files)


def importing(gouji, jobs):
    def run(files, folder):
        store = pathlib.Path(tempfile.mkdtemp(dir=folder)) / "a.sqlite"
        return bench.measure([gouji, "import", *map(str, files), "--into", str(store), "--jobs", jobs, "--quiet"])[0]
    return run


def has_pdfminer():
    return any(pathlib.Path("/usr/lib/python3/dist-packages").glob("pdfminer/high_level.py"))


def programs(gouji, slow):
    found = {"gouji import": importing(gouji, "1"), "gouji import, 2 workers": importing(gouji, "2"),
             "gouji extract": one_by_one([gouji, "extract", "--quiet", "FILE"]),
             "pdftotext -layout": one_by_one(["pdftotext", "-layout", "FILE", "-"]),
             "pdftotext -raw": one_by_one(["pdftotext", "-raw", "FILE", "-"])}
    if shutil.which("mutool"):
        found["mutool draw -F txt"] = one_by_one(["mutool", "draw", "-q", "-F", "txt", "FILE"])
    if slow and has_pdfminer():
        found["pdfminer"] = one_by_one([DEBIAN_PYTHON, "-c", "import sys, pdfminer.high_level as high\n"
                                        "print(high.extract_text(sys.argv[1]))", "FILE"])
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", metavar="PDF")
    parser.add_argument("--gouji", default=str(bench.ROOT / "build/release/gouji"))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--no-slow", action="store_true", help="leave out pdfminer")
    options = parser.parse_args()
    files = options.files or bench.default_files()
    pages = sum(bench.page_count(pdf) for pdf in files)
    least = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.runs):
            for name, run in programs(options.gouji, not options.no_slow).items():
                if name != "pdfminer" or number == 0:
                    least[name] = min(least.get(name, 1e9), run(files, folder))
    yardstick = least["pdftotext -layout"]
    print(f"{len(files)} files, {pages} pages\n   CPU s  pages/s of a core  times pdftotext -layout")
    for name, seconds in least.items():
        print(f"{seconds:8.2f} {pages / seconds:18.0f} {seconds / yardstick:24.2f}  {name}")
    print(f"wanted of gouji import: at most {TARGET_RATIO}")
    sys.exit(0 if least["gouji import"] <= TARGET_RATIO * yardstick else 1)


if __name__ == "__main__":
    main()
