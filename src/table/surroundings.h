// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around a table and belongs to it: caption, unit, notes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/flow.h"
#include "pattern/pattern_set.h"
#include "table/grid.h"

namespace gouji {

/// What a line near a table may be.
enum class LineSort { other, caption, subtitle, unit, head, continued };

/// A line near a table, read.
struct NearLine {
  LineSort sort = LineSort::other;
  std::string caption;  ///< caption: its text (of a line that holds caption and unit: the caption)
  std::string unit;     ///< the money unit; may be empty
};

/// Reads lines around tables with the patterns of patterns/table/line.toml.
class Surroundings {
 public:
  Surroundings(const Flow& flow, const PatternSet& patterns);

  /// What the block says as a line above a table.
  NearLine above(const Block& block) const;
  /// Is the block a note under a table? `first`: no note stands above it yet.
  bool is_note(const Block& block, bool first) const;
  /// Unit and caption that stand inside the leading rows of the grid.
  void read_leading_rows(Grid& grid) const;
  /// Caption, unit and head lines above block `table`; fills grid and roles.
  void read_above(std::size_t table, Grid& grid, std::vector<TableRole>& roles) const;
  /// Notes behind block `table`; fills grid and roles.
  void read_below(std::size_t table, Grid& grid, std::vector<TableRole>& roles) const;

 private:
  struct Walk;
  /// Reads block `i` on the walk upwards; false when the walk ends there.
  bool pass_line(std::size_t i, Walk& walk, Grid& grid, std::vector<TableRole>& roles) const;
  /// Takes the first line of a header cell away when it is nothing but the unit of the table.
  void drop_unit_line(LocatedText& text) const;
  /// The number of the table on a line above its caption ("表31").
  void claim_number_above(std::size_t caption, std::vector<TableRole>& roles) const;
  bool is_caption(const Block& block, const std::string& solid) const;
  /// A line that stands out by its print: above a unit line it is a caption, whatever it says.
  bool is_headline(const Block& block) const;
  bool is_display(const Block& block) const;
  bool reads_as_caption(const std::string& text) const;
  bool has_marker(const std::string& solid) const;

  const Flow& flow_;
  const Pattern& unit_;
  const Pattern& unit_in_brackets_;
  const Pattern& unit_of_counts_;
  const Pattern& form_head_;
  const Pattern& base_of_index_;
  const Pattern& year_;
  const Pattern& subtitle_;
  const Pattern& caption_named_;
  const Pattern& caption_numbered_;
  const Pattern& caption_topic_;
  const Pattern& part_title_;
  const Pattern& continued_;
  const Pattern& note_;
  const Pattern& note_goes_on_;
  const std::vector<const Pattern*>& markers_;
};

}  // namespace gouji
