// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/operand.h"

#include <utility>

namespace gouji {

namespace {

Rational power_of_ten(int power) {
  BigInt value = 1;
  for (int i = 0; i < (power < 0 ? -power : power); ++i) value *= 10;
  return power < 0 ? Rational(BigInt(1), value) : Rational(value);
}

bool is_exact_kind(const Figure& figure, const Decimal& printed) {
  if (printed.scale() != 0) return false;
  return figure.kind == FigureKind::count || figure.kind == FigureKind::score;
}

Doubt doubt_of(const Figure& figure) {
  if (figure.approximate) return Doubt::approximate;
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
  const auto printed = Decimal::parse(figure.value);
  const auto normal = parse_rational(figure.normalized.value);
  if (!printed || !normal) {  // a fraction: exact
    out.doubt = normal ? out.doubt : Doubt::unread;
    out.point = normal.value_or(0);
    out.scale = 1;
    return out;
  }
  out.point = *normal;
  const Rational plain = printed->to_rational();
  if (printed->is_zero()) {
    // 0 says none; 0.00 says less than half of the last place. The factor of the unit does not
    // show in a zero: it is that of the unit's name, which the normalised value has lost.
    out.scale = 1;
    return out;
  }
  out.scale = *normal / plain;
  if (!is_exact_kind(figure, *printed))
    out.half = power_of_ten(-printed->scale()) / 2 * (out.scale < 0 ? -out.scale : out.scale);
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
