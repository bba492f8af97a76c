// SPDX-License-Identifier: GPL-3.0-or-later
// The promise of a grid: every position belongs to exactly one cell.
#pragma once

#include "table/grid.h"

namespace gouji {

/// Makes the cells of `grid` a tiling, row-major: a span that runs into an earlier cell or beyond
/// the grid is cut back, a cell whose own position is taken gives its text to the cell that holds
/// it, a position that no cell covers gets an empty cell. Text is never lost. Returns how many
/// cells had to be changed; 0 = the grid was a tiling. Linear in the positions of the grid.
int make_tiling(Grid& grid);

}  // namespace gouji
