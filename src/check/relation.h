// SPDX-License-Identifier: GPL-3.0-or-later
// A relation between printed figures, as data: operands with roles and a formula.
//
//   stated  =  scale × (Σ factor × operand) / (Σ factor × operand)
//
// Finders make relations, the engine decides them (check/evaluate.h), the diagnosis searches the
// failed ones for the operand that is wrong. No finder computes a verdict.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/interval.h"
#include "gouji/report.h"

namespace gouji {

/// Why an operand cannot be computed with.
enum class Doubt : std::uint8_t {
  none,
  approximate,  ///< 约, 余, 多
  bounded,      ///< 不低于, 以上: a bound, no value
  blank,        ///< an empty cell
  unread,       ///< a cell or word that is no number, or was read with doubt
  no_unit,      ///< money or count without a known unit
};

/// A printed figure in a relation. `point` and `half` are in the base unit: money in 元, percent in
/// % (1% is 1), other units without 万/亿.
struct Operand {
  std::string role;     ///< as in CheckOperand
  std::string ref;      ///< as in CheckOperand
  std::string printed;  ///< plain decimal with the printed digits
  std::string unit;     ///< of the print: 万元, %, 人; "" = none
  Rational point;
  Rational half;   ///< half a unit of the last printed place; 0 = exact
  Rational scale;  ///< point = printed × scale
  Doubt doubt = Doubt::none;

  Interval interval() const { return Interval::around(point, half); }
};

/// factor × operand.
struct Term {
  int operand = 0;  ///< index into Relation::operands
  Rational factor = 1;
};

enum class Comparison : std::uint8_t { equal, at_most, at_least, less, more };

/// What the relation computes.
enum class Formula : std::uint8_t {
  linear,    ///< Σ terms
  ratio,     ///< scale × Σ terms / Σ below
  product,   ///< scale × Π terms
  constant,  ///< `constant`: a count of things that are no figures (items of a list)
  statement  ///< no number: `holds` says whether the wording is right
};

struct Relation {
  std::string rule;  ///< a name of patterns/check/rule.toml: "sum.rows"
  Formula formula = Formula::linear;
  std::vector<Operand> operands;
  /// Index of the operand that states the result; -1: `constant` does (shares that add to 100).
  int stated = 0;
  Comparison comparison = Comparison::equal;  ///< stated … computed
  std::vector<Term> terms;
  std::vector<Term> below;  ///< ratio only
  Rational scale = 1;       ///< 100 for percentages
  Rational constant = 0;  ///< the result where `stated` is -1; else what Formula::constant computes
  bool holds = true;      ///< statement only
  std::string reason;     ///< not empty: cannot be checked; a name of patterns/check/reason.toml
  /// A fail of this relation is at most this bad; the rule says how bad it is in general. Set
  /// `warning` or `info` where the operands are likely but not certain.
  Severity at_most = Severity::error;
  std::string wording;  ///< which of several sentences of the rule; "" = its only one
  std::vector<std::pair<std::string, std::string>> arguments = {};  ///< for its message
  std::string quote = {};
  At at = {};
};

}  // namespace gouji
