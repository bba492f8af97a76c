// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the code points. Names and slogans are skipped as wholes; at every character that
// may begin a number, first the kinds of numbers that are no figures are tried, then a quantity is
// read, then a second one behind a connector (3—5家). What the numeral and its unit do not settle
// is settled by the scope: see accepts().
#include <algorithm>

#include "base/decimal.h"
#include "figure/qualifier.h"
#include "figure/quantity.h"
#include "figure/skip.h"
#include "text/charclass.h"
#include "text/numeral_marks.h"

namespace gouji {

namespace {

using Vocabulary = FigureScanner::Vocabulary;

bool is_letter(char32_t c) {
  c = fold_width(c);
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

class ProseScanner {
 public:
  ProseScanner(const Vocabulary& vocabulary, std::u32string_view text, NumeralScope scope)
      : vocabulary_(vocabulary), text_(text), scope_(scope) {
    options_.wide = scope == NumeralScope::all;
  }

  std::vector<FigureSpan> scan();

 private:
  std::size_t skip_at(std::size_t at) const;
  std::size_t take_at(std::size_t at);
  std::size_t take_range(Reading& first);
  std::optional<Reading> second_of_range(const Reading& first, std::size_t& connector) const;
  std::size_t connector_end(std::size_t at) const;
  bool between_words(std::size_t at, std::size_t& second) const;
  bool accepts(const Reading& quantity) const;
  bool fits_unit(const Reading& quantity) const;
  bool accepts_han(const Reading& quantity) const;
  bool accepts_bare(const Reading& quantity) const;
  bool accepts_bare_han(const Reading& quantity) const;
  bool ends_clause(std::size_t at) const;
  bool is_year_like(const Reading& quantity) const;
  void settle_money(Reading& quantity) const;
  void add(const Reading& quantity);
  void join_bounds(const Qualifier& qualifier);
  void add_pair(const Reading& quantity);
  void add_range(Reading first, const Reading& second);
  char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : 0; }
  char32_t before(std::size_t i) const { return i > 0 ? text_[i - 1] : 0; }

  const Vocabulary& vocabulary_;
  std::u32string_view text_;
  NumeralScope scope_;
  NumeralOptions options_;
  std::vector<FigureSpan> spans_;
  Qualifier last_qualifier_;
};

/// The end of what begins at `at` and is no figure; `at` if nothing does.
std::size_t ProseScanner::skip_at(std::size_t at) const {
  const char32_t c = text_[at];
  if (scope_ == NumeralScope::report)
    if (const std::size_t end = skip_ordinal(text_, at); end != at) return end;
  if (vocabulary_.names.may_begin(c))
    if (const auto name = vocabulary_.names.longest(text_, at)) return name.other_end;
  if (numeral_char(c).kind == NumeralClass::ascii) return skip_digits(vocabulary_, text_, at);
  if (is_letter(c) && !vocabulary_.currencies.longest(text_, at)) return skip_latin(text_, at);
  return at;
}

bool ProseScanner::is_year_like(const Reading& quantity) const {
  const std::string& value = quantity.numeral.value;
  return value.size() == 4 && !quantity.numeral.separated && quantity.power == 0 &&
         (value.starts_with("19") || value.starts_with("20")) &&
         value.find('.') == std::string::npos;
}

bool ProseScanner::ends_clause(std::size_t i) const {
  constexpr std::u32string_view kEnds = U"。，；！？,;)]》”\"";
  i = skip_blanks(text_, i);
  return i >= text_.size() || kEnds.find(fold_width(text_[i])) != std::u32string_view::npos ||
         kEnds.find(text_[i]) != std::u32string_view::npos;
}

/// A number without a unit, printed in digits.
bool ProseScanner::accepts_bare(const Reading& quantity) const {
  constexpr std::size_t kMostWholeDigits = 6;  // longer ones are codes
  if (quantity.power != 0) return true;
  const Numeral& numeral = quantity.numeral;
  const bool decimal = numeral.value.find('.') != std::string::npos;
  if (numeral.separated && decimal) return true;
  if (!decimal && !numeral.separated && numeral.value.size() > kMostWholeDigits) return false;
  if (is_year_like(quantity) || !ends_clause(quantity.end)) return false;
  std::size_t lead = quantity.begin;
  while (lead > 0 && is_blank(text_[lead - 1])) --lead;
  return static_cast<bool>(vocabulary_.lead.longest(text_, lead));
}

/// Chinese numerals alone, in the scope of all: not where they are parts of words.
bool ProseScanner::accepts_bare_han(const Reading& quantity) const {
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

bool ProseScanner::accepts_han(const Reading& quantity) const {
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
bool ProseScanner::fits_unit(const Reading& quantity) const {
  if (quantity.unit->kind == "count_weak" && quantity.power == 0) {
    const bool decimal = quantity.numeral.value.find('.') != std::string::npos;
    if (decimal || (is_year_like(quantity) && !quantity.numeral.han)) return false;
  }
  const std::u32string_view front = text_.substr(0, quantity.begin);
  for (const std::u32string& word : quantity.unit->not_after)
    if (front.ends_with(word)) return false;
  return true;
}

bool ProseScanner::accepts(const Reading& quantity) const {
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
void ProseScanner::settle_money(Reading& quantity) const {
  constexpr std::size_t kReach = 14;  // characters; a subject with its verb
  if (quantity.unit || quantity.power == 0 || quantity.kind != FigureKind::number) return;
  for (std::size_t i = quantity.begin; i > 0 && quantity.begin - i < kReach; --i) {
    const char32_t c = text_[i - 1];
    if (c == U'，' || c == U'。' || c == U'；' || c == U'：') return;
    if (!vocabulary_.money_nouns.longest(text_, i)) continue;
    quantity.kind = FigureKind::money;
    quantity.normal_unit = kYuan;
    return;
  }
}

void ProseScanner::add(const Reading& quantity) {
  const Qualifier qualifier = read_qualifier(vocabulary_, text_, quantity.begin, quantity.end);
  FigureSpan span;
  span.start = quantity.begin;
  span.end = quantity.end;
  span.figure = figure_of(quantity, text_);
  span.figure.bound = qualifier.bound;
  span.figure.approximate |= qualifier.approximate;
  spans_.push_back(std::move(span));
  join_bounds(qualifier);
}

/// 大于100并且小于300, 1000以上，1500以下: two opposite bounds with nothing but a conjunction
/// between are the ends of a range.
void ProseScanner::join_bounds(const Qualifier& qualifier) {
  const Qualifier previous = std::exchange(last_qualifier_, qualifier);
  if (spans_.size() < 2 || previous.bound == Bound::none || qualifier.bound == Bound::none) return;
  const auto rises = [](Bound bound) {
    return bound == Bound::at_least || bound == Bound::more_than;
  };
  FigureSpan& a = spans_[spans_.size() - 2];
  FigureSpan& b = spans_.back();
  if (rises(previous.bound) == rises(qualifier.bound) || a.range_with >= 0) return;
  if (previous.end > qualifier.begin) return;
  std::size_t i = skip_blanks(text_, previous.end);
  if (const auto word = vocabulary_.joins.longest(text_, i)) i = skip_blanks(text_, word.other_end);
  if (i != qualifier.begin) return;
  a.range_with = static_cast<int>(spans_.size() - 1);
  b.range_with = static_cast<int>(spans_.size() - 2);
}

/// 七八个, 二三十万元: one numeral, two ends.
void ProseScanner::add_pair(const Reading& quantity) {
  Reading low = quantity, high = quantity;
  low.end = quantity.numeral.upper_begin;
  high.begin = quantity.numeral.upper_begin;
  high.value = quantity.numeral.upper;
  add(low);
  add(high);
  FigureSpan& first = spans_[spans_.size() - 2];
  FigureSpan& second = spans_.back();
  first.figure.bound = Bound::at_least;
  second.figure.bound = Bound::at_most;
  first.figure.approximate = second.figure.approximate = true;
  first.range_with = static_cast<int>(spans_.size() - 1);
  second.range_with = static_cast<int>(spans_.size() - 2);
}

/// The first end of a range takes what only the second end prints: its unit, and as much of its
/// multipliers as leaves the first below the second (两到三千元, 七千到九千亿元).
void inherit(Reading& first, const Reading& second) {
  if (first.unit == nullptr) {
    first.unit = second.unit;
    first.kind = second.kind;
    first.factor = second.factor;
    first.normal_unit = second.normal_unit;
    if (second.unit && first.unit_text.empty() && second.power == 0)
      first.unit_text = second.unit_text;
  }
  if (first.power != 0) return;
  const Numeral& numeral = second.numeral;
  const auto low = parse_rational(first.value);
  const auto high = parse_rational(shift_point(second.value, second.power));
  if (!low || !high) return;
  const std::size_t tail =
      first.numeral.tail_size > 0 && first.numeral.tail_power[0] >= 4 ? numeral.tail_size : 0;
  for (std::size_t i = tail; i < numeral.tail_size; ++i) {
    int power = 0;
    for (std::size_t k = i; k < numeral.tail_size; ++k) power += numeral.tail_power[k];
    if (*low * parse_rational("1" + std::string(static_cast<std::size_t>(power), '0')).value() >
        *high)
      continue;
    if (second.power != 0) {
      first.power = power;
      if (first.unit_text.empty()) first.unit_text = second.unit_text;
    } else {
      first.value = shift_point(first.value, power);
    }
    return;
  }
}

void ProseScanner::add_range(Reading first, const Reading& second) {
  inherit(first, second);
  add(first);
  add(second);
  FigureSpan& low = spans_[spans_.size() - 2];
  FigureSpan& high = spans_.back();
  low.figure.bound = Bound::at_least;
  high.figure.bound = Bound::at_most;
  low.figure.approximate |= high.figure.approximate;
  high.figure.approximate |= low.figure.approximate;
  low.range_with = static_cast<int>(spans_.size() - 1);
  high.range_with = static_cast<int>(spans_.size() - 2);
}

/// Behind the dash or 至 / 到 at `at`; else `at`.
std::size_t ProseScanner::connector_end(std::size_t i) const {
  const std::size_t begin = skip_blanks(text_, i);
  std::size_t end = begin;
  while (is_one_of(at(end), kRangeDashes)) ++end;
  if (end > begin && end - begin <= 3) return end;
  if (is_one_of(at(begin), kRangeWords)) return begin + 1;
  return i;
}

/// 10000与20000之间, 位于20和30之间: the place of the second number behind 与, 和, 及.
bool ProseScanner::between_words(std::size_t i, std::size_t& second) const {
  i = skip_blanks(text_, i);
  if (!is_one_of(at(i), kAndWords)) return false;
  second = skip_blanks(text_, i + 1);
  if (at(second) == kOrdinalMark) ++second;
  return true;
}

std::optional<Reading> ProseScanner::second_of_range(const Reading& first,
                                                     std::size_t& connector) const {
  std::size_t end = first.end;
  if (const auto inclusive = vocabulary_.inclusive.longest(text_, skip_blanks(text_, end)))
    end = inclusive.other_end;
  connector = connector_end(end);
  std::size_t begin = skip_blanks(text_, connector);
  const bool between = connector == end && between_words(end, begin);
  if (connector == end && !between) return std::nullopt;
  NumeralOptions options = options_;
  options.signs = false;
  auto second = read_amount(vocabulary_, text_, begin, options);
  if (!second) return std::nullopt;
  if (between) {
    const std::size_t close = skip_blanks(text_, second->end);
    if (between_word_end(text_, close) == close) return std::nullopt;
  }
  return second;
}

/// A range that begins with `first`: the end of what was taken or must be skipped; 0 = no range.
std::size_t ProseScanner::take_range(Reading& first) {
  if (first.numeral.fraction || !first.numeral.upper.empty()) return 0;
  std::size_t connector = 0;
  const auto second = second_of_range(first, connector);
  if (!second || !second->numeral.upper.empty() || second->numeral.fraction) return 0;
  const bool bare_first = first.unit == nullptr && first.kind != FigureKind::money;
  if (bare_first && second->duration) return second->end;
  const bool same_kind = first.unit != nullptr && second->unit != nullptr &&
                         first.kind == second->kind && first.normal_unit == second->normal_unit;
  const bool money = first.kind == FigureKind::money && second->kind == FigureKind::money;
  const bool parts = first.numeral.parts_power != 0 && second->unit == nullptr;
  if (!bare_first && !same_kind && !money && !parts) return 0;
  Reading low = first;
  inherit(low, *second);
  const auto a = parse_rational(low.normalized(low.value));
  const auto b = parse_rational(second->normalized(second->value));
  if (!a || !b || *a >= *b) {
    const bool codes = bare_first && second->unit == nullptr && scope_ == NumeralScope::report;
    return codes ? second->end : 0;
  }
  if (scope_ == NumeralScope::report && !second->unit && second->kind == FigureKind::number &&
      second->power == 0)
    return second->end;  // 2-1, 图3-5
  if (!accepts(*second) && !accepts(low)) return second->end;
  Reading settled = *second;
  settle_money(settled);
  if (parts) {
    settled.power += 2 - first.numeral.parts_power;
    settled.kind = FigureKind::percent;
    settled.normal_unit = first.normal_unit;
    settled.unit_text = first.unit_text;
  }
  add_range(first, settled);
  return settled.end;
}

/// Reads the number at `at` and adds its figures; the end of it, or `at` if there is none.
std::size_t ProseScanner::take_at(std::size_t i) {
  NumeralOptions options = options_;
  const char32_t previous = before(i);
  const bool glued = is_ascii_digit(fold_width(previous)) || is_letter(previous) ||
                     numeral_char(previous).kind == NumeralClass::sign || previous == U'%' ||
                     previous == U'％' || previous == U')' || previous == U'）';
  options.signs = !glued;
  auto quantity = read_amount(vocabulary_, text_, i, options);
  if (!quantity) return i;
  if (at(quantity->numeral.end) == U'^') {  // a power: an expression, no figure
    std::size_t exponent = quantity->numeral.end + 1;
    while (at(exponent) == U'-' || at(exponent) == U'+') ++exponent;
    const auto number = read_numeral(text_, exponent);
    return number ? number->end : quantity->end;
  }
  if (const std::size_t end = take_range(*quantity); end != 0) return end;
  settle_money(*quantity);
  if (!accepts(*quantity)) {
    // A Chinese numeral that is none may hide the beginning of another: go on behind its first
    // character only when it carries no unit.
    return quantity->duration || quantity->unit || !quantity->numeral.han ? quantity->end
                                                                          : quantity->numeral.end;
  }
  if (quantity->numeral.upper.empty())
    add(*quantity);
  else
    add_pair(*quantity);
  return quantity->end;
}

std::vector<FigureSpan> ProseScanner::scan() {
  for (std::size_t i = 0; i < text_.size();) {
    const char32_t c = text_[i];
    const NumeralChar numeral = numeral_char(c);
    const bool may_be_number =
        numeral.kind != NumeralClass::none || c == U'.' || vocabulary_.currencies.may_begin(c);
    if (!may_be_number && !vocabulary_.names.may_begin(c) && c != kOrdinalMark && !is_letter(c)) {
      ++i;
      continue;
    }
    if (const std::size_t end = skip_at(i); end != i) {
      i = end;
      continue;
    }
    const std::size_t end = may_be_number ? take_at(i) : i;
    i = std::max(end, i + 1);
  }
  return std::move(spans_);
}

}  // namespace

std::vector<FigureSpan> FigureScanner::in_prose(std::u32string_view text,
                                                NumeralScope scope) const {
  return ProseScanner(*vocabulary_, text, scope).scan();
}

}  // namespace gouji
