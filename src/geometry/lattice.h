// SPDX-License-Identifier: GPL-3.0-or-later
// From rulings to the cells that they close: rulings → crossings → groups → lattice.
//
// Points, origin top left, y down. All functions are pure.
#pragma once

#include <cstdint>
#include <vector>

#include "geometry/ruling.h"
#include "gouji/place.h"

namespace gouji {

/// How far the end of a ruling may stay short of the line that it meets. Measured: 0.72 pt, Word
/// 1.24 pt; twice the largest, which is still far below the height of print.
inline constexpr float kCrossingTolerance = 2.5F;

/// Two rulings that meet or cross; indices into the vector they were found in.
struct Crossing {
  std::uint32_t horizontal = 0;
  std::uint32_t vertical = 0;
};

/// More crossings than this on one page are a pattern or an attack; the densest real page has
/// 40,000.
inline constexpr std::size_t kMostCrossings = 2'000'000;

/// Every pair of a horizontal and a vertical ruling that meet within the tolerance, up to
/// kMostCrossings. O(n log n + k).
std::vector<Crossing> find_crossings(const std::vector<Ruling>& rulings,
                                     float tolerance = kCrossingTolerance);

/// Sets of rulings that hang together by crossings, each ascending, in order of their first member.
/// A ruling that meets no other is in no set.
std::vector<std::vector<std::uint32_t>> connected_rulings(std::size_t count,
                                                          const std::vector<Crossing>& crossings);

/// One cell, rows and columns from 0.
struct LatticeCell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  bool operator==(const LatticeCell&) const = default;
};

/// A grid of rows × columns. `xs` and `ys` are the edges, ascending, one more than columns and
/// rows. The cells are row-major and cover the grid without overlap; every row and every column
/// has at least one cell that begins there.
struct Lattice {
  std::vector<float> xs, ys;
  std::vector<LatticeCell> cells;

  int rows() const { return ys.empty() ? 0 : static_cast<int>(ys.size()) - 1; }
  int columns() const { return xs.empty() ? 0 : static_cast<int>(xs.size()) - 1; }
  Box box() const;
  Box box(const LatticeCell& cell) const;
};

/// The lattice of one connected set of rulings. A cell spans where the ruling between two squares
/// is absent. Outer borders that are not drawn are taken as drawn where the crossing rulings end
/// (a table open at its sides). Empty when there are not two edges in each
/// direction, or more than two million squares.
Lattice build_lattice(const std::vector<Ruling>& rulings);

/// Index of the cell at each square, row-major (row × columns + column).
std::vector<int> cell_of_square(const Lattice& lattice);

}  // namespace gouji
