// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of a report on their way into spreadsheets: what CSV and XLSX have in common.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gouji/report.h"
#include "pattern/pattern_set.h"

namespace gouji {

/// A printed number as a spreadsheet holds it: the value, and the number format that shows it as it
/// was printed.
struct SheetNumber {
  std::string value;   ///< plain decimal; of a percentage the hundredth part ("12.5%" → "0.125")
  std::string format;  ///< "#,##0.00", "0.0%", `0.0;"（"0.0"）"` …
};

/// Most significant digits that every spreadsheet keeps; with more, a printed value would change.
inline constexpr int kMostSheetDigits = 15;

/// The number that `text` is, if it is nothing else: digits, thousands separators at their places,
/// a decimal point, a percent sign, a minus or another mark of negative numbers (brackets, △); in
/// either width. Nothing for numbers that a spreadsheet would not give back as printed: more than
/// kMostSheetDigits digits, leading zeros, separators in odd places.
std::optional<SheetNumber> sheet_number(std::string_view text);

/// The figures of a report by their ids; valid as long as the report.
using FiguresById = std::unordered_map<std::string_view, const Figure*>;
FiguresById figures_by_id(const Report& report);

/// The cells of `table`, row-major, each position once, with spans that a spreadsheet takes: none
/// reaches beyond the table, none covers another cell. Reports of well-read tables have no others;
/// where a table was misread, spans are given up and texts of one position joined, a line each, so
/// that nothing is lost.
struct SheetCell {
  const TableCell* cell = nullptr;
  int row_span = 1, column_span = 1;
  std::string joined = {};  ///< the texts, where several cells have the position

  const std::string& text() const { return joined.empty() ? cell->text : joined; }
};
std::vector<SheetCell> sheet_cells(const Table& table);

/// The number that the cell is: sheet_number() of its text if the report counts the cell as a
/// figure of that value. Codes, running numbers and years are no figures and stay text.
std::optional<SheetNumber> sheet_number(const SheetCell& cell, const FiguresById& figures);

/// One line of the list of tables.
struct TableEntry {
  int number = 0;    ///< 1 for t1
  std::string name;  ///< of the sheet or the file
  std::string caption, kind, unit;
  std::string first_page, last_page;  ///< "" in a text
  std::string line;                   ///< of a text; "" in a PDF
  int rows = 0, columns = 0, header_rows = 0;
  std::string section;  ///< marker and title
  std::string notes;    ///< one a line
};
/// `names` has one name a table.
std::vector<TableEntry> table_entries(const Report& report, const std::vector<std::string>& names);

/// Where a problem stands: "p. 3", "line 12", or "" if it has no place.
std::string place_of(const Problem& problem, const Report& report);

/// Words of the sheets, in both languages (patterns/message/sheet.toml).
using SheetWords = std::map<std::string, Message>;
SheetWords sheet_words(const PatternSet& patterns);

}  // namespace gouji
