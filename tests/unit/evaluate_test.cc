// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts by intervals: what rounding allows passes, what it does not fails, and who is doubtful
// is not checked.
#include "check/evaluate.h"

#include <gtest/gtest.h>

#include "relations.h"

namespace gouji {
namespace {

using namespace testing_relations;

Relation of_parts(const std::string& total, const std::vector<std::string>& parts) {
  std::vector<Named> named;
  for (const std::string& part : parts) named.push_back({"p" + part, part});
  return sum({"total", total}, named);
}

TEST(Evaluate, SumsPassWithinTheirDigits) {
  EXPECT_EQ(evaluate(of_parts("3.00", {"1.00", "2.00"})).status, CheckStatus::pass);
  EXPECT_EQ(evaluate(of_parts("3.01", {"1.00", "2.00"})).status, CheckStatus::pass);
  EXPECT_EQ(evaluate(of_parts("3.02", {"1.00", "2.00"})).status, CheckStatus::fail);
  EXPECT_EQ(evaluate(of_parts("3.02", {"1.00", "2.00"})).gap, Rational(50));  // 0.005 万元
}

TEST(Evaluate, APrintedZeroIsNoneUnlessItHasPlaces) {
  EXPECT_EQ(evaluate(of_parts("3.00", {"3.01", "0"})).status, CheckStatus::pass);
  EXPECT_EQ(evaluate(of_parts("3.00", {"3.02", "0"})).status, CheckStatus::fail);
  EXPECT_EQ(evaluate(of_parts("3.00", {"3.009", "0"})).status, CheckStatus::fail);
  EXPECT_EQ(evaluate(of_parts("3.00", {"3.009", "0.00"})).status, CheckStatus::pass);
}

TEST(Evaluate, CountsAreExact) {
  Relation relation;
  relation.operands = {count("5", "个"), count("2", "个"), count("2", "个")};
  relation.terms = {{1, 1}, {2, 1}};
  EXPECT_EQ(evaluate(relation).status, CheckStatus::fail);
  relation.operands[0] = count("4", "个");
  EXPECT_EQ(evaluate(relation).status, CheckStatus::pass);
}

TEST(Evaluate, ABoundAsksForOneSideOnly) {
  Relation relation = of_parts("3.00", {"1.00", "1.50"});
  relation.comparison = Comparison::at_least;
  EXPECT_EQ(evaluate(relation).status, CheckStatus::pass);
  relation = of_parts("2.49", {"1.00", "1.50"});  // 2.495 >= 2.490
  relation.comparison = Comparison::at_least;
  EXPECT_EQ(evaluate(relation).status, CheckStatus::pass);
  relation = of_parts("2.00", {"1.00", "1.50"});
  relation.comparison = Comparison::at_least;
  EXPECT_EQ(evaluate(relation).status, CheckStatus::fail);
}

TEST(Evaluate, AStrictOrderThatRoundingHidesIsUndecided) {
  const auto order = [](const char* stated, const char* other, Comparison comparison) {
    Relation relation = of_parts(stated, {other});
    relation.comparison = comparison;
    return evaluate(relation);
  };
  EXPECT_EQ(order("3.02", "3.00", Comparison::more).status, CheckStatus::pass);
  EXPECT_EQ(order("2.98", "3.00", Comparison::more).status, CheckStatus::fail);
  EXPECT_EQ(order("3.0", "3.00", Comparison::more).reason, "undecided");
  EXPECT_EQ(order("3.00", "3.00", Comparison::more).status, CheckStatus::fail);  // as printed
  EXPECT_EQ(order("3.02", "3.00", Comparison::less).status, CheckStatus::fail);
  EXPECT_EQ(order("3.00", "3.0", Comparison::less).status, CheckStatus::not_checked);
  EXPECT_EQ(order("3.00", "3.00", Comparison::less).status, CheckStatus::fail);
}

TEST(Evaluate, RatesPassWithinTheirDigits) {
  struct Case {
    const char *rate, *part, *base;
    CheckStatus status;
  };
  constexpr CheckStatus pass = CheckStatus::pass, fail = CheckStatus::fail;
  const Case cases[] = {
      {"85.38", "193.15", "226.23", pass}, {"15.62", "33.08", "226.23", fail},
      {"5.28", "11.94", "226.23", pass},   {"5.27", "11.94", "226.23", fail},
      {"100", "226.23", "226.23", pass},   {"0", "0", "226.23", pass},
      {"0", "0.50", "226.23", pass},  // 0.22% printed without places
      {"0", "2.50", "226.23", fail},       {"0.00", "0.50", "226.23", fail},
  };
  for (const Case& one : cases)
    EXPECT_EQ(evaluate(share({"s", one.rate}, {"p", one.part}, {"b", one.base})).status, one.status)
        << one.rate << " = " << one.part << " / " << one.base;
}

TEST(Evaluate, AnOperandAboveAndBelowCountsOnce) {
  const auto of = [](const char* now, const char* change, const char* rate) {
    return evaluate(growth({"r", rate}, {"c", change}, {"n", now}));
  };
  EXPECT_EQ(of("9746.50", "1193.20", "13.95").status, CheckStatus::pass);
  EXPECT_EQ(of("9746.50", "1193.20", "13.97").status, CheckStatus::fail);
  const Verdict wide = of("0.41", "0.26", "175.1");
  EXPECT_EQ(wide.status, CheckStatus::pass);
  EXPECT_GT(wide.range.width(), Rational(5));
}

TEST(Evaluate, CutRatesPassWhereCuttingIsTheHabit) {
  const Relation cut = share({"s", "99.86"}, {"p", "9746.50"}, {"b", "9759.38"});
  EXPECT_EQ(evaluate(cut).status, CheckStatus::fail);
  EXPECT_EQ(evaluate(cut, Rounding::cut).status, CheckStatus::pass);
  const Relation rounded = share({"s", "99.87"}, {"p", "9746.50"}, {"b", "9759.38"});
  EXPECT_EQ(evaluate(rounded, Rounding::cut).status, CheckStatus::fail);
}

TEST(Evaluate, DoubtIsNotChecked) {
  Relation relation = of_parts("9", {"1", "2"});
  relation.operands[1].doubt = Doubt::approximate;
  EXPECT_EQ(evaluate(relation).status, CheckStatus::not_checked);
  EXPECT_EQ(evaluate(relation).reason, "approximate");
  EXPECT_EQ(evaluate(growth({"r", "100"}, {"c", "1.00"}, {"n", "1.00"})).reason, "zero_base");
}

}  // namespace
}  // namespace gouji
