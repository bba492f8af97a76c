// SPDX-License-Identifier: GPL-3.0-or-later
// Method: the positions of the rulings, clustered, cut the plane into squares; for each side of
// each square it is known whether a ruling covers it. Squares without a ruling between them are one
// cell. Where the squares joined in this way are no rectangle (a ruling that ends in mid-air), the
// greedy walk below cuts them into rectangles, so that the result is always a proper grid.
#include "geometry/lattice.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "geometry/cluster.h"

namespace gouji {

namespace {

/// Edges nearer than this are one: double borders, cells drawn each with a border of its own.
/// Points; print is never set into a row or column this narrow.
constexpr float kSameEdge = 3.0F;

/// Share of a side that a ruling must cover to count as drawn there.
constexpr float kCovered = 0.7F;

/// Rulings shorter than this are no side of a cell: squares at junctions, dots of a dashed line.
/// Points.
constexpr float kShortest = 3.5F;

/// A row is at least this high, points: print of 5 pt with hardly any padding.
constexpr float kLeastRow = 7.0F;

/// A grid with more squares than this is no table but a pattern or an attack; the densest real page
/// has 40,000.
constexpr std::size_t kMostSquares = 2'000'000;

struct Sides {
  int rows = 0, columns = 0;
  std::vector<char> above;  ///< [edge row 0..rows][column]: a ruling runs there
  std::vector<char> left;   ///< [row][edge column 0..columns]

