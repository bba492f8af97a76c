// SPDX-License-Identifier: GPL-3.0-or-later
// What one operand would have to be for its relation to hold, the others standing as printed.
#pragma once

#include <optional>

#include "check/evaluate.h"
#include "check/relation.h"

namespace gouji {

/// The values that an operand may have; an absent end is open.
struct Need {
  std::optional<Rational> low, high;

  /// Some value of the interval is among them.
  bool admits(const Interval& interval) const {
    return (!low || interval.high >= *low) && (!high || interval.low <= *high);
  }
  bool bounded() const { return low && high; }
};

/// Nothing where it cannot be said: a statement, an operand on both sides, a base that may be 0, an
/// order of ratios. `verdict` is that of the relation, passed or failed. Pure.
std::optional<Need> needed(const Relation& relation, const Verdict& verdict, int operand);

}  // namespace gouji
