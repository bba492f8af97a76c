# SPDX-License-Identifier: GPL-3.0-or-later
"""Relations between rows: codes, totals by wording, depth by marks and indentation, bounds, balance.

Which rows are the parts of a total is not printed. Every reading that wording, codes, marks, indentation or position
allow is tried on all columns of figures; the one that most columns bear out is taken, and the columns that it fails in
are failures. Where no reading holds anywhere and several are left, the total is open: nothing is claimed.
"""
import collections
import itertools
import re

from .grid import TOTAL, bare, rank_of
from .printed import squeezed
from .relation import FAILED, HELD, OPEN, Operand, Relation

# A convention that only position shows (depth of marks, indentation) is believed when this share of it holds.
# 加： and 减： rows: a statement of profit, read from top to bottom with signs.
SIGNED = re.compile("[加减][:：]")
# "主要收入：" opens a list of the main parts only.
MAIN_PARTS = re.compile("主要")
# What is left stands below a total, beside what it is a part of.
LEFTOVER = re.compile("结余$")
MONEY = re.compile("元")
BALANCED = re.compile("收入|支出|[:：]")
CONVENTION = 0.6
# A depth that fewer rows than this share of the table have was set by hand and says nothing.
REGULAR = 0.02
RATE_HEAD = ("%", "占", "率", "增长", "增幅", "增减", "完成预算", "比重", "比上年", "为预算", "±", "序号", "同比")


def summable(column):
    """Whether figures of this column may be added: no rates, no changes in percent."""
    return not any(word in column.leaf for word in RATE_HEAD)


def sum_columns(panel):
    for column in panel.numbers:
        figures = [row.figures[column.index] for row in panel.rows if row.figures[column.index]]
        if figures and summable(column) and sum(f.percent for f in figures) * 2 < len(figures):
            yield column


def operand(row, column, factor=1):
    return Operand(row.label or f"row {row.index}", row.figures[column], row.cells[column], factor)


def relate(kind, table, total, parts, column, **more):
    """A sum, or None where the total or all parts are blank."""
    stated = total.figures[column]
    if stated is None or not any(part.figures[column] for part in parts):
        return None
    return Relation(kind, table, operand(total, column), [operand(part, column) for part in parts], **more)


def code_relations(grid):
    """类 = Σ款 = Σ项: a row's children are the rows behind it whose codes it begins, of the next length that occurs."""
    found = []
    panels = [panel for panel in grid.panels if sum(row.code is not None for row in panel.rows) >= 2]
    joined = len(panels) > 1 and len({len(panel.numbers) for panel in panels}) == 1
    runs = [[(panel, row) for panel in panels for row in panel.rows]] if joined else \
           [[(panel, row) for row in panel.rows] for panel in panels]
    for run in runs:
        for i, (panel, parent) in enumerate(run):
            if parent.code is None or len(parent.code) >= 7:
                continue
            block = []
            for child_panel, row in run[i + 1:]:
                if row.code is None and not row.label:
                    continue
                if row.code is None or not row.code.startswith(parent.code) or row.code == parent.code:
                    if row.code is None and not row.rank:
                        continue
                    break
                block.append((child_panel, row))
            if not block:
                continue
            shortest = min(len(row.code) for _, row in block)
            children = [(p, row) for p, row in block if len(row.code) == shortest]
            for position, column in enumerate(panel.numbers):
                if column not in set(sum_columns(panel)) or parent.figures[column.index] is None:
                    continue
                operands = [operand(row, p.numbers[position].index) for p, row in children]
                if any(one.figure for one in operands):
                    found.append(Relation("code", grid.table, operand(parent, column.index), operands))
    return found


def parsed_tops(rows, column):
    """Top rows of a list in which parents stand before their parts, found by sums alone; None when nothing nests."""
    stack = []
    nested = False
    for row in reversed(rows):
        figure = row.figures[column]
        if figure is None:
            continue
        total = slack = 0
        for count, part in enumerate(reversed(stack), 1):
            value = part.figures[column]
            total, slack = total + value.value, slack + value.slack
            if figure.value and abs(total - figure.value) <= slack + figure.slack:
                del stack[-count:]
                nested = True
                break
        stack.append(row)
    return list(reversed(stack)) if nested else None


