// SPDX-License-Identifier: GPL-3.0-or-later
// What `gouji check` tells: root causes, accepted findings, the mark in the quotation, SARIF.
#include "output/findings.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "output/check_json.h"
#include "output/check_text.h"

namespace gouji {
namespace {

Check failed(const std::string& id, const std::string& root, const std::string& rule = "share") {
  Check check;
  check.id = id;
  check.rule = rule;
  check.status = CheckStatus::fail;
  check.severity = Severity::error;
  check.message = {"占比不符", "the share is wrong"};
  check.formula = "33.08 / 226.23 = 14.62% ≠ 15.62%";
  check.stated = "15.62";
  check.operands = {{"share", "f1", "15.62", "%"}, {"base", "f2", "226.23", "万元"}};
  check.suspects = {{"f1", "15.62", "14.62", "digit", {id}}};
  check.root = root;
  check.quote = "其他收入33.08万元，占15.62%。";
  check.at.unit = 21;
  return check;
}

Report report_with(std::vector<Check> checks) {
  Report report;
  report.source.path = "部门 决算.txt";
  report.source.format = "text";
  Figure figure;
  figure.id = "f1";
  figure.text = "15.62%";
  report.figures.push_back(figure);
  report.checks = std::move(checks);
  return report;
}

Check passed(const std::string& id) {
  Check check = failed(id, id);
  check.status = CheckStatus::pass;
  check.severity.reset();
  check.root.reset();
  check.suspects.clear();
  return check;
}

TEST(Findings, OnlyRootsAreToldWithTheirConsequences) {
  const Report report = report_with({failed("c1", "c1"), failed("c2", "c1"), passed("c3")});
  AcceptedFindings accepted;
  const Findings findings = choose_findings(report, {}, accepted);
  ASSERT_EQ(findings.told.size(), 1U);
  EXPECT_EQ(findings.told[0].same_cause.size(), 1U);
  EXPECT_EQ(findings.counts.errors, 1);
  EXPECT_EQ(findings.counts.passes, 1);
}

TEST(Findings, RulesAndSeverityChoose) {
  Check hint = failed("c2", "c2", "sum.rows");
  hint.severity = Severity::info;
  const Report report = report_with({failed("c1", "c1"), hint});
  AcceptedFindings accepted;
  EXPECT_EQ(choose_findings(report, {Severity::warning, {}, false, false}, accepted).told.size(),
            1U);
  EXPECT_EQ(choose_findings(report, {Severity::info, {"sum.*"}, false, false}, accepted)
                .told[0]
                .check->id,
            "c2");
  EXPECT_TRUE(
      choose_findings(report, {Severity::info, {"sum"}, false, false}, accepted).told.empty());
}

TEST(Findings, AcceptedOnesCountApart) {
  const Report report = report_with({failed("c1", "c1")});
  const std::string mark = fingerprint(report.checks[0]);
  ASSERT_EQ(mark.size(), 16U);
  const std::string text =
      "# comment\n\n" + mark + "  confirmed by the bureau\n" + "0123456789abcdef gone by now\n";
  Result<AcceptedFindings> accepted = AcceptedFindings::parse(text, "accepted.txt");
  ASSERT_TRUE(accepted);
  const Findings findings = choose_findings(report, {}, *accepted);
  EXPECT_EQ(findings.counts.errors, 0);
  EXPECT_EQ(findings.counts.accepted, 1);
  EXPECT_EQ(findings.told[0].accepted, "confirmed by the bureau");
  ASSERT_EQ(accepted->unused().size(), 1U);
  EXPECT_EQ(accepted->unused()[0].first, "0123456789abcdef");
}

TEST(Findings, TheFingerprintOutlivesANewLayout) {
  Check a = failed("c1", "c1");
  Check b = failed("c7", "c7");
  b.at.unit = 3;
  b.operands[0].ref = "f9";
  b.message.en = "worded anew";
  EXPECT_EQ(fingerprint(a), fingerprint(b));
  b.operands[0].value = "15.63";
  EXPECT_NE(fingerprint(a), fingerprint(b));
}

TEST(Findings, AcceptedLinesMustBeWhole) {
  const auto wrong = AcceptedFindings::parse("\nshare is fine\n", "a.txt");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().message, "a.txt:2: share is no fingerprint");
  const auto silent = AcceptedFindings::parse("0123456789abcdef\n", "a.txt");
  ASSERT_FALSE(silent);
  EXPECT_EQ(silent.error().message, "a.txt:1: an accepted finding needs a reason");
}

const PatternSet& patterns() {
  static const PatternSet set = *PatternSet::load();
  return set;
}

TEST(Findings, PeopleSeeTheFigureMarked) {
  const Report report = report_with({failed("c1", "c1"), failed("c2", "c1")});
  AcceptedFindings accepted;
  StringSink out;
  const CheckWords words(patterns(), Language::en);
  print_findings(report, choose_findings(report, {}, accepted), words, false, out);
  EXPECT_EQ(out.text(),
            "部门 决算.txt:21: error share: the share is wrong\n"
            "    其他收入33.08万元，占【15.62%】。\n"
            "    33.08 / 226.23 = 14.62% ≠ 15.62%\n"
            "    probably 15.62 should be 14.62 (one digit)\n"
            "    the same cause breaks 1 further relations\n"
            "    fingerprint " +
                fingerprint(report.checks[0]) + "\n");
}

TEST(Findings, SarifHasOneResultAFinding) {
  const Report report = report_with({failed("c1", "c1")});
  const std::string mark = fingerprint(report.checks[0]);
  Result<AcceptedFindings> accepted = AcceptedFindings::parse(mark + " known", "a.txt");
  StringSink out;
  const CheckWords words(patterns(), Language::zh);
  const auto writer = sarif_findings(out, patterns(), words);
  writer->add(report, choose_findings(report, {}, *accepted));
  writer->finish();
  const auto sarif = nlohmann::json::parse(out.text());
  const auto& result = sarif.at("runs").at(0).at("results").at(0);
  EXPECT_EQ(result.at("ruleId"), "share");
  EXPECT_EQ(result.at("level"), "error");
  EXPECT_EQ(result.at("suppressions").at(0).at("justification"), "known");
  const auto& place = result.at("locations").at(0).at("physicalLocation");
  EXPECT_EQ(place.at("artifactLocation").at("uri"), "%E9%83%A8%E9%97%A8%20%E5%86%B3%E7%AE%97.txt");
  EXPECT_EQ(place.at("region").at("startLine"), 21);
}

}  // namespace
}  // namespace gouji
