# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables with the shapes of fiscal reports and random content. Every function takes a random.Random and gives a Table."""
import words
from model import Cell, Table


class Builder:
    """Cells row by row; "<" goes on to the left cell, "^" to the one above."""

    def __init__(self, columns):
        self.columns = columns
        self.grid = []

    def row(self, *texts):
        assert len(texts) == self.columns, (self.columns, texts)
        self.grid.append(list(texts))
        return self

    def cells(self, header_rows, aligns):
        cells, owner = [], {}
        for r, row in enumerate(self.grid):
            for c, text in enumerate(row):
                if text == "<":
                    cell = owner[r, c - 1]
                    cell.column_span = c - cell.column + 1
                elif text == "^":
                    cell = owner[r - 1, c]
                    cell.row_span = r - cell.row + 1
                else:
                    indent = len(text) - len(text.lstrip("\u3000"))
                    head = r < header_rows
                    cell = Cell(r, c, text.lstrip("\u3000"), align="center" if head else aligns[c], bold=head, indent=indent)
                    cells.append(cell)
                owner[r, c] = cell
        return cells


def amount(random, decimals=2, blank=0.15, thousands=False, dash=0.0, zero=0.1):
    chance = random.random()
    if chance < blank:
        return ""
    if chance < blank + dash:
        return random.choice(["-", "—"])
    if chance < blank + dash + zero:
        return f"{0:.{decimals}f}"
    value = random.choice([1, 10, 100, 1000, 10000]) * random.random() * 9.7 + 0.03
    if random.random() < 0.03:
        value = -value
    return f"{value:,.{decimals}f}" if thousands else f"{value:.{decimals}f}"


class Style:
    """What one table has alike in all its cells."""

    def __init__(self, random):
        self.random = random
        self.decimals = random.choice([2, 2, 2, 0, 1, 4])
        self.blank = random.choice([0.0, 0.1, 0.3, 0.6])
        self.thousands = random.random() < 0.35
        self.dash = random.choice([0, 0, 0, 0.1])
        self.zero = random.choice([0, 0.1, 0.4])
        self.number_align = random.choice(["right", "right", "center"])
        self.code_align = random.choice(["left", "center"])
        self.sum_word = random.choice(["合计", "合 计", "合    计", "总计", "合　计"])
        self.unit = random.choice(["万元", "万元", "元", "亿元", "千元"])

    def amount(self):
        return amount(self.random, self.decimals, self.blank, self.thousands, self.dash, self.zero)

    def amounts(self, count):
        return [self.amount() for _ in range(count)]


def spread(random, word):
    return random.choice(["", "", " ", "    "]).join(word) if len(word) <= 3 else word


def ordinals(names):
    return [f"{number(i + 1)}、{n}" for i, n in enumerate(names)]


def number(value):
    digits = "零一二三四五六七八九"
    if value < 10:
        return digits[value]
    ten, one = divmod(value, 10)
    return ("" if ten == 1 else digits[ten]) + "十" + (digits[one] if one else "")


def two_sided(random):
    style = Style(random)
    columns = random.choice([4, 4, 4, 6, 7])
    rest = columns - 3
    left = ordinals(words.REVENUE[:random.randint(4, 8)])
    right = ordinals(words.FUNCTIONS[:random.randint(8, 26)])
    b = Builder(columns)
    b.row("收入" if random.random() < 0.5 else "收    入", "<", "支出", *["<"] * rest)
    name = random.choice(["项目", "项    目", "项 目"])
    if rest == 1:
        b.row(name, "决算数", name, "决算数")
    else:
        kinds = ["合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"][:rest]
        b.row(name, "决算数", name, *kinds)
    head = 2
    if random.random() < 0.35:
        b.row("栏次", "1", "栏次", *[str(i + 2) for i in range(rest)])
        head = 3
    for i, text in enumerate(right):
        b.row(left[i] if i < len(left) else "", style.amount() if i < len(left) else "", text, *style.amounts(rest))
    b.row("本年收入合计", style.amount(), "本年支出合计", *style.amounts(rest))
    if random.random() < 0.7:
        b.row("年初结转和结余", style.amount(), "年末结转和结余", *style.amounts(rest))
    b.row("总计" if random.random() < 0.5 else "总    计", style.amount(), "总计", *style.amounts(rest))
    cells = b.cells(head, ["left", style.number_align, "left", *[style.number_align] * rest])
    caption = random.choice(["收入支出决算总表", "部门收支总表", "财政拨款收支预算总表", "财政拨款收入支出决算总表"])
    return Table("two_sided", len(b.grid), columns, head, cells, [3.4, 1.4, 3.4, *[1.4] * rest], caption, style.unit,
                 header_accept=[2, 3], notes=note(random, "本表反映部门本年度的总收支和年末结转结余情况。"))


