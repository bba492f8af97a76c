// SPDX-License-Identifier: GPL-3.0-or-later
// Method: each line is cut at its tabs; nothing is moved and nothing is guessed.
#include "table/tabbed.h"

#include <algorithm>

#include "table/ragged_rows.h"
#include "text/charclass.h"

namespace gouji {
namespace {

std::vector<GridCell> cells_of(const LocatedText& line, const PrintLines& print_lines) {
  std::vector<GridCell> cells;
  std::size_t begin = 0;
  while (begin <= line.size()) {
    const std::size_t end = std::min(line.chars.find(U'\t', begin), line.size());
    GridCell& cell = cells.emplace_back();
    cell.text = line.slice(begin, end).trimmed();
    cell.at = cell.text.empty() ? locate(line, begin, begin, print_lines)
                                : locate(cell.text, print_lines);
    begin = end + 1;
  }
  return cells;
}

bool is_row(const LocatedText& line) {
  return std::any_of(line.chars.begin(), line.chars.end(),
                     [](char32_t c) { return c == U'\t' || !is_blank(c); });
}

}  // namespace

Grid read_tabbed(const TableRegion& region, const PrintLines& print_lines) {
  RaggedRows rows;
  bool tab = false;
  for (const LocatedText& line : region.lines) {
    if (!is_row(line)) continue;
    tab = tab || line.chars.find(U'\t') != std::u32string::npos;
    rows.push_back(cells_of(line, print_lines));
  }
  return tab ? rectangle(std::move(rows)) : Grid();
}

}  // namespace gouji
