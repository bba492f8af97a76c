// SPDX-License-Identifier: GPL-3.0-or-later
// Where a table whose cells no rulings close begins and ends.
#pragma once

#include <vector>

#include "layout/aligned_tables.h"

namespace gouji {

/// From the leftmost to the rightmost print of lines.
struct LineExtent {
  float x0 = 1e6F, x1 = 0;
};

/// The lines at both ends of a table's rows: which of them are header, rows, notes, or none of it.
class TableEnds {
 public:
  /// `found`: the tables found so far; none takes a line of theirs.
  TableEnds(const AlignedInput& input, const std::vector<AlignedTable>& found);

  /// Is the line a part of no table?
  bool separates(std::size_t line) const { return separates_[line] != 0; }
  /// Does a ruled table stand between two lines?
  bool taken_between(std::size_t above, std::size_t below) const;
  /// Rules from y0 to y1 that run over most of x0..x1; indices.
  std::vector<std::size_t> long_rules(float y0, float y1, float x0, float x1) const;
  /// Does a long rule stand right above (below) the line?
  bool has_rule_near(std::size_t line, bool above, const LineExtent& over) const;
  /// Do rules, or the edges of coloured ground, part the rows? The last row may lack its own.
  bool has_bands(const AlignedTable& table, const LineExtent& over) const;

  /// Lines behind the last rule without a number are notes.
  void cut_notes(AlignedTable& table, const LineExtent& over) const;
  /// The header: up to the rule at its head, or as long as lines are labels.
  void grow_header(AlignedTable& table, const LineExtent& over) const;
  /// The rest of a label that wraps in the last row, and rows of which only the label is filled, in
  /// front of the rule at the foot.
  void grow_end(AlignedTable& table, const LineExtent& over) const;

 private:
  bool is_row(std::size_t i) const { return lines_[i].chunks >= 2; }
  float step(std::size_t i) const { return lines_[i].baseline - lines_[i - 1].baseline; }
  bool is_free(std::size_t line) const;
  bool in_step_with_rows(std::size_t i, const AlignedTable& table) const;
  bool fits_header(std::size_t i, const AlignedTable& table, const LineExtent& over) const;
  bool is_on_cell_ground(std::size_t i) const;
  bool is_label_over_first_two(std::size_t i, const AlignedTable& table) const;
  void find_header_above_labels(AlignedTable& table, const LineExtent& over, float row_step) const;
  float middle_step(const AlignedTable& table) const;
  bool may_grow_to(std::size_t i) const;
  bool stands_beside(std::size_t i, const AlignedTable& table) const;
  bool may_be_empty_row(std::size_t i, const AlignedTable& table) const;
  bool is_foot(std::size_t i, const AlignedTable& table, const LineExtent& over) const;

  const AlignedInput& input_;
  const std::vector<WordLine>& lines_;
  const std::vector<AlignedTable>& found_;
  std::vector<char> separates_;  ///< one entry a line
};

}  // namespace gouji
