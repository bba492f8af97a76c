// SPDX-License-Identifier: GPL-3.0-or-later
// Method: drawn edges are compared as they are, moved and scaled to one width. Edges in white tell
// little, for white is as wide as the print beside it leaves it: there the print of the columns is
// laid over each other, and what overlaps is one column.
#include "table/join_columns.h"

#include <algorithm>
#include <cmath>

#include "geometry/cluster.h"
#include "table/grid_rows.h"

namespace gouji {

namespace {

/// Edges of one column on two pages, points: producers place tables anew on each page.
constexpr float kSameEdge = 3.5F;
/// The same after scaling to one width (portrait and landscape), share of the width.
constexpr float kSameShare = 0.012F;
/// Edges that stand in white move with the print beside them, share of the width.
constexpr float kWhiteShare = 0.08F;
/// Widths of the two parts that are the same.
constexpr float kSameWidth = 0.02F;
/// Print of one column may touch the next cell, points.
constexpr float kTouch = 1;
/// Columns of the smaller part that both must have.
constexpr float kShared = 0.6F;

float tolerance(const Grid& grid, const Grid& next) {
  const float width = grid.column_edges.back() - grid.column_edges.front();
  if (!grid.edges_drawn || !next.edges_drawn) return kWhiteShare * width;
  return std::max(kSameEdge, kSameShare * width);
}

bool all_within(const std::vector<float>& some, const std::vector<float>& all, float slack) {
  return std::all_of(some.begin(), some.end(),
                     [&](float x) { return std::abs(all[nearest_index(all, x)] - x) <= slack; });
}

struct Extent {
  float x0 = 1e6F, x1 = -1e6F;
  bool empty() const { return x1 < x0; }
};

/// Where the columns print (or, where their edges are drawn, stand); empty when print stands
/// outside of its column, as on a turned page.
std::vector<Extent> extents_of(const Grid& grid) {
  std::vector<Extent> extents(static_cast<std::size_t>(grid.columns));
  if (grid.edges_drawn) {
    for (std::size_t c = 0; c < extents.size(); ++c) {
      extents[c] = {grid.column_edges[c], grid.column_edges[c + 1]};
    }
    return extents;
  }
  const std::size_t skipped = telling_cells(grid);
  for (std::size_t i = skipped; i < grid.cells.size(); ++i) {
    const GridCell& cell = grid.cells[i];
    if (cell.column_span > 1 || cell.text.empty()) continue;
    const auto c = static_cast<std::size_t>(cell.column);
    for (const CharPlace& place : cell.text.places) {
      const float x0 = static_cast<float>(place.from) / 100;
      const float x1 = static_cast<float>(place.to) / 100;
      if (x1 < grid.column_edges.front() - kTouch || x0 > grid.column_edges.back() + kTouch) {
        return {};
      }
      extents[c].x0 = std::min(extents[c].x0, x0);
      extents[c].x1 = std::max(extents[c].x1, x1);
    }
  }
  return extents;
}

struct Span {
  Extent at;
  int part = 0, column = 0;
};

}  // namespace

std::vector<float> fitted_edges(const Grid& grid, const Grid& next) {
  const float width = grid.column_edges.back() - grid.column_edges.front();
  const float other = next.column_edges.back() - next.column_edges.front();
  if (width <= 0 || other <= 0) return {};
  const float ratio = width / other;
  const bool same = std::abs(ratio - 1) <= kSameWidth;
  if (!same && grid.columns != next.columns) return {};
  std::vector<float> edges;
  for (const float x : next.column_edges) {
    edges.push_back(grid.column_edges.front() + (x - next.column_edges.front()) * ratio);
  }
  return edges;
}

bool same_columns(const Grid& grid, const Grid& next) {
  if (grid.column_edges.size() < 2 || next.column_edges.size() < 2) return false;
  const std::vector<float> edges = fitted_edges(grid, next);
  if (edges.empty()) return false;
  const float slack = tolerance(grid, next);
  if (grid.columns == next.columns) return all_within(edges, grid.column_edges, slack);
  return next.columns < grid.columns ? all_within(edges, grid.column_edges, slack)
                                     : all_within(grid.column_edges, edges, slack);
}

void unite_columns(Grid& grid, Grid& next) {
  const std::vector<float> edges = fitted_edges(grid, next);
  const float slack = tolerance(grid, next);
  std::vector<float> all = grid.column_edges;
  for (const float x : edges) {
    if (std::abs(grid.column_edges[nearest_index(grid.column_edges, x)] - x) > slack) {
      all.push_back(x);
    }
  }
  std::sort(all.begin(), all.end());
  const auto remap = [&](Grid& part, const std::vector<float>& own) {
    for (GridCell& cell : part.cells) {
      const auto end = static_cast<std::size_t>(cell.column + cell.column_span);
      const auto first = nearest_index(all, own[static_cast<std::size_t>(cell.column)]);
      const auto last = nearest_index(all, own[end]);
      cell.column = static_cast<int>(first);
      cell.column_span = std::max(1, static_cast<int>(last - first));
    }
    part.columns = static_cast<int>(all.size()) - 1;
  };
  const std::vector<float> own = grid.column_edges;
  remap(next, edges);
  remap(grid, own);
  grid.column_edges = all;
  next.column_edges = all;
}

std::optional<PrintFit> fit_print(const Grid& grid, const Grid& next) {
  if (next.edges_drawn || grid.columns == 0 || next.columns == 0) return {};
  const std::vector<Extent> above = extents_of(grid);
  const std::vector<Extent> below = extents_of(next);
  if (above.empty() || below.empty()) return {};
  std::vector<Span> spans;
  for (std::size_t c = 0; c < above.size(); ++c) {
    if (above[c].empty()) return {};
    spans.push_back({above[c], 0, static_cast<int>(c)});
  }
  for (std::size_t c = 0; c < below.size(); ++c) {
    if (below[c].empty()) return {};
    spans.push_back({below[c], 1, static_cast<int>(c)});
  }
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return a.at.x0 < b.at.x0; });
  PrintFit fit;
  std::vector<Extent> columns;
  int last[2] = {-1, -1};
  int shared = 0;
  for (const Span& span : spans) {
    const bool opens = columns.empty() || span.at.x0 > columns.back().x1 - kTouch;
    if (opens) columns.push_back(span.at);
    columns.back().x1 = std::max(columns.back().x1, span.at.x1);
    const int column = static_cast<int>(columns.size()) - 1;
    if (last[span.part] == column) return {};
    last[span.part] = column;
    if (last[0] == last[1]) ++shared;
    (span.part == 0 ? fit.grid : fit.next).push_back(column);
  }
  const int fewer = std::min(grid.columns, next.columns);
  if (fewer < 2 || static_cast<float>(shared) < kShared * static_cast<float>(fewer)) return {};
  // A drawn table has all its columns.
  if (grid.edges_drawn && static_cast<int>(columns.size()) != grid.columns) return {};
  if (static_cast<int>(columns.size()) == grid.columns) {
    fit.edges = grid.column_edges;
    return fit;
  }
  fit.edges.push_back(std::min(grid.column_edges.front(), next.column_edges.front()));
  for (std::size_t c = 0; c + 1 < columns.size(); ++c) {
    fit.edges.push_back((columns[c].x1 + columns[c + 1].x0) / 2);
  }
  fit.edges.push_back(std::max(grid.column_edges.back(), next.column_edges.back()));
  return fit;
}

