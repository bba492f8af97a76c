// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of an indicator row under the columns where they belong.
#pragma once

#include <vector>

#include "record/vocabulary.h"

namespace gouji {

/// A cell of a row: what it is and the column (index into the roles) below which it is printed.
struct TraitCell {
  CellTraits traits;
  int column = 0;
};

/// Where the cells of a row belong.
struct Placement {
  std::vector<int> columns;  ///< one a cell, rising: indices into the roles
  bool moved = false;        ///< some cell does not stay where it is printed
  int worst = 0;             ///< how badly the worst cell fits its column, tenths; 0 = all fit
};

/// The placement of least cost: cells keep their order; a cell that does not look like what its
/// column holds costs, and so does every place in the row where the distance between the printed
/// and the true column changes (`shift_cost`, in the same unit: higher where rulings vouch for the
/// columns). Cells must be given from the left, one a column. Pure; cells × columns².
Placement place_cells(const std::vector<TraitCell>& cells, const std::vector<ColumnRole>& roles,
                      int shift_cost);

}  // namespace gouji
