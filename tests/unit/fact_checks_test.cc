// SPDX-License-Identifier: GPL-3.0-or-later
// The same fact in prose and in a table: amounts, names of the lines of the classification, kinds
// of expense; years, days and references.
#include "checked_text.h"

namespace gouji {
namespace {

constexpr const char* kTables =
    "某某市东城区档案局2024年度部门决算\n\n"
    "第二部分 2024年度部门决算表\n"
    "收入支出决算总表\n单位：万元\n"
    "收入\t决算数\t支出\t决算数\n"
    "一、一般公共预算财政拨款收入\t120.00\t一、社会保障和就业支出\t20.00\n"
    "二、其他收入\t5.00\t二、住房保障支出\t105.00\n"
    "本年收入合计\t125.00\t本年支出合计\t125.00\n"
    "总计\t125.00\t总计\t125.00\n\n"
    "一般公共预算财政拨款支出决算表\n单位：万元\n"
    "功能分类科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
    "208\t社会保障和就业支出\t20.00\t20.00\t0.00\n"
    "20805\t行政事业单位养老支出\t20.00\t20.00\t0.00\n"
    "2080501\t行政单位离退休\t20.00\t20.00\t0.00\n"
    "221\t住房保障支出\t100.00\t60.00\t40.00\n"
    "22102\t住房改革支出\t100.00\t60.00\t40.00\n"
    "2210201\t住房公积金\t100.00\t60.00\t40.00\n"
    "合计\t\t120.00\t80.00\t40.00\n\n"
    "第三部分 2024年度部门决算情况说明\n";

struct FactCase {
  const char* name;
  const char* rule;
  const char* prose;
  std::size_t least_passes, fails;
};

class Facts : public testing::TestWithParam<FactCase> {};

TEST_P(Facts, ProseAgainstTables) {
  const FactCase& one = GetParam();
  const std::vector<Check> checks = checks_of(std::string(kTables) + one.prose, one.rule);
  std::string said;
  for (const Check& check : checks)
    said += (check.status == CheckStatus::fail ? "fail: " : "pass: ") + check.message.zh + " " +
            check.formula + "\n";
  EXPECT_GE(count_of(checks, CheckStatus::pass), one.least_passes) << said;
  EXPECT_EQ(count_of(checks, CheckStatus::fail), one.fails) << said;
}

INSTANTIATE_TEST_SUITE_P(
    Statements, Facts,
    testing::Values(
        FactCase{"IncomeIsRepeated", "same_fact",
                 "一、收入决算情况说明\n本年收入合计125.00万元，其中：财政拨款收入120.00万元。\n",
                 1, 0},
        FactCase{"IncomeInYuan", "same_fact", "一、收入决算情况说明\n本年收入合计1250000元。\n", 1,
                 0},
        FactCase{"IncomeRounded", "same_fact", "一、收入决算情况说明\n本年收入合计0.01亿元。\n", 1,
                 0},
        FactCase{"IncomeDiffers", "same_fact", "一、收入决算情况说明\n本年收入合计152.00万元。\n",
                 0, 1},
        FactCase{"JustInside", "same_fact", "一、收入决算情况说明\n本年收入合计125.01万元。\n", 1,
                 0},
        FactCase{"JustOutside", "same_fact", "一、收入决算情况说明\n本年收入合计125.02万元。\n", 0,
                 1},
        FactCase{"Approximate", "same_fact", "一、收入决算情况说明\n本年收入合计约152万元。\n", 0,
                 0},
        FactCase{"YearBefore", "same_fact",
                 "一、收入决算情况说明\n2023年本年收入合计152.00万元。\n", 0, 0},
        FactCase{"OtherScope", "same_fact",
                 "一、支出决算情况说明\n一般公共预算财政拨款支出120.00万元，基本支出80.00万元。\n",
                 1, 0},
        FactCase{"WrongScope", "same_fact",
                 "一、支出决算情况说明\n一般公共预算财政拨款基本支出90.00万元。\n", 0, 1},
        FactCase{"ClassIsRepeated", "same_fact",
                 "一、一般公共预算财政拨款支出决算情况说明\n"
                 "1.住房保障支出（类）住房改革支出（款）住房公积金（项）。"
                 "年初预算为90.00万元，支出决算为100.00万元。\n",
                 1, 0},
        FactCase{"ClassDiffers", "same_fact",
                 "一、一般公共预算财政拨款支出决算情况说明\n"
                 "1.住房保障支出（类）住房改革支出（款）住房公积金（项）。支出决算为110.00万元。\n",
                 0, 1},
        FactCase{"NameOfTheGroup", "name",
                 "一、一般公共预算财政拨款支出决算情况说明\n"
                 "1.住房保障支出（类）住房保障支出（款）住房公积金（项）。支出决算为100.00万元。\n",
                 0, 1},
        FactCase{"NameOfTheItem", "name",
                 "一、一般公共预算财政拨款支出决算情况说明\n"
                 "1.住房保障支出（类）住房改革支出（款）提租补贴（项）。支出决算为100.00万元。\n",
                 0, 1},
        FactCase{"NamesAgree", "name",
                 "一、一般公共预算财政拨款支出决算情况说明\n"
                 "1.住房保障（类）住房改革支出（款）住房公积金（项）。支出决算为100.00万元。\n",
                 1, 0}),
    [](const auto& one) { return one.param.name; });

class Calendar : public testing::TestWithParam<FactCase> {};

TEST_P(Calendar, YearsDaysReferences) {
  const FactCase& one = GetParam();
  const std::vector<Check> checks = checks_of(std::string(kTables) + one.prose, one.rule);
  EXPECT_GE(count_of(checks, CheckStatus::pass), one.least_passes);
  EXPECT_EQ(count_of(checks, CheckStatus::fail), one.fails);
}

INSTANTIATE_TEST_SUITE_P(
    Statements, Calendar,
    testing::Values(
        FactCase{"RightYears", "year",
                 "一、收入情况\n2024年度收入总计125.00万元，与2023年度相比，增加5.00万元。\n", 2,
                 0},
        FactCase{"WrongYear", "year", "一、收入情况\n2023年度收入总计125.00万元。\n", 0, 1},
        FactCase{"ComparedWithAnotherYear", "year",
                 "一、收入情况\n2024年度收入总计125.00万元，与2021年度相比，增加5.00万元。\n", 1,
                 1},
        FactCase{"AnotherPairOfYears", "year",
                 "一、历年情况\n自2022年起增长较快，与2021年度相比，增加5.00万元。\n", 0, 0},
        FactCase{"HoldingsOfAnotherYear", "year",
                 "一、资产\n截至2022年12月31日，本部门共有车辆0辆。\n", 0, 1},
        FactCase{"AnotherYearInAnAnnex", "year",
                 "附件1 项目绩效评价报告\n2022年度收入总计125.00万元。\n", 0, 0},
        FactCase{"HeadingOfAnotherYear", "year",
                 "一、2022年度收入支出决算总体情况说明\n收入总计125.00万元。\n", 0, 1},
        FactCase{"YearOfAReason", "year",
                 "一、收入情况\n2024年度收入增加，主要原因是2022年项目结转。\n", 1, 0},
        FactCase{"DayOfTheCalendar", "date", "一、资产\n截至2024年12月31日，有车辆0辆。\n", 1, 0},
        FactCase{"NoSuchDay", "date", "一、资产\n截至2024年11月31日，有车辆0辆。\n", 0, 1},
        FactCase{"LeapDay", "date", "一、资产\n自2024年2月29日起施行。\n", 1, 0},
        FactCase{"TableIsThere", "reference", "一、预算\n情况详见表2-1。\n表2-1 年度预算表\n", 1,
                 0},
        FactCase{"TableIsNot", "reference", "一、预算\n情况详见表2-1。\n", 0, 1},
        FactCase{"TableBelow", "reference", "一、预算\n情况详见下表。\n", 0, 0}),
    [](const auto& one) { return one.param.name; });

TEST(Calendar, TheTitleMayBeWrong) {
  const auto checks = checks_of(
      "某某市东城区档案局2022年度部门决算\n\n一、收入情况\n2024年度收入总计125.00万元。\n"
      "二、支出情况\n2024年度支出总计125.00万元。\n"
      "三、资产情况\n截至2024年12月31日，本部门共有车辆0辆。\n",
      "year");
  EXPECT_EQ(count_of(checks, CheckStatus::pass), 3U);
  ASSERT_EQ(count_of(checks, CheckStatus::fail), 1U);
  EXPECT_EQ(checks.front().message.zh, "年度“2022”与本文件年度不符，应为2024");
}

}  // namespace
}  // namespace gouji
