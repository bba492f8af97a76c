// SPDX-License-Identifier: GPL-3.0-or-later
// Tables in PDF: rulings, or rulings and white, close the cells.
#pragma once

#include "layout/region.h"
#include "table/grid.h"

namespace gouji {

/// The grid of a ruled or aligned region: a cell for each cell of its lattice, empty ones too, with
/// the box of the cell as its place. Pure.
Grid read_ruled(const TableRegion& region);

}  // namespace gouji