def note(random, text):
    return [f"注：{text}"] if random.random() < 0.5 else []


def code_rows(random, long):
    rows = []
    classes = random.sample(sorted(words.TREE), k=min(len(words.TREE), random.randint(5, 7) if long else random.randint(2, 4)))
    for code, name in sorted(classes):
        rows.append((code, name, 0))
        for (c2, n2), items in words.TREE[code, name].items():
            rows.append((c2, n2, 1))
            rows.extend((c3, n3, 2) for c3, n3 in items)
    return rows


def coded(random, long=False):
    """Income, expenditure: a code in one column or in three, a name, amounts."""
    style = Style(random)
    shape = random.choice(["one", "one", "three", "code_name"])
    labels = random.choice([
        ["本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"],
        ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"],
        ["合计", "基本支出", "项目支出"]])
    amounts = len(labels)
    lead = {"one": 2, "three": 4, "code_name": 1}[shape]
    columns = lead + amounts
    b = Builder(columns)
    sum_row = random.random() < 0.7
    sums = style.sum_word
    accept = []
    if shape == "three":
        b.row("项    目", "<", "<", "<", *labels)
        b.row("功能分类科目编码", "<", "<", "科目名称", *["^"] * amounts)
        head = 2
        if random.random() < 0.6:
            b.row("类", "款", "项", "栏次", *[str(i + 1) for i in range(amounts)])
            b.row("^", "^", "^", sums, *style.amounts(amounts))
            head, accept = 3, [2, 3, 4]
        else:
            b.row(sums, "<", "<", "<", *style.amounts(amounts))
    elif shape == "one":
        if random.random() < 0.7:
            b.row("项目", "<", *labels)
            b.row(random.choice(["功能分类科目编码", "科目编码"]), "科目名称", *["^"] * amounts)
            head = 2
        else:
            b.row("科目编码", "科目名称", *labels)
            head = 1
        if random.random() < 0.4:
            b.row("栏次", "<", *[str(i + 1) for i in range(amounts)])
            head += 1
            accept = [head - 1]
        if sum_row:
            b.row(sums, "<", *style.amounts(amounts))
    else:
        b.row("项目", *labels)
        head = 1
        if sum_row:
            b.row(sums, *style.amounts(amounts))
    for code, name, level in code_rows(random, long):
        indent = "\u3000" * level if random.random() < 0.9 else ""
        if shape == "three":
            b.row(code[:3], code[3:5], code[5:], name, *style.amounts(amounts))
        elif shape == "one":
            b.row(code, indent + name, *style.amounts(amounts))
        else:
            b.row(indent + code + " " + name, *style.amounts(amounts))
    align = {"one": [style.code_align, "left"], "three": ["center"] * 3 + ["left"], "code_name": ["left"]}[shape]
    widths = {"one": [1.5, 3], "three": [0.55] * 3 + [3], "code_name": [4]}[shape]
    caption = random.choice(["收入决算表", "支出决算表", "部门收入总表", "部门支出总表", "一般公共预算财政拨款支出决算表",
                             "一般公共预算支出功能分类预算表"])
    return Table("coded_" + shape, len(b.grid), columns, head, b.cells(head, align + [style.number_align] * amounts),
                 widths + [1.35] * amounts, caption, style.unit, header_accept=accept,
                 notes=note(random, "本表反映部门本年度取得的各项收入情况。"))


def long_coded(random):
    return coded(random, long=True)


