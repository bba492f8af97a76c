// SPDX-License-Identifier: GPL-3.0-or-later
#include "pattern/pattern_set.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <thread>
#include <vector>

#include "pattern/selftest.h"

namespace gouji {
namespace {

// A row of the table of rules (pattern/kinds.cc) that takes "level".
constexpr const char* kPath = "outline/marker.toml";
constexpr const char* kGood = R"([fragments]
number = '[一二三]+'

[[pattern]]
name = "comma"
why = "everywhere"
expression = '(?P<ordinal>{number})[、．.]'
level = "2"
match = [ { text = "一、部门职责", ordinal = "一" } ]
reject = [ "一是抓好" ]

[[words]]
name = "measure"
why = "counts"
words = [ "家", "个", { text = "万户", factor = "10000" } ]
match = [ "40个单位" ]
)";

Result<PatternSet> load_one(const std::string& toml, const std::string& path = kPath) {
  return PatternSet::load_texts({{path, toml}});
}

TEST(PatternSet, RefusesAKeyThatTheFileMayNotHave) {
  const auto set = load_one(kGood, "outline/marker.toml");
  ASSERT_FALSE(set.has_value());
  EXPECT_EQ(set.error().message, "outline/marker.toml:15:36: unknown key factor");
}

TEST(PatternSet, MatchesWithNamedGroups) {
  std::string toml = kGood;
  toml.replace(toml.find(", { text"), toml.find(" ]\nmatch = [ \"40") - toml.find(", { text"), "");
  const auto set = load_one(toml);
  ASSERT_TRUE(set.has_value()) << set.error().message;
  const Pattern& comma = set->pattern("outline/marker/comma");
  EXPECT_EQ(comma.why(), "everywhere");
  EXPECT_EQ(comma.attribute("level"), "2");
  EXPECT_EQ(comma.attribute("style"), "");
  Match match;
  ASSERT_TRUE(comma.match_start("二、收入", &match));
  EXPECT_EQ(match.whole.begin, 0U);
  EXPECT_EQ(match.whole.end, 6U);
  EXPECT_EQ(match.group("ordinal").in("二、收入"), "二");
  EXPECT_FALSE(match.group("none").matched());
  EXPECT_FALSE(comma.match_start("其二、收入"));
  EXPECT_TRUE(comma.find("其二、收入", 0, &match));
  EXPECT_EQ(match.whole.begin, 3U);
  EXPECT_FALSE(comma.find("二、收入", 3));
  EXPECT_TRUE(comma.match_whole("二、"));
  EXPECT_FALSE(comma.match_whole("二、收入"));
  ASSERT_EQ(set->patterns("outline/").size(), 1U);
  EXPECT_EQ(set->patterns("outline/")[0], &comma);
  EXPECT_TRUE(set->patterns("figure/").empty());
  EXPECT_TRUE(set->words("outline/marker/measure").contains("个"));
  EXPECT_FALSE(set->words("outline/marker/measure").contains("户"));
  EXPECT_TRUE(set->words("nothing").words.empty());
  EXPECT_EQ(set->hash().size(), 7U + 64U);
}

TEST(PatternSet, CompilesOnceFromManyThreads) {
  const auto set = load_one(R"([[pattern]]
name = "a"
why = "x"
expression = 'a+'
match = [ "a" ]
reject = [ "b" ]
)");
  ASSERT_TRUE(set.has_value()) << set.error().message;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int n = 0; n < 100; ++n) EXPECT_TRUE(set->pattern("outline/marker/a").find("xaay", 0));
    });
  for (std::thread& thread : threads) thread.join();
}

