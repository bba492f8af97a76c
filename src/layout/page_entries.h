// SPDX-License-Identifier: GPL-3.0-or-later
// The lines and regions of all pages in reading order, and what each line is.
#pragma once

#include <vector>

#include "layout/page_flow.h"
#include "pattern/pattern_set.h"

namespace gouji {

/// A line or a region of the document. Lines are found at pages[page].lines[line].
struct FlowEntry {
  int page = 0;     ///< index into the pages
  int line = -1;    ///< -1 = a region
  int region = -1;  ///< number of the region in the document
  Box box;          ///< of the region
  BlockKind kind = BlockKind::paragraph;
  bool goes_on = false;  ///< of a note: goes on with the line before
};

/// Every entry of every page, in order. A line is `paragraph` until something else is known.
std::vector<FlowEntry> list_entries(const std::vector<PageFlow>& pages);

inline const PageLine& line_of(const std::vector<PageFlow>& pages, const FlowEntry& entry) {
  return pages[static_cast<std::size_t>(entry.page)].lines[static_cast<std::size_t>(entry.line)];
}

/// Marks running heads, feet and page numbers as furniture: print at the head or foot of pages that
/// comes again at the same height, and numbers that run with the pages.
void mark_furniture(const std::vector<PageFlow>& pages, const PatternSet& patterns,
                    std::vector<FlowEntry>& entries);

/// Marks the lines of contents pages.
void mark_contents(const std::vector<PageFlow>& pages, const PatternSet& patterns,
                   std::vector<FlowEntry>& entries);

/// The text of a line without its blanks, as UTF-8.
std::string solid_text(const PageLine& line);

}  // namespace gouji
