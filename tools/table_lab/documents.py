# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents of random tables, made for a producer: which tables, how they are ruled, what stands between them."""
import random as random_module

import more_tables
import tables
import words
from model import Cell, Document, Paragraph, Table

PRODUCERS = ("chromium", "weasyprint", "wkhtmltopdf", "sheet", "writer", "drawn")
FONTS = ["AR PL UMing CN", "AR PL UKai CN", "WenQuanYi Zen Hei", "Noto Sans CJK SC", "Noto Serif CJK SC"]
DIGITS = ["", "", "Liberation Serif", "Liberation Sans", "DejaVu Sans"]
# Names of the rules that a table of any shape, or of a plain shape, is printed with.
ANY_RULES = ["grid"] * 6 + ["open_sides"]
PLAIN_RULES = ["column_rules", "three_line", "three_line", "row_rules", "zebra", "header_grid", "none"]


def make_table(random, plain, wider=False):
    if wider:
        return finish(random, more_tables.make(random))
    shape = random.choice(tables.PLAIN if plain else tables.ALL)
    table = shape(random).check()
    table.rules = random.choice(PLAIN_RULES if plain else ANY_RULES)
    if table.columns == 12:
        table.rules = random.choice(ANY_RULES)      # a single row of twelve numbers is ruled wherever it was met
    elif table.kind == "coded_three" and plain:
        table.rules = random.choice(ANY_RULES)      # a total beside its merged code labels
    elif table.kind == "word_list" and table.rules == "none":
        table.rules = "three_line"                  # words in columns without any line or fill are no table to be sure of
    if any(c.row_span > 1 and c.row >= table.header_rows for c in table.cells) and not table.form:
        table.rules = random.choice(ANY_RULES)
    if table.rules in PLAIN_RULES:
        part_totals(table)
    return finish(random, table)


def finish(random, table):
    """How the cells are set."""
    table.size = random.choice([7, 8, 9, 9, 10, 10.5, 12])
    if table.columns >= 9:
        table.size = min(table.size, 8)
    table.padding = random.choice([1, 2, 3, 5])
    table.vertical = random.choice(["middle", "middle", "top", "bottom"])
    table.repeat_header = table.header_rows > 0 and random.random() < 0.6
    if any(c.row < table.header_rows < c.row + c.row_span for c in table.cells):
        table.repeat_header = False     # no program repeats the half of a cell
    table.split_rows = random.random() < 0.3
    table.wide = table.columns >= 8
    if random.random() < 0.3:
        for cell in table.cells:
            if cell.row < table.header_rows and 2 <= len(cell.text) <= 3 and " " not in cell.text:
                cell.text = random.choice([" ", "  ", "    "]).join(cell.text)
    return table


def part_totals(table):
    """Below the header nothing shows that a total reaches over two columns where no lines do."""
    for cell in [c for c in table.cells if c.row >= table.header_rows and c.column_span > 1]:
        table.cells += [Cell(cell.row, c) for c in range(cell.column + 1, cell.column + cell.column_span)]
        cell.column_span = 1


def surroundings(random, table, inside_possible):
    """Caption and unit lines: where they stand."""
    place = random.random()
    if place < 0.12:
        table.caption, table.caption_place = "", "none"
    elif place < 0.2 and inside_possible and not table.form and table.rules == "grid":
        table.caption_place = "inside"
    if table.unit:
        chance = random.random()
        if table.caption_place == "inside":
            table.unit_place = "inside" if chance < 0.6 else "none"
        elif chance < 0.1:
            table.unit_place = "none"
        elif chance < 0.2 and table.caption:
            table.unit_place = "in_caption"
        if table.unit_place == "none":
            table.unit = ""
    if table.unit_place == "line" and table.unit and random.random() < 0.3:
        table.head_line = random.choice(["编制单位：", "部门：", "填报单位："]) + random.choice(words.UNITS)
    if table.caption_place == "inside":
        put_inside(table)


