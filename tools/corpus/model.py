# SPDX-License-Identifier: GPL-3.0-or-later
"""What a report is made of. Every writer reads these values; only `markup` makes them."""

from __future__ import annotations

from dataclasses import dataclass, field


class SourceError(Exception):
    """A source file that cannot be read; the text says file and line."""


@dataclass
class Figure:
    """A number with its unit, as the author of the source marked it."""

    text: str
    value: str
    unit: str | None
    kind: str
    normalized: dict
    bound: str | None = None
    approximate: bool = False
    year: int | None = None
    subject: str | None = None
    subject_accept: list[str] = field(default_factory=list)  # other names that are as good
    optional: bool = False
    range_key: str | None = None  # both ends of a range carry the same key


@dataclass
class Run:
    """A piece of a paragraph in one style: "plain", "bold" or "sup"."""

    text: str
    style: str = "plain"


@dataclass
class Mark:
    """An in-line sub-item (一是 …): where it begins in the paragraph, its marker."""

    start: int
    marker: str
    anomaly: str | None = None


@dataclass
class Prose:
    """A paragraph: runs to print, and what the key says of it."""

    runs: list[Run] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    cites: list[dict] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass
class Heading:
    level: int
    marker: str | None
    gap: str  # what stands between marker and title: "", a blank, or a line break
    prose: Prose
    anomaly: str | None = None
    optional: bool = False

    @property
    def printed(self) -> str:
        return (self.marker or "") + self.gap + self.prose.text


@dataclass
class Entry:
    """A numbered item."""

    depth: int
    marker: str
    prose: Prose
    anomaly: str | None = None
    optional: bool = False


@dataclass
class Paragraph:
    prose: Prose


@dataclass
class Lines:
    """Lines that are neither prose nor headings. `role`: cover, toc, title, sign, right, center, left, list."""

    role: str
    lines: list[str]


@dataclass
class PageBreak:
    pass


@dataclass
class Cell:
    text: str
    row_span: int = 1
    column_span: int = 1


@dataclass
class Assertion:
    """An arithmetic statement; `broken` when a planted fault makes it fail, which it then must."""

    statement: str
    broken: bool = False


@dataclass
class Table:
    """`cells[r][c]` is None where a merged cell covers the position."""

    options: dict
    cells: list[list[Cell | None]]
    notes: list[str]
    record: dict | None = None
    asserts: list["Assertion"] = field(default_factory=list)

    @property
    def header(self) -> int:
        return int(self.options.get("header", "0"))

    @property
    def columns(self) -> int:
        return len(self.cells[0])

    def text_at(self, row: int, column: int) -> str:
        cell = self.cells[row][column]
        return cell.text if cell else ""


Block = Heading | Entry | Paragraph | Lines | PageBreak | Table


@dataclass
class Report:
    slug: str
    head: dict
    blocks: list[Block]
    asserts: list[Assertion]

    def prose(self):
        """Every paragraph, heading and entry in reading order."""
        for block in self.blocks:
            if isinstance(block, (Heading, Entry, Paragraph)):
                yield block.prose
