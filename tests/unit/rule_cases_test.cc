// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule that a finder makes has its four cases, run from the text of a document to verdicts.
#include "rule_cases.h"

#include <set>

#include "checked_text.h"
#include "pattern/pattern_set.h"

namespace gouji {
namespace {

using testing_support::RuleCase;

std::vector<RuleCase> all_cases() {
  std::vector<RuleCase> all = testing_support::prose_cases();
  for (auto more : {testing_support::table_cases(), testing_support::sheet_cases()})
    for (RuleCase& one : more) all.push_back(std::move(one));
  return all;
}

class RuleCases : public ::testing::TestWithParam<RuleCase> {};

TEST_P(RuleCases, HaveTheirVerdict) {
  const RuleCase& one = GetParam();
  expect_checks({one.kind, one.text.c_str(), one.passes, one.fails, one.not_checked}, one.rule);
}

INSTANTIATE_TEST_SUITE_P(Rules, RuleCases, ::testing::ValuesIn(all_cases()), [](const auto& one) {
  std::string name = std::string(one.param.rule) + "_" + one.param.kind;
  std::replace(name.begin(), name.end(), '.', '_');
  return name + "_" + std::to_string(one.index);
});

/// Words have no tolerance.
const std::set<std::string> kOfWords = {
    "date",      "duplicate",         "numbering",  "operator",  "plug_rounding",
    "reference", "template_leftover", "truncation", "unit_slip", "year"};
/// Two documents: years_test.cc.
const std::set<std::string> kAcrossDocuments = {"same_fact.years"};
TEST(RuleCases, NoneIsMissing) {
  std::set<std::string> cases;
  for (const RuleCase& one : all_cases()) cases.insert(std::string(one.rule) + " " + one.kind);
  const PatternSet patterns = *PatternSet::load();
  for (const Definition* definition : patterns.definitions("check/rule/")) {
    const std::string rule(definition->text("rule"));
    if (kAcrossDocuments.contains(rule)) continue;
    for (const char* kind : {"pass", "fail", "quiet"})
      EXPECT_TRUE(cases.contains(rule + " " + kind)) << rule << " " << kind;
    EXPECT_TRUE(kOfWords.contains(rule) || cases.contains(rule + " inside")) << rule << " inside";
  }
}

}  // namespace
}  // namespace gouji
