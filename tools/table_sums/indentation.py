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


def indent(cell, pages):
    """Points between the left edge of a cell and its first word; None when no word lies in it."""
    boxes = cell["at"].get("boxes") if cell and cell["at"] else None
    if not boxes:
        return None
    x0, y0, x1, y1 = boxes[0]
    inside = [(top, x) for x, top, right, bottom in pages.get(cell["at"]["page"], ())
              if x0 - 1 <= (x + right) / 2 <= x1 + 1 and y0 <= (top + bottom) / 2 <= y1]
    if not inside:
        return None
    # Only the first line: a wrapped label begins its second at the edge.
    first = min(inside)[0]
    return min(x for top, x in inside if top < first + STEP_PT) - x0


def add_indents(grid, pages):
    for panel in grid.panels:
        if panel.main is None:
            continue
        column = panel.main.index
        for row in panel.rows:
            if row.label and grid.own(row.index, column):
                row.indent = indent(grid.cells[row.index][column], pages)
        depths = sorted({row.indent for row in panel.rows if row.indent is not None and not row.rank})
        for row in panel.rows:
            if row.indent is not None:
                row.indent = min((depth for depth in depths if abs(depth - row.indent) < STEP_PT), default=row.indent)
