// SPDX-License-Identifier: GPL-3.0-or-later
// Which cells become numbers, and how spans and lists go into sheets.
#include "output/table_sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gouji {
namespace {

struct NumberCase {
  const char* text;
  const char* value;  // "" = stays text
  const char* format;
};

const NumberCase kNumbers[] = {
    {"1,007.40", "1007.40", "#,##0.00"},
    {"1007.40", "1007.40", "0.00"},
    {"12", "12", "0"},
    {"0", "0", "0"},
    {"0.50", "0.50", "0.00"},
    {"1,234,567", "1234567", "#,##0"},
    {"１，００７．４０", "1007.40", "#,##0.00"},
    {" 3.5　", "3.5", "0.0"},
    // Percent: the value is the hundredth part, the decimals stay.
    {"95%", "0.95", "0%"},
    {"12.50%", "0.1250", "0.00%"},
    {"1,200.5％", "12.005", "#,##0.0%"},
    {"-3.2%", "-0.032", "0.0%"},
    // Negative numbers and their marks.
    {"-1.2", "-1.2", "0.0"},
    {"（1.20）", "-1.20", "0.00;\"（\"0.00\"）\""},
    {"(1,200)", "-1200", "#,##0;\"(\"#,##0\")\""},
    {"△1.2", "-1.2", "0.0;\"△\"0.0"},
    {"△ 1.2", "-1.2", "0.0;\"△ \"0.0"},
    {"－1.2", "-1.2", "0.0;\"－\"0.0"},
    {"（1.2%）", "-0.012", "0.0%;\"（\"0.0%\"）\""},
    // A printed minus before nothing but zeros is shown too.
    {"-0.00", "0.00", "0.00;\"-\"0.00;\"-\"0.00"},
    // Digits: fifteen are safe, sixteen are not; zeros in front do not count.
    {"123456789012345", "123456789012345", "0"},
    {"1234567890123456", "", ""},
    {"1234567890123.45", "1234567890123.45", "0.00"},
    {"12345678901234.56", "", ""},
    {"0.000000000000000001", "0.000000000000000001", "0.000000000000000000"},
    // What a number format could not show as printed, or is no number.
    {"007", "", ""},
    {"00.5", "", ""},
    {"1,00", "", ""},
    {"1234,567", "", ""},
    {"1,2345", "", ""},
    {"1,234,56", "", ""},
    {",123", "", ""},
    {"12.", "", ""},
    {".5", "", ""},
    {"1.2.3", "", ""},
    {"", "", ""},
    {"-", "", ""},
    {"—", "", ""},
    {"%", "", ""},
    {"（）", "", ""},
    {"（1.2", "", ""},
    {"1.2）", "", ""},
    {"（-1.2）", "", ""},
    {"--1", "", ""},
    {"12%%", "", ""},
    {"1 007", "", ""},
    {"12万元", "", ""},
    {"≥95%", "", ""},
    {"三十", "", ""},
    {"负3", "", ""},
    {"1E5", "", ""},
    {"=1+1", "", ""},
};

TEST(SheetNumber, KeepsItsPrint) {
  for (const NumberCase& expected : kNumbers) {
    const auto number = sheet_number(expected.text);
    EXPECT_EQ(number.has_value(), *expected.value != '\0') << expected.text;
    if (!number) continue;
    EXPECT_EQ(number->value, expected.value) << expected.text;
    EXPECT_EQ(number->format, expected.format) << expected.text;
  }
}

TableCell cell(int row, int column, std::string text, int row_span = 1, int column_span = 1) {
  TableCell made;
  made.row = row;
  made.column = column;
  made.row_span = row_span;
  made.column_span = column_span;
  made.text = std::move(text);
  return made;
}

std::optional<SheetNumber> number_of(const TableCell& made, const FiguresById& figures) {
  return sheet_number(SheetCell{&made}, figures);
}

TEST(SheetNumber, IsWhatTheReportCountsAsAFigure) {
  Report report;
  report.figures.resize(2);
  report.figures[0].id = "f1";
  report.figures[0].value = "1007.40";
  report.figures[1].id = "f2";
  report.figures[1].value = "12.5";
  const FiguresById figures = figures_by_id(report);
  TableCell amount = cell(0, 0, "1,007.40");
  EXPECT_FALSE(number_of(cell(0, 0, "2010601"), figures)) << "a code is no figure";
  amount.figure = "f1";
  ASSERT_TRUE(number_of(amount, figures));
  EXPECT_EQ(number_of(amount, figures)->value, "1007.40");
  amount.figure = "f2";
  EXPECT_FALSE(number_of(amount, figures)) << "read as another value: the print stays";
  amount.text = "12.5%";
  EXPECT_TRUE(number_of(amount, figures));
  amount.figure = "f9";
  EXPECT_FALSE(number_of(amount, figures));
}

TEST(SheetCells, GiveUpSpansThatWouldCoverOthers) {
  Table table;
  table.rows = 2;
  table.columns = 3;
  table.cells = {cell(0, 0, "a", 2, 1), cell(0, 1, "b", 1, 2), cell(1, 1, "c", 1, 5),
                 cell(1, 2, "d")};
  std::vector<std::pair<int, int>> spans;
  for (const SheetCell& each : sheet_cells(table))
    spans.emplace_back(each.row_span, each.column_span);
  EXPECT_THAT(spans, testing::ElementsAre(std::pair{2, 1}, std::pair{1, 2}, std::pair{1, 1},
                                          std::pair{1, 1}));
  table.cells = {cell(0, 0, "a", 2, 2), cell(0, 2, ""), cell(1, 1, "b")};
  EXPECT_EQ(sheet_cells(table).front().row_span, 1) << "its area holds another cell";
}

TEST(SheetCells, JoinWhatStandsAtOnePosition) {
  Table table;
  table.rows = 1;
  table.columns = 2;
  table.cells = {cell(0, 1, "c"), cell(0, 0, ""), cell(0, 0, "a", 1, 2), cell(0, 0, "b")};
  std::vector<std::string> texts;
  for (const SheetCell& each : sheet_cells(table)) texts.push_back(each.text());
  EXPECT_THAT(texts, testing::ElementsAre("a\nb", "c"));
}

TEST(SheetWords, ComeInBothLanguages) {
  const Result<PatternSet> patterns = PatternSet::load();
  ASSERT_TRUE(patterns.has_value());
  const SheetWords words = sheet_words(*patterns);
  EXPECT_EQ(words.at("tables").en, "Tables");
  for (const char* name :
       {"caption",    "code",       "columns",  "continued", "id",        "kind",  "line",
        "message_en", "message_zh", "number",   "pages",     "pages_are", "place", "problems",
        "rows",       "section",    "severity", "sheet",     "tables",    "unit",  "unit_is"})
    EXPECT_TRUE(words.count(name) == 1 && !words.at(name).zh.empty()) << name;
}

}  // namespace
}  // namespace gouji
