// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that a page end cut through.
#pragma once

#include "table/grid.h"

namespace gouji {

/// A row that the page end cut through may have all its print on one of the two pages. What is left
/// of it on the other one, the last row of `grid` or the first of `next`, goes away. `next` is the
/// part of the table on the following page. Pure but for them.
void drop_page_slices(Grid& grid, Grid& next);

}  // namespace gouji
