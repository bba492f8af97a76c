// SPDX-License-Identifier: GPL-3.0-or-later
// A decided relation as a Check of the report: numbers as decimals, the formula and the sentence.
#pragma once

#include "check/evaluate.h"
#include "check/relation.h"
#include "gouji/report.h"
#include "pattern/pattern_set.h"

namespace gouji {

/// The rules of patterns/check/rule.toml by name; holds references into the pattern set.
class RuleBook {
 public:
  explicit RuleBook(const PatternSet& patterns);
  /// The definition of a rule with that wording ("" = its only or general one); null if there is
  /// none.
  const Definition* find(std::string_view rule, std::string_view wording) const;
  /// The sentence of a reason why something could not be checked.
  const Definition* reason(std::string_view name) const;

 private:
  std::vector<const Definition*> rules_, reasons_;
};

/// Everything but id, suspects and root. Numbers are in the unit of the stated operand; what is no
/// exact decimal is rounded half up to two places more than the stated figure has. Message
/// templates may use {stated} {computed} {difference} {unit} {formula} and the relation's own
/// arguments. A rule without a definition gets its name and formula as message, so that nothing is
/// silent.
Check compose_check(const Relation& relation, const Verdict& verdict, const RuleBook& rules);

}  // namespace gouji
