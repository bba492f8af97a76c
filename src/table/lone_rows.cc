// SPDX-License-Identifier: GPL-3.0-or-later
// Method: one line of words and numbers is no table to layout, which sees its page only. Below a
// table that fills the page before, it is a row when its parts stand in the columns, the numbers
// flush or centred with those above.
#include "table/lone_rows.h"

#include <algorithm>
#include <cmath>

#include "layout/blanks.h"
#include "table/grid_rows.h"
#include "table/rows_go_on.h"
#include "text/charclass.h"

namespace gouji {

namespace {

/// Print of one column on two pages, 1/100 pt.
constexpr int kSamePlace = 300;
/// Parts of a line that print into the next column by more are no cells, 1/100 pt.
constexpr int kOver = 300;
/// A label is shorter, characters.
constexpr std::size_t kLongestLabel = 20;
constexpr int kHeaderRows = 3;

struct Extent {
  int x0 = 0, x1 = 0;
};

Extent extent_of(const LocatedText& text) {
  return {text.places.front().from, text.places.back().to};
}

bool is_flush(const Extent& a, const Extent& b) {
  return std::abs(a.x1 - b.x1) <= kSamePlace || std::abs(a.x0 - b.x0) <= kSamePlace ||
         std::abs(a.x0 + a.x1 - b.x0 - b.x1) <= 2 * kSamePlace;
}

/// The column in which a part of the line stands; -1 when it stands in two.
int column_at(const Grid& grid, const Extent& part) {
  const auto edge = [&](int column) {
    return static_cast<int>(grid.column_edges[static_cast<std::size_t>(column)] * 100);
  };
  for (int c = 0; c < grid.columns; ++c) {
    if ((part.x0 + part.x1) / 2 >= edge(c + 1) && c + 1 < grid.columns) continue;
    return part.x0 >= edge(c) - kOver && part.x1 <= edge(c + 1) + kOver ? c : -1;
  }
  return -1;
}

/// Where the last number of each column prints.
std::vector<Extent> last_numbers(const Grid& grid) {
  std::vector<Extent> extents(static_cast<std::size_t>(grid.columns));
  for (std::size_t i = telling_cells(grid); i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    if (cell.column_span > 1 || cell.text.empty() || !is_number_cell(cell)) continue;
    extents[static_cast<std::size_t>(cell.column)] = extent_of(cell.text);
  }
  return extents;
}

/// The texts of the line by column; empty when a letter stands in no column.
std::vector<LocatedText> by_columns(const Grid& grid, const LocatedText& line) {
  std::vector<LocatedText> texts(static_cast<std::size_t>(grid.columns));
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (is_blank(line.chars[i])) continue;
    const CharPlace& place = line.places[i];
    const int column = column_at(grid, {place.from, place.to});
    if (column < 0) return {};
    LocatedText& text = texts[static_cast<std::size_t>(column)];
    const bool blank = i > 0 && is_blank(line.chars[i - 1]);
    if (blank && !text.empty() && joins_with_blank(text.chars.back(), line.chars[i])) {
      text.push_back(U' ', line.places[i - 1]);
    }
    text.push_back(line.chars[i], place);
  }
  return texts;
}

}  // namespace

std::vector<LocatedText> print_lines_of(const LocatedText& text) {
  std::vector<LocatedText> lines;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 0 || text.places[i].line != text.places[i - 1].line) lines.emplace_back();
    lines.back().push_back(text.chars[i], text.places[i]);
  }
  return lines;
}

bool repeats_header_line(const Grid& grid, const LocatedText& line) {
  const std::u32string text = solid(line);
  for (int row = 0; row < std::min(grid.rows, kHeaderRows); ++row) {
    std::u32string labels;
    int count = 0;
    for (const GridCell& cell : grid.cells) {
      if (cell.row > row) break;
      if (cell.row != row || cell.text.empty()) continue;
      labels += solid(cell.text);
      ++count;
    }
    if (count >= 2 && labels == text) return true;
  }
  return false;
}

std::vector<GridCell> lone_row(const Grid& grid, const LocatedText& line, const PrintLines& lines) {
  if (grid.edges_drawn || grid.sideways || grid.columns < 2 || line.empty()) return {};
  std::vector<LocatedText> texts = by_columns(grid, line);
  if (texts.empty() || texts.front().empty() || texts.front().size() > kLongestLabel) return {};
  const std::vector<char> numeric = number_columns(grid);
  const std::vector<Extent> above = last_numbers(grid);
  std::vector<GridCell> row;
  int numbers = 0;
  int wanted = 0;
  for (std::size_t c = 0; c < texts.size(); ++c) {
    GridCell cell;
    cell.column = static_cast<int>(c);
    cell.text = std::move(texts[c]);
    wanted += c > 0 && numeric[c] != 0 ? 1 : 0;
    if (!cell.text.empty()) {
      cell.at = locate(cell.text, lines);
      const bool number = is_number_cell(cell);
      if (c > 0 && number != (numeric[c] != 0)) return {};
      if (c > 0 && number && !is_flush(extent_of(cell.text), above[c])) return {};
      numbers += c > 0 && number ? 1 : 0;
    }
    row.push_back(std::move(cell));
  }
  if (is_number_cell(row.front()) && numeric.front() == 0) return {};
  if (numbers == 0 || 2 * numbers < wanted) return {};
  for (GridCell& cell : row) {
    if (cell.at.known()) continue;
    cell.at = row.front().at;
    for (Box& box : cell.at.boxes) {
      box.x0 = grid.column_edges[static_cast<std::size_t>(cell.column)];
      box.x1 = grid.column_edges[static_cast<std::size_t>(cell.column) + 1];
    }
  }
  return row;
}

}  // namespace gouji
