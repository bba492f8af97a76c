// SPDX-License-Identifier: GPL-3.0-or-later
// Where on a page tables stand, and which piece of print belongs to which cell.
#pragma once

#include <vector>

#include "geometry/lattice.h"
#include "layout/page_pieces.h"
#include "layout/region.h"

namespace gouji {

/// A part of a page whose rulings close cells. Coordinates of the frame that the rulings were given
/// in.
struct TableArea {
  RegionForm form = RegionForm::ruled;
  bool rows_known = false;  ///< TableRegion::rows_known
  Box box;
  std::vector<Ruling> rulings;
  Lattice lattice;
  std::vector<float> row_joints;           ///< TableRegion::row_joints
  std::vector<float> ground_edges;         ///< TableRegion::ground_edges
  std::vector<int> squares;                ///< cell_of_square(lattice)
  std::vector<std::vector<Piece>> pieces;  ///< print of each cell; filled by sort_into_areas

  bool holds(float x, float y) const;
  /// Index of the cell at a point, or nearest to it.
  int cell_at(float x, float y) const;
};

/// The areas whose rulings close at least two columns, from top to bottom, then left to right.
/// `rulings` are merged (geometry/rulings.h), `crossings` are theirs. Underlines, text boxes, page
/// frames and what lies inside a cell of another area give none.
std::vector<TableArea> find_table_areas(const std::vector<Ruling>& rulings,
                                        const std::vector<Crossing>& crossings);

/// Areas from top to bottom, then left to right.
void sort_areas(std::vector<TableArea>& areas);

/// Moves the pieces that stand in an area to its cells; the others are returned, in order. A piece
/// over several cells is cut at their borders unless the print runs on without a gap.
std::vector<Piece> sort_into_areas(const PieceSet& set, std::vector<Piece> pieces,
                                   std::vector<TableArea>& areas);

}  // namespace gouji
