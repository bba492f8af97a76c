# SPDX-License-Identifier: GPL-3.0-or-later
"""What a generated document is made of, and its truth.

A table is a tiling of rows × columns by cells. How it is ruled is told by edges: for each cell, which of its four sides
carry a line. The truth of a document is the list of its tables as `gouji extract` should give them.
"""
import dataclasses
import re


@dataclasses.dataclass
class Cell:
    row: int
    column: int
    text: str = ""
    row_span: int = 1
    column_span: int = 1
    align: str = "left"      # left, center, right
    bold: bool = False
    indent: int = 0          # leading blanks, in letters
    nowrap: bool = False


@dataclasses.dataclass
class Table:
    kind: str
    rows: int
    columns: int
    header_rows: int
    cells: list
    widths: list                        # share of each column
    caption: str = ""
    unit: str = ""                      # "万元"; "" = none
    notes: list = dataclasses.field(default_factory=list)
    header_accept: list = dataclasses.field(default_factory=list)
    form: bool = False                  # labels beside values: header rows are not asked for
    # how it is printed; set by documents.py
    rules: str = "grid"
    repeat_header: bool = False
    caption_place: str = "above"        # above, inside, none
    unit_place: str = "line"            # line, with_caption, in_caption, inside, none
    head_line: str = ""                 # "编制单位：…", on the line of the unit
    wide: bool = False
    break_before: bool = False
    split_rows: bool = True
    vertical: str = "middle"
    size: float = 9
    padding: float = 2.5
    parts: list = dataclasses.field(default_factory=list)   # rows before which the author turns the page by hand
    part_mark: str = ""                 # printed above each further part: "续表"; "caption": the caption again with （续）
    part_unit: bool = False             # the unit line is printed again above each further part
    part_turned: bool = False           # further parts are printed across, the first one upright

    def stretches(self):
        """First and last + 1 row of each part that the author printed on pages of its own."""
        starts = [0, *self.parts]
        return list(zip(starts, [*self.parts, self.rows]))

    def mark_above_part(self):
        return f"{self.caption}（续）" if self.part_mark == "caption" else self.part_mark

    def cell_at(self, row, column):
        for cell in self.cells:
            if cell.row <= row < cell.row + cell.row_span and cell.column <= column < cell.column + cell.column_span:
                return cell
        raise ValueError(f"no cell at {row},{column}")

    def check(self):
        seen = {}
        for cell in self.cells:
            for r in range(cell.row, cell.row + cell.row_span):
                for c in range(cell.column, cell.column + cell.column_span):
                    assert (r, c) not in seen and r < self.rows and c < self.columns, (self.kind, r, c)
                    seen[r, c] = cell
        assert len(seen) == self.rows * self.columns, (self.kind, self.rows, self.columns, len(seen))
        assert len(self.widths) == self.columns
        return self


@dataclasses.dataclass
class Paragraph:
    text: str
    style: str = "body"      # body, heading, title, center, right
    break_before: bool = False


@dataclasses.dataclass
class Document:
    name: str
    producer: str
    blocks: list
    font: str
    digits: str              # a font for Latin letters and digits, may be the same
    landscape: bool = False
    page_numbers: bool = True
    running_head: str = ""
    options: dict = dataclasses.field(default_factory=dict)


RULES = ("grid", "open_sides", "column_rules", "three_line", "row_rules", "zebra", "header_grid", "none", "band_rows", "band_only")
RULED = ("grid", "open_sides")


def edges(table, cell):
    """Which sides of the cell carry a line: a set of "top", "bottom", "left", "right"."""
    first, last = cell.row == 0, cell.row + cell.row_span == table.rows
    left, right = cell.column == 0, cell.column + cell.column_span == table.columns
    head = cell.row < table.header_rows
    head_end = cell.row + cell.row_span == table.header_rows
    after_head = cell.row == table.header_rows
    sides = {"top", "bottom", "left", "right"}
    if table.rules == "grid":
        return sides
    if table.rules == "open_sides":
        return sides - ({"left"} if left else set()) - ({"right"} if right else set())
    if table.rules == "column_rules":
        return {"left", "right"} | ({"top"} if head or first or after_head else set()) | (
            {"bottom"} if head or last else set())
    if table.rules == "header_grid":
        if head:
            return sides
        return ({"top"} if after_head else set()) | ({"bottom"} if last else set()) | (
            {"left"} if left else set()) | ({"right"} if right else set())
    if table.rules == "three_line":
        lines = ({"top"} if first or after_head else set()) | ({"bottom"} if last or head_end else set())
        if head and cell.column_span > 1 and not head_end:
            lines.add("bottom")     # the short rule under a heading of several columns
        if head and cell.row > 0 and table.cell_at(cell.row - 1, cell.column).column_span > 1:
            lines.add("top")
        return lines
    if table.rules == "band_only":
        return {"bottom"} if last else set()
    if table.rules in ("row_rules", "band_rows"):
        return {"top", "bottom"}
    return set()


def fill(table, cell):
    """A grey, 0 to 1, or None."""
    if table.rules in ("band_rows", "band_only"):
        return 0.72 if cell.row < table.header_rows else None
    if table.rules == "zebra":
        if cell.row < table.header_rows:
            return 0.80
        return 0.93 if (cell.row - table.header_rows) % 2 else None
    return None


BLANK = re.compile(r"\s+")


def solid(text):
    return BLANK.sub("", text or "")


def truth_of(table):
    return {
        "kind": table.kind, "rules": table.rules, "caption": solid(table.caption), "unit": table.unit or None,
        "rows": table.rows, "columns": table.columns, "header_rows": table.header_rows,
        "header_accept": sorted({table.header_rows, *table.header_accept}), "form": table.form,
        "notes": [solid(n) for n in table.notes],
        "cells": sorted([c.row, c.column, c.row_span, c.column_span, solid(c.text)] for c in table.cells),
    }


def truth(document):
    return {"name": document.name, "producer": document.producer,
            "tables": [truth_of(b) for b in document.blocks if isinstance(b, Table)]}
