// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/ruled.h"

#include "table/cell_lines.h"

namespace gouji {

Grid read_ruled(const TableRegion& region) {
  Grid grid;
  const Lattice& lattice = region.lattice;
  grid.rows = lattice.rows();
  grid.columns = lattice.columns();
  grid.pages = {region.page, region.page};
  grid.column_edges = lattice.xs;
  grid.cells.reserve(lattice.cells.size());
  for (const LatticeCell& from : lattice.cells) {
    GridCell cell;
    cell.row = from.row;
    cell.column = from.column;
    cell.row_span = from.row_span;
    cell.column_span = from.column_span;
    cell.at.unit = region.page;
    cell.at.boxes = {region.frame.to_page(lattice.box(from))};
    grid.cells.push_back(std::move(cell));
  }
  const std::vector<TextRun>& runs = region.runs;
  for (std::size_t begin = 0; begin < runs.size();) {
    std::size_t end = begin;
    while (end < runs.size() && runs[end].cell == runs[begin].cell) ++end;
    const auto index = static_cast<std::size_t>(runs[begin].cell);
    LocatedText text =
        join_cell_lines(cell_lines(runs, begin, end), lattice.box(lattice.cells[index]));
    grid.cells[index].text.append(text);
    begin = end;
  }
  if (!grid.cells.empty()) grid.at = grid.cells.front().at;
  return grid;
}

}  // namespace gouji
