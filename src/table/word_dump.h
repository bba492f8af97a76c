// SPDX-License-Identifier: GPL-3.0-or-later
// Tables in text: a cell a line, as Word tables look when they are saved as text.
#pragma once

#include "layout/region.h"
#include "table/grid.h"

namespace gouji {

/// The grid of a word dump (grammar: layout/word_dump_rows.h). The paragraphs of a cell are joined
/// without a trace; rows that are short because cells are merged across keep their cells at the
/// left and end in empty ones: the dump does not say which cells were merged. rows = 0 when no line
/// opens a cell. Pure.
Grid read_word_dump(const TableRegion& region, const PrintLines& print_lines);

}  // namespace gouji
