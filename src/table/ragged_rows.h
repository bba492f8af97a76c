// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of different lengths, as text tables have them, made a rectangle.
#pragma once

#include <vector>

#include "table/grid.h"

namespace gouji {

using RaggedRows = std::vector<std::vector<GridCell>>;

/// A grid of the rows: rows and columns of the cells are set, short rows end in empty cells that
/// stand where the row ends. header_rows by count_header_rows, `at` of the first row. Pure.
Grid rectangle(RaggedRows rows);

/// How many leading rows of a grid hold labels only, by a plain rule: the rows above the first row
/// with a bare number when there are at most three and the last one is filled in at least half of
/// its columns; 1 when no row has a number and the first row is full; else 0. Pure.
int count_header_rows(const Grid& grid);

}  // namespace gouji
