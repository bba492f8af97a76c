// SPDX-License-Identifier: GPL-3.0-or-later
// Each table's sheet: caption, unit and pages, the table from row 3 on, below it its notes. Widths
// and heights are set so that nothing printed is cut off on the screen: spreadsheets fit the height
// of a row to wrapped text by themselves, but not to that of merged cells.
#include "output/xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/version.h"
#include "output/names.h"
#include "output/xlsx_book.h"
#include "output/xlsx_text.h"

namespace gouji {

namespace {

constexpr int kMostRows = 1'048'576;  // of a sheet
constexpr int kMostColumns = 16'384;
constexpr int kRowsAbove = 2;  ///< caption; unit and pages
/// Widths of columns in half-width characters. Beyond the widest, text is wrapped: two such columns
/// with three of numbers fit on a screen.
constexpr int kNarrowest = 6;
constexpr int kWidest = 44;
constexpr int kWidestHeader = 20;
constexpr int kPadding = 2;
/// Notes are wrapped at this width at least, however narrow their table.
constexpr int kNoteWidth = 60;
/// More frozen rows than this leave no room for others on a screen.
constexpr int kMostFrozen = 12;
/// Longer texts get no text format: spreadsheets of old show them as #### then.
constexpr std::size_t kLongestTextFormat = 64;  // bytes

const char* const kTextFormat = "@";

/// The word of that name in both languages, one a line.
std::string heading(const SheetWords& words, const std::string& name) {
  const auto found = words.find(name);
  return found == words.end() ? name : found->second.zh + "\n" + found->second.en;
}

std::string word(const SheetWords& words, const std::string& name) {
  const auto found = words.find(name);
  return found == words.end() ? name : found->second.zh;
}

std::string filled(std::string sentence, const std::string& slot, const std::string& value) {
  const std::size_t at = sentence.find("{" + slot + "}");
  if (at != std::string::npos) sentence.replace(at, slot.size() + 2, value);
  return sentence;
}

bool has_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int lines_of(int text_width, int width) {
  return text_width <= width ? 1 : (text_width + width - 1) / std::max(width, 1);
}

std::string pages_of(const TableEntry& entry) {
  return entry.first_page == entry.last_page ? entry.first_page
                                             : entry.first_page + "–" + entry.last_page;
}

/// One sheet with a heading row and rows of text.
class ListSheet {
 public:
  ListSheet(XlsxBook& book, const SheetWords& words, std::vector<std::string> columns)
      : book_(book), widths_(columns.size(), kNarrowest) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const CellStyle style{true, true, true, true, true, false, {}};
      const std::string text = heading(words, columns[i]);
      book_.text({0, static_cast<int>(i)}, xlsx_text(text), style);
      widen(i, display_width(text) / 2 + kPadding);
    }
    book_.set_lines(0, 2);
    book_.freeze_above(1);
  }

  void begin_row() {
    ++row_;
    column_ = 0;
  }
  void text(const std::string& text) {
    widen(at(), std::min(display_width(text), kWidest) + kPadding);
    book_.text({row_, column_++}, xlsx_pieces(text).front(), style());
  }
  void number(int value) { book_.whole_number(row_, column_++, value, style()); }
  void link(const std::string& sheet) {
    CellStyle linked = style();
    linked.link = true;
    widen(at(), display_width(sheet) + kPadding);
    book_.link(row_, column_++, sheet, linked);
  }
  void finish() { book_.set_widths(widths_); }

 private:
  static CellStyle style() { return {false, true, false, false, true, false, {}}; }
  std::size_t at() const { return static_cast<std::size_t>(column_); }
  void widen(std::size_t column, int width) { widths_[column] = std::max(widths_[column], width); }

  XlsxBook& book_;
  std::vector<int> widths_;
  int row_ = 0;
  int column_ = 0;
};

