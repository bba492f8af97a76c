// SPDX-License-Identifier: GPL-3.0-or-later
// Clustering of numbers on one axis: positions of rulings, baselines, edges of text.
#pragma once

#include <cstddef>
#include <vector>

namespace gouji {

/// A position with the weight it has in its cluster's mean (a ruling weighs its length).
struct WeightedPosition {
  float position = 0;
  float weight = 1;
};

/// The means of the clusters of `values`, ascending. A cluster is grown from its smallest member
/// and never wider than `width` (same unit as the values), so that chains do not melt together.
std::vector<float> cluster_positions(std::vector<WeightedPosition> values, float width);

/// Index of the member of `sorted` (ascending, not empty) nearest to `value`.
std::size_t nearest_index(const std::vector<float>& sorted, float value);

/// The interval [sorted[i], sorted[i+1]) that `value` stands in: i, or -1 when it stands outside.
int interval_index(const std::vector<float>& sorted, float value);

}  // namespace gouji
