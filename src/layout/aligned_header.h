// SPDX-License-Identifier: GPL-3.0-or-later
// The header of a table whose cells no rulings close: labels over one column or over several.
#pragma once

#include <vector>

#include "layout/aligned_tables.h"

namespace gouji {

/// Print of one line that a cell holds.
struct CellPart {
  std::size_t line = 0;            ///< index into AlignedInput::lines
  std::size_t begin = 0, end = 0;  ///< words
};

/// A cell with its print; rows count from the first row that the cells were made for.
struct AlignedCell {
  LatticeCell at;
  std::vector<CellPart> parts;
};

/// Rows with the y of the edge above each.
struct AlignedRows {
  std::vector<AlignedCell> cells;
  std::vector<float> tops;  ///< one a row
};

/// The header rows. A label over several columns is one that reaches over them, that a rule under
/// it underlines over them, or that stands in their middle with labels of each below.
AlignedRows read_aligned_header(const AlignedInput& input, const AlignedTable& table);

}  // namespace gouji
