// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that no rulings part, told by columns whose lines stand side by side.
#pragma once

#include <vector>

#include "table/printed_table.h"

namespace gouji {

/// The edges of the rows of one band of a table, ascending, the outer ones beyond all print; empty
/// when the band is one row or in doubt. Two columns must have the same three or more short lines
/// on the same heights, one line a row, and figures on them, or all cells must; the lines of all
/// other cells must stand in the middle of these rows. Pure; O(n · m) for n lines of a cell and m
/// rows.
std::vector<float> rows_in_step(const std::vector<const PrintedCell*>& cells);

/// The same where the heights of the rows are known (middles, ascending).
std::vector<float> rows_at(const std::vector<float>& rows,
                           const std::vector<const PrintedCell*>& cells);

}  // namespace gouji
