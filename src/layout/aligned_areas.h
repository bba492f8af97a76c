// SPDX-License-Identifier: GPL-3.0-or-later
// Tables without closed cells as table areas of a page.
#pragma once

#include <vector>

#include "layout/page_areas.h"
#include "layout/page_lines.h"

namespace gouji {

/// Takes the tables whose cells are told by alignment, with some rulings or none, out of the lines
/// of a page. `areas`: the ruled tables of the page; `rulings`: all of it, merged; `grounds`: its
/// coloured areas, upright. The areas that
/// are returned hold their print; their lattices have edges in the white. O(n log n) in the words
/// of the page.
std::vector<TableArea> take_aligned_areas(const std::vector<Ruling>& rulings,
                                          const std::vector<TableArea>& areas,
                                          const std::vector<Box>& grounds, const PieceSet& set,
                                          std::vector<PieceLine>& lines);

/// Reads those ruled tables anew whose rulings do not part all columns: most of their lines have
/// numbers behind other print in one cell, as far off as columns are. What they hold beside the
/// table goes back to `lines`.
void reread_open_areas(std::vector<TableArea>& areas, const PieceSet& set,
                       std::vector<PieceLine>& lines);

}  // namespace gouji
