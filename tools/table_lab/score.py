# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the tables of a report with the truth: cells, exact tables, joins.

A table of the truth is matched with the table of the report that shares most of its texts. Cells are compared after rows
and columns are aligned (longest common sequence of similar ones): a lost row costs its cells only.
"""
import collections

from model import solid


def of_report(table):
    return {"rows": table["rows"], "columns": table["columns"], "header_rows": table["header_rows"],
            "caption": solid(table["caption"]), "unit": table["unit"], "notes": [solid(n) for n in table["notes"]],
            "cells": sorted([c["row"], c["column"], c["row_span"], c["column_span"], solid(c["text"])] for c in table["cells"])}


def bag(table):
    return collections.Counter(c[4] for c in table["cells"] if c[4])


def common(a, b):
    return sum((a & b).values())


def lines(table, axis):
    out = [collections.Counter() for _ in range(table["rows" if axis == 0 else "columns"])]
    for cell in table["cells"]:
        out[cell[axis]][cell[4]] += 1
    return out


def aligned(a, b):
    """Pairs of indexes of two sequences of bags, in order, with the greatest similarity."""
    n, m = len(a), len(b)

    def likeness(x, y):
        total = sum(x.values()) + sum(y.values())
        return 2.0 * common(x, y) / total if total else 1.0

    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    like = [[likeness(x, y) for y in b] for x in a]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + like[i][j] + (1e-6 if like[i][j] else 0))
    pairs, i, j = {}, 0, 0
    while i < n and j < m:
        if like[i][j] and best[i][j] == best[i + 1][j + 1] + like[i][j] + 1e-6:
            pairs[j] = i
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def cell_hits(true, read):
    rows = aligned(lines(true, 0), lines(read, 0))
    columns = aligned(lines(true, 1), lines(read, 1))
    at = {(c[0], c[1]): c[4] for c in true["cells"]}
    return sum(1 for c in read["cells"] if at.get((rows.get(c[0]), columns.get(c[1]))) == c[4])


def compare(true_tables, read_tables):
    """Per true table a result; and the tables of the report that belong to none."""
    read = [of_report(t) for t in read_tables]
    bags = [bag(t) for t in read]
    owner = [None] * len(read)        # which true table a read one holds most of
    shares = []
    for i, true in enumerate(true_tables):
        mine = bag(true)
        shares.append([common(mine, b) for b in bags])
    results = [None] * len(true_tables)
    order = sorted(((s, i, j) for i, row in enumerate(shares) for j, s in enumerate(row) if s), key=lambda x: (-x[0], x[1], x[2]))
    taken = set()
    for s, i, j in order:
        if results[i] is None and j not in taken:
            taken.add(j)
            owner[j] = i
            results[i] = {"read": j}
    out = []
    for i, true in enumerate(true_tables):
        result = results[i] or {"read": None}
        got = read[result["read"]] if result["read"] is not None else None
        result.update(true_cells=len(true["cells"]), read_cells=len(got["cells"]) if got else 0,
                      hits=cell_hits(true, got) if got else 0)
        result["exact"] = bool(got) and got["cells"] == true["cells"]
        result["header"] = bool(got) and (true["form"] or got["header_rows"] in true["header_accept"])
        result["caption"] = bool(got) and got["caption"] == true["caption"]
        result["unit"] = bool(got) and (got["unit"] or None) == true["unit"]
        result["notes"] = bool(got) and got["notes"] == true["notes"]
        # Pieces: further tables of the report that hold a good part of this one.
        pieces = [j for j, s in enumerate(shares[i]) if owner[j] is None and s >= 0.5 * max(1, sum(bags[j].values()))]
        result["pieces"] = len(pieces)
        for j in pieces:
            owner[j] = i
        swallowed = [k for k, row in enumerate(shares) if k != i and got and (results[k] or {"read": None})["read"] is None
                     and row[result["read"]] >= 0.5 * max(1, sum(bag(true_tables[k]).values()))]
        result["swallowed"] = len(swallowed)
        out.append(result)
    extra = [j for j, o in enumerate(owner) if o is None]
    return out, extra


def joins(true_tables, read_tables):
    """What became of the tables as wholes, told by the texts that one of them alone has: per true table "whole", "parts"
    (read in several), "mixed" (read with another one), "short" (some of its texts are in no table); and its pages."""
    count = collections.Counter(text for true in true_tables for text in bag(true).elements())
    holders = {}      # text -> index of the true table
    for i, true in enumerate(true_tables):
        holders.update((text, i) for text in bag(true) if count[text] == 1)
    found = [collections.Counter(holders[c] for c in bag(of_report(table)) if c in holders) for table in read_tables]
    seen = collections.Counter(c for table in read_tables for c in bag(of_report(table)) if c in holders)
    out = []
    for i in range(len(true_tables)):
        mine = [j for j, owners in enumerate(found) if owners[i]]
        pages = [p for j in mine for p in read_tables[j]["pages"] or []]
        verdict = "whole"
        if any(len(found[j]) > 1 for j in mine):
            verdict = "mixed"
        elif len(mine) > 1:
            verdict = "parts"
        elif any(not seen[text] for text, owner in holders.items() if owner == i):
            verdict = "short"
        out.append({"joins": max(pages) - min(pages) if pages else 0, "verdict": verdict})
    return out


def differences(true, read, limit=6):
    """The first cells that differ, for people."""
    if read is None:
        return ["not found"]
    got = of_report(read)
    out = []
    if (got["rows"], got["columns"]) != (true["rows"], true["columns"]):
        out.append(f"{true['rows']}x{true['columns']} read as {got['rows']}x{got['columns']}")
    mine = {tuple(c[:2]): c for c in true["cells"]}
    theirs = {tuple(c[:2]): c for c in got["cells"]}
    for place in sorted(set(mine) | set(theirs)):
        if mine.get(place) != theirs.get(place):
            out.append(f"{place}: {mine.get(place, [0, 0, '', '', 'none'])[2:]} read as {theirs.get(place, [0, 0, '', '', 'none'])[2:]}")
            if len(out) >= limit:
                break
    return out
