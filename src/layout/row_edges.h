// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a ruled table that no ruling parts: where its column rules are drawn anew, and where
// coloured ground ends.
#pragma once

#include <vector>

#include "geometry/ruling.h"
#include "layout/page_areas.h"

namespace gouji {

/// A place where a vertical ruling ends and goes on at once: programs that set tables draw the
/// borders of each row for themselves.
struct Joint {
  float x = 0, y = 0;
};

/// The joints of rulings as they were drawn (not merged), by height. O(n log n).
std::vector<Joint> find_joints(const std::vector<Ruling>& pieces);

/// Gives each area its row_joints, heights away from all its rulings where every column rule that
/// runs there, two at least, has a joint, and its ground_edges, where coloured ground over its
/// whole width begins or ends. All upright.
void find_row_edges(const std::vector<Joint>& joints, const std::vector<Box>& grounds,
                    std::vector<TableArea>& areas);

}  // namespace gouji
