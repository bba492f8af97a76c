// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a table that goes on keeps its column edges. Parts with the same edges and nothing
// between them are one table when their rows go on (table/rows_go_on.h).
#include "table/join_pages.h"

#include <algorithm>
#include <cmath>

#include "table/cell_lines.h"
#include "table/grid_rows.h"
#include "table/join_columns.h"
#include "table/page_slices.h"
#include "table/rows_go_on.h"
#include "text/charclass.h"

namespace gouji {

namespace {

/// Left and right margin of a cell together, points: Word's own setting, the widest common one.
constexpr float kCellMargins = 10.8F;

void drop_rows(Grid& grid, int rows) {
  std::erase_if(grid.cells, [&](const GridCell& cell) { return cell.row < rows; });
  for (GridCell& cell : grid.cells) cell.row -= rows;
  grid.rows -= rows;
}

/// The cell of the last row (or reaching into it) at each column.
std::vector<GridCell*> last_cells(Grid& grid) {
  std::vector<GridCell*> cells(static_cast<std::size_t>(grid.columns), nullptr);
  for (GridCell& cell : grid.cells) {
    if (cell.row + cell.row_span < grid.rows) continue;
    for (int c = cell.column; c < cell.column + cell.column_span; ++c) {
      cells[static_cast<std::size_t>(c)] = &cell;
    }
  }
  return cells;
}

/// Did the label break for want of room? Its last line fills the cell but for less than a letter
/// and the cell's margins. Only where the page is read as it stands: places are those of the page.
bool fills_its_cell(const Grid& grid, const GridCell& cell) {
  const auto& places = cell.text.places;
  std::size_t first = places.size() - 1;
  while (first > 0 && places[first - 1].line == places.back().line) --first;
  const float from = static_cast<float>(places[first].from) / 100;
  const float to = static_cast<float>(places.back().to) / 100;
  const float letter = static_cast<float>(places.back().to - places.back().from) / 100;
  const float left = grid.column_edges[static_cast<std::size_t>(cell.column)];
  const float right = grid.column_edges[static_cast<std::size_t>(cell.column + cell.column_span)];
  if (from < left || to > right + letter) return false;
  return is_han(cell.text.chars.back()) && right - left - (to - from) < kCellMargins + letter;
}

/// The label of a row that goes on below: a word without the marks that open a row.
bool may_be_rest_of_label(const Grid& grid, const GridCell& above, const GridCell& rest) {
  const std::u32string text = solid(rest.text);
  const bool words = std::all_of(text.begin(), text.end(), is_han);
  return grid.edges_drawn && words && text.size() < above.text.size() &&
         fills_its_cell(grid, above);
}

/// How a cell at the head of a page goes on with the one above it at the foot of the page before.
struct GoesOn {
  bool possible = false;
  bool certain = false;   ///< the rest of a number
  bool as_words = false;  ///< the cell above was full
};

GoesOn goes_on(const Grid& grid, const GridCell* above, const GridCell& cell, bool numeric) {
  if (above == nullptr || above->text.empty() || above->column != cell.column ||
      above->column_span != cell.column_span) {
    return {};
  }
  if (may_be_number_wrapped(above->text, cell.text)) {
    return {true, is_number_wrapped(above->text, cell.text), false};
  }
  if (numeric) return {};
  // A row without numbers at the head of a page is common: its label stands in the first column.
  if (cell.column == 0) {
    const bool rest = may_be_rest_of_label(grid, *above, cell);
    return {rest, false, rest};
  }
  return {true, false, fills_its_cell(grid, *above)};
}

/// Is the first row of `next` the rest of the last row of `grid`? It has no key, and it completes a
/// number, or words below a row that has its numbers, or words below full cells only.
bool is_row_tail(const Grid& grid, const Grid& next, const std::vector<GridCell*>& last) {
  const std::vector<char> numeric = number_columns(grid);
  bool has_number = false;
  for (std::size_t c = 0; c < last.size(); ++c) {
    if (last[c] != nullptr && numeric[c] != 0 && is_number_cell(*last[c])) has_number = true;
  }
  bool any = false;
  bool certain = false;
  bool full = grid.edges_drawn && last.front() != nullptr && !last.front()->text.empty();
  for (const GridCell& cell : next.cells) {
    if (cell.row > 0) break;
    if (cell.row_span > 1) return false;
    if (cell.text.empty()) continue;
    const auto c = static_cast<std::size_t>(cell.column);
    const GoesOn found = goes_on(grid, last[c], cell, numeric[c] != 0);
    if (!found.possible) return false;
    certain = certain || found.certain;
    full = full && found.as_words && last[c]->row == last.front()->row;
    any = true;
  }
  return any && (has_number || certain || full);
}

/// Does the first row of `next` open inside the merged cells of the last row of `grid`? It has no
/// key, and the rest of a label that was full. A label that began below its key is no such label.
bool opens_inside_row(const Grid& grid, const Grid& next, const std::vector<GridCell*>& last) {
  if (last.front() == nullptr || last.front()->text.empty() || !grid.edges_drawn) return false;
  for (const GridCell& cell : next.cells) {
    if (cell.row > 0) break;
    if (cell.column == 0) {
      if (!cell.text.empty()) return false;
      continue;
    }
    const GridCell* above = last[static_cast<std::size_t>(cell.column)];
    if (cell.text.empty()) continue;
    return above != nullptr && above->column == cell.column &&
           above->column_span == cell.column_span && !above->text.empty() &&
           above->row == last.front()->row && !is_number_cell(cell) && !is_number_cell(*above) &&
           fills_its_cell(grid, *above);
  }
  return false;
}

void join_row_tail(Grid& next, const std::vector<GridCell*>& last) {
  for (const GridCell& cell : next.cells) {
    if (cell.row > 0) break;
    if (!cell.text.empty()) last[static_cast<std::size_t>(cell.column)]->text.append(cell.text);
  }
  drop_rows(next, 1);
}

/// Does the column hold labels that are merged over rows, below the first row?
bool has_merged_labels(const Grid& grid, int column) {
  return std::any_of(grid.cells.begin(), grid.cells.end(), [&](const GridCell& cell) {
    return cell.column == column && cell.row > 0 && cell.row_span > 1 && !cell.text.empty();
  });
}

/// Merged labels whose last row alone stands on the next page leave empty cells at its left: how
/// many columns from the left go on from the row above.
int columns_that_go_on(const Grid& grid, const Grid& next, const std::vector<GridCell*>& last) {
  int columns = 0;
  for (const GridCell& cell : next.cells) {
    if (cell.row > 0 || cell.column != columns || !cell.text.empty()) break;
    const GridCell* above = last[static_cast<std::size_t>(cell.column)];
    if (above == nullptr || above->text.empty() || above->column != cell.column ||
        above->column_span != cell.column_span || is_number_cell(*above)) {
      break;
    }
    columns += cell.column_span;
  }
  if (columns == 0 || columns == next.columns) return 0;
  return has_merged_labels(grid, 0) || has_merged_labels(next, 0) ? columns : 0;
}

/// A merged label whose box goes on over the page end spans both parts; its text stands in the
/// greater one. Where the part opens `inside` a row, the rest of its label and the empty cells up
/// to the first one with a text of its own belong to that row.
void carry_spans(const Grid& grid, Grid& next, const std::vector<GridCell*>& last, bool inside) {
  const int go_on = columns_that_go_on(grid, next, last);
  bool key = inside;
  bool label = inside;
  std::erase_if(next.cells, [&](GridCell& cell) {
    if (cell.row > 0) return false;
    GridCell* above = last[static_cast<std::size_t>(cell.column)];
    if (above == nullptr || above->column != cell.column ||
        above->column_span != cell.column_span) {
      return false;
    }
    if (key && label && !cell.text.empty()) {
      label = false;
      above->text.append(cell.text);
      above->row_span += cell.row_span;
      return true;
    }
    key = key && cell.text.empty();
    if (above->text.empty() == cell.text.empty()) return false;
    const bool merged =
        cell.text.empty() ? key || cell.column < go_on || above->row_span >= 2 || cell.row_span >= 2
                          : cell.row_span >= 2;
    if (!merged) return false;
    if (above->text.empty()) {
      above->text = std::move(cell.text);
      above->at = std::move(cell.at);
    }
    above->row_span += cell.row_span;
    return true;
  });
}

}  // namespace

bool continues(const Grid& grid, const Grid& next, Between between) {
  if (!grid.pages || !next.pages || next.pages->first != grid.pages->second + 1) return false;
  if (between == Between::text || grid.rows == 0 || next.rows == 0) return false;
  const std::optional<PrintFit> fit = fit_print(grid, next);
  if (!fit) {
    if (!same_columns(grid, next)) return false;
    if (grid.columns == next.columns) return rows_go_on(grid, next, between);
    Grid above = grid;
    Grid below = next;
    unite_columns(above, below);
    return rows_go_on(above, below, between);
  }
  Grid below = next;
  spread_columns(below, fit->next, fit->edges);
  if (fit->grid.back() + 1 == grid.columns && below.columns == grid.columns) {
    return rows_go_on(grid, below, between);
  }
  Grid above = grid;
  spread_columns(above, fit->grid, fit->edges);
  return rows_go_on(above, below, between);
}

int append_part(Grid& grid, Grid next) {
  if (const std::optional<PrintFit> fit = fit_print(grid, next)) {
    spread_columns(next, fit->next, fit->edges);
    spread_columns(grid, fit->grid, fit->edges);
  }
  unite_columns(grid, next);
  int repeated = repeated_rows(grid, next);
  if (repeated == next.rows) repeated = 0;
  if (repeated > 0) drop_rows(next, repeated);
  drop_page_slices(grid, next);
  const std::vector<GridCell*> last = last_cells(grid);
  if (is_row_tail(grid, next, last)) {
    join_row_tail(next, last);
  } else {
    carry_spans(grid, next, last, opens_inside_row(grid, next, last));
  }
  for (GridCell& cell : next.cells) {
    cell.row += grid.rows;
    grid.cells.push_back(std::move(cell));
  }
  grid.rows += next.rows;
  grid.pages->second = next.pages->second;
  grid.foot = next.foot;
  grid.page_height = next.page_height;
  grid.sideways = next.sideways;
  return repeated;
}

}  // namespace gouji
