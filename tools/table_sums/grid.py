# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of a report as a grid with meaning: heads of columns, panels, rows with label, code and depth.

A panel is one or more columns of labels with the columns of figures to their right; 收入 | 支出 side by side are two.
"""
import re

from .printed import figure, is_blank, squeezed

CODE_HEAD = re.compile(r"编码|代码|编号")
CODE_PART = ("类", "款", "项")
INDEX_HEAD = re.compile(r"序号|行次|栏次|^行$")
OTHER_HEAD = re.compile(r"年度|日期|时间|期限|备注|说明|简称|单位(?!公)|面积|编制")
CODE = re.compile(r"\d{3}(?:\d{2}){0,3}")
LEADING_CODE = re.compile(r"[\[【(]?(\d{3}(?:\d{2}){0,2})[\]】)]?(?=[^\d,.%年月日])")
CHINESE_NUMERAL = "[一二三四五六七八九十百]+"
# Marks in front of labels, outermost first.
MARKS = [re.compile(p) for p in (rf"第{CHINESE_NUMERAL}部分", rf"{CHINESE_NUMERAL}、", rf"\({CHINESE_NUMERAL}\)",
                                 r"\d{1,2}[、.．](?!\d)", r"\(\d{1,2}\)|\d{1,2}\)", r"[①-⑳]")]
TOTAL = re.compile(r"(总计|合计|小计|共计|总合计)(?:数)?$")
TOTAL_HEAD = re.compile(r"^(?:合计|总计|小计|共计)")
RANK = {"总计": 3, "总合计": 3, "共计": 2, "合计": 2, "小计": 1}
PART_ONLY = re.compile(r"^其中[:：,，]?|^#")


def bare(label):
    """A label without blanks, marks, bracketed remarks."""
    text = squeezed(label)
    for mark in MARKS:
        found = mark.match(text)
        if found:
            text = text[found.end():]
            break
    return re.sub(r"\([^()]*\)", "", text).rstrip(":：*")


def rank_of(label):
    """How high a total stands (小计 1, 合计 2, 总计 3), or 0 for a row that is none."""
    text = bare(label)
    found = TOTAL.search(text) or TOTAL_HEAD.match(text)
    return RANK[found.group(1) if found.re is TOTAL else found.group(0)] if found else 0


def mark_of(label):
    """Depth of the mark in front of a label, or None."""
    text = PART_ONLY.sub("", squeezed(label))
    return next((depth for depth, mark in enumerate(MARKS) if mark.match(text)), None)


class Row:
    """One row of one panel. `indent` in points from the column's left edge, None where it is not known."""

    def __init__(self, index, label, labels, code, figures, cells):
        self.index, self.labels, self.code, self.figures, self.cells = index, labels, code, figures, cells
        self.label = label
        self.rank = max((rank_of(text) for text in labels if text), default=0)
        self.mark = mark_of(self.label)
        self.part_only = PART_ONLY.match(squeezed(self.label)) is not None
        self.listed_below = False
        self.indent = None
        self.group = None
        self.depth = None  # the column of labels that the row begins in, where several take turns


class Column:
    def __init__(self, index, path):
        self.index, self.path = index, path
        self.kind = "empty"

    @property
    def leaf(self):
        return self.path[-1] if self.path else ""

    @property
    def name(self):
        return "/".join(self.path)


class Panel:
    """`main`: the column of labels that says most."""

    def __init__(self, grid, labels, codes, numbers):
        self.grid, self.labels, self.codes, self.numbers = grid, labels, codes, numbers
        self.rows = []
        self.main = max(labels, default=None, key=lambda column: sum(
            len(grid.own(r, column.index)) for r in grid.body))


