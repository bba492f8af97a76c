// SPDX-License-Identifier: GPL-3.0-or-later
// Method: rulings that hang together by crossings make a lattice (geometry/lattice.h); a lattice of
// two columns or more is a table. Each ink goes to the cell at its middle, so that print which
// touches a border stays whole; print that runs over a border without a gap (a long name in a sheet
// cell) goes to the cell it began in.
#include "layout/page_areas.h"

#include <algorithm>

#include "geometry/cluster.h"

namespace gouji {

namespace {

/// Print of two neighbouring cells is this far apart at least, ems (cell padding of a sheet at its
/// narrowest); letters of one text touch.
constexpr float kCellGap = 0.05F;

/// A text that overflows begins within this distance behind the left border of its own cell, ems.
constexpr float kNearBorder = 1.5F;

/// A single vertical ruling parts columns only if it runs through this share of the height.
constexpr float kFullHeight = 0.6F;

/// Rulings of this share of the table's extent run through.
constexpr float kThrough = 0.9F;
/// Height of an open table with few rulings, and width of its outer columns, points.
constexpr float kLeastHeight = 24;
constexpr float kLeastColumn = 12;
/// A single row that stands open at the head or foot of a page, between so many vertical rulings.
constexpr float kLeastRow = 8;
constexpr std::size_t kRulingsOfARow = 4;

/// Slack around an area for the middle of print, points.
constexpr float kAreaSlack = 0.5F;

/// What of one direction a set of rulings has.
struct Rules {
  std::size_t positions = 0;
  float total = 0, shortest = 1e6F;  ///< lengths
};

Rules rules_of(const std::vector<Ruling>& rulings, bool horizontal) {
  std::vector<WeightedPosition> positions;
  Rules rules;
  for (const Ruling& ruling : rulings) {
    if (ruling.horizontal != horizontal) continue;
    positions.push_back({ruling.position, 1});
    rules.total += ruling.length();
    rules.shortest = std::min(rules.shortest, ruling.length());
  }
  rules.positions = cluster_positions(std::move(positions), kCrossingTolerance).size();
  return rules;
}

/// Two rulings in each direction close cells. With fewer, the few must run through: column rules
/// of equal length between a head and a foot rule, or below or above a single one (the part of a
/// table on a page where it does not begin or end).
bool is_table(const std::vector<Ruling>& rulings, const Lattice& lattice) {
  if (lattice.columns() < 2) return false;
  const Rules across = rules_of(rulings, true);
  const Rules down = rules_of(rulings, false);
  if (across.positions >= 2 && down.positions >= 2) return true;
  const float height = lattice.box().height();
  if (across.positions >= 3 && down.positions == 1) return down.total >= kFullHeight * height;
  const bool row = across.positions == 1 && down.positions >= kRulingsOfARow;
  const bool run_through =
      down.shortest >= kThrough * height && height >= (row ? kLeastRow : kLeastHeight);
  const bool open_sides = across.shortest >= kThrough * lattice.box().width() &&
                          lattice.xs[1] - lattice.xs[0] >= kLeastColumn &&
                          lattice.xs.back() - lattice.xs[lattice.xs.size() - 2] >= kLeastColumn;
  if (across.positions == 2 && down.positions == 1) return run_through && open_sides;
  return across.positions == 1 && down.positions >= 2 && run_through && open_sides;
}

bool inside(const Box& inner, const Box& outer) {
  return inner.x0 >= outer.x0 - kCrossingTolerance && inner.x1 <= outer.x1 + kCrossingTolerance &&
         inner.y0 >= outer.y0 - kCrossingTolerance && inner.y1 <= outer.y1 + kCrossingTolerance;
}

/// Which area a point stands in: areas by top edge, few on a page.
int area_at(const std::vector<TableArea>& areas, float x, float y) {
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (areas[i].holds(x, y)) return static_cast<int>(i);
  }
  return -1;
}

struct Spot {
  int area = -1, cell = -1;
  bool operator==(const Spot&) const = default;
};

class Sorter {
 public:
  Sorter(const PieceSet& set, std::vector<TableArea>& areas) : set_(set), areas_(areas) {}

  void sort(Piece piece) {
    const Spot first = spot(piece, piece.begin);
    if (spot(piece, piece.end - 1) == first || uncut(piece)) {
      put(piece, first == spot(piece, piece.end - 1) ? first : owner(piece));
      return;
    }
    for (std::uint32_t i = piece.begin + 1; i < piece.end; ++i) {
      if (spot(piece, i) == spot(piece, i - 1) || !gap_before(piece, i)) continue;
      Piece right = cut_piece(piece, i, set_);
      put(piece, owner(piece));
      piece = right;
    }
    put(piece, owner(piece));
  }

