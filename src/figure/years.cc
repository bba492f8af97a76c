// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/years.h"

#include <charconv>

#include "text/charclass.h"
#include "text/numeral.h"
#include "text/numeral_marks.h"

namespace gouji {

namespace {

using Vocabulary = FigureScanner::Vocabulary;

bool is_compared(const Vocabulary& vocabulary, std::u32string_view text, std::size_t at) {
  while (at > 0 && is_blank(text[at - 1])) --at;
  return static_cast<bool>(vocabulary.compared_year.longest(text, at));
}

/// 2023年 or 二〇二三年 at `at`; year 0 if there is none.
YearMention read_year(std::u32string_view text, std::size_t at) {
  YearMention mention;
  std::size_t end = at;
  int value = 0;
  for (; end < text.size() && end < at + 4; ++end) {
    const NumeralChar c = numeral_char(text[end]);
    if (c.kind != NumeralClass::ascii && c.kind != NumeralClass::han_digit) break;
    value = value * 10 + c.value;
  }
  const std::size_t word = skip_blanks(text, end);
  const bool is_year = end == at + 4 && value >= 1900 && value < 2100 && word < text.size() &&
                       is_one_of(text[word], kYearWords);
  if (!is_year) return mention;
  mention.begin = at;
  mention.end = word + 1;
  mention.year = value;
  return mention;
}

}  // namespace

std::vector<YearMention> find_years(const Vocabulary& vocabulary, std::u32string_view text) {
  std::vector<YearMention> years;
  for (std::size_t i = 0; i < text.size();) {
    const NumeralClass kind = numeral_char(text[i]).kind;
    YearMention mention;
    if (kind == NumeralClass::ascii || kind == NumeralClass::han_digit) {
      mention = read_year(text, i);
      if (mention.year == 0) {
        while (i < text.size() && numeral_char(text[i]).kind == kind) ++i;
        continue;
      }
    } else if (const auto hit = vocabulary.relative_years.longest(text, i)) {
      mention.begin = i;
      mention.end = hit.other_end;
      mention.shift = hit.word->shift;
      mention.relative = true;
    } else {
      ++i;
      continue;
    }
    mention.compared = is_compared(vocabulary, text, mention.begin);
    years.push_back(mention);
    i = mention.end;
  }
  return years;
}

Maybe<int> year_at(const std::vector<YearMention>& years, std::size_t at, Maybe<int> around,
                   Maybe<int> title) {
  Maybe<int> shift;
  constexpr std::size_t kBeside = 1;  // 由上年的61.5%提高到…: the figure compared with
  for (auto mention = years.rbegin(); mention != years.rend(); ++mention) {
    const bool beside = mention->end <= at && at - mention->end <= kBeside;
    if (mention->end > at || (mention->compared && !beside)) continue;
    if (!mention->relative) return mention->year + shift.value_or(0);
    if (!shift) shift = mention->shift;
  }
  if (around) return *around + shift.value_or(0);
  if (title && shift) return *title + *shift;
  return std::nullopt;
}

Maybe<int> first_year(const Vocabulary& vocabulary, std::u32string_view text) {
  for (const YearMention& mention : find_years(vocabulary, text))
    if (!mention.relative && !mention.compared) return mention.year;
  return std::nullopt;
}

}  // namespace gouji
