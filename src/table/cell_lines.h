// SPDX-License-Identifier: GPL-3.0-or-later
// The text of one cell from its runs.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/region.h"
#include "text/located_text.h"

namespace gouji {

/// One line of print in a cell.
struct CellLine {
  LocatedText text;
  Box box;  ///< of the print, upright
  float size = 0;
};

/// The lines of the runs [begin, end), which are in reading order. Blanks that only spread letters
/// out ("合 计") are gone, those between words stay.
std::vector<CellLine> cell_lines(const std::vector<TextRun>& runs, std::size_t begin,
                                 std::size_t end);

/// The lines as one text: wrapped print grows together without a trace, two numbers one below the
/// other do not. `cell` is the box of the cell.
LocatedText join_cell_lines(std::vector<CellLine> lines, const Box& cell);

/// Is `below` the rest of the number that `above` begins? A number that ends with a mark, or in the
/// middle of a group of three digits, goes on, and none begins with a mark.
bool is_number_wrapped(const LocatedText& above, const LocatedText& below);
/// … or likely so: a single digit under a number with one decimal.
bool may_be_number_wrapped(const LocatedText& above, const LocatedText& below);

}  // namespace gouji
