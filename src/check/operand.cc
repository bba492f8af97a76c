// SPDX-License-Identifier: GPL-3.0-or-later
// The scale of an operand is its worth divided by its print. A zero does not show it: there it is
// read from the multipliers that its unit has before the normalised one (万 of 万元).
#include "check/operand.h"

#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "text/numeral.h"

namespace gouji {

namespace {

/// Decimals of a score from which on it was computed and rounded (an average, a rate × weight).
constexpr int kRoundedScore = 2;

Rational power_of_ten(int power) {
  Rational value = 1;
  for (int i = 0; i < (power < 0 ? -power : power); ++i) value *= 10;
  return power < 0 ? 1 / value : value;
}

/// The power of ten of the multipliers before the normalised unit: that of 万元 before 元 is 4.
int power_of_unit(std::string_view printed, std::string_view normal) {
  if (normal.empty() || printed == normal || !printed.ends_with(normal)) return 0;
  const std::u32string before = from_utf8(printed.substr(0, printed.size() - normal.size()));
  int power = 0;
  for (std::size_t i = before.size(); i-- > 0;) {
    const NumeralChar read = numeral_char(before[i]);
    if (read.kind != NumeralClass::small && read.kind != NumeralClass::big) break;
    power += read.value;
  }
  return power;
}

Rational scale_of_zero(const Figure& figure) {
  return power_of_ten(power_of_unit(figure.unit.value_or(""), figure.normalized.unit.value_or("")));
}

/// Things that are counted: a whole number of them is exact, 41万户 is rounded.
bool is_exact(const Figure& figure, const Decimal& printed, const Rational& scale) {
  if (printed.is_zero() && printed.scale() == 0) return true;
  if (figure.kind == FigureKind::score) return printed.scale() < kRoundedScore;
  return figure.kind == FigureKind::count && printed.scale() == 0 && scale == 1;
}

Doubt doubt_of(const Figure& figure) {
  if (figure.approximate) return Doubt::approximate;
  if (figure.kind == FigureKind::money && !figure.unit) return Doubt::no_unit;
  return figure.bound == Bound::none ? Doubt::none : Doubt::bounded;
}

}  // namespace

Operand operand_of(const Figure& figure, std::string role, std::string ref) {
  Operand out;
  out.role = std::move(role);
  out.ref = std::move(ref);
  out.printed = figure.value;
  out.unit = figure.unit.value_or("");
  out.doubt = doubt_of(figure);
  out.scale = 1;
  const auto printed = Decimal::parse(figure.value);
  const auto normal = parse_rational(figure.normalized.value);
  if (!printed || !normal) {  // a fraction: exact
    if (!normal) out.doubt = Doubt::unread;
    out.point = normal.value_or(0);
    return out;
  }
  out.point = *normal;
  out.scale =
      printed->is_zero() ? scale_of_zero(figure) : Rational(*normal / printed->to_rational());
  if (!is_exact(figure, *printed, out.scale))
    out.half = power_of_ten(-printed->scale()) / 2 * abs(out.scale);
  return out;
}

Operand operand_of(const Figure& figure, std::string role) {
  return operand_of(figure, std::move(role), figure.id);
}

Operand operand_without_figure(std::string role, std::string ref, bool empty) {
  Operand out;
  out.role = std::move(role);
  out.ref = std::move(ref);
  out.scale = 1;
  out.doubt = empty ? Doubt::blank : Doubt::unread;
  return out;
}

}  // namespace gouji
