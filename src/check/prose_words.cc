// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/prose_words.h"

namespace gouji {

std::string_view strip_end(std::string_view text, const WordList& words) {
  for (const Word* word = word_at_end(text, words); word != nullptr;
       word = word_at_end(text, words))
    text.remove_suffix(word->text.size());
  return text;
}

std::string_view strip_start(std::string_view text, const WordList& words) {
  for (bool again = true; again;) {
    again = false;
    for (const Word& word : words.words) {
      if (!text.starts_with(word.text)) continue;
      text.remove_prefix(word.text.size());
      again = true;
    }
  }
  return text;
}

const Word* word_at_end(std::string_view text, const WordList& words) {
  const Word* best = nullptr;
  for (const Word& word : words.words)
    if (text.ends_with(word.text) && (best == nullptr || word.text.size() > best->text.size()))
      best = &word;
  return best;
}

const Word* word_in(std::string_view text, const WordList& words) {
  for (const Word& word : words.words)
    if (text.find(word.text) != std::string_view::npos) return &word;
  return nullptr;
}

ProseWords::ProseWords(const PatternSet& patterns)
    : up(patterns.words("check/prose/up")),
      down(patterns.words("check/prose/down")),
      link(patterns.words("check/prose/link")),
      list(patterns.words("check/prose/list")),
      total(patterns.words("check/prose/total")),
      fresh(patterns.words("check/prose/fresh")),
      from(patterns.words("check/prose/from")),
      budget(patterns.words("check/prose/budget")),
      actual(patterns.words("check/prose/actual")),
      leftover(patterns.words("check/prose/leftover")),
      restated(patterns.words("check/prose/restated")),
      opening(patterns.words("check/prose/opening")),
      open_end(patterns.words("check/prose/open_end")),
      chain(patterns.words("check/prose/chain")),
      less(patterns.words("check/prose/less")),
      among(patterns.words("check/prose/among")),
      surplus(patterns.words("check/prose/surplus")),
      spent(patterns.words("check/prose/spent")),
      earned(patterns.words("check/prose/earned")),
      classes(patterns.words("check/prose/class")),
      visits(patterns.words("check/prose/visits")),
      visited(patterns.words("check/prose/visited")),
      within(patterns.words("check/prose/within")),
      average(patterns.words("check/prose/average")),
      negation(patterns.words("check/prose/negation")),
      rest(patterns.words("check/prose/rest")),
      share(patterns.pattern("check/prose/share")),
      completion(patterns.pattern("check/prose/completion")),
      inner_base(patterns.pattern("check/prose/inner_base")),
      rate_of_base(patterns.pattern("check/prose/rate_of_base")),
      compared_amount(patterns.pattern("check/prose/compared_amount")),
      compare(patterns.pattern("check/prose/compare")),
      year(patterns.pattern("check/prose/year")),
      both_sides(patterns.pattern("check/fact/both_sides")) {}

}  // namespace gouji
