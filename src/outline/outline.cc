// SPDX-License-Identifier: GPL-3.0-or-later
// Method: read each block as an entry, learn how the document nests its numbers, tell headings from
// items, build the tree.
#include "outline/outline.h"

#include "outline/classify.h"
#include "outline/document_title.h"
#include "outline/entry.h"
#include "outline/nesting.h"
#include "outline/plain_heading.h"
#include "outline/tree.h"

namespace gouji {

Outline find_outline(const Flow& flow, const Tables& tables, const PatternSet& patterns) {
  const MarkerReader markers(patterns);
  std::vector<Entry> entries = read_entries(flow, tables, markers, patterns);
  set_title_aside(entries, flow, patterns);
  const Nesting nesting(entries);
  classify(entries, flow, nesting, patterns);
  place_plain_headings(entries, flow);
  return build_tree(entries, flow, tables, markers, nesting, patterns);
}

}  // namespace gouji
