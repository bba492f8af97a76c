// SPDX-License-Identifier: GPL-3.0-or-later
// Labels side by side over columns: which has which.
#pragma once

#include <utility>
#include <vector>

#include "layout/aligned_columns.h"

namespace gouji {

/// The columns [first, last] shared out among labels that stand side by side over them: all of
/// them, in order, each label with the columns in whose middle it stands as nearly as possible.
/// `middles` of the labels ascend; `from` and `to` are the outer ends of the columns. The first and
/// last column of each label; empty when there are more labels than columns. O(labels * columns²).
std::vector<std::pair<int, int>> share_columns(const std::vector<float>& middles,
                                               const std::vector<AlignedColumn>& columns, int first,
                                               int last, float from, float to);

}  // namespace gouji
