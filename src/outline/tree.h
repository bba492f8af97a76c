// SPDX-License-Identifier: GPL-3.0-or-later
// Sections and items out of classified entries.
#pragma once

#include <vector>

#include "outline/entry.h"
#include "outline/nesting.h"
#include "outline/outline.h"

namespace gouji {

/// Walks the entries in reading order and builds the tree: sections, items, owners, anomalies, the
/// section of each grid.
Outline build_tree(const std::vector<Entry>& entries, const Flow& flow, const Tables& tables,
                   const MarkerReader& markers, const Nesting& nesting, const PatternSet& patterns);

}  // namespace gouji
