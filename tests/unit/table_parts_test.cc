// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that run over several pages: what is one table, and rows broken by the page end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "unit/laid_out.h"

namespace gouji {
namespace {

using testing::ElementsAre;
using testing::Pair;
using testing_support::lay_out;
using testing_support::rows_of;
using Cells = std::vector<std::vector<std::string>>;

Page page_with(const Cells& cells, std::vector<float> widths, int number = 1, float y = 120) {
  return PageBuilder(595, 842, number)
      .size(9)
      .grid(60, y, widths, std::vector<float>(cells.size(), 24), cells)
      .build();
}

Grid only_grid(const std::vector<Page>& pages) {
  auto laid_out = lay_out(pages);
  EXPECT_EQ(laid_out.tables.grids.size(), 1U);
  return laid_out.tables.grids.empty() ? Grid() : std::move(laid_out.tables.grids[0]);
}

const Cells kHeadAndRows = {
    {"编码", "科目", "决算数"}, {"208", "社会保障", "1.20"}, {"20805", "养老", "0.80"}};

TEST(Parts, WithoutRepeatedHeader) {
  const Page first = page_with(kHeadAndRows, {80, 200, 80}, 1, 600);
  const Page second =
      page_with({{"210", "卫生健康", "3.00"}, {"合计", "<", "4.20"}}, {80, 200, 80}, 2, 72);
  const Grid grid = only_grid({first, second});
  EXPECT_THAT(rows_of(grid),
              ElementsAre("编码|科目|决算数|", "208|社会保障|1.20|", "20805|养老|0.80|",
                          "210|卫生健康|3.00|", "合计{1x2}|4.20|"));
  EXPECT_EQ(grid.pages, std::make_pair(1, 2));
}

TEST(Parts, RepeatedHeaderIsDropped) {
  const Page first = page_with(kHeadAndRows, {80, 200, 80}, 1, 600);
  const Page second =
      page_with({{"编码", "科目", "决算数"}, {"210", "卫生健康", "3.00"}}, {80, 200, 80}, 2, 72);
  const auto laid_out = lay_out({first, second});
  ASSERT_EQ(laid_out.tables.grids.size(), 1U);
  EXPECT_EQ(laid_out.tables.grids[0].rows, 4);
  ASSERT_EQ(laid_out.tables.problems.size(), 1U);
  const Problem& problem = laid_out.tables.problems[0];
  EXPECT_EQ(problem.code, "repeated_header_left_out");
  EXPECT_EQ(problem.severity, Severity::info);
  EXPECT_EQ(problem.at.unit, 2);
  EXPECT_THAT(problem.arguments, ElementsAre(Pair("rows", "1"), Pair("lines", "0")));
}

TEST(Parts, ATotalAloneWithMergedColumns) {
  const Page first = page_with(kHeadAndRows, {80, 200, 80}, 1, 600);
  const Page second = page_with({{"合计", "4.20"}}, {280, 80}, 2, 72);
  const Grid grid = only_grid({first, second});
  EXPECT_EQ(grid.columns, 3);
  EXPECT_EQ(rows_of(grid).back(), "合计{1x2}|4.20|");
}

TEST(Parts, ARowBrokenByThePageEndIsMended) {
  const Page first = page_with({{"编码", "科目", "决算数"}, {"208", "社会保障和就", "1.20"}},
                               {80, 200, 80}, 1, 600);
  const Page second =
      page_with({{"", "业支出", ""}, {"210", "卫生健康", "3.00"}}, {80, 200, 80}, 2, 72);
  EXPECT_THAT(
      rows_of(only_grid({first, second})),
      ElementsAre("编码|科目|决算数|", "208|社会保障和就业支出|1.20|", "210|卫生健康|3.00|"));
}

TEST(Parts, ALabelBrokenByThePageEndIsMendedInTheFirstColumnWhereItFilledItsCell) {
  const auto rows = [](const char* label, const char* rest) {
    const Page first =
        page_with({{"科目", "决算数"}, {"教育支出", "3.20"}, {label, "1.20"}}, {85, 80}, 1, 600);
    const Page second =
        page_with({{"科目", "决算数"}, {rest, ""}, {"支出总计", "9.00"}}, {85, 80}, 2, 72);
    return rows_of(only_grid({first, second}));
  };
  EXPECT_THAT(rows("政府性基金预算收", "入小计"),
              ElementsAre("科目|决算数|", "教育支出|3.20|", "政府性基金预算收入小计|1.20|",
                          "支出总计|9.00|"));
  EXPECT_THAT(rows("基金预算收入", "补助收入"),
              ElementsAre("科目|决算数|", "教育支出|3.20|", "基金预算收入|1.20|", "补助收入||",
                          "支出总计|9.00|"));
  EXPECT_THAT(rows("政府性基金预算收", "四、转移性收入"),
              ElementsAre("科目|决算数|", "教育支出|3.20|", "政府性基金预算收|1.20|",
                          "四、转移性收入||", "支出总计|9.00|"));
}

TEST(Parts, SentencesBrokenByThePageEndAreMendedInTheFirstColumnWhereTheyFilledIt) {
  const auto rows = [](const char* rest) {
    const Page first =
        page_with({{"任务", "金额"}, {"改造供水管网，完成污", "1.20"}}, {100, 80}, 1, 600);
    const Page second = page_with({{rest, ""}, {"支出总计", "9.00"}}, {100, 80}, 2, 72);
    return only_grid({first, second}).rows;
  };
  EXPECT_EQ(rows("水管改造。目标：达标"), 3);
  EXPECT_EQ(rows("目标：达标。"), 4);
  EXPECT_EQ(rows("（一）改造。"), 4);
  EXPECT_EQ(rows("2.改造，达标"), 4);
}

TEST(Parts, TheRunningHeadOfTwoPagesPartsNoTable) {
  const auto tables = [](const char* first, const char* head, float y) {
    PageBuilder builder(595, 842, 1);
    builder.centred(297, 40, first).text(60, 100, "收入情况如下。");
    builder.size(9).grid(60, 600, {80, 200, 80}, {24, 24, 24}, kHeadAndRows);
    PageBuilder next(595, 842, 2);
    next.centred(297, y, head).size(9);
    next.grid(60, 72, {80, 200, 80}, {24}, {{"210", "卫生健康", "3.00"}});
    return lay_out({builder.build(), next.build()}).tables.grids.size();
  };
  EXPECT_EQ(tables("部门决算公开资料", "部门决算公开资料", 40), 1U);
  EXPECT_EQ(tables("部门决算公开资料", "部门决算公开资料", 60), 2U);
  EXPECT_EQ(tables("部门决算公开资料", "支出情况", 40), 2U);
  EXPECT_EQ(tables("注：未经审计。", "注：未经审计。", 40), 2U);
}

TEST(Parts, ANumberBrokenByThePageEndIsMended) {
  const Page first = page_with(
      {{"项目", "股本", "余额"}, {"上年余额", "864,948,5", "10,772,578,4"}}, {120, 60, 80}, 1, 600);
  const Page second =
      page_with({{"", "70.00", "38.11"}, {"本年余额", "1.20", "3.00"}}, {120, 60, 80}, 2, 72);
  EXPECT_THAT(rows_of(only_grid({first, second})),
              ElementsAre("项目|股本|余额|", "上年余额|864,948,570.00|10,772,578,438.11|",
                          "本年余额|1.20|3.00|"));
}

TEST(Parts, WordsBrokenByThePageEndAreMendedWhereTheirCellWasFull) {
  const Page first =
      page_with({{"简称", "含义"}, {"某某公司", "某某医药科技有限公"}}, {80, 90}, 1, 600);
  const Page full = page_with({{"", "司"}, {"某某局", "某某管理局"}}, {80, 90}, 2, 72);
  EXPECT_THAT(rows_of(only_grid({first, full})),
              ElementsAre("简称|含义|", "某某公司|某某医药科技有限公司|", "某某局|某某管理局|"));
}

TEST(Parts, ALabelBelowAMergedKeyIsARowOfItsOwn) {
  const Page first = page_with(
      {{"类别", "项目", "金额"}, {"专户资金", "小计", "1.20"}, {"^", "专户管理教育收费", ""}},
      {80, 80, 60}, 1, 600);
  const Page second =
      page_with({{"", "其他收入", ""}, {"其他资金", "小计", "1.20"}}, {80, 80, 60}, 2, 72);
  EXPECT_EQ(only_grid({first, second}).rows, 5);
}

TEST(Parts, ARowWithPartsGoesOnOverThePageEnd) {
  const Page first = page_with({{"序号", "文件", "金额", "单位", "安排"},
                                {"34", "关于下达综合改革转移", "2,186", "甲区", "1,072"}},
                               {40, 100, 60, 80, 60}, 1, 600);
  const Page second = page_with({{"", "支付预算的通知", "", "乙区", "1,114"},
                                 {"35", "关于下达补助的通知", "200", "乙区", "200"}},
                                {40, 100, 60, 80, 60}, 2, 72);
  EXPECT_THAT(rows_of(only_grid({first, second})),
              ElementsAre("序号|文件|金额|单位|安排|",
                          "34{2x1}|关于下达综合改革转移支付预算的通知{2x1}|2,186{2x1}|甲区|1,072|",
                          "乙区|1,114|", "35|关于下达补助的通知|200|乙区|200|"));
}

TEST(Parts, AMergedLabelGoesOnOverThePageEnd) {
  const Page first =
      page_with({{"类别", "指标", "数量"}, {"", "受理", "21"}}, {80, 200, 80}, 1, 600);
  const Page second =
      page_with({{"三、办理结果", "公开", "4"}, {"^", "不予公开", "1"}}, {80, 200, 80}, 2, 72);
  EXPECT_THAT(
      rows_of(only_grid({first, second})),
      ElementsAre("类别|指标|数量|", "三、办理结果{3x1}|受理|21|", "公开|4|", "不予公开|1|"));
}

struct FollowingCase {
  const char* name;
  std::vector<const char*> above;  ///< lines above the first table
  float y;                         ///< of the first table; it takes 72 points
  std::vector<const char*> between;
  Cells second;
  bool across;  ///< the second page lies across
  std::size_t tables;
};

void PrintTo(const FollowingCase& tested, std::ostream* out) {
  *out << tested.name;
}

class FollowingTest : public testing::TestWithParam<FollowingCase> {};

PageBuilder with_lines(PageBuilder builder, const std::vector<const char*>& lines, float y) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    builder.text(60, y - 40 * static_cast<float>(lines.size() - i), lines[i]);
  }
  return builder.size(9);
}

