// SPDX-License-Identifier: GPL-3.0-or-later
// Prose set in two or more columns: which part of a page is read before which.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/page_lines.h"

namespace gouji {

/// A part of a page that is read from top to bottom: one column of a band of columns, or what
/// stands above, between and below such bands.
struct ReadingPart {
  std::vector<PieceLine> lines;    ///< from top to bottom
  std::vector<std::size_t> areas;  ///< indices into the boxes given, from top to bottom
  bool is_column = false;
  float left = 0, right = 0;  ///< ends of the column's lines; of a column only
};

/// Parts the lines of a page (from top to bottom) and its table areas (boxes from top to bottom)
/// where prose stands in columns. A page without columns is one part. Rows of labels, numbers and
/// names that stand side by side are no columns: both sides must hold lines of sentences.
/// O(lines * log(lines)) on usual pages; coordinates of the frame of the lines.
std::vector<ReadingPart> order_columns(const PieceSet& set, std::vector<PieceLine> lines,
                                       const std::vector<Box>& areas);

}  // namespace gouji
