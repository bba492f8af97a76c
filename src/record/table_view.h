// SPDX-License-Identifier: GPL-3.0-or-later
// A grid made easy to ask: the cells of a row, the cell that covers a position, folded texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "table/grid.h"

namespace gouji {

/// A text without blanks (layout sets them into labels) and with full-width forms made half-width,
/// as UTF-8. Code point i of it is code point i of squashed(text).
std::string folded(std::u32string_view text);
/// A text without blanks.
std::u32string squashed(std::u32string_view text);
/// The part of `text`, as printed but without blanks, that stands where `part` stands in
/// folded(text); `part` must be a view into that folded string.
std::string printed_part(std::u32string_view text, std::string_view folded_text,
                         std::string_view part);

/// A grid with lookups. Rows and columns from 0. Holds a reference to the grid.
class TableView {
 public:
  explicit TableView(const Grid& grid);

  const Grid& grid() const { return grid_; }
  int rows() const { return grid_.rows; }
  int columns() const { return grid_.columns; }
  /// The cell at a position, or the merged cell that covers it; null where the grid has a hole.
  const GridCell* covering(int row, int column) const;
  /// The cells with text that begin in this row, from the left.
  const std::vector<const GridCell*>& filled(int row) const {
    return filled_[static_cast<std::size_t>(row)];
  }
  /// folded() of the text of a cell of this grid; kept.
  const std::string& text(const GridCell& cell) const;
  /// Its place in Grid::cells.
  std::size_t index_of(const GridCell& cell) const {
    return static_cast<std::size_t>(&cell - grid_.cells.data());
  }

 private:
  const Grid& grid_;
  std::vector<int> covering_;  ///< rows × columns: index into cells, -1 = a hole
  std::vector<std::vector<const GridCell*>> filled_;
  mutable std::vector<std::string> texts_;
};

}  // namespace gouji
