// SPDX-License-Identifier: GPL-3.0-or-later
// From the pieces that a page draws to the lines that a reader sees.
#pragma once

#include <vector>

#include "geometry/ruling.h"

namespace gouji {

/// Distances of merging, points. Measured over 487 public Chinese PDFs.
inline constexpr float kRulingGap = 1.2F;  ///< collinear pieces that are one line
/// … of a column, one a row (dashed borders in prints of wkhtmltopdf: 2.3).
inline constexpr float kColumnRulingGap = 2.5F;
inline constexpr float kRulingCluster = 1.5F;  ///< positions that are one line
inline constexpr float kRulingSnap = 1.3F;     ///< an end that means the crossing line (Word: 1.24)
inline constexpr float kRulingShortest = 4.0F;  ///< below: a tick, a dot, a junction square

/// Merges collinear pieces, gives lines that stand at one position the same position (the mean,
/// weighted by length), drops those shorter than kRulingShortest, and moves ends that lie within
/// kRulingSnap of a crossing line onto it, so that positions and ends of a grid are equal as
/// numbers. Thickness of a merged line: the greatest of its pieces. Result: horizontal lines by
/// position, then vertical ones; within a position by `from`. Pieces that are not finite are
/// dropped. O(n log n). Underlines are lines like others: layout tells them apart.
std::vector<Ruling> merge_rulings(std::vector<Ruling> pieces);

}  // namespace gouji
