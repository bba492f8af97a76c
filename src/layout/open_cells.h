// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that rulings part in the header only.
#pragma once

#include <vector>

#include "layout/page_areas.h"

namespace gouji {

/// Tables whose header is ruled in both directions and whose rows stand in one open cell below it:
/// where the print of the open cells keeps to the columns of the header, line by line with numbers,
/// each open cell becomes a cell a column. `areas` hold their print. What falls out of an area goes
/// to the end of the result. Pure but for `areas`.
std::vector<Piece> close_open_cells(const PieceSet& set, std::vector<TableArea>& areas);

}  // namespace gouji
