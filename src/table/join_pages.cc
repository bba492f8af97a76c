// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a table that goes on keeps its column edges. Parts with the same edges and nothing
// between them are one table when their rows go on (table/rows_go_on.h).
#include "table/join_pages.h"

#include <algorithm>
#include <cmath>

#include "table/broken_row.h"
#include "table/grid_rows.h"
#include "table/join_columns.h"
#include "table/page_slices.h"
#include "table/rows_go_on.h"

namespace gouji {

namespace {

/// Does the column hold labels that are merged over rows, below the first row?
bool has_merged_labels(const Grid& grid, int column) {
  const auto begin = grid.cells.begin() + static_cast<std::ptrdiff_t>(telling_cells(grid));
  return std::any_of(begin, grid.cells.end(), [&](const GridCell& cell) {
    return cell.column == column && cell.row > 0 && cell.row_span > 1 && !cell.text.empty();
  });
}

/// Does the column hold labels throughout, some of them merged, but for an empty cell at the end of
/// the first part?
bool lacks_one_label(const Grid& grid, const Grid& next, int column) {
  if (!has_merged_labels(grid, column) && !has_merged_labels(next, column)) return false;
  int empty = 0;
  for (const Grid* part : {&grid, &next}) {
    for (std::size_t i = telling_cells(*part); i < part->cells.size(); ++i) {
      const GridCell& cell = part->cells[i];
      if (cell.column != column || cell.column_span > 1) continue;
      if (is_number_cell(cell)) return false;
      if (cell.text.empty()) ++empty;
    }
  }
  return empty == 1;
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

/// Does the part, of a few rows, hold no number? Below merged labels of a header an empty cell is
/// an empty cell.
bool is_header_only(const Grid& grid) {
  return telling_cells(grid) == 0 &&
         std::none_of(grid.cells.begin(), grid.cells.end(), is_number_cell);
}

/// A merged label whose box goes on over the page end spans both parts; its text stands in the
/// greater one. Where the part opens `inside` a row, the rest of its label and the empty cells up
/// to the first one with a text of its own belong to that row.
void carry_spans(const Grid& grid, Grid& next, const std::vector<GridCell*>& last, bool inside) {
  const bool header = is_header_only(grid);
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
    const bool merged = cell.text.empty()
                            ? key || cell.column < go_on ||
                                  (!header && (above->row_span >= 2 || cell.row_span >= 2))
                            : cell.row_span >= 2 || lacks_one_label(grid, next, cell.column);
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
  if (!mend_broken_row(grid, next, last)) {
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
