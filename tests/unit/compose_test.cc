// SPDX-License-Identifier: GPL-3.0-or-later
// What a check says: numbers, formula and sentence.
#include "check/compose.h"

#include <gtest/gtest.h>

#include "relations.h"

namespace gouji {
namespace {

using namespace testing_relations;

const RuleBook& rules() {
  static const PatternSet patterns = *PatternSet::load();
  static const RuleBook book(patterns);
  return book;
}

Check check_of(const Relation& relation) {
  return compose_check(relation, evaluate(relation), rules());
}

TEST(Compose, TheExampleOfTheContract) {
  Relation total = sum({"f1", "226.23"}, {{"f2", "193.15"}, {"f4", "33.08"}});
  total.rule = "sum.prose";
  total.arguments = {{"name", "本年收入合计"}};
  Check check = check_of(total);
  EXPECT_EQ(check.formula, "226.23 = 193.15 + 33.08");
  EXPECT_EQ(check.message.zh, "本年收入合计等于所列各项之和");
  EXPECT_EQ(check.computed, "226.23");
  EXPECT_EQ(check.difference, "0.00");
  EXPECT_EQ(check.width, "0.02");
  check = check_of(share({"f3", "85.38"}, {"f2", "193.15"}, {"f1", "226.23"}));
  EXPECT_EQ(check.formula, "193.15 / 226.23 = 85.38%");
  EXPECT_EQ(check.computed, "85.3777");
  EXPECT_EQ(check.difference, "0.00");
  EXPECT_EQ(check.width, "0.0082");
  Relation wrong = share({"f5", "15.62"}, {"f4", "33.08"}, {"f1", "226.23"});
  wrong.arguments = {{"part_name", "其他收入"}, {"base_name", "本年收入合计"}};
  check = check_of(wrong);
  EXPECT_EQ(check.formula, "33.08 / 226.23 = 14.62% ≠ 15.62%");
  EXPECT_EQ(check.computed, "14.6223");
  EXPECT_EQ(check.difference, "1.00");
  EXPECT_EQ(check.message.zh, "其他收入33.08万元占本年收入合计226.23万元的14.62%，文中为15.62%");
  EXPECT_EQ(check.severity, Severity::error);
  check = check_of(shares({{"f3", "85.38"}, {"f5", "15.62"}}));
  EXPECT_EQ(check.formula, "85.38 + 15.62 = 101.00 ≠ 100");
  EXPECT_EQ(check.stated, "100");
  EXPECT_EQ(check.computed, "101.00");
  EXPECT_EQ(check.message.zh, "各项占比合计应为100%，所列合计101.00%");
}

TEST(Compose, FormulasForPeople) {
  Relation bound = sum({"t", "3.00"}, {{"a", "1.00"}, {"b", "1.50"}});
  bound.comparison = Comparison::at_least;
  EXPECT_EQ(check_of(bound).formula, "1.00 + 1.50 = 2.50 ≤ 3.00");
  bound = sum({"t", "2.00"}, {{"a", "1.00"}, {"b", "1.50"}});
  bound.comparison = Comparison::at_least;
  EXPECT_EQ(check_of(bound).formula, "1.00 + 1.50 = 2.50 > 2.00");
  EXPECT_EQ(check_of(sum({"t", "3.01"}, {{"a", "1.00"}, {"b", "2.00"}})).formula,
            "1.00 + 2.00 = 3.00 ≈ 3.01");
  EXPECT_EQ(check_of(growth({"r", "13.95"}, {"c", "1193.20"}, {"n", "9746.50"})).formula,
            "1193.20 / (9746.50 - 1193.20) = 13.95%");
  // The nearest print that differs: 99.868 against 99.86.
  EXPECT_EQ(check_of(share({"r", "99.86"}, {"p", "9746.50"}, {"b", "9759.38"})).formula,
            "9746.50 / 9759.38 = 99.87% ≠ 99.86%");
  EXPECT_EQ(
      check_of(same(money("226.23", "f1", "stated"), yuan("2262300.00", "f2", "other"))).formula,
      "226.23 = 2262300.00元");
  Relation unread = sum({"t", "3.00"}, {{"a", "1.00"}, {"b", "2.00"}});
  unread.operands[2] = operand_without_figure("part", "t1/r2c1", true);
  const Check check = check_of(unread);
  EXPECT_EQ(check.formula, "3.00 = 1.00 + ?");
  EXPECT_EQ(check.reason, "blank");
}

TEST(Compose, SlotsWithoutAWordSayTheirDefault) {
  EXPECT_EQ(fill("{name|合计}为{a}，{b}", {{"a", "{b}"}, {"b", ""}}), "合计为{b}，");
  EXPECT_EQ(fill("没有 {", {}), "没有 {");
}

TEST(Compose, ARuleWithoutDefinitionSpeaksAllTheSame) {
  Relation relation = sum({"t", "3.00"}, {{"a", "1.00"}});
  relation.rule = "no.such";
  EXPECT_EQ(check_of(relation).message.en, "no.such 1.00 ≠ 3.00");
}

TEST(Compose, EverySentenceHasItsSlotsClosed) {
  const PatternSet patterns = *PatternSet::load();
  for (const Definition* rule : patterns.definitions("check/rule/"))
    for (const char* key : {"zh", "en", "pass_zh", "pass_en"}) {
      EXPECT_EQ(fill(rule->text(key), {}).find_first_of("{}|"), std::string::npos) << rule->id;
      EXPECT_FALSE(fill(rule->text(key), {}).empty()) << rule->id;
    }
}

}  // namespace
}  // namespace gouji
