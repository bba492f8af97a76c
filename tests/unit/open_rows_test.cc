// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and labels of tables whose cells no rulings close: merged first columns, labels of several
// lines, labels over several columns.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/laid_out.h"

namespace gouji {
namespace {

using testing::ElementsAre;
using testing_support::lay_out;

std::vector<std::string> rows_of(const PageBuilder& page) {
  const Tables tables = lay_out({page.build()}).tables;
  if (tables.grids.size() != 1) return {fmt::format("{} tables", tables.grids.size())};
  return testing_support::spaced_rows_of(tables.grids.front());
}

TEST(OpenRows, RulesThatStopBeforeTheFirstColumnMergeItsRows) {
  PageBuilder page;
  page.size(10).horizontal(86, 90, 460).horizontal(106, 90, 460);
  page.text(100, 100, "类别").text(180, 100, "项目").text(320, 100, "预算").text(420, 100, "执行");
  for (int row = 0; row < 5; ++row) {
    const float y = 120 + 20 * static_cast<float>(row);
    page.text(160, y, fmt::format("工程{}期", row))
        .right_aligned(350, y, fmt::format("{}.20", row));
    page.right_aligned(450, y, fmt::format("1{}.75", row));
    const bool group_ends = row == 2 || row == 4;
    page.horizontal(y + 6, group_ends ? 90 : 150, 460);
  }
  page.text(100, 140, "教育").text(100, 190, "卫生");
  EXPECT_THAT(rows_of(page),
              ElementsAre("类别 | 项目 | 预算 | 执行", "教育^3 | 工程0期 | 0.20 | 10.75",
                          "工程1期 | 1.20 | 11.75", "工程2期 | 2.20 | 12.75",
                          "卫生^2 | 工程3期 | 3.20 | 13.75", "工程4期 | 4.20 | 14.75"));
}

TEST(OpenRows, LabelsOfSeveralLinesStandAroundTheirNumbers) {
  PageBuilder page;
  page.size(10).horizontal(84, 90, 420).horizontal(104, 90, 420);
  page.text(110, 98, "项目").text(270, 98, "预算数").text(370, 98, "决算数");
  const std::vector<std::vector<std::string>> labels = {
      {"城区道路养护经费", "含上年结转资金"},
      {"河道清淤"},
      {"文化中心设备更新", "及相关配套设施", "建设资金"}};
  float y = 118;
  for (std::size_t row = 0; row < labels.size(); ++row) {
    const float height = 13 * static_cast<float>(labels[row].size() - 1);
    for (std::size_t i = 0; i < labels[row].size(); ++i) {
      page.text(92, y + 13 * static_cast<float>(i), labels[row][i]);
    }
    page.right_aligned(300, y + height / 2, fmt::format("{}1.28", row));
    page.right_aligned(400, y + height / 2, fmt::format("{}9.30", row));
    y += height + 17;
  }
  page.horizontal(y, 90, 420);
  EXPECT_THAT(rows_of(page), ElementsAre("项目 | 预算数 | 决算数",
                                         "城区道路养护经费含上年结转资金 | 01.28 | 09.30",
                                         "河道清淤 | 11.28 | 19.30",
                                         "文化中心设备更新及相关配套设施建设资金 | 21.28 | 29.30"));
}

TEST(OpenRows, TwoLabelsThatShareARuleShareTheColumns) {
  PageBuilder page;
  page.size(10).horizontal(80, 90, 540).horizontal(100, 140, 540).horizontal(120, 90, 540);
  page.text(100, 104, "地区").centred(260, 94, "限额").centred(460, 94, "余额");
  const float middles[] = {180, 260, 340, 420, 500};
  const char* labels[] = {"合计", "一般", "专项", "一般", "专项"};
  for (int i = 0; i < 5; ++i) page.centred(middles[i], 114, labels[i]);
  for (int row = 0; row < 3; ++row) {
    const float y = 134 + 18 * static_cast<float>(row);
    page.text(94, y, "市本级");
    for (const float middle : middles) page.right_aligned(middle + 38, y, "46.12");
  }
  page.horizontal(176, 90, 540);
  const std::vector<std::string> rows = rows_of(page);
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows[0], "地区^2 | 限额<3 | 余额<2");
}

TEST(OpenRows, IncomeBesideExpenditureWithoutColumnRules) {
  PageBuilder page;
  page.size(9).horizontal(80, 90, 510).horizontal(96, 90, 510).horizontal(112, 90, 510);
  page.centred(195, 91, "收入").centred(405, 91, "支出");
  page.centred(160, 107, "项目").centred(270, 107, "决算数").centred(380, 107, "项目");
  page.centred(480, 107, "决算数");
  const char* rows[][4] = {{"一、财政拨款收入", "96306.74", "一、一般公共服务支出", "35.53"},
                           {"二、事业收入", "7.20", "二、教育支出", "0.00"},
                           {"", "", "三、卫生健康支出", "18.04"},
                           {"本年收入合计", "96313.94", "本年支出合计", "53.57"}};
  for (int i = 0; i < 4; ++i) {
    const float y = 125 + 15 * static_cast<float>(i);
    page.text(92, y, rows[i][0]).right_aligned(298, y, rows[i][1]);
    page.text(302, y, rows[i][2]).right_aligned(508, y, rows[i][3]);
  }
  page.horizontal(176, 90, 510);
  EXPECT_THAT(rows_of(page),
              ElementsAre("收入<2 | 支出<2", "项目 | 决算数 | 项目 | 决算数",
                          "一、财政拨款收入 | 96306.74 | 一、一般公共服务支出 | 35.53",
                          "二、事业收入 | 7.20 | 二、教育支出 | 0.00", "三、卫生健康支出 | 18.04",
                          "本年收入合计 | 96313.94 | 本年支出合计 | 53.57"));
}

TEST(OpenRows, ATotalWithoutAmountsAboveALargerTable) {
  PageBuilder page;
  page.size(9);
  for (int row = 0; row < 5; ++row) {
    const float y = 100 + 16 * static_cast<float>(row);
    page.horizontal(y - 11, 90, 400);
    page.text(92, y, row == 0 ? "项目" : row == 4 ? "总计" : "道路养护");
    if (row < 4) page.right_aligned(380, y, row == 0 ? "金额" : "1.20");
    if (row < 4) page.right_aligned(280, y, row == 0 ? "数量" : "35");
  }
  page.horizontal(169, 90, 400).size(12).text(92, 188, "二、产值情况。");
  page.text(92, 212, "指标").right_aligned(380, 212, "产值");
  page.text(92, 230, "粮食").right_aligned(380, 230, "8.40");
  page.text(92, 248, "油料").right_aligned(380, 248, "2.70");
  page.text(92, 266, "蔬菜").right_aligned(380, 266, "3.50");
  const Tables tables = lay_out({page.build()}).tables;
  ASSERT_EQ(tables.grids.size(), 2U);
  EXPECT_EQ(tables.grids.front().rows, 5);
}

/// Labels above each other at the right, rows, and a total between rules far below them.
void print_report(PageBuilder& page, float y) {
  page.horizontal(y, 60, 500);
  page.right_aligned(300, y + 22, "2023")
      .right_aligned(400, y + 12, "增长")
      .right_aligned(400, y + 22, "（减少）额");
  page.right_aligned(490, y + 22, "比率").text(62, y + 22, "项目").horizontal(y + 28, 60, 500);
  for (int row = 0; row < 3; ++row) {
    const float at = y + 40 + 14 * static_cast<float>(row);
    page.text(62, at, "贷款").right_aligned(300, at, "281.80").right_aligned(400, at, "8.21");
    page.right_aligned(490, at, "3.00");
  }
  const float at = y + 99;
  page.horizontal(at - 22, 60, 500).horizontal(at + 8, 60, 500).text(62, at, "合计");
  page.right_aligned(300, at, "845.40")
      .right_aligned(400, at, "24.63")
      .right_aligned(490, at, "2.91");
}

TEST(OpenRows, TotalsBetweenRulesAndCaptionsWithUnitsBetweenTables) {
  PageBuilder page;
  page.size(9);
  print_report(page, 80);
  page.text(60, 220, "按期限划分的贷款收益").right_aligned(498, 234, "除另有说明外人民币百万元");
  print_report(page, 242);
  const Tables tables = lay_out({page.build()}).tables;
  ASSERT_EQ(tables.grids.size(), 2U);
  for (const Grid& grid : tables.grids) {
    EXPECT_THAT(testing_support::spaced_rows_of(grid),
                ElementsAre("项目 | 2023 | 增长（减少）额 | 比率", "贷款 | 281.80 | 8.21 | 3.00",
                            "贷款 | 281.80 | 8.21 | 3.00", "贷款 | 281.80 | 8.21 | 3.00",
                            "合计 | 845.40 | 24.63 | 2.91"));
  }
}

}  // namespace
}  // namespace gouji