def put_inside(table):
    """The caption (and the unit) as rows of the table itself."""
    lines = [Cell(0, 0, table.caption, 1, table.columns, "center", True)]
    if table.unit_place == "inside":
        lines.append(Cell(1, 0, f"单位：{table.unit}", 1, table.columns, "right"))
    for cell in table.cells:
        cell.row += len(lines)
    table.cells = lines + table.cells
    table.rows += len(lines)
    table.header_rows += len(lines)
    table.header_accept = [h + len(lines) for h in table.header_accept]


def choose_options(random, document):
    """How the document is printed: lines, letters, fills."""
    options = document.options
    options["line"] = random.choice([0.25, 0.5, 0.5, 0.75, 1.0])
    options["line_style"] = random.choice(["solid"] * 5 + ["dotted", "dashed", "double"])
    options["draw"] = random.choice(["line", "line", "rectangle", "box", "segments"])
    options["collapse"] = random.random() < 0.75
    options["rotate"] = random.random() < 0.25
    options["letters"] = random.random() < 0.3
    options["fill_header"] = random.random() < 0.25
    options["continued"] = random.random() < 0.2


def make(seed, producer, plain_only=False, manners=False, wider=False):
    """`plain_only`: every document mostly of tables without a full grid; `manners`: each printed in a rare manner; `wider`:
    tables of the shapes of more_tables.py."""
    random = random_module.Random(f"{seed} {producer}" + (" wider" if wider else ""))
    document = Document(f"{producer}-{seed:05d}{'p' if plain_only else ''}{'m' if manners else ''}{'w' if wider else ''}", producer, [], random.choice(FONTS), "", random.random() < 0.3,
                        random.random() < 0.8, random.choice(["", "", "2024年度部门决算公开", "某某区预算公开资料汇编"]))
    document.digits = random.choice(DIGITS) or document.font
    choose_options(random, document)
    plain = random.random() < 0.4 or plain_only
    count = random.choice([1, 2, 2, 3, 4])
    blocks = document.blocks
    if random.random() < 0.5:
        blocks.append(Paragraph("第二部分　2024年度部门决算表", "heading"))
        blocks.append(Paragraph(random.choice(words.PROSE)))
    for index in range(count):
        table = make_table(random, plain if random.random() < 0.85 else not plain, wider)
        surroundings(random, table, producer in ("sheet", "drawn", "chromium"))
        if table.wide and producer not in ("sheet",):
            document.landscape = True
        if index:
            chance = random.random()
            if chance < 0.35:
                table.break_before = True
            elif chance < 0.6:
                for _ in range(random.randint(1, 3)):
                    blocks.append(Paragraph(random.choice(words.PROSE)))
            elif chance < 0.75:
                blocks.append(Paragraph(f"（{tables.number(index)}）支出决算情况说明", "heading"))
        blocks.append(table)
        if random.random() < 0.4:
            blocks.append(Paragraph(random.choice(words.PROSE)))
    if manners:
        choose_manner(random_module.Random(f"{seed} {producer} manner"), document)
    return document


def choose_manner(random, document):
    """White lines between coloured cells, faint lines, lines as images, a scan with a text layer, tiny print and deep headers."""
    names = ["white_lines", "faint_lines", "deep"] + (["image_lines", "scan"] if document.producer == "drawn" else [])
    manner = document.options["manner"] = random.choice(names)
    if manner == "deep":
        document.landscape = True
        made = [tables.deep(random).check() for _ in range(random.choice([1, 2]))]
        for table in made:
            table.rules, table.wide, table.padding, table.break_before = "grid", True, 1, True
            table.size = random.choice([5, 5, 6])
            random.random()
            table.repeat_header = False     # its code labels reach below the header
        document.blocks = [Paragraph(random.choice(words.PROSE)), *made]
    elif manner == "scan":
        for table in [b for b in document.blocks if isinstance(b, Table)]:
            if table.rules != "grid" or table.header_rows > 1 or table.form or any(
                    c.row_span > 1 or c.column_span > 1 for c in table.cells):
                document.blocks.remove(table)
            else:
                table.rules = "none"
