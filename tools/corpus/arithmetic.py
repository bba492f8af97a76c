# SPDX-License-Identifier: GPL-3.0-or-later
"""Recomputes what a source states of its numbers, so that a report is wrong only where a fault was planted.

In a table (`assert: …` among its options; rows and columns from 0, blank cells are 0):

    r9c2 = r3c2 + r4c2        cells
    c2 = c3 + c4              in every row below the header that has a number there
    r9 = r3 + r5..r8          in every column that has a number in row 9
    c3 = c2 / r3c2 %          a share, in percent
    codes                     column 0 holds classification codes: 208 = sum of 208xx = sum of 208xxxx; 合计 = sum of all xxx

`assert!: …` states what a planted fault breaks. In prose (`@assert …`): 226.23 = 193.15 + 33.08, 85.38 = 193.15 / 226.23 %. Every number has to stand in the report.
Sums must be exact; a quotient may differ by half a unit of the last printed place.
"""

import ast
import operator
import re
from fractions import Fraction

from .model import Assertion, Report, SourceError, Table

NUMBER = re.compile(r"[-－]?\d[\d,]*(?:\.\d+)?")
REFERENCE = re.compile(r"r(\d+)\.\.r(\d+)|r(\d+)c(\d+)|r(\d+)|c(\d+)")
OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def check(report: Report) -> list[str]:
    """What does not hold, as sentences."""
    wrong = []
    for block in report.blocks:
        if isinstance(block, Table):
            for made in block.asserts:
                label = block.options.get("caption", "a table")
                wrong += [f"{label}: {message}" for message in verdict(made, check_table(block, made.statement))]
    printed = all_text(report)
    for made in report.asserts:
        statement = made.statement
        wrong += [f"{n} of {statement} is not in the report" for n in NUMBER.findall(statement) if n not in printed]
        wrong += verdict(made, compare(statement, lambda match: match.group()))
    return wrong


def verdict(made: Assertion, wrong: list[str]) -> list[str]:
    """A planted fault has to be there."""
    if not made.broken:
        return wrong
    return [] if wrong else [f"{made.statement}: holds, though a fault should break it"]


def all_text(report: Report) -> str:
    cells = [cell.text for b in report.blocks if isinstance(b, Table) for row in b.cells for cell in row if cell]
    return "\n".join([prose.text for prose in report.prose()] + cells + ["100"])


def check_table(table: Table, statement: str) -> list[str]:
    if statement == "codes":
        return check_codes(table)
    rows, columns = len(table.cells), table.columns
    left = statement.split("=")[0].strip()
    if re.fullmatch(r"c\d+", left):
        places = [(r, None) for r in range(table.header, rows) if amount(table, r, int(left[1:])) is not None]
    elif re.fullmatch(r"r\d+", left):
        places = [(None, c) for c in range(columns) if amount(table, int(left[1:]), c) is not None]
    else:
        places = [(None, None)]
    if not places:
        raise SourceError(f"nothing to check: {statement}")
    wrong = []
    for row, column in places:
        wrong += compare(statement, lambda m: reference(table, m, row, column), f" (row {row}, column {column})")
    return wrong


def amount(table: Table, row: int, column: int) -> str | None:
    """The number of a cell without separators, or None."""
    if row >= len(table.cells) or column >= table.columns:
        raise SourceError(f"no cell r{row}c{column} in {table.options.get('caption')}")
    text = table.text_at(row, column).strip("　 ")
    return text.replace(",", "").replace("－", "-") if NUMBER.fullmatch(text) else None


def reference(table: Table, match: re.Match, row: int | None, column: int | None) -> str:
    first, last, r, c, whole_row, whole_column = (int(g) if g else None for g in match.groups())
    if first is not None:
        parts = [amount(table, n, column) or "0" for n in range(first, last + 1)]
        return "(" + "+".join(f"({part})" for part in parts) + ")"
    if whole_row is not None:
        r, c = whole_row, column
    elif whole_column is not None:
        r, c = row, whole_column
    return "(" + (amount(table, r, c) or "0") + ")"


def compare(statement: str, fill, place: str = "") -> list[str]:
    """Fills the references in and compares both sides."""
    percent = statement.endswith("%")
    left, right = (REFERENCE.sub(fill, side).replace(",", "").strip() for side in statement.rstrip("% ").split("="))
    stated, computed = (evaluate(ast.parse(side, mode="eval").body) for side in (left, right))
    if percent:
        computed *= 100
    decimals = max(len(digits) for digits in re.findall(r"\d+\.?(\d*)", left))
    allowed = Fraction(1, 2 * 10**decimals) if "/" in statement else Fraction(0)
    if abs(stated - computed) <= allowed:
        return []
    return [f"{statement}{place}: {left} is not {float(computed):.4f}"]


def evaluate(node) -> Fraction:
    """Exact value of + - * / over numbers."""
    if isinstance(node, ast.Constant):
        return Fraction(str(node.value))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -evaluate(node.operand)
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATIONS:
        return OPERATIONS[type(node.op)](evaluate(node.left), evaluate(node.right))
    raise SourceError("only + - * / in an assertion")


def check_codes(table: Table) -> list[str]:
    """Every code is the sum of the codes two digits longer, the total that of the three-digit codes."""
    codes = {table.text_at(r, 0).strip(): r for r in range(len(table.cells)) if table.text_at(r, 0).strip().isdigit()}
    totals = [r for r in range(table.header, len(table.cells)) if "合计" in table.text_at(r, 0) + table.text_at(r, 1)]
    wrong = []
    for name, row in [*codes.items(), *(("", r) for r in totals)]:
        length = len(name) + 2 if name else 3
        parts = [r for code, r in codes.items() if len(code) == length and code.startswith(name)]
        for column in range(2, table.columns):
            wrong += check_code(table, name or "合计", row, column, parts)
    return wrong


def check_code(table: Table, name: str, row: int, column: int, parts: list[int]) -> list[str]:
    stated = amount(table, row, column)
    if stated is None or not parts:
        return []
    computed = sum((Fraction(amount(table, r, column) or "0") for r in parts), Fraction(0))
    return [] if Fraction(stated) == computed else [f"{name}, column {column}: {stated} is not {float(computed)}"]
