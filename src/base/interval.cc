// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/interval.h"

#include <algorithm>

namespace gouji {

Rational Interval::gap(const Interval& other) const {
  if (high < other.low) return other.low - high;
  if (other.high < low) return low - other.high;
  return 0;
}

Interval operator+(const Interval& a, const Interval& b) {
  return {a.low + b.low, a.high + b.high};
}

Interval operator-(const Interval& a, const Interval& b) {
  return {a.low - b.high, a.high - b.low};
}

Interval operator*(const Interval& a, const Interval& b) {
  const Rational products[] = {a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high};
  const auto [low, high] = std::minmax_element(std::begin(products), std::end(products));
  return {*low, *high};
}

Interval operator*(const Rational& factor, const Interval& a) {
  if (factor < 0) return {factor * a.high, factor * a.low};
  return {factor * a.low, factor * a.high};
}

std::optional<Interval> divide(const Interval& a, const Interval& b) {
  if (b.contains(0)) return std::nullopt;
  return a * Interval{1 / b.high, 1 / b.low};
}

}  // namespace gouji