def selections(rows):
    """The readings of which of `rows` are the parts, the most telling first: (how, parts)."""
    plain = [row for row in rows if not row.part_only]
    leaves = [row for row in plain if not row.rank]
    codes = [row for row in leaves if row.code]
    if codes:
        shortest = min(len(row.code) for row in codes)
        yield "code", [row for row in codes if len(row.code) == shortest]
        if len(codes) < len(leaves):
            yield "no code", [row for row in leaves if not row.code]
    listed = [row for row in rows if row.mark is not None and not row.rank]
    if any(row.part_only for row in listed):
        # 其中：1、… 2、… lists all parts.
        yield "listed", [row for row in listed if row.mark == max(one.mark for one in listed)]
    marks = [row.mark for row in leaves if row.mark is not None]
    if marks:
        yield "mark", [row for row in leaves if row.mark == min(marks)]
        first = next(row for row in leaves if row.mark is not None)
        before = leaves[:leaves.index(first)]
        if before:
            yield "mark and before", before + [row for row in leaves if row.mark == min(marks)]
        unmarked = [row for row in leaves if row.mark is None]
        if unmarked:
            yield "unmarked", unmarked
    indents = [row.indent for row in leaves if row.indent is not None]
    if len(set(indents)) > 1:
        yield "indent", [row for row in leaves if row.indent == min(indents)]
        yield "indent and totals", [row for row in plain if row.rank or row.indent == min(indents)]
    yield "all", leaves
    behind = [row for i, row in enumerate(rows) if not (i and rows[i - 1].part_only)]
    if len(behind) < len(rows):
        yield "all but the row behind 其中", [row for row in behind if not row.part_only and not row.rank]
    totals = [row for row in plain if row.rank]
    if totals:
        yield "totals", totals
        high = max(row.rank for row in totals)
        yield "high totals", [row for row in totals if row.rank == high]
        last = plain.index(totals[-1])
        tail = plain[last + 1:]
        yield "last total and after", [totals[-1]] + tail
        tail_marks = [row.mark for row in tail if row.mark is not None]
        if tail_marks:
            yield "last total and unmarked after", [totals[-1]] + [row for row in tail if row.mark is None]
            yield "last total and marked after", [totals[-1]] + [row for row in tail if row.mark == min(tail_marks)]
        tail_indents = [row.indent for row in tail if row.indent is not None]
        if len(set(tail_indents)) > 1:
            yield "last total and indent after", [totals[-1]] + [r for r in tail if r.indent == min(tail_indents)]
        if tail:
            yield "last total and last row", [totals[-1], tail[-1]]
        lead = plain[:plain.index(totals[0])]
        if lead:
            yield "before and totals", lead + totals
    for size in (2, 3):
        if len(leaves) > size:
            yield f"first {size}", leaves[:size]


def ranges(rows, at):
    """Stretches of rows that the total at `at` may sum: in its own group, above it, below it."""
    total = rows[at]
    named = [row for row in rows if row is not total and bare(row.label) == TOTAL.sub("", bare(total.label))]
    if len(named) > 1:
        yield named
    if total.mark is not None:
        yield list(itertools.takewhile(lambda row: row.mark is None or row.mark > total.mark, rows[at + 1:]))
    if total.group:
        first, last = total.group
        yield [row for row in rows if first <= row.index < last and row is not total]
    above = rows[:at]
    below = rows[at + 1:]

    def until(stretch, rank):
        out = []
        for row in stretch:
            if row.rank >= rank:
                break
            out.append(row)
        return out
    yield until(reversed(above), total.rank)[::-1]
    yield until(below, total.rank)
    yield above
    yield below
    yield until(reversed(above), 1)[::-1]
    yield until(below, 1)


