// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/table_sheet.h"

#include <algorithm>
#include <utility>

namespace gouji {

namespace {

/// Which positions of a table are taken. A table has few rows and columns; the claimed positions
/// are marked one by one.
class Occupied {
 public:
  explicit Occupied(const Table& table) : rows_(table.rows), columns_(table.columns) {
    marks_.resize(static_cast<std::size_t>(std::max(rows_, 0)) *
                  static_cast<std::size_t>(std::max(columns_, 0)));
    for (const TableCell& cell : table.cells)
      if (inside(cell.row, cell.column)) mark(cell.row, cell.column);
  }

  /// Takes the area of a cell beside its own position; false and nothing taken if it is not free.
  bool take(const TableCell& cell) {
    const int last_row = cell.row + cell.row_span - 1;
    const int last_column = cell.column + cell.column_span - 1;
    if (!inside(cell.row, cell.column) || !inside(last_row, last_column)) return false;
    for (int row = cell.row; row <= last_row; ++row)
      for (int column = cell.column; column <= last_column; ++column)
        if ((row != cell.row || column != cell.column) && at(row, column)) return false;
    for (int row = cell.row; row <= last_row; ++row)
      for (int column = cell.column; column <= last_column; ++column) mark(row, column);
    return true;
  }

 private:
  bool inside(int row, int column) const {
    return row >= 0 && row < rows_ && column >= 0 && column < columns_;
  }
  std::size_t index(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
  }
  bool at(int row, int column) const { return marks_[index(row, column)]; }
  void mark(int row, int column) { marks_[index(row, column)] = true; }

  int rows_, columns_;
  std::vector<bool> marks_;
};

/// A further cell at the position of `first`.
void join(SheetCell& first, const TableCell& further) {
  if (further.text.empty()) return;
  if (first.text().empty()) {
    first.cell = &further;
    return;
  }
  first.joined = first.text() + "\n" + further.text;
}

std::string title_of(const Section& section) {
  return section.marker ? *section.marker + " " + section.title : section.title;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

}  // namespace

std::vector<SheetCell> sheet_cells(const Table& table) {
  const auto place = [](const SheetCell& each) {
    return std::pair(each.cell->row, each.cell->column);
  };
  const auto before = [&](const SheetCell& a, const SheetCell& b) { return place(a) < place(b); };
  std::vector<SheetCell> all;
  all.reserve(table.cells.size());
  for (const TableCell& cell : table.cells) all.push_back({&cell});
  if (!std::is_sorted(all.begin(), all.end(), before))
    std::stable_sort(all.begin(), all.end(), before);

  Occupied occupied(table);
  std::vector<SheetCell> cells;
  cells.reserve(all.size());
  for (SheetCell& each : all) {
    if (!cells.empty() && place(cells.back()) == place(each)) {
      join(cells.back(), *each.cell);
      continue;
    }
    const bool merged = each.cell->row_span > 1 || each.cell->column_span > 1;
    if (merged && occupied.take(*each.cell)) {
      each.row_span = each.cell->row_span;
      each.column_span = each.cell->column_span;
    }
    cells.push_back(std::move(each));
  }
  return cells;
}

FiguresById figures_by_id(const Report& report) {
  FiguresById figures;
  figures.reserve(report.figures.size());
  for (const Figure& figure : report.figures) figures.emplace(figure.id, &figure);
  return figures;
}

std::vector<TableEntry> table_entries(const Report& report, const std::vector<std::string>& names) {
  std::unordered_map<std::string_view, const Section*> sections;
  for (const Section& section : report.sections) sections.emplace(section.id, &section);
  std::vector<TableEntry> entries;
  for (std::size_t i = 0; i < report.tables.size(); ++i) {
    const Table& table = report.tables[i];
    TableEntry entry;
    entry.number = static_cast<int>(i) + 1;
    entry.name = names[i];
    entry.caption = table.caption.value_or("");
    entry.kind = table.kind;
    entry.unit = table.unit.value_or("");
    if (table.pages) {
      entry.first_page = std::to_string(table.pages->first);
      entry.last_page = std::to_string(table.pages->second);
    } else if (table.at.known()) {
      entry.line = std::to_string(table.at.unit);
    }
    entry.rows = table.rows;
    entry.columns = table.columns;
    entry.header_rows = table.header_rows;
    const auto section = table.section ? sections.find(*table.section) : sections.end();
    if (section != sections.end()) entry.section = title_of(*section->second);
    entry.notes = joined(table.notes);
    entries.push_back(std::move(entry));
  }
  return entries;
}

std::string place_of(const Problem& problem, const Report& report) {
  if (!problem.at.known()) return {};
  return (report.source.format == "pdf" ? "p. " : "line ") + std::to_string(problem.at.unit);
}

SheetWords sheet_words(const PatternSet& patterns) {
  const std::string folder = "message/sheet/";
  SheetWords words;
  for (const Definition* definition : patterns.definitions(folder)) {
    words[definition->id.substr(folder.size())] = {std::string(definition->text("zh")),
                                                   std::string(definition->text("en"))};
  }
  return words;
}

}  // namespace gouji
