# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables too wide for a page: their columns go on in a second table of the same rows, printed behind the first.

A total that stands only in the first table has parts in the second; both are read as one.
"""
import re

from .printed import squeezed

PART_OF = re.compile(r"[(（]?(?:[一二三四五六七八九十]|\d|续)[)）]?$|续表")
SAME_LABELS = 0.95
FEWEST_ROWS = 3


def caption_of(table):
    return PART_OF.sub("", squeezed(table["caption"] or ""))


def rows_of(table):
    rows = {}
    for cell in table["cells"]:
        rows.setdefault(cell["row"], {})[cell["column"]] = cell
    return rows


def label_columns(table, other):
    """How many leading columns both tables print alike, head and body; 0 when their rows differ."""
    if table["rows"] != other["rows"] or table["header_rows"] != other["header_rows"]:
        return 0
    first, second = rows_of(table), rows_of(other)
    count = 0
    for column in range(min(table["columns"], other["columns"]) - 1):
        rows = range(table["rows"])
        same = sum(squeezed(first.get(r, {}).get(column, {}).get("text", "")) ==
                   squeezed(second.get(r, {}).get(column, {}).get("text", "")) for r in rows)
        texts = {squeezed(first.get(r, {}).get(column, {}).get("text", "")) for r in rows} - {""}
        if same < SAME_LABELS * len(rows) or len(texts) < FEWEST_ROWS:
            break
        count = column + 1
    return count


def join(table, other, labels):
    shift = table["columns"] - labels
    cells = list(table["cells"])
    for cell in other["cells"]:
        if cell["column"] >= labels:
            cells.append({**cell, "column": cell["column"] + shift})
    cells.sort(key=lambda cell: (cell["row"], cell["column"]))
    return {**table, "id": f"{table['id']}+{other['id']}", "columns": other["columns"] + shift, "cells": cells,
            "pages": [table["pages"][0], other["pages"][1]] if table["pages"] and other["pages"] else None}


def widened(tables):
    """The tables, those that are one but for the width of the page joined."""
    out = []
    for table in tables:
        if out and caption_of(table) and caption_of(table) == caption_of(out[-1]):
            labels = label_columns(out[-1], table)
            if labels:
                out[-1] = join(out[-1], table, labels)
                continue
        out.append(table)
    return out
