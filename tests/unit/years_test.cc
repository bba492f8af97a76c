// SPDX-License-Identifier: GPL-3.0-or-later
// Two years of one body: what the later report says of last year against last year's report.
#include "check/years.h"

#include <gtest/gtest.h>

namespace gouji {
namespace {

Figure figure(const std::string& id, const std::string& subject, int year,
              const std::string& value) {
  Figure out;
  out.id = id;
  out.text = value + "万元";
  out.value = value;
  out.unit = "万元";
  out.kind = FigureKind::money;
  out.normalized = {shift_point(value, 4), "元"};
  out.subject = subject;
  out.year = year;
  out.in = "s1";
  return out;
}

Report report(int year, std::vector<Figure> figures) {
  Report out;
  out.source.path = std::to_string(year) + ".txt";
  out.source.sha256 = std::to_string(year);
  out.source.format = "text";
  out.document.issuer = "临江市审计局";
  out.document.kind = "final_accounts";
  out.document.fiscal_years = {year};
  out.figures = std::move(figures);
  return out;
}

const PatternSet& patterns() {
  static const PatternSet set = *PatternSet::load();
  return set;
}

std::vector<YearCheck> compared(const Report& a, const Report& b) {
  return check_years({year_facts(a), year_facts(b)}, patterns());
}

TEST(Years, LastYearsFigureIsThatOfLastYearsReport) {
  const Report earlier = report(2023, {figure("f1", "本年收入合计", 2023, "100.25")});
  const Report good = report(2024, {figure("f7", "本年收入合计", 2024, "120.00"),
                                    figure("f8", "本年收入合计", 2023, "100.3")});
  const auto checks = compared(good, earlier);
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_EQ(checks[0].document, 0U);
  EXPECT_EQ(checks[0].check.status, CheckStatus::pass);
  EXPECT_EQ(checks[0].check.operands[1].ref, "2023.txt#f1");
  const Report bad = report(2024, {figure("f8", "本年收入合计", 2023, "100.52")});
  const auto failed = compared(earlier, bad);
  ASSERT_EQ(failed.size(), 1U);
  EXPECT_EQ(failed[0].document, 1U);
  EXPECT_EQ(failed[0].check.status, CheckStatus::fail);
  EXPECT_EQ(failed[0].check.severity, Severity::warning);
}

TEST(Years, SilentWhereNothingIsCertain) {
  const Report earlier = report(2023, {figure("f1", "本年收入合计", 2023, "100.25")});
  Report other = report(2024, {figure("f8", "本年收入合计", 2023, "1.00")});
  other.document.issuer = "临江市财政局";
  EXPECT_TRUE(compared(earlier, other).empty());
  EXPECT_TRUE(compared(earlier, report(2025, {figure("f8", "本年收入合计", 2023, "1")})).empty());
  // Two values in one report: the subject means several things there.
  EXPECT_TRUE(compared(earlier, report(2024, {figure("f8", "本年收入合计", 2023, "1.00"),
                                              figure("f9", "本年收入合计", 2023, "2.00")}))
                  .empty());
  Figure about = figure("f8", "本年收入合计", 2023, "1.00");
  about.approximate = true;
  EXPECT_TRUE(compared(earlier, report(2024, {about})).empty());
  // Two documents of one year: which of them counts?
  Report twin = report(2023, {figure("f1", "本年收入合计", 2023, "7.00")});
  twin.source.sha256 = "another";
  const Report later = report(2024, {figure("f8", "本年收入合计", 2023, "1.00")});
  EXPECT_TRUE(
      check_years({year_facts(earlier), year_facts(twin), year_facts(later)}, patterns()).empty());
}

TEST(Years, RowsOfTheSameTableMeet) {
  const auto with_table = [](int year, const std::string& value, Maybe<std::string> basis) {
    Report out = report(year, {});
    Table table;
    table.id = "t1";
    TableCell cell;
    cell.row = 1;
    cell.column = 1;
    cell.figure = "f1";
    table.cells = {cell};
    out.tables = {table};
    out.figures = {figure("f1", "", 2023, value)};
    out.figures[0].in = "t1/r1c1";
    Record record;
    record.kind = "expenditure";
    FiscalColumn column;
    column.column = 1;
    column.role = "amount";
    column.year = 2023;
    column.basis = std::move(basis);
    record.columns = {column};
    FiscalRow row;
    row.row = 1;
    row.label = "行政运行";
    row.code = "2010301";
    row.values = {{1, value, Quantity{shift_point(value, 4), "元"}, "t1/r1c1"}};
    record.rows = {row};
    out.records = {record};
    return out;
  };
  const Report earlier = with_table(2023, "50.00", "final_accounts");
  EXPECT_EQ(compared(earlier, with_table(2024, "50.00", "final_accounts"))[0].check.status,
            CheckStatus::pass);
  EXPECT_EQ(compared(earlier, with_table(2024, "51.00", "execution"))[0].check.status,
            CheckStatus::fail);
  EXPECT_TRUE(compared(earlier, with_table(2024, "51.00", "budget")).empty());
  EXPECT_TRUE(compared(earlier, with_table(2024, "51.00", "prior_year")).empty());
}

}  // namespace
}  // namespace gouji
