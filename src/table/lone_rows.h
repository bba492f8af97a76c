// SPDX-License-Identifier: GPL-3.0-or-later
// The last rows of a table without lines that stand alone on the page behind it.
#pragma once

#include <vector>

#include "layout/flow.h"
#include "table/grid.h"

namespace gouji {

/// A line of print on the page behind `grid` read as a row of it; empty when it is none. Each part
/// of the line stands in one column, the first one in the column of labels, numbers in columns of
/// numbers and where these print. Only for columns that stand in white: rulings make rows of their
/// own. Pure.
std::vector<GridCell> lone_row(const Grid& grid, const LocatedText& line, const PrintLines& lines);

/// Is the line one of the labels that head the table, printed again?
bool repeats_header_line(const Grid& grid, const LocatedText& line);

/// The lines of print of a block.
std::vector<LocatedText> print_lines_of(const LocatedText& text);

}  // namespace gouji
