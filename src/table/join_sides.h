// SPDX-License-Identifier: GPL-3.0-or-later
// Tables too wide for their pages: a spreadsheet prints the columns on the right on pages of their
// own, row beside row.
#pragma once

#include "table/grid.h"

namespace gouji {

/// What the rows of a table on the following pages say.
enum class Side {
  none,      ///< a table of its own
  possible,  ///< all rows stand as high on their pages as those before, which may be chance
  certain,   ///< … and no column could tell what a row is about
};

/// Does `right`, on as many pages behind those of `left`, hold the columns that had no room on
/// them? Both are whole: all their parts are joined. Pure.
Side side_of(const Grid& left, const Grid& right);

/// Puts the columns of `right` behind those of `left`. A heading whose right part stands on the
/// other page spans both. Only when side_of() says so.
void append_columns(Grid& left, Grid right);

}  // namespace gouji
