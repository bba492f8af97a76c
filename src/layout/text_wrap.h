// SPDX-License-Identifier: GPL-3.0-or-later
// How the paragraphs of a text are broken into lines, found from the lines themselves.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/text_lines.h"

namespace gouji {

/// Line breaks of a text's prose.
struct WrapStyle {
  int width = 0;                         ///< columns of a full line; 0 = a line is a paragraph
  bool blank_lines_say_nothing = false;  ///< wrapped lines have blank lines between them
  bool indents = false;                  ///< the first line of a paragraph is indented
};

/// `prose` are the indices of the lines that are prose, in order.
WrapStyle find_wrap_style(const std::vector<TextLine>& lines,
                          const std::vector<std::size_t>& prose);

}  // namespace gouji
