// SPDX-License-Identifier: GPL-3.0-or-later
// Ruled lattices are tilings by construction. Cells found by white space, and parts of tables that
// were joined, may claim one position twice: what stands first keeps it.
#include "table/tiling.h"

#include <algorithm>
#include <utility>

namespace gouji {

namespace {

bool comes_before(const GridCell& a, const GridCell& b) {
  return a.row != b.row ? a.row < b.row : a.column < b.column;
}

/// Which cell (index into the new list) holds each position; -1 = none.
class Board {
 public:
  explicit Board(const Grid& grid)
      : rows_(grid.rows),
        columns_(grid.columns),
        holder_(static_cast<std::size_t>(rows_) * static_cast<std::size_t>(columns_), -1) {}

  bool inside(const GridCell& cell) const {
    return cell.row >= 0 && cell.column >= 0 && cell.row < rows_ && cell.column < columns_;
  }
  int& at(int row, int column) {
    return holder_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                   static_cast<std::size_t>(column)];
  }

  /// Cuts the spans of a cell, whose own position is free, back to free positions. Was it needed?
  bool fit(GridCell& cell) {
    const int wide = cell.column_span;
    const int high = cell.row_span;
    cell.column_span = std::clamp(cell.column_span, 1, columns_ - cell.column);
    cell.row_span = std::clamp(cell.row_span, 1, rows_ - cell.row);
    int free_columns = 1;
    while (free_columns < cell.column_span && at(cell.row, cell.column + free_columns) < 0)
      ++free_columns;
    cell.column_span = free_columns;
    int free_rows = 1;
    while (free_rows < cell.row_span && row_is_free(cell, cell.row + free_rows)) ++free_rows;
    cell.row_span = free_rows;
    return wide != cell.column_span || high != cell.row_span;
  }

  void take(const GridCell& cell, int index) {
    for (int row = cell.row; row < cell.row + cell.row_span; ++row)
      for (int column = cell.column; column < cell.column + cell.column_span; ++column)
        at(row, column) = index;
  }

 private:
  bool row_is_free(const GridCell& cell, int row) {
    for (int column = cell.column; column < cell.column + cell.column_span; ++column)
      if (at(row, column) >= 0) return false;
    return true;
  }

  int rows_, columns_;
  std::vector<int> holder_;
};

GridCell empty_cell(int row, int column, const At& near) {
  GridCell cell;
  cell.row = row;
  cell.column = column;
  cell.at = near;
  return cell;
}

}  // namespace

int make_tiling(Grid& grid) {
  if (grid.rows <= 0 || grid.columns <= 0) return 0;
  Board board(grid);
  std::vector<GridCell> cells;
  cells.reserve(grid.cells.size());
  int changed = 0;
  if (!std::is_sorted(grid.cells.begin(), grid.cells.end(), comes_before)) {
    std::stable_sort(grid.cells.begin(), grid.cells.end(), comes_before);
    ++changed;
  }
  for (GridCell& cell : grid.cells) {
    cell.row = std::clamp(cell.row, 0, grid.rows - 1);
    cell.column = std::clamp(cell.column, 0, grid.columns - 1);
    const int holder = board.at(cell.row, cell.column);
    if (holder >= 0) {
      cells[static_cast<std::size_t>(holder)].text.append(cell.text);
      ++changed;
      continue;
    }
    changed += board.fit(cell) ? 1 : 0;
    board.take(cell, static_cast<int>(cells.size()));
    cells.push_back(std::move(cell));
  }
  const At near = cells.empty() ? grid.at : cells.front().at;
  for (int row = 0; row < grid.rows; ++row) {
    for (int column = 0; column < grid.columns; ++column) {
      if (board.at(row, column) >= 0) continue;
      cells.push_back(empty_cell(row, column, near));
      ++changed;
    }
  }
  if (changed > 0) std::stable_sort(cells.begin(), cells.end(), comes_before);
  grid.cells = std::move(cells);
  return changed;
}

}  // namespace gouji
