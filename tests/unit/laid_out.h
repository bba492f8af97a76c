// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what layout and tables made of pages, a line each, so that tests read as tables.
#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

#include "layout/page_flow.h"
#include "pattern/pattern_set.h"
#include "source/page_builder.h"
#include "table/read_tables.h"

namespace gouji::testing_support {

inline const PatternSet& built_in_patterns() {
  static const PatternSet patterns = PatternSet::load().value();
  return patterns;
}

/// The entries of a page: lines as their text, regions as "[rows x columns]".
inline std::vector<std::string> entries_of(const Page& page) {
  PrintLines print_lines;
  print_lines.source = PrintLines::Source::pdf;
  const PageFlow flow = layout_page(page, print_lines);
  std::vector<std::string> out;
  for (const PageEntry& entry : flow.order) {
    const auto index = static_cast<std::size_t>(entry.index);
    if (entry.is_region) {
      const Lattice& lattice = flow.regions[index].lattice;
      out.push_back(fmt::format("[{} x {}]", lattice.rows(), lattice.columns()));
    } else {
      out.push_back(flow.lines[index].text.utf8());
    }
  }
  return out;
}

/// A document, through to its tables.
struct LaidOut {
  Flow flow;
  Tables tables;
};

inline LaidOut lay_out(const std::vector<Page>& pages) {
  PrintLines print_lines;
  print_lines.source = PrintLines::Source::pdf;
  std::vector<PageFlow> flows;
  std::vector<Grid> grids;
  for (const Page& page : pages) {
    flows.push_back(layout_page(page, print_lines));
    for (TableRegion& region : flows.back().regions) {
      grids.push_back(read_region(region, print_lines, built_in_patterns()));
    }
  }
  LaidOut out;
  out.flow = assemble_pages(std::move(flows), std::move(print_lines), built_in_patterns());
  out.tables = assemble_tables(std::move(grids), out.flow, built_in_patterns());
  return out;
}

/// The rows of a grid: "cell | cell", spans behind the text: "<2" columns, "^3" rows.
inline std::vector<std::string> spaced_rows_of(const Grid& grid) {
  std::vector<std::string> rows(static_cast<std::size_t>(grid.rows));
  for (const GridCell& cell : grid.cells) {
    std::string& row = rows[static_cast<std::size_t>(cell.row)];
    if (cell.column > 0 && !row.empty()) row += " | ";
    row += cell.text.utf8();
    if (cell.column_span > 1) row += fmt::format("<{}", cell.column_span);
    if (cell.row_span > 1) row += fmt::format("^{}", cell.row_span);
  }
  return rows;
}

/// The blocks: "text" for a paragraph, "kind: text" for others, "table" for a table.
inline std::vector<std::string> blocks_of(const std::vector<Page>& pages) {
  std::vector<std::string> out;
  for (const Block& block : lay_out(pages).flow.blocks) {
    switch (block.kind) {
      case BlockKind::paragraph:
        out.push_back(block.text.utf8());
        break;
      case BlockKind::table:
        out.push_back("table");
        break;
      case BlockKind::contents:
        out.push_back("contents: " + block.text.utf8());
        break;
      case BlockKind::furniture:
        out.push_back("furniture: " + block.text.utf8());
        break;
      case BlockKind::chart:
        out.push_back("chart: " + block.text.utf8());
        break;
      case BlockKind::note:
        out.push_back("note: " + block.text.utf8());
        break;
    }
  }
  return out;
}

/// A grid as rows of "text|text|", spans as "{rows x columns}" behind the text.
inline std::vector<std::string> rows_of(const Grid& grid) {
  std::vector<std::string> rows(static_cast<std::size_t>(grid.rows));
  for (const GridCell& cell : grid.cells) {
    std::string& row = rows[static_cast<std::size_t>(cell.row)];
    row += cell.text.utf8();
    if (cell.row_span > 1 || cell.column_span > 1) {
      row += fmt::format("{{{}x{}}}", cell.row_span, cell.column_span);
    }
    row += "|";
  }
  return rows;
}

}  // namespace gouji::testing_support
