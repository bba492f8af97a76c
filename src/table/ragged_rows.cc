// SPDX-License-Identifier: GPL-3.0-or-later
// Method: nothing is moved; what is missing at the right end of a row is empty. Columns follow from
// the widths of the cells to their left.
#include "table/ragged_rows.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "text/cell_text.h"

namespace gouji {
namespace {

/// A rectangle of more cells than this is not filled up with empty ones: one line with a million
/// tabs among a million short ones would otherwise eat all memory. Real tables have thousands.
constexpr std::int64_t kMostCells = 4'000'000;
/// More rows of labels than these are no header but a table of words.
constexpr std::size_t kMostHeaderRows = 5;
/// A header of one row has labels in this share of its columns at least, one of several rows in all
/// together; forms ("名称 | 甲 | | ") have fewer.
constexpr float kFilled = 0.55F;
constexpr float kNamed = 0.75F;
/// Rows that a table has below its header at least if nobody filled it in.
constexpr int kFewestBlankRows = 2;

/// The empty place behind a row.
At behind(const std::vector<GridCell>& row) {
  At at = row.empty() ? At() : row.back().at;
  at.begin = at.end;
  return at;
}

struct RowLabels {
  int filled = 0;       ///< columns with text
  bool title = false;   ///< one cell over all columns
  bool number = false;  ///< one of the cells is a number
  bool single = false;  ///< text in the first column only
};

std::vector<RowLabels> labels_of(const Grid& grid) {
  std::vector<RowLabels> rows(static_cast<std::size_t>(grid.rows));
  for (const GridCell& cell : grid.cells) {
    if (cell.text.empty()) continue;
    RowLabels& row = rows[static_cast<std::size_t>(cell.row)];
    row.single = row.filled == 0 && cell.column == 0;
    row.filled += cell.column_span;
    row.title = row.title || cell.column_span == grid.columns;
    row.number = row.number || is_bare_number(cell.text.chars);
  }
  return rows;
}

/// Share of the columns that have a label in one of the first `count` rows, of those that are used
/// at all. The text of a merged label stands once, in front of or above the empty cells it reaches
/// over: the first label of all reaches up to the second.
float named_share(const Grid& grid, const std::vector<RowLabels>& rows, std::size_t count) {
  std::vector<char> named(static_cast<std::size_t>(grid.columns), 0);
  std::vector<char> used(named.size(), 0);
  for (const GridCell& cell : grid.cells) {
    if (cell.text.empty()) continue;
    auto& columns = static_cast<std::size_t>(cell.row) < count ? named : used;
    std::fill_n(columns.begin() + cell.column, cell.column_span, 1);
  }
  const auto second = std::find(named.begin() + 1, named.end(), 1);
  if (named[0] != 0 && !rows[0].single && second != named.end())
    std::fill(named.begin(), second, 1);
  int all = 0, good = 0;
  for (std::size_t column = 0; column < named.size(); ++column) {
    if (used[column] == 0 && named[column] == 0) continue;
    ++all;
    good += named[column];
  }
  return all == 0 ? 0 : static_cast<float>(good) / static_cast<float>(all);
}

/// The first row that is no label of columns: one with a number; in a table that nobody filled in
/// one that has nothing but its first cell. The number of rows if there is none.
std::size_t first_data_row(const std::vector<RowLabels>& rows) {
  const auto number =
      std::find_if(rows.begin(), rows.end(), [](const RowLabels& row) { return row.number; });
  if (number != rows.end()) return static_cast<std::size_t>(number - rows.begin());
  const auto blank = std::find_if(rows.begin() + 1, rows.end(), [](const RowLabels& row) {
    return row.single || row.filled == 0;
  });
  const bool nobody_filled_in =
      rows.end() - blank >= kFewestBlankRows &&
      std::all_of(blank, rows.end(), [](auto& row) { return row.single || row.filled == 0; });
  return static_cast<std::size_t>((nobody_filled_in ? blank : rows.end()) - rows.begin());
}

/// Can the first `count` rows be the rows of one header?
bool are_labels(const std::vector<RowLabels>& rows, std::size_t count) {
  if (count < 2 || count > kMostHeaderRows) return false;
  return std::none_of(rows.begin() + 1, rows.begin() + static_cast<std::ptrdiff_t>(count),
                      [](const RowLabels& row) { return row.single; });
}

int width_of(const std::vector<GridCell>& row) {
  int width = 0;
  for (const GridCell& cell : row) width += cell.column_span;
  return width;
}

}  // namespace

Grid rectangle(RaggedRows rows) {
  Grid grid;
  grid.rows = static_cast<int>(rows.size());
  for (const auto& row : rows) grid.columns = std::max(grid.columns, width_of(row));
  const bool fill = std::int64_t{grid.rows} * grid.columns <= kMostCells;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const At end = behind(rows[r]);
    int column = 0;
    for (GridCell& cell : rows[r]) {
      cell.row = static_cast<int>(r);
      cell.column = column;
      column += cell.column_span;
      grid.cells.push_back(std::move(cell));
    }
    for (; fill && column < grid.columns; ++column) {
      GridCell& cell = grid.cells.emplace_back();
      cell.row = static_cast<int>(r);
      cell.column = column;
      cell.at = end;
    }
  }
  if (!grid.cells.empty()) grid.at = grid.cells.front().at;
  grid.header_rows = count_header_rows(grid);
  return grid;
}

int count_header_rows(const Grid& grid) {
  if (grid.rows < 2 || grid.columns < 2) return 0;
  const std::vector<RowLabels> rows = labels_of(grid);
  const std::size_t data = first_data_row(rows);
  std::size_t count = data;
  while (count > 0 && rows[count - 1].filled == 0) --count;
  if (data < rows.size() && are_labels(rows, count) && named_share(grid, rows, count) >= kNamed)
    return static_cast<int>(count);
  if (data == rows.size() || !rows[data].number) {
    const std::size_t title = rows[0].title ? 1 : 0;
    return rows[title].filled == grid.columns ? static_cast<int>(title) + 1 : 0;
  }
  const bool filled =
      static_cast<float>(rows[0].filled) >= kFilled * static_cast<float>(grid.columns);
  return count == 1 && filled && !rows[0].title ? 1 : 0;
}

}  // namespace gouji
