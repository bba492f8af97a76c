// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts are whole fen; what is printed is rounded from them, so that sums are off by their last
// place as in real reports. Rates are computed from the amounts, not from their print.
#include "made_report.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/utf8.h"
#include "check/operand.h"

namespace gouji::property {

namespace {

using Fen = std::int64_t;
constexpr Fen kPlace = 10000;  // fen of 0.01万元

/// An amount as it was, and the slot where it is printed.
struct Amount {
  Fen fen = 0;
  int slot = -1;
};

std::string decimal(std::int64_t hundredths) {
  const bool negative = hundredths < 0;
  const std::int64_t size = negative ? -hundredths : hundredths;
  std::string rest = std::to_string(size % 100);
  if (rest.size() == 1) rest.insert(0, "0");
  return (negative ? "-" : "") + std::to_string(size / 100) + "." + rest;
}

std::int64_t rounded(std::int64_t top, std::int64_t bottom) {
  const bool negative = top < 0;
  const std::int64_t size = negative ? -top : top;
  const std::int64_t value = (2 * size + bottom) / (2 * bottom);
  return negative ? -value : value;
}

class Maker {
 public:
  explicit Maker(std::uint32_t seed) : random_(seed) {}
  MadeReport make();

 private:
  // ---- chance
  int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
  bool toss() { return number(0, 1) == 1; }
  const char* one_of(std::initializer_list<const char*> words) {
    return words.begin()[number(0, static_cast<int>(words.size()) - 1)];
  }
  Fen amount(Fen most) { return std::uniform_int_distribution<Fen>(most / 50, most)(random_); }
  std::vector<Fen> split(Fen total, int parts);

  // ---- text
  void say(const std::string& text) { out_.pieces.push_back({text, -1}); }
  void year(int of) {
    if (of == year_) out_.years.push_back(static_cast<int>(out_.pieces.size()));
    say(std::to_string(of));
  }
  int put(Slot slot);
  Amount money(Fen fen);
  Amount cell(Fen fen);
  int percent(std::int64_t hundredths, const char* rate);
  void heading(const char* title);

  // ---- relations
  Relation relation(const char* rule, int stated, const std::vector<std::pair<int, int>>& terms);
  void sum(const Amount& total, const std::vector<Amount>& parts, const char* rule = "sum.prose");
  void ratio(const char* rule, int rate, const Amount& part, const Amount& base);
  void same(const Amount& a, const Amount& b);
  void growth(const Amount& now, Fen before);

  // ---- sections
  void totals();
  void income();
  void expenditure();
  void by_function();
  void basic();
  void travel();
  void vehicles();
  void units();
  void table_totals();
  void table_functions();
  void table_years();
  void list(const Amount& total, const std::vector<std::pair<std::string, Fen>>& parts,
            bool shares);