void spread_columns(Grid& part, const std::vector<int>& columns, const std::vector<float>& edges) {
  const int count = static_cast<int>(edges.size()) - 1;
  part.column_edges = edges;
  if (part.columns == count) return;
  part.columns = count;
  std::vector<char> covered(static_cast<std::size_t>(part.rows * count), 0);
  std::vector<const GridCell*> first(static_cast<std::size_t>(part.rows), nullptr);
  for (GridCell& cell : part.cells) {
    const int end = columns[static_cast<std::size_t>(cell.column + cell.column_span - 1)] + 1;
    cell.column = columns[static_cast<std::size_t>(cell.column)];
    cell.column_span = end - cell.column;
    for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
      for (int c = cell.column; c < end; ++c) covered[static_cast<std::size_t>(r * count + c)] = 1;
    }
    if (first[static_cast<std::size_t>(cell.row)] == nullptr) {
      first[static_cast<std::size_t>(cell.row)] = &cell;
    }
  }
  std::vector<GridCell> added;
  for (int r = 0; r < part.rows; ++r) {
    for (int c = 0; c < count; ++c) {
      if (covered[static_cast<std::size_t>(r * count + c)]) continue;
      GridCell cell;
      cell.row = r;
      cell.column = c;
      if (const GridCell* beside = first[static_cast<std::size_t>(r)]) {
        cell.at = beside->at;
        for (Box& box : cell.at.boxes) {
          box.x0 = edges[static_cast<std::size_t>(c)];
          box.x1 = edges[static_cast<std::size_t>(c) + 1];
        }
      }
      added.push_back(std::move(cell));
    }
  }
  std::move(added.begin(), added.end(), std::back_inserter(part.cells));
  std::sort(part.cells.begin(), part.cells.end(), [](const GridCell& a, const GridCell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  });
}

}  // namespace gouji
