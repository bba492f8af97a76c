// SPDX-License-Identifier: GPL-3.0-or-later
// The newline grammar of Word tables that were written as text, a cell a line.
//
// Such a dump opens every cell with a tab, ends every paragraph of a cell but the last with an
// empty line and every cell with a newline; a row adds one newline at its end, a table another one.
// So the number of newlines between the text of a cell and the next tab says what ends there: odd =
// the cell, even = the row; three and no tab = the table. An empty paragraph at the end of a cell
// adds two newlines and leaves the parity alone.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/region.h"
#include "pattern/pattern_set.h"
#include "text/located_text.h"

namespace gouji {

/// One cell of a dump: lines [first_line, last_line] (indices into the lines that were read; the
/// first opens with the tab, the last is the last that is not blank).
struct DumpCell {
  std::size_t first_line = 0, last_line = 0;
  int newlines_after = 0;  ///< newlines up to the next tab line; 0 = nothing follows
};

using DumpRow = std::vector<DumpCell>;

/// Does a line open a cell of a dump: a tab as its first character, and no other but at its end?
bool opens_dump_cell(const LocatedText& line);

/// Does a line hold nothing but white space?
bool is_blank_line(const LocatedText& line);

/// The line behind the dump that begins at `start`: the first line that is neither a cell nor a
/// paragraph of one. A line without a tab is no part of the table when two blank lines or more
/// stand above it, or when no cell line follows it before the next two blank lines. Returns `start`
/// when that line opens no cell; blank lines at the end do not belong to the dump. Pure; linear.
std::size_t end_of_word_dump(const std::vector<LocatedText>& lines, std::size_t start);

/// The rows of the lines of one dump, by the grammar alone. Ragged: merged cells are missing from
/// their rows (merged across) or empty (merged down). Pure; linear.
std::vector<DumpRow> word_dump_rows(const std::vector<LocatedText>& lines);

/// One region for each table of a dump that holds several without prose between them: at rows that
/// print the title of a table (pattern layout/word_dump/title), at an empty row that a new row of
/// labels follows, and where reading on in the same row would make a row wider than any row of the
/// table while its first part is as wide as they are (a table ended there). The parts hold all
/// lines of `region`, in order. Pure.
std::vector<TableRegion> split_word_dump(const TableRegion& region, const PatternSet& patterns);

}  // namespace gouji
