// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that are printed on two pages.
#pragma once

#include <vector>

#include "table/grid.h"

namespace gouji {

/// Where the first row of `next`, the part of the table on the following page, is the rest of the
/// last row of `grid`, its texts go to the cells that they go on and the row goes away. `last`: the
/// cells of grid's last row by column, as last_cells() gives them. Returns whether it was so.
bool mend_broken_row(const Grid& grid, Grid& next, const std::vector<GridCell*>& last);

/// Does the first row of `next` open inside the merged cells of the last row of `grid`? It has no
/// key, the rest of a label that was full, and no number where that row has one. A label that began
/// below its key is no such label.
bool opens_inside_row(const Grid& grid, const Grid& next, const std::vector<GridCell*>& last);

}  // namespace gouji