  std::vector<Piece> take_rest() { return std::move(rest_); }

 private:
  Spot spot(const Piece& piece, std::uint32_t i) const {
    const Ink& ink = set_.inks[i];
    const float x = (ink.x0 + ink.x1) / 2;
    const int area = area_at(areas_, x, piece.middle_y());
    if (area < 0) return {};
    return {area, areas_[static_cast<std::size_t>(area)].cell_at(x, piece.middle_y())};
  }

  bool gap_before(const Piece& piece, std::uint32_t i) const {
    return set_.inks[i].blank_before ||
           set_.inks[i].x0 - set_.inks[i - 1].x1 >= kCellGap * piece.size;
  }

  bool uncut(const Piece& piece) const {
    for (std::uint32_t i = piece.begin + 1; i < piece.end; ++i) {
      if (gap_before(piece, i) && spot(piece, i) != spot(piece, i - 1)) return false;
    }
    return true;
  }

  /// The cell of print without a gap: where it begins, if that is near a border, else where most
  /// of it stands.
  Spot owner(const Piece& piece) const {
    const Spot first = spot(piece, piece.begin);
    if (first == spot(piece, piece.end - 1)) return first;
    if (first.area >= 0) {
      const TableArea& area = areas_[static_cast<std::size_t>(first.area)];
      const Box cell = area.lattice.box(area.lattice.cells[static_cast<std::size_t>(first.cell)]);
      if (piece.x0 - cell.x0 <= kNearBorder * piece.size) return first;
    }
    std::vector<std::pair<Spot, int>> counts;
    for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
      const Spot here = spot(piece, i);
      auto found = std::find_if(counts.begin(), counts.end(),
                                [&](const auto& entry) { return entry.first == here; });
      if (found == counts.end()) {
        counts.push_back({here, 1});
      } else {
        ++found->second;
      }
    }
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }

  void put(const Piece& piece, Spot spot) {
    if (spot.area < 0) {
      rest_.push_back(piece);
    } else {
      areas_[static_cast<std::size_t>(spot.area)]
          .pieces[static_cast<std::size_t>(spot.cell)]
          .push_back(piece);
    }
  }

  const PieceSet& set_;
  std::vector<TableArea>& areas_;
  std::vector<Piece> rest_;
};

}  // namespace

bool TableArea::holds(float x, float y) const {
  return x >= box.x0 - kAreaSlack && x <= box.x1 + kAreaSlack && y >= box.y0 - kAreaSlack &&
         y <= box.y1 + kAreaSlack;
}

int TableArea::cell_at(float x, float y) const {
  if (lattice.cells.empty()) return -1;
  const int column = interval_index(lattice.xs, std::clamp(x, box.x0, box.x1 - kAreaSlack));
  const int row = interval_index(lattice.ys, std::clamp(y, box.y0, box.y1 - kAreaSlack));
  return squares[static_cast<std::size_t>(row * lattice.columns() + column)];
}

std::vector<TableArea> find_table_areas(const std::vector<Ruling>& rulings,
                                        const std::vector<Crossing>& crossings) {
  std::vector<TableArea> areas;
  for (const auto& group : connected_rulings(rulings.size(), crossings)) {
    TableArea area;
    area.rulings.reserve(group.size());
    for (std::uint32_t i : group) area.rulings.push_back(rulings[i]);
    area.lattice = build_lattice(area.rulings);
    if (!is_table(area.rulings, area.lattice)) continue;
    area.box = area.lattice.box();
    areas.push_back(std::move(area));
  }
  std::sort(areas.begin(), areas.end(), [](const TableArea& a, const TableArea& b) {
    return a.box.width() * a.box.height() > b.box.width() * b.box.height();
  });
  std::vector<TableArea> kept;
  for (TableArea& area : areas) {
    const bool nested = std::any_of(kept.begin(), kept.end(),
                                    [&](const TableArea& k) { return inside(area.box, k.box); });
    if (nested) continue;
    area.squares = cell_of_square(area.lattice);
    area.pieces.resize(area.lattice.cells.size());
    kept.push_back(std::move(area));
  }
  sort_areas(kept);
  return kept;
}

void sort_areas(std::vector<TableArea>& areas) {
  std::sort(areas.begin(), areas.end(), [](const TableArea& a, const TableArea& b) {
    return a.box.y0 != b.box.y0 ? a.box.y0 < b.box.y0 : a.box.x0 < b.box.x0;
  });
}

std::vector<Piece> sort_into_areas(const PieceSet& set, std::vector<Piece> pieces,
                                   std::vector<TableArea>& areas) {
  if (areas.empty()) return pieces;
  Sorter sorter(set, areas);
  for (const Piece& piece : pieces) sorter.sort(piece);
  return sorter.take_rest();
}

}  // namespace gouji
