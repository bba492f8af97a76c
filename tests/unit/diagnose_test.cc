// SPDX-License-Identifier: GPL-3.0-or-later
// Who is suspected of what: slips undone, votes of other relations, one root for one cause.
#include "check/diagnose.h"

#include <gtest/gtest.h>

#include "check/repair.h"
#include "relations.h"

namespace gouji {
namespace {

using namespace testing_relations;

std::vector<Check> diagnosed(const std::vector<Relation>& relations) {
  std::vector<Verdict> verdicts;
  std::vector<Check> checks;
  for (const Relation& relation : relations) {
    verdicts.push_back(evaluate(relation));
    Check check;
    check.id = "c" + std::to_string(checks.size() + 1);
    check.status = verdicts.back().status;
    checks.push_back(check);
  }
  diagnose(relations, verdicts, checks);
  return checks;
}

/// "f5 15.62%→14.62% digit c3,c4"
std::string text_of(const Suspect& suspect) {
  std::string text =
      suspect.ref + " " + suspect.printed + "→" + suspect.suggested + " " + suspect.edit;
  for (const std::string& id : suspect.explains)
    text += (&id == suspect.explains.data() ? " " : ",") + id;
  return text;
}

TEST(Diagnose, TheExampleOfTheContract) {
  const std::vector<Check> checks = diagnosed({
      sum({"f1", "226.23"}, {{"f2", "193.15"}, {"f4", "33.08"}}),
      share({"f3", "85.38"}, {"f2", "193.15"}, {"f1", "226.23"}),
      share({"f5", "15.62"}, {"f4", "33.08"}, {"f1", "226.23"}),
      shares({{"f3", "85.38"}, {"f5", "15.62"}}),
  });
  EXPECT_EQ(checks[0].status, CheckStatus::pass);
  EXPECT_TRUE(checks[0].suspects.empty());
  ASSERT_FALSE(checks[2].suspects.empty());
  EXPECT_EQ(text_of(checks[2].suspects[0]), "f5 15.62%→14.62% digit c3,c4");
  EXPECT_EQ(text_of(checks[3].suspects[0]), "f5 15.62%→14.62% digit c4,c3");
  EXPECT_EQ(checks[2].root, "c3");
  EXPECT_EQ(checks[3].root, "c3");
}

struct SlipCase {
  const char *printed, *meant, *edit;
};

/// A class and its only group print the same wrong number: the sums of both fail, one is the root.
TEST(Diagnose, CellsThatCopyOneSlipHaveOneRoot) {
  const std::vector<Check> checks = diagnosed({
      sum({"t1/r1c2", "14206.00"}, {{"t1/r2c2", "1066.51"}, {"t1/r9c2", "3544.49"}}),
      sum({"t1/r2c2", "1066.51"}, {{"t1/r3c2", "1066.51"}}),
      sum({"t1/r3c2", "1066.51"}, {{"t1/r4c2", "1690.05"}, {"t1/r5c2", "8971.46"}}),
  });
  EXPECT_EQ(text_of(checks[0].suspects[0]), "t1/r2c2 1066.51→10661.51 digit c1");
  EXPECT_EQ(text_of(checks[2].suspects[0]), "t1/r3c2 1066.51→10661.51 digit c3");
  EXPECT_EQ(checks[0].root, "c1");
  EXPECT_EQ(checks[2].root, "c1");
}

TEST(Diagnose, ProseThatRepeatsAnAmountHasARootEachTime) {
  const std::vector<Check> checks = diagnosed({
      sum({"f1", "14206.00"}, {{"f2", "1066.51"}, {"f9", "3544.49"}}),
      sum({"f3", "1066.51"}, {{"f4", "1690.05"}, {"f5", "8971.46"}}),
  });
  EXPECT_EQ(checks[0].root, "c1");
  EXPECT_EQ(checks[1].root, "c2");
}

TEST(Diagnose, EverySlipOfATotalIsFound) {
  const SlipCase cases[] = {
      {"226.23", "227.23", "digit"},         {"226.23", "262.23", "transposition"},
      {"226.23", "2262.3", "decimal_point"}, {"226.23", "2262300", "unit"},
      {"226.23", "-226.23", "sign"},         {"1226.23", "226.23", "digit"},
      {"226.23", "2926.23", "digit"},
  };
  for (const SlipCase& one : cases) {
    // The parts and their shares are right, so that only the total can be wrong.
    const Decimal meant = *Decimal::parse(one.meant);
    const Decimal rest = meant - *Decimal::parse("100.00");
    const std::vector<Check> checks =
        diagnosed({sum({"f1", one.printed}, {{"f2", "100.00"}, {"f3", rest.to_string()}}),
                   same(money(one.meant, "f4"), money(one.printed, "f1")),
                   same(money("100.00", "f2"), money("100.00", "f5")),
                   same(money(rest.to_string(), "f3"), money(rest.to_string(), "f6"))});
    ASSERT_FALSE(checks[0].suspects.empty()) << one.meant;
    EXPECT_EQ(checks[0].suspects[0].ref, "f1") << one.meant;
    EXPECT_EQ(checks[0].suspects[0].edit, one.edit) << one.meant;
    EXPECT_EQ(Decimal::parse(std::string_view(checks[0].suspects[0].suggested)
                                 .substr(0, checks[0].suspects[0].suggested.find("万"))),
              meant)
        << checks[0].suspects[0].suggested;
    EXPECT_EQ(checks[0].suspects[0].explains.size(), 2U);
  }
}

TEST(Diagnose, WhatOtherRelationsConfirmIsNotSuspected) {
  // The total stands in a balance that holds and has its shares; one part has none.
  const std::vector<Check> checks = diagnosed({
      sum({"total", "300.00"}, {{"a", "100.00"}, {"b", "210.00"}}),
      sum({"total", "300.00"}, {{"other", "300.00"}}),
      share({"s", "33.33"}, {"a", "100.00"}, {"total", "300.00"}),
  });
  ASSERT_FALSE(checks[0].suspects.empty());
  EXPECT_EQ(text_of(checks[0].suspects[0]), "b 210.00→200.00 digit c1");
}

TEST(Diagnose, OneWrongCellHasOneRoot) {
  // A cell that is wrong breaks its row and its column; the totals are used elsewhere.
  const std::vector<Check> checks = diagnosed({
      sum({"t1/r1c1", "500.00"}, {{"t1/r1c2", "321.00"}, {"t1/r1c3", "200.00"}}),
      sum({"t1/r3c2", "700.00"}, {{"t1/r1c2", "321.00"}, {"t1/r2c2", "400.00"}}),
      sum({"t1/r3c1", "1000.00"}, {{"t1/r1c1", "500.00"}, {"t1/r2c1", "500.00"}}),
      sum({"t1/r3c1", "1000.00"}, {{"t1/r3c2", "700.00"}, {"t1/r3c3", "300.00"}}),
  });
  EXPECT_EQ(text_of(checks[0].suspects[0]), "t1/r1c2 321.00→300.00  c1,c2");
  EXPECT_EQ(text_of(checks[1].suspects[0]), "t1/r1c2 321.00→300.00  c2,c1");
  EXPECT_EQ(checks[0].root, "c1");
  EXPECT_EQ(checks[1].root, "c1");
}

TEST(Diagnose, TwoErrorsHaveTwoRoots) {
  const std::vector<Check> checks = diagnosed({
      sum({"a", "3.00"}, {{"b", "1.00"}, {"c", "3.00"}}),
      sum({"d", "30.00"}, {{"e", "10.00"}, {"f", "40.00"}}),
  });
  EXPECT_EQ(checks[0].root, "c1");
  EXPECT_EQ(checks[1].root, "c2");
}

TEST(Diagnose, ARowThatIsMissingInEveryColumnIsOneCause) {
  const std::vector<Check> checks = diagnosed({
      sum({"t1/r9c1", "987.65"}, {{"t1/r1c1", "100.00"}, {"t1/r2c1", "200.00"}}),
      sum({"t1/r9c2", "861.33"}, {{"t1/r1c2", "90.00"}, {"t1/r2c2", "150.00"}}),
      sum({"t1/r9c1", "987.65"}, {{"t1/r9c2", "861.33"}, {"t1/r9c3", "126.32"}}),
      sum({"t1/r1c1", "100.00"}, {{"t1/r1c2", "90.00"}, {"t1/r1c3", "10.00"}}),
      sum({"t1/r2c1", "200.00"}, {{"t1/r2c2", "150.00"}, {"t1/r2c3", "50.00"}}),
  });
  EXPECT_EQ(checks[0].suspects[0].edit, "missing_part");
  EXPECT_EQ(checks[1].suspects[0].edit, "missing_part");
  EXPECT_EQ(checks[1].root, "c1");
}

TEST(Diagnose, APartThatIsCountedTwice) {
  const std::vector<Check> checks = diagnosed({
      sum({"a", "300.00"}, {{"b", "123.45"}, {"c", "176.55"}, {"d", "57.31"}}),
      same(money("300.00", "a"), money("300.00", "x")),
      same(money("123.45", "b"), money("123.45", "y")),
  });
  ASSERT_FALSE(checks[0].suspects.empty());
  EXPECT_EQ(text_of(checks[0].suspects[0]), "d 57.31→ missing_part c1");
}

TEST(Diagnose, AStatementHasNoSuspectsButARoot) {
  Relation statement;
  statement.formula = Formula::statement;
  statement.holds = false;
  const std::vector<Check> checks = diagnosed({statement});
  EXPECT_TRUE(checks[0].suspects.empty());
  EXPECT_EQ(checks[0].root, "c1");
}

TEST(Diagnose, ATableThatWasMisreadCostsLittle) {
  // Every relation fails and all share their total and half of their parts.
  std::vector<Relation> relations;
  for (int i = 0; i < 2000; ++i) {
    std::vector<Named> parts;
    for (int k = 0; k < 20; ++k) {
      const std::string name =
          (k % 2 == 0 ? "p" : "q" + std::to_string(i) + "_") + std::to_string(k);
      parts.push_back({name, std::to_string(100 + k) + ".25"});
    }
    relations.push_back(sum({"total", "77777.77"}, parts));
  }
  const std::vector<Check> checks = diagnosed(relations);
  EXPECT_FALSE(checks[0].suspects.empty());
  EXPECT_EQ(checks.back().root, checks.back().id) << "beyond the cap each stands for itself";
}

TEST(UnitSlip, ExactlyOnePowerAndEnoughDigits) {
  const auto slip = [](const Relation& relation) {
    return unit_slip(relation, evaluate(relation));
  };
  EXPECT_EQ(slip(same(money("226.23", "a"), yuan("226.23", "b"))), -4);
  EXPECT_EQ(slip(same(yuan("226.23", "a"), money("226.23", "b"))), 4);
  EXPECT_EQ(slip(same(yuan("5", "a"), money("5", "b"))), 0);            // one digit proves nothing
  EXPECT_EQ(slip(same(money("226.23", "a"), yuan("226.29", "b"))), 0);  // other digits
  EXPECT_EQ(slip(same(money("226.23", "a"), yuan("2262300", "b"))), 0);
}

}  // namespace
}  // namespace gouji
