# SPDX-License-Identifier: GPL-3.0-or-later
"""What would explain a failed sum: the smallest misreading that makes it hold."""
import re

from .printed import figure, shown


def fit_of(relation):
    """A test of whether the sum holds when something adds `value` to its parts."""
    slack = relation.result.figure.slack + sum(
        abs(one.factor) * one.figure.slack for one in relation.operands if one.figure)
    low, high = relation.difference - slack, relation.difference + slack
    return lambda value: low <= value <= high


def edits(text):
    """Plausible misreadings of a printed number and what they would have been."""
    plain = re.sub(r"[,\s]", "", text)
    for i, digit in enumerate(plain):
        if digit.isdigit():
            if len(plain) > 1:
                yield plain[:i] + plain[i + 1:], "a digit too many"
            for other in "0123456789":
                if other != digit:
                    yield plain[:i] + other + plain[i + 1:], "one digit"
                yield plain[:i] + other + plain[i:], "a digit lost"
            if i + 1 < len(plain) and plain[i + 1].isdigit() and plain[i + 1] != digit:
                yield plain[:i] + plain[i + 1] + digit + plain[i + 2:], "two digits changed places"
    digits = plain.lstrip("-").replace(".", "")
    for places in range(1, 5):
        if len(digits) > places:
            yield digits[:-places] + "." + digits[-places:], "decimal point"
    yield ("-" + plain) if not plain.startswith("-") else plain[1:], "sign"


def hints(relation, grid):
    if relation.bounds or relation.bound_only:
        return []
    out = []
    fits = fit_of(relation)
    used = {one.cell["row"] for one in relation.operands} | {relation.result.cell["row"]}
    same_column = len({one.cell["column"] for one in relation.operands} | {relation.result.cell["column"]}) == 1
    for one in relation.operands:
        if one.figure and one.figure.value and fits(-one.factor * one.figure.value):
            out.append(f"{one.name} counted once too often")
    if same_column:
        column = relation.result.cell["column"]
        for r in grid.body:
            value = figure(grid.own(r, column))
            if r not in used and value and value.value and fits(value.value):
                out.append(f"row {r} ({grid.text(r, 0)[:20]}: {value.text}) is a part too")
    for one in [relation.result] + relation.operands:
        if one.figure is None:
            continue
        factor = 1 if one is not relation.result else -1
        for text, what in edits(one.figure.text):
            other = figure(text)
            if other and fits(factor * one.factor * (other.value - one.figure.value)):
                out.append(f"{one.name} {one.figure.text} → {text} ({what})")
                break
    blanks = [one for one in relation.operands if one.figure is None]
    for one in blanks:
        row, column = one.cell["row"], one.cell["column"]
        for c in (column - 1, column + 1):
            if 0 <= c < grid.table["columns"]:
                value = figure(grid.own(row, c))
                if value and fits(value.value):
                    out.append(f"{one.name}: {value.text} stands one column beside")
    if blanks and not out:
        out.append(f"{len(blanks)} parts are blank; together they would be {shown(relation.difference)}")
    return out[:4]
