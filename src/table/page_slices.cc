// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a slice is a row without print at the page end, in a table that has no other row without
// print. It may be as high as a row: what had no room in it was a row of several lines, or one that
// is kept together.
#include "table/page_slices.h"

#include <algorithm>

#include "table/grid_rows.h"

namespace gouji {

namespace {

bool is_empty_row(const Grid& grid, std::size_t begin, std::size_t end) {
  bool any = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (grid.cells[i].row_span > 1) continue;
    if (!grid.cells[i].text.empty()) return false;
    any = true;
  }
  return any;
}

int empty_rows(const Grid& grid) {
  const std::vector<std::size_t> starts = row_starts(grid);
  int empty = 0;
  for (std::size_t r = 0; r + 1 < starts.size(); ++r) {
    if (is_empty_row(grid, starts[r], starts[r + 1])) ++empty;
  }
  return empty;
}

void drop_row(Grid& grid, int row) {
  std::erase_if(grid.cells, [&](GridCell& cell) {
    if (cell.row <= row && row < cell.row + cell.row_span) return --cell.row_span == 0;
    if (cell.row > row) --cell.row;
    return false;
  });
  --grid.rows;
}

}  // namespace

void drop_page_slices(Grid& grid, Grid& next) {
  const int before = empty_rows(grid);
  const int behind = empty_rows(next);
  if (before + behind != 1) return;
  Grid& part = before > 0 ? grid : next;
  if (&part == &grid && part.rows < 2) return;
  const std::vector<std::size_t> starts = row_starts(part);
  const std::size_t row = before > 0 ? starts.size() - 2 : 0;
  if (is_empty_row(part, starts[row], starts[row + 1])) drop_row(part, static_cast<int>(row));
}

}  // namespace gouji
