// SPDX-License-Identifier: GPL-3.0-or-later
// Do the rows of a part go on with those of the part on the page before?
#pragma once

#include <vector>

#include "table/grid.h"
#include "table/join_pages.h"

namespace gouji {

/// A table that goes on fills its page to here with the row that follows overleaf, share of the
/// page's height: of 700 page ends within tables of published reports the highest is at 0.87; the
/// widest margin at the foot that the rules for official documents know takes 0.12.
inline constexpr float kSurelyUsed = 0.82F;

/// How many leading rows of `next` are those of `grid` again, text and spans: its header. 0 when
/// their columns differ.
int repeated_rows(const Grid& grid, const Grid& next);

/// Per column of `grid`: are its cells mostly numbers?
std::vector<char> number_columns(const Grid& grid);

/// What the rows of `next`, a part with the columns of `grid` on the page behind it, say. Pure.
bool rows_go_on(const Grid& grid, const Grid& next, Between between);

}  // namespace gouji