TEST(PatternSet, SharedFragmentsServeAllFiles) {
  const auto set = PatternSet::load_texts(
      {{"fragments.toml", "[fragments]\nd = '[0-9]'\n"}, {"figure/x.toml", R"([[pattern]]
name = "a"
why = "x"
expression = '{d}{2}\{d}\p{Han}'
match = [ "12{d}亿" ]
reject = [ "1亿" ]
)"}});
  ASSERT_TRUE(set.has_value()) << set.error().message;
  EXPECT_TRUE(set->pattern("figure/x/a").match_whole("12{d}亿"));
}

struct Bad {
  const char* name;
  const char* toml;
  const char* message;
};

void PrintTo(const Bad& tested, std::ostream* out) {
  *out << tested.name;
}

class BadPatternFile : public testing::TestWithParam<Bad> {};

TEST_P(BadPatternFile, IsRefusedWithItsPlace) {
  const auto set = load_one(GetParam().toml);
  ASSERT_FALSE(set.has_value());
  EXPECT_EQ(set.error().code, ErrorCode::bad_pattern);
  EXPECT_EQ(set.error().message, GetParam().message);
}

#define HEAD "[[pattern]]\nname = \"a\"\nwhy = \"w\"\n"
#define TAIL "match = [ \"x\" ]\nreject = [ \"y\" ]\n"

INSTANTIATE_TEST_SUITE_P(
    Lint, BadPatternFile,
    testing::Values(
        Bad{"no_toml", "[[pattern]\n",
            "outline/marker.toml:1:11: this is not TOML: "
            "Error while parsing table header: expected ']', saw '\\n'"},
        Bad{"unknown_top", "pattern = 1\nrule = 2\n", "outline/marker.toml:2:1: unknown key rule"},
        Bad{"unknown_key", HEAD "expression = 'x'\nlevle = \"2\"\n" TAIL,
            "outline/marker.toml:5:1: unknown key levle"},
        Bad{"no_why", "[[pattern]]\nname = \"a\"\nexpression = 'x'\n" TAIL,
            "outline/marker.toml:1:1: outline/marker/a has no why"},
        Bad{"empty_why", "[[pattern]]\nname = \"a\"\nwhy = \"\"\nexpression = 'x'\n" TAIL,
            "outline/marker.toml:3:7: why is empty"},
        Bad{"no_match", HEAD "expression = 'x'\nreject = [ \"y\" ]\n",
            "outline/marker.toml:1:1: outline/marker/a has no example that must match"},
        Bad{"no_reject", HEAD "expression = 'x'\nmatch = [ \"x\" ]\nreject = []\n",
            "outline/marker.toml:6:10: outline/marker/a has no example that must reject"},
        Bad{"bad_fragment", HEAD "expression = '第{nummer}章'\n" TAIL,
            "outline/marker.toml:4:16: no fragment named {nummer} is declared above"},
        Bad{"re2", HEAD "expression = '(x'\n" TAIL,
            "outline/marker.toml:4:14: RE2 refuses the expression: missing ): (x"},
        Bad{"look_ahead", HEAD "expression = '(?=x)'\n" TAIL,
            "outline/marker.toml:4:14: RE2 refuses the expression: invalid perl operator: (?="},
        Bad{"twice", HEAD "expression = 'x'\n" TAIL HEAD "expression = 'x'\n" TAIL,
            "outline/marker.toml:7:1: a second entry with the id outline/marker/a"},
        Bad{"wrong_type", HEAD "expression = 'x'\nlevel = 2\n" TAIL,
            "outline/marker.toml:5:9: level must be a string, here it is integer"},
        Bad{"bad_name", "[[pattern]]\nname = \"A b\"\nwhy = \"w\"\nexpression = 'x'\n" TAIL,
            "outline/marker.toml:2:8: \"A b\" is no name"},
        Bad{"unknown_group",
            HEAD "expression = 'x'\nmatch = [ { text = \"x\", n = \"1\" } ]\n"
                 "reject = [ \"y\" ]\n",
            "outline/marker.toml:5:11: the expression has no group named n"},
        Bad{"word_twice", "[[words]]\nname = \"a\"\nwhy = \"w\"\nwords = [ \"家\", \"家\" ]\n",
            "outline/marker.toml:4:16: the word 家 stands twice"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(PatternSelfTest, TellsWhichExampleFails) {
  PatternEntry entry;
  entry.id = "outline/marker/a";
  entry.expression = "(?P<n>[0-9]+)家";
  entry.match = {{"3家", {{"n", "4"}}, {"f.toml", 3, 4}}, {"五家", {}, {"f.toml", 4, 4}}};
  entry.reject = {{"7家", {}, {"f.toml", 5, 4}}};
  const SelfTestResult result = self_test({entry});
  EXPECT_EQ(result.examples, 3);
  ASSERT_EQ(result.failures.size(), 3U);
  EXPECT_EQ(result.failures[0].what, "in \"3家\", n is \"3\", not \"4\"");
  EXPECT_EQ(result.failures[0].place.str(), "f.toml:3:4");
  EXPECT_EQ(result.failures[1].what, "must match \"五家\", but does not");
  EXPECT_EQ(result.failures[2].what, "must not match \"7家\", but matches its \"7家\"");
}

}  // namespace
}  // namespace gouji
