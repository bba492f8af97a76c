// SPDX-License-Identifier: GPL-3.0-or-later
// Where tables stand whose cells no rulings close.
#pragma once

#include <vector>

#include "geometry/ruling.h"
#include "layout/aligned_columns.h"

namespace gouji {

/// Horizontal rulings on one height.
struct RuleRow {
  float y = 0;
  std::vector<Ruling> parts;

  /// How much of x0..x1 the rulings cover, points.
  float covered(float x0, float x1) const;
  /// Do they run through a table from x0 to x1, its first column too?
  bool runs_through(float x0, float x1) const;
};

/// The horizontal ones of the rulings (merged: geometry/rulings.h) by height, from top to bottom.
std::vector<RuleRow> rule_rows(const std::vector<Ruling>& rulings);

/// A table: lines [begin, body) are its header, lines [body, end) its rows.
struct AlignedTable {
  std::size_t begin = 0, body = 0, end = 0;
  std::vector<AlignedColumn> columns;
};

/// What a page shows outside of its ruled tables.
struct AlignedInput {
  std::vector<WordLine> lines;  ///< from top to bottom
  std::vector<RuleRow> rules;   ///< from top to bottom
  std::vector<Box> taken;       ///< ruled tables; no other table reaches over them
  std::vector<Box> grounds;     ///< coloured areas
  std::vector<Box> cells;       ///< those that touch another at their left or right
  const PieceSet* set = nullptr;
};

/// The tables, from top to bottom, without a common line. Prose in columns, lists, contents, and
/// forms of two words a line are none. Pure.
std::vector<AlignedTable> find_aligned_tables(const AlignedInput& input);

}  // namespace gouji
