// SPDX-License-Identifier: GPL-3.0-or-later
// A table as a grid of cells, and the tables of a document in reading order.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gouji/report.h"
#include "layout/flow.h"
#include "text/located_text.h"

namespace gouji {

/// One cell; rows and columns count from 0. A merged cell stands once, at its top left.
struct GridCell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  LocatedText
      text;  ///< line breaks inside the cell are undone; layout blanks between letters are gone
  At at;     ///< PDF: the box of the cell (of the print when the cell has no rulings); text: its
             ///< characters
};

/// A rows × columns grid; cells are row-major, empty cells are present, covered positions are not.
struct Grid {
  int rows = 0, columns = 0;
  int header_rows = 0;
  std::vector<GridCell> cells;
  std::optional<std::pair<int, int>> pages;  ///< first and last, from 1; PDF only
  std::optional<std::string> caption, unit;
  std::string kind = "generic";
  std::vector<std::string> notes;
  At at;  ///< from the caption, where there is one, else the first row
  /// PDF: x of the column edges, upright, points; columns + 1. Empty in a text.
  std::vector<float> column_edges;
  bool edges_drawn = true;  ///< the column edges are rulings, else they stand in white
  /// PDF: where the (last) part ends on its page and how high that page is, as the table stands
  /// upright, points; 0 = unknown.
  float foot = 0, page_height = 0;
  bool sideways = false;  ///< PDF: the table is printed turned by a quarter: rows run upwards
};

/// What a block of the flow is to a table.
enum class TableRole {
  none,
  caption,
  unit,
  note,
  row  ///< a row that stands alone on the page behind its table
};

/// The tables of a document. `grid_of_region[i]` is the grid that region i became a part of, or -1
/// when the region was no table after all. `roles` has one entry a block of the flow: blocks that
/// serve a table are no prose.
struct Tables {
  std::vector<Grid> grids;
  std::vector<int> grid_of_region;
  std::vector<TableRole> roles;
  std::vector<Problem> problems;
};

}  // namespace gouji
