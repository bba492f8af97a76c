#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""gouji extract against pdftotext -layout: CPU time and peak memory on the same PDFs in the same run.

    bench.py [--gouji PATH] [--runs N] [--json FILE] [--no-large] [PDF …]

Every file is read N times by both programs in turn; the median of the user and system time counts, start-up
included. Then a PDF of 1,000 pages, made of the shipped reports with pdfunite, shows the peak memory.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "corpus"
LARGE_PAGES = 1000
TARGET_RATIO, TARGET_MEMORY_MB = 2.5, 100


def measure(command):
    """User and system seconds, peak memory in MB, exit status of one run."""
    with open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(command, stdout=nothing, stderr=nothing)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode


def compare(gouji, pdf, runs):
    commands = {"gouji": [gouji, "extract", "--quiet", str(pdf)], "pdftotext": ["pdftotext", "-layout", str(pdf), "-"]}
    seconds = {name: [] for name in commands}
    memory, status = 0, {}
    for _ in range(runs):
        for name, command in commands.items():
            cpu, peak, status[name] = measure(command)
            seconds[name].append(cpu)
            if name == "gouji":
                memory = max(memory, peak)
    medians = {name: statistics.median(times) for name, times in seconds.items()}
    return {"file": str(pdf), "pages": page_count(pdf), "gouji_ms": 1000 * medians["gouji"],
            "pdftotext_ms": 1000 * medians["pdftotext"], "memory_mb": memory, "status": status["gouji"],
            "ratio": medians["gouji"] / max(medians["pdftotext"], 1e-6)}


def page_count(pdf):
    said = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, errors="replace").stdout
    return next((int(line.split()[1]) for line in said.splitlines() if line.startswith("Pages:")), 0)


def readable(pdf):
    return subprocess.run(["pdftotext", "-l", "1", str(pdf), os.devnull], capture_output=True).returncode == 0


def default_files():
    files = sorted(ROOT.glob("corpus/*/*.pdf"))
    if SHARED.is_dir():
        files += [pdf for pdf in sorted(SHARED.rglob("*.pdf")) if readable(pdf)]
    return files


def large_pdf(folder):
    """1,000 pages of the shipped reports, one after the other."""
    sources = sorted(ROOT.glob("corpus/*/report.libreoffice.pdf"))
    if not sources:
        return None
    parts, pages = [], 0
    while pages < LARGE_PAGES:
        pdf = sources[len(parts) % len(sources)]
        parts.append(str(pdf))
        pages += page_count(pdf)
    out = pathlib.Path(folder) / "large.pdf"
    subprocess.run(["pdfunite", *parts, str(out)], check=True)
    return out


def line(row):
    return (f"{row['ratio']:6.2f} {row['gouji_ms']:9.1f} {row['pdftotext_ms']:10.1f} {row['pages']:6} "
            f"{row['memory_mb']:7.1f}  {pathlib.Path(row['file']).parent.name}/{pathlib.Path(row['file']).name}"
            + ("" if row["status"] == 0 else f"  (exit status {row['status']})"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", metavar="PDF")
    parser.add_argument("--gouji", default=str(ROOT / "build/release/gouji"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", metavar="FILE", help="write the measurements here too")
    parser.add_argument("--no-large", action="store_true", help="leave out the PDF of 1,000 pages")
    options = parser.parse_args()
    rows = []
    print(" ratio  gouji ms  pdftotext  pages  peak MB  file", flush=True)
    for pdf in options.files or default_files():
        rows.append(compare(options.gouji, pdf, options.runs))
        print(line(rows[-1]), flush=True)
    if not rows:
        sys.exit("no file to measure")
    total = sum(row["gouji_ms"] for row in rows) / sum(row["pdftotext_ms"] for row in rows)
    worst = max(row["ratio"] for row in rows)
    print(f"{total:6.2f}  over all {len(rows)} files (worst {worst:.2f}, median "
          f"{statistics.median(row['ratio'] for row in rows):.2f}, wanted at most {TARGET_RATIO})")
    large = None
    if not options.no_large and not options.files:
        with tempfile.TemporaryDirectory() as folder:
            pdf = large_pdf(folder)
            if pdf is not None:
                large = compare(options.gouji, pdf, 1)
                print(line(large) + f"  (peak wanted at most {TARGET_MEMORY_MB} MB)")
    start = statistics.median(measure([options.gouji, "--version"])[0] for _ in range(9))
    print(f"start-up: {1000 * start:.1f} ms CPU")
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(
            {"files": rows, "ratio": total, "large": large, "start_ms": 1000 * start}, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
