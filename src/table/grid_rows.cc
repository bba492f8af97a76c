// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/grid_rows.h"

#include <algorithm>

#include "text/cell_text.h"
#include "text/charclass.h"

namespace gouji {

std::vector<std::size_t> row_starts(const Grid& grid) {
  std::vector<std::size_t> starts(static_cast<std::size_t>(grid.rows) + 1, grid.cells.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    while (next <= static_cast<std::size_t>(grid.cells[i].row)) starts[next++] = i;
  }
  return starts;
}

std::u32string solid(const LocatedText& text) {
  std::u32string out;
  out.reserve(text.size());
  for (const char32_t c : text.chars) {
    if (!is_blank(c)) out.push_back(c);
  }
  return out;
}

bool is_number_cell(const GridCell& cell) {
  if (!is_bare_number(cell.text.chars)) return false;
  for (const char32_t c : cell.text.chars) {
    const char32_t folded = fold_width(c);
    if ((folded >= U'a' && folded <= U'z') || (folded >= U'A' && folded <= U'Z')) return false;
  }
  return true;
}

bool is_full_span(const Grid& grid, const GridCell& cell) {
  return cell.column == 0 && cell.column_span == grid.columns && grid.columns > 1 &&
         !cell.text.empty();
}

std::size_t telling_cells(const Grid& grid) {
  constexpr std::size_t kTellingCells = 600;
  return grid.cells.size() - std::min(grid.cells.size(), kTellingCells);
}

std::vector<GridCell*> last_cells(Grid& grid) {
  std::vector<GridCell*> cells(static_cast<std::size_t>(grid.columns), nullptr);
  for (GridCell& cell : grid.cells) {
    if (cell.row + cell.row_span < grid.rows) continue;
    for (int c = cell.column; c < cell.column + cell.column_span; ++c) {
      cells[static_cast<std::size_t>(c)] = &cell;
    }
  }
  return cells;
}

void drop_rows(Grid& grid, int rows) {
  std::erase_if(grid.cells, [&](const GridCell& cell) { return cell.row < rows; });
  for (GridCell& cell : grid.cells) cell.row -= rows;
  grid.rows -= rows;
}

}  // namespace gouji
