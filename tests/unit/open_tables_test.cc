// SPDX-License-Identifier: GPL-3.0-or-later
// Tables whose cells no rulings close: where they begin and end, their labels, their parts
// overleaf.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "unit/laid_out.h"

namespace gouji {
namespace {

using testing::ElementsAre;
using testing_support::lay_out;
using testing_support::spaced_rows_of;

/// "3x4 5x2": rows × columns of the tables of some pages.
std::string shapes_of(const std::vector<Page>& pages) {
  std::string shapes;
  for (const Grid& grid : lay_out(pages).tables.grids) {
    shapes += fmt::format("{}{}x{}", shapes.empty() ? "" : " ", grid.rows, grid.columns);
  }
  return shapes;
}

/// A label at the left, the rest centred on columns 90 points apart.
void print_row(PageBuilder& page, float y, const std::string& label,
               const std::vector<std::string>& cells) {
  if (!label.empty()) page.text(90, y, label);
  float middle = 260;
  for (const std::string& cell : cells) {
    if (!cell.empty()) page.centred(middle, y, cell);
    middle += 90;
  }
}

/// Three rows from y on.
void print_rows(PageBuilder& page, float y) {
  print_row(page, y, "粮食", {"128.46", "1.8"});
  print_row(page, y + 16, "油料", {"9.73", "-3.6"});
  print_row(page, y + 32, "蔬菜", {"4.10", "0.2"});
}

/// Header and three rows from y on.
void print_table(PageBuilder& page, float y) {
  print_row(page, y, "指标", {"绝对数", "增长"});
  print_rows(page, y + 16);
}

TEST(OpenTables, WhatStandsBetweenTwoPartsThem) {
  const struct {
    const char* what;
    float size, x;
    std::vector<std::string> texts;
    const char* shapes;
  } cases[] = {
      {"a caption in larger print", 13, 180, {"主要产品产量"}, "4x3 4x3"},
      {"a caption of two parts", 13, 180, {"表8", "主要产品产量"}, "4x3 4x3"},
      {"one sentence", 10, 110, {"部分数据因四舍五入存在尾差。"}, "4x3 4x3"},
      {"fields", 10, 90, {"编制单位：某某局", "单位：万元"}, "4x3 4x3"},
  };
  for (const auto& test : cases) {
    PageBuilder page;
    page.size(10);
    print_table(page, 100);
    page.size(test.size).text(test.x, 166, test.texts[0]);
    const float behind = test.size > 10 ? 40 : 250;
    if (test.texts.size() > 1) page.text(test.x + behind, 166, test.texts[1]);
    page.size(10);
    print_table(page, 184);
    EXPECT_EQ(shapes_of({page.build()}), test.shapes) << test.what;
  }
}

TEST(OpenTables, ALabelWithoutNumbersPartsNoTable) {
  PageBuilder page;
  page.size(10);
  print_table(page, 100);
  page.text(90, 164, "其中：杂粮");
  print_rows(page, 180);
  EXPECT_EQ(shapes_of({page.build()}), "8x3");
}

TEST(OpenTables, TheHeaderAgainOpensATableOfTheSameForm) {
  PageBuilder page;
  page.size(10);
  print_table(page, 100);
  print_table(page, 174);
  EXPECT_EQ(shapes_of({page.build()}), "4x3 4x3");

  PageBuilder halves;
  halves.size(10);
  print_table(halves, 100);
  print_table(halves, 164);
  EXPECT_EQ(shapes_of({halves.build()}), "8x3");
}

TEST(OpenTables, ASpreadLabelAloneAtTheHeadOfAPageIsOneColumn) {
  PageBuilder page;
  page.size(10).text(90, 60, "合").text(120, 60, "计");
  page.centred(260, 60, "142.29").centred(350, 60, "0.4");
  page.horizontal(48, 88, 400).horizontal(66, 88, 400);
  EXPECT_EQ(shapes_of({page.build()}), "1x3");
}

struct LoneCase {
  const char* name;
  float y;       ///< of the table's head on the first page
  bool header;   ///< is the header printed again?
  float number;  ///< middle of the first number
  const char* label;
  const char* shapes;
};

void PrintTo(const LoneCase& tested, std::ostream* out) {
  *out << tested.name;
}

class LoneRowTest : public testing::TestWithParam<LoneCase> {};

TEST_P(LoneRowTest, OnThePageBehindTheTable) {
  const LoneCase& c = GetParam();
  PageBuilder first(595, 842, 1);
  first.size(10);
  print_table(first, c.y);
  PageBuilder second(595, 842, 2);
  second.size(10);
  if (c.header) print_row(second, 60, "指标", {"绝对数", "增长"});
  second.text(90, 76, c.label).centred(c.number, 76, "142.29").centred(350, 76, "0.4");
  EXPECT_EQ(shapes_of({first.build(), second.build()}), c.shapes);
}

INSTANTIATE_TEST_SUITE_P(
    All, LoneRowTest,
    testing::Values(LoneCase{"alone", 730, false, 260, "合计", "5x3"},
                    LoneCase{"below_its_header", 730, true, 260, "合计", "5x3"},
                    LoneCase{"spread", 730, false, 260, "合  计", "5x3"},
                    LoneCase{"the_page_had_room", 300, false, 260, "合计", "4x3"},
                    LoneCase{"beside_the_column", 730, false, 230, "合计", "4x3"},
                    LoneCase{"a_number_first", 730, false, 260, "12", "4x3"}),
    [](const auto& test) { return test.param.name; });

TEST(OpenTables, AUnitAtTheRightAboveLabelsPartsTables) {
  PageBuilder page;
  page.size(10);
  print_table(page, 100);
  page.right_aligned(380, 164, "单位：万元");
  print_row(page, 180, "项目", {"产量", "增长"});
  print_rows(page, 196);
  EXPECT_EQ(shapes_of({page.build()}), "4x3 4x3");
}

TEST(OpenTables, ALabelOverTheFirstTwoColumnsThatNothingUnderlines) {
  PageBuilder page;
  page.size(10).text(150, 94, "项目").text(92, 108, "编码").text(200, 108, "名称");
  page.centred(330, 101, "合计").centred(420, 101, "基本支出").centred(500, 101, "项目支出");
  page.text(170, 122, "栏次").centred(330, 122, "1").centred(420, 122, "2").centred(500, 122, "3");
  const char* rows[][5] = {{"208", "社会保障支出", "4.50", "4.00", "0.50"},
                           {"210", "卫生健康支出", "7.25", "7.00", "0.25"},
                           {"221", "住房保障支出", "1.10", "0.35", "0.75"}};
  for (int i = 0; i < 3; ++i) {
    const float y = 138 + 16 * static_cast<float>(i);
    page.text(92, y, rows[i][0]).text(180, y, rows[i][1]);
    page.centred(330, y, rows[i][2]).centred(420, y, rows[i][3]).centred(500, y, rows[i][4]);
  }
  const Tables tables = lay_out({page.build()}).tables;
  ASSERT_EQ(tables.grids.size(), 1U);
  EXPECT_EQ(tables.grids[0].header_rows, 3);
  EXPECT_THAT(spaced_rows_of(tables.grids[0]),
              ElementsAre("项目<2 | 合计^2 | 基本支出^2 | 项目支出^2", "编码 | 名称",
                          "栏次<2 | 1 | 2 | 3", "208 | 社会保障支出 | 4.50 | 4.00 | 0.50",
                          "210 | 卫生健康支出 | 7.25 | 7.00 | 0.25",
                          "221 | 住房保障支出 | 1.10 | 0.35 | 0.75"));
}

TEST(OpenTables, LabelsOfSpreadLettersKeepApart) {
  PageBuilder page;
  page.size(10).text(90, 100, "项      目");
  page.text(235, 100, "预 算 数").text(325, 100, "执 行 数");
  print_row(page, 118, "粮食", {"128.46", "1.80"});
  print_row(page, 136, "油料", {"9.73", "3.60"});
  print_row(page, 154, "蔬菜", {"4.10", "0.20"});
  const Tables tables = lay_out({page.build()}).tables;
  ASSERT_EQ(tables.grids.size(), 1U);
  EXPECT_EQ(spaced_rows_of(tables.grids[0])[0], "项目 | 预算数 | 执行数");
}

TEST(OpenTables, RowsOfWhichOnlyTheLabelIsFilled) {
  PageBuilder page;
  page.size(10).horizontal(88, 88, 400);
  print_row(page, 100, "指标", {"绝对数", "增长"});
  page.horizontal(105, 88, 400);
  print_row(page, 118, "一、谷物", {});
  print_row(page, 134, "小麦", {"9.73", "3.6"});
  print_row(page, 150, "玉米", {"4.10", "0.2"});
  print_row(page, 166, "合计", {});
  page.horizontal(171, 88, 400).text(90, 184, "注：单位面积产量见上年公报所列数字");
  const Tables tables = lay_out({page.build()}).tables;
  ASSERT_EQ(tables.grids.size(), 1U);
  EXPECT_THAT(spaced_rows_of(tables.grids[0]),
              ElementsAre("指标 | 绝对数 | 增长", "一、谷物 |  | ", "小麦 | 9.73 | 3.6",
                          "玉米 | 4.10 | 0.2", "合计 |  | "));
}

TEST(OpenTables, OneRowOverleafIsJoinedColumnByColumn) {
  PageBuilder first;
  first.size(10).horizontal(688, 88, 480);
  print_row(first, 700, "指标", {"绝对数", "增长", "比重"});
  first.horizontal(705, 88, 480);
  print_row(first, 718, "粮食", {"128.46", "1.8", "7.5"});
  print_row(first, 734, "油料", {"9.73", "-3.6", ""});
  print_row(first, 750, "蔬菜", {"4.10", "0.2", "2.2"});
  PageBuilder second(595, 842, 2);
  second.size(10);
  print_row(second, 80, "水果", {"12.70", "", "4.0"});
  second.horizontal(86, 88, 480);
  const Tables tables = lay_out({first.build(), second.build()}).tables;
  ASSERT_EQ(tables.grids.size(), 1U);
  EXPECT_EQ(tables.grids[0].columns, 4);
  EXPECT_EQ(spaced_rows_of(tables.grids[0]).back(), "水果 | 12.70 |  | 4.0");
}

/// A ruled table with its title as a row; the first row behind the labels is `key`.
Page titled_page(int number, const std::string& key) {
  PageBuilder page(595, 842, number);
  page.size(10).grid(90, 80, {150, 90, 90}, {20, 20, 20, 20},
                     {{"支出决算表", "<", "<"},
                      {"科目", "合计", "基本支出"},
                      {key, "12.50", "12.00"},
                      {"其他支出", "7.25", "0.25"}});
  return page.build();
}

TEST(OpenTables, TheRestOfANameBesideItsCodeIsNoRow) {
  PageBuilder page;
  page.size(10).text(92, 100, "编码").text(180, 100, "名称").centred(330, 100, "合计");
  const char* rows[][3] = {{"20805", "行政事业单位养老支", "4.50"},
                           {"2080501", "行政单位离退休", "7.25"},
                           {"210", "卫生健康支出", "1.10"}};
  float y = 118;
  for (const auto& row : rows) {
    page.text(92, y, row[0]).text(150, y, row[1]).right_aligned(345, y, row[2]);
    if (y < 120) page.text(150, y + 12, "出");
    y += y < 120 ? 28 : 16;
  }
  const Tables tables = lay_out({page.build()}).tables;
  ASSERT_EQ(tables.grids.size(), 1U);
  EXPECT_EQ(tables.grids[0].rows, 4);
  EXPECT_EQ(spaced_rows_of(tables.grids[0])[1], "20805 | 行政事业单位养老支出 | 4.50");
}

TEST(OpenTables, PrintOfFewRowsBelowALabelIsAColumn) {
  PageBuilder page;
  page.size(10);
  print_row(page, 100, "采购项目", {"目录", "规格", "金额"});
  for (int i = 0; i < 11; ++i) {
    print_row(page, 116 + 16 * static_cast<float>(i), "道路养护",
              {"服务", i == 4 ? "见附件" : "", "12.50"});
  }
  const Tables tables = lay_out({page.build()}).tables;
  ASSERT_EQ(tables.grids.size(), 1U);
  EXPECT_EQ(spaced_rows_of(tables.grids[0])[5], "道路养护 | 服务 | 见附件 | 12.50");
}

TEST(OpenTables, AHeaderAndOneRowAtTheFootOfAPage) {
  PageBuilder first;
  first.size(10).horizontal(728, 88, 480);
  print_row(first, 740, "指标", {"绝对数", "增长", "比重"});
  first.horizontal(745, 88, 480);
  print_row(first, 758, "粮食", {"128.46", "1.8", "7.5"});
  PageBuilder second(595, 842, 2);
  second.size(10);
  print_row(second, 80, "油料", {"9.73", "-3.6", "2.1"});
  print_row(second, 96, "水果", {"12.70", "0.5", "4.0"});
  second.horizontal(102, 88, 480);
  EXPECT_EQ(shapes_of({first.build(), second.build()}), "4x4");
}

TEST(AroundTables, CaptionsOfTwoTablesAreNoParagraphAroundTheFirst) {
  PageBuilder page;
  page.size(11).text(60, 60, "现将有关情况说明如下。").size(14).centred(295, 90, "收入情况");
  page.size(10).grid(60, 100, {250, 220}, {20, 20}, {{"项目", "金额"}, {"合计", "1.20"}});
  page.size(14).centred(295, 170, "支出情况");
  page.size(10).grid(60, 180, {250, 220}, {20, 20}, {{"科目", "金额"}, {"合计", "3.40"}});
  const Tables tables = lay_out({page.build()}).tables;
  ASSERT_EQ(tables.grids.size(), 2U);
  EXPECT_EQ(tables.grids[0].caption.value_or(""), "收入情况");
  EXPECT_EQ(tables.grids[1].caption.value_or(""), "支出情况");
}

TEST(AroundTables, AUnitLineAtTheFootOfThePageBefore) {
  PageBuilder first;
  first.size(11).text(60, 60, "现将有关情况说明如下。").size(9).text(480, 780, "单位：千元");
  PageBuilder second(595, 842, 2);
  second.size(10).grid(60, 60, {250, 220}, {20, 20}, {{"项目", "金额"}, {"合计", "1.20"}});
  const Tables tables = lay_out({first.build(), second.build()}).tables;
  ASSERT_EQ(tables.grids.size(), 1U);
  EXPECT_EQ(tables.grids[0].unit.value_or(""), "千元");
}

TEST(JoinedTables, ACaptionThatIsTheEndOfAnotherOpensATable) {
  std::vector<Page> pages;
  const char* captions[] = {"一般公共预算支出预算表", "支出预算表"};
  for (int number = 1; number <= 2; ++number) {
    PageBuilder builder(595, 842, number);
    builder.size(14).centred(297, 90, captions[number - 1]).size(9);
    builder.grid(60, 110, {180, 100}, {20, 20, 20},
                 {{"科目", "预算数"},
                  {number == 1 ? "教育支出" : "卫生支出", std::to_string(number) + "1.20"},
                  {number == 1 ? "文化支出" : "住房支出", std::to_string(number) + "2.30"}});
    pages.push_back(builder.build());
  }
  EXPECT_EQ(testing_support::lay_out(pages).tables.grids.size(), 2U);
}

TEST(JoinedTables, ATitleThatComesAgainWithItsHeaderIsNoNewTable) {
  EXPECT_EQ(shapes_of({titled_page(1, "合计"), titled_page(2, "教育支出")}), "6x3");
  EXPECT_EQ(shapes_of({titled_page(1, "合计"), titled_page(2, "合计")}), "4x3 4x3");
}

/// A ruled table with its caption above it; the first row behind the labels is `key`.
Page captioned_page(int number, const std::string& key) {
  PageBuilder page(595, 842, number);
  page.size(14).centred(255, 70, "支出决算表").size(10);
  page.grid(90, 80, {150, 90, 90}, {20, 20, 20},
            {{"科目", "合计", "基本支出"}, {key, "12.50", "12.00"}, {"其他支出", "7.25", "0.25"}});
  return page.build();
}

TEST(JoinedTables, TheSameFormForAnotherUnitIsATableOfItsOwn) {
  EXPECT_EQ(shapes_of({captioned_page(1, "合计"), captioned_page(2, "教育支出")}), "5x3");
  EXPECT_EQ(shapes_of({captioned_page(1, "合计"), captioned_page(2, "合计")}), "3x3 3x3");
}

}  // namespace
}  // namespace gouji
