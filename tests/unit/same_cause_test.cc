// SPDX-License-Identifier: GPL-3.0-or-later
// Faults of wording of one cause have one root.
#include <set>

#include "checked_text.h"

namespace gouji {
namespace {

std::set<std::string> roots_of(std::string_view text, std::string_view rule) {
  std::set<std::string> roots;
  for (const Check& check : checks_of(text, rule))
    if (check.status == CheckStatus::fail) roots.insert(check.root.value_or(""));
  return roots;
}

TEST(SameCause, TheFormOfADocumentIsOne) {
  const char* text = "一、收入情况\n支出比上年增加/减少0万元。\n二、支出情况\n主要原因是……。\n……\n";
  EXPECT_EQ(count_of(checks_of(text, "template_leftover"), CheckStatus::fail), 3U);
  EXPECT_EQ(roots_of(text, "template_leftover").size(), 1U);
}

TEST(SameCause, TheGravestStandsForTheOthers) {
  const char* text = "一、收入情况\n……\n二、支出情况\n主要原因是……。\n";
  const std::vector<Check> checks = checks_of(text, "template_leftover");
  ASSERT_EQ(checks.size(), 2U);
  EXPECT_EQ(checks[0].severity, Severity::info);
  EXPECT_EQ(checks[1].severity, Severity::warning);
  EXPECT_EQ(checks[0].root, checks[1].id);
  EXPECT_EQ(checks[1].root, checks[1].id);
}

TEST(SameCause, AMissingUnitStandsForItself) {
  const char* text =
      "一、收入情况\n支出增加1193.20万元，增长13.95。原因是项目增加。\n二、支出情况\n"
      "经费减少100.00万元，减少9.52，原因是……。\n";
  EXPECT_EQ(count_of(checks_of(text, "template_leftover"), CheckStatus::fail), 3U);
  EXPECT_EQ(roots_of(text, "template_leftover").size(), 3U);
}

TEST(SameCause, AWrongNameIsOneWhereverItStands) {
  const std::string head =
      "某某市东城区规划和自然资源局2024年度部门决算\n\n一、总体情况\n"
      "某某市东城区规划和自然资源局2024年度收入总计5.00万元。\n";
  const std::string twice = head +
                            "某某市东城区规划与自然资源局有车辆0辆。\n"
                            "某某市东城区规划与自然资源局无政府性基金支出。\n";
  EXPECT_EQ(roots_of(twice, "name").size(), 1U);
  const std::string others = head +
                             "某某市东城区规划与自然资源局有车辆0辆。\n"
                             "某某市规划和自然资源局2024年度部门决算表如下。\n";
  EXPECT_EQ(roots_of(others, "name").size(), 2U);
}

}  // namespace
}  // namespace gouji
