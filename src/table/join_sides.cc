// SPDX-License-Identifier: GPL-3.0-or-later
// Method: both halves of a sheet are printed with the same rows, so every row stands at the same
// height on the same page of its half. Chance makes that only in forms of equal rows; but a table
// of its own has a column that tells what its rows are, and a half without the left columns has
// none: it opens with amounts.
#include "table/join_sides.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "table/grid_rows.h"
#include "table/headers.h"
#include "table/join_columns.h"
#include "table/rows_go_on.h"

namespace gouji {

namespace {

/// Heights of one row in both halves, points: the same program placed both.
constexpr float kSameHeight = 1.5F;
/// Fewer rows of one height are chance.
constexpr int kFewestRows = 5;

struct RowPlace {
  int page = 0;  ///< from the first of the table
  float y0 = 0, y1 = 0;
};

/// Where each row stands; nothing for a row all of whose cells began above it.
std::vector<std::optional<RowPlace>> row_places(const Grid& grid) {
  std::vector<std::optional<RowPlace>> places(static_cast<std::size_t>(grid.rows));
  for (const GridCell& cell : grid.cells) {
    auto& place = places[static_cast<std::size_t>(cell.row)];
    if (place || cell.row_span > 1 || cell.at.boxes.empty()) continue;
    const Box& box = cell.at.boxes.front();
    place = RowPlace{cell.at.unit - grid.pages->first, box.y0, box.y1};
  }
  return places;
}

bool same_rows(const Grid& left, const Grid& right) {
  const auto a = row_places(left);
  const auto b = row_places(right);
  int same = 0;
  for (std::size_t r = 0; r < a.size(); ++r) {
    if (!a[r] || !b[r]) continue;
    if (a[r]->page != b[r]->page) return false;
    if (std::abs(a[r]->y0 - b[r]->y0) > kSameHeight) return false;
    if (std::abs(a[r]->y1 - b[r]->y1) > kSameHeight) return false;
    ++same;
  }
  return same >= kFewestRows;
}

/// Are the numbers of the first column amounts as printed, neither codes nor years nor a count?
bool opens_with_amounts(const Grid& grid, int header) {
  int amounts = 0;
  int others = 0;
  for (const GridCell& cell : grid.cells) {
    if (cell.column > 0 || cell.row < header || cell.text.empty()) continue;
    const std::u32string text = solid(cell.text);
    const bool amount = is_number_cell(cell) && text.find_first_of(U".,") != text.npos;
    ++(amount ? amounts : others);
  }
  return amounts >= 2 && amounts >= others;
}

}  // namespace

Side side_of(const Grid& left, const Grid& right) {
  if (!left.pages || !right.pages || right.pages->first != left.pages->second + 1)
    return Side::none;
  if (left.pages->second - left.pages->first != right.pages->second - right.pages->first) {
    return Side::none;
  }
  if (left.rows != right.rows || left.rows < kFewestRows || left.sideways || right.sideways) {
    return Side::none;
  }
  if (left.page_height != right.page_height || repeated_rows(left, right) > 0) return Side::none;
  const std::vector<char> label = number_columns(left);
  if (std::find(label.begin(), label.end(), 0) == label.end()) return Side::none;
  if (!number_columns(right).front() || !same_rows(left, right)) return Side::none;
  return opens_with_amounts(right, find_header_rows(right)) ? Side::certain : Side::possible;
}

void append_columns(Grid& left, Grid right) {
  const int header = find_header_rows(left);
  std::vector<GridCell*> ends(static_cast<std::size_t>(left.rows), nullptr);
  for (GridCell& cell : left.cells) {
    if (cell.row < header && cell.column + cell.column_span == left.columns) {
      ends[static_cast<std::size_t>(cell.row)] = &cell;
    }
  }
  std::erase_if(right.cells, [&](const GridCell& cell) {
    GridCell* before = ends[static_cast<std::size_t>(cell.row)];
    if (cell.column > 0 || before == nullptr || !cell.text.empty() || before->text.empty() ||
        before->row_span != cell.row_span || cell.row + cell.row_span >= header) {
      return false;
    }
    before->column_span += cell.column_span;
    return true;
  });
  for (GridCell& cell : right.cells) {
    cell.column += left.columns;
    left.cells.push_back(std::move(cell));
  }
  std::sort(left.cells.begin(), left.cells.end(), [](const GridCell& a, const GridCell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  });
  const float shift = left.column_edges.back() - right.column_edges.front();
  for (std::size_t c = 1; c < right.column_edges.size(); ++c) {
    left.column_edges.push_back(right.column_edges[c] + shift);
  }
  left.columns += right.columns;
  left.pages->second = right.pages->second;
  left.foot = right.foot;
}

}  // namespace gouji
