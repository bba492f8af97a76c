// SPDX-License-Identifier: GPL-3.0-or-later
// One page laid out: lines of print in reading order and table regions; and the document assembled
// from its pages.
#pragma once

#include <vector>

#include "layout/flow.h"
#include "layout/region.h"
#include "pattern/pattern_set.h"
#include "source/page.h"
#include "source/text_source.h"

namespace gouji {

/// A line of prose on a page with what is needed to join it to paragraphs.
struct PageLine {
  LocatedText text;
  Box box;
  float size = 0;  ///< font size of most characters, points
  bool bold = false;
  float left = 0, right = 0;  ///< extent of the column that the line stands in, points
  bool in_column = false;     ///< the column is one of several side by side
  int turn = 0;               ///< degrees clockwise that the line is printed turned by
};

/// An entry of a page in reading order: a line (index into lines) or a table region (index into
/// regions).
struct PageEntry {
  bool is_region = false;
  int index = 0;
};

struct PageFlow {
  int page = 0;
  float width = 0, height = 0;
  std::vector<PageLine> lines;
  std::vector<TableRegion> regions;
  std::vector<PageEntry> order;
  std::vector<Problem> problems;
  bool has_text = false;
};

/// Lays out one page. Appends the page's lines of print to `print_lines`. Pure but for that; call
/// it page after page.
PageFlow layout_page(const Page& page, PrintLines& print_lines);

/// Joins pages: sets running heads, feet, page numbers and contents pages aside, makes paragraphs
/// over line and page ends. `regions` of all pages, in order of page and reading order, keep their
/// numbering: Block::region counts them.
Flow assemble_pages(std::vector<PageFlow> pages, PrintLines print_lines,
                    const PatternSet& patterns);

/// The flow of a text source, and its table regions. Undoes hard wraps and page breaks inside
/// paragraphs; marks that are no content ([bookmark: …], [image: …], **) are left out, offsets stay
/// those of the source.
struct TextFlow {
  Flow flow;
  std::vector<TableRegion> regions;
};
TextFlow layout_text(TextSource source, const PatternSet& patterns);

}  // namespace gouji
