// SPDX-License-Identifier: GPL-3.0-or-later
// Where in a text a run of Word tables ends that was written a cell a line (grammar:
// layout/word_dump_rows.h).
#pragma once

#include <cstddef>
#include <vector>

#include "layout/line_kind.h"
#include "layout/text_lines.h"

namespace gouji {

/// The lines [first, end) of a run of tables, or of indented prose that looks like one.
struct DumpRun {
  std::size_t end = 0;
  bool is_table = false;
};

/// Lines that stand between tables and never in a cell.
struct LinesBetween {
  LineKind note, table_number;
  bool have(const TextLine& line) const {
    return note.is(line.text.chars) || table_number.is(line.text.chars);
  }
};

/// The run that begins at line `first`, which must have TabForm::cell.
DumpRun find_dump_run(const std::vector<TextLine>& lines, std::size_t first,
                      const LinesBetween& between);

}  // namespace gouji
