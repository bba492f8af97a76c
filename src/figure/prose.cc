// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over the code points. Names and slogans are skipped as wholes; at every character that
// may begin a number, first the kinds of numbers that are no figures are tried, then a quantity is
// read, then a second one behind a connector (3—5家). What the numeral and its unit do not settle
// is settled by the scope: see rules_.accepts().
#include <algorithm>

#include "base/decimal.h"
#include "figure/acceptance.h"
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
      : vocabulary_(vocabulary), text_(text), scope_(scope), rules_(vocabulary, text, scope) {
    options_.wide = scope == NumeralScope::all;
  }

  std::vector<FigureSpan> scan();

 private:
  std::size_t skip_at(std::size_t at) const;
  std::size_t take_at(std::size_t at);
  std::size_t take_range(Reading& first);
  std::size_t take_proportion(const Reading& first);
  std::optional<Reading> second_of_range(const Reading& first, std::size_t& connector) const;
  std::size_t connector_end(std::size_t at) const;
  bool between_words(std::size_t at, std::size_t& second) const;
  void add(const Reading& quantity);
  void join_bounds(const Qualifier& qualifier);
  void add_pair(const Reading& quantity);
  void add_range(Reading first, const Reading& second);
  char32_t at(std::size_t i) const { return i < text_.size() ? text_[i] : 0; }
  char32_t before(std::size_t i) const { return i > 0 ? text_[i - 1] : 0; }

  const Vocabulary& vocabulary_;
  std::u32string_view text_;
  NumeralScope scope_;
  Acceptance rules_;
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
  if (!rules_.accepts(*second) && !rules_.accepts(low)) return second->end;
  Reading settled = *second;
  rules_.settle_money(settled);
  if (parts) {
    settled.power += 2 - first.numeral.parts_power;
    settled.kind = FigureKind::percent;
    settled.normal_unit = first.normal_unit;
    settled.unit_text = first.unit_text;
  }
  add_range(first, settled);
  return settled.end;
}

/// 收入比为2.35:1. A chain (三次产业结构5.8:41.6:52.6) is no ratio of two; its end is returned all
/// the same, so that its parts are not taken for bare numbers. 0 = no colon behind the number.
std::size_t ProseScanner::take_proportion(const Reading& first) {
  constexpr std::size_t kReach = 12;  // characters from 比 to the number
  if (first.unit || first.power != 0 || first.numeral.fraction || first.numeral.han) return 0;
  std::size_t end = first.end;
  int parts = 1;
  std::string second;
  while (fold_width(at(end)) == U':' && numeral_char(at(end + 1)).kind == NumeralClass::ascii) {
    const auto next = read_numeral(text_, end + 1, {.signs = false, .slashes = false});
    if (!next) break;
    second = next->value;
    end = next->end;
    ++parts;
  }
  if (parts == 1) return 0;
  const std::size_t reach = first.begin > kReach ? first.begin - kReach : 0;
  const bool proportion =
      text_.substr(reach, first.begin - reach).find(kThan) != std::u32string_view::npos;
  const auto p = parse_rational(first.value), q = parse_rational(second);
  if (parts != 2 || !proportion || !p || !q || *q == 0) return end;
  Reading whole = first;
  whole.end = end;
  whole.kind = FigureKind::ratio;
  whole.value = second == "1" ? first.value : first.value + "/" + second;
  add(whole);
  const Rational worth = *p / *q;
  spans_.back().figure.normalized.value =
      second == "1" ? first.value
                    : BigInt(numerator(worth)).str() + "/" + BigInt(denominator(worth)).str();
  return end;
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
  if (const std::size_t end = take_proportion(*quantity); end != 0) return end;
  if (const std::size_t end = take_range(*quantity); end != 0) return end;
  rules_.settle_money(*quantity);
  if (!rules_.accepts(*quantity)) {
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
