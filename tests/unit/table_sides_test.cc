// SPDX-License-Identifier: GPL-3.0-or-later
// Tables too wide for their pages: columns that are printed on pages of their own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/laid_out.h"

namespace gouji {
namespace {

using testing::ElementsAre;
using testing_support::lay_out;
using testing_support::rows_of;
using Cells = std::vector<std::vector<std::string>>;

const Cells kLeft = {{"项目", "2021年"}, {"教育", "1.20"}, {"卫生", "3.40"},
                     {"交通", "0.80"},   {"农业", "7.10"}, {"合计", "12.50"}};
const Cells kRight = {{"2022年", "2023年"}, {"2.20", "2.30"}, {"4.40", "4.50"},
                      {"1.80", "1.90"},     {"8.10", "8.20"}, {"16.50", "16.90"}};

PageBuilder half(const Cells& cells, int number, float row_height = 24) {
  PageBuilder page(595, 842, number);
  page.size(9).grid(60, 100, {160, 100}, std::vector<float>(cells.size(), row_height), cells);
  return page;
}

std::vector<std::string> rows_of_one(const std::vector<Page>& pages) {
  const auto laid_out = lay_out(pages);
  EXPECT_EQ(laid_out.tables.grids.size(), 1U);
  return rows_of(laid_out.tables.grids.front());
}

TEST(Sides, ColumnsOnThePageBehindStandBesideTheirRows) {
  EXPECT_THAT(
      rows_of_one({half(kLeft, 1).build(), half(kRight, 2).build()}),
      ElementsAre("项目|2021年|2022年|2023年|", "教育|1.20|2.20|2.30|", "卫生|3.40|4.40|4.50|",
                  "交通|0.80|1.80|1.90|", "农业|7.10|8.10|8.20|", "合计|12.50|16.50|16.90|"));
}

TEST(Sides, AHeadingThatWasCutSpansBothHalves) {
  Cells left = kLeft;
  Cells right = kRight;
  left.insert(left.begin(), {"", "决算数"});
  right.insert(right.begin(), {"", "<"});
  const auto rows = rows_of_one({half(left, 1).build(), half(right, 2).build()});
  EXPECT_EQ(rows.front(), "|决算数{1x3}|");
}

TEST(Sides, PagesGoDownAndThenToTheRight) {
  const Cells left = {{"水利", "1.00"}, {"民政", "2.00"}};
  const Cells right = {{"1.10", "1.20"}, {"2.10", "2.20"}};
  const auto rows = rows_of_one({half(kLeft, 1, 110).build(), half(left, 2, 110).build(),
                                 half(kRight, 3, 110).build(), half(right, 4, 110).build()});
  ASSERT_EQ(rows.size(), 8U);
  EXPECT_EQ(rows.back(), "民政|2.00|2.10|2.20|");
}

TEST(Sides, ACaptionAndAUnitAreCutToo) {
  PageBuilder left = half(kLeft, 1);
  left.size(14).text(180, 70, "2023年收入决");
  PageBuilder right = half(kRight, 2);
  right.size(14).text(60, 70, "算表").size(9).right_aligned(320, 92, "单位：万元");
  const auto laid_out = lay_out({left.build(), right.build()});
  ASSERT_EQ(laid_out.tables.grids.size(), 1U);
  EXPECT_EQ(laid_out.tables.grids[0].caption, "2023年收入决算表");
  EXPECT_EQ(laid_out.tables.grids[0].unit, "万元");
}

struct OwnCase {
  const char* name;
  Cells second;
  const char* line_between;
  float row_height;
  std::size_t problems;
};

class OwnTest : public testing::TestWithParam<OwnCase> {};

TEST_P(OwnTest, ATableOfItsOwnOnThePageBehind) {
  const OwnCase& c = GetParam();
  PageBuilder second = half(c.second, 2, c.row_height);
  second.text(60, 60, c.line_between);
  const auto laid_out = lay_out({half(kLeft, 1).build(), second.build()});
  EXPECT_EQ(laid_out.tables.grids.size(), 2U);
  std::size_t told = 0;
  for (const Problem& problem : laid_out.tables.problems) told += problem.code == "columns_apart";
  EXPECT_EQ(told, c.problems);
}

INSTANTIATE_TEST_SUITE_P(All, OwnTest,
                         testing::Values(OwnCase{"has_a_caption", kRight, "支出决算表", 24, 1},
                                         OwnCase{"rows_of_another_height", kRight, "", 26, 0},
                                         OwnCase{"opens_with_labels",
                                                 {{"地区", "金额"},
                                                  {"甲县", "2.30"},
                                                  {"乙县", "4.50"},
                                                  {"丙县", "1.90"},
                                                  {"丁县", "8.20"},
                                                  {"合计", "16.90"}},
                                                 "",
                                                 24,
                                                 0},
                                         OwnCase{"opens_with_a_count",
                                                 {{"序号", "金额"},
                                                  {"1", "2.30"},
                                                  {"2", "4.50"},
                                                  {"3", "1.90"},
                                                  {"4", "8.20"},
                                                  {"5", "16.90"}},
                                                 "",
                                                 24,
                                                 1}),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace gouji
