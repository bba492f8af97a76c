// SPDX-License-Identifier: GPL-3.0-or-later
// Method: one pass over the cells fills a map of positions.
#include "record/table_view.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/charclass.h"

namespace gouji {
namespace {

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) >> 6) != 2; }));
}

}  // namespace

std::string folded(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text)
    if (!is_blank(c)) append_utf8(out, fold_width(c));
  return out;
}

std::u32string squashed(std::u32string_view text) {
  std::u32string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char32_t c) { return !is_blank(c); });
  return out;
}

std::string printed_part(std::u32string_view text, std::string_view folded_text,
                         std::string_view part) {
  const auto begin = static_cast<std::size_t>(part.data() - folded_text.data());
  return to_utf8(std::u32string_view(squashed(text))
                     .substr(code_points(folded_text.substr(0, begin)), code_points(part)));
}

TableView::TableView(const Grid& grid)
    : grid_(grid),
      covering_(static_cast<std::size_t>(grid.rows) * static_cast<std::size_t>(grid.columns), -1),
      filled_(static_cast<std::size_t>(grid.rows)),
      texts_(grid.cells.size()) {
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    const int bottom = std::min(cell.row + cell.row_span, grid.rows);
    const int right = std::min(cell.column + cell.column_span, grid.columns);
    for (int r = cell.row; r < bottom; ++r)
      for (int c = cell.column; c < right; ++c)
        covering_[static_cast<std::size_t>(r) * static_cast<std::size_t>(grid.columns) +
                  static_cast<std::size_t>(c)] = static_cast<int>(i);
    const bool blank = std::all_of(cell.text.chars.begin(), cell.text.chars.end(), is_blank);
    if (!blank && cell.row < grid.rows)
      filled_[static_cast<std::size_t>(cell.row)].push_back(&cell);
  }
}

const GridCell* TableView::covering(int row, int column) const {
  if (row < 0 || row >= grid_.rows || column < 0 || column >= grid_.columns) return nullptr;
  const int index =
      covering_[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid_.columns) +
                static_cast<std::size_t>(column)];
  return index < 0 ? nullptr : &grid_.cells[static_cast<std::size_t>(index)];
}

const std::string& TableView::text(const GridCell& cell) const {
  std::string& text = texts_[index_of(cell)];
  if (text.empty()) text = folded(cell.text.chars);
  return text;
}

}  // namespace gouji
