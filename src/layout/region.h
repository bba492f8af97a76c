// SPDX-License-Identifier: GPL-3.0-or-later
// The raw material of a table: a part of a page, or lines of a text, that layout took for one.
#pragma once

#include <cstdint>
#include <vector>

#include "geometry/frame.h"
#include "geometry/lattice.h"
#include "geometry/ruling.h"
#include "gouji/place.h"
#include "text/located_text.h"

namespace gouji {

/// A run of glyphs on one line without a gap that a reader would see: the atoms that cells are made
/// of.
struct TextRun {
  LocatedText text;
  Box box;
  float size = 0;  ///< font size, points
  bool bold = false;
  bool blank_before = false;  ///< the source has a blank character in front of it
  int cell = -1;              ///< PDF: index into TableRegion::lattice.cells
};

enum class RegionForm : std::uint8_t {
  ruled,      ///< PDF: rulings in both directions close the cells
  aligned,    ///< PDF: horizontal rulings or none; columns are told by the white between them
  tabbed,     ///< text: a row a line, cells parted by tabs
  word_dump,  ///< text: a cell a line, as Word writes tables as text
};

/// One part of a table on one page (PDF), or one table of a text.
struct TableRegion {
  RegionForm form = RegionForm::ruled;
  bool rows_known = false;      ///< PDF: each row of the lattice is one row of the table
  int page = 0;                 ///< from 1; 0 in a text
  Box box;                      ///< PDF
  std::vector<Ruling> rulings;  ///< PDF: merged, clustered (geometry/rulings.h); upright
  Lattice lattice;              ///< PDF: the cells that rulings (and white) close; upright
  /// PDF: heights inside of rows of the lattice at which rows of the table may begin
  /// (layout/row_edges.h): where column rules are drawn anew, where ground ends; upright.
  std::vector<float> row_joints, ground_edges;
  Frame frame;  ///< in which rulings, lattice and the boxes of runs stand upright; turn 0 but for
                ///< tables that are printed sideways. `box` and places are of the page.
  std::vector<TextRun> runs;  ///< PDF: in reading order
  std::vector<LocatedText>
      lines;  ///< text: the lines, tabs and all, without line ends; blank lines are empty
};

}  // namespace gouji
