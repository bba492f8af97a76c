// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that are neither prose nor heading, by the patterns outline/line.
#pragma once

#include <string>
#include <string_view>

#include "pattern/pattern_set.h"

namespace gouji {

/// One kind of line. Cheap to make; thread-safe.
class LineKind {
 public:
  /// `name` is that of the pattern behind outline/line/.
  LineKind(const PatternSet& patterns, std::string_view name);

  /// Is the whole line, without white space at its ends, of this kind? The expression is tried only
  /// when the first character is one that such a line can begin with (pattern attribute `starts`).
  bool is(std::u32string_view line) const;
  /// The same, with the named groups of the match; `text` receives what was matched.
  bool is(std::u32string_view line, std::string& text, Match& match) const;

 private:
  const Pattern& pattern_;
  std::u32string starts_;
};

/// Does one of the words (parted by blanks) stand in `text`? True if there are no words.
bool has_one_of(std::string_view text, std::string_view words);

}  // namespace gouji
