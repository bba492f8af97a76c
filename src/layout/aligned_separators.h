// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of print that stand between tables whose cells no rulings close.
#pragma once

#include <vector>

#include "layout/aligned_tables.h"

namespace gouji {

/// For each line of the input: is it a part of no table? Prose, captions (set larger than the rows
/// above and below), single sentences, and lines of fields ("name: value") between two tables.
/// Pure; O(lines).
std::vector<char> find_separators(const AlignedInput& input);

}  // namespace gouji
