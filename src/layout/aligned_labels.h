// SPDX-License-Identifier: GPL-3.0-or-later
// Columns without print that only their label in the header tells.
#pragma once

#include "layout/aligned_tables.h"

namespace gouji {

/// Adds a column for each label on the last line of the header that is one more than the columns
/// of the rows have need of, and stands in the white between or beside them. A label
/// over several columns stands higher up. Pure but for `table`.
void add_labelled_columns(const AlignedInput& input, AlignedTable& table);

}  // namespace gouji
