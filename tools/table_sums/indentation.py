# SPDX-License-Identifier: GPL-3.0-or-later
"""How far labels stand in from the left edge of their cells, by the words of the PDF (`pdftotext -bbox`).

Reports give the box of a ruled cell, not of its text; depth of rows that only indentation shows comes from here.
"""
import re
import shutil
import subprocess

WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">')
PAGE = re.compile(r"<page ")
# Labels whose indents differ by less than this many points stand at the same depth.
STEP_PT = 3.0
# Labels are centred when their middles spread by less than this share of the spread of their beginnings.
CENTRED = 0.35
FEWEST_LABELS = 4


def words_of(pdf, first, last):
    """Boxes of words by page; {} where the PDF cannot be read."""
    if shutil.which("pdftotext") is None:
        return {}
    done = subprocess.run(["pdftotext", "-bbox", "-f", str(first), "-l", str(last), str(pdf), "-"],
                          capture_output=True, text=True, errors="replace")
    pages = {}
    page = first - 1
    for line in done.stdout.splitlines():
        if PAGE.search(line):
            page += 1
            pages[page] = []
        found = WORD.search(line)
        if found:
            pages[page].append(tuple(map(float, found.groups())))
    return pages


def first_line(cell, pages):
    """(left, right) of the first line of a cell, from the cell's left edge; None when no word lies in it."""
    boxes = cell["at"].get("boxes") if cell and cell["at"] else None
    if not boxes:
        return None
    x0, y0, x1, y1 = boxes[0]
    inside = [(top, x, right) for x, top, right, bottom in pages.get(cell["at"]["page"], ())
              if x0 - 1 <= (x + right) / 2 <= x1 + 1 and y0 <= (top + bottom) / 2 <= y1]
    if not inside:
        return None
    # Only the first line: a wrapped label begins its second at the edge.
    first = min(inside)[0]
    line = [(x, right) for top, x, right in inside if top < first + STEP_PT]
    return min(x for x, _ in line) - x0, max(right for _, right in line) - x0


def spread(values):
    return max(values) - min(values)


def are_centred(lines):
    """Labels in the middle of their cells begin where their length puts them: that is no depth."""
    if len(lines) < FEWEST_LABELS:
        return False
    lefts = [left for left, _ in lines]
    centres = sorted((left + right) / 2 for left, right in lines)
    tenth = len(centres) // 10
    return spread(lefts) > STEP_PT and spread(centres[tenth:len(centres) - tenth]) < CENTRED * spread(lefts)


def add_indents(grid, pages):
    for panel in grid.panels:
        if panel.main is None:
            continue
        column = panel.main.index
        lines = {row: first_line(grid.cells[row.index][column], pages) for row in panel.rows
                 if row.label and grid.own(row.index, column)}
        lines = {row: line for row, line in lines.items() if line}
        if are_centred([line for row, line in lines.items() if not row.rank]):
            continue
        for row, line in lines.items():
            row.indent = line[0]
        depths = sorted({row.indent for row in panel.rows if row.indent is not None and not row.rank})
        for row in panel.rows:
            if row.indent is not None:
                row.indent = min((depth for depth in depths if abs(depth - row.indent) < STEP_PT), default=row.indent)
