// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a part opens with a header of its own when it has its own title over all columns, or
// labels where the part before has numbers. Where the header comes again, the page before must be
// full and the rows must not begin anew. Where caption or unit are printed again, the header must
// be repeated too; otherwise they are the head of another table.
#include "table/rows_go_on.h"

#include <algorithm>
#include <cmath>

#include "geometry/cluster.h"
#include "table/grid_rows.h"
#include "table/join_columns.h"
#include "text/charclass.h"

namespace gouji {

namespace {

constexpr int kMostRepeatedRows = 6;
/// Heights of pages of one shape, share.
constexpr float kSamePage = 0.02F;

/// What the first row of a part says of it against the columns of the part before.
enum class Opening { title, header, data, unknown };

Opening opening_of(const Grid& grid, const Grid& next) {
  if (is_full_span(next, next.cells.front()) && next.rows > 1) return Opening::title;
  const std::vector<char> numeric = number_columns(grid);
  const std::vector<float> edges = fitted_edges(grid, next);
  const auto column_at = [&](int edge) {
    return nearest_index(grid.column_edges, edges[static_cast<std::size_t>(edge)]);
  };
  int labels = 0;
  int filled = 0;
  int covered = 0;
  int row = -1;  // the first with a text
  for (const GridCell& cell : next.cells) {
    if (row >= 0 && cell.row > row) break;
    if (cell.text.empty()) continue;
    row = cell.row;
    ++filled;
    covered += cell.column_span;
    const std::size_t column = column_at(cell.column);
    const bool one = column_at(cell.column + cell.column_span) == column + 1;
    if (!one || numeric[column] == 0) continue;
    if (is_number_cell(cell)) return Opening::data;
    if (cell.text.size() >= 2) ++labels;
  }
  // A header names most of its columns; the rest of a broken row does not.
  if (2 * covered < next.columns) return Opening::unknown;
  return labels > 0 && 2 * labels >= filled - 1 ? Opening::header : Opening::unknown;
}

/// The row with which the first part opens comes again with another value: a form filled in anew
/// ("project | …").
bool opens_anew(const Grid& grid, const Grid& next) {
  if (grid.columns != next.columns || grid.cells.size() < 2 || next.cells.size() < 2) return false;
  const GridCell& label = grid.cells[0];
  const GridCell& again = next.cells[0];
  const GridCell& value = grid.cells[1];
  const GridCell& other = next.cells[1];
  const auto alike = [](const GridCell& a, const GridCell& b) {
    return a.row_span == 1 && b.row_span == 1 && a.column_span == b.column_span && a.row == b.row &&
           !a.text.empty() && !b.text.empty();
  };
  return alike(label, again) && alike(value, other) && !is_number_cell(label) &&
         solid(label.text) == solid(again.text) && solid(value.text) != solid(other.text);
}

/// The texts of a row up to its first words: a code and its name, a total.
std::u32string key_of(const Grid& grid, int row) {
  std::u32string key;
  for (const GridCell& cell : grid.cells) {
    if (cell.row > row) break;
    if (cell.row != row) continue;
    key += solid(cell.text);
    if (!cell.text.empty() && !is_number_cell(cell)) break;
    key += U'|';
  }
  return key;
}

/// Are the rows behind the repeated header (so many of them) those of the first part again? Then a
/// table of its own begins, of the same form.
bool begins_again(const Grid& grid, const Grid& next, int repeated, int rows) {
  if (repeated + rows > std::min(next.rows, grid.rows)) return false;
  for (int row = repeated; row < repeated + rows; ++row) {
    const std::u32string key = key_of(next, row);
    if (key.find_first_not_of(U'|') == key.npos || key != key_of(grid, row)) return false;
  }
  return true;
}

/// Does the second part open with the rows of a title and of labels that the first one opens with,
/// and go on with another row than that?
bool repeats_whole_head(const Grid& grid, const Grid& next, int repeated) {
  if (repeated < 2 || repeated >= next.rows || repeated >= grid.rows) return false;
  const auto labels = std::count_if(next.cells.begin(), next.cells.end(), [&](const auto& cell) {
    return cell.row == repeated - 1 && !cell.text.empty();
  });
  return labels >= 2 && !begins_again(grid, next, repeated, 1);
}

/// The number with which a row opens; 0 when it opens with none, or with a code.
int number_of_row(const Grid& grid, int row) {
  for (const GridCell& cell : grid.cells) {
    if (cell.row != row) continue;
    const std::u32string text = solid(cell.text);
    if (cell.column > 0 || text.empty() || text.size() > 3) return 0;
    int number = 0;
    for (const char32_t c : text) {
      if (!is_ascii_digit(c)) return 0;
      number = 10 * number + static_cast<int>(c - U'0');
    }
    return number;
  }
  return 0;
}

/// Does the first row behind the repeated header have the number behind that of the last row?
bool counts_on(const Grid& grid, const Grid& next, int repeated) {
  const int last = number_of_row(grid, grid.rows - 1);
  return last > 0 && number_of_row(next, repeated) == last + 1;
}

/// Points that the row and what is merged with it take.
float row_height(const Grid& grid, int row) {
  float height = 0;
  for (const GridCell& cell : grid.cells) {
    if (cell.row > row) break;
    if (cell.row != row || cell.at.boxes.empty()) continue;
    const Box& box = cell.at.boxes.front();
    height = std::max(height, grid.sideways ? box.width() : box.height());
  }
  return height;
}

/// Was there room on the page of the last part for the row with which the next part goes on? Then
/// the page was turned because the table had ended. A page that lies across had to be turned.
bool had_room(const Grid& grid, const Grid& next, int row) {
  if (grid.page_height <= 0 || row >= next.rows) return false;
  if (std::abs(next.page_height / grid.page_height - 1) > kSamePage) return false;
  const float end = grid.foot + row_height(next, row);
  return end < kSurelyUsed * grid.page_height;
}

}  // namespace

int repeated_rows(const Grid& grid, const Grid& next) {
  if (grid.columns != next.columns) return 0;
  const auto a = row_starts(grid);
  const auto b = row_starts(next);
  int rows = 0;
  bool any_text = false;
  for (int row = 0; row < std::min({grid.rows, next.rows, kMostRepeatedRows}); ++row) {
    const auto r = static_cast<std::size_t>(row);
    if (a[r + 1] - a[r] != b[r + 1] - b[r]) break;
    bool same = true;
    bool numbers = false;
    for (std::size_t i = a[r], j = b[r]; same && i < a[r + 1]; ++i, ++j) {
      const GridCell& x = grid.cells[i];
      const GridCell& y = next.cells[j];
      same =
          x.column == y.column && x.column_span == y.column_span && solid(x.text) == solid(y.text);
      any_text = any_text || !x.text.empty();
      numbers = numbers || (is_number_cell(x) && x.text.size() > 4);
    }
    if (!same || numbers) break;
    rows = row + 1;
  }
  return any_text ? rows : 0;
}

std::vector<char> number_columns(const Grid& grid) {
  std::vector<int> numbers(static_cast<std::size_t>(grid.columns), 0);
  std::vector<int> words(static_cast<std::size_t>(grid.columns), 0);
  const std::size_t skipped = telling_cells(grid);
  for (std::size_t i = skipped; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    if (cell.text.empty() || cell.column_span > 1) continue;
    ++(is_number_cell(cell) ? numbers : words)[static_cast<std::size_t>(cell.column)];
  }
  std::vector<char> result(numbers.size(), 0);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    result[i] = numbers[i] > 0 && numbers[i] >= words[i] ? 1 : 0;  // the header is a word
  }
  return result;
}

bool rows_go_on(const Grid& grid, const Grid& next, Between between) {
  if (between == Between::marked) return true;
  const Opening opening = opening_of(grid, next);
  const int repeated = repeated_rows(grid, next);
  if (opening == Opening::title) return repeats_whole_head(grid, next, repeated);
  // The author who prints the caption again has turned the page by hand.
  const bool may_end_early = between == Between::caption || counts_on(grid, next, repeated);
  if (repeated > 0) {
    if (!may_end_early && had_room(grid, next, repeated)) return false;
    // Without a line between them the first row may be alike by chance.
    return !begins_again(grid, next, repeated, between == Between::nothing ? 2 : 1);
  }
  if (opens_anew(grid, next)) return false;
  if (between == Between::repeat) {
    return opening == Opening::data && (may_end_early || !had_room(grid, next, 0));
  }
  if (between == Between::caption) return opening == Opening::data;
  return opening != Opening::header;
}

}  // namespace gouji
