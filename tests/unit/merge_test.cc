// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to relations as a set: equal ones become one, doubt silences, habits of rounding are
// told once.
#include "check/merge.h"

#include <gtest/gtest.h>

#include "check/doubt.h"
#include "check/rounding.h"
#include "relations.h"

namespace gouji {
namespace {

using namespace testing_relations;

TEST(MergeRelations, OneEquationIsOneRelation) {
  const Relation total = sum({"a", "3.00"}, {{"b", "1.00"}, {"c", "2.00"}});
  Relation turned = sum({"a", "3.00"}, {{"c", "2.00"}, {"b", "1.00"}});
  Relation difference = sum({"c", "2.00"}, {{"a", "3.00"}, {"b", "1.00"}});
  difference.terms[1].factor = -1;
  const Relation other = sum({"a", "3.00"}, {{"b", "1.00"}, {"d", "2.00"}});
  EXPECT_EQ(merge_relations({total, turned, difference}, {}).size(), 1U);
  EXPECT_EQ(merge_relations({total, other}, {}).size(), 2U);
  Relation bound = total;
  bound.comparison = Comparison::at_least;
  EXPECT_EQ(merge_relations({total, bound}, {}).size(), 2U);
  const Relation part = share({"s", "33.33"}, {"b", "1.00"}, {"a", "3.00"});
  EXPECT_EQ(merge_relations({part, part, growth({"s", "33.33"}, {"b", "1.00"}, {"a", "3.00"})}, {})
                .size(),
            2U);
}

TEST(MergeRelations, TheOneThatCanBeCheckedStays) {
  Relation doubtful = sum({"a", "3.00"}, {{"b", "1.00"}, {"c", "2.00"}});
  doubtful.reason = "open_list";
  const Relation sure = sum({"a", "3.00"}, {{"b", "1.00"}, {"c", "2.00"}});
  const std::vector<Relation> merged = merge_relations({doubtful, sure}, {});
  ASSERT_EQ(merged.size(), 1U);
  EXPECT_TRUE(merged[0].reason.empty());
}

TEST(MergeRelations, AFigureOfACellIsItsCell) {
  Figures figures;
  figures.figures.resize(2);
  figures.figures[0].in = "t1/r2c1";
  figures.figures[1].in = "s1";
  const std::vector<Relation> merged =
      merge_relations({same(money("1.00", "f1"), money("1.00", "f2")),
                       same(money("1.00", "f2"), money("1.00", "t1/r2c1"))},
                      figures);
  ASSERT_EQ(merged.size(), 1U);
  EXPECT_EQ(merged[0].operands[0].ref, "t1/r2c1");
  EXPECT_EQ(merged[0].operands[1].ref, "f2");
}

TEST(MergeRelations, ReadingOrder) {
  Relation later = sum({"a", "3.00"}, {{"b", "3.00"}});
  later.at.unit = 2;
  Relation first = sum({"c", "3.00"}, {{"d", "3.00"}});
  first.at.unit = 1;
  EXPECT_EQ(merge_relations({later, first}, {})[0].operands[0].ref, "c");
}

std::vector<Verdict> verdicts_of(const std::vector<Relation>& relations) {
  std::vector<Verdict> verdicts;
  for (const Relation& relation : relations) verdicts.push_back(evaluate(relation));
  return verdicts;
}

TEST(DoubtfulPlaces, AFailOnADoubtfulPageOrTableIsNotChecked) {
  const PatternSet patterns = *PatternSet::load();
  Tables tables;
  tables.grids.resize(2);
  tables.grids[1].at.unit = 7;
  Figures figures;
  figures.figures.resize(3);
  figures.figures[1].at.unit = 4;
  Problem pages;
  pages.code = "invisible_text";
  pages.arguments = {{"scanned", "3-5,9"}};
  Problem table;
  table.code = "cells_overlap";
  table.at.unit = 7;
  Problem harmless;
  harmless.code = "duplicate_glyphs";
  harmless.at.unit = 1;
  const DoubtfulPlaces doubtful({pages, table, harmless}, patterns, tables, figures);
  EXPECT_EQ(doubtful.reason(sum({"f1", "3.00"}, {{"f2", "1.00"}})), "doubtful_page");
  EXPECT_EQ(doubtful.reason(sum({"t2/r1c1", "3.00"}, {{"f1", "1.00"}})), "doubtful_table");
  EXPECT_EQ(doubtful.reason(sum({"f1", "3.00"}, {{"f3", "1.00"}, {"t1/r1c1", "1"}})), "");
  const std::vector<Relation> relations = {sum({"f1", "3.00"}, {{"f2", "1.00"}}),
                                           sum({"f1", "3.00"}, {{"f2", "3.00"}}),
                                           sum({"f1", "3.00"}, {{"f3", "1.00"}})};
  std::vector<Verdict> verdicts = verdicts_of(relations);
  silence_doubt(relations, doubtful, verdicts);
  EXPECT_EQ(verdicts[0].status, CheckStatus::not_checked);
  EXPECT_EQ(verdicts[1].status, CheckStatus::pass);
  EXPECT_EQ(verdicts[2].status, CheckStatus::fail);
}

/// Rates of 1000.00 of a base, each printed cut or rounded.
Relation rate(int number, const char* printed, const char* part) {
  const std::string name = std::to_string(number);
  return share({"s" + name, printed}, {"p" + name, part}, {"base", "3000.00"});
}

TEST(Rounding, AHabitOfCuttingIsSaidOnce) {
  std::vector<Relation> relations = {rate(1, "66.66", "2000.00"), rate(2, "26.66", "800.00"),
                                     rate(3, "36.66", "1100.00"), rate(4, "6.66", "200.00"),
                                     rate(5, "33.33", "1000.00"), rate(6, "50.00", "1600.00")};
  std::vector<Verdict> verdicts = verdicts_of(relations);
  tell_truncation(relations, verdicts);
  ASSERT_EQ(relations.size(), 7U);
  EXPECT_EQ(relations[0].rule, "truncation");
  EXPECT_EQ(verdicts[0].status, CheckStatus::fail);
  EXPECT_EQ(relations[0].at_most, Severity::info);
  for (std::size_t i = 1; i <= 5; ++i) EXPECT_EQ(verdicts[i].status, CheckStatus::pass) << i;
  EXPECT_EQ(verdicts[6].status, CheckStatus::fail);  // wrong either way
}

TEST(Rounding, ASlipIsNoHabit) {
  std::vector<Relation> relations = {rate(1, "66.66", "2000.00"), rate(2, "26.66", "800.00"),
                                     rate(3, "36.67", "1100.00"), rate(4, "6.67", "200.00")};
  std::vector<Verdict> verdicts = verdicts_of(relations);
  tell_truncation(relations, verdicts);
  EXPECT_EQ(relations.size(), 4U);
  EXPECT_EQ(verdicts[0].status, CheckStatus::fail);
}

TEST(Rounding, AShareThatWasCutToMakeAHundredIsAPlug) {
  const auto told = [](const char* last) {
    std::vector<Relation> relations = {
        share({"s1", "85.38"}, {"p1", "193.15"}, {"b", "226.23"}),
        share({"s2", "6.47"}, {"p2", "14.63"}, {"b", "226.23"}),
        share({"s3", "2.88"}, {"p3", "6.51"}, {"b", "226.23"}),
        share({"s4", last}, {"p4", "11.94"}, {"b", "226.23"}),
        shares({{"s1", "85.38"}, {"s2", "6.47"}, {"s3", "2.88"}, {"s4", last}})};
    const std::vector<Verdict> verdicts = verdicts_of(relations);
    EXPECT_EQ(verdicts[3].status, CheckStatus::fail);
    tell_plugs(relations, verdicts);
    return relations[3];
  };
  EXPECT_EQ(told("5.27").rule, "plug_rounding");
  EXPECT_EQ(told("5.27").at_most, Severity::info);
  EXPECT_EQ(told("5.72").rule, "share");
}

}  // namespace
}  // namespace gouji
