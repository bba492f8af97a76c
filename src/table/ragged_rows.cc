// SPDX-License-Identifier: GPL-3.0-or-later
// Method: nothing is moved; what is missing at the right end of a row is empty.
#include "table/ragged_rows.h"

#include <algorithm>

#include "text/cell_text.h"

namespace gouji {
namespace {

/// More rows of labels than these are no header but a table of words.
constexpr int kMostHeaderRows = 3;

/// The empty place behind a row.
At behind(const std::vector<GridCell>& row) {
  At at = row.empty() ? At() : row.back().at;
  at.begin = at.end;
  return at;
}

}  // namespace

Grid rectangle(RaggedRows rows) {
  Grid grid;
  grid.rows = static_cast<int>(rows.size());
  std::size_t columns = 0;
  for (const auto& row : rows) columns = std::max(columns, row.size());
  grid.columns = static_cast<int>(columns);
  grid.cells.reserve(rows.size() * columns);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const At end = behind(rows[r]);
    for (std::size_t c = 0; c < columns; ++c) {
      GridCell cell;
      if (c < rows[r].size())
        cell = std::move(rows[r][c]);
      else
        cell.at = end;
      cell.row = static_cast<int>(r);
      cell.column = static_cast<int>(c);
      grid.cells.push_back(std::move(cell));
    }
  }
  if (!grid.cells.empty()) grid.at = grid.cells.front().at;
  grid.header_rows = count_header_rows(grid);
  return grid;
}

int count_header_rows(const Grid& grid) {
  if (grid.rows < 2 || grid.columns < 2) return 0;
  std::vector<int> filled(static_cast<std::size_t>(grid.rows), 0);
  int first_number = grid.rows;
  for (const GridCell& cell : grid.cells) {
    if (cell.text.empty()) continue;
    filled[static_cast<std::size_t>(cell.row)] += cell.column_span;
    if (is_bare_number(cell.text.chars)) first_number = std::min(first_number, cell.row);
  }
  if (first_number == grid.rows) return filled[0] == grid.columns ? 1 : 0;
  if (first_number == 0 || first_number > kMostHeaderRows) return 0;
  const int last = filled[static_cast<std::size_t>(first_number) - 1];
  return 2 * last >= grid.columns ? first_number : 0;
}

}  // namespace gouji
