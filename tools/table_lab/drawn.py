# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents drawn line by line with ReportLab, in the manners of other producers.

Lines as strokes, as thin filled rectangles, as a box around every cell, as pieces from crossing to crossing; text a string
or a letter at a time; rows that break over a page end; headers repeated or not, "续表" above what goes on; pages turned.
"""
import io
import re

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from model import Table, edges, fill

FILES = {"AR PL UMing CN": ("/usr/share/fonts/truetype/arphic/uming.ttc", 0), "AR PL UKai CN": ("/usr/share/fonts/truetype/arphic/ukai.ttc", 0),
         "WenQuanYi Zen Hei": ("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0),
         "Noto Sans CJK SC": ("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf", 0),
         "Noto Serif CJK SC": ("/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf", 0)}
INKS = {"white_lines": (1, 1, 1), "faint_lines": (0.82, 0.86, 0.9)}
PAPER = ImageReader(io.BytesIO(b"P6 1 1 255\n\xf8\xf8\xf0"))
INK = ImageReader(io.BytesIO(b"P6 1 1 255\n\0\0\0"))
LATIN = re.compile(r"[0-9A-Za-z.,%+\-]+")
MARGIN = 51.0


def font(name):
    if name not in pdfmetrics.getRegisteredFontNames():
        path, index = FILES[name]
        pdfmetrics.registerFont(TTFont(name, path, subfontIndex=index))
    return name


class Pages:
    """A canvas whose y counts downwards, pages turned when asked for."""

    def __init__(self, document, path):
        self.document = document
        self.canvas = Canvas(str(path), pagesize=(595, 842))
        self.width, self.height = (842, 595) if document.landscape else (595, 842)
        self.turned = document.options["rotate"] and document.landscape
        self.font = font(document.font)
        # The fallback font has no digits of its own.
        own_digits = document.digits == document.font and "Fallback" not in FILES[document.font][0]
        self.digits = self.font if own_digits else "Times-Roman"
        self.number = 0
        self.y = 0
        self.begin()

    def begin(self):
        self.number += 1
        c = self.canvas
        if self.turned:
            # The sheet is upright, its content is turned, and /Rotate turns it back.
            c.setPageSize((self.width, self.height))    # the library swaps them for a turned page
            c.setPageRotation(90)
            c.translate(self.height, 0)
            c.rotate(90)
        else:
            c.setPageSize((self.width, self.height))
        if self.document.options.get("manner") == "scan":
            c.drawImage(PAPER, 0, 0, self.width, self.height)
        self.y = MARGIN
        if self.document.running_head:
            self.text(self.width / 2, MARGIN - 18, self.document.running_head, 9, "center")
        if self.document.page_numbers:
            self.text(self.width / 2, self.height - MARGIN + 28, f"— {self.number} —", 9, "center")

    def end(self):
        self.canvas.showPage()

    def turn(self, across=None):
        """`across`: the pages from here on are wider than high."""
        self.end()
        if across is not None:
            self.width, self.height = (842, 595) if across else (595, 842)
        self.begin()

    @property
    def room(self):
        return self.height - MARGIN - self.y

    def runs(self, text):
        """The text in runs of one font."""
        if self.digits == self.font:
            return [(self.font, text)]
        out, start = [], 0
        for found in LATIN.finditer(text):
            if found.start() > start:
                out.append((self.font, text[start:found.start()]))
            out.append((self.digits, found.group()))
            start = found.end()
        if start < len(text):
            out.append((self.font, text[start:]))
        return out

    def measure(self, text, size):
        return sum(pdfmetrics.stringWidth(t, f, size) for f, t in self.runs(text))

    def text(self, x, y, text, size, align="left", bold=False):
        """`y` is the baseline."""
        width = self.measure(text, size)
        x -= width if align == "right" else width / 2 if align == "center" else 0
        c = self.canvas
        for name, run in self.runs(text):
            pieces = run if self.document.options["letters"] else [run]
            for piece in pieces:
                if piece.strip(" \u3000") or not self.document.options["letters"]:
                    t = c.beginText(x, self.height - y)
                    t.setFont(name, size)
                    if self.document.options.get("manner") == "scan":
                        t.setTextRenderMode(3)
                    elif bold:
                        t.setTextRenderMode(2)
                    t.textOut(piece)
                    if bold:
                        t.setTextRenderMode(0)
                    c.drawText(t)
                x += pdfmetrics.stringWidth(piece, name, size)

    def wrap(self, text, size, width):
        lines, line, used = [], "", 0.0
        for letter in text:
            w = self.measure(letter, size)
            if line and used + w > width:
                lines.append(line)
                line, used = "", 0.0
            line += letter
            used += w
        return lines + [line] if line or not lines else lines

    def line(self, x0, y0, x1, y1):
        c, o = self.canvas, self.document.options
        width = o["line"]
        manner = o.get("manner")
        if manner == "image_lines":
            half = width / 2
            c.drawImage(INK, min(x0, x1) - half, self.height - max(y0, y1) - half, abs(x1 - x0) + width, abs(y1 - y0) + width)
            return
        c.setStrokeColorRGB(*INKS.get(manner, (0, 0, 0)))
        c.setFillColorRGB(*INKS.get(manner, (0, 0, 0)))
        self.stroke(x0, y0, x1, y1, c, o, width)
        c.setStrokeColorRGB(0, 0, 0)
        c.setFillColorRGB(0, 0, 0)

    def stroke(self, x0, y0, x1, y1, c, o, width):
        c.setLineWidth(width)
        if o["draw"] == "rectangle":
            half = width / 2
            c.rect(min(x0, x1) - half, self.height - max(y0, y1) - half, abs(x1 - x0) + width, abs(y1 - y0) + width, stroke=0, fill=1)
            return
        c.setDash({"dashed": [3, 2], "dotted": [0.8, 0.8]}.get(o["line_style"], []))
        if o["line_style"] == "double":
            dx, dy = (0, 1) if y0 == y1 else (1, 0)
            c.line(x0 - dx, self.height - y0 - dy, x1 - dx, self.height - y1 - dy)
            c.line(x0 + dx, self.height - y0 + dy, x1 + dx, self.height - y1 + dy)
        else:
            c.line(x0, self.height - y0, x1, self.height - y1)
        c.setDash([])


class Placed:
    """A table measured: lines of print of each cell, heights of rows."""

    def __init__(self, pages, table):
        self.table = table
        width = pages.width - 2 * MARGIN
        share = width / sum(table.widths)
        self.x = [MARGIN]
        for w in table.widths:
            self.x.append(self.x[-1] + w * share)
        self.lead = table.size * 1.25
        self.lines = {}
        self.heights = [self.lead + 2 * table.padding] * table.rows
        for cell in sorted(table.cells, key=lambda c: c.row_span):
            space = self.x[cell.column + cell.column_span] - self.x[cell.column] - 5 - cell.indent * table.size
            lines = pages.wrap(cell.text, table.size, max(space, table.size))
            self.lines[id(cell)] = lines
            need = len(lines) * self.lead + 2 * table.padding
            have = sum(self.heights[cell.row:cell.row + cell.row_span])
            if need > have:
                self.heights[cell.row + cell.row_span - 1] += need - have


def draw_part(pages, placed, first, last, top, cut=None):
    """Rows first..last at `top`; `cut` = (row, lines from, lines to) shows only these lines of a row broken over a page end."""
    table = placed.table
    y = [top]
    for r in range(first, last):
        height = placed.heights[r]
        if cut and cut[0] == r:
            height = (cut[2] - cut[1]) * placed.lead + 2 * table.padding
        y.append(y[-1] + height)
    drawn = set()
    for cell in table.cells:
        begin, end = max(cell.row, first), min(cell.row + cell.row_span, last)
        if begin >= end:
            continue
        x0, x1 = placed.x[cell.column], placed.x[cell.column + cell.column_span]
        y0, y1 = y[begin - first], y[end - first]
        shade = fill(table, cell)
        if shade is None and pages.document.options["fill_header"] and cell.row < table.header_rows:
            shade = 0.85
        if shade is None and pages.document.options.get("manner") == "white_lines":
            shade = 0.75 if cell.row < table.header_rows else 0.9
        if shade is not None:
            pages.canvas.setFillGray(shade)
            pages.canvas.rect(x0, pages.height - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
            pages.canvas.setFillGray(0)
        sides = edges(table, cell)
        box = pages.document.options["draw"] == "box" and len(sides) == 4 and "manner" not in pages.document.options
        if box:
            pages.canvas.setLineWidth(pages.document.options["line"])
            pages.canvas.rect(x0, pages.height - y1, x1 - x0, y1 - y0, stroke=1, fill=0)
        else:
            for side, line in (("top", (x0, y0, x1, y0)), ("bottom", (x0, y1, x1, y1)), ("left", (x0, y0, x0, y1)), ("right", (x1, y0, x1, y1))):
                key = tuple(round(v, 1) for v in line)
                if side in sides and key not in drawn:
                    drawn.add(key)
                    pages.line(*line)
        # A merged cell shows its text in the part where it begins.
        if begin != cell.row:
            continue
        lines = placed.lines[id(cell)]
        if cut and cut[0] == cell.row and cell.row_span == 1:
            lines = lines[cut[1]:cut[2]]
        tall = len(lines) * placed.lead
        room = y1 - y0 - 2 * table.padding - tall
        if cut:
            room = 0
        shift = {"top": 0, "middle": room / 2, "bottom": room}[table.vertical]
        baseline = y0 + table.padding + max(shift, 0) + table.size
        for text in lines:
            if text.strip():
                x = {"left": x0 + 2.5 + cell.indent * table.size, "right": x1 - 2.5, "center": (x0 + x1) / 2}[cell.align]
                pages.text(x, baseline, text, table.size, cell.align, cell.bold)
            baseline += placed.lead
    return y[-1]


def tail_of(placed, row):
    """The most lines in a plain cell of the row; 0 when the row cannot break."""
    cells = [c for c in placed.table.cells if c.row <= row < c.row + c.row_span]
    if any(c.row_span > 1 for c in cells):
        return 0
    return max(len(placed.lines[id(c)]) for c in cells)


def draw_mark(pages, table):
    """What the author prints above a part that goes on."""
    if table.mark_above_part():
        pages.text(pages.width / 2, pages.y + 18, table.mark_above_part(), 14, "center", True)
        pages.y += 26
    if table.part_unit and table.unit:
        pages.text(pages.width - MARGIN, pages.y + 11, f"单位：{table.unit}", 9, "right")
        pages.y += 16


def draw_lines(pages, table, continued=False):
    caption = table.caption if table.caption_place == "above" else ""
    if caption and table.unit_place == "in_caption":
        caption += f"（单位：{table.unit}）"
    if continued and caption:
        caption += "（续）"
    elif continued:
        caption = "续表"
    if caption:
        pages.text(pages.width / 2, pages.y + 18, caption, 14, "center", True)
        pages.y += 26
    if table.unit and table.unit_place == "line":
        if table.head_line:
            pages.text(MARGIN, pages.y + 11, table.head_line, 9)
        pages.text(pages.width - MARGIN, pages.y + 11, f"单位：{table.unit}", 9, "right")
        pages.y += 16
    pages.y += 3


def draw_table(pages, table):
    placed = Placed(pages, table)
    head_height = sum(placed.heights[:table.header_rows])
    if table.break_before or pages.room < head_height + 60 + placed.heights[min(table.header_rows, table.rows - 1)]:
        pages.turn()
    draw_lines(pages, table)
    for first, end in table.stretches():
        if first:
            pages.turn(across=True if table.part_turned else None)
            draw_mark(pages, table)
            placed = Placed(pages, table)
        draw_rows(pages, placed, first, end)
    if table.part_turned:
        pages.turn(across=False)
    draw_notes(pages, table)


def draw_notes(pages, table):
    for text in table.notes:
        if pages.room < 20:
            pages.turn()
        pages.text(MARGIN, pages.y + 12, text, 9)
        pages.y += 16
    pages.y += 14


def draw_rows(pages, placed, first, end):
    """Rows `first` to `end` over as many pages as they take."""
    table = placed.table
    options = pages.document.options
    head = table.header_rows if table.repeat_header else 0
    row, cut_from = first, 0
    while row < end:
        top = pages.y
        if row and head:
            top = draw_part(pages, placed, 0, head, pages.y)
            pages.y = top
        last, used = row, 0.0
        while last < end:
            height = placed.heights[last]
            if cut_from and last == row:
                height = (tail_of(placed, row) - cut_from) * placed.lead + 2 * table.padding
            if used + height > pages.room:
                break
            used += height
            last += 1
        cut = (row, cut_from, tail_of(placed, row)) if cut_from else None
        broken = 0
        if last < end and table.split_rows and last != row and tail_of(placed, last) > 1:
            fits = int((pages.room - used - 2 * table.padding) // placed.lead)
            if 1 <= fits < tail_of(placed, last):
                broken = fits
        if last == row and not broken:
            last = row + 1      # a row taller than the page
        if broken and cut is None:
            pages.y = draw_part(pages, placed, row, last + 1, top, (last, 0, broken))
            row, cut_from = last, broken
        else:
            pages.y = draw_part(pages, placed, row, last, top, cut)
            row, cut_from = last, 0
        if row < end:
            pages.turn()
            if options["continued"]:
                draw_lines(pages, table, True)


def draw_paragraph(pages, block):
    size = 14 if block.style == "heading" else 11
    text = block.text if block.style == "heading" else "\u3000\u3000" + block.text
    if block.break_before:
        pages.turn()
    for line in pages.wrap(text, size, pages.width - 2 * MARGIN):
        if pages.room < 2 * size:
            pages.turn()
        pages.text(MARGIN, pages.y + size, line, size, "left", block.style == "heading")
        pages.y += size * 1.6


def render(documents, folder):
    for document in documents:
        target = folder / (document.name + ".pdf")
        pages = Pages(document, target)
        for block in document.blocks:
            if isinstance(block, Table):
                draw_table(pages, block)
            else:
                draw_paragraph(pages, block)
        pages.end()
        pages.canvas.save()
