// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/tiling.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.h"

namespace gouji {
namespace {

GridCell cell(int row, int column, int row_span, int column_span, const std::string& text) {
  GridCell out;
  out.row = row;
  out.column = column;
  out.row_span = row_span;
  out.column_span = column_span;
  for (const char32_t c : from_utf8(text)) out.text.push_back(c, {0, 0, 1});
  return out;
}

std::string printed(const Grid& grid) {
  std::string out;
  for (const GridCell& c : grid.cells)
    out += std::to_string(c.row) + "," + std::to_string(c.column) + "+" +
           std::to_string(c.row_span) + "x" + std::to_string(c.column_span) + "=" + c.text.utf8() +
           " ";
  return out;
}

Grid grid_of(int rows, int columns, std::vector<GridCell> cells) {
  Grid grid;
  grid.rows = rows;
  grid.columns = columns;
  grid.cells = std::move(cells);
  return grid;
}

TEST(MakeTiling, LeavesATilingAlone) {
  Grid grid =
      grid_of(2, 2, {cell(0, 0, 1, 2, "项目"), cell(1, 0, 1, 1, "a"), cell(1, 1, 1, 1, "1")});
  const std::string before = printed(grid);
  EXPECT_EQ(make_tiling(grid), 0);
  EXPECT_EQ(printed(grid), before);
}

TEST(MakeTiling, CutsASpanThatRunsIntoAnother) {
  Grid grid = grid_of(1, 4, {cell(0, 0, 1, 3, "上年"), cell(0, 2, 1, 2, "本年")});
  EXPECT_EQ(make_tiling(grid), 2);
  EXPECT_EQ(printed(grid), "0,0+1x3=上年本年 0,3+1x1= ");
}

TEST(MakeTiling, KeepsTheTextOfACellWhosePlaceIsTaken) {
  Grid grid = grid_of(2, 1, {cell(0, 0, 2, 1, "合"), cell(1, 0, 1, 1, "计")});
  EXPECT_EQ(make_tiling(grid), 1);
  EXPECT_EQ(printed(grid), "0,0+2x1=合计 ");
}

TEST(MakeTiling, FillsHolesAndCutsAtTheBorder) {
  Grid grid = grid_of(2, 2, {cell(0, 0, 1, 5, "a"), cell(1, 1, 1, 1, "b")});
  EXPECT_EQ(make_tiling(grid), 2);
  EXPECT_EQ(printed(grid), "0,0+1x2=a 1,0+1x1= 1,1+1x1=b ");
}

TEST(MakeTiling, PutsCellsInOrder) {
  Grid grid = grid_of(1, 2, {cell(0, 1, 1, 1, "b"), cell(0, 0, 1, 1, "a")});
  EXPECT_EQ(make_tiling(grid), 1);
  EXPECT_EQ(printed(grid), "0,0+1x1=a 0,1+1x1=b ");
}

}  // namespace
}  // namespace gouji
