// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the workbook of a report made by hand, for workbook_test.py to read back.
#include <cstdio>
#include <utility>

#include "base/file.h"
#include "output/xlsx.h"

namespace gouji {
namespace {

class Builder {
 public:
  Builder() {
    report.source.path = "sample.pdf";
    report.source.sha256 = std::string(64, '0');
    report.source.format = "pdf";
    report.document.title = "Sample";
  }

  Table& table(int rows, int columns, int header_rows) {
    Table& made = report.tables.emplace_back();
    made.id = "t" + std::to_string(report.tables.size());
    made.rows = rows;
    made.columns = columns;
    made.header_rows = header_rows;
    return made;
  }

  void text(int row, int column, std::string text, int row_span = 1, int column_span = 1) {
    TableCell& cell = report.tables.back().cells.emplace_back();
    cell.row = row;
    cell.column = column;
    cell.row_span = row_span;
    cell.column_span = column_span;
    cell.text = std::move(text);
  }

  void figure(int row, int column, const std::string& text, std::string value, int row_span = 1) {
    Figure& made = report.figures.emplace_back();
    made.id = "f" + std::to_string(report.figures.size());
    made.text = text;
    made.value = std::move(value);
    this->text(row, column, text, row_span);
    report.tables.back().cells.back().figure = made.id;
  }

  Report report;
};

/// A code column, merged headers and cells, empty cells, numbers in every writing.
void add_expenditure(Builder& builder) {
  Table& table = builder.table(7, 4, 2);
  table.caption = "收入/支出：[总表]";
  table.kind = "expenditure";
  table.unit = "万元";
  table.pages = {9, 10};
  table.section = "s1";
  table.notes = {"注：本表反映支出情况。"};
  builder.text(0, 0, "项目", 1, 2);
  builder.text(0, 2, "金额", 1, 2);
  builder.text(1, 0, "科目编码");
  builder.text(1, 1, "科目名称");
  builder.text(1, 2, "决算数");
  builder.text(1, 3, "比重");
  builder.text(2, 0, "2010601");
  builder.text(2, 1, "行政运行");
  builder.figure(2, 2, "1,007.40", "1007.40");
  builder.figure(2, 3, "12.50%", "12.50");
  builder.text(3, 0, "007");
  builder.text(3, 1, "=1+1");
  builder.figure(3, 2, "（9.95）", "-9.95");
  builder.text(3, 3, "");
  builder.text(4, 0, "208", 2, 1);
  builder.text(4, 1, "社会保障");
  builder.figure(4, 2, "△1.20", "-1.20", 2);
  builder.figure(4, 3, "≥95%", "95");
  builder.text(5, 1, "_x0041_ <&>");
  builder.figure(5, 3, "1234567890123456.7", "1234567890123456.7");
  builder.text(6, 0, "合计");
  builder.text(6, 1, "");
  builder.figure(6, 2, "0.1", "0.1");
  builder.figure(6, 3, "123456789012345", "123456789012345");
}

void add_long_text(Builder& builder) {
  builder.table(1, 1, 0);
  std::string text;
  for (int i = 0; i < 40000; ++i) text += "长";
  builder.text(0, 0, std::move(text));
}

Report sample() {
  Builder builder;
  Section& section = builder.report.sections.emplace_back();
  section.id = "s1";
  section.marker = "一、";
  section.title = "决算表";
  add_expenditure(builder);
  add_long_text(builder);
  Problem& problem = builder.report.problems.emplace_back();
  problem.id = "p1";
  problem.code = "page_without_text";
  problem.message = {"第3页没有文字层", "page 3 has no text layer"};
  problem.at.unit = 3;
  return std::move(builder.report);
}

int run(const char* path) {
  const Result<PatternSet> patterns = PatternSet::load();
  StringSink bytes;
  const Result<Done> written = write_xlsx(sample(), sheet_words(*patterns), bytes);
  const Result<Done> stored = written ? write_file(path, bytes.text()) : written;
  if (stored) return 0;
  std::fprintf(stderr, "%s\n", stored.error().message.c_str());
  return 1;
}

}  // namespace
}  // namespace gouji

int main(int argc, char** argv) {
  return argc == 2 ? gouji::run(argv[1]) : 2;
}
