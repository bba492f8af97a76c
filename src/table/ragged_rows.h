// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of different lengths, as text tables have them, made a rectangle.
#pragma once

#include <vector>

#include "table/grid.h"

namespace gouji {

using RaggedRows = std::vector<std::vector<GridCell>>;

/// A grid of the rows. Cells stand side by side with the column spans that they have (row spans are
/// 1); short rows end in empty cells that stand where the row ends (left out in rectangles of
/// millions of cells). header_rows by count_header_rows, `at` of the first row. Pure.
Grid rectangle(RaggedRows rows);

/// How many leading rows of a grid hold labels only, by a plain rule: the rows above the first row
/// with a bare number, empty ones at their end apart, when there are at most five and each is
/// filled over more than half of its columns. Where no row has a number: 1 when the first row is
/// full, with a title above it 2. Else 0. Pure.
int count_header_rows(const Grid& grid);

}  // namespace gouji
