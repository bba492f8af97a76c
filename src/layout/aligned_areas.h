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

/// Reads those ruled tables anew whose rulings part the rows but not the columns: most of their
/// lines have numbers side by side in one cell. What they hold beside the table goes back to
/// `lines`.
void reread_open_areas(std::vector<TableArea>& areas, const PieceSet& set,
                       std::vector<PieceLine>& lines);

}  // namespace gouji
