// SPDX-License-Identifier: GPL-3.0-or-later
// Headings, sections and numbered items of a document.
#pragma once

#include <cstdint>
#include <vector>

#include "gouji/report.h"
#include "layout/flow.h"
#include "pattern/pattern_set.h"
#include "table/grid.h"

namespace gouji {

/// Who owns characters [begin, end) of a block: the innermost item and section (indices, -1 =
/// none).
struct Owner {
  std::int32_t block = 0;
  std::uint32_t begin = 0, end = 0;
  int section = -1;
  int item = -1;
  bool heading = false;  ///< the characters are the heading of `section`
};

/// Sections and items in reading order, with their ids. `owners` covers every prose block, in
/// order, without gaps. `section_of_grid` has the section each grid stands in (index, -1 = none).
struct Outline {
  std::vector<Section> sections;
  std::vector<Item> items;
  std::vector<Owner> owners;
  std::vector<int> section_of_grid;
  std::vector<Problem> problems;
};

/// Finds headings and items. Pure; thread-safe.
Outline find_outline(const Flow& flow, const Tables& tables, const PatternSet& patterns);

/// What the document is: title, kind, issuer, years, date, signature, cites. Pure; thread-safe.
DocumentInfo describe_document(const Flow& flow, const Tables& tables, const Outline& outline,
                               const PatternSet& patterns);

}  // namespace gouji
