// SPDX-License-Identifier: GPL-3.0-or-later
// Method: nothing is moved; what is missing at the right end of a row is empty. Columns follow from
// the widths of the cells to their left.
#include "table/ragged_rows.h"

#include <algorithm>
#include <cstdint>

#include "text/cell_text.h"

namespace gouji {
namespace {

/// A rectangle of more cells than this is not filled up with empty ones: one line with a million
/// tabs among a million short ones would otherwise eat all memory. Real tables have thousands.
constexpr std::int64_t kMostCells = 4'000'000;
/// More rows of labels than these are no header but a table of words.
constexpr int kMostHeaderRows = 5;
/// A row of a header has labels in this share of its columns at least; forms ("名称 | 甲 | | ")
/// have fewer.
constexpr float kFilled = 0.55F;

/// The empty place behind a row.
At behind(const std::vector<GridCell>& row) {
  At at = row.empty() ? At() : row.back().at;
  at.begin = at.end;
  return at;
}

int width_of(const std::vector<GridCell>& row) {
  int width = 0;
  for (const GridCell& cell : row) width += cell.column_span;
  return width;
}

}  // namespace

Grid rectangle(RaggedRows rows) {
  Grid grid;
  grid.rows = static_cast<int>(rows.size());
  for (const auto& row : rows) grid.columns = std::max(grid.columns, width_of(row));
  const bool fill = std::int64_t{grid.rows} * grid.columns <= kMostCells;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const At end = behind(rows[r]);
    int column = 0;
    for (GridCell& cell : rows[r]) {
      cell.row = static_cast<int>(r);
      cell.column = column;
      column += cell.column_span;
      grid.cells.push_back(std::move(cell));
    }
    for (; fill && column < grid.columns; ++column) {
      GridCell& cell = grid.cells.emplace_back();
      cell.row = static_cast<int>(r);
      cell.column = column;
      cell.at = end;
    }
  }
  if (!grid.cells.empty()) grid.at = grid.cells.front().at;
  grid.header_rows = count_header_rows(grid);
  return grid;
}

int count_header_rows(const Grid& grid) {
  if (grid.rows < 2 || grid.columns < 2) return 0;
  std::vector<int> filled(static_cast<std::size_t>(grid.rows), 0);
  std::vector<bool> title(filled.size(), false);
  int first_number = grid.rows;
  for (const GridCell& cell : grid.cells) {
    if (cell.text.empty()) continue;
    const auto row = static_cast<std::size_t>(cell.row);
    filled[row] += cell.column_span;
    title[row] = title[row] || cell.column_span == grid.columns;
    if (is_bare_number(cell.text.chars)) first_number = std::min(first_number, cell.row);
  }
  const auto is_full = [&](int row) {
    return filled[static_cast<std::size_t>(row)] == grid.columns;
  };
  if (first_number == grid.rows) {
    const int labels = title[0] ? 1 : 0;
    return is_full(labels) ? labels + 1 : 0;
  }
  int rows = first_number;
  while (rows > 0 && filled[static_cast<std::size_t>(rows) - 1] == 0) --rows;
  if (rows > kMostHeaderRows) return 0;
  for (int row = 0; row < rows; ++row)
    if (static_cast<float>(filled[static_cast<std::size_t>(row)]) <
        kFilled * static_cast<float>(grid.columns))
      return 0;
  return rows == 1 && title[0] ? 0 : rows;
}

}  // namespace gouji
