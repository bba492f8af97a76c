// SPDX-License-Identifier: GPL-3.0-or-later
// How many leading rows of a grid are its header.
#pragma once

#include "table/grid.h"

namespace gouji {

/// Rows of labels above the first row of data. The rows that a merged label of the first row
/// reaches over belong to it, and so does a row that only counts the columns (1 2 3 …). Pure.
int find_header_rows(const Grid& grid);

}  // namespace gouji
