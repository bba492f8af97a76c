# SPDX-License-Identifier: GPL-3.0-or-later
"""Printed figures as exact intervals.

A figure with k decimals stands for the interval of half a unit of its last place on both sides; a printed 0 is
exactly 0. A cell is a figure, nothing (blank or a dash), or words.
"""
import re
import unicodedata
from fractions import Fraction

NUMBER = re.compile(r"([-+]?)(\d+(?:,\d{3})+|\d+)(?:\.(\d+))?(%?)")
# △ and ▲ are minus signs in accounts; a star or a letter in front or behind is a note mark.
NOTE_MARK = re.compile("[①-⑳*]")
DASHES = re.compile(r"[-–—―－/／×]+")
SIGNS = str.maketrans({"−": "-", "－": "-", "△": "-", "▲": "-", "–": "-"})


class Figure:
    """An exact value and how far the printed digits let it be off; `unit` is one of its last place."""
    __slots__ = ("value", "slack", "unit", "text", "percent")

    def __init__(self, value, slack, unit, text, percent=False):
        self.value, self.slack, self.unit, self.text, self.percent = value, slack, unit, text, percent

    def __repr__(self):
        return self.text


def squeezed(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def figure(text):
    """The figure that a cell prints, or None. `text` as in the report; circled note marks beside it are no digits."""
    plain = squeezed(NOTE_MARK.sub("", text)).translate(SIGNS)
    bracketed = re.fullmatch(r"\((\d[\d,.]*)\)", plain)
    if bracketed:
        plain = "-" + bracketed.group(1)
    found = NUMBER.fullmatch(plain)
    if not found:
        return None
    sign, whole, decimals, percent = found.groups()
    digits = whole.replace(",", "") + (decimals or "")
    places = len(decimals or "")
    value = Fraction(int(digits), 10 ** places) * (-1 if sign == "-" else 1)
    slack = Fraction(1, 2 * 10 ** places) if value else Fraction(0)
    return Figure(value, slack, Fraction(1, 10 ** places), text, percent == "%")


def is_blank(text):
    plain = squeezed(text)
    return not plain or DASHES.fullmatch(plain) is not None


def shown(value):
    """A fraction as people write it: all digits when it ends, else four decimals."""
    value = Fraction(value)
    denominator = value.denominator
    places = 0
    while denominator % 10 == 0 or denominator % 5 == 0 or denominator % 2 == 0:
        denominator = denominator // 10 if denominator % 10 == 0 else denominator // 5 if denominator % 5 == 0 else denominator // 2
        places += 1
    places = min(places, 6) if denominator == 1 else 4
    scaled = round(value * 10 ** places)
    text = f"{abs(scaled):0{places + 1}d}"
    text = (text[:-places] + "." + text[-places:]) if places else text
    return ("-" if scaled < 0 else "") + text