TEST_P(FollowingTest, TheSameHeadOverleaf) {
  const FollowingCase& c = GetParam();
  const std::vector<float> widths = {80, 200, 80};
  const Page first = with_lines(PageBuilder(595, 842, 1), c.above, c.y)
                         .grid(60, c.y, widths, {24, 24, 24}, kHeadAndRows)
                         .build();
  PageBuilder page = c.across ? PageBuilder(842, 595, 2) : PageBuilder(595, 842, 2);
  const Page second = with_lines(page, c.between, 130)
                          .grid(60, 130, widths, std::vector<float>(c.second.size(), 24), c.second)
                          .build();
  EXPECT_EQ(lay_out({first, second}).tables.grids.size(), c.tables);
}

const Cells kHeadAndMore = {{"编码", "科目", "决算数"}, {"210", "卫生健康", "3.00"}};

INSTANTIATE_TEST_SUITE_P(
    All, FollowingTest,
    testing::Values(
        FollowingCase{"down_to_the_foot", {}, 620, {}, kHeadAndMore, false, 1},
        FollowingCase{"there_was_room", {}, 420, {}, kHeadAndMore, false, 2},
        FollowingCase{"there_was_room_and_codes_are_no_count",
                      {},
                      420,
                      {},
                      {{"编码", "科目", "决算数"}, {"20806", "抚恤", "3.00"}},
                      false,
                      2},
        FollowingCase{"the_page_was_turned", {}, 420, {}, kHeadAndMore, true, 1},
        FollowingCase{"the_unit_again_at_the_foot",
                      {"收入决算表", "单位：万元"},
                      620,
                      {"单位：万元"},
                      kHeadAndMore,
                      false,
                      1},
        FollowingCase{
            "the_unit_again_and_room", {"单位：万元"}, 420, {"单位：万元"}, kHeadAndMore, false, 2},
        FollowingCase{"another_unit", {"单位：万元"}, 620, {"单位：元"}, kHeadAndMore, false, 2},
        FollowingCase{"caption_again_and_room",
                      {"收入决算表", "单位：万元"},
                      420,
                      {"收入决算表", "单位：万元"},
                      kHeadAndMore,
                      false,
                      1},
        FollowingCase{"the_same_form_of_another_office",
                      {"收入决算表", "编制单位：某市财政局"},
                      620,
                      {"收入决算表", "编制单位：某市水利局"},
                      kHeadAndMore,
                      false,
                      2},
        FollowingCase{
            "the_first_row_anew",
            {},
            620,
            {},
            {{"编码", "科目", "决算数"}, {"208", "社会保障", "7.00"}, {"20805", "养老", "3.00"}},
            false,
            2},
        FollowingCase{
            "the_first_row_alike",
            {},
            620,
            {},
            {{"编码", "科目", "决算数"}, {"208", "社会保障", "7.00"}, {"210", "卫生", "3"}},
            false,
            1}),
    [](const auto& test) { return test.param.name; });

