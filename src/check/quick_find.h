// SPDX-License-Identifier: GPL-3.0-or-later
// Expressions that are tried on every sentence and fit few: what a pattern file says of the words
// that a match must have spares compiling and running them.
//
//   needs   one of these words (parted by |) stands in the text, or there is no match
//   starts  every match begins with one of these words
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

#include "pattern/pattern_set.h"

namespace gouji {

/// Tells in no time that words are not in a text; made by one pass over it.
class WordSieve {
 public:
  explicit WordSieve(std::string_view text);
  /// False if none of the words of "a|b|c" is there; mostly false only then. True without words.
  bool may_have_one_of(std::string_view words) const;

 private:
  std::bitset<4096> pairs_;  ///< of neighbouring bytes, by their six low bits
};

/// What pattern.find(text, from, match) gives, sooner. An expression with `starts` must not look at
/// what stands before its match (^, \b).
bool quick_find(const Pattern& pattern, std::string_view text, std::size_t from,
                Match* match = nullptr);

}  // namespace gouji
