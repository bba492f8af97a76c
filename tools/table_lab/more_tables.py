# SPDX-License-Identifier: GPL-3.0-or-later
"""Further shapes and manners of ruling, met in reports and not among those of tables.py."""
import words
from model import Table
from tables import Builder, Style, note, two_sided


def grouped(random):
    """Items in groups: the first column, or the first two, merged over the rows of a group."""
    style = Style(random)
    style.blank = min(style.blank, 0.1)
    b = Builder(5)
    b.row("类别", "项目名称", "预算数", "执行数", "执行率")
    names = random.sample(["教育", "卫生健康", "农林水", "城乡社区", "交通运输", "住房保障"], random.randint(2, 5))
    for name in names:
        first = name
        for project in random.sample(words.PROJECTS, random.randint(2, 5)):
            b.row(first, project, *style.amounts(2), f"{random.uniform(60, 100):.1f}%")
            first = "^"
    return Table("grouped", len(b.grid), 5, 1, b.cells(1, ["center", "left", *[style.number_align] * 3]), [1.3, 3.4, 1.4, 1.4, 1.1],
                 "重点项目支出执行情况表", style.unit)


def long_labels(random):
    """Labels of two or three lines, numbers in the middle of their height."""
    style = Style(random)
    style.blank = min(style.blank, 0.3)
    columns = random.choice([3, 4, 5])
    b = Builder(columns)
    b.row("项目", *["年初预算数", "调整预算数", "决算数", "完成预算的百分比（%）"][:columns - 1])
    for name in random.sample(words.PROJECTS, min(len(words.PROJECTS), random.randint(4, 9))):
        text = name + random.choice(["", "（含上年结转资金及上级补助资金安排的支出）", "及相关配套设施建设资金（第一批）"])
        b.row(text, *style.amounts(columns - 1))
    b.row(style.sum_word, *style.amounts(columns - 1))
    return Table("long_labels", len(b.grid), columns, 1, b.cells(1, ["left"] + [style.number_align] * (columns - 1)),
                 [2] + [1.4] * (columns - 1), "部门预算项目支出表", style.unit, notes=note(random, "本表不含涉密项目。"))


def upright_label(random):
    """A narrow first column whose label stands letter below letter."""
    style = Style(random)
    style.blank = min(style.blank, 0.1)
    b = Builder(4)
    b.row("项目", "<", "本年数", "上年数")
    for name, count in (("收入部分", random.randint(4, 6)), ("支出部分", random.randint(4, 7))):
        first = name
        for item in (words.REVENUE if name[0] == "收" else words.FUNCTIONS)[:count]:
            b.row(first, item, *style.amounts(2))
            first = "^"
    return Table("upright_label", len(b.grid), 4, 1, b.cells(1, ["center", "left", style.number_align, style.number_align]),
                 [0.32, 3.4, 1.5, 1.5], "收支情况表", style.unit)


def three_levels(random):
    """Labels of three levels over amounts, rules under the upper ones only."""
    style = Style(random)
    style.blank = min(style.blank, 0.3)
    b = Builder(6)
    b.row("地区", "债务限额", "<", "<", "债务余额", "<")
    b.row("^", "合计", "其中", "<", "一般债务", "专项债务")
    b.row("^", "^", "一般债务", "专项债务", "^", "^")
    for name in random.sample(["市本级", "东湖区", "西山区", "清河区", "临江市", "南岭县", "北川区", "云溪县"], random.randint(4, 8)):
        b.row(name, *style.amounts(5))
    return Table("three_levels", len(b.grid), 6, 3, b.cells(3, ["left"] + [style.number_align] * 5), [1.6] + [1.4] * 5,
                 "地方政府债务限额和余额情况表", "亿元")


def wide_years(random):
    """Ten years side by side, tiny type on a turned page."""
    style = Style(random)
    style.decimals, style.blank = random.choice([0, 1, 2]), 0.05
    b = Builder(11)
    b.row("指标", *[f"{2014 + i}年" for i in range(10)])
    for name in random.sample(words.STATISTICS, random.randint(6, 14)):
        b.row(name, *style.amounts(10))
    return Table("wide_years", len(b.grid), 11, 1, b.cells(1, ["left"] + [style.number_align] * 10), [2.4] + [1] * 10,
                 "主要经济指标", "亿元")


def names(random):
    """Words only, several columns, some of them empty."""
    b = Builder(4)
    b.row("序号", "项目名称", "主管部门", "备注")
    for i in range(random.randint(4, 12)):
        b.row(str(i + 1), random.choice(words.PROJECTS), random.choice(words.UNITS), random.choice(["", "", "上年结转", "新增"]))
    return Table("names", len(b.grid), 4, 1, b.cells(1, ["center", "left", "left", "left"]), [0.6, 3.4, 2.4, 1.2], "项目清单", "")


SHAPES = [(grouped, ["grid", "open_sides", "row_rules"]),
          (long_labels, ["three_line", "row_rules", "zebra", "header_grid", "column_rules", "band_rows", "band_only", "grid"]),
          (upright_label, ["grid", "open_sides"]),
          (three_levels, ["three_line", "band_rows", "header_grid", "grid"]),
          (wide_years, ["three_line", "row_rules", "zebra", "band_rows", "band_only", "grid"]),
          (names, ["three_line", "row_rules", "band_rows", "grid", "open_sides"]),
          (two_sided, ["three_line", "row_rules", "zebra", "band_rows", "column_rules", "header_grid"])]


def make(random):
    """A table with its manner of ruling."""
    shape, rules = random.choice(SHAPES)
    table = shape(random).check()
    table.rules = random.choice(rules)
    return table
