#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The laboratory for text dumps: performance forms as tab-separated rows and as cells a line, with the faults of dumps.

    texts.py [--gouji PATH] [--seed N] [--count N] [--errors N] FOLDER

Faults: rows that lost their leading empty cells, rows with an empty cell too many, header words spelled otherwise, a lost
deadline, number and unit in one cell, a stray blank line inside the table, line breaks inside cells. The truth is the list
of indicators; a row counts when all of its fields are right.
"""
import argparse
import collections
import json
import pathlib
import random as random_module
import subprocess

import words

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FIELDS = ("level1", "level2", "level3", "operator", "value", "unit", "deadline")
EVALUATED = ("level1", "level2", "level3", "operator", "value", "unit", "actual", "weight", "score")
OPERATORS = {">=": ">=", "<=": "<=", "=": "=", ">": ">", "≥": ">=", "≤": "<=", "≧": ">=", "≦": "<="}


def indicators(random, evaluated):
    rows = []
    for level1, groups in words.INDICATORS.items():
        for level2, names in groups.items():
            for name in random.sample(names, random.randint(1, len(names))):
                qualitative = random.random() < 0.25
                sign = random.choice([">=", "<=", "=", ">"] if not evaluated else ["≥", "≤", "=", "≧", "≦"])
                value = random.choice(words.QUALITATIVE) if qualitative else random.choice(["1", "12", "95", "100", "5765", "40.87", "2709.43"])
                unit = "" if qualitative else random.choice(["%", "个", "人次", "家", "万平方米", "天", "台（套）"])
                rows.append({"level1": level1, "level2": level2, "level3": name, "sign": "" if qualitative else sign, "value": value,
                             "unit": unit, "deadline": random.choice(["2024年12月", "2023 年 12 月"]),
                             "actual": value + unit, "weight": random.choice(["5", "10", "15"]), "score": random.choice(["5", "9.5", "10"])})
    return rows


def truth_of(row, fields):
    out = {f: row.get(f, "") for f in fields}
    out["operator"] = OPERATORS.get(row["sign"], "")
    return {k: "".join(str(v).split()) for k, v in out.items()}


def tabbed(random):
    """A form as tab-separated rows."""
    rows = indicators(random, False)
    wide = random.random() < 0.5        # an empty column between name and operator, as a merged one leaves it
    columns = 9 if wide else 8
    faults = random.choice(["none", "lost_blanks", "extra_blank", "one_cell", "stray_line", "mixed", "repeated", "spread", "joined_value"])
    gap = [""] if wide else []

    def line(*cells):
        cells = list(cells)
        return "\t".join(cells + [""] * (columns - len(cells)))

    project = random.choice(words.PROJECTS)
    unit = random.choice(words.UNITS)
    lines = [line("项目(政策)名称", project), line("主管部门", unit, "", "", "实施单位", unit + "本级-"),
             line("预算资金情况", random.choice(["350", "33.2", "109842.82"])),
             line("总体目标", "".join(random.sample(words.SENTENCES, 2)))]
    joined = faults == "joined_value"   # operator, number and unit in one cell
    header = ["绩效指标", "一级指标", "二级指标", "三级指标", random.choice(["指标值", "年度指标值", "目标值"])] if joined else [
        "绩效指标", "一级指标", "二级指标", "三级指标", random.choice(["运算符号", "运算符", "运算符号"]),
              random.choice(["指标值", "指标值", "目标值"]), random.choice(["度量单位", "计量单位"]), random.choice(["完成时限", "完成时限", "时限"])]
    lines.append(line(*header))
    truth = []
    last1 = last2 = None
    for number, row in enumerate(rows):
        again = faults == "repeated"
        one = row["level1"] if row["level1"] != last1 or again else ""
        two = row["level2"] if row["level2"] != last2 or one else ""
        last1, last2 = row["level1"], row["level2"]
        if joined:
            row["deadline"] = ""
        if random.random() < 0.05:
            row["deadline"] = ""
        value = [row["sign"], row["value"], row["unit"], row["deadline"]]
        if faults in ("one_cell", "mixed") and row["unit"] == "%" and random.random() < 0.6:
            value = [row["sign"], row["value"] + "%", "", row["deadline"]]
        if joined:
            value = [row["sign"] + row["value"] + row["unit"]]
        cells = ["", one, two, row["level3"], *([] if joined else gap), *value]
        chance = random.random()
        if faults in ("lost_blanks", "mixed") and chance < 0.3 and number > 0:
            while len(cells) > 2 and cells[0] == "" and cells[1] == "":
                cells = cells[1:]
        elif faults in ("extra_blank", "mixed") and 0.3 < chance < 0.5:
            at = random.choice([1, 4])
            cells = cells[:at] + [""] + cells[at:]
        lines.append(line(*cells))
        if faults in ("stray_line", "mixed") and random.random() < 0.08:
            lines.append("")
        if faults == "spread":
            lines.append("")
        truth.append(truth_of(row, FIELDS))
    title = random.choice(["部门预算项目（政策）绩效目标表", "项目支出绩效目标表"])
    head = [title, "（2024年度）", "单位：万元"] if random.random() < 0.6 else [title]
    return head + lines + [""], {"type": "performance_target", "project": project, "fault": faults, "indicators": truth}


def word_dump(random):
    """A self-evaluation form, a cell a line."""
    rows = indicators(random, True)
    breaks = random.choice(["none", "labels", "many", "empty_paragraphs"])
    target = random.random() < 0.4

    def cell(text):
        if breaks != "none" and len(text) >= 4 and text.endswith("指标") and random.random() < 0.6:
            return text[:-2] + "\n\n" + text[-2:]
        if breaks == "empty_paragraphs" and text and random.random() < 0.1:
            return text + "\n\n"
        if breaks == "many" and len(text) > 8 and random.random() < 0.3:
            return text[:5] + "\n\n" + text[5:]
        return text

    project = random.choice(words.PROJECTS)
    unit = random.choice(words.UNITS)
    table = [["项目名称", project], ["主管部门", unit, "实施单位", unit],
             ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
             ["", "年度资金总额", "120.00", "120.00", "118.50", "10", "98.75%", "9.9"],
             ["年度总体目标", "预期目标", "实际完成情况"], ["", words.SENTENCES[0], words.SENTENCES[2]],
             ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"]]
    if target:
        table = [["项目名称", project], ["主管部门", unit, "实施单位", unit], ["预算资金情况", "350"],
                 ["总体目标", words.SENTENCES[1]],
                 ["绩效指标", "一级指标", "二级指标", "三级指标", "运算符号", "指标值", "度量单位", "完成时限"]]
    truth = []
    last1 = last2 = None
    for row in rows:
        one = row["level1"] if row["level1"] != last1 else ""
        two = row["level2"] if row["level2"] != last2 or one else ""
        last1, last2 = row["level1"], row["level2"]
        if target:
            table.append(["", one, two, row["level3"], row["sign"], row["value"], row["unit"], row["deadline"]])
            truth.append(truth_of(row, FIELDS))
            continue
        table.append(["", one, two, row["level3"], row["sign"] + row["value"] + row["unit"], row["actual"], row["weight"], row["score"]])
        truth.append(truth_of(row, EVALUATED))
    body = "\n\n".join("\n".join("\t" + cell(c) for c in row) for row in table)
    lines = ["项目支出绩效目标表" if target else "项目支出绩效自评表", "（2023年度）", ""] + body.split("\n") + ["", "", "以上为自评情况。", ""]
    return lines, {"type": "performance_target" if target else "self_evaluation", "project": project, "fault": "breaks_" + breaks, "indicators": truth}


def make(seed):
    random = random_module.Random(f"{seed} text")
    lines, truth = ["2024年度预算绩效管理工作情况", "", random.choice(words.PROSE), ""], []
    shape = random.choice([tabbed, tabbed, word_dump])
    for _ in range(random.randint(1, 3)):
        more, one = shape(random)
        lines += more
        truth.append(one)
        if random.random() < 0.4:
            lines += [random.choice(words.PROSE), ""]
    return "\n".join(lines), truth


def plain(value):
    return "" if value is None else "".join(str(value).split())


def same(true, read, field):
    got = plain(read.get(field))
    if field == "value" and true["unit"] == "%" and got == true["value"] + "%":
        return True
    if field == "unit" and true["unit"] == "%" and plain(read.get("value")).endswith("%"):
        return True
    if field == "deadline" and true[field] and got[:4] == true[field][:4] and "12" in got:
        return True
    if field == "actual":
        return got == true[field] or got + plain(read.get("actual_unit")) == true[field]
    return got == true[field]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gouji", default=str(ROOT / "build/dev/gouji"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    sums = collections.defaultdict(collections.Counter)
    shown = 0
    for seed in range(options.seed, options.seed + options.count):
        text, truth = make(seed)
        path = options.folder / f"text-{seed:05d}.txt"
        path.write_text(text, encoding="utf-8")
        report = path.with_suffix(".report.json")
        subprocess.run([options.gouji, "extract", "--quiet", str(path), "-o", str(report)], capture_output=True)
        records = [r for r in json.loads(report.read_text())["records"] if r["type"] in ("performance_target", "self_evaluation")]
        for number, one in enumerate(truth):
            fields = FIELDS if one["type"] == "performance_target" else EVALUATED
            record = records[number] if number < len(records) and len(records) == len(truth) else next(
                (r for r in records if plain(r.get("project")) == plain(one["project"])), None)
            read = record["indicators"] if record else []
            good = 0
            wrong = []
            for k, true in enumerate(one["indicators"]):
                got = read[k] if len(read) == len(one["indicators"]) else next(
                    (g for g in read if plain(g.get("level3")) == true["level3"]), {})
                bad = [f for f in fields if not same(true, got, f)]
                good += not bad
                if bad:
                    wrong.append(f"    {true} -> { {f: got.get(f) for f in bad} }")
            for key in ("all", one["type"], one["fault"]):
                sums[key].update(tables=1, rows=len(one["indicators"]), good=good, extra=max(0, len(read) - len(one["indicators"])),
                                 found=record is not None, count_right=len(records) == len(truth))
            if wrong and shown < options.errors:
                shown += 1
                print(f"{path.name} table {number} {one['type']} {one['fault']} records {len(records)} of {len(truth)}, rows {len(read)} of {len(one['indicators'])}")
                print("\n".join(wrong[:4]))
    for key, s in sorted(sums.items()):
        print(f"{key:20} {s['tables']:4} tables  found {s['found']}  rows {s['rows']}  right {s['good'] / max(1, s['rows']):.4f}  extra rows {s['extra']}")


if __name__ == "__main__":
    main()
