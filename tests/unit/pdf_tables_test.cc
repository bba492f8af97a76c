// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of PDF pages: cells, rows, and what stands around them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "unit/laid_out.h"

namespace gouji {
namespace {

using testing::ElementsAre;
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

struct GridCase {
  const char* name;
  Cells cells;
  std::vector<float> widths;
  std::vector<std::string> rows;
  int header_rows;
};

void PrintTo(const GridCase& tested, std::ostream* out) {
  *out << tested.name;
}

class GridTest : public testing::TestWithParam<GridCase> {};

TEST_P(GridTest, Reads) {
  const Grid grid = only_grid({page_with(GetParam().cells, GetParam().widths)});
  EXPECT_THAT(rows_of(grid), testing::ElementsAreArray(GetParam().rows));
  EXPECT_EQ(grid.header_rows, GetParam().header_rows);
}

INSTANTIATE_TEST_SUITE_P(
    All, GridTest,
    testing::Values(
        GridCase{"two_levels_of_header",
                 {{"收入", "<", "支出", "<"},
                  {"项目", "决算数", "项目", "决算数"},
                  {"一、财政拨款收入", "9746.50", "一、教育支出", ""}},
                 {120, 60, 120, 60},
                 {"收入{1x2}|支出{1x2}|", "项目|决算数|项目|决算数|",
                  "一、财政拨款收入|9746.50|一、教育支出||"},
                 2},
        GridCase{"labels_over_two_rows",
                 {{"项目", "<", "合计"}, {"编码", "名称", "^"}, {"208", "社会保障", "1.20"}},
                 {60, 120, 60},
                 {"项目{1x2}|合计{2x1}|", "编码|名称|", "208|社会保障|1.20|"},
                 2},
        GridCase{"a_row_that_counts_the_columns",
                 {{"项目", "小计", "合计"}, {"栏次", "1", "2"}, {"教育", "3.50", "4.50"}},
                 {120, 60, 60},
                 {"项目|小计|合计|", "栏次|1|2|", "教育|3.50|4.50|"},
                 1},
        GridCase{"words_only",
                 {{"序号", "单位名称", "备注"}, {"一", "某某局", ""}, {"二", "某某中心", ""}},
                 {60, 120, 60},
                 {"序号|单位名称|备注|", "一|某某局||", "二|某某中心||"},
                 1},
        GridCase{"wrapped_and_spread_print",
                 {{"合 计", "一般公共预算财政拨款支出决算", "5, 221. 79"}, {"其 他", "无", "0"}},
                 {80, 60, 80},
                 {"合计|一般公共预算财政拨款支出决算|5,221.79|", "其他|无|0|"},
                 0}),
    [](const auto& test) { return test.param.name; });

TEST(RowsWithoutRulings, AreToldByTheirNumbers) {
  PageBuilder builder;
  builder.size(9);
  for (const float y : {100.0F, 124.0F, 226.0F}) builder.horizontal(y, 60, 400);
  for (const float x : {60.0F, 240.0F, 320.0F, 400.0F}) builder.vertical(x, 100, 226);
  builder.text(130, 115, "项目").text(260, 115, "预算数").text(340, 115, "决算数");
  builder.text(64, 136, "一、税收收入").text(250, 136, "523").text(330, 136, "522");
  builder.text(73, 150, "增值税").text(250, 150, "192").text(330, 150, "202");
  // A label over two lines, its numbers half-way between them.
  builder.text(73, 164, "国有土地使用权出让收入安排的支").text(73, 174, "出");
  builder.text(250, 169, "1,606.5").text(330, 169, "1,606.0");
  builder.text(64, 188, "二、非税收入");
  builder.text(73, 202, "合计").text(250, 202, "715").text(330, 202, "—");
  const Grid grid = only_grid({builder.build()});
  EXPECT_THAT(rows_of(grid),
              ElementsAre("项目|预算数|决算数|", "一、税收收入|523|522|", "增值税|192|202|",
                          "国有土地使用权出让收入安排的支出|1,606.5|1,606.0|", "二、非税收入|||",
                          "合计|715|—|"));
  EXPECT_EQ(grid.header_rows, 1);
}

TEST(RowsWithoutRulings, ALabelInTheMiddleSpansItsRows) {
  PageBuilder builder;
  builder.size(9);
  for (const float y : {100.0F, 160.0F}) builder.horizontal(y, 60, 400);
  for (const float x : {60.0F, 240.0F, 320.0F, 400.0F}) builder.vertical(x, 100, 160);
  builder.text(64, 133, "专项债券");
  for (int i = 0; i < 3; ++i) {
    const float y = 114 + 19 * static_cast<float>(i);
    builder.text(260, y, std::to_string(10 * (i + 1))).text(340, y, "2.9" + std::to_string(i));
  }
  EXPECT_THAT(rows_of(only_grid({builder.build()})),
              ElementsAre("专项债券{3x1}|10|2.90|", "20|2.91|", "30|2.92|"));
}

TEST(NoteMarks, SetHighBehindANumberAreReadBehindIt) {
  PageBuilder builder;
  builder.size(11).grid(60, 100, {120, 100}, {24, 24}, {{"项目", "金额"}, {"收入", ""}});
  builder.text(190, 140, "26,932,005").size(9).text(246, 131.5F, "③");
  EXPECT_THAT(rows_of(only_grid({builder.build()})),
              ElementsAre("项目|金额|", "收入|26,932,005③|"));
}

TEST(NoteMarks, SetAboveTheLineOfTheirNumberAreReadBehindIt) {
  PageBuilder builder;
  builder.size(11).grid(60, 100, {120, 100}, {24, 36}, {{"项目", "金额"}, {"收入", ""}});
  builder.text(190, 155, "2,185,666").size(9).text(246, 138, "④");
  EXPECT_THAT(rows_of(only_grid({builder.build()})), ElementsAre("项目|金额|", "收入|2,185,666④|"));
}

TEST(RowsWithoutRulings, ANumberBrokenInsideAGroupOfDigitsIsOne) {
  PageBuilder builder;
  builder.size(9).grid(60, 100, {80, 80}, {24, 36}, {{"项目", "金额"}, {"股票", ""}});
  builder.text(145, 136, "859,452,0").text(145, 150, "65.25");
  EXPECT_THAT(rows_of(only_grid({builder.build()})),
              ElementsAre("项目|金额|", "股票|859,452,065.25|"));
}

TEST(RowsWithoutRulings, ALastDecimalOnALineOfItsOwnBelongsToItsNumber) {
  PageBuilder builder;
  builder.size(9).grid(60, 100, {80, 80}, {24, 36}, {{"项目", "金额"}, {"股票", ""}});
  builder.text(145, 136, "89,276,422.8").text(205, 150, "3");
  EXPECT_THAT(rows_of(only_grid({builder.build()})),
              ElementsAre("项目|金额|", "股票|89,276,422.83|"));
}

TEST(RowsWithoutRulings, AWrappedNumberIsOne) {
  const Grid grid =
      only_grid({page_with({{"项目", "金额"}, {"合计", "123,456,789.00"}}, {100, 45})});
  EXPECT_THAT(rows_of(grid), ElementsAre("项目|金额|", "合计|123,456,789.00|"));
}

/// A three-line table: rules at y, a header and rows of label, unit and number.
PageBuilder& three_lines(PageBuilder& builder, float y, int first, int rows, bool head, bool foot) {
  builder.size(11);
  if (head) {
    builder.horizontal(y, 80, 500, 1.5F).horizontal(y + 20, 80, 500, 0.75F);
    builder.text(110, y + 14, "产品名称").text(250, y + 14, "单位").text(400, y + 14, "产量");
    y += 20;
  }
  for (int i = 0; i < rows; ++i) {
    const float line = y + 15 + 19 * static_cast<float>(i);
    builder.text(90, line, "产品" + std::string(static_cast<std::size_t>(first + i) % 3, 'A'));
    builder.text(250, line, "万吨").right_aligned(430, line, std::to_string(1000 + first + i));
  }
  if (foot) builder.horizontal(y + 19 * static_cast<float>(rows) + 3, 80, 500, 1.5F);
  return builder;
}

TEST(HorizontalRulesOnly, ColumnsStandInTheWhite) {
  PageBuilder builder;
  builder.text(90, 60, "全年主要产品产量稳定增长，详见下表所列各项数据，与上年口径一致。");
  const Grid grid = only_grid({three_lines(builder, 100, 1, 4, true, true).build()});
  EXPECT_THAT(rows_of(grid),
              ElementsAre("产品名称|单位|产量|", "产品A|万吨|1001|", "产品AA|万吨|1002|",
                          "产品|万吨|1003|", "产品A|万吨|1004|"));
  EXPECT_EQ(grid.header_rows, 1);
}

TEST(HorizontalRulesOnly, APartOverleafIsJoined) {
  PageBuilder first;
  three_lines(first, 650, 1, 6, true, false);
  PageBuilder second(595, 842, 2);
  three_lines(second, 72, 7, 3, false, true);
  second.size(12).text(90, 300, "全年服务业增加值增长百分之五，高于上年同期水平，结构继续优化。");
  const Grid grid = only_grid({first.build(), second.build()});
  EXPECT_EQ(grid.rows, 10);
  EXPECT_EQ(rows_of(grid).back(), "产品|万吨|1009|");
}

TEST(HorizontalRulesOnly, WordsOverTwoColumns) {
  PageBuilder builder;
  builder.size(11).horizontal(100, 80, 500, 1.5F).horizontal(140, 80, 500).horizontal(200, 80, 500);
  builder.text(110, 125, "指标").centred(300, 114, "城镇居民").centred(440, 114, "农村居民");
  const float middles[] = {270, 330, 410, 470};
  const char* words[] = {"绝对数", "增长", "绝对数", "增长"};
  const char* rows[][4] = {{"39,816", "5.3", "20,314", "7.6"}, {"23,174", "5.6", "8,126", "8.9"}};
  for (int i = 0; i < 4; ++i) {
    builder.centred(middles[i], 134, words[i]);
    for (int r = 0; r < 2; ++r) {
      builder.centred(middles[i], 160 + 20 * static_cast<float>(r), rows[r][i]);
    }
  }
  builder.text(90, 160, "可支配收入").text(90, 180, "工资性收入");
  const Grid grid = only_grid({builder.build()});
  EXPECT_THAT(rows_of(grid),
              ElementsAre("指标{2x1}|城镇居民{1x2}|农村居民{1x2}|", "绝对数|增长|绝对数|增长|",
                          "可支配收入|39,816|5.3|20,314|7.6|", "工资性收入|23,174|5.6|8,126|8.9|"));
  EXPECT_EQ(grid.header_rows, 2);
}

TEST(HorizontalRulesOnly, ProseBetweenRulesIsNoTable) {
  const Page page = PageBuilder()
                        .horizontal(90, 80, 500)
                        .text(90, 110, "某某市人民政府办公室文件")
                        .horizontal(120, 80, 500)
                        .text(90, 140, "各区人民政府，各部门、各直属机构：现将有关事项通知如下。")
                        .horizontal(160, 80, 500)
                        .build();
  EXPECT_TRUE(lay_out({page}).tables.grids.empty());
}

TEST(RowsWithoutRulings, AHeaderSetOffByAFill) {
  PageBuilder builder;
  builder.size(9);
  for (const float y : {100.0F, 136.0F, 154.0F}) builder.horizontal(y, 60, 400);
  for (const float x : {60.0F, 240.0F, 320.0F, 400.0F}) builder.vertical(x, 100, 154);
  builder.text(130, 113, "项目").text(260, 113, "2022年").text(340, 113, "2023年");
  builder.text(64, 130, "教育支出").text(260, 130, "92.79").text(340, 130, "91.88");
  builder.text(64, 149, "科学技术支出").text(260, 149, "12.10").text(340, 149, "13.20");
  EXPECT_THAT(
      rows_of(only_grid({builder.build()})),
      ElementsAre("项目|2022年|2023年|", "教育支出|92.79|91.88|", "科学技术支出|12.10|13.20|"));
}

TEST(Around, CaptionUnitNotesAndKind) {
  const Page page =
      PageBuilder()
          .text(90, 60, "下面是各表的总体情况说明，请一并参阅，并与文字部分互相对照。")
          .size(14)
          .centred(240, 90, "收入支出决算总表")
          .size(9)
          .text(60, 110, "编制单位：某某局")
          .right_aligned(420, 110, "金额单位：万元")
          .grid(60, 120, {120, 60, 120, 60}, {24, 24, 24},
                {{"收入", "<", "支出", "<"},
                 {"项目", "决算数", "项目", "决算数"},
                 {"一、财政拨款收入", "9746.50", "一、教育支出", ""}})
          .text(60, 210, "注：本表反映部门本年度的总收支。")
          .build();
  const auto laid_out = lay_out({page});
  ASSERT_EQ(laid_out.tables.grids.size(), 1U);
  const Grid& grid = laid_out.tables.grids[0];
  EXPECT_EQ(grid.caption, "收入支出决算总表");
  EXPECT_EQ(grid.unit, "万元");
  EXPECT_EQ(grid.kind, "summary_income_expenditure");
  EXPECT_THAT(grid.notes, ElementsAre("注：本表反映部门本年度的总收支。"));
  EXPECT_NEAR(grid.at.boxes[0].y1, 92, 2);
  EXPECT_THAT(laid_out.tables.roles,
              ElementsAre(TableRole::none, TableRole::caption, TableRole::unit, TableRole::none,
                          TableRole::note));
}

TEST(Around, CaptionAndUnitAtTheFootOfThePageBefore) {
  const Page first =
      PageBuilder()
          .text(90, 60, "下面是各表的总体情况说明，请一并参阅，并与文字部分互相对照。")
          .size(14)
          .centred(240, 700, "基本支出预算表")
          .size(9)
          .text(60, 720, "部门：某某局")
          .right_aligned(420, 720, "单位：万元")
          .build();
  const Grid grid =
      only_grid({first, page_with({{"科目", "金额"}, {"合计", "1.20"}, {"津贴", "1.20"}},
                                  {180, 180}, 2, 60)});
  EXPECT_EQ(grid.caption, "基本支出预算表");
  EXPECT_EQ(grid.unit, "万元");
}

TEST(Around, ANumberedTitleAndTheUnitOnOneLine) {
  const Page page =
      PageBuilder()
          .text(60, 90, "下面是各项目变动的情况及其原因，请与文字部分一并参阅。")
          .size(9)
          .text(60, 110, "1、资产项目变动的情况")
          .right_aligned(420, 110, "单位：人民币元")
          .grid(60, 120, {180, 180}, {24, 24}, {{"项目", "金额"}, {"货币资金", "1.20"}})
          .build();
  const Grid grid = only_grid({page});
  EXPECT_EQ(grid.caption, "1、资产项目变动的情况");
  EXPECT_EQ(grid.unit, "元");
}

TEST(Around, ACaptionAsWideAsItsTableIsOneThoughItStandsAboveEachPart) {
  std::vector<Page> pages;
  for (int number = 1; number <= 3; ++number) {
    PageBuilder builder(595, 842, number);
    builder.size(10)
        .text(96, 70, "表31")
        .size(20)
        .text(96, 100, "某某省地方政府债券分批次发行情况表");
    builder.size(9).grid(96, 120, {100, 240}, {24, 24},
                         {{"日期", "发行量"}, {std::to_string(number) + "月", "1.20"}});
    pages.push_back(builder.build());
  }
  const Grid grid = only_grid(pages);
  EXPECT_EQ(grid.caption, "某某省地方政府债券分批次发行情况表");
  EXPECT_EQ(grid.rows, 4);
}

TEST(Around, AHeadlineAboveAUnitThatIsNoMoney) {
  const Page page =
      PageBuilder()
          .text(60, 60, "年末共有医院十六个，其中专科医院二个，乡镇卫生院一百三十八个。")
          .size(16)
          .font(1, true)
          .text(60, 90, "床位数和技术人员数")
          .size(9)
          .right_aligned(420, 110, "单位：张、人")
          .grid(60, 120, {180, 180}, {24, 24}, {{"年份", "床位数"}, {"2020年", "3031"}})
          .build();
  const Grid grid = only_grid({page});
  EXPECT_EQ(grid.caption, "床位数和技术人员数");
  EXPECT_FALSE(grid.unit);
}

TEST(Around, TheUnitOnALineOfItsOwnInTheHeadIsNoLabel) {
  PageBuilder builder;
  builder.size(9).grid(60, 100, {120, 100}, {36, 24}, {{"项目", ""}, {"债务余额", "3.20"}});
  builder.right_aligned(278, 112, "单位：亿元").text(200, 128, "执行数");
  const Grid grid = only_grid({builder.build()});
  EXPECT_THAT(rows_of(grid), ElementsAre("项目|执行数|", "债务余额|3.20|"));
  EXPECT_EQ(grid.unit, "亿元");
}

TEST(Around, TheUnitThatTheLabelOfAColumnNamesStays) {
  const Grid grid =
      only_grid({page_with({{"项目", "金额（单位：万元）"}, {"债务余额", "3.20"}}, {120, 140})});
  EXPECT_THAT(rows_of(grid), ElementsAre("项目|金额（单位：万元）|", "债务余额|3.20|"));
}

TEST(Around, AnEmptyLatticeIsNoTableButToldOf) {
  const auto laid_out = lay_out({PageBuilder()
                                     .text(60, 60, "正文")
                                     .grid(60, 120, {80, 80}, {24, 24}, {{"", ""}, {"", ""}})
                                     .build()});
  EXPECT_TRUE(laid_out.tables.grids.empty());
  ASSERT_EQ(laid_out.tables.problems.size(), 1U);
  EXPECT_EQ(laid_out.tables.problems[0].code, "empty_table");
  EXPECT_EQ(laid_out.tables.grid_of_region, std::vector<int>{-1});
}

TEST(Cells, PlaceIsTheBoxOfTheCell) {
  const Grid grid = only_grid({page_with({{"项目", "金额"}, {"合计", "1.20"}}, {100, 60}, 3)});
  EXPECT_EQ(grid.cells[3].at.unit, 3);
  EXPECT_EQ(grid.cells[3].at.boxes[0], (Box{160, 144, 220, 168}));
}

}  // namespace
}  // namespace gouji
