// SPDX-License-Identifier: GPL-3.0-or-later
// A cell is a figure when the whole of it is one number: with a sign in one of the writings of
// accountants, a comparison before it, a unit behind it. Cells are the bulk of a report: what is
// printed in plain digits is copied without the numeral reader.
#include "base/decimal.h"
#include "figure/qualifier.h"
#include "figure/quantity.h"
#include "text/charclass.h"

namespace gouji {

namespace {

using Vocabulary = FigureScanner::Vocabulary;

bool is_triangle(char32_t c) {
  return c == U'△' || c == U'▲' || c == U'∆' || c == U'Δ';
}

/// The cell without the marks of a negative number: （1.2）, △1.2.
struct Inner {
  std::size_t begin = 0, end = 0;
  bool negative = false;
};

Inner without_negative_marks(std::u32string_view text) {
  Inner inner{0, text.size(), false};
  while (inner.begin < inner.end && is_blank(text[inner.begin])) ++inner.begin;
  while (inner.end > inner.begin && is_blank(text[inner.end - 1])) --inner.end;
  if (inner.end - inner.begin < 2) return inner;
  const bool bracketed =
      fold_width(text[inner.begin]) == U'(' && fold_width(text[inner.end - 1]) == U')';
  if (bracketed) {
    ++inner.begin;
    --inner.end;
    inner.negative = true;
  } else if (is_triangle(text[inner.begin])) {
    ++inner.begin;
    inner.negative = true;
  }
  return inner;
}

/// The unit of a table or column as a word of the vocabulary with its multipliers: 万元, 亿元, 人.
struct GivenUnit {
  int power = 0;
  FigureKind kind = FigureKind::number;
  std::string factor;
  std::string normal;
};

GivenUnit read_given_unit(const Vocabulary& vocabulary, std::string_view unit) {
  GivenUnit given;
  std::u32string one = U"1" + from_utf8(unit);
  const auto reading = read_amount(vocabulary, one, 0, {});
  if (!reading || reading->end != one.size() || reading->duration) {
    given.normal = unit;
    return given;
  }
  given.power = reading->power;
  given.kind = reading->kind;
  given.factor = reading->factor;
  given.normal = reading->normal_unit;
  return given;
}

}  // namespace

Maybe<Figure> FigureScanner::in_cell(std::u32string_view text, std::string_view unit) const {
  constexpr std::size_t kLongestCell = 64;  // characters; a number with its unit
  const Inner inner = without_negative_marks(text);
  std::size_t begin = inner.begin;
  if (begin >= inner.end || inner.end - begin > kLongestCell) return std::nullopt;
  const std::u32string_view body = text.substr(0, inner.end);

  Bound bound = Bound::none;
  bool approximate = false;
  if (numeral_char(body[begin]).kind != NumeralClass::ascii) {
    std::size_t number = begin;  // a comparison stands in front: find the number behind it
    while (number < body.size() && numeral_char(body[number]).kind == NumeralClass::none) ++number;
    if (number == body.size()) return std::nullopt;
    if (number > begin && !vocabulary_->currencies.longest(body, begin)) {
      const Qualifier qualifier = read_qualifier(*vocabulary_, body, number, number + 1);
      if (qualifier.begin > begin) return std::nullopt;
      bound = qualifier.bound;
      approximate = qualifier.approximate;
      begin = skip_blanks(body, number);
    }
  }
  auto reading = read_amount(*vocabulary_, body, begin, {});
  if (!reading || reading->duration || !reading->numeral.upper.empty()) return std::nullopt;
  if (reading->numeral.han && !reading->unit && reading->numeral.parts_power == 0)
    return std::nullopt;
  const Qualifier behind = read_qualifier(*vocabulary_, body, begin, reading->end);
  if (skip_blanks(body, std::max(behind.end, reading->end)) != inner.end) return std::nullopt;
  if (bound == Bound::none) bound = behind.bound;
  if (inner.negative) {
    if (reading->value.starts_with('-')) return std::nullopt;
    reading->value.insert(0, "-");
  }
  Figure figure = figure_of(*reading, body);
  figure.bound = bound;
  figure.approximate |= approximate || behind.approximate;
  if (inner.negative) figure.text = to_utf8(text.substr(inner.begin > 0 ? inner.begin - 1 : 0));
  if (!reading->unit && reading->kind == FigureKind::number && !unit.empty()) {
    const GivenUnit given = read_given_unit(*vocabulary_, unit);
    Reading of_unit = *reading;
    of_unit.power += given.power;
    of_unit.factor = given.factor;
    figure.kind = given.kind;
    figure.unit = reading->unit_text + std::string(unit);
    figure.normalized = {of_unit.normalized(reading->value), given.normal};
  }
  return figure;
}

}  // namespace gouji
