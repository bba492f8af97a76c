#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures gouji against everything labelled that is there, with one command.

    evaluate.py [--gouji PATH] [--json FILE] [--errors N] [PART …]

PART: labels (answer keys of documents), numbers (number suites), icdar (table competition), corpus (every real
document: exit status and time). Without any: labels and numbers. All lie in ../shared beside the project; what is
not there is left out with a message. --errors N lists up to N misses of each metric.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
PARTS = ("labels", "numbers", "icdar", "corpus")
# Which document an answer key is for, and the scorer that reads it. Keys of texts name their file themselves.
PDF_KEYS = {"pdf-final-accounts-guihua-2024.json": "final_accounts/*规划和自然资源局_2024*.pdf"}


def extract(gouji, document, folder):
    report = pathlib.Path(folder) / (document.name + ".json")
    done = subprocess.run([gouji, "extract", "--quiet", str(document), "-o", str(report)], capture_output=True, text=True)
    return report, done


def document_of(key):
    if key.name in PDF_KEYS:
        return next(iter(sorted((SHARED / "corpus").glob(PDF_KEYS[key.name]))), None)
    named = json.loads(key.read_text()).get("file")
    return SHARED / "corpus" / named if named else None


def scorer(name, *arguments):
    done = subprocess.run([sys.executable, str(SHARED / "tools" / name), *map(str, arguments)], capture_output=True,
                          text=True)
    if done.returncode != 0:
        print(f"  {name}: {done.stderr.strip()}")
    return done.stdout


def labels(options, folder):
    results = {}
    for key in sorted((SHARED / "labels").glob("*.json")):
        document = document_of(key)
        if document is None or not document.exists():
            print(f"{key.name}: its document is not here")
            continue
        report, done = extract(options.gouji, document, folder)
        if not report.exists():
            print(f"{key.name}: no report: {done.stderr.strip()}")
            continue
        name = "score_pdf.py" if key.name in PDF_KEYS else "score_text.py"
        print(f"\n{key.name}")
        print("\n".join(scorer(name, report, key, "--errors", options.errors).splitlines()[1:]))
        said = scorer(name, report, key, "--json")
        results[key.name] = json.loads(said)["metrics"] if said else None
    return results


def numbers(options, _folder):
    results = {}
    for cases in sorted((SHARED / "numbers").glob("*.jsonl")):
        print(f"\n{cases.name}")
        command = [cases, options.gouji, "figures", "--lines"]
        print("\n".join(scorer("score_numbers.py", "--errors", options.errors, *command).splitlines()[1:]))
        said = scorer("score_numbers.py", "--json", *command)
        results[cases.name] = json.loads(said)["metrics"] if said else None
    return results


def icdar(options, folder):
    truth = SHARED / "bench" / "icdar2013"
    tables = pathlib.Path(folder) / "icdar"
    tables.mkdir()
    for pdf in sorted(truth.glob("*.pdf")):
        report, _ = extract(options.gouji, pdf, folder)
        if report.exists():
            (tables / (pdf.stem + ".json")).write_text(scorer("report_to_tables.py", report))
    said = scorer("score_icdar.py", "--gt", truth, tables)
    print(said)
    return {"summary": said.splitlines()[-3:]}


def corpus(options, folder):
    results = {}
    for document in sorted(path for path in (SHARED / "corpus").rglob("*") if path.suffix in (".pdf", ".txt")):
        started = time.monotonic()
        report, done = extract(options.gouji, document, folder)
        data = json.loads(report.read_text()) if report.exists() else {}
        counts = {part: len(data.get(part, [])) for part in ("sections", "items", "tables", "figures", "records",
                                                             "problems")}
        name = str(document.relative_to(SHARED / "corpus"))
        results[name] = {"status": done.returncode, "seconds": time.monotonic() - started, **counts}
        print(f"{done.returncode} {results[name]['seconds']:6.2f}s " +
              " ".join(f"{part} {count:5}" for part, count in counts.items()) + f"  {name}")
    return results


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--gouji", default=str(ROOT / "build/release/gouji"))
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--json", metavar="FILE", help="write all metrics here too")
    options = parser.parse_args()
    for part in options.parts:
        if part not in PARTS:
            parser.error(f"{part}: parts are {', '.join(PARTS)}")
    if not SHARED.is_dir():
        sys.exit(f"{SHARED} is not here: nothing to measure against")
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        for part in options.parts or ["labels", "numbers"]:
            results[part] = globals()[part](options, folder)
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(results, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