def basic(random):
    """Basic expenditure by economic class, two or three groups side by side."""
    style = Style(random)
    groups = random.choice([2, 3])
    columns = 3 * groups
    b = Builder(columns)
    head = 1
    if random.random() < 0.5:
        tops = ["人员经费", "公用经费"] if groups == 2 else ["人员经费", "公用经费", "<"]
        line = []
        for i, top in enumerate(tops):
            line += ["<"] * 3 if top == "<" else [top, "<", "<"]
        b.row(*line)
        head = 2
    if random.random() < 0.4:
        b.row(*["经济分类科目编码", "科目名称", "决算数"] * groups)
    else:
        b.row(*["科目编码", "科目名称", "金额"] * groups)
    lists = []
    for g in range(groups):
        code, name, items = words.ECONOMIC[g]
        lines = [(code, name)] + [(f"{code}{i + 1:02d}", "\u3000" + item) for i, item in enumerate(items)]
        if g == groups - 1 and groups == 2:
            lines = lines[:random.randint(10, len(lines))]
        lists.append(lines)
    if random.random() < 0.6:
        code, name, items = words.ECONOMIC[2 if groups == 2 else 3]
        lists[0] += [(code, name)] + [(f"{code}{i + 1:02d}", "\u3000" + item) for i, item in enumerate(items)]
    length = max(map(len, lists))
    for i in range(length):
        line = []
        for lines in lists:
            line += [*lines[i], style.amount()] if i < len(lines) else ["", "", ""]
        b.row(*line)
    line = ["人员经费合计", "<", style.amount()] + ["公用经费合计", *["<"] * (columns - 5), style.amount()]
    b.row(*line)
    aligns = [style.code_align, "left", style.number_align] * groups
    caption = random.choice(["一般公共预算财政拨款基本支出决算表", "一般公共预算财政拨款基本支出决算明细表", "一般公共预算基本支出表"])
    return Table("basic", len(b.grid), columns, head, b.cells(head, aligns), [1.1, 3, 1.3] * groups, caption, style.unit,
                 notes=note(random, "本表反映部门本年度一般公共预算财政拨款基本支出明细情况。"))


def three_public(random):
    style = Style(random)
    style.blank = min(style.blank, 0.1)
    pair = random.random() < 0.6
    if pair:
        six = random.random() < 0.7
        if six:
            b = Builder(12)
            b.row("预算数", *["<"] * 5, "决算数", *["<"] * 5)
            half = ["合计", "因公出国（境）费", "公务用车购置及运行维护费", "<", "<", "公务接待费"]
            b.row(*half, *half)
            low = ["^", "^", "小计", "公务用车购置费", "公务用车运行维护费", "^"]
            b.row(*low, *low)
            head = 3
            if random.random() < 0.4:
                b.row(*[str(i + 1) for i in range(12)])
                head = 4
            b.row(*style.amounts(12))
        else:
            b = Builder(12)
            b.row("合计", "<", "因公出国（境）费", "<", "公务用车购置及运行维护费", *["<"] * 5, "公务接待费", "<")
            b.row("^", "<", "^", "<", "小计", "<", "公务用车购置费", "<", "公务用车运行维护费", "<", "^", "<")
            b.row(*["预算数", "决算数"] * 6)
            head = 3
            b.row(*style.amounts(12))
        columns = 12
        widths = [1.0] * 12
        accept = [3, 4]
        aligns = ["center"] * 12
    else:
        b = Builder(3)
        b.row("项目", "预算数", "决算数")
        for text in ["合计", "1.因公出国（境）费", "2.公务接待费", "3.公务用车购置及运行维护费", "\u3000其中：（1）公务用车购置费",
                     "\u3000\u3000\u3000（2）公务用车运行维护费"]:
            b.row(text, *style.amounts(2))
        columns, head, accept = 3, 1, []
        widths = [3, 1.5, 1.5]
        aligns = ["left", style.number_align, style.number_align]
    caption = random.choice(["财政拨款“三公”经费支出决算表", "一般公共预算“三公”经费支出表"])
    return Table("three_public", len(b.grid), columns, head, b.cells(head, aligns), widths, caption, style.unit,
                 header_accept=accept, notes=note(random, "本表反映部门本年度“三公”经费支出预决算情况。"))


