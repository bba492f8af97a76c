// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of two parts of a table on following pages.
#pragma once

#include <optional>
#include <vector>

#include "table/grid.h"

namespace gouji {

/// The edges of `next` moved and scaled to those of `grid`; empty where widths differ without
/// being a scaled whole.
std::vector<float> fitted_edges(const Grid& grid, const Grid& next);

/// Are the edges of one part among those of the other?
bool same_columns(const Grid& grid, const Grid& next);

/// Gives both grids the union of their column edges.
void unite_columns(Grid& grid, Grid& next);

/// Which column of the whole table each column of two parts is.
struct PrintFit {
  std::vector<int> grid, next;
  std::vector<float> edges;  ///< of the whole, columns + 1
};

/// The columns of a part whose column edges stand in white, told by its print: each of its columns
/// stands below one of `grid`, or in the white between two. Nothing where print of one column
/// stands below two. Only for tables that stand upright on the page.
std::optional<PrintFit> fit_print(const Grid& grid, const Grid& next);

/// Moves column i of the part to `columns[i]` of a table with these edges; columns that the part
/// does not have are empty.
void spread_columns(Grid& part, const std::vector<int>& columns, const std::vector<float>& edges);

}  // namespace gouji
