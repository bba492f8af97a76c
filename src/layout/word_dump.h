// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as Word writes them as text: a cell a line with a tab in front, a blank line behind each
// row.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/text_lines.h"
#include "pattern/pattern_set.h"

namespace gouji {

/// Lines [begin, end), indices from 0.
struct LineRange {
  std::size_t begin = 0, end = 0;
};

/// The run of Word-dump tables that begins at line `first` (which must have TabForm::cell): one
/// range a table. `end` is set to the line behind the run. Empty if the lines are indented prose;
/// then `end` is the line behind that.
std::vector<LineRange> find_word_dump(const std::vector<TextLine>& lines, std::size_t first,
                                      const PatternSet& patterns, std::size_t& end);

}  // namespace gouji
