// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a header is what stands above the first row with a number, as long as the rows are filled
// with labels. A year is a label. Tables of words have the header that their merged cells ask for,
// or one row.
#include "table/headers.h"

#include <algorithm>

#include "table/grid_rows.h"
#include "text/charclass.h"
#include "text/numeral_marks.h"

namespace gouji {

namespace {

/// More label rows than this are a table of words; the deepest header met has five.
constexpr int kMostRows = 5;
/// A row of a header has labels in this share of its cells at least.
constexpr float kFilled = 0.55F;
/// So many columns are counted at least: 1 | 2 alone may be figures.
constexpr int kFewestCounted = 3;

struct RowFacts {
  int cells = 0, filled = 0, numbers = 0;
  int dashes = 0;         ///< "-", "——": no amount
  int reach = 1;          ///< longest row span of the cells that begin in the row
  bool adds = false;      ///< units, formulas or letters below labels
  bool counts = false;    ///< numbers 1, 2, 3 … that count the columns
  bool labelled = false;  ///< the first cell opens as an entry of a list: "一、", "1."
};

/// "2024", "2025E": a year as the label of a column, with a letter for an estimate or not.
bool is_year(const std::u32string& text) {
  if (text.size() == 5 && is_ascii_digit(text.back())) return false;
  return (text.size() == 4 || text.size() == 5) &&
         (text.starts_with(U"19") || text.starts_with(U"20")) &&
         std::all_of(text.begin(), text.begin() + 4, is_ascii_digit);
}

/// "（万元）", "3=1+2", "甲": what stands in a row of its own below complete labels.
bool is_addition(const std::u32string& text) {
  const char32_t first = fold_width(text.front());
  const char32_t last = fold_width(text.back());
  return text.size() == 1 || text.find(U'=') != text.npos || text.find(U'＝') != text.npos ||
         (first == U'(' && last == U')');
}

bool is_dash(const std::u32string& text) {
  return std::all_of(text.begin(), text.end(),
                     [](char32_t c) { return kRangeDashes.find(c) != kRangeDashes.npos; });
}

/// The number of a column: 12, (12).
int small_number(std::u32string_view text) {
  if (text.size() > 2 && fold_width(text.front()) == U'(' && fold_width(text.back()) == U')')
    text = text.substr(1, text.size() - 2);
  if (text.empty() || text.size() > 2) return -1;
  int value = 0;
  for (const char32_t c : text) {
    if (!is_ascii_digit(c)) return -1;
    value = value * 10 + static_cast<int>(c - U'0');
  }
  return value;
}

RowFacts facts_of(const Grid& grid, std::size_t begin, std::size_t end) {
  RowFacts facts;
  int expected = 0;
  int additions = 0;
  bool in_order = true;
  for (std::size_t i = begin; i < end; ++i) {
    const GridCell& cell = grid.cells[i];
    ++facts.cells;
    facts.reach = std::max(facts.reach, cell.row_span);
    const std::u32string text = solid(cell.text);
    if (text.empty()) continue;
    ++facts.filled;
    if (is_dash(text)) ++facts.dashes;
    if (is_addition(text)) ++additions;
    const std::u32string count = text.substr(0, text.find_first_of(U"=＝"));  // "3=1+2"
    const int value = small_number(count);
    const bool formula = count.size() < text.size() && value > 0;
    if (!formula && (!is_number_cell(cell) || is_year(text))) continue;
    ++facts.numbers;
    // The other side of a two-sided table may begin at 1 again.
    if (value == 1 && (expected == 0 || expected > kFewestCounted)) expected = 1;
    in_order = in_order && value == expected && value > 0;
    ++expected;
  }
  facts.adds = additions > 0 && additions + 1 >= facts.filled;
  facts.counts = in_order && facts.numbers >= kFewestCounted && facts.filled - facts.numbers <= 2 &&
                 2 * facts.numbers >= facts.cells;
  return facts;
}

/// Has every column behind the first one a label of its own in the row, or reaching into it?
bool is_complete(const Grid& grid, const std::vector<std::size_t>& starts, int row) {
  std::vector<char> labelled(static_cast<std::size_t>(grid.columns), 0);
  for (std::size_t i = 0; i < starts[static_cast<std::size_t>(row) + 1]; ++i) {
    const GridCell& cell = grid.cells[i];
    if (cell.row + cell.row_span <= row || cell.column_span > 1) continue;
    labelled[static_cast<std::size_t>(cell.column)] = !solid(cell.text).empty();
  }
  return std::all_of(labelled.begin() + 1, labelled.end(), [](char one) { return one != 0; });
}

/// Is the first row a title over its first columns, or titles side by side, and the second one the
/// labels of all columns?
bool has_titles_above_labels(const Grid& grid, const std::vector<std::size_t>& starts) {
  const RowFacts first = facts_of(grid, starts[0], starts[1]);
  const RowFacts second = facts_of(grid, starts[1], starts[2]);
  return grid.rows > 2 && first.filled > 0 && 2 * first.filled <= first.cells &&
         first.numbers == 0 && first.reach == 1 && second.filled == grid.columns &&
         second.numbers == 0 && second.dashes == 0;
}

}  // namespace

int find_header_rows(const Grid& grid) {
  if (grid.rows < 2 || grid.columns < 2) return 0;
  const std::vector<std::size_t> starts = row_starts(grid);
  int header = 0;
  int reach = has_titles_above_labels(grid, starts) ? 2 : 0;
  bool stopped_at_data = false;
  for (int row = 0; row < grid.rows; ++row) {
    const auto r = static_cast<std::size_t>(row);
    const RowFacts facts = facts_of(grid, starts[r], starts[r + 1]);
    if (facts.counts && row > 0) {
      header = row + 1;
      stopped_at_data = true;
      break;
    }
    const bool nothing = row >= std::max(1, reach) && facts.dashes > 0 &&
                         facts.filled - facts.dashes <= 1;  // 核电站基金支出 | -
    if (facts.numbers > 0 || nothing) {
      stopped_at_data = true;
      break;
    }
    const bool filled =
        static_cast<float>(facts.filled) >= kFilled * static_cast<float>(facts.cells) ||
        (row == 0 && facts.filled > 0 && facts.filled + 1 >= facts.cells);
    const bool title = facts.filled == 1 && is_full_span(grid, grid.cells[starts[r]]);
    if (row >= reach && !filled && !title) break;
    if (row > 0 && row >= reach && is_complete(grid, starts, row - 1) && !facts.adds) {
      stopped_at_data = true;
      break;
    }
    if (facts.cells == 0 || facts.filled > 0) header = row + 1;
    if (row == 0 || row < reach) reach = std::max(reach, row + facts.reach);
  }
  if (header > kMostRows || (!stopped_at_data && header >= grid.rows)) {
    // A table of words: what the merged labels of the first row reach over.
    const RowFacts first = facts_of(grid, starts[0], starts[1]);
    const bool title = is_full_span(grid, grid.cells[0]);
    if (title) return std::min(2, grid.rows - 1);
    return first.filled == first.cells ? std::min(first.reach, grid.rows - 1) : 0;
  }
  return std::min(header, grid.rows - 1);
}

}  // namespace gouji
