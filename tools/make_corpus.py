#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the reports of corpus/ from their sources.

    make_corpus.py [SLUG …]              everything: report.txt, expected.json, both PDFs, about.json
    make_corpus.py --text-only [SLUG …]  report.txt and expected.json (needs neither LibreOffice nor Chromium)
    make_corpus.py --check [SLUG …]      writes nothing; fails when a text or a key is not what its source gives,
                                         or when an arithmetic statement of a source does not hold
"""

import argparse
import json
import sys
from pathlib import Path

from corpus import arithmetic, pdf, style
from corpus.expected_writer import expected
from corpus.markup import load
from corpus.model import Report, SourceError
from corpus.text_writer import text

ROOT = Path(__file__).resolve().parent.parent / "corpus"


def main() -> int:
    options = arguments()
    folders = [ROOT / slug for slug in options.slugs] or sorted(p.parent for p in ROOT.glob("*/source.report"))
    failed = 0
    for folder in folders:
        try:
            failed += one(folder, options)
        except (SourceError, RuntimeError, OSError) as error:
            print(f"{folder.name}: {error}", file=sys.stderr)
            failed += 1
    return 1 if failed else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("slugs", nargs="*", metavar="SLUG")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--text-only", action="store_true")
    return parser.parse_args()


def one(folder: Path, options: argparse.Namespace) -> int:
    """Makes or checks one report; the number of faults."""
    report = load(folder / "source.report")
    wrong = arithmetic.check(report)
    for message in wrong:
        print(f"{folder.name}: {message}", file=sys.stderr)
    outputs = {"report.txt": text(report), "expected.json": to_json(expected(report))}
    for name, content in outputs.items():
        path = folder / name
        if not options.check:
            path.write_text(content, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != content:
            wrong.append(name)
            print(f"{folder.name}: {name} is not what source.report gives; run tools/make_corpus.py", file=sys.stderr)
    if not (options.check or options.text_only):
        pdf.libreoffice_pdf(report, folder / "report.libreoffice.pdf")
        pdf.chromium_pdf(report, folder / "report.chromium.pdf")
        (folder / "about.json").write_text(to_json(about(report)), encoding="utf-8")
    return len(wrong)


def about(report: Report) -> dict:
    head = report.head
    return {
        "slug": report.slug,
        "title": head["title"],
        "kind": head["kind"],
        "origin": "written for this project; every body, place, person and amount in it is invented",
        "exercises": head["exercises"],
        "planted_faults": head.get("faults", []),
        "text_manner": head.get("text_manner", "plain"),
        "fonts": [style.SERIF, style.SANS],
        "producers": pdf.versions(),
        "licence": "GPL-3.0-or-later",
    }


def to_json(value) -> str:
    """Indented, but one row of a grid and one small object a line, so that a difference reads well."""
    return write(value, "") + "\n"


def write(value, indent: str) -> str:
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or not value or len(flat) <= 160:
        return flat
    deeper = indent + "  "
    if isinstance(value, dict):
        parts = [f"{json.dumps(k, ensure_ascii=False)}: {write(v, deeper)}" for k, v in value.items()]
        return "{\n" + ",\n".join(deeper + part for part in parts) + f"\n{indent}}}"
    if all(not isinstance(v, (dict, list)) for v in value):
        return flat
    return "[\n" + ",\n".join(deeper + write(v, deeper) for v in value) + f"\n{indent}]"


if __name__ == "__main__":
    sys.exit(main())
