// SPDX-License-Identifier: GPL-3.0-or-later
#include "maker.h"

#include <algorithm>
#include <map>
#include <utility>

namespace gouji::property {

void Maker::table_totals() {
  say("收入支出决算总表\n单位：万元\n收入\t\t支出\t\n项目\t决算数\t项目\t决算数\n");
  static const char* const kSources[] = {"一、一般公共预算财政拨款收入", "二、事业收入",
                                         "三、其他收入"};
  static const char* const kNumbers[] = {"一、", "二、", "三、", "四、", "五、"};
  std::vector<Amount> incomes, uses;
  const std::size_t rows = std::max<std::size_t>(3, functions_.size());
  for (std::size_t i = 0; i < rows; ++i) {
    if (i < 3) {
      say(std::string(kSources[i]) + "\t");
      incomes.push_back(cell(sources_[i]));
      if (i < sources_said_.size()) same(incomes.back(), sources_said_[i]);
    } else {
      say("\t");
    }
    say("\t");
    if (i < functions_.size()) {
      say(kNumbers[i] + functions_[i].first + "支出\t");
      uses.push_back(cell(functions_[i].second));
    } else {
      say("\t");
    }
    say("\n");
  }
  say("本年收入合计\t");
  const Amount income = cell(income_);
  say("\t本年支出合计\t");
  const Amount spent = cell(spent_);
  say("\n年初结转和结余\t");
  const Amount before = cell(carried_);
  say("\t年末结转和结余\t");
  const Amount after = cell(income_ + carried_ - spent_);
  say("\n总计\t");
  const Amount left = cell(income_ + carried_);
  say("\t总计\t");
  const Amount right = cell(income_ + carried_);
  say("\n");
  sum(income, incomes, "sum.rows");
  sum(spent, uses, "sum.rows");
  sum(left, {income, before}, "balance");
  sum(right, {spent, after}, "balance");
  same(left, right);
  same(income, income_said_);
  same(spent, spent_said_);
  same(left, total_said_);
}

/// 类 = Σ款 = Σ项, and 合计 = 基本 + 项目 in every row.
void Maker::table_functions() {
  say("支出决算表\n单位：万元\n科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n");
  using Columns = std::vector<Amount>;
  const auto print = [&](const std::string& code, const std::string& name, Fen total, Fen base,
                         bool may_go) {
    TableRow row;
    row.first = static_cast<int>(out_.pieces.size());
    say(code + "\t" + name + "\t");
    Columns columns = {cell(total)};
    say("\t");
    columns.push_back(cell(base));
    say("\t");
    columns.push_back(cell(total - base));
    say("\n");
    row.last = static_cast<int>(out_.pieces.size());
    for (const Amount& one : columns) row.slots.push_back(one.slot);
    if (may_go) out_.rows.push_back(std::move(row));
    sum(columns[0], {columns[1], columns[2]}, "sum.columns");
    return columns;
  };
  const auto add_up = [&](const Columns& total, const std::vector<Columns>& parts) {
    for (std::size_t column = 0; column < 3; ++column) {
      std::vector<Amount> cells;
      for (const Columns& part : parts) cells.push_back(part[column]);
      sum(total[column], cells, "sum.rows");
    }
  };
  static const std::map<std::string, std::string> kCodes = {{"一般公共服务", "201"},
                                                            {"教育", "205"},
                                                            {"社会保障和就业", "208"},
                                                            {"卫生健康", "210"},
                                                            {"住房保障", "221"}};
  const Columns all = print("合计", "", spent_, basic_, false);
  Fen basic_left = basic_;
  std::vector<Columns> classes;
  for (std::size_t i = 0; i < functions_.size(); ++i) {
    const auto& [name, fen] = functions_[i];
    const bool last = i + 1 == functions_.size();
    const Fen base = last ? basic_left : std::min(basic_left, fen / 3 + number(0, 99999));
    basic_left -= base;
    const std::string code = kCodes.at(name);
    const Columns head = print(code, name + "支出", fen, base, false);
    const int lines = number(2, 3);
    const std::vector<Fen> totals = split(fen, lines), bases = split(base, lines);
    std::vector<Columns> items;
    for (int line = 0; line < lines; ++line) {
      const auto at = static_cast<std::size_t>(line);
      const std::string group = code + "0" + std::to_string(line + 1);
      const std::string title = name + "事务" + std::to_string(line + 1);
      items.push_back(print(group, title + "款", totals[at], bases[at], false));
      const std::vector<Fen> leaf = split(totals[at], 2), leaf_base = split(bases[at], 2);
      std::vector<Columns> leaves;
      for (int k = 0; k < 2; ++k)
        leaves.push_back(print(group + "0" + std::to_string(k + 1), title + (k == 0 ? "甲" : "乙"),
                               leaf[static_cast<std::size_t>(k)],
                               leaf_base[static_cast<std::size_t>(k)], true));
      add_up(items.back(), leaves);
    }
    add_up(head, items);
    classes.push_back(head);
  }
  add_up(all, classes);
  same(all[0], spent_said_);
}

void Maker::table_years() {
  say("一般公共预算财政拨款支出决算对比表\n单位：万元\n项目\t" + std::to_string(year_ - 1) +
      "年决算数\t" + std::to_string(year_) + "年决算数\t增减额\t增减率（%）\n");
  static const char* const kRows[] = {"办公费", "印刷费", "差旅费", "培训费", "会议费", "劳务费"};
  std::vector<Amount> olds, news, changes;
  Fen old_sum = 0, new_sum = 0;
  const auto print = [&](const std::string& name, Fen old, Fen now) {
    say(name + "\t");
    olds.push_back(cell(old));
    say("\t");
    news.push_back(cell(now));
    say("\t");
    changes.push_back(cell(now - old));
    say("\t");
    const int rate =
        put({decimal(rounded((now - old) * 10000, old)), "%", FigureKind::percent, true, "growth"});
    say("\n");
    Relation difference = relation("difference", changes.back().slot,
                                   {{news.back().slot, 1}, {olds.back().slot, -1}});
    out_.relations.push_back(std::move(difference));
    ratio("growth", rate, changes.back(), olds.back());
  };
  const int rows = number(3, 6);
  for (int i = 0; i < rows; ++i) {
    const Fen old = amount(90000000), now = amount(90000000);
    old_sum += old;
    new_sum += now;
    TableRow row;
    row.first = static_cast<int>(out_.pieces.size());
    print(kRows[i], old, now);
    row.last = static_cast<int>(out_.pieces.size());
    for (int piece = row.first; piece < row.last; ++piece) {
      const int slot = out_.pieces[static_cast<std::size_t>(piece)].slot;
      if (slot >= 0) row.slots.push_back(slot);
    }
    out_.rows.push_back(std::move(row));
  }
  const std::vector<Amount> old_parts = olds, new_parts = news, change_parts = changes;
  print("合计", old_sum, new_sum);
  sum(olds.back(), old_parts, "sum.rows");
  sum(news.back(), new_parts, "sum.rows");
  sum(changes.back(), change_parts, "sum.rows");
}

}  // namespace gouji::property
