// SPDX-License-Identifier: GPL-3.0-or-later
// Headings without a number: by their wording in texts, by their type in PDFs.
#pragma once

#include <vector>

#include "outline/entry.h"

namespace gouji {

/// Sets kind and unmarked_heading of the entries that are headings without marker.
void find_plain_headings(std::vector<Entry>& entries, const Flow& flow, const PatternSet& patterns);

/// Gives those headings the style of the series that they stand in, where the numbers before and
/// behind them show that theirs was lost (第二部分, this one, 第四部分); the others keep none.
/// Those keep the rank of their type in plain_class: 0 for the largest.
void place_plain_headings(std::vector<Entry>& entries, const Flow& flow);

}  // namespace gouji
