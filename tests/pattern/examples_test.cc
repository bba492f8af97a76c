// SPDX-License-Identifier: GPL-3.0-or-later
// Every example of every built-in pattern file is a test of its own, named after its entry.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "pattern/selftest.h"

namespace gouji {
namespace {

struct Case {
  PatternEntry entry;
  Example example;
  bool must_match;
  std::string name;
};

void PrintTo(const Case& tested, std::ostream* out) {
  *out << tested.name;
}

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  const Result<std::vector<PatternEntry>> entries = load_entries();
  if (!entries) return cases;
  for (const PatternEntry& entry : *entries) {
    std::string id = entry.id;
    for (char& c : id)
      if (c == '/') c = '_';
    for (const bool must_match : {true, false}) {
      int number = 0;
      for (const Example& example : must_match ? entry.match : entry.reject)
        cases.push_back({entry, example, must_match,
                         id + (must_match ? "_match_" : "_reject_") + std::to_string(++number)});
    }
  }
  return cases;
}

class PatternExample : public testing::TestWithParam<Case> {};

TEST_P(PatternExample, Holds) {
  for (const ExampleFailure& failed :
       try_example(GetParam().entry, GetParam().example, GetParam().must_match))
    ADD_FAILURE() << failed.place.str() << ": " << failed.id << ": " << failed.what;
}

INSTANTIATE_TEST_SUITE_P(Patterns, PatternExample, testing::ValuesIn(all_cases()),
                         [](const auto& tested) { return tested.param.name; });
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(PatternExample);

TEST(BuiltinPatterns, AreAllReadable) {
  const Result<std::vector<PatternEntry>> entries = load_entries();
  ASSERT_TRUE(entries.has_value()) << entries.error().message;
}

}  // namespace
}  // namespace gouji
