// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a table whose cells no rulings close: which lines of print are one row.
#pragma once

#include "layout/aligned_header.h"

namespace gouji {

/// The rows below the header: a line is a row, but for print that wraps in its cell.
AlignedRows read_aligned_rows(const AlignedInput& input, const AlignedTable& table);

}  // namespace gouji