TEST(Parts, ACountThatGoesOnBelowRoomIsOneTable) {
  const std::vector<float> widths = {80, 200, 80};
  const Page first = page_with({{"序号", "项目", "金额"}, {"1", "养老", "1.20"}}, widths, 1, 400);
  const auto tables = [&](const char* number) {
    const Page second =
        page_with({{"序号", "项目", "金额"}, {number, "卫生", "3.00"}}, widths, 2, 72);
    return lay_out({first, second}).tables.grids.size();
  };
  EXPECT_EQ(tables("2"), 1U);
  EXPECT_EQ(tables("3"), 2U);
  EXPECT_EQ(tables("1"), 2U);
}

struct ApartCase {
  const char* name;
  Cells second;
  std::vector<float> widths;
  const char* line_between;
};

void PrintTo(const ApartCase& tested, std::ostream* out) {
  *out << tested.name;
}

class ApartTest : public testing::TestWithParam<ApartCase> {};

TEST_P(ApartTest, TwoTablesStayTwo) {
  const ApartCase& c = GetParam();
  const Page first = page_with(kHeadAndRows, {80, 200, 80}, 1, 600);
  PageBuilder builder(595, 842, 2);
  if (c.line_between[0] != '\0') builder.text(60, 60, c.line_between);
  builder.size(9).grid(60, 72, c.widths, std::vector<float>(c.second.size(), 24), c.second);
  EXPECT_EQ(lay_out({first, builder.build()}).tables.grids.size(), 2U);
}

INSTANTIATE_TEST_SUITE_P(
    All, ApartTest,
    testing::Values(
        ApartCase{"other_columns", {{"项目", "金额"}, {"教育", "1.00"}}, {130, 230}, ""},
        ApartCase{"a_caption_between", {{"210", "卫生健康", "3.00"}}, {80, 200, 80}, "支出决算表"},
        ApartCase{
            "a_sentence_between", {{"210", "卫生健康", "3.00"}}, {80, 200, 80}, "注：单位为万元。"},
        ApartCase{"another_header",
                  {{"编号", "项目", "预算数"}, {"1", "信息化", "3.00"}},
                  {80, 200, 80},
                  ""},
        ApartCase{"a_title_of_its_own",
                  {{"项目支出表", "<", "<"}, {"1", "信息化", "3.00"}},
                  {80, 200, 80},
                  ""}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace gouji