/// One sheet with one table.
class TableSheet {
 public:
  TableSheet(XlsxBook& book, const SheetWords& words, const FiguresById& figures,
             const Table& table, const TableEntry& entry)
      : book_(book),
        words_(words),
        figures_(figures),
        table_(table),
        entry_(entry),
        cells_(sheet_cells(table)) {}

  void write() {
    measure();
    write_head();
    for (const SheetCell& cell : cells_) write_cell(cell);
    set_heights();
    book_.expect_digits({kRowsAbove, 0, table_.rows, table_.columns});
    if (table_.header_rows > 0 && table_.header_rows <= kMostFrozen)
      book_.freeze_above(kRowsAbove + table_.header_rows);
    write_notes();
  }

 private:
  /// Columns as wide as their cells, within bounds.
  void measure() {
    widths_.assign(static_cast<std::size_t>(std::max(table_.columns, 0)), kNarrowest);
    for (const SheetCell& cell : cells_) {
      if (cell.column_span > 1) continue;
      const int most = cell.cell->row < table_.header_rows ? kWidestHeader : kWidest;
      int& width = widths_[static_cast<std::size_t>(cell.cell->column)];
      width = std::max(width, std::min(display_width(cell.text()), most) + kPadding);
    }
    book_.set_widths(widths_);
  }

  void write_head() {
    CellStyle bold;
    bold.bold = true;
    const std::string caption = entry_.caption.empty() ? table_.id : entry_.caption;
    book_.text({0, 0}, xlsx_pieces(caption).front(), bold);
    std::string line;
    if (!entry_.unit.empty()) line = filled(word(words_, "unit_is"), "unit", entry_.unit);
    if (!entry_.first_page.empty())
      line += (line.empty() ? "" : "    ") +
              filled(word(words_, "pages_are"), "pages", pages_of(entry_));
    if (!line.empty()) book_.text({1, 0}, xlsx_pieces(line).front(), {});
  }

  void write_cell(const SheetCell& sheet_cell) {
    const TableCell& cell = *sheet_cell.cell;
    const std::string& text = sheet_cell.text();
    const CellArea area{cell.row + kRowsAbove, cell.column, sheet_cell.row_span,
                        sheet_cell.column_span};
    CellStyle style;
    style.border = style.wrapped = true;
    style.bold = style.shaded = style.centred = cell.row < table_.header_rows;
    if (const auto number = sheet_number(sheet_cell, figures_)) {
      style.wrapped = false;
      return book_.number(area, *number, text, style);
    }
    if (text.size() <= kLongestTextFormat && has_digit(text)) style.number_format = kTextFormat;
    std::vector<std::string> pieces = xlsx_pieces(text);
    book_.text(area, pieces.front(), style);
    for (std::size_t i = 1; i < pieces.size(); ++i)
      rests_.push_back(
          filled(word(words_, "continued"), "cell", fmt::format("r{}c{}", cell.row, cell.column)) +
          pieces[i]);
  }

  int width_of(const SheetCell& cell) const {
    int width = 0;
    for (int i = 0; i < cell.column_span; ++i)
      width += widths_[static_cast<std::size_t>(cell.cell->column + i)];
    return width;
  }

  /// Rows with merged cells whose text takes several lines.
  void set_heights() {
    std::vector<int> needed(static_cast<std::size_t>(std::max(table_.rows, 0)), 1);
    std::vector<bool> merged(needed.size(), false);
    for (const SheetCell& cell : cells_) {
      int lines = lines_of(display_width(cell.text()) + 1, width_of(cell) - 1);
      const bool spans = cell.column_span > 1 || cell.row_span > 1;
      lines = (lines + cell.row_span - 1) / cell.row_span;
      for (int i = 0; i < cell.row_span; ++i) {
        const auto row = static_cast<std::size_t>(cell.cell->row + i);
        needed[row] = std::max(needed[row], lines);
        if (spans && lines > 1) merged[row] = true;
      }
    }
    for (std::size_t row = 0; row < needed.size(); ++row)
      if (merged[row]) book_.set_lines(static_cast<int>(row) + kRowsAbove, needed[row]);
  }

