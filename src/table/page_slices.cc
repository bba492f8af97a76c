// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a slice is a row without print at the page end, lower than any row with print, in a table
// that has no other row without print.
#include "table/page_slices.h"

#include <algorithm>

#include "table/grid_rows.h"

namespace gouji {

namespace {

/// Height of a row by its cells of one row, points; 0 when it has none.
float row_height(const Grid& grid, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const GridCell& cell = grid.cells[i];
    if (cell.row_span == 1 && !cell.at.boxes.empty()) return cell.at.boxes.front().height();
  }
  return 0;
}

bool is_empty_row(const Grid& grid, std::size_t begin, std::size_t end) {
  bool any = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (grid.cells[i].row_span > 1) continue;
    if (!grid.cells[i].text.empty()) return false;
    any = true;
  }
  return any;
}

/// Of the rows that say something the lowest, points; and how many say nothing.
struct RowFacts {
  float lowest = 1e6F;
  int empty = 0;
};

RowFacts row_facts(const Grid& grid) {
  const std::vector<std::size_t> starts = row_starts(grid);
  RowFacts facts;
  for (std::size_t r = 0; r + 1 < starts.size(); ++r) {
    const float height = row_height(grid, starts[r], starts[r + 1]);
    if (is_empty_row(grid, starts[r], starts[r + 1])) {
      ++facts.empty;
    } else if (height > 0) {
      facts.lowest = std::min(facts.lowest, height);
    }
  }
  return facts;
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
  const RowFacts before = row_facts(grid);
  const RowFacts behind = row_facts(next);
  if (before.empty + behind.empty != 1) return;
  Grid& part = before.empty > 0 ? grid : next;
  if (part.rows < 2) return;
  const std::vector<std::size_t> starts = row_starts(part);
  const std::size_t row = before.empty > 0 ? starts.size() - 2 : 0;
  if (!is_empty_row(part, starts[row], starts[row + 1])) return;
  const float height = row_height(part, starts[row], starts[row + 1]);
  if (height < std::min(before.lowest, behind.lowest)) drop_row(part, static_cast<int>(row));
}

}  // namespace gouji
