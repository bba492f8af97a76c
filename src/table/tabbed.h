// SPDX-License-Identifier: GPL-3.0-or-later
// Tables in text: a row a line, cells parted by tabs.
#pragma once

#include "layout/region.h"
#include "table/grid.h"

namespace gouji {

/// The grid of a tabbed region, as printed: rows keep the empty cells that stand in them, also
/// where one too many or too few shifts a row against its header (record/ puts such rows right by
/// meaning). Columns = the widest row; shorter rows end in empty cells. Blank lines without a tab
/// are no rows. rows = 0 when no line holds a tab. Pure.
Grid read_tabbed(const TableRegion& region, const PrintLines& print_lines);

}  // namespace gouji
