// SPDX-License-Identifier: GPL-3.0-or-later
// How the prose of a document is set: size of the body, margins, indentation, pitch of the lines.
#pragma once

#include <vector>

#include "layout/page_entries.h"

namespace gouji {

/// The column of prose on a page, points of the page's upright frame.
struct Column {
  float left = 0, right = 0;
  float width() const { return right - left; }
};

struct Typesetting {
  float body_size = 0;          ///< of most characters of prose
  float pitch = 0;              ///< distance of baselines within paragraphs
  std::vector<Column> columns;  ///< one a page
  bool indents = true;          ///< paragraphs open with an indented line
  bool spaced = false;          ///< paragraphs stand further apart than their lines
};

/// Measures the lines that are still paragraphs.
Typesetting measure_typesetting(const std::vector<PageFlow>& pages,
                                const std::vector<FlowEntry>& entries);

/// The column that a line stands in: its own where several stand side by side, else the page's.
Column column_of(const PageLine& line, const Typesetting& set, int page);

/// Does `b` stand at the head of another column of the page than `a`?
bool is_next_column(const PageLine& a, const PageLine& b);

/// Marks the footnotes of pages: print smaller than the body, at the foot of a page or column, from
/// a note mark on (pattern layout/page/footnote). Notes of a table that stands right above are
/// left to the table.
void mark_footnotes(const std::vector<PageFlow>& pages, const PatternSet& patterns,
                    const Typesetting& set, std::vector<FlowEntry>& entries);

/// Marks the print of charts: axis numbers, values, legends and the title above them.
void mark_charts(const std::vector<PageFlow>& pages, const Typesetting& set,
                 std::vector<FlowEntry>& entries);

/// Is the line so full that the next word had no place on it? `next_width` = width of that word.
bool is_full(const PageLine& line, const Column& column, float next_width);

/// Width of what may not be torn from the start of a line: a run of digits and letters, or one
/// hanzi with the punctuation behind it.
float first_word_width(const PageLine& line);

}  // namespace gouji