  std::mt19937 random_;
  MadeReport out_;
  int year_ = 2023;
  int section_ = 0;
  Fen income_ = 0, carried_ = 0, spent_ = 0;
  Amount income_said_, spent_said_, total_said_;
  std::vector<std::pair<std::string, Fen>> functions_;
  Fen basic_ = 0;
};

std::vector<Fen> Maker::split(Fen total, int parts) {
  std::vector<Fen> weights;
  Fen sum = 0;
  for (int i = 0; i < parts; ++i) {
    weights.push_back(number(1, 1000));
    sum += weights.back();
  }
  std::vector<Fen> out;
  Fen left = total;
  for (int i = 0; i + 1 < parts; ++i) {
    out.push_back(total / sum * weights[static_cast<std::size_t>(i)] + number(0, 9999));
    left -= out.back();
  }
  out.push_back(left);
  return out;
}

int Maker::put(Slot slot) {
  const int index = static_cast<int>(out_.slots.size());
  out_.slots.push_back(std::move(slot));
  out_.pieces.push_back({"", index});
  return index;
}

Amount Maker::money(Fen fen) {
  return {fen, put({decimal(rounded(fen, kPlace)), "万元", FigureKind::money, false, ""})};
}

Amount Maker::cell(Fen fen) {
  return {fen, put({decimal(rounded(fen, kPlace)), "万元", FigureKind::money, true, ""})};
}

int Maker::percent(std::int64_t hundredths, const char* rate) {
  return put({decimal(hundredths), "%", FigureKind::percent, false, rate});
}

void Maker::heading(const char* title) {
  static const char* const kNumbers[] = {"一", "二", "三", "四", "五",   "六",
                                         "七", "八", "九", "十", "十一", "十二"};
  say(std::string(kNumbers[section_++]) + "、" + title + "\n");
}

Relation Maker::relation(const char* rule, int stated,
                         const std::vector<std::pair<int, int>>& terms) {
  Relation made;
  made.rule = rule;
  made.operands.push_back(operand_of_slot(out_, stated, "stated"));
  for (const auto& [slot, factor] : terms) {
    made.terms.push_back({static_cast<int>(made.operands.size()), factor});
    made.operands.push_back(operand_of_slot(out_, slot, "part"));
  }
  return made;
}

void Maker::sum(const Amount& total, const std::vector<Amount>& parts, const char* rule) {
  std::vector<std::pair<int, int>> terms;
  for (const Amount& part : parts) terms.emplace_back(part.slot, 1);
  out_.relations.push_back(relation(rule, total.slot, terms));
}

void Maker::ratio(const char* rule, int rate, const Amount& part, const Amount& base) {
  Relation made = relation(rule, rate, {{part.slot, 1}});
  made.formula = Formula::ratio;
  made.scale = 100;
  made.operands.push_back(operand_of_slot(out_, base.slot, "base"));
  made.below = {{2, 1}};
  out_.relations.push_back(std::move(made));
}

void Maker::same(const Amount& a, const Amount& b) {
  out_.relations.push_back(relation("same_fact", a.slot, {{b.slot, 1}}));
}

/// "增加1.00万元，增长2.00%"
void Maker::growth(const Amount& now, Fen before) {
  const bool up = now.fen >= before;
  const int piece = static_cast<int>(out_.pieces.size());
  say(up ? "增加" : "减少");
  const Amount change = money(up ? now.fen - before : before - now.fen);
  say("，");
  say(up ? "增长" : "下降");
  const int rate = percent(rounded(change.fen * 10000, before), "growth");
  Relation made = relation("growth", rate, {{change.slot, 1}});
  made.formula = Formula::ratio;
  made.scale = 100;
  made.operands.push_back(operand_of_slot(out_, now.slot, "new"));
  made.below = {{2, 1}, {1, up ? -1 : 1}};
  out_.turns.push_back(
      {piece, up ? "减少" : "增加", static_cast<int>(out_.relations.size()), change.slot});
  out_.relations.push_back(std::move(made));
}

void Maker::totals() {
  heading("收入支出决算总体情况说明");
  year(year_);
  say(one_of({"年度收、支总计均为", "年度收入、支出总计均为"}));
  total_said_ = money(income_ + carried_);
  say("。与");
  year(year_ - 1);
  say(one_of({"年度相比，收、支总计各", "年相比，收、支总计各"}));
  growth(total_said_, amount((income_ + carried_) / 2) + (income_ + carried_) / 2);
  say(one_of({"。\n", "，主要原因是项目经费变化。\n"}));
}

void Maker::list(const Amount& total, const std::vector<std::pair<std::string, Fen>>& parts,
                 bool shares) {
  std::vector<Amount> printed;
  Relation hundred;
  hundred.rule = "sum.shares";
  hundred.stated = -1;
  hundred.constant = 100;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    say((i > 0 ? "；" : "") + parts[i].first);
    printed.push_back(money(parts[i].second));
    if (!shares) continue;
    say("，占");
    const int rate = percent(rounded(parts[i].second * 10000, total.fen), "share");
    ratio("share", rate, printed.back(), total);
    hundred.terms.push_back({static_cast<int>(hundred.operands.size()), 1});
    hundred.operands.push_back(operand_of_slot(out_, rate, "part"));
  }
  say("。\n");
  sum(total, printed);
  if (shares) out_.relations.push_back(std::move(hundred));
}

void Maker::income() {
  heading("收入决算情况说明");
  year(year_);
  say(one_of({"年度本年收入合计", "年本年收入合计"}));
  income_said_ = money(income_);
  say("，其中：");
  const std::vector<Fen> parts = split(income_, 3);
  list(income_said_,
       {{"一般公共预算财政拨款收入", parts[0]}, {"事业收入", parts[1]}, {"其他收入", parts[2]}},
       toss());
}

void Maker::expenditure() {
  heading("支出决算情况说明");
  year(year_);
  say(one_of({"年度本年支出合计", "年本年支出合计"}));
  spent_said_ = money(spent_);
  say("，其中：");
  list(spent_said_, {{"基本支出", basic_}, {"项目支出", spent_ - basic_}}, toss());
}

void Maker::by_function() {
  heading("一般公共预算财政拨款支出决算情况说明");
  year(year_);
  say("年度一般公共预算财政拨款支出");
  const Amount total = money(spent_);
  say("，占本年支出合计的");
  ratio("share", percent(10000, "share"), total, spent_said_);
  say("，与");
  year(year_ - 1);
  say("年度相比，一般公共预算财政拨款支出");
  growth(total, spent_ / 2 + amount(spent_ / 2));
  say("。主要用于以下方面：");
  std::vector<std::pair<std::string, Fen>> parts;
  for (const auto& [name, fen] : functions_) parts.emplace_back(name + "（类）支出", fen);
  list(total, parts, true);
  const Fen budget = spent_ / 2 + amount(spent_);
  say("年初预算为");
  const Amount planned = money(budget);
  say("，支出决算为");
  const Amount spent = money(spent_);
  say("，完成年初预算的");
  const int rate = percent(rounded(spent_ * 10000, budget), "completion");
  ratio("completion_rate", rate, spent, planned);
  same(spent, total);
  say("。\n");
}

void Maker::basic() {
  heading("一般公共预算财政拨款基本支出决算情况说明");
  year(year_);
  say("年度一般公共预算财政拨款基本支出");
  const Amount total = money(basic_);
  say("，其中：");
  const std::vector<Fen> parts = split(basic_, 2);
  list(total, {{"人员经费", parts[0]}, {"公用经费", parts[1]}}, false);
}

void Maker::travel() {
  heading("“三公”经费财政拨款支出决算情况说明");
  year(year_);
  say("年度“三公”经费财政拨款支出预算为");
  const Fen spent = amount(40000000);
  const Fen budget = spent + amount(20000000);
  const Amount planned = money(budget);
  say("，支出决算为");
  const Amount total = money(spent);
  say("，完成预算的");
  ratio("completion_rate", percent(rounded(spent * 10000, budget), "completion"), total, planned);
  say("，其中：");
  const std::vector<Fen> parts = split(spent, 3);
  list(total,
       {{"因公出国（境）费支出", parts[0]},
        {"公务用车购置及运行维护费支出", parts[1]},
        {"公务接待费支出", parts[2]}},
       toss());
}

void Maker::vehicles() {
  heading("国有资产占用情况说明");
  say("截至");
  year(year_);
  say("年12月31日，本部门共有车辆");
  const int first = number(1, 9), second = number(1, 9), third = number(1, 9);
  const auto count = [&](int cars) {
    return Amount{0, put({std::to_string(cars), "辆", FigureKind::count, false, ""})};
  };
  const Amount total = count(first + second + third);
  say("，其中：机要通信用车");
  const Amount one = count(first);
  say("、应急保障用车");
  const Amount two = count(second);
  say("、其他用车");
  const Amount three = count(third);
  say("。\n");
  sum(total, {one, two, three});
}

void Maker::units() {
  heading("机构设置情况");
  static const char* const kNames[] = {"办公室", "财务科", "法规科", "人事科", "规划科", "监督科"};
  const int shown = number(3, 6);
  say("本部门内设机构");
  const int slot = put({std::to_string(shown), "个", FigureKind::count, false, ""});
  out_.counts.push_back(slot);
  say("，分别是");
  for (int i = 0; i < shown; ++i) say(std::string(i > 0 ? "、" : "") + kNames[i]);
  say("。\n");
}

void Maker::table_totals() {
  say("收入支出决算总表\n单位：万元\n收入\t\t支出\t\n项目\t决算数\t项目\t决算数\n");
  const std::vector<Fen> sources = split(income_, 3);
  static const char* const kSources[] = {"一、一般公共预算财政拨款收入", "二、事业收入",
                                         "三、其他收入"};
  static const char* const kNumbers[] = {"一、", "二、", "三、", "四、", "五、"};
  std::vector<Amount> incomes, uses;
  const std::size_t rows = std::max<std::size_t>(3, functions_.size());
  for (std::size_t i = 0; i < rows; ++i) {
    if (i < 3) {
      say(std::string(kSources[i]) + "\t");
      incomes.push_back(cell(sources[i]));
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

MadeReport Maker::make() {
  year_ = number(2019, 2024);
  income_ = amount(9000000000) + 100000000;
  carried_ = amount(income_ / 10);
  spent_ = income_ + carried_ - amount(income_ / 20);
  static const char* const kFunctions[] = {"一般公共服务", "教育", "社会保障和就业", "卫生健康",
                                           "住房保障"};
  const int functions = number(3, 5);
  const std::vector<Fen> parts = split(spent_, functions);
  for (int i = 0; i < functions; ++i)
    functions_.emplace_back(kFunctions[i], parts[static_cast<std::size_t>(i)]);
  basic_ = spent_ / 3 + amount(spent_ / 3);
  say("某县审计局");
  year(year_);
  say("年度部门决算\n\n");
  totals();
  income();
  expenditure();
  by_function();
  basic();
  travel();
  vehicles();
  units();
  say("\n");
  table_totals();
  say("\n");
  table_functions();
  say("\n");
  table_years();
  return std::move(out_);
}

}  // namespace

MadeReport make_report(std::uint32_t seed) {
  return Maker(seed).make();
}

Rendered render(const MadeReport& report) {
  Rendered out;
  out.places.resize(report.slots.size());
  std::int64_t at = 0;
  for (const Piece& piece : report.pieces) {
    std::string text = piece.text;
    if (piece.slot >= 0) {
      const Slot& slot = report.slots[static_cast<std::size_t>(piece.slot)];
      text = slot.printed + (slot.cell ? "" : slot.unit);
    }
    const auto length = static_cast<std::int64_t>(from_utf8(text).size());
    if (piece.slot >= 0) out.places[static_cast<std::size_t>(piece.slot)] = {at, at + length};
    at += length;
    out.text += text;
  }
  return out;
}

Operand operand_of_slot(const MadeReport& report, int slot, const std::string& role) {
  const Slot& one = report.slots[static_cast<std::size_t>(slot)];
  Figure figure;
  figure.value = one.printed;
  figure.unit = one.unit;
  figure.kind = one.kind;
  const int power = one.unit == "万元" ? 4 : one.unit == "亿元" ? 8 : 0;
  figure.normalized.value = shift_point(one.printed, power);
  figure.normalized.unit = one.kind == FigureKind::money ? "元" : one.unit;
  return operand_of(figure, role, std::to_string(slot));
}

}  // namespace gouji::property
