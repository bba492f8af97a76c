# SPDX-License-Identifier: GPL-3.0-or-later
"""Relations between columns: 合计 and 小计 of what stands beside them, formulas in heads, changes, rates, shares.

The head says what a column is; which columns it is made of is tried, and believed when most rows bear it out.
"""
import itertools
import re
from fractions import Fraction

from .grid import rank_of
from .printed import NOTE_MARK
from .relation import FAILED, HELD, OPEN, Operand, Relation
from .rows import RATE_HEAD, summable

# Share of the rows that must bear a reading out.
BELIEVED = Fraction(2, 3)
RATE_BELIEVED = Fraction(4, 5)
FORMULA = re.compile(r"(?:^|[(\[])(?:[A-Z]|\d{1,2})?=((?:[A-Z]|\d{1,2})(?:[-+](?:[A-Z]|\d{1,2}))+)(?:[)\]]|$)")
TOKEN = re.compile(r"^[(\[]?([A-Z]|\d{1,2})(?:=.*)?[)\]]?$")
TAKEN_OFF = re.compile(r"减[:：]")
CHANGE = re.compile(r"增减额|增加额|增减数|增减值|增减$|差额|比.*增减(?!.*%)|变动额")
RATE = re.compile(r"%|占|率|增长|增幅|比重|为预算|增减")


def operand(panel, row, column, factor=1):
    return Operand(column.name or f"column {column.index}", row.figures[column.index], row.cells[column.index], factor)


def total_positions(path):
    return [i for i, part in enumerate(path) if rank_of(part)]


def readings(total, columns):
    """The readings of which columns a total column is made of."""
    positions = total_positions(total.path)
    at = positions[-1]
    prefix, suffix = total.path[:at], total.path[at + 1:]
    siblings = [c for c in columns if c is not total and c.path[:at] == prefix and len(c.path) > at and
                not rank_of(c.path[at]) and (not suffix or c.path[-1:] == suffix[-1:])]
    yield grouped(siblings, at)
    # A total that spans the rows of the head beside groups that have their own 小计.
    after = [c for c in columns if c.index > total.index and (not suffix or c.path[-1:] == suffix[-1:])]
    yield grouped(after, 0)
    yield [c for c in after if not total_positions(c.path)]
    yield [c for c in siblings if c.index > total.index]
    yield [c for c in siblings if c.index < total.index]
    near = list(itertools.takewhile(lambda c: not total_positions(c.path), after))
    yield near
    before = [c for c in columns if c.index < total.index and (not suffix or c.path[-1:] == suffix[-1:])]
    yield [c for c in before if not total_positions(c.path)]
    yield list(itertools.takewhile(lambda c: not total_positions(c.path), reversed(before)))[::-1]
    yield [c for c in columns if c is not total and total_positions(c.path)]
    for size in (2, 3):
        yield after[:size]


def grouped(columns, at):
    """Of columns under one head the 小计 alone, else all of them."""
    out = []
    for _, group in itertools.groupby(columns, key=lambda c: c.path[at] if len(c.path) > at else c.index):
        group = list(group)
        totals = [c for c in group if any(position > at for position in total_positions(c.path))]
        out += totals[:1] if totals else group
    return out


def best(rows_of, candidates, share, least):
    """The candidate that most rows bear out: its relations, or [] when none reaches `share` of `least` rows."""
    chosen = None
    seen = set()
    for key, build in candidates:
        if key in seen:
            continue
        seen.add(key)
        relations = [one for one in (build(row) for row in rows_of) if one]
        telling = [one for one in relations if one.result.figure.value != 0]
        held = sum(one.status == HELD for one in telling)
        score = (held, -len(telling))
        if telling and held >= share * len(telling) and held >= min(least, len(telling)) and \
                (chosen is None or score > chosen[0]):
            chosen = (score, relations)
    return chosen[1] if chosen else []


def sum_build(kind, table, panel, total, parts):
    def build(row):
        if row.figures[total.index] is None or not any(row.figures[part.index] for part in parts):
            return None
        return Relation(kind, table, operand(panel, row, total),
                        [operand(panel, row, part, -1 if TAKEN_OFF.match(part.leaf) else 1) for part in parts])
    return tuple(part.index for part in parts), build


def total_relations(grid):
    found = []
    for panel in grid.panels:
        columns = [column for column in panel.numbers if summable(column)]
        for total in columns:
            if not total_positions(total.path):
                continue
            choices = list(readings(total, columns))
            choices = choices[:1] + [parts for parts in choices[1:] if parts]
            # Under a head of its own a total has its parts beside it; else position alone would tell them.
            determined = total_positions(total.path)[-1] > 0 and len(choices) > 0 and len(choices[0]) > 0
            candidates = [sum_build("total column", grid.table, panel, total, parts) for i, parts in enumerate(choices)
                          if len(parts) > 1 or len(columns) == 2 or (i == 0 and determined)]
            taken = best(panel.rows, candidates, BELIEVED, 1)
            if not taken and candidates:
                taken = [one for one in (candidates[0][1](row) for row in panel.rows) if one]
                for one in taken:
                    if one.status == FAILED and not determined:
                        one.status = OPEN
            found += taken
    return found


