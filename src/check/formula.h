// SPDX-License-Identifier: GPL-3.0-or-later
// A decided relation in print: its numbers in the unit of the stated operand, its formula for
// people.
#pragma once

#include <string>
#include <vector>

#include "check/evaluate.h"
#include "check/relation.h"

namespace gouji {

/// Prints the numbers of one relation. Holds a reference to it.
class Printer {
 public:
  explicit Printer(const Relation& relation);

  /// In the unit of the stated operand: exact where two places more than the stated figure has are
  /// enough, else rounded half up to so many.
  std::string number(const Rational& base) const;
  /// Stated less computed with the places of the stated figure; of a fail with more where it would
  /// print as 0.
  std::string difference(const Verdict& verdict) const;
  /// The fewest places, from those of the stated figure on, that tell a computed value from it.
  std::string told_apart(const Verdict& verdict) const;
  /// The stated figure as printed, or the constant.
  std::string stated() const;

  /// "226.23 = 193.15 + 33.08", "193.15 / 226.23 = 85.38%", "1.00 + 1.50 ≤ 3.00"; of a fail what
  /// was computed against what is stated: "33.08 / 226.23 = 14.62% ≠ 15.62%"; of a relation that
  /// could not be checked what it claims, "?" for what has no number. "" for a statement.
  std::string formula(const Verdict& verdict) const;

 private:
  std::string term(const Term& term, bool first) const;
  std::string sum(const std::vector<Term>& terms) const;
  std::string in_brackets(const std::vector<Term>& terms) const;
  std::string expression() const;
  std::string operand(const Operand& operand) const;
  std::string passed(const Verdict& verdict) const;
  std::string claimed() const;
  /// "%" behind a ratio that is a percentage.
  const char* sign() const;
  /// The expression is one number: its value needs no saying.
  bool is_plain() const;

  const Relation& relation_;
  std::string unit_;  ///< of the terms: printed behind those of other units only
  Rational scale_ = 1;
  int places_ = 0;
};

}  // namespace gouji
