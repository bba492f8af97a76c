// SPDX-License-Identifier: GPL-3.0-or-later
// Exact decimal numbers and fractions: no binary floating point near money.
//
// A Decimal keeps the digits that were printed: "1007.40" has scale 2 and prints as "1007.40".
// Comparison is by worth (1.0 == 1.00); to_string() is by print.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/rational.h"

namespace gouji {

/// unscaled × 10^-scale, scale >= 0. Immutable value; any size.
class Decimal {
 public:
  Decimal() = default;
  Decimal(BigInt unscaled, int scale);
  explicit Decimal(long long whole) : unscaled_(whole) {}

  /// A plain decimal: optional '-', digits, optional '.' with digits ("-1007.40", ".5" is not).
  /// Nothing else: no separators, no exponent, no blanks.
  static std::optional<Decimal> parse(std::string_view text);

  const BigInt& unscaled() const { return unscaled_; }
  int scale() const { return scale_; }  ///< digits behind the point, as printed
  bool is_zero() const { return unscaled_ == 0; }

  /// Plain digits with exactly scale() decimals, a '-' in front if negative, never an exponent.
  std::string to_string() const;

  /// Moves the point; decimals that become whole digits leave no zeros behind the point.
  Decimal times_power_of_ten(int power) const;
  Rational to_rational() const;

  Decimal operator-() const { return {-unscaled_, scale_}; }
  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b) { return a + -b; }
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

 private:
  BigInt unscaled_ = 0;
  int scale_ = 0;
};

/// A plain decimal or a fraction "p/q" as an exact rational; nothing for other text or q = 0.
std::optional<Rational> parse_rational(std::string_view text);

/// `digits` (a plain decimal) × 10^power as text: Decimal::times_power_of_ten without the big
/// numbers, for the many cells of a report. Leading zeros go, one before the point stays.
/// shift_point("56.84", 8) == "5684000000", shift_point("226.235", 1) == "2262.35",
/// shift_point("5", -1) == "0.5", shift_point("0.00", 4) == "0".
std::string shift_point(std::string_view digits, int power);

}  // namespace gouji