def readings(rows, at, columns):
    seen = set()
    for stretch in ranges(rows, at):
        stretch = [row for row in stretch if row.label or any(row.figures.values())]
        if not stretch:
            continue
        choices = list(selections(stretch))
        plain = [row for row in stretch if not row.part_only]
        for column in columns[:3]:
            tops = parsed_tops(plain, column.index)
            if tops and len(tops) > 1:
                choices.append(("nesting", tops))
        for how, parts in choices:
            key = tuple(row.index for row in parts)
            if parts and key not in seen:
                seen.add(key)
                yield how, parts


def incomplete(rows, at):
    """Is what stands above a total a list of its main parts only, or does it stand above what it is no sum of?"""
    above = rows[:at]
    return any(MAIN_PARTS.match(squeezed(row.label)) for row in above[-12:]) or \
        (not above and any(LEFTOVER.search(squeezed(row.label)) for row in rows[at + 1:]))


def best_reading(kind, table, rows, at, columns):
    """The relations of the best reading, and whether a failure of it means something."""
    total = rows[at]
    best = None
    ways = {}
    for how, parts in readings(rows, at, columns):
        relations = [relate(kind, table, total, parts, column.index) for column in columns]
        relations = [one for one in relations if one]
        held = sum(one.status == HELD and one.result.figure.value != 0 for one in relations)
        score = (held, -sum(one.status == FAILED for one in relations))
        if relations:
            ways.setdefault(how, relations)
            if best is None or score > best[0]:
                best = (score, how, relations)
    if best is None:
        return []
    if best[0][0] == 0 and any(one.status == FAILED for one in best[2]):
        # Nothing holds: only codes or a list without depth say what the parts are.
        flat = set(ways) <= {"all", "first 2", "first 3", "nesting"} and not incomplete(rows, at)
        chosen = ways.get("code") or (ways.get("all") if flat else None)
        if chosen:
            return chosen
        for one in best[2]:
            one.status = OPEN
    return best[2]


def total_relations(grid):
    found = []
    for panel in grid.panels:
        columns = list(sum_columns(panel))
        rows = [row for row in panel.rows if row.label or any(row.figures.values())]
        for at, row in enumerate(rows):
            if row.rank and columns:
                found += best_reading("total row", grid.table, rows, at, columns)
    return found


def regular_depths(rows):
    """Indents that several rows share."""
    counts = collections.Counter(row.indent for row in rows if row.indent is not None)
    return {depth for depth, times in counts.items() if times >= max(3, REGULAR * len(rows)) or len(rows) < 20}


def direct_children(block):
    """Rows of a block that no row before them in it encloses."""
    children, stack = [], []
    for row in block:
        while stack and stack[-1] >= row.indent:
            stack.pop()
        if not stack:
            children.append(row)
        stack.append(row.indent)
    return children


def indented_readings(block, columns):
    """Readings of the direct parts among indented rows: [rows]."""
    known = [row for row in block if row.indent is not None]
    if not known:
        return
    for parts in (direct_children(known), [row for row in known if row.indent == min(r.indent for r in known)], known):
        if len(parts) > 0:
            yield parts
    for column in columns[:3]:
        tops = parsed_tops(known, column.index)
        if tops:
            yield tops


def blocks(rows, depth):
    """(parent, rows below it) by a depth function; None as depth stops a block."""
    for i, parent in enumerate(rows):
        own = depth(parent)
        if own is None or parent.rank or parent.part_only:
            continue
        block = []
        for row in rows[i + 1:]:
            if row.rank or (depth(row) is not None and depth(row) <= own):
                break
            block.append(row)
        if block:
            yield parent, block


def believed(relations):
    """Relations of a convention: open unless most of them hold."""
    judged = [one for one in relations if one.result.figure.value != 0]
    held = sum(one.status == HELD for one in judged)
    if judged and held < CONVENTION * len(judged):
        for one in relations:
            if one.status == FAILED:
                one.status = OPEN
    return relations


