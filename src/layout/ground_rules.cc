// SPDX-License-Identifier: GPL-3.0-or-later
// Method: the edges of each ground as rulings; those of the cells of one row grow together to one.
// Edges with the same ends are believed when there are as many as two bands have.
#include "layout/ground_rules.h"

#include <algorithm>
#include <cmath>

#include "geometry/rulings.h"

namespace gouji {

namespace {

constexpr float kTallest = 90;     ///< a band is a row, however its print wraps, points
constexpr float kShortest = 120;   ///< rows of tables are longer, points
constexpr float kSameEnd = 3;      ///< points
constexpr std::size_t kEdges = 3;  ///< of two bands that touch

}  // namespace

std::vector<Ruling> rules_of_grounds(const std::vector<Box>& grounds) {
  std::vector<Ruling> edges;
  for (const Box& box : grounds) {
    if (box.height() > kTallest) continue;
    edges.push_back({true, box.y0, box.x0, box.x1, 0});
    edges.push_back({true, box.y1, box.x0, box.x1, 0});
  }
  if (edges.size() <= kEdges) return {};
  edges = merge_rulings(std::move(edges));
  const auto like = [&](const Ruling& a) {
    return static_cast<std::size_t>(std::count_if(edges.begin(), edges.end(), [&](const Ruling& b) {
      return std::abs(a.from - b.from) <= kSameEnd && std::abs(a.to - b.to) <= kSameEnd;
    }));
  };
  std::vector<Ruling> rules;
  for (const Ruling& edge : edges) {
    if (edge.horizontal && edge.length() >= kShortest && like(edge) >= kEdges) {
      rules.push_back(edge);
    }
  }
  return rules;
}

}  // namespace gouji
