// SPDX-License-Identifier: GPL-3.0-or-later
// A report comes back as it was: from its JSON, from its rows, from a store. Equal means that it is
// written as the same bytes again. Tried on made-up reports with everything in them, on the shipped
// corpus and on the real documents beside the project.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "base/sha256.h"
#include "gouji/extract.h"
#include "output/json.h"
#include "output/read_report.h"
#include "schema/sample.h"
#include "store/report_rows.h"
#include "store/sqlite_database.h"
#include "store/store.h"

namespace gouji {
namespace {

using testing_support::sample_report;

std::string json_of(const Report& report, JsonForm form = JsonForm::compact) {
  StringSink sink;
  write_report(report, form, sink);
  return sink.text();
}

Report everything(bool pdf) {
  Report report = sample_report(pdf);
  report.tool_version = "0.0.9";
  report.document.title = "title with a\nline feed, a \"quote\" and a \t tab";
  report.records[0].fields.push_back({"label", "one"});
  report.records[0].fields.push_back({"label", "two"});
  report.records[0].fields.push_back({"label#9", "three"});
  return report;
}

void comes_back_from_json(const Report& report) {
  for (const JsonForm form : {JsonForm::compact, JsonForm::indented}) {
    const std::string json = json_of(report, form);
    const Result<Report> read = read_report(json, "report.json");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(json_of(*read, form), json);
  }
}

void comes_back_from_rows(const Report& report) {
  const Result<Report> read = report_of(rows_of(report));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(json_of(*read), json_of(report));
}

TEST(RoundTrip, MadeUpReports) {
  for (const bool pdf : {true, false}) {
    comes_back_from_json(everything(pdf));
    comes_back_from_rows(everything(pdf));
  }
  comes_back_from_json({});
  comes_back_from_rows({});
}

TEST(RoundTrip, LabelsThatArePrintedTwiceComeBackBare) {
  const Result<Report> read = read_report(json_of(everything(true)), "report.json");
  ASSERT_TRUE(read);
  const auto& fields = read->records[0].fields;
  ASSERT_GE(fields.size(), 3U);
  EXPECT_EQ(fields[fields.size() - 3].first, "label");
  EXPECT_EQ(fields[fields.size() - 2].first, "label");
  EXPECT_EQ(fields[fields.size() - 1].first, "label#9");
}

struct Refusal {
  const char* json;
  const char* message;
};

TEST(ReadReport, SaysWhatIsWrong) {
  const Refusal refusals[] = {
      {"", "a.json: is no JSON"},
      {"[1]", "a.json: is no report (it has no field schema)"},
      {R"({"schema": "gouji/report/2"})", "a.json: schema is not that of this version"},
      {R"({"schema": 1})", "a.json: schema is no string"},
      {R"({"schema": "gouji/report/1", "generator": {"version": 1}})",
       "a.json: generator/version is no string"},
      {R"({"schema": "gouji/report/1"})", "a.json: generator is missing"},
  };
  for (const Refusal& refusal : refusals) {
    const Result<Report> read = read_report(refusal.json, "a.json");
    ASSERT_FALSE(read) << refusal.json;
    EXPECT_EQ(read.error().message, refusal.message);
  }
  std::string json = json_of(everything(true));
  const std::string kind = R"("kind":"money")";
  json.replace(json.find(kind), kind.size(), R"("kind":"honey")");
  const Result<Report> read = read_report(json, "a.json");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().message,
            "a.json: figures/0/kind is none of the words that the contract has here");
}

TEST(ReportOf, RefusesDamagedRows) {
  const std::string rows = rows_of(everything(true));
  EXPECT_FALSE(report_of(""));
  EXPECT_FALSE(report_of(rows + "\xFF"));
  int refused = 0;
  for (std::size_t cut = 1; cut < rows.size(); ++cut)
    refused += report_of(std::string_view(rows).substr(0, cut)).has_value() ? 0 : 1;
  // Only cuts between two rows leave rows that can be read.
  EXPECT_GT(refused, static_cast<int>(rows.size() * 9 / 10));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::string damaged = rows;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x5A);
    (void)report_of(damaged);  // whatever comes: no crash
  }
}

std::vector<std::string> documents_below(const std::filesystem::path& folder) {
  std::vector<std::string> paths;
  if (!std::filesystem::is_directory(folder)) return paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string ending = entry.path().extension().string();
    if (entry.is_regular_file() && (ending == ".pdf" || ending == ".txt"))
      paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void all_come_back(const std::vector<std::string>& paths) {
  const Result<Extractor> extractor = Extractor::create();
  ASSERT_TRUE(extractor);
  Result<std::unique_ptr<Database>> database = open_sqlite(":memory:", OpenMode::write);
  ASSERT_TRUE(database) << database.error().message;
  Store store(std::move(*database));
  ASSERT_TRUE(store.prepare());
  std::vector<std::string> written;
  for (const std::string& path : paths) {
    SCOPED_TRACE(path);
    Result<Report> report = extractor->extract_file(path);
    if (!report) continue;
    comes_back_from_json(*report);
    comes_back_from_rows(*report);
    const Result<int> put = store.put(report->source.sha256, rows_of(*report), {path});
    ASSERT_TRUE(put) << put.error().message;
    written.push_back(json_of(*report));
  }
  ASSERT_TRUE(store.finish());
  std::vector<std::string> read;
  const Result<Done> done = store.each_report("", [&](const Report& report) {
    read.push_back(json_of(report));
    return true;
  });
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(read, written);
}

TEST(RoundTrip, ShippedCorpus) {
  const auto paths = documents_below(GOUJI_SOURCE_DIR "/corpus");
  ASSERT_GE(paths.size(), 18U);
  all_come_back(paths);
}

TEST(RoundTrip, RealDocuments) {
  const auto paths = documents_below(GOUJI_SOURCE_DIR "/../shared/corpus");
  if (paths.empty()) GTEST_SKIP() << "no real documents beside the project";
  all_come_back(paths);
}

}  // namespace
}  // namespace gouji