  void write_notes() {
    int row = kRowsAbove + table_.rows + 1;
    int span = 0;
    int width = 0;
    for (; span < table_.columns && width < kNoteWidth; ++span)
      width += widths_[static_cast<std::size_t>(span)];
    CellStyle style;
    style.wrapped = true;
    const auto write = [&](const std::string& note) {
      book_.text({row, 0, 1, std::max(span, 1)}, note, style);
      book_.set_lines(row++, lines_of(display_width(note), width));
    };
    for (const std::string& note : table_.notes)
      for (const std::string& piece : xlsx_pieces(note)) write(piece);
    for (const std::string& rest : rests_) write(rest);
  }

  XlsxBook& book_;
  const SheetWords& words_;
  const FiguresById& figures_;
  const Table& table_;
  const TableEntry& entry_;
  std::vector<SheetCell> cells_;
  std::vector<int> widths_;
  std::vector<std::string> rests_;  ///< of texts that are too long for a cell
};

void write_list(XlsxBook& book, const SheetWords& words, const std::vector<TableEntry>& entries) {
  ListSheet sheet(book, words,
                  {"number", "sheet", "caption", "kind", "unit", "pages", "line", "rows", "columns",
                   "section"});
  for (const TableEntry& entry : entries) {
    sheet.begin_row();
    sheet.number(entry.number);
    sheet.link(entry.name);
    for (const std::string& text : {entry.caption, entry.kind, entry.unit, pages_of(entry)})
      sheet.text(text);
    sheet.text(entry.line);
    sheet.number(entry.rows);
    sheet.number(entry.columns);
    sheet.text(entry.section);
  }
  sheet.finish();
}

void write_problems(XlsxBook& book, const SheetWords& words, const Report& report) {
  ListSheet sheet(book, words, {"id", "severity", "code", "place", "message_zh", "message_en"});
  for (const Problem& problem : report.problems) {
    sheet.begin_row();
    for (const std::string& text :
         {problem.id, std::string(name_of(problem.severity)), problem.code,
          place_of(problem, report), problem.message.zh, problem.message.en})
      sheet.text(text);
  }
  sheet.finish();
}

/// Does every table fit on a sheet, with the lines above and below it?
Result<Done> check_sizes(const Report& report) {
  for (const Table& table : report.tables) {
    const std::size_t rows =
        static_cast<std::size_t>(std::max(table.rows, 0)) + kRowsAbove + 1 + table.notes.size();
    if (rows < kMostRows && table.columns <= kMostColumns) continue;
    return Error{ErrorCode::output,
                 fmt::format("{}: table {} has {} rows and {} columns; a sheet holds {} and {}",
                             report.source.path, table.id, table.rows, table.columns, kMostRows,
                             kMostColumns),
                 "use --format csv"};
  }
  return Done{};
}

}  // namespace

Result<Done> write_xlsx(const Report& report, const SheetWords& words, Sink& sink) {
  const Result<Done> fits = check_sizes(report);
  if (!fits) return fits.error();
  Result<XlsxBook> book = XlsxBook::create();
  if (!book) return book.error();
  book->set_properties(report.document.title.value_or(""),
                       fmt::format("gouji {}, sha256 {}", version(), report.source.sha256));
  const std::vector<TableEntry> entries = table_entries(report, sheet_names(report.tables));
  book->add_sheet(sheet_name(word(words, "tables")));
  write_list(*book, words, entries);
  const FiguresById figures = figures_by_id(report);
  for (std::size_t i = 0; i < report.tables.size(); ++i) {
    book->add_sheet(entries[i].name);
    TableSheet(*book, words, figures, report.tables[i], entries[i]).write();
  }
  if (!report.problems.empty()) {
    book->add_sheet(sheet_name(word(words, "problems")));
    write_problems(*book, words, report);
  }
  return book->finish(sink);
}

}  // namespace gouji
