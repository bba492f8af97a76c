# SPDX-License-Identifier: GPL-3.0-or-later
"""From what the author marked as a figure ("226.23万元|本年收入合计") to its entry in the key.

Value, unit and kind follow from the printed text; bound, approximation, year and subject are authored, since they
depend on the words around it and the key must not be made by the rules that it judges.
"""

import re
from decimal import Decimal

from .model import Figure, SourceError
from .numerals import CHINESE, chinese_to_int, to_ascii

BOUNDS = {">=": "at_least", "<=": "at_most", ">": "more_than", "<": "less_than"}
SCALES = (("万亿", 12), ("亿", 8), ("万", 4))
MONEY = ("元",)
CURRENCIES = ("美元", "欧元", "港元")
MEASURES = (
    "平方米", "平方公里", "公里", "千米", "米", "亩", "公顷", "吨", "千瓦时", "千瓦", "立方米", "立方米/日", "毫米",
    "摄氏度", "℃", "千克", "公斤", "小时", "元/平方米", "GB", "TB", "吨标准煤", "微克/立方米", "标准箱",
)
NUMBER = re.compile(
    rf"(?P<percent>百分之(?P<percent_value>[{CHINESE}]+(?:点[{CHINESE}]+)?))"
    rf"|(?P<part>(?P<below>[{CHINESE}]+)分之(?P<above>[{CHINESE}]+))"
    rf"|(?P<digits>[-－△]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?)"
    rf"|(?P<chinese>[{CHINESE}]+)"
)


def figure(marked: str) -> Figure:
    """The figure of the text between braces."""
    text, _, attributes = marked.partition("|")
    made = derive(text)
    for token in attributes.split():
        apply(made, token)
    return made


def apply(made: Figure, token: str) -> None:
    """One authored attribute."""
    name, colon, value = token.partition(":")
    if token in BOUNDS:
        made.bound = BOUNDS[token]
    elif token == "~":
        made.approximate = True
    elif token == "optional":
        made.optional = True
    elif colon and name == "year":
        made.year = int(value)
    elif colon and name == "or":
        made.subject_accept.append(value)
    elif colon and name == "range":
        made.range_key = value
    elif colon and name in ("kind", "value", "unit"):
        setattr(made, name, value)
        if name == "unit":
            made.kind = kind_of(value)
        made.normalized = normalize(made.kind, made.value, made.unit)
    elif made.subject is None:
        made.subject = token
    else:
        raise SourceError(f"two subjects in figure {made.text}: {token}")


def derive(text: str) -> Figure:
    """Value, unit and kind of a printed figure."""
    compact = text.replace(" ", "")
    found = NUMBER.match(compact)
    if not found:
        raise SourceError(f"no number in figure {text}")
    rest = compact[found.end():]
    approximate = rest[:1] in ("余", "多")
    if approximate:
        rest = rest[1:]
    # 8万多户 and 3千余 keep the scale in front of the mark of approximation.
    late = re.match(r"(万|亿)(余|多)(.*)", rest)
    if late:
        approximate, rest = True, late[1] + late[3]
    if found["percent"]:
        whole, _, decimals = found["percent_value"].partition("点")
        value = str(chinese_to_int(whole)) + ("." + "".join(str(chinese_to_int(c)) for c in decimals) if decimals else "")
        return finish(text, value, "%", approximate)
    if found["part"]:
        value = f"{chinese_to_int(found['above'])}/{chinese_to_int(found['below'])}"
        return Figure(text, value, rest or None, "ratio", {"value": value, "unit": rest or None}, approximate=approximate)
    value = str(chinese_to_int(found["chinese"])) if found["chinese"] else to_ascii(found["digits"])
    return finish(text, value, rest or None, approximate)


def finish(text: str, value: str, unit: str | None, approximate: bool) -> Figure:
    kind = kind_of(unit)
    return Figure(text, value, unit, kind, normalize(kind, value, unit), approximate=approximate)


def split_scale(unit: str) -> tuple[int, str]:
    """万户 -> (4, 户)."""
    for word, power in SCALES:
        if unit.startswith(word) and unit != word:
            return power, unit[len(word):]
    return 0, unit


def kind_of(unit: str | None) -> str:
    if not unit:
        return "number"
    bare = split_scale(unit)[1]
    if bare in MONEY or bare in CURRENCIES:
        return "money"
    if unit in ("%", "‰", "成", "个百分点", "百分点"):
        return "percent"
    if unit == "倍":
        return "ratio"
    if unit == "分":
        return "score"
    return "measure" if bare in MEASURES else "count"


def normalize(kind: str, value: str, unit: str | None) -> dict:
    """Money in 元, percent in %, the rest without 万 and 亿."""
    if unit == "成":
        return {"value": scaled(value, 1), "unit": "%"}
    if unit == "‰":
        return {"value": scaled(value, -1), "unit": "%"}
    if kind == "percent":
        return {"value": value, "unit": "百分点" if unit.endswith("百分点") else "%"}
    power, bare = split_scale(unit or "")
    return {"value": scaled(value, power), "unit": bare or None}


def scaled(value: str, power: int) -> str:
    """A decimal string times a power of ten, without exponent; digits untouched when there is nothing to scale."""
    if power == 0:
        return value
    moved = format(Decimal(value).scaleb(power), "f")
    return moved.rstrip("0").rstrip(".") if "." in moved else moved