class Grid:
    def __init__(self, table):
        self.table = table
        self.cells = [[None] * table["columns"] for _ in range(table["rows"])]
        for cell in table["cells"]:
            for r in range(cell["row"], cell["row"] + cell["row_span"]):
                for c in range(cell["column"], cell["column"] + cell["column_span"]):
                    self.cells[r][c] = cell
        self.head = table["header_rows"]
        self.body = [r for r in range(self.head, table["rows"]) if not self._is_numbering(r)]
        self.columns = [Column(c, self._path(c)) for c in range(table["columns"])]
        for column in self.columns:
            column.kind = self._kind(column)
        self.panels = self._panels()

    def text(self, r, c):
        cell = self.cells[r][c]
        return cell["text"] if cell else ""

    def own(self, r, c):
        """The text of a cell that begins here; a span's other places are empty."""
        cell = self.cells[r][c]
        return cell["text"] if cell and cell["row"] == r and cell["column"] == c else ""

    def _path(self, c):
        path = []
        last = None
        for r in range(self.head):
            if self._is_numbering(r):
                continue
            cell = self.cells[r][c]
            if cell is not None and cell is not last and cell["text"]:
                path.append(squeezed(cell["text"]))
            last = cell
        return path

    def _is_numbering(self, r):
        """A row that numbers the columns (栏次 1 2 3 …, or letters)."""
        texts = [squeezed(self.own(r, c)) for c in range(len(self.cells[r]))]
        found = [text for text in texts if text]
        rest = [text for text in found if text not in ("栏次", "栏目")]
        if len(rest) < len(found) and rest and all(re.fullmatch(r"[\dA-Z=+-]{1,9}", text) for text in rest):
            return True
        # 2, (2), (2)=(3)+(4)
        matches = [re.fullmatch(r"(?:(\d{1,2})|[(（](\d{1,2})[)）])(?:=.*)?", text) for text in found]
        numbers = [int(match.group(1) or match.group(2)) for match in matches if match]
        return len(numbers) >= 3 and len(numbers) >= len(found) - 1 and \
            numbers == list(range(numbers[0], numbers[0] + len(numbers)))

    def _kind(self, column):
        texts = [squeezed(self.own(r, column.index)) for r in self.body]
        texts = [text for text in texts if not is_blank(text)]
        if CODE_HEAD.search(column.leaf) or column.leaf in CODE_PART:
            return "code"
        if INDEX_HEAD.search(column.leaf):
            return "index"
        if not texts:
            return "empty"
        numbers = sum(figure(text) is not None for text in texts)
        if OTHER_HEAD.search(column.leaf) and numbers < len(texts):
            return "label"
        codes = sum(CODE.fullmatch(text) is not None for text in texts)
        if codes >= 0.8 * len(texts) and codes >= 3 and column.index == 0:
            return "code"
        return "number" if numbers >= 0.6 * len(texts) else "label"

    def _panels(self):
        panels = []
        labels, codes, numbers = [], [], []

        def close():
            if numbers and labels:
                panels.append(self._panel(list(labels), list(codes), list(numbers)))
            labels.clear(), codes.clear(), numbers.clear()

        for column in self.columns:
            if column.kind in ("label", "code"):
                if numbers:
                    close()
                (labels if column.kind == "label" else codes).append(column)
            elif column.kind == "number" or (column.kind == "empty" and labels):
                numbers.append(column)
        close()
        if not panels and numbers:
            panels.append(self._panel([], codes, numbers))
        if not panels:
            every = [column for column in self.columns if column.kind == "number"]
            if every:
                panels.append(self._panel([], [], every))
        return panels

    def _panel(self, labels, codes, numbers):
        panel = Panel(self, labels, codes, numbers)
        parts = [column for column in codes if column.leaf in CODE_PART]
        for r in self.body:
            texts = []
            for column in labels + ([] if parts else codes):
                text = self.own(r, column.index)
                texts.append("" if CODE.fullmatch(squeezed(text)) else text)
            if parts:
                texts = [self.own(r, column.index) for column in parts
                         if not re.fullmatch(r"\d*", squeezed(self.own(r, column.index)))] + texts
            figures = {column.index: figure(self.own(r, column.index)) for column in numbers}
            cells = {column.index: self.cells[r][column.index] for column in numbers}
            main = self.own(r, panel.main.index) if panel.main else ""
            label = main or next((text for text in reversed(texts) if text), "")
            row = Row(r, label, texts, self._code(r, codes, parts, texts), figures, cells)
            row.group = self._group(r, labels)
            panel.rows.append(row)
        self._depth_of_labels(panel.rows, labels)
        self._mark_of_which(panel.rows)
        return panel

    def _depth_of_labels(self, rows, labels):
        """Labels of one depth stand in one column or two, those of the next depth further right in rows of their
        own."""
        reach = {}
        for row in rows:
            filled = [i for i, column in enumerate(labels) if self.own(row.index, column.index)]
            if filled and not row.rank:
                reach[row] = filled[0], filled[-1]
        ends = sorted({last for _, last in reach.values()})
        starts = [min(first for first, last in reach.values() if last == end) for end in ends]
        if len(ends) < 2 or any(start <= end for start, end in zip(starts[1:], ends)):
            return
        for row, (_, last) in reach.items():
            row.depth = ends.index(last)

    @staticmethod
    def _mark_of_which(rows):
        """"其中：" in a row of its own: what follows is part of the row above, up to a row that has its own."""
        alone = [row.part_only and not bare(PART_ONLY.sub("", squeezed(row.label))) for row in rows]
        for i in range(1, len(rows)):
            row = rows[i]
            opens = i + 1 < len(rows) and alone[i + 1]
            if (alone[i - 1] or rows[i - 1].listed_below) and not row.rank and row.mark is None and not opens:
                row.part_only = row.listed_below = True

    def _code(self, r, codes, parts, texts):
        if parts:
            pieces = [squeezed(self.own(r, column.index)) for column in parts]
            joined = "".join(pieces)
            return joined if CODE.fullmatch(joined) else None
        for column in codes:
            text = squeezed(self.own(r, column.index))
            if CODE.fullmatch(text):
                return text
        for text in texts:
            found = LEADING_CODE.match(squeezed(text))
            if found:
                return found.group(1)
        return None

    def _group(self, r, labels):
        """The rows of the label cell that spans this row and others, left of the row's own label."""
        for column in reversed(labels):
            cell = self.cells[r][column.index]
            if cell and cell["row_span"] > 1 and cell["text"]:
                return cell["row"], cell["row"] + cell["row_span"]
        return None
