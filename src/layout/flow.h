// SPDX-License-Identifier: GPL-3.0-or-later
// The document as a flow of blocks in reading order: what layout hands on.
//
// The same for PDF and text. Paragraphs are whole: hard wraps and page ends inside them are undone.
// A table stands at its place as the index of a TableRegion (layout/region.h). Running heads, feet,
// page numbers and contents pages are set aside, not lost.
#pragma once

#include <cstdint>
#include <vector>

#include "gouji/report.h"
#include "text/located_text.h"

namespace gouji {

enum class BlockKind : std::uint8_t {
  paragraph,  ///< prose, a heading, an item …: outline decides
  table,      ///< see Block::region
  contents,   ///< a line of a contents page
  furniture,  ///< running head or foot, page number
  chart,      ///< the data sheet or the labels of a chart, text inside a picture
  note,       ///< a footnote at the foot of a page
};

/// How a paragraph is set. In a text source only what the text shows is known; the rest keeps its
/// default.
struct BlockStyle {
  float size = 0;              ///< font size in points of most characters; 0 = unknown (text)
  bool bold = false;           ///< most characters are bold
  bool centred = false;        ///< set in the middle of its column
  bool indented = false;       ///< the first line is indented
  bool starts_page = false;    ///< first block of a page (PDF) or behind a form feed
  int blank_lines_before = 0;  ///< text only
  int lines = 1;               ///< lines of print
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  LocatedText text;  ///< empty for a table
  BlockStyle style;
  int region = -1;  ///< index of the TableRegion, in reading order over the document; -1 = none
};

struct Flow {
  PrintLines lines;
  std::vector<Block> blocks;
  float body_size = 0;            ///< font size of most of the prose, points; 0 = unknown (text)
  std::vector<Problem> problems;  ///< ids are given at the end of the pipeline
};

}  // namespace gouji
