#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows what stands in the reports of a folder: a line for each, and some of what was read.

    show_reports.py FOLDER
"""
import json
import pathlib
import sys
import unicodedata


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def cut(text, columns):
    out = ""
    for c in text:
        if width(out + c) > columns - 1:
            return out + "…"
        out += c
    return out


def pad(text, columns):
    text = cut(text, columns) if width(text) > columns else text
    return text + " " * (columns - width(text))


def place(at):
    return "" if at is None else f"page {at['page']}" if "page" in at else f"line {at['line']}"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    reports = [(path, json.loads(path.read_text())) for path in sorted(pathlib.Path(sys.argv[1]).glob("*.json"))]
    if not reports:
        sys.exit(f"{sys.argv[1]}: no report here")
    names = max(width(path.name) for path, _ in reports) + 2
    print(pad("report", names) + pad("kind", 22) + "sections  items  tables  figures  records  problems")
    for path, report in reports:
        counts = [len(report[part]) for part in ("sections", "items", "tables", "figures", "records", "problems")]
        print(pad(path.name, names) + pad(report["document"]["kind"], 22) +
              "{:8}{:7}{:8}{:9}{:9}{:10}".format(*counts))
    path, report = max(reports, key=lambda one: (one[1]["source"]["format"] == "pdf",
                                                 sum(f["kind"] == "money" for f in one[1]["figures"])))
    print(f"\nSome of what {path} says:")
    print("  title   ", report["document"]["title"])
    print("  issuer  ", report["document"]["issuer"])
    print("  years   ", ", ".join(str(year) for year in report["document"]["fiscal_years"]))
    for section in report["sections"][:3]:
        print("  section ", (section["marker"] or "") + " " + section["title"], f"({place(section['at'])})")
    prose = [f for f in report["figures"] if f["kind"] == "money" and "/" not in (f["in"] or "") and f["subject"]]
    for figure in prose[:4]:
        print("  figure  ", f"{figure['subject']}: {figure['text']} = {figure['normalized']['value']} "
              f"{figure['normalized']['unit']} ({place(figure['at'])})")
    for table in [t for t in report["tables"] if t["caption"]][:3]:
        print("  table   ", f"{table['caption']}: {table['rows']} rows, {table['columns']} columns, "
              f"kind {table['kind']} ({place(table['at'])})")


if __name__ == "__main__":
    main()