def fund(random):
    style = Style(random)
    b = Builder(8)
    b.row("项    目", "<", "年初结转和结余", "本年收入", "本年支出", "<", "<", "年末结转和结余")
    b.row("科目编码", "科目名称", "^", "^", "小计", "基本支出", "项目支出", "^")
    b.row(style.sum_word, "<", *style.amounts(6))
    empty = random.random() < 0.5
    for code, name, level in code_rows(random, False)[:random.randint(3, 9)]:
        b.row(*([""] * 8 if empty else [code, "\u3000" * level + name, *style.amounts(6)]))
    caption = random.choice(["政府性基金预算财政拨款收入支出决算表", "国有资本经营预算财政拨款支出决算表"])
    return Table("fund", len(b.grid), 8, 2, b.cells(2, [style.code_align, "left", *[style.number_align] * 6]),
                 [1.2, 2.6, *[1.3] * 6], caption, style.unit, header_accept=[2, 3],
                 notes=["说明：本部门本年度没有政府性基金预算财政拨款收入和支出，故本表无数据。"] if empty else [])


def deep(random):
    """The form of the final accounts with codes in three columns, sixteen amounts under three levels of labels."""
    style = Style(random)
    b = Builder(20)
    b.row("项目", "<", "<", "<", "年初结转和结余", "<", "<", "本年收入", "<", "<", "本年支出", *["<"] * 4, "年末结转和结余", *["<"] * 4)
    b.row("支出功能分类科目代码", "<", "<", "科目名称", "合计", "基本支出结转", "项目支出结转和结余", "合计", "基本支出", "项目支出",
          "合计", "基本支出", "<", "<", "项目支出", "合计", "基本支出结转", "项目支出结转和结余", "<", "<")
    b.row("^", "^", "^", "^", "^", "^", "^", "^", "^", "^", "^", "小计", "人员经费", "日常公用经费", "^", "^", "^", "小计",
          "项目支出结转", "项目支出结余")
    # The code label spans two rows and three columns.
    b.grid[2][0:3] = ["^", "<", "<"]
    b.row("类", "款", "项", "栏次", *[str(i + 1) for i in range(16)])
    b.row("^", "^", "^", style.sum_word, *style.amounts(16))
    for code, name, level in code_rows(random, random.random() < 0.5):
        b.row(code[:3], code[3:5], code[5:], "\u3000" * level + name, *style.amounts(16))
    aligns = ["center"] * 3 + ["left"] + [style.number_align] * 16
    return Table("deep", len(b.grid), 20, 4, b.cells(4, aligns), [0.45] * 3 + [2.6] + [1] * 16, "一般公共预算财政拨款收入支出决算表",
                 style.unit, header_accept=[3, 5])


