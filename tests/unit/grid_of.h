// SPDX-License-Identifier: GPL-3.0-or-later
// Grids written as text, for tests of what is made of tables.
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "table/grid.h"

namespace gouji {

inline LocatedText located(const std::string& text) {
  LocatedText out;
  for (const char32_t c : from_utf8(text)) out.push_back(c, {});
  return out;
}

/// A grid of rows parted by newlines and cells by "|"; "^" is covered by the cell above, "<" by the
/// cell to the left. Shorter rows end in empty cells.
inline Grid grid_of(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, '|');) rows.back().push_back(cell);
  }
  Grid grid;
  grid.rows = static_cast<int>(rows.size());
  for (const auto& row : rows) grid.columns = std::max(grid.columns, static_cast<int>(row.size()));
  std::vector<std::vector<int>> owner(rows.size(),
                                      std::vector<int>(static_cast<std::size_t>(grid.columns)));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    rows[r].resize(static_cast<std::size_t>(grid.columns));
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      const std::string& cell = rows[r][c];
      if (cell == "^" || cell == "<") {
        const int index = cell == "^" ? owner[r - 1][c] : owner[r][c - 1];
        GridCell& covering = grid.cells[static_cast<std::size_t>(index)];
        covering.row_span = static_cast<int>(r) - covering.row + 1;
        covering.column_span =
            std::max(covering.column_span, static_cast<int>(c) - covering.column + 1);
        owner[r][c] = index;
        continue;
      }
      owner[r][c] = static_cast<int>(grid.cells.size());
      GridCell& added = grid.cells.emplace_back();
      added.row = static_cast<int>(r);
      added.column = static_cast<int>(c);
      added.text = located(cell);
      added.at.unit = static_cast<int>(r) + 1;
    }
  }
  return grid;
}

}  // namespace gouji
