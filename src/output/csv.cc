// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/csv.h"

#include <algorithm>

#include "base/utf8.h"
#include "output/names.h"
#include "output/table_sheet.h"
#include "text/charclass.h"

namespace gouji {

namespace {

constexpr std::string_view kEndOfRecord = "\r\n";

/// Characters that open a formula, or that spreadsheets skip before one; full-width forms are taken
/// for the plain ones in Chinese settings.
bool opens_formula(char32_t c) {
  const char32_t folded = fold_width(c);
  return folded == U'=' || folded == U'+' || folded == U'-' || folded == U'@' || c == U'\t' ||
         c == U'\r' || c == U'\n';
}

bool is_letter_or_digit(char32_t c) {
  const char32_t folded = fold_width(c);
  return is_ascii_digit(folded) || (folded >= U'a' && folded <= U'z') ||
         (folded >= U'A' && folded <= U'Z') || is_han(c);
}

/// A sign, a digit, and nothing behind them that a formula is made of: hanzi behind a number are
/// its unit.
bool is_signed_number(std::u32string_view text) {
  const char32_t sign = fold_width(text.front());
  if ((sign != U'-' && sign != U'+') || text.size() < 2) return false;
  if (!is_ascii_digit(fold_width(text[1]))) return false;
  return std::all_of(text.begin() + 1, text.end(), [](char32_t c) {
    const char32_t folded = fold_width(c);
    return is_ascii_digit(folded) || folded == U',' || folded == U'.' || folded == U'%' ||
           is_han(c);
  });
}

class CsvRow {
 public:
  explicit CsvRow(Sink& sink) : sink_(sink) {}

  void field(std::string_view text) {
    if (fields_++ > 0) line_ += ',';
    line_ += csv_field(text);
  }
  void number(int value) { field(std::to_string(value)); }
  void end() {
    // A record of one empty field would look like no record at all.
    if (fields_ == 1 && line_.empty()) line_ = "\"\"";
    line_ += kEndOfRecord;
    sink_.write(line_);
    line_.clear();
    fields_ = 0;
  }

 private:
  Sink& sink_;
  std::string line_;
  int fields_ = 0;
};

void heading(CsvRow& row, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) row.field(name);
  row.end();
}

}  // namespace

bool is_formula_like(std::string_view text) {
  if (text.empty()) return false;
  const std::u32string chars = from_utf8(text);
  std::u32string_view rest = chars;
  while (!rest.empty() && rest.front() == U'\'') rest.remove_prefix(1);
  if (rest.empty() || !opens_formula(rest.front())) return false;
  if (rest.size() < chars.size()) return true;
  return std::any_of(rest.begin(), rest.end(), is_letter_or_digit) && !is_signed_number(rest);
}

std::string csv_field(std::string_view text) {
  std::string field;
  if (is_formula_like(text)) field += '\'';
  field += text;
  if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
  std::string quoted = "\"";
  for (const char c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

void write_csv_table(const Table& table, Sink& sink) {
  CsvRow row(sink);
  const std::vector<SheetCell> cells = sheet_cells(table);
  auto next = cells.begin();
  for (int r = 0; r < table.rows; ++r) {
    for (int c = 0; c < table.columns; ++c) {
      const bool here = next != cells.end() && next->cell->row == r && next->cell->column == c;
      row.field(here ? std::string_view(next->text()) : std::string_view());
      if (here) ++next;
    }
    row.end();
  }
}

void write_csv_list(const Report& report, const std::vector<std::string>& files, Sink& sink) {
  CsvRow row(sink);
  heading(row, {"table", "file", "caption", "kind", "unit", "first_page", "last_page", "line",
                "rows", "columns", "header_rows", "section", "notes"});
  for (const TableEntry& entry : table_entries(report, files)) {
    row.number(entry.number);
    for (const std::string& text : {entry.name, entry.caption, entry.kind, entry.unit,
                                    entry.first_page, entry.last_page, entry.line})
      row.field(text);
    row.number(entry.rows);
    row.number(entry.columns);
    row.number(entry.header_rows);
    row.field(entry.section);
    row.field(entry.notes);
    row.end();
  }
}

void write_csv_problems(const Report& report, Sink& sink) {
  CsvRow row(sink);
  heading(row, {"id", "severity", "code", "place", "message_zh", "message_en"});
  for (const Problem& problem : report.problems) {
    row.field(problem.id);
    row.field(name_of(problem.severity));
    row.field(problem.code);
    row.field(place_of(problem, report));
    row.field(problem.message.zh);
    row.field(problem.message.en);
    row.end();
  }
}

}  // namespace gouji
