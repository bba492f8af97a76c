#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures, without labels, how well tables were read: the share of arithmetic relations inside tables that hold.

    table_sums.py [--documents DIR] [--failures] [--open] [--kinds] [--json FILE] REPORT|DIR …

Real tables nearly always add up, so a relation that fails is nearly always a misread cell. Relations: totals and
subtotals of rows and columns, 类 = Σ款 = Σ项 by code, depth by marks and indentation, 收入总计 = 支出总计, changes,
rates and shares, formulas in heads, 其中 as a bound. Only such are counted as wording or codes determine, or as most
rows of the same table bear out; "open" are those that no reading explains, left out of the share.

Indentation is read from the documents themselves with pdftotext, where they lie under --documents DIR as the reports
name them (or at that very path). Exit status 0; 2 for wrong usage.
"""
import argparse
import json
import pathlib
import sys

from table_sums import columns, diagnose, indentation, rows
from table_sums.grid import Grid
from table_sums.relation import FAILED, HELD, OPEN
from table_sums.widened import widened

# The finder that comes first keeps a relation that several find.
FINDERS = (rows.code_relations, columns.formula_relations, rows.total_relations, columns.total_relations,
           rows.balance_relations, rows.depth_relations, columns.change_relations, columns.rate_relations,
           rows.bound_relations)

ROW_KINDS = ("code", "total row", "indentation", "mark", "label column")
DEPTH_KINDS = ("indentation", "mark", "label column")


def relations_of(grid):
    """All relations of a table, each once."""
    found = {}
    for finder in FINDERS:
        for one in finder(grid):
            known = found.get(one.key)
            if known is None or (known.status == OPEN and one.status != OPEN):
                found[one.key] = one
    settled = {rows_place(one) for one in found.values() if one.status != OPEN and one.kind != "bound"}
    # A reading by depth says nothing where another reading of the same cell holds.
    held = {rows_place(one) for one in found.values() if one.status == HELD and one.kind in ROW_KINDS}
    kept = [one for one in found.values() if not (one.status == OPEN and rows_place(one) in settled) and
            not (one.status == FAILED and one.kind in DEPTH_KINDS and rows_place(one) in held)]
    kept = [one for one in kept if not (one.status == FAILED and one.kind == "code" and added_beside(one, kept))]
    for one in kept:
        # A cross says that a place does not apply: what a total of such a column covers is not certain.
        if one.status == FAILED and any(grid.text(r, rows_place(one)[1]) == "×" for r in grid.body):
            one.status = OPEN
    blank_means_none = any(one.status == HELD and one.blanks for one in kept)
    for one in kept:
        if one.status == FAILED and one.blanks and not blank_means_none and not one.bounds:
            one.status = OPEN
    return kept


def added_beside(one, relations):
    """Does a total that holds add a row and its sub-codes side by side? Then the codes are no hierarchy here."""
    rows_of = {operand.cell["row"] for operand in one.operands} | {one.result.cell["row"]}
    return any(other.kind == "total row" and other.status == HELD and
               rows_of <= {operand.cell["row"] for operand in other.operands} for other in relations)


def rows_place(one):
    return one.result.cell["row"], one.result.cell["column"]


def pages_of(report, documents):
    name = report["source"]["path"] or ""
    spans = [table["pages"] for table in report["tables"] if table["pages"]]
    for path in ([documents / name] if documents else []) + [pathlib.Path(name)]:
        if spans and path.suffix.lower() == ".pdf" and path.is_file():
            return indentation.words_of(path, min(s[0] for s in spans), max(s[1] for s in spans))
    return {}


def measure(report, documents):
    """[(table, grid, relations)] of one report."""
    pages = pages_of(report, documents)
    out = []
    for table in widened(report["tables"]):
        grid = Grid(table)
        if pages:
            indentation.add_indents(grid, pages)
        relations = relations_of(grid)
        for one in relations:
            if one.status != HELD:
                one.hint = "; ".join(diagnose.hints(one, grid))
        out.append((table, grid, relations))
    return out


def count(relations, status):
    return sum(one.status == status for one in relations)


def line(name, relations):
    held, failed = count(relations, HELD), count(relations, FAILED)
    share = f"{100 * held / (held + failed):7.2f}%" if held + failed else "      –"
    return f"{held + failed:7} {held:7} {failed:7} {share} {count(relations, OPEN):6}  {name}"


def show(measured, status):
    for table, _, relations in measured:
        for one in relations:
            if one.status == status:
                print(f"    page {one.page} {table['id']} r{one.result.cell['row']}c{one.result.cell['column']} "
                      f"{one.kind}: {one.formula()}" + (f"\n        {one.hint}" if one.hint else ""))


def entry(table, one):
    return {"table": table["id"], "page": one.page, "kind": one.kind, "status": one.status,
            "cell": rows_place(one), "printed": one.result.figure.text, "formula": one.formula(), "hint": one.hint}


def reports_of(paths):
    for path in paths:
        yield from sorted(path.glob("*.json")) if path.is_dir() else [path]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+", type=pathlib.Path)
    parser.add_argument("--documents", type=pathlib.Path)
    parser.add_argument("--failures", action="store_true")
    parser.add_argument("--open", action="store_true")
    parser.add_argument("--kinds", action="store_true")
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    every, written = [], {}
    print("  found    held  failed    share   open  report")
    for path in reports_of(options.reports):
        try:
            report = json.loads(path.read_text())
        except (OSError, ValueError) as error:
            sys.exit(f"{path}: not a report: {error}")
        measured = measure(report, options.documents)
        relations = [one for _, _, some in measured for one in some]
        every += relations
        written[path.name] = [entry(table, one) for table, _, some in measured for one in some]
        print(line(f"{path.stem} ({len(measured)} tables, {sum(bool(some) for _, _, some in measured)} with relations)",
                   relations))
        if options.failures:
            show(measured, FAILED)
        if options.open:
            print("    open:") if count(relations, OPEN) else None
            show(measured, OPEN)
    if options.kinds:
        for kind in sorted({one.kind for one in every}):
            print(line(kind, [one for one in every if one.kind == kind]))
    print(line("in all", every))
    if options.json:
        options.json.write_text(json.dumps(written, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
