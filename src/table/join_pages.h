// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of one table on following pages become one grid.
#pragma once

#include "table/grid.h"

namespace gouji {

/// What stands between two tables of the flow.
enum class Between {
  nothing,  ///< nothing but furniture
  repeat,   ///< lines of unit and the like again as above the first part
  caption,  ///< the caption again, too
  marked,   ///< a line that says that the table goes on
  text,     ///< anything else: two tables
};

/// Is `next`, which begins on the page behind `grid`'s last, the continuation of `grid`?
/// Pure.
bool continues(const Grid& grid, const Grid& next, Between between);

/// Appends the rows of `next`: leading rows that repeat the header of `grid` are dropped, edges of
/// columns united, the tail of a row that broke over the page end goes back to its row, a merged
/// label goes on over the page end. Returns the number of rows dropped. Only when continues() says
/// so.
int append_part(Grid& grid, Grid next);

}  // namespace gouji
