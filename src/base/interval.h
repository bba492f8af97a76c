// SPDX-License-Identifier: GPL-3.0-or-later
// Closed intervals of exact fractions: what a printed figure may stand for.
//
// The semantics are those of XBRL Calculations 1.1 (round to nearest, closed ends): a figure with k
// decimals stands for every value within half a unit of its last place.
#pragma once

#include <optional>

#include "base/decimal.h"

namespace gouji {

/// [low, high], low <= high.
struct Interval {
  Rational low, high;

  static Interval of(const Rational& point) { return {point, point}; }
  /// point ± half, half >= 0.
  static Interval around(const Rational& point, const Rational& half) {
    return {point - half, point + half};
  }
  Rational width() const { return high - low; }
  bool contains(const Rational& value) const { return low <= value && value <= high; }
  bool meets(const Interval& other) const { return low <= other.high && other.low <= high; }
  /// The distance between two intervals that do not meet; 0 if they do.
  Rational gap(const Interval& other) const;
};

Interval operator+(const Interval& a, const Interval& b);
Interval operator-(const Interval& a, const Interval& b);
Interval operator*(const Interval& a, const Interval& b);
Interval operator*(const Rational& factor, const Interval& a);
/// Nothing where `b` contains 0.
std::optional<Interval> divide(const Interval& a, const Interval& b);

}  // namespace gouji
