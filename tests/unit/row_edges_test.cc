// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of ruled tables that no ruling parts: column rules drawn anew for each row, coloured ground,
// column rules that end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/laid_out.h"

namespace gouji {
namespace {

using testing::ElementsAre;
using testing_support::lay_out;
using testing_support::rows_of;

constexpr float kXs[] = {90, 190, 290, 390};

/// Column rules between the edges of rows, each row's its own piece or all in one.
void draw_columns(PageBuilder& page, const std::vector<float>& ys, bool pieces) {
  for (const float x : kXs) {
    if (!pieces) {
      page.vertical(x, ys.front(), ys.back());
      continue;
    }
    for (std::size_t i = 0; i + 1 < ys.size(); ++i) page.vertical(x, ys[i] + 0.3F, ys[i + 1]);
  }
  page.horizontal(ys.front(), 90, 390).horizontal(ys.back(), 90, 390);
}

void print_row(PageBuilder& page, float y, const std::vector<std::string>& texts) {
  float middle = 140;
  for (const std::string& text : texts) {
    if (!text.empty()) page.centred(middle, y, text);
    middle += 100;
  }
}

std::vector<std::string> rows_of_only_table(const PageBuilder& page) {
  const auto laid_out = lay_out({page.build()});
  if (laid_out.tables.grids.size() != 1) return {"not one table"};
  return rows_of(laid_out.tables.grids.front());
}

TEST(RowEdges, WordsInRowsWhoseColumnRulesAreDrawnRowByRow) {
  for (const bool pieces : {true, false}) {
    PageBuilder page;
    page.size(9);
    draw_columns(page, {100, 116, 146, 162}, pieces);
    print_row(page, 111, {"评级结果", "评级时间", "项目小组"});
    print_row(page, 134, {"优", "一季度"});
    page.centred(340, 128, "甲组与乙组和").centred(340, 140, "丙组");
    print_row(page, 157, {"良", "二季度", "丁组"});
    const std::vector<std::string> rows = rows_of_only_table(page);
    if (pieces) {
      EXPECT_THAT(rows, ElementsAre("评级结果|评级时间|项目小组|", "优|一季度|甲组与乙组和丙组|",
                                    "良|二季度|丁组|"));
    } else {
      EXPECT_EQ(rows.size(), 1U);
    }
  }
}

TEST(RowEdges, TheLinesOfOneTextAreNotParted) {
  // Sheets merge two rows of cells into one; their borders are drawn row by row all the same.
  PageBuilder page;
  page.size(9);
  draw_columns(page, {100, 116, 132, 160}, true);
  page.horizontal(132, 90, 390);
  for (const float x : {140.0F, 240.0F, 340.0F})
    page.centred(x, 113, "财政").centred(x, 124, "拨款");
  print_row(page, 150, {"甲", "1.20", "3.40"});
  EXPECT_THAT(rows_of_only_table(page),
              ElementsAre("财政拨款|财政拨款|财政拨款|", "甲|1.20|3.40|"));
}

TEST(RowEdges, AHeaderOnGroundOfItsOwn) {
  PageBuilder page;
  page.size(9).ground({90, 100, 390, 130});
  draw_columns(page, {100, 180}, false);
  page.horizontal(155, 190, 390);
  print_row(page, 118, {"状态", "项目", "地点"});
  print_row(page, 147, {"在建", "一号线", "东区"});
  print_row(page, 170, {"", "二号线", "西区"});
  EXPECT_THAT(rows_of_only_table(page),
              ElementsAre("状态|项目|地点|", "在建{2x1}|一号线|东区|", "二号线|西区|"));
}

TEST(RowEdges, ColumnRulesThatEndInMidAir) {
  PageBuilder page;
  page.size(9).box({90, 100, 390, 180});
  page.horizontal(120, 90, 390).horizontal(140, 190, 390);
  page.vertical(190, 100, 160).vertical(290, 100, 160).vertical(340, 100, 180);
  const float y = 114;
  page.centred(140, y, "内容")
      .centred(240, y, "要素")
      .centred(315, y, "权重")
      .centred(365, y, "得分");
  page.centred(140, y + 30, "财政实力").centred(240, y + 20, "收入").centred(315, y + 20, "60");
  page.centred(365, y + 20, "4").centred(240, y + 40, "债务").centred(315, y + 40, "40");
  page.centred(365, y + 40, "3").centred(220, y + 60, "评价结果").centred(365, y + 60, "7");
  EXPECT_THAT(rows_of_only_table(page),
              ElementsAre("内容|要素|权重|得分|", "财政实力{2x1}|收入|60|4|", "债务|40|3|",
                          "评价结果{1x3}|7|"));
}

}  // namespace
}  // namespace gouji
