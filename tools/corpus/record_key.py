# SPDX-License-Identifier: GPL-3.0-or-later
"""Records of the key, from the @record of a table.

    @record performance_target
    title = "…"            head fields as the contract names them; "cell:3,1" takes the text of a cell (row, column from 0)
    budget = "350"         an amount: value, unit and 元 are made of it
    [fields]               labels of the head with their values
    [indicators]
    rows = [5, 14]         first and last row of the indicators
    columns = { level1 = 1, level2 = 2, level3 = 3, operator = 4, value = 5, unit = 6, deadline = 7 }
    [put_right]            rows that the table prints in the wrong columns: what they mean, in the order of `columns`
    9 = ["产出指标", "时效指标", "按期完成率", ">=", "90", "%", "2024年12月"]

A fiscal table says what its columns and rows mean, one text each; rows of the left side come first:

    @record fiscal_table
    kind = "income"
    year = "2024"
    columns = ["label||||", "amount|total|budget||"]         role|concept|basis|fund|side
    lines = ["0|一、|事业收入||item|institution_income||1=2.50"] level|marker|label|code|kind|concept|parent, then values
"""

import re

from .figure_key import normalize
from .model import SourceError, Table

FISCAL = ("type", "kind", "year", "unit", "columns", "lines")
AMOUNTS = ("budget", "budgeted", "adjusted", "executed")
FILLED_DOWN = ("level1", "level2")
OPERATORS = {"≥": ">=", "≧": ">=", ">=": ">=", "≤": "<=", "≦": "<=", "<=": "<=", "＝": "=", "=": "=", ">": ">", "<": "<"}
SPLIT_TARGET = re.compile(r"^(≥|≧|>=|≤|≦|<=|＝|=|>|<)?\s*(\d+(?:\.\d+)?)\s*(\D*)$")
# Order of the keys in the file; what the type of a record does not have is left out.
HEAD = ("type", "title", "year", "unit", "project", "fields", *AMOUNTS, "execution_rate", "goal", "goal_actual",
        "total_score")


def record_of(table: Table, index: int) -> dict:
    """The record of the table with that index."""
    if "lines" in table.record:
        return {name: table.record[name] for name in FISCAL if name in table.record} | {"table": index}
    source = {name: resolve(table, value) for name, value in table.record.items()}
    for name in AMOUNTS:
        if name in source:
            source[name] = amount(source[name], source.get("unit"))
    made = {name: source[name] for name in HEAD if name in source}
    made["table"] = index
    made["indicators"] = indicators(table, source)
    return made


def resolve(table: Table, value):
    """"cell:3,1" -> the text of that cell; inside tables of TOML too."""
    if isinstance(value, dict):
        return {name: resolve(table, inner) for name, inner in value.items()}
    if isinstance(value, str) and value.startswith("cell:"):
        row, column = (int(n) for n in value[5:].split(","))
        return table.text_at(row, column)
    return value


def amount(value: str, unit: str | None) -> dict | None:
    """An amount as the contract wants it; an empty string stands for one that is not printed."""
    if value == "":
        return None
    plain = value.replace(",", "")
    return {"value": plain, "unit": unit, "normalized": normalize("money", plain, unit)}


def indicators(table: Table, source: dict) -> list[dict]:
    """The indicator rows, merged cells filled down, shifted rows put right."""
    plan = source["indicators"]
    columns, (first, last) = plan["columns"], plan["rows"]
    right = source.get("put_right", {})
    above: dict[str, str] = {}
    made = []
    for row in range(first, last + 1):
        if row in plan.get("skip", []):
            continue
        if str(row) in right:
            values = dict(zip(columns, right[str(row)], strict=True))
        else:
            values = {name: table.text_at(row, column) for name, column in columns.items()}
            fill_down(values, above)
        above |= {name: values[name] for name in FILLED_DOWN if name in values}
        made.append(indicator(values) | {"row": row})
    if not made:
        raise SourceError("a record without indicators")
    return made


def fill_down(values: dict, above: dict) -> None:
    """A covered or empty level takes what stands above it."""
    for name in FILLED_DOWN:
        if name in values and not values[name] and name in above:
            values[name] = above[name]


def indicator(values: dict) -> dict:
    """One indicator. `target` is a column that prints operator, value and unit in one cell ("≥95%")."""
    made = dict(values)
    if "target" in made:
        printed = made.pop("target")
        found = SPLIT_TARGET.match(printed)
        if found:
            made |= {"operator": found[1] or "", "value": found[2], "unit": found[3]}
        else:
            made |= {"operator": "", "value": printed, "unit": ""}
    if "operator" in made:
        made["operator"] = OPERATORS.get(made["operator"])
    return made
