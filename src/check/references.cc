// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/references.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace gouji {

namespace {

/// The number behind a prefix: "f12" → 12; 0 if there is none.
int number_of(std::string_view ref, char prefix) {
  int number = 0;
  if (ref.empty() || ref.front() != prefix) return 0;
  const auto [end, error] = std::from_chars(ref.data() + 1, ref.data() + ref.size(), number);
  return error == std::errc() && end == ref.data() + ref.size() ? number : 0;
}

}  // namespace

const TableCell* cell_at(const Report& report, std::string_view ref) {
  const std::size_t slash = ref.find("/r");
  const std::size_t column_mark = ref.find('c', slash == std::string_view::npos ? 0 : slash);
  if (slash == std::string_view::npos || column_mark == std::string_view::npos) return nullptr;
  const int table = number_of(ref.substr(0, slash), 't');
  const int row = number_of(ref.substr(slash + 1, column_mark - slash - 1), 'r');
  const int column = number_of(ref.substr(column_mark), 'c');
  if (table < 1 || table > static_cast<int>(report.tables.size())) return nullptr;
  const auto& cells = report.tables[static_cast<std::size_t>(table - 1)].cells;
  const auto place = std::pair(row, column);
  const auto at = std::lower_bound(cells.begin(), cells.end(), place,
                                   [](const TableCell& cell, const std::pair<int, int>& wanted) {
                                     return std::pair(cell.row, cell.column) < wanted;
                                   });
  if (at == cells.end() || std::pair(at->row, at->column) != place) return nullptr;
  return &*at;
}

const Figure* figure_at(const Report& report, std::string_view ref) {
  if (const TableCell* cell = cell_at(report, ref))
    return cell->figure ? figure_at(report, *cell->figure) : nullptr;
  const int number = number_of(ref, 'f');
  if (number < 1 || number > static_cast<int>(report.figures.size())) return nullptr;
  return &report.figures[static_cast<std::size_t>(number - 1)];
}

}  // namespace gouji
