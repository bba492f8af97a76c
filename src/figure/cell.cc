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

/// Does the mark at `at` refer to a note? The ² of 平方米 is written m²: part of the unit.
bool is_note_behind(std::u32string_view text, std::size_t at) {
  std::size_t front = at;
  while (front > 0 && is_high_digit(text[front])) --front;
  const char32_t letter = fold_width(text[front]) | 0x20U;
  const bool of_unit = is_high_digit(text[at]) && letter >= U'a' && letter <= U'z';
  return is_note_mark(text[at]) && !of_unit;
}

/// The cell without note marks and the marks of a negative number: （1.2）, △1.2.
struct Inner {
  std::size_t begin = 0, end = 0;
  bool negative = false;
};

Inner without_negative_marks(std::u32string_view text) {
  Inner inner{0, text.size(), false};
  while (inner.begin < inner.end && is_blank(text[inner.begin])) ++inner.begin;
  while (inner.end > inner.begin && is_blank(text[inner.end - 1])) --inner.end;
  while (inner.end - inner.begin > 1 && is_note_mark(text[inner.begin])) ++inner.begin;
  while (inner.begin < inner.end && is_blank(text[inner.begin])) ++inner.begin;
  while (inner.end - inner.begin > 1 && is_note_behind(text, inner.end - 1)) --inner.end;
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

/// Money, counts and rates in plain print: digits, thousands separators where they belong, a point,
/// a minus in front. The digits without separators; empty if the cell holds anything else.
std::string plain_number(std::u32string_view text) {
  std::string digits;
  std::size_t at = 0, group = 0;
  bool separated = false, point = false;
  if (text.starts_with(U'-')) {
    digits = "-";
    at = 1;
  }
  const std::size_t first = at;
  for (; at < text.size(); ++at) {
    const char32_t c = text[at];
    if (is_ascii_digit(c)) {
      digits += static_cast<char>(c);
      ++group;
    } else if (c == U',' && !point && (separated ? group == 3 : group >= 1 && group <= 3)) {
      separated = true;
      group = 0;
    } else if (c == U'.' && !point && group > 0 && (!separated || group == 3)) {
      point = true;
      digits += '.';
      group = 0;
    } else {
      return {};
    }
  }
  const bool closed = group > 0 && (point || !separated || group == 3);
  const bool leading_zero = separated && text[first] == U'0';
  return closed && !leading_zero ? digits : std::string();
}

/// A bare number with the unit that the table gives; `multipliers` are those printed behind it, of
/// that power of ten.
void give_unit(Figure& figure, const CellUnit& unit, const std::string& multipliers, int power) {
  figure.kind = unit.kind;
  if (unit.text.empty()) {
    figure.normalized.value = figure.value;
    return;
  }
  figure.unit = multipliers + unit.text;
  figure.normalized.value = in_normal_unit(figure.value, power + unit.power, unit.factor);
  figure.normalized.unit = unit.normal;
}

}  // namespace

CellUnit FigureScanner::cell_unit(std::string_view unit) const {
  CellUnit result;
  result.text = result.normal = unit;
  if (unit.empty()) return result;
  const std::u32string one = U"1" + from_utf8(unit);
  const auto reading = read_amount(*vocabulary_, one, 0, {});
  if (!reading || reading->end != one.size() || reading->duration) return result;
  result.power = reading->power;
  result.kind = reading->kind;
  result.factor = reading->factor;
  result.normal = reading->normal_unit;
  return result;
}

Maybe<Figure> FigureScanner::in_cell(std::u32string_view text, std::string_view unit) const {
  return in_cell(text, cell_unit(unit));
}

Maybe<Figure> FigureScanner::in_cell(std::u32string_view text, const CellUnit& unit) const {
  constexpr std::size_t kLongestCell = 64;  // characters; a number with its unit
  const Inner inner = without_negative_marks(text);
  std::size_t begin = inner.begin;
  if (begin >= inner.end || inner.end - begin > kLongestCell) return std::nullopt;
  if (!inner.negative) {
    const std::u32string_view number = text.substr(begin, inner.end - begin);
    std::string digits = plain_number(number);
    if (!digits.empty()) {
      Maybe<Figure> figure(std::in_place);
      figure->text.assign(number.begin(), number.end());  // ASCII
      figure->value = std::move(digits);
      give_unit(*figure, unit, std::string(), 0);
      return figure;
    }
  }
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
  if (!reading->unit && reading->kind == FigureKind::number && !unit.text.empty())
    give_unit(figure, unit, reading->unit_text, reading->power);
  return figure;
}

}  // namespace gouji
