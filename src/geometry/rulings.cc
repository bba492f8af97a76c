// SPDX-License-Identifier: GPL-3.0-or-later
// Method: pieces of one direction are sorted by position and swept into clusters no wider than
// kRulingCluster; inside a cluster a second sort and sweep joins the intervals. Ends are snapped by
// binary search, first for the crossing clusters near the end, then for the interval of that
// cluster that covers the position.
#include "geometry/rulings.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace gouji {

namespace {

/// Lines of one position: [begin, end) of the vector that holds all lines of a direction.
struct Cluster {
  float position = 0;
  std::size_t begin = 0, end = 0;
};

/// The merged lines of one direction, clusters by position, lines of a cluster by `from`.
struct Lines {
  std::vector<Ruling> lines;
  std::vector<Cluster> clusters;
};

bool is_usable(const Ruling& r) {
  return std::isfinite(r.position) && std::isfinite(r.from) && std::isfinite(r.to) &&
         std::isfinite(r.thickness) && r.to >= r.from;
}

/// Mean position weighted by length; pieces without length count a little, so that a cluster of
/// dots has a position too.
float mean_position(const std::vector<Ruling>& pieces, std::size_t begin, std::size_t end) {
  constexpr double kLeastWeight = 0.01;
  double sum = 0, weight = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const double w = std::max<double>(pieces[i].length(), kLeastWeight);
    sum += w * pieces[i].position;
    weight += w;
  }
  return static_cast<float>(sum / weight);
}

/// Joins the intervals of pieces [begin, end), which are one cluster, and appends what is long
/// enough.
void join_intervals(std::vector<Ruling>& pieces, std::size_t begin, std::size_t end, Lines& out) {
  const float position = mean_position(pieces, begin, end);
  const auto first = pieces.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = pieces.begin() + static_cast<std::ptrdiff_t>(end);
  std::sort(first, last, [](const Ruling& a, const Ruling& b) {
    return a.from != b.from ? a.from < b.from : a.to < b.to;
  });
  const std::size_t before = out.lines.size();
  Ruling line = *first;
  const auto close = [&] {
    line.position = position;
    if (line.length() >= kRulingShortest) out.lines.push_back(line);
  };
  for (auto it = first + 1; it != last; ++it) {
    if (it->from - line.to > (line.horizontal ? kRulingGap : kColumnRulingGap)) {
      close();
      line = *it;
      continue;
    }
    line.to = std::max(line.to, it->to);
    line.thickness = std::max(line.thickness, it->thickness);
  }
  close();
  if (out.lines.size() > before) out.clusters.push_back({position, before, out.lines.size()});
}

Lines merge_direction(std::vector<Ruling> pieces) {
  std::sort(pieces.begin(), pieces.end(),
            [](const Ruling& a, const Ruling& b) { return a.position < b.position; });
  Lines out;
  for (std::size_t begin = 0, i = 0; i < pieces.size(); ++i) {
    const bool last = i + 1 == pieces.size();
    if (last || pieces[i + 1].position - pieces[begin].position > kRulingCluster) {
      join_intervals(pieces, begin, i + 1, out);
      begin = i + 1;
    }
  }
  std::sort(out.clusters.begin(), out.clusters.end(),
            [](const Cluster& a, const Cluster& b) { return a.position < b.position; });
  return out;
}

/// Does a line of the cluster cover `where` (with kRulingSnap to spare at its ends)?
bool covers(const Lines& lines, const Cluster& cluster, float where) {
  const auto first = lines.lines.begin() + static_cast<std::ptrdiff_t>(cluster.begin);
  const auto last = lines.lines.begin() + static_cast<std::ptrdiff_t>(cluster.end);
  const auto after = std::upper_bound(first, last, where + kRulingSnap,
                                      [](float w, const Ruling& r) { return w < r.from; });
  return after != first && std::prev(after)->to >= where - kRulingSnap;
}

/// The position of the nearest line that crosses near an end at (`end`, `where`); `end` itself when
/// there is none.
float snapped(float end, float where, const Lines& crossing) {
  const auto& clusters = crossing.clusters;
  auto it =
      std::lower_bound(clusters.begin(), clusters.end(), end - kRulingSnap,
                       [](const Cluster& c, float position) { return c.position < position; });
  float best = end;
  float distance = kRulingSnap;
  for (; it != clusters.end() && it->position <= end + kRulingSnap; ++it) {
    const float d = std::abs(it->position - end);
    if (d <= distance && covers(crossing, *it, where)) {
      best = it->position;
      distance = d;
    }
  }
  return best;
}

std::vector<Ruling> snap_ends(const Lines& lines, const Lines& crossing) {
  std::vector<Ruling> out = lines.lines;
  for (Ruling& line : out) {
    line.from = snapped(line.from, line.position, crossing);
    line.to = snapped(line.to, line.position, crossing);
  }
  return out;
}

}  // namespace

std::vector<Ruling> merge_rulings(std::vector<Ruling> pieces) {
  std::vector<Ruling> horizontal, vertical;
  for (const Ruling& piece : pieces)
    if (is_usable(piece)) (piece.horizontal ? horizontal : vertical).push_back(piece);
  const Lines across = merge_direction(std::move(horizontal));
  const Lines down = merge_direction(std::move(vertical));
  std::vector<Ruling> out = snap_ends(across, down);
  const std::vector<Ruling> columns = snap_ends(down, across);
  out.insert(out.end(), columns.begin(), columns.end());
  return out;
}

}  // namespace gouji
