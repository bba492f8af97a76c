// SPDX-License-Identifier: GPL-3.0-or-later
// The labels of columns in a header that no rulings close.
#pragma once

#include "layout/aligned_tables.h"

namespace gouji {

/// Print of one header line that belongs together.
struct HeaderPart {
  std::size_t line = 0;            ///< index into AlignedInput::lines
  std::size_t begin = 0, end = 0;  ///< words
  float x0 = 0, x1 = 0;
  bool one_letter = false;  ///< single hanzi set apart
  int column = -1;          ///< whose label it is a part of; -1: over several, or not known
  float middle() const { return (x0 + x1) / 2; }
};

/// The coloured areas that touch another at their left or right: cells, not bars or page grounds.
/// O(n²) in at most 512 of a page.
std::vector<Box> cell_grounds(const std::vector<Box>& grounds);

/// The coloured cell that a point stands in, null where there is none. O(AlignedInput::cells).
const Box* cell_ground(const AlignedInput& input, float x, float y);

/// The labels of single columns in lines [begin, body) of the input, from left to right. Labels
/// over several of them are left out. `columns`: as far as the rows tell them.
std::vector<ColumnLabel> leaf_labels(const AlignedInput& input, std::size_t begin, std::size_t body,
                                     const std::vector<AlignedColumn>& columns);

/// The parts of the header lines [begin, body) of a table that has a label for each column, line by
/// line; empty when there are more labels than columns or fewer.
std::vector<HeaderPart> header_parts(const AlignedInput& input, const AlignedTable& table);

/// Gives the table the columns that have a label but no print in any row.
void add_labelled_columns(const std::vector<ColumnLabel>& labels, float size, AlignedTable& table);

/// Does the line count the columns ("1 2 3"), but for a word in front?
bool counts_columns(const WordLine& line, const PieceSet& set);

}  // namespace gouji
