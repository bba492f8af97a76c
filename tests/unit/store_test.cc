// SPDX-License-Identifier: GPL-3.0-or-later
// What a store promises: documents whole or not at all, the same rows in whatever order they came,
// older stores brought up to date.
#include <gtest/gtest.h>

#include <filesystem>

#include "output/json.h"
#include "schema/sample.h"
#include "store/report_rows.h"
#include "store/sqlite_database.h"
#include "store/store.h"

namespace gouji {
namespace {

using testing_support::sample_report;

/// A file that goes with the test.
class StoreTest : public testing::Test {
 protected:
  StoreTest() {
    folder_ = testing::TempDir() + "gouji-store-" +
              testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  ~StoreTest() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name = "a.sqlite") const { return folder_ + "/" + name; }

  Store open(const std::string& name = "a.sqlite", int busy_timeout_ms = 100) const {
    Result<std::unique_ptr<Database>> database =
        open_sqlite(path(name), OpenMode::write, busy_timeout_ms);
    EXPECT_TRUE(database) << database.error().message;
    Store store(std::move(*database));
    const Result<Done> done = store.prepare();
    EXPECT_TRUE(done) << done.error().message;
    return store;
  }

  static std::string hash(char digit) { return std::string(64, digit); }

  static std::string rows(char digit, const std::string& title = "title") {
    Report report = sample_report(true);
    report.source.sha256 = hash(digit);
    report.document.title = title;
    return rows_of(report);
  }

  static std::string text(Store& store, const std::string& query) {
    std::string out;
    const Result<Done> done = store.database().query(query, {}, [&](const auto& row) {
      for (const Value& value : row)
        out += (value.kind == ValueKind::integer ? std::to_string(value.integer)
                : value.kind == ValueKind::null  ? std::string("-")
                                                 : std::string(value.text)) +
               " ";
      out += "|";
      return true;
    });
    EXPECT_TRUE(done) << done.error().message;
    return out;
  }

