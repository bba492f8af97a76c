// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of one table.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "figure/figures.h"

namespace gouji {

/// A figure with the index of its cell in Grid::cells.
using CellFigure = std::pair<int, Figure>;

/// The figures of a grid, row-major, without ids: kind, unit, subject (row label and column
/// header), year, owner ("t3/r5c2", `table` being the index of the grid) and place. Header rows,
/// codes and running numbers give none.
std::vector<CellFigure> grid_figures(const FigureScanner& scanner, const Grid& grid, int table);

}  // namespace gouji
