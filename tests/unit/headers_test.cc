// SPDX-License-Identifier: GPL-3.0-or-later
// How many rows of a grid are its header.
#include "table/headers.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.h"
#include "table/grid.h"

namespace gouji {
namespace {

/// A cell "<" belongs to the one at its left, "^" to the one above.
Grid grid_of(const std::vector<std::vector<std::string>>& rows) {
  Grid grid;
  grid.rows = static_cast<int>(rows.size());
  grid.columns = static_cast<int>(rows.front().size());
  for (int r = 0; r < grid.rows; ++r) {
    for (int c = 0; c < grid.columns; ++c) {
      const auto at = [&](int row, int column) {
        return rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
      };
      if (at(r, c) == "<" || at(r, c) == "^") continue;
      GridCell cell;
      cell.row = r;
      cell.column = c;
      while (c + cell.column_span < grid.columns && at(r, c + cell.column_span) == "<") {
        ++cell.column_span;
      }
      while (r + cell.row_span < grid.rows && at(r + cell.row_span, c) == "^") ++cell.row_span;
      for (const char32_t letter : from_utf8(at(r, c))) cell.text.push_back(letter, {});
      grid.cells.push_back(cell);
    }
  }
  return grid;
}

TEST(HeaderRows, AreAsManyAsTheLabelsOfTheColumnsTake) {
  const struct {
    const char* what;
    std::vector<std::vector<std::string>> rows;
    int header;
  } cases[] = {
      {"words below complete labels are rows",
       {{"税种", "计税依据", "税率"},
        {"增值税", "按税法规定计算的销售货物收入", "见注"},
        {"企业所得税", "按应纳税所得额计缴", "25%"}},
       1},
      {"a heading over the first rows is a row",
       {{"项目", "期末数", "期初数"}, {"流动资产：", "<", "<"}, {"货币资金", "6.50", "9.20"}},
       1},
      {"labels below a label over several columns",
       {{"项目", "本年", "<"},
        {"^", "预算数", "决算数"},
        {"教育", "已批复", "未批复"},
        {"卫生", "1", "2"}},
       2},
      {"units below complete labels",
       {{"指标", "产值", "增长"}, {"", "（万元）", "（%）"}, {"甲", "1.2", "3.4"}},
       2},
      {"formulas",
       {{"项目", "预算", "执行", "率"}, {"", "1", "2", "3=2/1"}, {"甲", "5", "4", "80%"}},
       2},
      {"columns counted once on either side",
       {{"项目", "合计", "本级", "下级", "项目", "合计", "本级", "下级"},
        {"栏次", "1", "2", "3", "栏次", "1", "2", "3"},
        {"收入", "9", "4", "5", "支出", "8", "4", "4"}},
       2},
      {"columns counted in brackets",
       {{"项目", "合计", "本级", "下级", "比例"},
        {"", "(1)=(2)+(3)", "(2)", "（3）", "(4)=(2)/(1)"},
        {"收入", "9", "4", "5", "44%"}},
       2},
      {"small figures count nothing",
       {{"项目", "甲", "乙", "丙", "丁"},
        {"会议", "1", "2", "1", "2"},
        {"培训", "3", "1", "2", "0"}},
       1},
      {"a table of words",
       {{"序号", "单位", "备注"}, {"甲", "某某局", "行政"}, {"乙", "某某中心", "事业"}},
       1},
      {"titles side by side above years of estimates",
       {{"资产负债表", "", "", "利润表", "", ""},
        {"会计年度", "2024A", "2025E", "会计年度", "2024A", "2025E"},
        {"流动资产", "386", "509", "营业收入", "392", "446"}},
       2},
      {"a title in the grid",
       {{"项目支出明细表", "<", "<"}, {"项目", "单位", "金额"}, {"道路", "某某局", "1.20"}},
       2},
  };
  for (const auto& test : cases) {
    EXPECT_EQ(find_header_rows(grid_of(test.rows)), test.header) << test.what;
  }
}

}  // namespace
}  // namespace gouji
