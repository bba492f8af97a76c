// SPDX-License-Identifier: GPL-3.0-or-later
// The verdict on one relation, by intervals of exact fractions.
#pragma once

#include <cstdint>
#include <string>

#include "check/relation.h"

namespace gouji {

/// How the rates of a document were made from their values.
enum class Rounding : std::uint8_t {
  nearest,  ///< within half a unit of the last place
  cut       ///< the digits behind the last place were dropped
};

struct Verdict {
  CheckStatus status = CheckStatus::not_checked;
  std::string reason;  ///< of not_checked: a name of patterns/check/reason.toml
  Rational stated;     ///< points, in the base unit
  Rational computed;   ///< 0 where nothing was computed
  Interval range;      ///< what the computed value may be
  Rational gap;        ///< between the intervals; 0 unless failed
};

/// Decides a relation. `fail` only if no values within the intervals of the operands satisfy it; a
/// doubtful operand or a ratio whose base may be 0 gives `not_checked`. An operand that stands
/// above and below the line of a ratio counts once: the range is taken over the corners of the
/// operands' intervals, where a fraction of linear terms has its extremes. `rounding` is that of
/// stated rates. Pure.
Verdict evaluate(const Relation& relation, Rounding rounding = Rounding::nearest);

/// What was computed is within what the stated rate stands for if it was made so. `verdict` is that
/// of the relation, whatever it says. Pure.
bool fits(const Relation& relation, const Verdict& verdict, Rounding rounding);

}  // namespace gouji
