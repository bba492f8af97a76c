# SPDX-License-Identifier: GPL-3.0-or-later
"""Chinese and full-width numerals, and the ordinals that list markers stand for."""

import re

DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
POWERS = {"十": 10, "百": 100, "千": 1000}
CHINESE = "〇零一二两三四五六七八九十百千"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def chinese_to_int(text: str) -> int:
    """三百二十 -> 320. Only whole numbers below ten thousand: larger ones have their 万 in the unit."""
    total, digit = 0, None
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in POWERS:
            total += (1 if digit is None else digit) * POWERS[char]
            digit = None
        else:
            raise ValueError(f"no Chinese numeral: {text}")
    return total + (digit or 0)


def to_ascii(text: str) -> str:
    """Full-width digits, point and comma to ASCII; thousands separators away."""
    narrow = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in text)
    return narrow.replace(",", "")


def ordinal(marker: str | None) -> int | None:
    """The number a marker stands for: （十二） 12, 3． 3, ④ 4, 第一部分 1, 附件2 2; None without one."""
    if not marker:
        return None
    for char in marker:
        if char in CIRCLED:
            return CIRCLED.index(char) + 1
    digits = re.search(r"\d+", to_ascii(marker))
    if digits:
        return int(digits.group())
    chinese = re.search(f"[{CHINESE}]+", marker)
    return chinese_to_int(chinese.group()) if chinese else None
