// SPDX-License-Identifier: GPL-3.0-or-later
#include "maker.h"

#include <utility>

namespace gouji::property {

void Maker::totals() {
  heading("收入支出决算总体情况说明");
  const bool twice = number(0, 3) == 0;
  year(year_);
  if (twice) {
    say("年度收入总计");
    total_said_ = money(income_ + carried_);
    say("，支出总计");
    same(money(income_ + carried_), total_said_);
  } else {
    say(one_of({"年度收、支总计均为", "年度收入、支出总计均为", "年度，本部门收入、支出总计为",
                "年收入支出总计"}));
    total_said_ = money(income_ + carried_);
  }
  say(one_of({"。与", "，与"}));
  year(year_ - 1);
  say(one_of({"年度相比，收、支总计各", "年相比，收、支总计各", "年度决算数相比，收入、支出总计各",
              "年度相比，收入支出总计"}));
  growth(total_said_, amount((income_ + carried_) / 2) + (income_ + carried_) / 2);
  say(one_of({"。\n", "，主要原因是项目经费变化。\n", "。主要变动原因是人员变动。\n"}));
}

std::vector<Amount> Maker::list(const Amount& total,
                                const std::vector<std::pair<std::string, Fen>>& parts,
                                bool shares) {
  std::vector<Amount> printed;
  Relation hundred;
  hundred.rule = "sum.shares";
  hundred.stated = -1;
  hundred.constant = 100;
  const int form = number(0, 4);
  static const char* const kBefore[] = {"，占", "，占", "，占比", "（占", "，占比为"};
  static const char* const kBehind[] = {"", "", "", "）", ""};
  const char* joint = shares && form != 3 ? one_of({"；", "；", "，"}) : one_of({"；", "，", "、"});
  const char* verb = one_of({"", "", "为"});
  for (std::size_t i = 0; i < parts.size(); ++i) {
    say((i > 0 ? joint : "") + parts[i].first + verb);
    printed.push_back(money(parts[i].second));
    if (!shares) continue;
    say(kBefore[form]);
    const int rate = percent(rounded(parts[i].second * 10000, total.fen), "share");
    say(kBehind[form]);
    ratio("share", rate, printed.back(), total);
    hundred.terms.push_back({static_cast<int>(hundred.operands.size()), 1});
    hundred.operands.push_back(operand_of_slot(out_, rate, "part"));
  }
  say("。\n");
  sum(total, printed);
  if (shares) out_.relations.push_back(std::move(hundred));
  return printed;
}

void Maker::income() {
  heading("收入决算情况说明");
  year(year_);
  say(one_of({"年度本年收入合计", "年本年收入合计"}));
  income_said_ = money(income_);
  say(one_of({"，其中：", "。其中：", "，包括：", "，其中，"}));
  sources_said_ = list(income_said_,
                       {{"一般公共预算财政拨款收入", sources_[0]},
                        {"事业收入", sources_[1]},
                        {"其他收入", sources_[2]}},
                       toss());
}

void Maker::expenditure() {
  heading("支出决算情况说明");
  year(year_);
  say(one_of({"年度本年支出合计", "年本年支出合计"}));
  spent_said_ = money(spent_);
  say(one_of({"，其中：", "，包括："}));
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
  say(one_of({"，支出决算为", "，支出决算数为", "，决算支出"}));
  const Amount spent = money(spent_);
  say(one_of({"，完成年初预算的", "，完成年初预算", "，为年初预算的", "，预算执行率"}));
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
  say(one_of({"，完成预算的", "，完成预算", "，占预算的"}));
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
  const bool bracket = toss();
  say(bracket ? "（其中：机要通信用车" : one_of({"，其中：机要通信用车", "，其中，机要通信用车"}));
  const Amount one = count(first);
  say("、应急保障用车");
  const Amount two = count(second);
  say("、其他用车");
  const Amount three = count(third);
  say(bracket ? "）。\n" : one_of({"。\n", "；单价100万元以上设备0台（套）。\n"}));
  sum(total, {one, two, three});
}

}  // namespace gouji::property