  std::string folder_;
};

TEST_F(StoreTest, KnowsWhatItHolds) {
  Store store = open();
  ASSERT_TRUE(store.find(hash('a')));
  EXPECT_FALSE(store.find(hash('a'))->has_value());
  ASSERT_TRUE(store.put(hash('a'), rows('a'), {"x.pdf"}));
  const auto found = store.find(hash('a'));
  ASSERT_TRUE(found && found->has_value());
  EXPECT_EQ((*found)->tool_version, "0.1.0");
  EXPECT_EQ((*found)->patterns, "sha256:" + std::string(64, '0'));
  EXPECT_EQ((*found)->failure, "");
  EXPECT_EQ((*found)->id, 0xAAAAAAAAAAAAA);
}

TEST_F(StoreTest, PuttingTwiceIsPuttingOnce) {
  Store store = open();
  ASSERT_TRUE(store.put(hash('a'), rows('a', "old"), {"x.pdf"}));
  const std::string cells = text(store, "SELECT count(*) FROM cells");
  ASSERT_TRUE(store.put(hash('a'), rows('a', "new"), {"x.pdf", "y.pdf"}));
  EXPECT_EQ(text(store, "SELECT title FROM documents"), "new |");
  EXPECT_EQ(text(store, "SELECT count(*) FROM cells"), cells);
  EXPECT_EQ(text(store, "SELECT path FROM paths ORDER BY path"), "x.pdf |y.pdf |");
}

TEST_F(StoreTest, AFileThatChangedTakesItsOldDocumentAway) {
  Store store = open();
  ASSERT_TRUE(store.put(hash('a'), rows('a'), {"x.pdf", "y.pdf"}));
  const Result<int> first = store.put(hash('b'), rows('b'), {"x.pdf"});
  ASSERT_TRUE(first);
  EXPECT_EQ(*first, 0);  // y.pdf still holds it
  const Result<int> second = store.link(hash('b'), {"y.pdf"});
  ASSERT_TRUE(second);
  EXPECT_EQ(*second, 1);
  EXPECT_EQ(text(store, "SELECT count(DISTINCT document), count(*) > 0 FROM figures"), "1 1 |");
}

TEST_F(StoreTest, AFileThatCannotBeReadAnyMoreSaysWhyAndTakesNothingAway) {
  Store store = open();
  ASSERT_TRUE(store.put(hash('a'), rows('a'), {"x.pdf"}));
  ASSERT_TRUE(store.put_unread("x.pdf", "unreadable", "x.pdf: permission denied"));
  ASSERT_TRUE(store.put_unread("y.pdf", "not_found", "y.pdf: no such file"));
  EXPECT_EQ(text(store, "SELECT document IS NULL, failure FROM paths ORDER BY path"),
            "0 unreadable |1 not_found |");
  EXPECT_EQ(text(store, "SELECT count(*) FROM documents"), "1 |");
  ASSERT_TRUE(store.link(hash('a'), {"x.pdf", "y.pdf"}));
  EXPECT_EQ(text(store, "SELECT failure, message FROM paths"), "- - |- - |");
}

TEST_F(StoreTest, AnExportSeesOneStateOfTheStore) {
  Store store = open();
  ASSERT_TRUE(store.put(hash('a'), rows('a'), {"a.pdf"}));
  ASSERT_TRUE(store.put(hash('b'), rows('b'), {"b.pdf"}));
  Store other = open();
  int reports = 0;
  const Result<Done> done = store.each_report("", [&](const Report&) {
    // Meanwhile the other document is replaced by a third one.
    if (++reports > 1) return true;
    EXPECT_TRUE(other.put(hash('c'), rows('c'), {"b.pdf"}));
    return true;
  });
  EXPECT_TRUE(done);
  EXPECT_EQ(reports, 2);
  EXPECT_EQ(text(store, "SELECT count(*) FROM documents"), "2 |");
}

TEST_F(StoreTest, NumbersThatMeetMoveOn) {
  Store store = open();
  std::string other = hash('a');
  other.back() = 'b';
  Report report = sample_report(true);
  report.source.sha256 = other;
  ASSERT_TRUE(store.put(hash('a'), rows('a'), {"x.pdf"}));
  ASSERT_TRUE(store.put(other, rows_of(report), {"y.pdf"}));
  ASSERT_TRUE(store.put(other, rows_of(report), {"y.pdf"}));
  EXPECT_EQ(text(store, "SELECT id - 3002399751580330 FROM documents ORDER BY id"), "0 |1 |");
}

TEST_F(StoreTest, AmountsAreExactInFen) {
  struct Case {
    const char* yuan;
    const char* fen;
  };
  for (const Case& one : {Case{"10074000", "1007400000"}, Case{"0.1", "10"}, Case{"-0.01", "-1"},
                          Case{"126058200000000.00", "12605820000000000"}, Case{"0.0053", "0.53"},
                          Case{"100000000000000000000", "1e+22"}}) {
    Store store = open(std::string(one.yuan) + ".sqlite");
    Report report = sample_report(true);
    report.source.sha256 = hash('a');
    report.figures[0].normalized.value = one.yuan;
    ASSERT_TRUE(store.put(hash('a'), rows_of(report), {"x.pdf"}));
    const std::string got = text(store, "SELECT fen FROM figures");
    if (std::string(one.fen) == "1e+22")
      EXPECT_EQ(std::stod(got), 1e22);
    else
      EXPECT_EQ(got, std::string(one.fen) + " |");
  }
}

TEST_F(StoreTest, ViewsCanBeAsked) {
  Store store = open();
  ASSERT_TRUE(store.put(hash('a'), rows('a'), {"x.pdf"}));
  ASSERT_TRUE(store.finish());
  EXPECT_NE(text(store, "SELECT * FROM v_indicators"), "");
  EXPECT_NE(text(store, "SELECT * FROM v_figures_by_year WHERE year = 2023"), "");
  (void)text(store, "SELECT * FROM v_findings");
  (void)text(store, "SELECT * FROM v_fiscal_values");
}

TEST_F(StoreTest, FiscalValuesHaveTheMeaningOfTheirRowAndColumn) {
  Store store = open();
  Report report = sample_report(true);
  report.source.sha256 = hash('a');
  Record record;
  record.id = "r9";
  record.type = "debt_table";
  record.table = "t1";
  FiscalColumn amount, change;
  amount.column = 1;
  amount.role = "amount";
  amount.concept_id = "debt_balance";
  amount.year = 2023;
  amount.basis = "final_accounts";
  change.column = 2;
  change.role = "change";
  change.year = 2023;
  change.basis = "change";
  record.columns = {amount, change};
  FiscalRow total, dated;
  total.label = "total";
  total.concept_id = "total";
  total.values = {{1, "5", {}, "t1/r1c1"}};
  dated.label = "dated";
  dated.concept_id = "general_debt_balance";
  dated.year = 2022;
  dated.basis = "execution";
  dated.values = {{1, "3", {}, "t1/r2c1"}, {2, "1", {}, "t1/r2c2"}};
  record.rows = {total, dated};
  report.records = {record};
  ASSERT_TRUE(store.put(hash('a'), rows_of(report), {"x.pdf"}));
  ASSERT_TRUE(store.finish());
  EXPECT_EQ(text(store, "SELECT concept, year, basis FROM v_fiscal_values ORDER BY cell"),
            "debt_balance 2023 final_accounts |general_debt_balance 2022 execution "
            "|general_debt_balance 2022 change |");
}

TEST_F(StoreTest, AFullDiskLeavesWhatWasThere) {
  Store store = open();
  ASSERT_TRUE(store.put(hash('a'), rows('a'), {"x.pdf"}));
  const std::string before = text(store, "SELECT count(*) FROM figures");
  ASSERT_TRUE(store.database().execute("PRAGMA max_page_count = 1"));
  Report large = sample_report(true);
  large.source.sha256 = hash('b');
  large.items[0].text = std::string(1'000'000, 'x');
  const Result<int> put = store.put(hash('b'), rows_of(large), {"y.pdf"});
  ASSERT_FALSE(put);
  EXPECT_EQ(put.error().message, path() + ": cannot be written: database or disk is full");
  EXPECT_EQ(put.error().remedy,
            "free some space and run the same command again; what is stored stays");
  EXPECT_EQ(text(store, "SELECT count(*) FROM figures"), before);
  EXPECT_EQ(text(store, "SELECT count(*) FROM paths"), "1 |");
  ASSERT_TRUE(store.database().execute("PRAGMA max_page_count = 100000"));
  EXPECT_TRUE(store.put(hash('b'), rows_of(large), {"y.pdf"}));
}

TEST_F(StoreTest, ALockedDatabaseIsWaitedForAndThenTold) {
  Store store = open();
  Store other = open();
  ASSERT_TRUE(other.database().begin());
  const Result<int> put = store.put(hash('a'), rows('a'), {"x.pdf"});
  ASSERT_FALSE(put);
  EXPECT_EQ(put.error().message, path() + ": cannot be written: database is locked");
  other.database().rollback();
  EXPECT_TRUE(store.put(hash('a'), rows('a'), {"x.pdf"}));
}

TEST_F(StoreTest, RowsThatBreakAKeyAreRefusedWhole) {
  Store store = open();
  Report report = sample_report(true);
  report.source.sha256 = hash('a');
  report.tables[0].cells.push_back(report.tables[0].cells[0]);
  EXPECT_FALSE(store.put(hash('a'), rows_of(report), {"x.pdf"}));
  EXPECT_EQ(text(store, "SELECT count(*) FROM documents"), "0 |");
  EXPECT_EQ(text(store, "SELECT count(*) FROM sections"), "0 |");
}

TEST_F(StoreTest, AnOlderStoreIsBroughtUpToDateStepByStep) {
  {
    Store store = open();
    ASSERT_TRUE(store.put(hash('a'), rows('a'), {"x.pdf"}));
  }
  Result<std::unique_ptr<Database>> database = open_sqlite(path(), OpenMode::write);
  ASSERT_TRUE(database);
  const SchemaHistory later = {
      .version = kSchemaVersion + 2,
      .migrations = {{kSchemaVersion,
                      [](const Database&) { return "ALTER TABLE documents ADD COLUMN a TEXT"; }},
                     {kSchemaVersion + 1, [](const Database&) {
                        return "ALTER TABLE documents RENAME COLUMN a TO b;"
                               "UPDATE documents SET b = 'moved'";
                      }}}};
  ASSERT_TRUE(prepare_schema(**database, later));
  ASSERT_TRUE(prepare_schema(**database, later));  // nothing left to do
  Store store(std::move(*database));
  EXPECT_EQ(text(store, "SELECT b FROM documents"), "moved |");
  EXPECT_EQ(text(store, "SELECT version FROM gouji_schema"),
            std::to_string(kSchemaVersion + 2) + " |");
  const Result<Done> older = store.prepare();
  ASSERT_FALSE(older);
  EXPECT_EQ(older.error().message, "the store has tables of version " +
                                       std::to_string(kSchemaVersion + 2) + ", this gouji knows " +
                                       std::to_string(kSchemaVersion));
}

TEST_F(StoreTest, AStepThatFailsLeavesTheOldVersion) {
  Store store = open();
  const SchemaHistory broken = {
      .version = kSchemaVersion + 2,
      .migrations = {
          {kSchemaVersion,
           [](const Database&) { return "ALTER TABLE documents ADD COLUMN a TEXT"; }},
          {kSchemaVersion + 1, [](const Database&) { return "ALTER TABLE nothing ADD b TEXT"; }}}};
  EXPECT_FALSE(store.prepare(broken));
  EXPECT_EQ(text(store, "SELECT version FROM gouji_schema"), std::to_string(kSchemaVersion) + " |");
  EXPECT_EQ(text(store, "SELECT count(*) FROM pragma_table_info('documents') WHERE name = 'a'"),
            "0 |");
  EXPECT_TRUE(store.prepare());
}

TEST_F(StoreTest, AForeignFileIsRefused) {
  const std::string foreign = path("foreign");
  FILE* file = std::fopen(foreign.c_str(), "w");
  std::fputs(std::string(5000, 'x').c_str(), file);
  std::fclose(file);
  const auto opened = open_sqlite(foreign, OpenMode::write);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().remedy, "name a file that gouji made, or one that is not there yet");
  EXPECT_FALSE(open_sqlite(path("none"), OpenMode::read));
}

TEST(PathText, KeepsEveryByteApart) {
  EXPECT_EQ(path_text("a/\xE6\x8A\xA5.pdf"), "a/\xE6\x8A\xA5.pdf");
  EXPECT_EQ(path_text("a\xFF\xE6.pdf"), "a\\xFF\\xE6.pdf");
  EXPECT_EQ(path_text(""), "");
}

}  // namespace
}  // namespace gouji
