# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents of the tables of other reports, printed anew: real forms, real texts, page ends anywhere.

What the reader made of a report is the truth of its reprint; the figures tell whether it reads a table the same when another
producer prints it in other widths over other pages, not whether it read the report rightly.
"""
import json
import random as random_module

import documents
import words
from model import Cell, Document, Paragraph, Table

ROWS = range(3, 121)
COLUMNS = range(2, 11)
WIDEST = 24     # letters; longer texts wrap
TABLES = 8      # a document


def usable(table):
    return table["rows"] in ROWS and table["columns"] in COLUMNS and any(cell["text"] for cell in table["cells"])


def tables_of(paths):
    return [table for path in paths for table in json.loads(path.read_text())["tables"] if usable(table)]


def widths(table):
    """By the longest text of each column, of cells in one column."""
    letters = [4] * table["columns"]
    for cell in table["cells"]:
        if cell["column_span"] == 1:
            letters[cell["column"]] = max(letters[cell["column"]], min(WIDEST, len(cell["text"])))
    return letters


def number_columns(table):
    """Columns with more figures than words below the header; signs for nothing (—) count as neither."""
    balance = [0] * table["columns"]
    for cell in table["cells"]:
        if cell["row"] >= table["header_rows"] and any(c.isalnum() for c in cell["text"]):
            balance[cell["column"]] += 1 if cell["figure"] else -1
    return [more > 0 for more in balance]


def is_plain(table):
    """Has each row below the header cells of its own? Merged ones cannot be seen where no lines part the rows."""
    return all(cell.row < table.header_rows or (cell.row_span == 1 and cell.column_span == 1) for cell in table.cells)


def made_of(random, table):
    head = table["header_rows"]
    numbers = number_columns(table)

    def align(cell):
        return "center" if cell["row"] < head else "right" if numbers[cell["column"]] and cell["column_span"] == 1 else "left"

    cells = [Cell(c["row"], c["column"], c["text"], c["row_span"], c["column_span"], align(c)) for c in table["cells"]]
    made = Table("reprint", table["rows"], table["columns"], head, cells, widths(table), form=head == 0)
    made.caption = random.choice(["2024年度收支情况表", "部门预算安排情况表", "资金使用情况表"])
    made.unit = table["unit"] or ""
    return made.check()


def make(seed, producer, tables):
    random = random_module.Random(f"{seed} {producer} reprint")
    document = Document(f"{producer}-{seed:05d}r", producer, [], random.choice(documents.FONTS), "", False, random.random() < 0.8)
    document.digits = random.choice(documents.DIGITS) or document.font
    documents.choose_options(random, document)
    document.options["letters"] = False
    for number, table in enumerate(random.sample(tables, min(TABLES, len(tables)))):
        made = documents.finish(random, made_of(random, table))
        made.rules = random.choice(["grid"] * 3 + ["open_sides"] + (["row_rules", "three_line", "header_grid"] if is_plain(made) else []))
        made.caption = f"表{number + 1} {made.caption}"
        made.unit_place = "line" if made.unit else "none"
        document.blocks.append(made)
        if random.random() < 0.4:
            document.blocks.append(Paragraph(random.choice(words.PROSE)))
    return document
