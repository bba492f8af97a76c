// SPDX-License-Identifier: GPL-3.0-or-later
// Method: pieces of one column rule are walked from top to bottom; ends that meet are joints.
// Joints of one height, a joint for each column rule that runs through there, are an edge, and so
// are the edges of ground as wide as the table. Whether the print bears an edge out is seen when
// cells are read (table/cut_bands.h).
#include "layout/row_edges.h"

#include <algorithm>
#include <cmath>

#include "geometry/cluster.h"
#include "geometry/rulings.h"

namespace gouji {

namespace {

// Points.
constexpr float kSameRule = 1.0F;    ///< pieces of one column rule are off by less
constexpr float kOverlap = 1.0F;     ///< of pieces that meet, at most
constexpr float kLeastPiece = 5.0F;  ///< shorter ones are dashes, not the side of a row
constexpr float kSameHeight = 1.2F;
constexpr float kFromRulings = 4.0F;  ///< an edge nearer to an edge of the lattice is that one
constexpr float kAcross = 0.9F;       ///< share of the table's width that ground covers

void add_joints(const std::vector<Ruling>& rule, std::vector<Joint>& joints) {
  float end = rule.front().to;
  for (std::size_t i = 1; i < rule.size(); ++i) {
    const Ruling& piece = rule[i];
    const float gap = piece.from - end;
    if (gap >= -kOverlap && gap <= kColumnRulingGap) {
      joints.push_back({piece.position, (piece.from + end) / 2});
    }
    end = std::max(end, piece.to);
  }
}

/// Does each column rule of the area that runs through y, two at least, have a joint there?
bool parts_all_rules(const TableArea& area, float y, const std::vector<Joint>& joints) {
  std::size_t parted = 0;
  for (const Ruling& ruling : area.rulings) {
    if (ruling.horizontal || ruling.from > y - kFromRulings || ruling.to < y + kFromRulings) {
      continue;
    }
    const auto first =
        std::lower_bound(joints.begin(), joints.end(), y - kSameHeight,
                         [](const Joint& joint, float height) { return joint.y < height; });
    const auto found = std::find_if(first, joints.end(), [&](const Joint& joint) {
      return joint.y > y + kSameHeight || std::abs(joint.x - ruling.position) <= 2 * kSameRule;
    });
    if (found == joints.end() || found->y > y + kSameHeight) return false;
    ++parted;
  }
  return parted >= 2;
}

bool is_inside(const TableArea& area, float y) {
  const std::vector<float>& ys = area.lattice.ys;
  return y > ys.front() && y < ys.back() && std::abs(ys[nearest_index(ys, y)] - y) >= kFromRulings;
}

/// Heights in the area at which ground ends that covers the whole width.
std::vector<float> ground_edges(const std::vector<Box>& grounds, const TableArea& area) {
  std::vector<WeightedPosition> ends;
  for (const Box& ground : grounds) {
    const float width = std::min(ground.x1, area.box.x1) - std::max(ground.x0, area.box.x0);
    if (width <= 0) continue;
    if (is_inside(area, ground.y0)) ends.push_back({ground.y0, width});
    if (is_inside(area, ground.y1)) ends.push_back({ground.y1, width});
  }
  std::vector<float> edges;
  for (const float y : cluster_positions(ends, kSameHeight)) {
    float above = 0;
    float below = 0;
    for (const Box& ground : grounds) {
      const float width = std::min(ground.x1, area.box.x1) - std::max(ground.x0, area.box.x0);
      if (width <= 0) continue;
      if (std::abs(ground.y1 - y) <= kSameHeight) above += width;
      if (std::abs(ground.y0 - y) <= kSameHeight) below += width;
    }
    if (std::max(above, below) >= kAcross * area.box.width()) edges.push_back(y);
  }
  return edges;
}

}  // namespace

std::vector<Joint> find_joints(const std::vector<Ruling>& pieces) {
  std::vector<Ruling> verticals;
  for (const Ruling& piece : pieces) {
    if (!piece.horizontal && piece.length() >= kLeastPiece) verticals.push_back(piece);
  }
  std::sort(verticals.begin(), verticals.end(),
            [](const Ruling& a, const Ruling& b) { return a.position < b.position; });
  std::vector<Joint> joints;
  std::vector<Ruling> rule;
  for (std::size_t begin = 0, i = 0; i < verticals.size(); ++i) {
    if (i + 1 < verticals.size() &&
        verticals[i + 1].position - verticals[begin].position <= kSameRule) {
      continue;
    }
    rule.assign(verticals.begin() + static_cast<std::ptrdiff_t>(begin),
                verticals.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    std::sort(rule.begin(), rule.end(),
              [](const Ruling& a, const Ruling& b) { return a.from < b.from; });
    add_joints(rule, joints);
    begin = i + 1;
  }
  std::sort(joints.begin(), joints.end(), [](const Joint& a, const Joint& b) { return a.y < b.y; });
  return joints;
}

void find_row_edges(const std::vector<Joint>& joints, const std::vector<Box>& grounds,
                    std::vector<TableArea>& areas) {
  if (areas.empty() || (joints.empty() && grounds.empty())) return;
  for (TableArea& area : areas) {
    if (area.rows_known) continue;
    area.ground_edges = ground_edges(grounds, area);
    std::vector<WeightedPosition> heights;
    for (const Joint& joint : joints) {
      if (joint.x >= area.box.x0 - kSameRule && joint.x <= area.box.x1 + kSameRule &&
          is_inside(area, joint.y)) {
        heights.push_back({joint.y, 1});
      }
    }
    for (const float y : cluster_positions(std::move(heights), kSameHeight)) {
      if (parts_all_rules(area, y, joints)) area.row_joints.push_back(y);
    }
  }
}

}  // namespace gouji
