// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks of a flow as the outline sees them: one entry each, with its marker and its form.
#pragma once

#include <optional>
#include <vector>

#include "layout/flow.h"
#include "layout/paragraph_marker.h"
#include "pattern/pattern_set.h"
#include "table/grid.h"

namespace gouji {

/// What an entry is in the tree.
enum class EntryKind {
  paragraph,      ///< prose without a number
  heading,        ///< opens a section
  heading_title,  ///< the line behind a heading's marker that prints its title
  item,           ///< opens a numbered item
  aside,          ///< belongs to no item: caption of a figure, date, title of the document …
  table,          ///< a table, or a line that serves one
};

/// How the text behind the marker is written.
enum class BodyForm {
  empty,     ///< a marker and nothing else
  title,     ///< short, no stop: may be a heading
  stopped,   ///< as title, but with one final stop: a heading or a short sentence
  sentence,  ///< anything longer, or with stops inside
};

struct Entry {
  int block = 0;
  EntryKind kind = EntryKind::paragraph;
  std::optional<Marker> marker;
  const MarkerStyle* style =
      nullptr;  ///< of the series it counts in; for headings without marker too
  BodyForm form = BodyForm::sentence;
  bool unmarked_heading = false;
  int plain_class = 0;      ///< of a heading without marker: 0 = the largest type among them
  bool ends_items = false;  ///< signature or date: what follows belongs to no item
  bool caption = false;     ///< a line that serves a table
  /// Heading: the entries that print its title, -1 = itself alone.
  int title_entry = -1, title_last = -1;
};

/// One entry for each block that is prose or a table, in order; markers and forms are set, kind is
/// paragraph, aside or table. Markers point into `markers`.
std::vector<Entry> read_entries(const Flow& flow, const Tables& tables, const MarkerReader& markers,
                                const PatternSet& patterns);

/// The text of the entry behind its marker.
std::u32string_view body_of(const Entry& entry, const Flow& flow);

/// Takes the lines behind a heading (or behind the line of its title) that are set like it as
/// further lines of its title. Only a PDF shows how lines are set.
void take_title_lines(std::vector<Entry>& entries, std::size_t heading, const Flow& flow);

/// How `body` is written.
BodyForm form_of(std::u32string_view body);

}  // namespace gouji