  bool has_above(int row, int column) const {
    return above[static_cast<std::size_t>(row * columns + column)] != 0;
  }
  bool has_left(int row, int column) const {
    return left[static_cast<std::size_t>(row * (columns + 1) + column)] != 0;
  }
};

std::vector<float> edges_of(const std::vector<Ruling>& rulings, bool horizontal) {
  std::vector<WeightedPosition> positions;
  float lowest = 0;
  float highest = 0;
  bool any = false;
  for (const Ruling& ruling : rulings) {
    if (ruling.length() < kShortest) continue;
    if (ruling.horizontal == horizontal) {
      positions.push_back({ruling.position, ruling.length()});
    } else {
      lowest = any ? std::min(lowest, ruling.from) : ruling.from;
      highest = any ? std::max(highest, ruling.to) : ruling.to;
      any = true;
    }
  }
  std::vector<float> edges = cluster_positions(std::move(positions), kSameEdge);
  if (edges.empty() || !any) return edges;
  if (lowest < edges.front() - 2 * kSameEdge) edges.insert(edges.begin(), lowest);
  if (highest > edges.back() + 2 * kSameEdge) edges.push_back(highest);
  return edges;
}

/// The heights, a row away from all horizontal rulings, at which two vertical ones or more end:
/// rows that no ruling parts, above or below which columns run together. They are added to `ys`.
void add_free_ends(const std::vector<Ruling>& rulings, std::vector<float>& ys) {
  std::vector<WeightedPosition> ends;
  for (const Ruling& ruling : rulings) {
    if (ruling.horizontal || ruling.length() < kLeastRow) continue;
    for (const float y : {ruling.from, ruling.to}) {
      if (std::abs(ys[nearest_index(ys, y)] - y) >= kLeastRow) ends.push_back({y, 1});
    }
  }
  if (ends.size() < 2) return;
  for (const float y : cluster_positions(ends, kSameEdge)) {
    const auto near = std::count_if(ends.begin(), ends.end(), [&](const WeightedPosition& end) {
      return std::abs(end.position - y) <= kSameEdge;
    });
    if (near >= 2) ys.insert(std::upper_bound(ys.begin(), ys.end(), y), y);
  }
}

bool covers(const Ruling& ruling, float from, float to) {
  const float shared = std::min(ruling.to, to) - std::max(ruling.from, from);
  return shared >= kCovered * (to - from);
}

/// The intervals of `edges` that the ruling covers are marked by `mark(index)`.
template <class Mark>
void mark_covered(const Ruling& ruling, const std::vector<float>& edges, Mark mark) {
  auto first = std::upper_bound(edges.begin(), edges.end(), ruling.from + kSameEdge);
  std::size_t i = first == edges.begin() ? 0 : static_cast<std::size_t>(first - edges.begin()) - 1;
  if (i > 0) --i;
  for (; i + 1 < edges.size() && edges[i] < ruling.to; ++i) {
    if (covers(ruling, edges[i], edges[i + 1])) mark(i);
  }
}

Sides find_sides(const std::vector<Ruling>& rulings, const Lattice& lattice) {
  Sides sides;
  sides.rows = lattice.rows();
  sides.columns = lattice.columns();
  const auto columns = static_cast<std::size_t>(sides.columns);
  sides.above.assign(lattice.ys.size() * columns, 0);
  sides.left.assign(static_cast<std::size_t>(sides.rows) * lattice.xs.size(), 0);
  for (const Ruling& ruling : rulings) {
    if (ruling.length() < kShortest) continue;
    if (ruling.horizontal) {
      const std::size_t row = nearest_index(lattice.ys, ruling.position);
      mark_covered(ruling, lattice.xs, [&](std::size_t i) { sides.above[row * columns + i] = 1; });
    } else {
      const std::size_t column = nearest_index(lattice.xs, ruling.position);
      mark_covered(ruling, lattice.ys,
                   [&](std::size_t i) { sides.left[i * (columns + 1) + column] = 1; });
    }
  }
  return sides;
}

bool open_downwards(const Sides& sides, const LatticeCell& cell) {
  const int row = cell.row + cell.row_span;
  const int behind = cell.column + cell.column_span;
  if (cell.column > 0 && !sides.has_left(row, cell.column)) return false;
  if (behind < sides.columns && !sides.has_left(row, behind)) return false;
  for (int column = cell.column; column < cell.column + cell.column_span; ++column) {
    if (sides.has_above(row, column)) return false;
    if (column > cell.column && sides.has_left(row, column)) return false;
  }
  return true;
}

/// Row by row: a cell takes the squares to its right up to the next vertical ruling, then rows
/// below as long as nothing is drawn between.
std::vector<LatticeCell> merge_squares(const Sides& sides) {
  std::vector<LatticeCell> cells;
  std::vector<char> taken(static_cast<std::size_t>(sides.rows * sides.columns), 0);
  const auto is_taken = [&](int row, int column) -> char& {
    return taken[static_cast<std::size_t>(row * sides.columns + column)];
  };
  for (int row = 0; row < sides.rows; ++row) {
    for (int column = 0; column < sides.columns; ++column) {
      if (is_taken(row, column)) continue;
      LatticeCell cell{row, column, 1, 1};
      while (column + cell.column_span < sides.columns &&
             !sides.has_left(row, column + cell.column_span) &&
             !is_taken(row, column + cell.column_span)) {
        ++cell.column_span;
      }
      while (row + cell.row_span < sides.rows && open_downwards(sides, cell)) ++cell.row_span;
      for (int r = 0; r < cell.row_span; ++r) {
        for (int c = 0; c < cell.column_span; ++c) is_taken(row + r, column + c) = 1;
      }
      cells.push_back(cell);
    }
  }
  return cells;
}

/// Takes edges away at which no cell begins.
void compact(Lattice& lattice) {
  const auto shrink = [&](std::vector<float>& edges, int LatticeCell::*start,
                          int LatticeCell::*span) {
    std::vector<int> used(edges.size(), 0);
    for (const LatticeCell& cell : lattice.cells) used[static_cast<std::size_t>(cell.*start)] = 1;
    used.back() = 1;
    std::vector<int> index(edges.size(), 0);
    std::vector<float> kept;
    for (std::size_t i = 0; i < edges.size(); ++i) {
      index[i] = static_cast<int>(kept.size());
      if (used[i]) kept.push_back(edges[i]);
    }
    for (LatticeCell& cell : lattice.cells) {
      const int end = index[static_cast<std::size_t>(cell.*start + cell.*span)];
      cell.*start = index[static_cast<std::size_t>(cell.*start)];
      cell.*span = end - cell.*start;
    }
    edges = std::move(kept);
  };
  shrink(lattice.xs, &LatticeCell::column, &LatticeCell::column_span);
  shrink(lattice.ys, &LatticeCell::row, &LatticeCell::row_span);
}

std::uint32_t find_root(std::vector<std::uint32_t>& parent, std::uint32_t i) {
  while (parent[i] != i) i = parent[i] = parent[parent[i]];
  return i;
}

}  // namespace

Box Lattice::box() const {
  if (xs.empty() || ys.empty()) return {};
  return {xs.front(), ys.front(), xs.back(), ys.back()};
}

Box Lattice::box(const LatticeCell& cell) const {
  const auto column = static_cast<std::size_t>(cell.column);
  const auto row = static_cast<std::size_t>(cell.row);
  return {xs[column], ys[row], xs[column + static_cast<std::size_t>(cell.column_span)],
          ys[row + static_cast<std::size_t>(cell.row_span)]};
}

std::vector<Crossing> find_crossings(const std::vector<Ruling>& rulings, float tolerance) {
  std::vector<std::uint32_t> verticals;
  for (std::uint32_t i = 0; i < rulings.size(); ++i) {
    if (!rulings[i].horizontal) verticals.push_back(i);
  }
  std::sort(verticals.begin(), verticals.end(), [&](std::uint32_t a, std::uint32_t b) {
    return rulings[a].position < rulings[b].position;
  });
  std::vector<Crossing> crossings;
  for (std::uint32_t h = 0; h < rulings.size(); ++h) {
    const Ruling& line = rulings[h];
    if (!line.horizontal) continue;
    auto it = std::lower_bound(verticals.begin(), verticals.end(), line.from - tolerance,
                               [&](std::uint32_t v, float x) { return rulings[v].position < x; });
    for (; it != verticals.end() && rulings[*it].position <= line.to + tolerance; ++it) {
      const Ruling& other = rulings[*it];
      if (line.position >= other.from - tolerance && line.position <= other.to + tolerance) {
        crossings.push_back({h, *it});
        if (crossings.size() >= kMostCrossings) return crossings;
      }
    }
  }
  return crossings;
}

std::vector<std::vector<std::uint32_t>> connected_rulings(std::size_t count,
                                                          const std::vector<Crossing>& crossings) {
  std::vector<std::uint32_t> parent(count);
  std::iota(parent.begin(), parent.end(), 0U);
  std::vector<char> met(count, 0);
  for (const Crossing& crossing : crossings) {
    met[crossing.horizontal] = met[crossing.vertical] = 1;
    parent[find_root(parent, crossing.horizontal)] = find_root(parent, crossing.vertical);
  }
  std::vector<std::vector<std::uint32_t>> groups;
  std::vector<int> group_of(count, -1);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!met[i]) continue;
    const std::uint32_t root = find_root(parent, i);
    if (group_of[root] < 0) {
      group_of[root] = static_cast<int>(groups.size());
      groups.emplace_back();
    }
    groups[static_cast<std::size_t>(group_of[root])].push_back(i);
  }
  return groups;
}

Lattice build_lattice(const std::vector<Ruling>& rulings) {
  Lattice lattice;
  lattice.xs = edges_of(rulings, false);
  lattice.ys = edges_of(rulings, true);
  if (lattice.xs.size() < 2 || lattice.ys.size() < 2) return {};
  add_free_ends(rulings, lattice.ys);
  if (lattice.xs.size() * lattice.ys.size() > kMostSquares) return {};
  lattice.cells = merge_squares(find_sides(rulings, lattice));
  compact(lattice);
  return lattice;
}

std::vector<int> cell_of_square(const Lattice& lattice) {
  const auto columns = static_cast<std::size_t>(lattice.columns());
  std::vector<int> squares(columns * static_cast<std::size_t>(lattice.rows()), -1);
  for (std::size_t i = 0; i < lattice.cells.size(); ++i) {
    const LatticeCell& cell = lattice.cells[i];
    for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
      for (int c = cell.column; c < cell.column + cell.column_span; ++c) {
        squares[static_cast<std::size_t>(r) * columns + static_cast<std::size_t>(c)] =
            static_cast<int>(i);
      }
    }
  }
  return squares;
}

}  // namespace gouji
