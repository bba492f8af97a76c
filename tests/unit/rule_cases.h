// SPDX-License-Identifier: GPL-3.0-or-later
// Small whole documents for each rule: one where it holds, one where it does not, one just inside
// the tolerance, and one that looks like a fault and is none.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace gouji::testing_support {

struct RuleCase {
  const char* rule;
  const char* kind;  ///< "pass", "fail", "inside", "quiet"
  std::string text;
  std::size_t passes = 0, fails = 0, not_checked = 0;  ///< checks of that rule
};

/// Of sentences, lists and words.
std::vector<RuleCase> prose_cases();
/// Of tables of accounts, and of prose that repeats them.
std::vector<RuleCase> table_cases();
/// Of evaluation sheets.
std::vector<RuleCase> sheet_cases();

/// Four consistent tables of a department's final accounts, in 万元.
struct Accounts {
  std::string income_total = "125.00";  ///< of the table of income
  std::string general_total = "120.00", general_projects = "40.00";
  std::string housing = "100.00", housing_projects = "40.00";
  std::string basic_total = "80.00", personnel = "60.00", office = "20.00";
  std::string wages = "50.00", bonus = "10.00";

  /// With `prose` behind the tables, and `before` in front.
  std::string text(const std::string& prose = {}, const std::string& before = {}) const;
};

}  // namespace gouji::testing_support
