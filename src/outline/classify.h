// SPDX-License-Identifier: GPL-3.0-or-later
// Which entries are headings and which are items.
#pragma once

#include <vector>

#include "outline/entry.h"
#include "outline/nesting.h"

namespace gouji {

/// Sets Entry::kind to heading, heading_title or item, and finds headings without marker. Entries
/// that are aside already (the title of the document) stay so.
void classify(std::vector<Entry>& entries, const Flow& flow, const Nesting& nesting,
              const PatternSet& patterns);

}  // namespace gouji
