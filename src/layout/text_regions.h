// SPDX-License-Identifier: GPL-3.0-or-later
// Which lines of a text source are a table, the data of a chart, or a contents page.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/region.h"
#include "layout/text_lines.h"
#include "pattern/pattern_set.h"

namespace gouji {

/// What a run of lines is.
enum class TextPart : std::uint8_t { table, chart, contents };

/// Lines [begin, end), indices from 0. Begins and ends with a line that is not blank.
struct TextSpan {
  std::size_t begin = 0, end = 0;
  TextPart part = TextPart::table;
  RegionForm form = RegionForm::tabbed;  ///< tables
};

/// The spans of a text in reading order; they do not overlap. Lines in no span are prose.
std::vector<TextSpan> find_text_spans(const std::vector<TextLine>& lines,
                                      const PatternSet& patterns);

}  // namespace gouji