def formula_relations(grid):
    """Heads such as C=A+B or 3=1+2."""
    names, formulas = {}, {}
    for column in grid.columns:
        texts = list(column.path)
        below = [r for r in range(grid.head, min(grid.head + 2, grid.table["rows"])) if r not in grid.body]
        texts += [re.sub(r"\s", "", grid.text(r, column.index)) for r in below]
        for text in texts:
            token, formula = TOKEN.match(text), FORMULA.search(text)
            if token:
                names.setdefault(token.group(1), column)
            if formula:
                formulas[column] = formula.group(1)
    found = []
    for total, formula in formulas.items():
        terms = re.findall(r"([-+]?)([A-Z]|\d{1,2})", formula)
        if not all(name in names for _, name in terms):
            continue
        for panel in grid.panels:
            if total not in panel.numbers or any(names[name] not in panel.numbers for _, name in terms):
                continue
            for row in panel.rows:
                parts = [operand(panel, row, names[name], -1 if sign == "-" else 1) for sign, name in terms]
                if row.figures[total.index] and any(part.figure for part in parts):
                    found.append(Relation("head formula", grid.table, operand(panel, row, total), parts))
    return found


def is_amount(column, panel):
    figures = [row.figures[column.index] for row in panel.rows if row.figures[column.index]]
    return bool(figures) and not RATE.search(column.leaf) and sum(f.percent for f in figures) * 2 < len(figures)


def change_relations(grid):
    found = []
    for panel in grid.panels:
        amounts = [column for column in panel.numbers if is_amount(column, panel)]
        for change in panel.numbers:
            if not CHANGE.search(change.leaf) or "%" in change.name or "幅" in change.leaf:
                continue

            def build_for(a, b):
                def build(row):
                    if any(row.figures[c.index] is None for c in (change, a, b)):
                        return None
                    return Relation("change", grid.table, operand(panel, row, change),
                                    [operand(panel, row, a), operand(panel, row, b, -1)])
                return (a.index, b.index), build
            candidates = [build_for(a, b) for a, b in itertools.permutations(amounts, 2) if change not in (a, b)]
            found += best(panel.rows, candidates, RATE_BELIEVED, 3)
    return found


def quotient(top, bottom, offset):
    """Bounds of (top / bottom - offset) in percent, or None when the base may be nothing."""
    low, high = bottom.value - bottom.slack, bottom.value + bottom.slack
    if low <= 0 <= high:
        return None
    ends = [(top.value + s * top.slack) / base for s in (-1, 1) for base in (low, high)]
    return (min(ends) - offset) * 100, (max(ends) - offset) * 100


def rate_relations(grid):
    """Percent columns: completion a / b, growth a / b - 1, share a / total of a."""
    found = []
    for panel in grid.panels:
        amounts = [column for column in panel.numbers if is_amount(column, panel)]
        totals = [row for row in panel.rows if row.rank]
        for rate in panel.numbers:
            figures = [row.figures[rate.index] for row in panel.rows if row.figures[rate.index]]
            if not figures or not (RATE.search(rate.name) or sum(f.percent for f in figures) * 2 > len(figures)):
                continue
            if rate in amounts:
                continue

            def build_for(a, b, offset, total):
                def build(row):
                    base = total or row
                    noted = row.figures[rate.index] and NOTE_MARK.search(row.figures[rate.index].text)
                    if total is row or noted:
                        return None
                    if any(figure is None for figure in (row.figures[rate.index], row.figures[a.index],
                                                         base.figures[b.index])):
                        return None
                    top, bottom = row.figures[a.index], base.figures[b.index]
                    # Growth of a rate is printed in points, that of a loss in either sign.
                    if top.percent or bottom.percent or top.value < 0 or bottom.value < 0:
                        return None
                    bounds = quotient(top, bottom, offset)
                    if bounds is None:
                        return None
                    return Relation("share" if total else "growth" if offset else "rate", grid.table,
                                    operand(panel, row, rate), [operand(panel, row, a), operand(panel, base, b)],
                                    bounds=bounds)
                return (a.index, b.index, offset, total and total.index), build
            candidates = [build_for(a, b, offset, None) for a, b in itertools.permutations(amounts, 2)
                          for offset in (0, 1)]
            candidates += [build_for(a, a, 0, total) for a in amounts for total in totals]
            found += best(panel.rows, candidates, RATE_BELIEVED, 3)
    return found
