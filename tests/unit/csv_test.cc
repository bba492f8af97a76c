// SPDX-License-Identifier: GPL-3.0-or-later
// CSV, byte by byte.
#include "output/csv.h"

#include <gtest/gtest.h>

#include <utility>

namespace gouji {
namespace {

TEST(Csv, FieldsAreQuotedWhereTheyMustBe) {
  const std::pair<const char*, const char*> cases[] = {
      {"", ""},
      {"收入", "收入"},
      {"1,007.40", "\"1,007.40\""},
      {"a\"b", "\"a\"\"b\""},
      {"two\nlines", "\"two\nlines\""},
      {" blanks stay ", " blanks stay "},
  };
  for (const auto& [text, field] : cases) EXPECT_EQ(csv_field(text), field) << text;
}

TEST(Csv, FormulasAreDefused) {
  const std::pair<const char*, const char*> cases[] = {
      {"=1+1", "'=1+1"},
      {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"+A1", "'+A1"},
      {"-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"},
      {"-总计", "'-总计"},
      {"＝1+1", "'＝1+1"},
      {"\t=1+1", "'\t=1+1"},
      // What was printed comes back by taking one apostrophe away.
      {"'=1+1", "''=1+1"},
      {"'-5", "''-5"},
      {"'tis", "'tis"},
      // Numbers with a sign, and marks that are no formula.
      {"-1.2", "-1.2"},
      {"-1,234.56", "\"-1,234.56\""},
      {"+3%", "+3%"},
      {"－1.2", "－1.2"},
      {"-5.3个百分点", "-5.3个百分点"},
      {"-", "-"},
      {"--", "--"},
      {"——", "——"},
      {"a=b", "a=b"},
  };
  for (const auto& [text, field] : cases) EXPECT_EQ(csv_field(text), field) << text;
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

TEST(Csv, CoveredPositionsAreEmpty) {
  Table table;
  table.rows = 3;
  table.columns = 3;
  table.cells = {cell(0, 0, "项目", 2, 1), cell(0, 1, "金额", 1, 2), cell(1, 1, "上年"),
                 cell(1, 2, "本年"),       cell(2, 0, "合计"),       cell(2, 1, ""),
                 cell(2, 2, "1,007.40")};
  StringSink sink;
  write_csv_table(table, sink);
  EXPECT_EQ(sink.text(), "项目,金额,\r\n,上年,本年\r\n合计,,\"1,007.40\"\r\n");
}

TEST(Csv, ARecordOfOneEmptyFieldIsSeen) {
  Table table;
  table.rows = 2;
  table.columns = 1;
  table.cells = {cell(0, 0, "a"), cell(1, 0, "")};
  StringSink sink;
  write_csv_table(table, sink);
  EXPECT_EQ(sink.text(), "a\r\n\"\"\r\n");
}

TEST(Csv, ListOfTables) {
  Report report;
  report.source.format = "pdf";
  report.sections.resize(1);
  report.sections[0].id = "s1";
  report.sections[0].marker = "一、";
  report.sections[0].title = "收支情况";
  report.tables.resize(2);
  report.tables[0].caption = "收入决算表";
  report.tables[0].kind = "income";
  report.tables[0].unit = "万元";
  report.tables[0].pages = {3, 4};
  report.tables[0].rows = 20;
  report.tables[0].columns = 9;
  report.tables[0].header_rows = 2;
  report.tables[0].section = "s1";
  report.tables[0].notes = {"注：甲", "注：乙"};
  StringSink sink;
  write_csv_list(report, {"a.t1.csv", "a.t2.csv"}, sink);
  EXPECT_EQ(sink.text(),
            "table,file,caption,kind,unit,first_page,last_page,line,rows,columns,header_rows,"
            "section,notes\r\n"
            "1,a.t1.csv,收入决算表,income,万元,3,4,,20,9,2,一、 收支情况,\"注：甲\n注：乙\"\r\n"
            "2,a.t2.csv,,generic,,,,,0,0,0,,\r\n");
}

TEST(Csv, Problems) {
  Report report;
  report.source.format = "text";
  report.problems.resize(1);
  report.problems[0].id = "p1";
  report.problems[0].code = "ragged_rows";
  report.problems[0].message = {"第3行", "row 3, odd"};
  report.problems[0].at.unit = 12;
  StringSink sink;
  write_csv_problems(report, sink);
  EXPECT_EQ(sink.text(),
            "id,severity,code,place,message_zh,message_en\r\n"
            "p1,warning,ragged_rows,line 12,第3行,\"row 3, odd\"\r\n");
}

}  // namespace
}  // namespace gouji
