# SPDX-License-Identifier: GPL-3.0-or-later
"""How the parts of a report look, the same for HTML and ODT: after GB/T 9704 with the Noto fonts standing in.

Headings are set by what their marker is, as officials do, not by their depth.
"""

import re

from .model import Heading, Report, Table

SERIF = "Noto Serif CJK SC"
SANS = "Noto Sans CJK SC"
MARGINS_CM = (3.2, 2.6, 3.0, 2.8)  # top, right, bottom, left
ROW_PT = 16  # least height of a table row, so that an empty one can be seen
LANDSCAPE_MARGINS_CM = (2.4, 2.0, 2.0, 2.0)
PORTRAIT_TEXT_CM = 21.0 - MARGINS_CM[1] - MARGINS_CM[3]
LANDSCAPE_TEXT_CM = 29.7 - LANDSCAPE_MARGINS_CM[1] - LANDSCAPE_MARGINS_CM[3]


def body_pt(report: Report) -> float:
    return float(report.head.get("body_pt", 15))


def line_pt(report: Report) -> float:
    return float(report.head.get("line_pt", 27))


def heading_class(heading: Heading) -> str:
    """part (centred), attachment, list (as body text), first (black face), second (bold), third, bare."""
    marker = heading.marker or ""
    if marker.endswith("："):
        return "list"
    if re.match(r"第.+(部分|章)", marker):
        return "part"
    if marker.startswith("附件"):
        return "attachment"
    if re.match(r"[一二三四五六七八九十]+、", marker):
        return "first"
    if marker.startswith(("（", "(")):
        return "second"
    if marker:
        return "third"
    return "bare"


def alignment(table: Table, row: int, column: int, text: str) -> str:
    """left, center or right: the option `align` (one letter a column) first, else by what the cell holds."""
    letters = table.options.get("align")
    if row < table.header or text in ("合计", "总计", "小计"):
        return "center"
    if column == 0 and re.fullmatch(r"\d{3,7}", text):
        return "left"  # a classification code
    if letters:
        return {"l": "left", "c": "center", "r": "right"}[letters[column]]
    if re.fullmatch(r"[-－△（(]?[\d,]+(\.\d+)?[%）)]?", text):
        return "right"
    return "left"


def widths(table: Table) -> list[float]:
    """Shares of the width of the page, adding to 1."""
    given = table.options.get("widths")
    parts = [float(w) for w in given.split()] if given else [1.0] * table.columns
    if len(parts) != table.columns:
        raise ValueError(f"{len(parts)} widths for {table.columns} columns in {table.options.get('caption')}")
    return [part / sum(parts) for part in parts]


def font_pt(table: Table) -> float:
    return float(table.options.get("size", 10))


def is_landscape(table: Table) -> bool:
    return table.options.get("page") == "landscape"


def heading_on_page(table: Table) -> bool:
    """The heading in front of a landscape table stands on its page."""
    return is_landscape(table) and table.options.get("heading_on_page") == "yes"


def repeats_header(table: Table) -> bool:
    return table.options.get("repeat") == "yes"
