// SPDX-License-Identifier: GPL-3.0-or-later
// The writer and the shipped schema agree with the contract, and the schema refuses what the
// contract does not know.
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <ostream>

#include "output/json.h"
#include "schema/sample.h"
#include "schema/validate.h"

namespace gouji {
namespace {

using nlohmann::ordered_json;
using testing_support::sample_report;
using testing_support::schema_errors;

ordered_json written(const Report& report, JsonForm form = JsonForm::indented) {
  StringSink sink;
  write_report(report, form, sink);
  return ordered_json::parse(sink.text());
}

std::string listed(const std::vector<std::string>& errors) {
  std::string text;
  for (const std::string& error : errors) text += error + "\n";
  return text;
}

TEST(Schema, TakesAReportWithEverything) {
  for (const bool pdf : {true, false}) {
    const auto errors = schema_errors(written(sample_report(pdf)));
    EXPECT_TRUE(errors.empty()) << listed(errors);
  }
}

TEST(Schema, TakesAnEmptyReport) {
  Report report = sample_report(false);
  report.sections.clear();
  report.items.clear();
  report.tables.clear();
  report.figures.clear();
  report.records.clear();
  report.problems.clear();
  report.document = {};
  const auto errors = schema_errors(written(report));
  EXPECT_TRUE(errors.empty()) << listed(errors);
}

TEST(Schema, TakesTheExampleOfTheDocumentation) {
  const auto errors =
      schema_errors(ordered_json::parse(std::ifstream(GOUJI_DOCS "/example.report.json")));
  EXPECT_TRUE(errors.empty()) << listed(errors);
}

TEST(Json, IndentedAndCompactSayTheSame) {
  const Report report = sample_report(true);
  EXPECT_EQ(written(report), written(report, JsonForm::compact));
}

TEST(Json, CompactIsOneLine) {
  StringSink sink;
  write_report(sample_report(true), JsonForm::compact, sink);
  EXPECT_EQ(sink.text().find('\n'), sink.text().size() - 1);
}

TEST(Json, KeepsTheOrderOfTheContract) {
  const ordered_json report = written(sample_report(false));
  std::vector<std::string> keys;
  for (const auto& [key, value] : report.items()) keys.push_back(key);
  EXPECT_EQ(keys, (std::vector<std::string>{"schema", "generator", "source", "document", "sections",
                                            "items", "tables", "figures", "records", "checks",
                                            "problems"}));
  keys.clear();
  for (const auto& [key, value] : report["figures"][0].items()) keys.push_back(key);
  EXPECT_EQ(keys,
            (std::vector<std::string>{"id", "text", "value", "unit", "kind", "normalized", "bound",
                                      "approximate", "range", "subject", "year", "in", "at"}));
}

TEST(Json, WritesPlacesByTheFormatOfTheSource) {
  EXPECT_EQ(written(sample_report(true))["sections"][0]["at"].dump(),
            R"({"page":1,"boxes":[[10.5,20.25,30,-0.13]]})");
  EXPECT_EQ(written(sample_report(false))["sections"][0]["at"].dump(),
            R"({"line":3,"chars":[17,27]})");
}

struct Damage {
  const char* name;
  std::function<void(ordered_json&)> apply;
};

void PrintTo(const Damage& tested, std::ostream* out) {
  *out << tested.name;
}

class Damaged : public testing::TestWithParam<Damage> {};

TEST_P(Damaged, IsRefused) {
  ordered_json report = written(sample_report(true));
  ASSERT_TRUE(schema_errors(report).empty());
  GetParam().apply(report);
  EXPECT_FALSE(schema_errors(report).empty());
}

INSTANTIATE_TEST_SUITE_P(
    Schema, Damaged,
    testing::Values(
        Damage{"unknown_field", [](auto& r) { r["sections"][0]["colour"] = "red"; }},
        Damage{"field_left_out", [](auto& r) { r["figures"][0].erase("year"); }},
        Damage{"number_for_decimal", [](auto& r) { r["figures"][0]["value"] = 1.5; }},
        Damage{"separator_in_decimal", [](auto& r) { r["figures"][0]["value"] = "1,007.40"; }},
        Damage{"no_place", [](auto& r) { r["items"][0]["at"] = nullptr; }},
        Damage{"short_box",
               [](auto& r) {
                 r["items"][0]["at"]["boxes"][0] = {1, 2, 3};
               }},
        Damage{"unknown_kind", [](auto& r) { r["figures"][0]["kind"] = "amount"; }},
        Damage{"bad_id", [](auto& r) { r["tables"][0]["id"] = "x1"; }},
        Damage{"page_as_text", [](auto& r) { r["tables"][0]["pages"] = "1-2"; }},
        Damage{"bad_operator", [](auto& r) { r["records"][0]["indicators"][0]["operator"] = "≥"; }},
        Damage{"record_field_left_out", [](auto& r) { r["records"][1].erase("executed"); }},
        Damage{"no_checks", [](auto& r) { r.erase("checks"); }},
        Damage{"bad_severity", [](auto& r) { r["problems"][0]["severity"] = "fatal"; }},
        Damage{"one_language", [](auto& r) { r["problems"][0]["message"].erase("zh"); }}),
    [](const auto& tested) { return std::string(tested.param.name); });

}  // namespace
}  // namespace gouji
