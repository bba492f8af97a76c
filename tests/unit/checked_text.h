// SPDX-License-Identifier: GPL-3.0-or-later
// The checks of a report written as a text, from extraction to verdict.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/extract.h"

namespace gouji {

inline Report read_report(std::string_view text) {
  static const auto extractor = Extractor::create();
  return *extractor->extract_bytes(text, "report.txt");
}

/// The checks of that rule.
inline std::vector<Check> checks_of(std::string_view text, std::string_view rule) {
  std::vector<Check> found;
  for (Check& check : read_report(text).checks)
    if (check.rule == rule) found.push_back(std::move(check));
  return found;
}

inline std::size_t count_of(const std::vector<Check>& checks, CheckStatus status) {
  return static_cast<std::size_t>(std::count_if(
      checks.begin(), checks.end(), [&](const Check& one) { return one.status == status; }));
}

/// What a rule is to say of a text.
struct CheckCase {
  const char* name;
  const char* text;
  std::size_t passes = 0, fails = 0, not_checked = 0;
};

inline void expect_checks(const CheckCase& one, std::string_view rule) {
  const std::vector<Check> checks = checks_of(one.text, rule);
  std::string said;
  for (const Check& check : checks)
    said += (check.status == CheckStatus::fail ? "fail: " : "other: ") + check.message.zh + "\n";
  EXPECT_EQ(count_of(checks, CheckStatus::pass), one.passes) << said;
  EXPECT_EQ(count_of(checks, CheckStatus::fail), one.fails) << said;
  EXPECT_EQ(count_of(checks, CheckStatus::not_checked), one.not_checked) << said;
}

}  // namespace gouji
