// SPDX-License-Identifier: GPL-3.0-or-later
// Method: dynamic programming over labels and columns; the cost of a label is its distance from the
// middle of its columns, whose ends lie half-way between the print of neighbours.
#include "layout/header_shares.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace gouji {

std::vector<std::pair<int, int>> share_columns(const std::vector<float>& middles,
                                               const std::vector<AlignedColumn>& columns, int first,
                                               int last, float from, float to) {
  const std::size_t labels = middles.size();
  const auto count = static_cast<std::size_t>(last - first + 1);
  if (labels == 0 || labels > count) return {};
  std::vector<float> edges;
  for (std::size_t c = 0; c <= count; ++c) {
    const std::size_t i = static_cast<std::size_t>(first) + c;
    const bool inner = c > 0 && c < count;
    edges.push_back(inner ? (columns[i - 1].x1 + columns[i].x0) / 2 : c == 0 ? from : to);
  }
  const std::size_t width = count + 1;
  std::vector<float> cost((labels + 1) * width, 1e9F);
  std::vector<std::size_t> begins(cost.size(), 0);
  cost[0] = 0;
  for (std::size_t l = 1; l <= labels; ++l) {
    for (std::size_t end = l; end <= count; ++end) {
      for (std::size_t begin = l - 1; begin < end; ++begin) {
        const float off = std::abs((edges[begin] + edges[end]) / 2 - middles[l - 1]);
        const float all = cost[(l - 1) * width + begin] + off;
        if (all >= cost[l * width + end]) continue;
        cost[l * width + end] = all;
        begins[l * width + end] = begin;
      }
    }
  }
  std::vector<std::pair<int, int>> shares(labels);
  std::size_t end = count;
  for (std::size_t l = labels; l > 0; --l) {
    const std::size_t begin = begins[l * width + end];
    shares[l - 1] = {first + static_cast<int>(begin), first + static_cast<int>(end) - 1};
    end = begin;
  }
  return shares;
}

}  // namespace gouji
