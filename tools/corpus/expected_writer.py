# SPDX-License-Identifier: GPL-3.0-or-later
"""The answer key: what a right reading of the report gives, whatever the format it was read from."""

from __future__ import annotations

from .model import Entry, Figure, Heading, Lines, Paragraph, Prose, Report, Table
from .numerals import ordinal
from .record_key import record_of


def expected(report: Report) -> dict:
    """The key as plain data."""
    outline = OutlineKey()
    for block in report.blocks:
        outline.take(block)
    tables = [block for block in report.blocks if isinstance(block, Table)]
    return {
        "document": document(report),
        "sections": outline.sections,
        "items": outline.items,
        "tables": [table_key(table) for table in tables],
        "figures": figures(report),
        "records": [record_of(table, index) for index, table in enumerate(tables) if table.record],
    }


def document(report: Report) -> dict:
    head = report.head
    cites = []
    for prose in report.prose():
        cites += [cite for cite in prose.cites if cite not in cites]
    names = ("title", "kind", "issuer", "fiscal_years", "issued_on", "signed_by")
    asked = [name for name in names if name not in head.get("not_asked", [])]
    return {name: head.get(name) for name in asked} | {"cites": cites}


class OutlineKey:
    """Sections and items in reading order; open items collect the text that belongs to them."""

    def __init__(self):
        self.sections: list[dict] = []
        self.items: list[dict] = []
        self.open: list[tuple[int, int]] = []  # (depth, index into items)

    def take(self, block) -> None:
        if isinstance(block, Heading):
            self.open = []
            self.sections.append(section_key(block))
        elif isinstance(block, Entry):
            self.entry(block)
        elif isinstance(block, Paragraph):
            self.extend(block.prose.text)
            self.inline_items(block.prose)
        elif isinstance(block, Lines) and block.role == "sign":
            self.open = []

    def entry(self, block: Entry) -> None:
        self.open = [pair for pair in self.open if pair[0] < block.depth]
        self.extend(block.marker + block.prose.text)
        index = self.add(block.marker, block.prose.text.lstrip("　 "), block.anomaly, block.optional)
        self.open.append((block.depth, index))
        self.inline_items(block.prose)

    def extend(self, text: str) -> None:
        """Text of a further paragraph goes to every item still open."""
        for _, index in self.open:
            self.items[index]["text"] += "\n" + text

    def inline_items(self, prose: Prose) -> None:
        """一是 … 二是 …: each up to the next one or the end of the paragraph."""
        ends = [mark.start for mark in prose.marks[1:]] + [len(prose.text)]
        for mark, end in zip(prose.marks, ends):
            self.add(mark.marker, prose.text[mark.start + len(mark.marker):end], mark.anomaly)

    def add(self, marker: str, text: str, anomaly: str | None = None, optional: bool = False) -> int:
        item = {
            "marker": marker,
            "ordinal": ordinal(marker),
            "text": text,
            "anomaly": anomaly,
            "section": len(self.sections) - 1 if self.sections else None,
            "parent": self.open[-1][1] if self.open else None,
        }
        if optional:
            item["optional"] = True
        self.items.append(item)
        return len(self.items) - 1


def section_key(block: Heading) -> dict:
    section = {
        "level": block.level,
        "marker": block.marker,
        "ordinal": ordinal(block.marker),
        "title": block.prose.text,
        "anomaly": block.anomaly,
    }
    return section | ({"optional": True} if block.optional else {})


def table_key(table: Table) -> dict:
    options = table.options
    spans = [
        [r, c, cell.row_span, cell.column_span]
        for r, row in enumerate(table.cells)
        for c, cell in enumerate(row)
        if cell and (cell.row_span, cell.column_span) != (1, 1)
    ]
    key = {
        "caption": options.get("caption"),
        "kind": None if options.get("kind") == "?" else options.get("kind", "generic"),
        "unit": options.get("unit"),
        "header_rows": table.header,
        "rows": len(table.cells),
        "columns": table.columns,
        "grid": [[cell.text if cell else "" for cell in row] for row in table.cells],
        "spans": spans,
        "notes": table.notes,
    }
    if "header_accept" in options:
        key["header_rows_accept"] = [int(n) for n in options["header_accept"].split()]
    return key


def figures(report: Report) -> list[dict]:
    """Figures of the prose in reading order; the ends of a range point at each other."""
    found = [figure for prose in report.prose() for figure in prose.figures]
    ends: dict[str, list[int]] = {}
    for index, figure in enumerate(found):
        if figure.range_key:
            ends.setdefault(figure.range_key, []).append(index)
    return [figure_key(index, figure, ends) for index, figure in enumerate(found)]


def figure_key(index: int, figure: Figure, ends: dict[str, list[int]]) -> dict:
    others = [other for other in ends.get(figure.range_key or "", []) if other != index]
    key = {
        "text": figure.text,
        "value": figure.value,
        "unit": figure.unit,
        "kind": figure.kind,
        "normalized": figure.normalized,
        "bound": figure.bound,
        "approximate": figure.approximate,
        "range": others[0] if others else None,
    }
    if figure.year is not None:
        key["year"] = figure.year
    if figure.subject is not None:
        key["subject"] = figure.subject
    if figure.subject_accept:
        key["subject_accept"] = figure.subject_accept
    if figure.optional:
        key["optional"] = True
    return key
