// SPDX-License-Identifier: GPL-3.0-or-later
// The words of arithmetic in prose (patterns/check/prose.toml), and what is done with lists of
// them.
#pragma once

#include <string_view>

#include "pattern/pattern_set.h"

namespace gouji {

/// The words that the reading knows; refers into the pattern set.
struct ProseWords {
  explicit ProseWords(const PatternSet& patterns);

  const WordList &up, &down, &link, &list, &total, &fresh, &from, &budget, &actual, &leftover,
      &restated, &opening, &open_end, &chain, &less, &among, &surplus, &spent, &earned, &classes,
      &visits, &visited, &within, &average, &negation, &rest;
  const Pattern &share, &completion, &inner_base, &rate_of_base, &compared_amount, &compare, &year,
      &both_sides;
};

/// Without words of the list at its end, as often as there are some.
std::string_view strip_end(std::string_view text, const WordList& words);
/// Without words of the list at its beginning.
std::string_view strip_start(std::string_view text, const WordList& words);
/// The longest word of the list that the text ends with; null if there is none.
const Word* word_at_end(std::string_view text, const WordList& words);
/// The first word of the list (in the order of the list) that stands somewhere in the text.
const Word* word_in(std::string_view text, const WordList& words);

}  // namespace gouji
