# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads `source.report`. One paragraph a line; the first characters of a line say what it is.

    +++ … +++          the head, TOML
    # words            a comment
    == 一、|标题        a heading, as many = as its level; what stands before | is the marker
    - 1.|正文           a numbered entry, as many - as its depth
    @table … @end      a table (see `read_table`), @record … @end what it means
    @cover @toc @title @sign @right @center @left @list … @end    lines that are no prose
    @page              a page break
    @assert a = b + c  arithmetic that the report's prose has to keep; @assert! what a planted fault breaks
    anything else      a paragraph

A marker may be followed by !duplicate, !gap or !out_of_order (a planted numbering fault) and by ? (neither required
nor wrong in a reading). `\\n` between marker and title breaks the line.
"""

import re
import tomllib
from pathlib import Path

from . import inline
from .model import Assertion, Cell, Entry, Heading, Lines, PageBreak, Paragraph, Report, SourceError, Table

LINE_ROLES = ("cover", "toc", "title", "sign", "right", "center", "left", "list")
FLAGS = re.compile(r"^(?P<marker>.*?)(?:!(?P<anomaly>duplicate|gap|out_of_order))?(?P<optional>\?)?$")


def load(path: Path) -> Report:
    """The report that a source file describes."""
    reader = Reader(path)
    try:
        return reader.report()
    except (SourceError, ValueError, KeyError) as error:
        raise SourceError(f"{path}:{reader.at}: {error}") from error


class Reader:
    """Walks over the lines; `at` is the line in hand, from 1."""

    def __init__(self, path: Path):
        self.path = path
        self.lines = path.read_text(encoding="utf-8").split("\n")
        self.at = 0

    def next(self) -> str | None:
        if self.at >= len(self.lines):
            return None
        self.at += 1
        return self.lines[self.at - 1].rstrip()

    def until(self, end: str) -> list[str]:
        """The lines up to the line `end`."""
        taken = []
        while (line := self.next()) is not None:
            if line == end:
                return taken
            taken.append(line)
        raise SourceError(f"no line {end}")

    def report(self) -> Report:
        if self.next() != "+++":
            raise SourceError("a source begins with +++")
        report = Report(self.path.parent.name, tomllib.loads("\n".join(self.until("+++"))), [], [])
        while (line := self.next()) is not None:
            if line and not line.startswith("# "):
                self.block(report, line)
        return report

    def block(self, report: Report, line: str) -> None:
        """Adds what one line begins."""
        if line.startswith("@"):
            self.directive(report, line)
        elif heading := re.match(r"(=+) (.*)", line):
            report.blocks.append(make_heading(len(heading[1]), heading[2]))
        elif entry := re.match(r"(-+) (.*)", line):
            report.blocks.append(make_entry(len(entry[1]), entry[2]))
        else:
            report.blocks.append(Paragraph(inline.parse(line)))

    def directive(self, report: Report, line: str) -> None:
        name, _, rest = line[1:].partition(" ")
        if name == "table":
            report.blocks.append(read_table(self.until("@end")))
        elif name == "record":
            attach_record(report, tomllib.loads("\n".join([f'type = "{rest}"', *self.until("@end")])))
        elif name == "page":
            report.blocks.append(PageBreak())
        elif name in ("assert", "assert!"):
            report.asserts.append(Assertion(rest, name.endswith("!")))
        elif name in LINE_ROLES:
            report.blocks.append(Lines(name, [rest] if rest else self.until("@end")))
        else:
            raise SourceError(f"unknown directive @{name}")


def split_marker(text: str) -> tuple[str | None, str, dict]:
    """`（一）!gap?|标题` -> marker, the rest, the flags."""
    marker, bar, rest = text.partition("|")
    if not bar:
        return None, text, {"anomaly": None, "optional": False}
    flags = FLAGS.match(marker)
    return flags["marker"], rest, {"anomaly": flags["anomaly"], "optional": bool(flags["optional"])}


def make_heading(level: int, text: str) -> Heading:
    marker, title, flags = split_marker(text)
    gap = ""
    if marker:
        gap = re.match(r"(\\n|\s)*", title)[0]
        title = title[len(gap):]
        gap += marker[len(marker.rstrip()):]
        marker = marker.strip()
    return Heading(level, marker, gap.replace("\\n", "\n"), inline.parse(title), **flags)


def make_entry(depth: int, text: str) -> Entry:
    marker, rest, flags = split_marker(text)
    if marker is None:
        raise SourceError("an entry needs a marker in front of |")
    return Entry(depth, marker, inline.parse(rest), **flags)


def read_table(lines: list[str]) -> Table:
    """A table: options `name: value`, a line --, the rows, a line --, the notes below it (the last two may be missing).

    Cells stand between |. `<` continues the cell on the left, `^` the one above; a merged cell is one with such
    neighbours. Lines `assert: …` among the options state arithmetic (see `arithmetic`); `kind: ?` leaves the kind of the
    table out of the key.
    """
    parts: list[list[str]] = [[]]
    for line in lines:
        if line == "--":
            parts.append([])
        elif line.strip():
            parts[-1].append(line)
    if len(parts) < 2:
        raise SourceError("a table needs a line -- in front of its rows")
    options, asserts = {}, []
    for line in parts[0]:
        name, colon, value = line.partition(":")
        if not colon:
            raise SourceError(f"no option of a table: {line}")
        if name in ("assert", "assert!"):
            asserts.append(Assertion(value.strip(), name.endswith("!")))
        else:
            options[name] = value.strip()
    rows = [[cell.strip(" ") for cell in line.split("|")] for line in parts[1]]
    return Table(options, merge(rows), parts[2] if len(parts) > 2 else [], asserts=asserts)


def merge(rows: list[list[str]]) -> list[list[Cell | None]]:
    """Cells with their spans from rows with < and ^."""
    width = len(rows[0])
    for number, row in enumerate(rows):
        if len(row) != width:
            raise SourceError(f"row {number} of the table has {len(row)} cells, the first has {width}: {row}")
    made: list[list[Cell | None]] = [[None] * width for _ in rows]
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            columns = 1
            while c + columns < width and row[c + columns] == "<":
                columns += 1
            down = 1
            while r + down < len(rows) and rows[r + down][c] == "^":
                down += 1
            made[r][c] = Cell(text, down, columns)
    return made


def attach_record(report: Report, record: dict) -> None:
    """A record belongs to the table in front of it."""
    if not report.blocks or not isinstance(report.blocks[-1], Table):
        raise SourceError("@record follows its table")
    report.blocks[-1].record = record
