// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a text's prose joined to paragraphs.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/flow.h"
#include "layout/line_kind.h"
#include "layout/paragraph_marker.h"
#include "layout/text_lines.h"
#include "layout/text_wrap.h"
#include "pattern/pattern_set.h"

namespace gouji {

/// Makes blocks of the prose of a text, line by line.
class TextParagraphs {
 public:
  TextParagraphs(const PatternSet& patterns, WrapStyle wrap);

  /// The next line of prose; `blanks` blank lines stand in front of it. Returns the paragraph
  /// before it when the line begins a new one.
  void add(const TextLine& line, int blanks, std::vector<Block>& out);
  /// Hands over the paragraph that is open, if any; to be called before anything that is no prose.
  void close(std::vector<Block>& out);

 private:
  bool belongs(const TextLine& line, int blanks) const;
  bool belongs_in_wrapped(const TextLine& line, int blanks) const;
  bool belongs_behind_page_end(const TextLine& line, int blanks) const;
  bool stands_alone(const TextLine& line) const;
  void open(const TextLine& line, int blanks);

  MarkerReader markers_;
  std::vector<LineKind> alone_;  ///< kinds of lines that are a paragraph of their own
  WrapStyle wrap_;
  Block block_;
  int last_width_ = 0;
  bool is_open_ = false;
  bool alone_open_ = false;  ///< the open paragraph is a line that stands alone
  bool heading_open_ = false;
};

}  // namespace gouji
