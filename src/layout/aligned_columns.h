// SPDX-License-Identifier: GPL-3.0-or-later
// Columns told by the white that runs down between the print of rows.
#pragma once

#include <vector>

#include "layout/aligned_words.h"

namespace gouji {

/// A column: the extent of its print and what its rows hold there.
struct AlignedColumn {
  float x0 = 0, x1 = 0;
  int filled = 0;   ///< rows with print in it
  int numbers = 0;  ///< … that is a number or stands for one
};

/// Print of one line that belongs together: words [begin, end) over the columns first to last.
struct LineCell {
  int first = 0, last = 0;
  std::size_t begin = 0, end = 0;
  float x0 = 0, x1 = 0;
};

/// The label of a column in a header: its extent.
struct ColumnLabel {
  float x0 = 0, x1 = 0;
};

/// The columns of rows that belong to one table, from left to right; fewer than two when there are
/// none. White that runs down past nearly all rows parts columns where it is as wide as no blank
/// in most of them, where it stands between numbers, or below the white between two labels.
/// `labels` from left to right, may be empty. O(words log words).
std::vector<AlignedColumn> find_columns(const std::vector<const WordLine*>& rows,
                                        const std::vector<ColumnLabel>& labels = {});

/// The print of a line by columns. Print that runs over the white between columns without a gap
/// there stays whole and spans them.
std::vector<LineCell> cells_of(const WordLine& line, const std::vector<AlignedColumn>& columns);

/// Is every word of the cell a number, or stands for one?
bool holds_number(const WordLine& line, const LineCell& cell);

}  // namespace gouji
