// SPDX-License-Identifier: GPL-3.0-or-later
#include "maker.h"

#include <utility>

namespace gouji::property {

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

}  // namespace gouji::property
