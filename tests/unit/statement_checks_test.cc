// SPDX-License-Identifier: GPL-3.0-or-later
// Statements about words: what a finished report does not hold, names, numbering. Each rule with a
// passing, a failing and a must-not-fire case.
#include "checked_text.h"

namespace gouji {
namespace {

class Wording : public testing::TestWithParam<CheckCase> {};

TEST_P(Wording, IsFoundOncePerClause) {
  expect_checks(GetParam(), "template_leftover");
}

INSTANTIATE_TEST_SUITE_P(
    Statements, Wording,
    testing::Values(
        CheckCase{"AlternativeInBrackets", "经费比上年减少0.15万元，下降（增长）27.78%。", 0, 1},
        CheckCase{"AlternativeBySlash", "支出比上年增加/减少0万元，增长/下降0%。", 0, 2},
        CheckCase{"SeveralRemainsOfOneClause", "主要用于…（具体工作）等所需的支出。", 0, 1},
        CheckCase{"LevelWithUnit", "机关运行经费支出0万元，比上年度持平万元。", 0, 1},
        CheckCase{"NoteToWriter", "（注：不涉及的科目请自行删除。）", 0, 1},
        CheckCase{"NoPercentSign", "支出增加1193.20万元，增长13.95。主要原因是项目增加。", 0, 1},
        CheckCase{"NoMoneyUnit", "支出决算数为1031.84完成预算100%。", 0, 1},
        CheckCase{"NoYuan", "国内公务接待支出0.39万（含外宾接待支出0.00万元）。", 0, 1},
        CheckCase{"NameNeverFilledIn", "2024年，XX局政府采购支出12.00万元。", 0, 1},
        CheckCase{"Quiet", "支出增加1193.20万元，增长13.95%。主要原因是项目增加。", 0, 0},
        CheckCase{"DotsInSpeech", "他们说，一是……二是……三是……，都做到了。", 0, 0},
        CheckCase{"RoundAmountsWithoutYuan", "项目总预算1720万，其中设备100万，其余按实际支出。", 0,
                  0},
        CheckCase{"HeadingOfDepartment", "一、部门（单位）基本情况\n本部门有办公室等机构。", 0, 0},
        CheckCase{"IndexWithoutUnit", "综合指数增长3.5，比上年提高。", 0, 0},
        CheckCase{"CompanyName", "原告XX公司诉被告一案。", 0, 0}),
    [](const auto& one) { return one.param.name; });

class Names : public testing::TestWithParam<CheckCase> {};

TEST_P(Names, TheReportingBodyHasOne) {
  expect_checks(GetParam(), "name");
}

constexpr const char* kTitle = "某某市东城区规划和自然资源局2024年度部门决算\n\n";

INSTANTIATE_TEST_SUITE_P(
    Statements, Names,
    testing::Values(CheckCase{"Same",
                              "某某市东城区规划和自然资源局2024年度部门决算\n\n一、总体情况\n"
                              "某某市东城区规划和自然资源局2024年度收入总计5.00万元。\n",
                              1, 0},
                    CheckCase{"OtherConjunction",
                              "某某市东城区规划和自然资源局2024年度部门决算\n\n一、总体情况\n"
                              "某某市东城区规划和自然资源局2024年度收入总计5.00万元。\n"
                              "某某市东城区规划与自然资源局有车辆0辆。\n",
                              1, 1},
                    CheckCase{"DroppedPlace",
                              "某某市东城区规划和自然资源局2024年度部门决算\n\n一、总体情况\n"
                              "某某市规划和自然资源局2024年度部门决算表如下。\n",
                              1, 1},
                    CheckCase{"TheBodyAbove",
                              "某某市东城区规划和自然资源局2024年度部门决算\n\n一、总体情况\n"
                              "根据某某市规划和自然资源局关于印发办法的通知。\n",
                              1, 0},
                    CheckCase{"ShortName",
                              "某某市东城区规划和自然资源局2024年度部门决算\n\n一、总体情况\n"
                              "东城区规划和自然资源局2024年度收入总计5.00万元。\n",
                              1, 0}),
    [](const auto& one) { return one.param.name; });

TEST(Names, SaysWhichNameIsExpected) {
  const auto checks = checks_of(
      std::string(kTitle) + "一、总体情况\n某某市东城区规划与自然资源局有车辆0辆。\n", "name");
  ASSERT_EQ(count_of(checks, CheckStatus::fail), 1U);
  const Check& fail = *std::find_if(checks.begin(), checks.end(), [](const Check& one) {
    return one.status == CheckStatus::fail;
  });
  EXPECT_EQ(fail.message.zh,
            "名称不一致：此处为“某某市东城区规划与自然资源局”，应为“某某市东城区规划和自然资源局”");
  EXPECT_EQ(fail.severity, Severity::warning);
}

class Numbering : public testing::TestWithParam<CheckCase> {};

TEST_P(Numbering, RunsWithoutGapOrRepeat) {
  expect_checks(GetParam(), "numbering");
}

INSTANTIATE_TEST_SUITE_P(
    Statements, Numbering,
    testing::Values(
        CheckCase{"Runs", "一、收入情况\n甲。\n二、支出情况\n乙。\n三、结余情况\n丙。\n", 1, 0},
        CheckCase{"Repeats", "一、收入情况\n甲。\n二、支出情况\n乙。\n二、结余情况\n丙。\n", 0, 1},
        CheckCase{"FirstNumbersLost",
                  "三、支出情况\n乙。\n四、结余情况\n丙。\n五、采购情况\n丁。\n", 1, 0},
        CheckCase{"OneMissing", "一、收入情况\n甲。\n二、支出情况\n乙。\n四、结余情况\n丙。\n", 0,
                  1},
        CheckCase{"MissingOneRunsIn",
                  "一、收入情况\n甲。\n二、支出情况\n乙有三、结余情况。\n四、采购情况\n丙。\n", 0,
                  0}),
    [](const auto& one) { return one.param.name; });

class Enumerations : public testing::TestWithParam<CheckCase> {};

TEST_P(Enumerations, AreCounted) {
  expect_checks(GetParam(), "enumeration_count");
}

INSTANTIATE_TEST_SUITE_P(
    Statements, Enumerations,
    testing::Values(
        CheckCase{"ListBefore", "本局内设综合股、管理股、环境股3个股室。", 1, 0},
        CheckCase{"OneTooMany", "本局内设综合股、管理股、环境股4个股室。", 0, 1},
        CheckCase{"ListAfter", "下属事业单位3个，分别为：东街小学、西街小学、北街小学。", 1, 0},
        CheckCase{"ListAfterTooShort", "下属事业单位3个，分别为：东街小学、西街小学。", 0, 1},
        CheckCase{"JoinedByAnd", "下属事业单位3个，分别为：东街小学、西街小学和北街小学。", 1, 0},
        CheckCase{"NamesOfSeveralKinds",
                  "内设机构4个，分别是办公室、财务科、法规科（审批科）、监察室。", 1, 0},
        CheckCase{"NameMissing", "本局下设5个科室：办公室、财务科、法规科、监察室。", 0, 1},
        CheckCase{"NumeralInWords", "下设三个科室：办公室、财务科、法规科、监察室。", 0, 1},
        CheckCase{"AndMayJoinTwo", "下设4个科室：办公室、财务科、规划和信息室。", 0, 0},
        CheckCase{"AnotherList", "服务9个乡镇：办公室、财务科、监察室。", 0, 0},
        CheckCase{"NumberedBodies", "一、机构\n预算单位共2家，包括：\n1．县局本级\n2．县信息中心\n",
                  1, 0},
        CheckCase{"NumberedBodyMissing",
                  "一、机构\n预算单位共3家，包括：\n1．县局本级\n2．县信息中心\n", 0, 1},
        CheckCase{"BodiesOfSeveralKinds",
                  "一、机构\n行政单位1家，事业单位1家，包括：\n1．县局本级\n2．县信息中心\n", 0, 0},
        CheckCase{"WorksInOneBreath",
                  "一、工作\n做好三个方面的工作：一是加强监督；二是服务发展；三是规范管理。\n", 1,
                  0},
        CheckCase{"OneWorkTooMany",
                  "一、工作\n做好两个方面的工作：一是加强监督；二是服务发展；三是规范管理。\n", 0,
                  1},
        CheckCase{"LastBodyNotToldApart",
                  "一、机构\n预算单位共3家，包括：\n1．县局本级\n2．县信息中心和3．县档案馆\n", 0,
                  0},
        CheckCase{"OpenList", "本局下设综合股、管理股等5个股室。", 0, 0},
        CheckCase{"ItemsOfSeveralKinds", "本局下设办公室、支农支小科、中心5个机构。", 0, 0},
        CheckCase{"NumberInAName", "整治“群众最不满意的10件事”工作。", 0, 0}),
    [](const auto& one) { return one.param.name; });

class Prices : public testing::TestWithParam<CheckCase> {};

TEST_P(Prices, AreMultiplied) {
  expect_checks(GetParam(), "unit_price");
}

INSTANTIATE_TEST_SUITE_P(
    Statements, Prices,
    testing::Values(
        CheckCase{"PerHeadAndMonth", "按每人每月500元的标准，为120人发放12个月，共计72万元。", 1,
                  0},
        CheckCase{"Fails", "按每人每月500元的标准，为120人发放12个月，共计62万元。", 0, 1},
        CheckCase{"JustInsideTolerance",  // 500 is 499.5 to 500.5
                  "按每人每月500元的标准，为120人发放12个月，共计72.07万元。", 1, 0},
        CheckCase{"JustOutsideTolerance",
                  "按每人每月500元的标准，为120人发放12个月，共计72.08万元。", 0, 1},
        CheckCase{"QuantityFirst", "20个乡镇每个奖补1000万元，共2亿元。", 1, 0},
        CheckCase{"UnitPrice", "购置电脑20台，单价5000元，共计11万元。", 0, 1},
        CheckCase{"Average", "按人均1400元的标准补助46人，共计6.44万元。", 1, 0},
        CheckCase{"MonthsNotPrinted", "按每人每月500元的标准，为120人发放，共计72万元。", 0, 0},
        CheckCase{"SharedCost", "按每人每年500元的标准，为120人发放，市级承担资金3万元。", 0, 0},
        CheckCase{"OtherThings", "每户补助500元，惠及120人，共计72万元。", 0, 0},
        CheckCase{"ABound", "单价100万元以上设备2台，共计300万元。", 0, 0}),
    [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace gouji
