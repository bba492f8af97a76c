// SPDX-License-Identifier: GPL-3.0-or-later
// Tables with horizontal rulings only: a head rule, a rule under the header, a foot rule.
#pragma once

#include <vector>

#include "layout/page_areas.h"
#include "layout/page_lines.h"

namespace gouji {

/// The tables whose columns are told by the white between their print: two or more horizontal
/// rulings of one extent with rows of print between or under them, or the last such ruling with
/// rows above it up to the head of the page (the part of a table from the page before). `lines`:
/// the page's print outside of `areas`. The areas returned have lattices whose inner edges stand
/// in the white. O(r² + n) for r free rulings (at most 1,000) and n lines.
std::vector<TableArea> find_aligned_areas(const std::vector<Ruling>& rulings,
                                          const std::vector<TableArea>& areas,
                                          const std::vector<PieceLine>& lines, const PieceSet& set);

}  // namespace gouji
