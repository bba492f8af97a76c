// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about the rows of a grid that several steps of assembling ask.
#pragma once

#include <string>
#include <vector>

#include "table/grid.h"

namespace gouji {

/// Index of the first cell of each row in Grid::cells, and the end: rows + 1 entries.
std::vector<std::size_t> row_starts(const Grid& grid);

/// A text without its blanks.
std::u32string solid(const LocatedText& text);

/// The whole cell is an amount, a rate, a code or a count: digits with their marks and nothing
/// else.
bool is_number_cell(const GridCell& cell);

/// The row is one cell over all columns with text in it.
bool is_full_span(const Grid& grid, const GridCell& cell);

/// Index of the first of the last cells of a grid, so many as tell what its columns hold: what a
/// page end asks must not go over all pages before it.
std::size_t telling_cells(const Grid& grid);

/// The cell of the last row, or reaching into it, by column.
std::vector<GridCell*> last_cells(Grid& grid);

/// Takes the first rows away, with the cells that begin there.
void drop_rows(Grid& grid, int rows);

}  // namespace gouji
