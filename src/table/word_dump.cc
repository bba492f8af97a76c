// SPDX-License-Identifier: GPL-3.0-or-later
// Method: the newline grammar gives rows of line ranges; here they become cells.
#include "table/word_dump.h"

#include "layout/word_dump_rows.h"
#include "table/dump_spans.h"
#include "table/ragged_rows.h"
#include "text/cell_text.h"

namespace gouji {
namespace {

GridCell cell_of(const TableRegion& region, const DumpCell& dump, const PrintLines& print_lines) {
  GridCell cell;
  for (std::size_t i = dump.first_line; i <= dump.last_line; ++i)
    join_line(cell.text, region.lines[i].trimmed());
  cell.at = cell.text.empty() ? locate(region.lines[dump.first_line], 1, 1, print_lines)
                              : locate(cell.text, print_lines);
  return cell;
}

}  // namespace

Grid read_word_dump(const TableRegion& region, const PrintLines& print_lines) {
  RaggedRows rows;
  for (const DumpRow& dump : word_dump_rows(region.lines)) {
    std::vector<GridCell>& row = rows.emplace_back();
    for (const DumpCell& cell : dump) row.push_back(cell_of(region, cell, print_lines));
  }
  spread_short_rows(rows);
  return rows.empty() ? Grid() : rectangle(std::move(rows));
}

}  // namespace gouji
