# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents in which tables meet page ends: what is one table over pages, and what are two that follow each other.

Each document plays one scene. Where two tables of one form follow each other, a reader can tell: by a caption, a unit line
or prose between them, by white left on the page before, by a list that ends with its total and begins anew.
"""
import random as random_module

import documents
import tables
import words
from model import Document, Paragraph, Table

# Height of a page's print between its margins of 18 mm, points.
UPRIGHT, ACROSS = 740, 493
HEADS = [(["序号", "项目名称", "预算数", "决算数"], [0.6, 3.4, 1.3, 1.3]), (["科目编码", "科目名称", "预算数"], [1.2, 3.6, 1.4]),
         (["项    目", "2023年决算数", "2024年预算数", "2024年执行数", "增长%"], [3.2, 1.3, 1.3, 1.3, 1.0]),
         (["地区", "债务限额", "债务余额"], [2.2, 1.5, 1.5]), (["序号", "项目名称", "资金（万元）", "实施单位"], [0.6, 3, 1.3, 2])]
CAPTIONS = ["一般公共预算{}表", "政府性基金预算{}表", "国有资本经营预算{}表", "社会保险基金预算{}表"]
KINDS = ["收入执行情况", "支出执行情况", "收入预算", "支出预算", "收入决算", "支出决算"]


class Form:
    """What tables of one form have alike."""

    def __init__(self, random):
        self.random = random
        self.style = tables.Style(random)
        self.style.decimals, self.style.blank, self.style.dash, self.style.zero = 2, random.choice([0, 0, 0.2]), 0, 0
        self.labels, self.widths = random.choice(HEADS)
        self.total = random.choice(["first", "last", "last", "none"])
        self.two_rows = random.random() < 0.25 and self.labels[0] != "项    目"
        self.size = random.choice([8, 9, 9, 10.5])
        self.padding = random.choice([1, 2, 3, 5])
        self.rules = random.choice(["grid"] * 4 + ["open_sides", "column_rules", "three_line", "row_rules", "zebra", "header_grid", "none"])
        self.repeat_header = random.random() < 0.5
        self.taken = 0

    def row_height(self):
        return 1.3 * self.size + 2 * self.padding

    def capacity(self, across=False):
        return int(((ACROSS if across else UPRIGHT) - 50) / self.row_height())

    def row(self, number, long):
        random, columns = self.random, len(self.labels)
        name = random.choice(words.PROJECTS if columns == 4 else words.FUNCTIONS)
        self.taken += 1
        if long and random.random() < 0.5:
            name = name + "".join(random.sample(words.SENTENCES, random.randint(1, 3)))
        first = {"序号": str(number), "科目编码": f"20{random.randint(1, 29):02d}{random.randint(1, 99):02d}", "地区": name + "区"}
        cells = [first.get(self.labels[0], name)]
        if self.labels[0] in ("序号", "科目编码"):
            cells.append(name)
        cells += self.style.amounts(columns - len(cells))
        if self.labels[-1] == "实施单位":
            cells[-1] = random.choice(words.UNITS)
        return cells

    def table(self, rows, long=False):
        columns = len(self.labels)
        b = tables.Builder(columns)
        if self.two_rows:
            b.row(self.labels[0], self.labels[1], "金额", *["<"] * (columns - 3))
            b.row("^", "^", *self.labels[2:])
        else:
            b.row(*self.labels)
        head = len(b.grid)
        lead = 2 if self.labels[0] in ("序号", "科目编码") else 1
        total = [self.style.sum_word] + ["<"] * (lead - 1) + self.style.amounts(columns - lead)
        if self.total == "first":
            b.row(*total)
        for number in range(rows):
            b.row(*self.row(number + 1, long))
        if self.total == "last":
            b.row(*total)
        align = ["center" if self.labels[0] in ("序号", "科目编码") else "left"] + (["left"] if lead == 2 else [])
        table = Table("form", len(b.grid), columns, head, b.cells(head, align + [self.style.number_align] * (columns - lead)), list(self.widths), "", "")
        table.rules, table.size, table.padding, table.repeat_header = self.rules, self.size, self.padding, self.repeat_header
        table.header_accept = [head + 1]
        if table.rules in documents.PLAIN_RULES:
            documents.part_totals(table)
        table.split_rows = long
        return table.check()


def long(random, form, document):
    table = form.table(random.randint(int(1.1 * form.capacity()), int(2.6 * form.capacity())))
    caption(random, [table], form)
    return [prose(random), table, prose(random)] if random.random() < 0.5 else [table]


def last_alone(random, form, document):
    form.total = "last"
    table = form.table(form.capacity() + random.randint(-3, 1))
    caption(random, [table], form)
    return [table] + ([prose(random)] if random.random() < 0.3 else [])


def tall_rows(random, form, document):
    form.rules = random.choice(["grid", "grid", "open_sides", "row_rules"])
    table = form.table(random.randint(12, 40), long=True)
    caption(random, [table], form)
    return [table]


def marked(random, form, document):
    """The author went on by hand on a new page: "续表", the caption again with （续）."""
    table = form.table(random.randint(20, form.capacity()))
    caption(random, [table], form)
    table.parts = [random.randint(table.header_rows + 4, table.rows - 3)]
    table.part_mark = random.choice(["续表", "（续）", "续上表", "caption", "caption"])
    if table.part_mark == "caption" and not table.caption:
        table.part_mark = "续表"
    table.part_unit = random.random() < 0.5
    table.repeat_header = random.random() < 0.7
    return [table]


def turned(random, form, document):
    """A table that begins upright and goes on across."""
    form.rules = random.choice(["grid", "grid", "open_sides", "row_rules"])
    table = form.table(random.randint(30, 60))
    caption(random, [table], form)
    table.parts, table.part_turned = [random.randint(20, 28)], True
    return [table]


def several(random, form, sizes):
    return [form.table(rows) for rows in sizes]


def small_sizes(random, count=3):
    return [random.randint(3, 14) for _ in range(count)]


def full_sizes(random, form, count=3):
    """Tables that end near the foot of a page."""
    return [form.capacity() + random.randint(-4, 0) for _ in range(count)]


def caption(random, made, form, places=("both", "both", "caption")):
    names = random.sample([c.format(k) for c in CAPTIONS for k in KINDS], len(made))
    for table, name in zip(made, names):
        place = random.choice(places)
        table.caption = f"2024年{name}" if place in ("both", "caption") else ""
        table.unit = form.style.unit if place in ("both", "unit") else ""
        table.caption_place = "above" if table.caption else "none"
        table.unit_place = "line" if table.unit else "none"


def prose(random):
    return Paragraph(random.choice(words.PROSE))


def captioned(random, form, document):
    """One form, each table with its caption, on from one another as the pages run."""
    made = several(random, form, full_sizes(random, form) if random.random() < 0.5 else small_sizes(random, 5))
    caption(random, made, form)
    return made


def captioned_pages(random, form, document):
    made = several(random, form, full_sizes(random, form) if random.random() < 0.5 else small_sizes(random))
    caption(random, made, form)
    for table in made:
        table.break_before = True
    return made


def often_broken(random, made):
    """Each table behind the first on a page of its own, or none."""
    broken = random.random() < 0.6
    for table in made[1:]:
        table.break_before = broken
    return made


def unit_lines(random, form, document):
    """No captions: a unit line alone tells that a table begins, and white at the foot of the page before."""
    made = several(random, form, small_sizes(random))
    caption(random, made, form, ("unit",))
    return often_broken(random, made)


def prose_between(random, form, document):
    made = several(random, form, full_sizes(random, form) if random.random() < 0.5 else small_sizes(random, 4))
    caption(random, made, form, ("none", "both"))
    return [b for table in made for b in (table, prose(random))]


def notes_between(random, form, document):
    made = several(random, form, full_sizes(random, form) if random.random() < 0.5 else small_sizes(random, 4))
    caption(random, made, form, ("none", "both"))
    for table in made:
        table.notes = ["注：本表反映本年度预算执行情况。"]
    return made


def bare(random, form, document):
    """Nothing between two tables of one form but white."""
    made = several(random, form, small_sizes(random))
    caption(random, made, form, ("none",))
    return often_broken(random, made)


def same_caption(random, form, document):
    """The same form filled in by one office after another."""
    made = several(random, form, small_sizes(random))
    caption(random, made[:1], form, ("both",))
    for table, unit in zip(made, random.sample(words.UNITS, len(made))):
        table.caption, table.unit, table.caption_place, table.unit_place = made[0].caption, made[0].unit, "above", "line"
        table.head_line = f"编制单位：{unit}"
    return often_broken(random, made)


def cut_columns(random, form, document):
    """A sheet too wide for its page: the columns on the right are printed on pages of their own."""
    document.options["whole_width"] = False
    form.labels = ["序号", "项目名称"] + [f"{2018 + i}年决算数" for i in range(random.randint(4, 9))]
    form.widths = [0.6, 3] + [1.3] * (len(form.labels) - 2)
    form.rules, form.two_rows = "grid", False
    table = form.table(random.choice([random.randint(10, 30), random.randint(50, 80)]))
    table.wide = True
    if random.random() < 0.5:
        caption(random, [table], form)
    return [table]


SCENES = [long, last_alone, tall_rows, marked, captioned, captioned_pages, unit_lines, prose_between, notes_between, bare, same_caption]
ONLY = {"drawn": [turned], "chromium": [turned], "weasyprint": [turned], "sheet": [cut_columns]}
# A sheet prints each table on pages of its own, without prose.
SHEET = [long, last_alone, tall_rows, captioned_pages, unit_lines, notes_between, bare, same_caption]


def make(seed, producer):
    random = random_module.Random(f"{seed} {producer} joins")
    scenes = (SHEET if producer == "sheet" else SCENES) + ONLY.get(producer, [])
    scene = scenes[seed % len(scenes)]
    document = Document(f"{producer}-{seed:05d}j", producer, [], random.choice(documents.FONTS), "", False, random.random() < 0.8,
                        random.choice(["", "", "2024年度部门决算公开", "某某区预算公开资料汇编"]))
    document.digits = random.choice(documents.DIGITS) or document.font
    documents.choose_options(random, document)
    document.options["continued"] = False
    document.options["scene"] = scene.__name__
    document.blocks = scene(random, Form(random), document)
    return document
