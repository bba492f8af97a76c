// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts by intervals: what rounding allows passes, what it does not fails, and who is doubtful
// is not checked.
#include "check/evaluate.h"

#include <gtest/gtest.h>

#include "check/operand.h"

namespace gouji {
namespace {

Operand money(const std::string& printed, const std::string& role = "part") {
  Figure figure;
  figure.value = printed;
  figure.unit = "万元";
  figure.kind = FigureKind::money;
  figure.normalized = {shift_point(printed, 4), "元"};
  return operand_of(figure, role, "f1");
}

Operand percent(const std::string& printed) {
  Figure figure;
  figure.value = printed;
  figure.unit = "%";
  figure.kind = FigureKind::percent;
  figure.normalized = {printed, "%"};
  return operand_of(figure, "rate", "f2");
}

Relation sum(const std::string& total, const std::vector<std::string>& parts) {
  Relation relation;
  relation.operands.push_back(money(total, "total"));
  for (const std::string& part : parts) {
    relation.terms.push_back({static_cast<int>(relation.operands.size()), 1});
    relation.operands.push_back(money(part));
  }
  return relation;
}

TEST(Evaluate, SumsPassWithinTheirDigits) {
  EXPECT_EQ(evaluate(sum("3.00", {"1.00", "2.00"})).status, CheckStatus::pass);
  EXPECT_EQ(evaluate(sum("3.01", {"1.00", "2.00"})).status, CheckStatus::pass);
  EXPECT_EQ(evaluate(sum("3.02", {"1.00", "2.00"})).status, CheckStatus::fail);
  EXPECT_EQ(evaluate(sum("3.02", {"1.00", "2.00"})).gap, Rational(50));  // 0.005 万元
}

TEST(Evaluate, ABoundAsksForOneSideOnly) {
  Relation relation = sum("3.00", {"1.00", "1.50"});
  relation.comparison = Comparison::at_least;
  EXPECT_EQ(evaluate(relation).status, CheckStatus::pass);
  relation = sum("2.00", {"1.00", "1.50"});
  relation.comparison = Comparison::at_least;
  EXPECT_EQ(evaluate(relation).status, CheckStatus::fail);
}

Relation growth(const std::string& now, const std::string& change, const std::string& rate) {
  Relation relation;
  relation.formula = Formula::ratio;
  relation.scale = 100;
  relation.operands = {percent(rate), money(change, "change"), money(now, "new")};
  relation.terms = {{1, 1}};
  relation.below = {{2, 1}, {1, -1}};
  return relation;
}

TEST(Evaluate, AnOperandAboveAndBelowCountsOnce) {
  EXPECT_EQ(evaluate(growth("9746.50", "1193.20", "13.95")).status, CheckStatus::pass);
  EXPECT_EQ(evaluate(growth("9746.50", "1193.20", "13.97")).status, CheckStatus::fail);
  const Verdict wide = evaluate(growth("0.41", "0.26", "175.1"));
  EXPECT_EQ(wide.status, CheckStatus::pass);
  EXPECT_GT(wide.range.width(), Rational(5));
}

TEST(Evaluate, DoubtIsNotChecked) {
  Relation relation = sum("9", {"1", "2"});
  relation.operands[1].doubt = Doubt::approximate;
  EXPECT_EQ(evaluate(relation).status, CheckStatus::not_checked);
  EXPECT_EQ(evaluate(relation).reason, "approximate");
  EXPECT_EQ(evaluate(growth("1.00", "1.00", "100")).reason, "zero_base");
}

}  // namespace
}  // namespace gouji
