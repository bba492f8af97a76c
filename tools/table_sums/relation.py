# SPDX-License-Identifier: GPL-3.0-or-later
"""One relation: a printed result, its operands with factors, and whether they can agree."""
from fractions import Fraction

from .printed import shown

HELD, FAILED, OPEN = "held", "failed", "open"


class Operand:
    def __init__(self, name, figure, cell, factor=1):
        self.name, self.figure, self.cell, self.factor = name, figure, cell, factor

    def __str__(self):
        sign = "-" if self.factor < 0 else ""
        return f"{sign}{self.figure.text if self.figure else '(blank)'} [{self.name}]"


class Relation:
    """`result` = sum of operands, or between two exact bounds (`bounds`) that the finder computed."""

    def __init__(self, kind, table, result, operands, bounds=None, bound_only=False):
        self.kind, self.table, self.result, self.operands = kind, table, result, operands
        self.bounds, self.bound_only = bounds, bound_only
        self.hint = ""
        self.status = None
        self.computed = None
        self._decide()

    def _decide(self):
        if self.bounds:
            low, high = self.bounds
        else:
            known = [operand for operand in self.operands if operand.figure]
            middle = sum((operand.factor * operand.figure.value for operand in known), Fraction(0))
            slack = sum((abs(operand.factor) * operand.figure.slack for operand in known), Fraction(0))
            low, high = middle - slack, middle + slack
        self.computed = (low + high) / 2
        stated = self.result.figure
        # A rate printed as 0.0 is a rounded one; an amount printed as 0 is none.
        slack = stated.unit / 2 if self.bounds else stated.slack
        top, bottom = stated.value + slack, stated.value - slack
        agrees = bottom <= high if self.bound_only else bottom <= high and low <= top
        self.status = HELD if agrees else FAILED

    @property
    def blanks(self):
        return sum(operand.figure is None for operand in self.operands)

    @property
    def difference(self):
        return self.result.figure.value - self.computed

    @property
    def page(self):
        at = self.result.cell["at"]
        return at.get("page") or at.get("line")

    @property
    def key(self):
        return (self.place(self.result), self.kind if self.bounds else "sum",
                frozenset(self.place(operand) for operand in self.operands if operand.figure))

    @staticmethod
    def place(operand):
        return (operand.cell["row"], operand.cell["column"])

    def formula(self):
        sign = "≤" if self.bound_only else "="
        shown_parts = [str(operand) for operand in self.operands if operand.figure][:40]
        blank = f" (+ {self.blanks} blank)" if self.blanks else ""
        return f"{self.result} {sign} {' + '.join(shown_parts)}{blank}: computed {shown(self.computed)}, " \
               f"difference {shown(self.difference)}"
