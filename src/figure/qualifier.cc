// SPDX-License-Identifier: GPL-3.0-or-later
// Up to three words on either side are taken, the nearest first: 不超过约5万元. The first bound
// wins.
#include "figure/qualifier.h"

#include "text/charclass.h"
#include "text/numeral.h"
#include "text/numeral_marks.h"

namespace gouji {

namespace {

using Vocabulary = FigureScanner::Vocabulary;
constexpr int kMostWords = 3;

std::size_t blanks_before(std::u32string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == U' ' || text[at - 1] == 0xA0 || text[at - 1] == 0x3000)) --at;
  return at;
}

void apply(const VocabularyWord& word, Qualifier& qualifier) {
  if (word.kind == "approximate") qualifier.approximate = true;
  if (qualifier.bound == Bound::none) qualifier.bound = word.bound;
}

/// 上百家, 上千人: the word bounds only numbers that begin with a multiplier.
bool fits_number(const VocabularyWord& word, std::u32string_view text, std::size_t number) {
  return word.kind != "round" ||
         (number < text.size() && numeral_char(text[number]).kind == NumeralClass::small &&
          numeral_char(text[number]).value > 1);
}

void read_before(const Vocabulary& vocabulary, std::u32string_view text, Qualifier& qualifier) {
  for (int words = 0; words < kMostWords; ++words) {
    const std::size_t at = blanks_before(text, qualifier.begin);
    const auto hit = vocabulary.before.longest(text, at);
    if (!hit || hit.word->kind == "none" || !fits_number(*hit.word, text, qualifier.begin)) return;
    apply(*hit.word, qualifier);
    qualifier.begin = hit.other_end;
  }
}

/// A word farther off, with nothing but words between: 至少开展1次, 不低于采购总额的40%.
void read_far_before(const Vocabulary& vocabulary, std::u32string_view text, Qualifier& qualifier) {
  constexpr std::size_t kFarthest = 12;
  for (std::size_t gap = 1; gap <= kFarthest && gap < qualifier.begin; ++gap) {
    const std::size_t at = qualifier.begin - gap;
    if (!is_han(text[at])) return;
    const auto hit = vocabulary.before.longest(text, at);
    if (!hit) continue;
    if (hit.word->kind == "none" || static_cast<std::size_t>(hit.word->reach) < gap) return;
    apply(*hit.word, qualifier);
    return;
  }
}

void read_after(const Vocabulary& vocabulary, std::u32string_view text, Qualifier& qualifier) {
  for (int words = 0; words < kMostWords; ++words) {
    std::size_t at = skip_blanks(text, qualifier.end);
    const auto inclusive = vocabulary.inclusive.longest(text, at);
    if (inclusive) at = skip_blanks(text, inclusive.other_end);
    const auto hit = vocabulary.after.longest(text, at);
    if (!hit) return;
    const bool unbound = qualifier.bound == Bound::none;
    apply(*hit.word, qualifier);
    if (inclusive && unbound) {
      const bool exclusive = inclusive.word->kind == "exclusive";
      if (exclusive && qualifier.bound == Bound::at_least) qualifier.bound = Bound::more_than;
      if (!exclusive && qualifier.bound == Bound::less_than) qualifier.bound = Bound::at_most;
    }
    qualifier.end = hit.other_end;
  }
}

/// 比 … 大. 占比, 同比, 环比 are other words.
void read_than(const Vocabulary& vocabulary, std::u32string_view text, Qualifier& qualifier) {
  const std::size_t before = blanks_before(text, qualifier.begin);
  if (qualifier.bound != Bound::none || before == 0 || text[before - 1] != kThan) return;
  if (before > 1 && is_one_of(text[before - 2], kNotThan)) return;
  const auto hit = vocabulary.than.longest(text, skip_blanks(text, qualifier.end));
  if (!hit) return;
  qualifier.bound = hit.word->bound;
  qualifier.begin = before - 1;
  qualifier.end = hit.other_end;
}

}  // namespace

Qualifier read_qualifier(const Vocabulary& vocabulary, std::u32string_view text, std::size_t begin,
                         std::size_t end) {
  Qualifier qualifier;
  qualifier.begin = begin;
  qualifier.end = end;
  read_before(vocabulary, text, qualifier);
  if (!qualifier.any()) read_far_before(vocabulary, text, qualifier);
  read_after(vocabulary, text, qualifier);
  read_than(vocabulary, text, qualifier);
  return qualifier;
}

}  // namespace gouji
