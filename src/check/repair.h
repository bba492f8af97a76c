// SPDX-License-Identifier: GPL-3.0-or-later
// The slips that turn the right number into the printed one, undone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "check/need.h"
#include "check/relation.h"

namespace gouji {

enum class Edit : std::uint8_t {
  digit,
  transposition,
  decimal_point,
  unit,
  sign,
  missing_part,
  other
};

/// The name in the report: "digit", "decimal_point" …; "" for another number.
const char* name_of(Edit edit);

/// A value that may have been meant.
struct Repair {
  Edit edit = Edit::digit;
  std::string suggested;  ///< plain decimal in the unit of the print; "" where none can be said
  Rational point, half;   ///< in the base unit
  int cost = 0;           ///< ten times the decimal logarithm of how unlikely the slip is
  int power = 0;          ///< of ten: of a unit slip and of a moved point
};

/// The repairs of a printed number that the need admits, none twice: one digit changed, dropped or
/// added, two neighbours swapped, the point moved, another unit (10^3, 10^4, 10^8; 100 for
/// percentages), the other sign, and as the last resort the number that would be right. Pure.
std::vector<Repair> repairs(const Operand& operand, const Need& need);

/// The number of decimal digits of the whole part, 0 below 1. `value` >= 0.
int digits_of(const Rational& value);

}  // namespace gouji
