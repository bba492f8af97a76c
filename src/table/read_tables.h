// SPDX-License-Identifier: GPL-3.0-or-later
// From table regions to the tables of a document.
#pragma once

#include <vector>

#include "layout/region.h"
#include "pattern/pattern_set.h"
#include "table/grid.h"

namespace gouji {

/// The grid of one region, without caption, unit, kind and notes; rows = 0 when the region is no
/// table. Pure.
Grid read_region(const TableRegion& region, const PrintLines& print_lines,
                 const PatternSet& patterns);

/// Joins the parts of tables that run over pages, finds captions, units, notes, header rows and
/// kinds. `grids` has one entry a region, in order. Pure.
Tables assemble_tables(std::vector<Grid> grids, const Flow& flow, const PatternSet& patterns);

}  // namespace gouji
