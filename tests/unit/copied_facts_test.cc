// SPDX-License-Identifier: GPL-3.0-or-later
// Facts that the parts of a department's accounts copy from one another: a line of the
// classification within one sentence and in the tables of funds, kinds of expense within the
// “三公” amounts.
#include <fmt/format.h>

#include "checked_text.h"

namespace gouji {
namespace {

constexpr const char* kHead = "某某市东城区档案局2024年度部门决算\n\n第二部分 2024年度部门决算表\n";
constexpr const char* kNotes = "第三部分 2024年度部门决算情况说明\n";

/// The last finding of the rule: "error: 257.14 ≠ 245.53", "pass", or "".
std::string last_of(const std::string& text, std::string_view rule) {
  const std::vector<Check> checks = checks_of(text, rule);
  if (checks.empty()) return "";
  const Check& last = checks.back();
  if (last.status == CheckStatus::not_checked) return "not checked";
  if (last.status == CheckStatus::pass) return "pass";
  const char* severity = *last.severity == Severity::error     ? "error"
                         : *last.severity == Severity::warning ? "warning"
                                                               : "info";
  return fmt::format("{}: {}", severity, last.formula);
}

std::string with_line(std::string_view first, std::string_view second) {
  return fmt::format(
      "{}{}五、一般公共预算财政拨款支出决算情况说明\n1.社会保障和就业支出（类）行政事业单位养老支出"
      "（款）机关事业单位职业年金缴费支出（项）{}万元，主要用于：缴纳职业年金。年初预算为274."
      "82万元，"
      "支出决算为{}万元。\n",
      kHead, kNotes, first, second);
}

TEST(CopiedLine, StatesOneAmount) {
  EXPECT_EQ(last_of(with_line("257.14", "257.14"), "same_fact"), "pass");
  EXPECT_EQ(last_of(with_line("257.14", "245.53"), "same_fact"), "error: 257.14 ≠ 245.53");
}

TEST(CopiedLine, RoundsOnlyWhereItPrintsFewerDecimals) {
  EXPECT_EQ(last_of(with_line("269.85", "269.9"), "same_fact"), "pass");
  EXPECT_EQ(last_of(with_line("269.85", "269.86"), "same_fact"), "info: 269.85 ≠ 269.86");
}

TEST(CopiedLine, SuggestsTheOtherPrint) {
  const std::vector<Check> checks = checks_of(with_line("257.14", "245.53"), "same_fact");
  ASSERT_EQ(checks.size(), 1U);
  ASSERT_FALSE(checks[0].suspects.empty());
  for (const Suspect& one : checks[0].suspects)
    EXPECT_EQ(one.suggested, one.printed == "245.53万元" ? "257.14万元" : "245.53万元");
}

TEST(CopiedLine, OfAnotherBasisOrItemIsAnotherFact) {
  EXPECT_EQ(last_of(fmt::format(
                        "{}{}五、一般公共预算财政拨款支出决算情况说明\n1.卫生健康支出（类）行政"
                        "事业单位医疗（款）行政单位医疗（项）20.00万元。\n2.卫生健康支出（类）行"
                        "政事业单位医疗（款）事业单位医疗（项）30.00万元，年初预算为35.00万元。\n",
                        kHead, kNotes),
                    "same_fact"),
            "");
}

std::string with_fund(std::string_view amount) {
  return fmt::format(
      "{}政府性基金预算财政拨款收入支出决算表\n单位：万元\n"
      "功能分类科目编码\t科目名称\t年初结转和结余\t本年收入\t本年支出\t基本支出\t项目支出\t年末结转"
      "和结余\n"
      "221\t住房保障支出\t0.00\t105.00\t105.00\t0.00\t105.00\t0.00\n"
      "22198\t超长期特别国债安排的支出\t0.00\t105.00\t105.00\t0.00\t105.00\t0.00\n"
      "2219899\t其他住房保障支出\t0.00\t105.00\t105.00\t0.00\t105.00\t0.00\n"
      "合计\t\t0.00\t105.00\t105.00\t0.00\t105.00\t0.00\n\n"
      "{}"
      "八、政府性基金预算财政拨款收入支出决算情况说明\n住房保障支出（类）超长期特别国债安排的支出（"
      "款）"
      "其他住房保障支出（项）{}万元。\n",
      kHead, kNotes, amount);
}

TEST(LineOfAFund, IsHeldAgainstTheTableOfTheFund) {
  EXPECT_EQ(last_of(with_fund("105.00"), "same_fact"), "pass");
  EXPECT_EQ(last_of(with_fund("105"), "same_fact"), "pass");
  EXPECT_EQ(last_of(with_fund("135.00"), "same_fact"), "warning: 105.00 ≠ 135.00");
}

std::string with_expenses(std::string_view basic, std::string_view of_three) {
  return fmt::format(
      "{}一般公共预算财政拨款基本支出决算表\n单位：万元\n"
      "经济分类科目编码\t科目名称\t决算数\n"
      "302\t商品和服务支出\t{}\n30217\t公务接待费\t{}\n合计\t\t{}\n\n"
      "财政拨款“三公”经费支出决算表\n单位：万元\n"
      "合计\t因公出国（境）费\t公务用车购置及运行维护费\t公务接待费\n"
      "{}\t0.00\t0.00\t{}\n\n{}一、说明\n无。\n",
      kHead, basic, basic, basic, of_three, of_three, kNotes);
}

TEST(KindOfExpense, IsWithinTheThreePublicAmounts) {
  EXPECT_EQ(last_of(with_expenses("8.31", "8.31"), "sum.bound"), "pass");
  EXPECT_EQ(last_of(with_expenses("8.31", "9.00"), "sum.bound"),
            "pass");  // the rest is of projects
  EXPECT_EQ(last_of(with_expenses("8.31", "8.3"), "sum.bound"), "pass");
  EXPECT_EQ(last_of(with_expenses("8.31", "0.30"), "sum.bound"), "warning: 0.30 < 8.31");
}

}  // namespace
}  // namespace gouji
