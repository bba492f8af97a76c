// SPDX-License-Identifier: GPL-3.0-or-later
#include "geometry/cluster.h"

#include <algorithm>

namespace gouji {

std::vector<float> cluster_positions(std::vector<WeightedPosition> values, float width) {
  std::sort(values.begin(), values.end(),
            [](const auto& a, const auto& b) { return a.position < b.position; });
  std::vector<float> means;
  for (std::size_t i = 0; i < values.size();) {
    const float start = values[i].position;
    float sum = 0;
    float weight = 0;
    for (; i < values.size() && values[i].position - start <= width; ++i) {
      sum += (values[i].position - start) * values[i].weight;
      weight += values[i].weight;
    }
    means.push_back(weight > 0 ? start + sum / weight : start);
  }
  return means;
}

std::size_t nearest_index(const std::vector<float>& sorted, float value) {
  const auto above = std::lower_bound(sorted.begin(), sorted.end(), value);
  const auto index = static_cast<std::size_t>(above - sorted.begin());
  if (index == sorted.size()) return index - 1;
  if (index > 0 && value - sorted[index - 1] < sorted[index] - value) return index - 1;
  return index;
}

int interval_index(const std::vector<float>& sorted, float value) {
  const auto above = std::upper_bound(sorted.begin(), sorted.end(), value);
  if (above == sorted.begin() || above == sorted.end()) return -1;
  return static_cast<int>(above - sorted.begin()) - 1;
}

}  // namespace gouji
