// SPDX-License-Identifier: GPL-3.0-or-later
// The labels of columns in a header that no rulings close.
#pragma once

#include "layout/aligned_tables.h"

namespace gouji {

/// The labels of single columns in lines [begin, body) of the input, from left to right. Labels
/// over several of them are left out.
std::vector<ColumnLabel> leaf_labels(const AlignedInput& input, std::size_t begin,
                                     std::size_t body);

/// Gives the table the columns that have a label but no print in any row.
void add_labelled_columns(const std::vector<ColumnLabel>& labels, float size, AlignedTable& table);

}  // namespace gouji
