// SPDX-License-Identifier: GPL-3.0-or-later
// Do the rows of a part go on with those of the part on the page before?
#pragma once

#include <vector>

#include "table/grid.h"
#include "table/join_pages.h"

namespace gouji {

/// How many leading rows of `next` are those of `grid` again, text and spans: its header. 0 when
/// their columns differ.
int repeated_rows(const Grid& grid, const Grid& next);

/// Per column of `grid`: are its cells mostly numbers?
std::vector<char> number_columns(const Grid& grid);

/// What the rows of `next`, a part with the columns of `grid` on the page behind it, say. Pure.
bool rows_go_on(const Grid& grid, const Grid& next, Between between);

}  // namespace gouji