def depth_relations(grid):
    found = []
    for panel in grid.panels:
        columns = list(sum_columns(panel))
        rows = [row for row in panel.rows if row.label]
        if any(SIGNED.match(squeezed(row.label)) for row in rows):
            continue
        by_indent, by_mark, by_column = [], [], []
        if len({row.indent for row in rows if row.indent is not None}) > 1:
            regular = regular_depths(rows)
            for parent, block in blocks(rows, lambda row: row.indent):
                odd = any(row.indent is not None and row.indent not in regular for row in block)
                if parent.code or parent.indent not in regular or any(row.part_only for row in block):
                    continue
                ways = [[one for one in (relate("indentation", grid.table, parent, parts, c.index) for c in columns)
                         if one] for parts in indented_readings(block, columns)]
                way = max(ways, default=[], key=lambda way: sum(one.status == HELD for one in way))
                by_indent += [one for one in way if one.status == HELD or not odd]
        for parent, block in blocks(rows, lambda row: row.mark):
            marks = [row.mark for row in block if row.mark is not None]
            if any(row.part_only for row in block) or parent.code or (marks and block[0].mark is None):
                continue
            ways = [[row for row in block if row.mark == min(marks)] if marks else block]
            ways += [tops for c in columns[:3] for tops in [parsed_tops(block, c.index)] if tops]
            ways = [[one for one in (relate("mark", grid.table, parent, children, c.index) for c in columns) if one]
                    for children in ways if len(children) > 1]
            way = max(ways, default=[], key=lambda way: sum(one.status == HELD for one in way))
            # Below one mark without further marks other depths may hide: only a sum that holds says something.
            by_mark += [one for one in way if marks or one.status == HELD]
        for parent, block in blocks(rows, lambda row: row.depth):
            children = [row for row in block if row.depth == parent.depth + 1]
            if parent.code is None and children:
                by_column += [relate("label column", grid.table, parent, children, c.index) for c in columns]
        found += believed([one for one in by_column if one])
        found += believed(by_indent)
        found += believed([one for one in by_mark if one])
    return found


def bound_relations(grid):
    """A row of 其中 is at most the row that it is part of."""
    found = []
    for panel in grid.panels:
        whole = None
        if any(SIGNED.match(squeezed(row.label)) for row in panel.rows):
            continue
        for row in panel.rows:
            if not row.part_only or not MONEY.search(grid.table["unit"] or ""):
                whole = row
                continue
            if whole is None or not whole.label or row.listed_below or squeezed(row.label).startswith("#"):
                continue
            of, whole = whole, None
            for column in sum_columns(panel):
                top, part = of.figures[column.index], row.figures[column.index]
                if top and part and part.value >= 0 and top.value >= 0:
                    found.append(Relation("bound", grid.table, operand(row, column.index),
                                          [operand(of, column.index)], bound_only=True))
    return found


def balance_relations(grid):
    """收入总计 = 支出总计 on the last row of totals of two panels."""
    if len(grid.panels) != 2:
        return []
    left, right = grid.panels
    pairs = [(a, b) for a in left.rows for b in right.rows if a.index == b.index and a.rank >= 2 and b.rank >= 2
             and BALANCED.sub("", bare(a.label)) == BALANCED.sub("", bare(b.label))]
    if not pairs or not left.numbers or not right.numbers:
        return []
    a, b = pairs[-1]
    if a.rank < 3 and any(row.index > a.index and any(row.figures.values()) for row in left.rows + right.rows):
        return []
    columns = [(left.numbers[0], right.numbers[0])]
    if len(left.numbers) == len(right.numbers) and not any(rank_of(c.leaf) for c in left.numbers + right.numbers):
        columns = [(x, y) for x, y in zip(left.numbers, right.numbers) if x.leaf == y.leaf and summable(x)] or columns
    return [Relation("balance", grid.table, operand(a, x.index), [operand(b, y.index)]) for x, y in columns
            if a.figures[x.index] and b.figures[y.index]]
