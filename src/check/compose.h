// SPDX-License-Identifier: GPL-3.0-or-later
// A decided relation as a Check of the report: numbers as decimals, the formula and the sentence.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "check/evaluate.h"
#include "check/relation.h"
#include "gouji/report.h"
#include "pattern/pattern_set.h"

namespace gouji {

/// The rules of patterns/check/rule.toml by name; holds references into the pattern set.
class RuleBook {
 public:
  explicit RuleBook(const PatternSet& patterns);
  /// The definition of a rule with that wording ("" = its only or general one), else its general
  /// one; null if there is none.
  const Definition* find(std::string_view rule, std::string_view wording) const;
  /// The sentence of a reason why something could not be checked.
  const Definition* reason(std::string_view name) const;

 private:
  std::map<std::pair<std::string_view, std::string_view>, const Definition*> rules_;
  std::map<std::string_view, const Definition*> reasons_;
};

/// Everything but id, suspects and root. Numbers are in the unit of the stated operand; what is no
/// exact decimal is rounded half up to two places more than the stated figure has. Sentences have
/// the slots that patterns/check/rule.toml explains; a slot that nothing fills is left empty. A
/// rule without a definition gets its name and formula as message, so that nothing is silent.
Check compose_check(const Relation& relation, const Verdict& verdict, const RuleBook& rules);

/// A sentence with its slots filled: {name}, or {name|what is said without it}. Unknown slots are
/// empty.
std::string fill(std::string_view sentence,
                 const std::vector<std::pair<std::string, std::string>>& arguments);

}  // namespace gouji
