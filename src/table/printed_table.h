// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of a table with the lines printed in them: what a grid is made of.
#pragma once

#include <vector>

#include "geometry/lattice.h"
#include "table/cell_lines.h"

namespace gouji {

/// A cell of the lattice, its box (upright, points) and its print.
struct PrintedCell {
  LatticeCell at;
  Box box;
  std::vector<CellLine> lines;
  bool cut = false;  ///< it is one of the rows that a cell of the lattice was cut into
};

/// Cells are row-major and cover rows × columns.
struct PrintedTable {
  int rows = 0, columns = 0;
  std::vector<PrintedCell> cells;
};

/// The cells of one row in the row that begins at cells[i]; `i` moves behind that row.
std::vector<const PrintedCell*> take_row(const PrintedTable& table, std::size_t& i);

/// Cuts rows that the rulings leave together: where no rulings part the rows (forms with column
/// rules and a ruled header only), a cell holds one line of print a row. Rows are told by the
/// lines of the columns of numbers: no cell of a table holds two whole numbers. A label that wraps
/// stays one row, a label set in the middle of its rows spans them. Pure.
void split_rows(PrintedTable& table);

}  // namespace gouji