def target_form(random):
    """Performance targets: labels beside values, merged levels."""
    unit = random.choice(["万元", "元"])
    evaluation = random.random() < 0.4
    columns = 7 if evaluation else random.choice([5, 6, 7])
    b = Builder(columns)
    n = columns
    project = random.choice(words.PROJECTS)
    if n >= 6:
        b.row("项目名称", "<", project, *["<"] * (n - 3))
        b.row("主管部门", "<", random.choice(words.UNITS), "<", "实施单位", random.choice(words.UNITS), *["<"] * (n - 6))
    else:
        b.row("项目名称", project, *["<"] * (n - 2))
        b.row("主管部门", random.choice(words.UNITS), "实施单位", random.choice(words.UNITS), *["<"] * (n - 4))
    lead = 2 if n >= 6 else 1
    money = ["年度资金总额", "其中：财政拨款", "其他资金"]
    for i, label in enumerate(money):
        first = f"项目资金（{unit}）" if i == 0 else "^"
        cells = [first] + (["<"] if lead == 2 else [])
        if i and lead == 2:
            cells = ["^", "<"]
        cells += [label]
        rest = n - len(cells)
        value = amount(random, 2, 0.1)
        b.row(*cells, value, *["<"] * (rest - 1))
    goal = "".join(random.sample(words.SENTENCES, random.randint(1, 4)))
    b.row(random.choice(["年度总体目标", "总体目标", "年度\u3000目标"]), *(["<"] if lead == 2 else []), goal, *["<"] * (n - lead - 1))
    if evaluation:
        b.row("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")
    else:
        b.row(*{5: ["一级指标", "二级指标", "三级指标", "指标值", "备注"], 6: ["一级指标", "二级指标", "三级指标", "运算符号", "指标值", "度量单位"],
                7: ["绩效指标", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位"]}[n])
    for level1, groups in words.INDICATORS.items():
        if random.random() < 0.1:
            continue
        one = level1
        for level2, names in groups.items():
            chosen = random.sample(names, random.randint(1, len(names)))
            two = level2
            for name in chosen:
                qualitative = random.random() < 0.25
                value = random.choice(words.QUALITATIVE) if qualitative else str(random.choice([1, 2, 12, 100, 95, 365, 4500]))
                sign = "定性" if qualitative else random.choice(["≥", "=", "≤"])
                measure = "" if qualitative else random.choice(words.MEASURES)
                if evaluation:
                    tail = [value if qualitative else sign + value + measure, value + measure, "10", random.choice(["10", "9.5", "8"])]
                    b.row(one, two, name, *tail)
                elif n == 5:
                    b.row(one, two, name, value if qualitative else sign + value + measure, "")
                elif n == 6:
                    b.row(one, two, name, sign, value, measure)
                else:
                    b.row("^", one, two, name, sign, value, measure)
                one = two = "^"
    caption = random.choice(["项目支出绩效目标表", "部门预算项目支出绩效目标表", "项目绩效目标申报表"]) if not evaluation else "项目支出绩效自评表"
    aligns = ["center"] * n
    widths = [1.1, 1.4, 2.6, 1.2, 1.2, 1.0, 1.0][:n]
    cells = b.cells(0, aligns)
    for cell in cells:
        if cell.column_span >= n - lead and len(cell.text) > 20:
            cell.align = "left"
    return Table("target_form", len(b.grid), n, 0, cells, widths, caption, "", form=True)


def disclosure(random):
    b = Builder(10)
    b.row("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "<", "<", "申请人情况", *["<"] * 6)
    b.row("^", "<", "<", "自然人", "法人或其他组织", *["<"] * 4, "总计")
    b.row("^", "<", "<", "^", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "^")
    for name, parts in words.DISCLOSURE:
        one = name
        for label, items in parts:
            figures = lambda: [str(random.choice([0, 0, 0, 1, 2, 17, 140])) for _ in range(7)]
            if not label:
                b.row(one, "<", "<", *figures())
                continue
            if not items:
                b.row(one, label, "<", *figures())
                one = "^"
                continue
            two = label
            for item in items:
                b.row(one, two, item, *figures())
                one = two = "^"
    return Table("disclosure", len(b.grid), 10, 3, b.cells(3, ["left"] * 3 + ["center"] * 7),
                 [1.6, 1.8, 3, *[0.9] * 7], "收到和处理政府信息公开申请情况", "", form=True)


def debt(random):
    style = Style(random)
    style.decimals, style.blank = random.choice([2, 4]), random.choice([0, 0.1])
    columns = random.choice([2, 3, 4])
    b = Builder(columns)
    b.row("项目", *["预算数", "执行数", "本级"][:columns - 1])
    for text in words.DEBT[:random.randint(5, 10)]:
        b.row(text if text[1] == "、" else "\u3000\u3000" + text, *style.amounts(columns - 1))
    caption = random.choice(["地方政府债务限额及余额情况表", "政府一般债务余额情况表", "地方政府债券发行及还本付息情况表"])
    return Table("debt", len(b.grid), columns, 1, b.cells(1, ["left"] + [style.number_align] * (columns - 1)),
                 [4] + [1.8] * (columns - 1), caption, random.choice(["亿元", "万元"]),
                 notes=note(random, "本表反映上一年度本级政府债务限额和余额。"))


def statistics(random):
    style = Style(random)
    style.blank = random.choice([0, 0, 0.1])
    style.decimals = random.choice([1, 2])
    columns = random.choice([3, 3, 4, 5])
    labels = ["指标", "单位", "绝对数", "比上年增长（%）", "比重（%）"]
    if columns == 3:
        labels = ["指标", "绝对数", "比上年增长（%）"]
    elif columns == 4:
        labels = random.choice([["指标", "单位", "绝对数", "比上年增长（%）"], ["地区", "2023年", "2024年", "增长（%）"]])
    b = Builder(columns)
    b.row(*labels)
    for text in random.sample(words.STATISTICS, random.randint(5, 18)):
        line = [text if random.random() < 0.7 else "\u3000" + text]
        for label in labels[1:]:
            if label == "单位":
                line.append(random.choice(["亿元", "万吨", "万人", "元", "%"]))
            elif "%" in label:
                line.append(f"{random.uniform(-9, 20):.1f}")
            else:
                line.append(style.amount())
        b.row(*line)
    caption = f"表{random.randint(1, 9)}　{random.choice(['主要经济指标及其增长速度', '规模以上工业主要产品产量', '全市生产总值情况'])}"
    aligns = ["left"] + ["center" if label == "单位" else style.number_align for label in labels[1:]]
    return Table("statistics", len(b.grid), columns, 1, b.cells(1, aligns), [3.2] + [1.5] * (columns - 1), caption, "",
                 notes=note(random, "本表绝对数按现价计算，增长速度按可比价计算。"))


def word_list(random):
    b = Builder(3)
    b.row("序号", "单位名称", random.choice(["备注", "单位性质"]))
    for i, name in enumerate(random.sample(words.UNITS, random.randint(3, 10))):
        b.row(str(i + 1), name + random.choice(["", "（本级）"]), random.choice(["", "行政单位", "财政补助事业单位"]))
    return Table("word_list", len(b.grid), 3, 1, b.cells(1, ["center", "left", "center"]), [0.8, 4, 2], "部门决算单位构成情况表", "")


def projects(random):
    """A long list whose names wrap and whose cells are sparse."""
    style = Style(random)
    labels = ["序号", "单位名称", "项目名称", "合计", "财政拨款", "<", "<", "其他资金"]
    b = Builder(8)
    b.row(*labels)
    b.row("^", "^", "^", "^", "一般公共预算", "政府性基金", "国有资本经营", "^")
    b.row("", style.sum_word, "", *style.amounts(5))
    for i in range(random.randint(8, 60)):
        b.row(str(i + 1), random.choice(words.UNITS), random.choice(words.PROJECTS) + random.choice(["", "", "（上年结转）"]),
              *style.amounts(5))
    return Table("projects", len(b.grid), 8, 2, b.cells(2, ["center", "left", "left", *[style.number_align] * 5]),
                 [0.6, 2, 2.8, *[1.25] * 5], random.choice(["项目支出表", "部门项目支出预算明细表"]), style.unit, header_accept=[2, 3])


def purchase(random):
    style = Style(random)
    b = Builder(6)
    b.row("采购项目", "采购目录", "规格要求", "计量单位", "数量", "预算金额")
    for _ in range(random.randint(2, 14)):
        b.row(random.choice(words.PROJECTS), random.choice(["货物", "工程", "服务"]), random.choice(["", "", "详见采购文件"]), "",
              str(random.randint(1, 40)), style.amount())
    b.row(style.sum_word, "", "", "", "", style.amount())
    return Table("purchase", len(b.grid), 6, 1, b.cells(1, ["left", "center", "left", "center", "center", style.number_align]),
                 [3, 1.3, 1.6, 1.1, 0.8, 1.5], "政府采购预算表", style.unit)


ALL = [two_sided, coded, coded, long_coded, basic, three_public, fund, target_form, target_form, disclosure, debt, statistics,
       word_list, projects, purchase]
# Shapes whose structure can be told without a full grid: nothing merged but labels over columns.
PLAIN = [debt, statistics, statistics, purchase, word_list, three_public, coded, coded]
