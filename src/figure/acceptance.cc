// SPDX-License-Identifier: GPL-3.0-or-later
// In a report a number with a unit is a figure, with the exceptions that the words around it make;
// a bare number is one only where a word leads to it and a mark ends its clause.
#include "figure/acceptance.h"

#include "figure/qualifier.h"
#include "text/charclass.h"
#include "text/numeral_marks.h"

namespace gouji {

bool Acceptance::is_year_like(const Reading& quantity) const {
  const std::string& value = quantity.numeral.value;
  return value.size() == 4 && !quantity.numeral.separated && quantity.power == 0 &&
         (value.starts_with("19") || value.starts_with("20")) &&
         value.find('.') == std::string::npos;
}

bool Acceptance::ends_clause(std::size_t i) const {
  constexpr std::u32string_view kEnds = U"。，；！？,;)]》”\"";
  i = skip_blanks(text_, i);
  return i >= text_.size() || kEnds.find(fold_width(text_[i])) != std::u32string_view::npos ||
         kEnds.find(text_[i]) != std::u32string_view::npos;
}

/// A number without a unit, printed in digits.
bool Acceptance::accepts_bare(const Reading& quantity) const {
  constexpr std::size_t kMostWholeDigits = 6;  // longer ones are codes
  if (quantity.power != 0) return true;
  const Numeral& numeral = quantity.numeral;
  const bool decimal = numeral.value.find('.') != std::string::npos;
  if (numeral.separated && decimal) return true;
  if (!decimal && !numeral.separated && numeral.value.size() > kMostWholeDigits) return false;
  if (is_year_like(quantity) || !ends_clause(quantity.end)) return false;
  const char32_t next = fold_width(at(quantity.end));
  if (next == U')' && !decimal && !numeral.separated) return false;  // 1） opens an entry
  if (next == U',' && is_ascii_digit(fold_width(at(quantity.end + 1)))) return false;
  return static_cast<bool>(vocabulary_.lead.longest(text_, blanks_before(quantity.begin)));
}

/// Chinese numerals alone, in the scope of all: not where they are parts of words.
bool Acceptance::accepts_bare_han(const Reading& quantity) const {
  const std::size_t length = quantity.end - quantity.begin;
  const char32_t first = text_[quantity.begin];
  const bool word_follows = is_han(at(quantity.end));
  if (length > 1) return true;
  if (quantity.numeral.bare_lead) return false;
  if (is_formal_numeral(first)) return !word_follows;
  const bool one = is_one_of(first, kOneDigits);
  if (!one || !word_follows) return true;
  const char32_t previous = before(quantity.begin);
  return is_one_of(previous, kIsWords) || vocabulary_.after.longest(text_, quantity.end);
}

std::size_t Acceptance::blanks_before(std::size_t i) const {
  while (i > 0 && is_blank(text_[i - 1])) --i;
  return i;
}

bool Acceptance::accepts_han(const Reading& quantity) const {
  constexpr std::u32string_view kOpeningQuotes = U"“‘「『\"";
  if (quantity.kind == FigureKind::count && is_one_of(before(quantity.begin), kOpeningQuotes))
    return false;  // “四个创建”: the name of a programme
  const Numeral& numeral = quantity.numeral;
  const bool exact_kind = quantity.kind == FigureKind::money ||
                          quantity.kind == FigureKind::percent ||
                          quantity.kind == FigureKind::ratio;
  if (numeral.bare_lead) {  // 百余人, 近百家; 百家, 千户 are words
    if (numeral.approximate) return true;
    return exact_kind || read_qualifier(vocabulary_, text_, quantity.begin, quantity.end).any();
  }
  if (exact_kind) return true;
  const std::size_t length = numeral.end - numeral.begin;
  if (quantity.kind == FigureKind::score) return length > 1;
  return numeral.value != "1" && numeral.value != "0";  // 一个 is mostly an article
}

/// Weak measure words, and words in front of the number that rule the unit out.
bool Acceptance::fits_unit(const Reading& quantity) const {
  if (quantity.unit->kind == "count_weak" && quantity.power == 0) {
    const bool decimal = quantity.numeral.value.find('.') != std::string::npos;
    if (decimal || (is_year_like(quantity) && !quantity.numeral.han)) return false;
    if (vocabulary_.labels.longest(text_, blanks_before(quantity.begin))) return false;
  }
  const std::u32string_view front = text_.substr(0, quantity.begin);
  for (const std::u32string& word : quantity.unit->not_after)
    if (front.ends_with(word)) return false;
  return true;
}

bool Acceptance::accepts(const Reading& quantity) const {
  if (quantity.duration) return false;
  const Numeral& numeral = quantity.numeral;
  if (scope_ == NumeralScope::all) {
    return quantity.unit || !numeral.han || numeral.fraction || numeral.parts_power != 0 ||
           accepts_bare_han(quantity);
  }
  if (numeral.parts_power != 0) return true;
  if (numeral.fraction) {
    const std::size_t slash = numeral.value.find('/');
    const bool proper = slash < numeral.value.size() - slash ||
                        (slash == numeral.value.size() - slash - 1 &&
                         numeral.value.substr(0, slash) < numeral.value.substr(slash + 1));
    return numeral.han || proper;
  }
  if (!quantity.unit && quantity.kind != FigureKind::money)
    return !numeral.han && accepts_bare(quantity);
  if (quantity.unit && !fits_unit(quantity)) return false;
  if (numeral.han) return accepts_han(quantity);
  return true;
}

/// 公务接待支出0.39万: without 元 behind 万, a word before decides.
void Acceptance::settle_money(Reading& quantity) const {
  constexpr std::size_t kReach = 14;  // characters; a subject with its verb
  if (quantity.unit || quantity.power == 0 || quantity.kind != FigureKind::number) return;
  const std::size_t point = quantity.value.find('.');
  const bool cents = point != std::string::npos && quantity.value.size() - point == 3;
  if (cents && ends_clause(quantity.end)) {  // amounts are printed with two decimals, counts not
    quantity.kind = FigureKind::money;
    quantity.normal_unit = kYuan;
    return;
  }
  for (std::size_t i = quantity.begin; i > 0 && quantity.begin - i < kReach; --i) {
    const char32_t c = text_[i - 1];
    if (c == U'，' || c == U'。' || c == U'；' || c == U'：') return;
    if (!vocabulary_.money_nouns.longest(text_, i)) continue;
    quantity.kind = FigureKind::money;
    quantity.normal_unit = kYuan;
    return;
  }
}

}  // namespace gouji
