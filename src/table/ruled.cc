// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/ruled.h"

#include "table/cell_lines.h"
#include "table/cut_bands.h"
#include "table/printed_table.h"

namespace gouji {

namespace {

PrintedTable printed_table(const TableRegion& region) {
  PrintedTable table;
  const Lattice& lattice = region.lattice;
  table.rows = lattice.rows();
  table.columns = lattice.columns();
  table.cells.reserve(lattice.cells.size());
  for (const LatticeCell& cell : lattice.cells)
    table.cells.push_back({cell, lattice.box(cell), {}});
  const std::vector<TextRun>& runs = region.runs;
  for (std::size_t begin = 0; begin < runs.size();) {
    std::size_t end = begin;
    while (end < runs.size() && runs[end].cell == runs[begin].cell) ++end;
    std::vector<CellLine>& lines = table.cells[static_cast<std::size_t>(runs[begin].cell)].lines;
    for (CellLine& line : cell_lines(runs, begin, end)) lines.push_back(std::move(line));
    begin = end;
  }
  return table;
}

}  // namespace

Grid read_ruled(const TableRegion& region) {
  PrintedTable table = printed_table(region);
  if (!region.rows_known) {
    cut_at_rule_ends(table, region.lattice, region.rulings);
    cut_at_row_edges(table, region.row_joints, RowEdge::joint);
    split_rows(table);
    cut_at_row_edges(table, region.ground_edges, RowEdge::ground);
  }
  Grid grid;
  grid.rows = table.rows;
  grid.columns = table.columns;
  grid.pages = {region.page, region.page};
  grid.column_edges = region.lattice.xs;
  grid.edges_drawn = region.form == RegionForm::ruled;
  grid.foot = region.lattice.ys.back();
  grid.page_height = region.frame.upright_height();
  grid.sideways = region.frame.turn == 90 || region.frame.turn == 270;
  grid.cells.reserve(table.cells.size());
  for (PrintedCell& from : table.cells) {
    GridCell cell;
    cell.row = from.at.row;
    cell.column = from.at.column;
    cell.row_span = from.at.row_span;
    cell.column_span = from.at.column_span;
    cell.at.unit = region.page;
    cell.at.boxes = {region.frame.to_page(from.box)};
    cell.text = join_cell_lines(std::move(from.lines), from.box);
    grid.cells.push_back(std::move(cell));
  }
  if (!grid.cells.empty()) grid.at = grid.cells.front().at;
  return grid;
}

}  // namespace gouji
