# SPDX-License-Identifier: GPL-3.0-or-later
"""`report.txt`, in one of three manners that plain text of such reports is found in.

    plain    a paragraph a line, blank lines between, a table row a line with tabs between its cells
    wrapped  as copied from a page: hard line breaks, blank lines between lines, none at a page break
    dump     as saved from a word processor: a cell a line behind a tab, a blank line behind a row, bookmark marks
"""

import unicodedata

from .model import Entry, Heading, Lines, PageBreak, Paragraph, Report, Table

WRAP_COLUMNS = 56  # half-width columns of a line: 28 Chinese characters, as on an official page
LINES_A_PAGE = 22
NOT_AT_LINE_START = "，。；：、！？）》”’%"


def text(report: Report) -> str:
    """The whole file."""
    manner = report.head.get("text_manner", "plain")
    return {"plain": plain, "wrapped": wrapped, "dump": dump}[manner](report)


def paragraphs(report: Report):
    """(text or table) of every block, cover and contents included; a text is one printed paragraph."""
    for block in report.blocks:
        if isinstance(block, Heading):
            yield from block.printed.split("\n")
        elif isinstance(block, Entry):
            yield block.marker + block.prose.text
        elif isinstance(block, Paragraph):
            yield block.prose.text
        elif isinstance(block, Lines):
            yield from (printed_line(block.role, line) for line in block.lines if line)
        elif isinstance(block, Table):
            yield block


def printed_line(role: str, line: str) -> str:
    """A contents line gets its leader; the two halves of a divided line stand apart."""
    if role == "toc" and "|" in line:
        entry, page = (part.strip() for part in line.split("|"))
        return f"{entry}{'…' * 8}{page}"
    return line.removeprefix("small:").replace("||", "        ")


def above_table(table: Table) -> list[str]:
    """Caption and the lines between it and the table, as printed."""
    lines = [table.options[name] for name in ("tag", "caption", "above") if table.options.get(name)]
    unit_line = table.options.get("unit_line")
    return [printed_line("", line) for line in lines + ([unit_line] if unit_line else [])]


def tab_rows(table: Table) -> list[str]:
    return ["\t".join(cell.text if cell else "" for cell in row) for row in table.cells]


def plain(report: Report) -> str:
    out = ""
    for part in paragraphs(report):
        if isinstance(part, Table):
            head = "".join(line + "\n\n" for line in above_table(part))
            out += head + "\n".join(tab_rows(part)) + "\n\n" + "".join(note + "\n\n" for note in part.notes)
        else:
            out += part + "\n\n"
    return out.rstrip("\n") + "\n"


def wrapped(report: Report) -> str:
    out = Page()
    for part in paragraphs(report):
        if isinstance(part, Table):
            for line in above_table(part):
                out.add(line)
            out.block(tab_rows(part))
            for note in part.notes:
                out.add(note)
        else:
            for line in wrap(part):
                out.add(line)
    return out.text.rstrip("\n") + "\n"


class Page:
    """Collects lines with the breaks of a page: a new page follows without a blank line, its first line indented."""

    def __init__(self):
        self.text = ""
        self.count = 0

    def add(self, line: str) -> None:
        if self.count == LINES_A_PAGE:
            self.text = self.text.removesuffix("\n") + " "
            self.count = 0
        self.text += line + "\n\n"
        self.count += 1

    def block(self, lines: list[str]) -> None:
        """Rows of a table stay together and end the page."""
        self.text += "\n".join(lines) + "\n\n"
        self.count = 0


def width(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1


def wrap(paragraph: str) -> list[str]:
    """Breaks after a full line; a closing mark hangs at the end of its line, a number is not torn."""
    lines, line, used = [], "", 0
    for char in paragraph:
        if used + width(char) > WRAP_COLUMNS and char not in NOT_AT_LINE_START:
            keep = trailing_number(line) if char.isascii() and (char.isalnum() or char in ".,") else ""
            lines.append(line[: len(line) - len(keep)])
            line, used = keep, sum(map(width, keep))
        line += char
        used += width(char)
    return lines + [line]


def trailing_number(line: str) -> str:
    kept = ""
    while line and (line[-1].isascii() and line[-1].isalnum() or line[-1] in ".,"):
        kept, line = line[-1] + kept, line[:-1]
    return kept


def dump(report: Report) -> str:
    out, bookmark = "", 15396600
    for block in report.blocks:
        if isinstance(block, Table):
            out += "\n".join(above_table(block)) + "\n\n" + cell_lines(block) + "".join(n + "\n" for n in block.notes)
        elif isinstance(block, Heading):
            bookmark += 3
            out += f"[bookmark: _Toc{bookmark}]{block.printed}\n"
        elif isinstance(block, PageBreak):
            out += "\n\n"
        else:
            part = Report(report.slug, report.head, [block], [])
            out += "".join(line + "\n" for line in paragraphs(part))
            if isinstance(block, Lines):
                out += "\n"
    return out


def cell_lines(table: Table) -> str:
    """A cell a line; cells covered from the left are not printed, those covered from above are empty."""
    out = ""
    for row in table.cells:
        column = 0
        while column < len(row):
            cell = row[column]
            out += "\t" + (cell.text if cell else "") + "\n"
            column += cell.column_span if cell else covering_width(table, row, column)
        out += "\n"
    return out


def covering_width(table: Table, row: list, column: int) -> int:
    """Width of the cell from above that covers this position of the row."""
    number = next(i for i, other in enumerate(table.cells) if other is row)
    while table.cells[number][column] is None:
        number -= 1
    return table.cells[number][column].column_span
