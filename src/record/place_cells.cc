// SPDX-License-Identifier: GPL-3.0-or-later
// Method: dynamic programming over cells and columns. A row that lost or gained an empty cell is
// shifted as a whole behind that place, so one change of the shift is cheap and explains several
// misfits at once; an operator under "unit" or a date under "value" is dear. Costs are tenths of
// one change of shift in a text; they were set so that each kind of shift met in real reports (rows
// two columns to the left, two to the right, one lost cell in the middle, a lost date) has one
// cheapest reading, and hold for vocabularies that are not known: words under a level column cost
// less than any shift that would take the third level away.
#include "record/place_cells.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace gouji {
namespace {

constexpr int kNever = std::numeric_limits<int>::max() / 4;
constexpr int kAbsurd = 40;        ///< an operator where a name should stand
constexpr int kNoThirdLevel = 20;  ///< a row that names no indicator
constexpr int kNoValue = 18;       ///< a row without a target
constexpr int kNoSecondLevel = 5;  ///< a first level without a second
constexpr int kShiftedColumn = 1;  ///< for every column of a shift: the shortest way is meant
constexpr int kShortWord = 4;      ///< code points that a unit of measure may have
constexpr int kLongName = 20;      ///< code points that no name of a level has

int misfit_of_level(const CellTraits& cell, bool own, bool other) {
  if (own) return 0;
  if (other) return 18;
  if (cell.op || cell.deadline || cell.number || cell.mark) return kAbsurd;
  return cell.length > kLongName ? 25 : 12;
}

int misfit_of_name(const CellTraits& cell) {
  if (cell.op || cell.deadline || cell.number) return kAbsurd;
  if (cell.level()) return 25;
  return cell.measure ? 15 : cell.mark ? 10 : 0;
}

int misfit_of_value(const CellTraits& cell) {
  if (cell.op || cell.level()) return kAbsurd;
  return cell.deadline ? 12 : cell.measure ? 10 : 0;
}

int misfit_of_unit(const CellTraits& cell) {
  if (cell.measure) return 0;
  if (cell.mark) return 5;
  if (cell.op || cell.deadline || cell.level()) return kAbsurd;
  if (cell.number) return 30;
  return cell.length <= kShortWord ? 6 : cell.length <= 2 * kShortWord ? 15 : 30;
}

int misfit_of_deadline(const CellTraits& cell) {
  if (cell.deadline) return 0;
  if (cell.mark) return 5;
  if (cell.op || cell.level() || cell.number) return kAbsurd;
  return cell.quantity ? 10 : 22;
}

int misfit(ColumnRole role, const CellTraits& cell) {
  switch (role) {
    case ColumnRole::level1:
      return misfit_of_level(cell, cell.level1, cell.level2);
    case ColumnRole::level2:
      return misfit_of_level(cell, cell.level2, cell.level1);
    case ColumnRole::level3:
      return misfit_of_name(cell);
    case ColumnRole::op:
      return cell.op ? 0 : cell.mark ? 5 : kAbsurd;
    case ColumnRole::value:
      return misfit_of_value(cell);
    case ColumnRole::unit:
      return misfit_of_unit(cell);
    case ColumnRole::deadline:
      return misfit_of_deadline(cell);
    case ColumnRole::actual:
      return cell.op || cell.level() ? 25 : 0;
    case ColumnRole::weight:
    case ColumnRole::score:
      return cell.quantity || cell.mark ? 0 : 30;
    case ColumnRole::reason:
      return cell.op || cell.level() ? 25 : 0;
    case ColumnRole::project:
    case ColumnRole::goal:
      return cell.op || cell.level() || cell.number ? 25 : 0;
    case ColumnRole::budget:
      return cell.quantity || cell.mark ? 0 : 25;
    case ColumnRole::explanation:
    case ColumnRole::other:
      return 3;
    case ColumnRole::section:
      return cell.section ? 0 : 20;
    case ColumnRole::none:
      return 20;
  }
  return kAbsurd;
}

/// The cost of leaving a column without a cell, when the cell before it stands in column `before`.
int skipped(const std::vector<ColumnRole>& roles, int column, int before) {
  switch (roles[static_cast<std::size_t>(column)]) {
    case ColumnRole::level3:
      return kNoThirdLevel;
    case ColumnRole::value:
      return kNoValue;
    case ColumnRole::level2:
      return before >= 0 && roles[static_cast<std::size_t>(before)] == ColumnRole::level1
                 ? kNoSecondLevel
                 : 0;
    default:
      return 0;
  }
}

int skipped_between(const std::vector<ColumnRole>& roles, int before, int after) {
  int cost = 0;
  for (int c = before + 1; c < after; ++c) cost += skipped(roles, c, before);
  return cost;
}

class Placer {
 public:
  Placer(const std::vector<TraitCell>& cells, const std::vector<ColumnRole>& roles, int shift_cost)
      : cells_(cells),
        roles_(roles),
        shift_cost_(shift_cost),
        width_(static_cast<int>(roles.size())) {}

  Placement place() {
    best_.assign(cells_.size() * roles_.size(), kNever);
    from_.assign(best_.size(), -1);
    for (int i = 0; i < count(); ++i)
      for (int c = i; c < width_ - (count() - 1 - i); ++c) relax(i, c);
    return trace();
  }

 private:
  int count() const { return static_cast<int>(cells_.size()); }
  int& best(int cell, int column) {
    return best_[static_cast<std::size_t>(cell) * roles_.size() + static_cast<std::size_t>(column)];
  }
  int& from(int cell, int column) {
    return from_[static_cast<std::size_t>(cell) * roles_.size() + static_cast<std::size_t>(column)];
  }
  int shift(int cell, int column) const {
    return column - cells_[static_cast<std::size_t>(cell)].column;
  }
  int fit(int cell, int column) const {
    return misfit(roles_[static_cast<std::size_t>(column)],
                  cells_[static_cast<std::size_t>(cell)].traits);
  }
  int change(int before, int after) const {
    return before == after ? 0 : shift_cost_ + kShiftedColumn * std::abs(after - before);
  }

  void relax(int cell, int column) {
    if (cell == 0) {
      best(0, column) =
          fit(0, column) + change(0, shift(0, column)) + skipped_between(roles_, -1, column);
      return;
    }
    for (int before = cell - 1; before < column; ++before) {
      if (best(cell - 1, before) >= kNever) continue;
      const int cost = best(cell - 1, before) +
                       change(shift(cell - 1, before), shift(cell, column)) +
                       skipped_between(roles_, before, column);
      if (cost + fit(cell, column) < best(cell, column)) {
        best(cell, column) = cost + fit(cell, column);
        from(cell, column) = before;
      }
    }
  }

  Placement trace() {
    Placement placement;
    int cost = kNever, column = -1;
    for (int c = 0; c < width_; ++c) {
      const int total = best(count() - 1, c) + skipped_between(roles_, c, width_);
      if (best(count() - 1, c) < kNever && total < cost) {
        cost = total;
        column = c;
      }
    }
    placement.columns.resize(cells_.size());
    for (int i = count() - 1; i >= 0; --i) {
      placement.columns[static_cast<std::size_t>(i)] = column;
      placement.worst = std::max(placement.worst, fit(i, column));
      placement.moved = placement.moved || shift(i, column) != 0;
      column = from(i, column);
    }
    return placement;
  }

  const std::vector<TraitCell>& cells_;
  const std::vector<ColumnRole>& roles_;
  int shift_cost_;
  int width_;
  std::vector<int> best_, from_;
};

}  // namespace

Placement place_cells(const std::vector<TraitCell>& cells, const std::vector<ColumnRole>& roles,
                      int shift_cost) {
  Placement stay;
  for (const TraitCell& cell : cells) {
    stay.columns.push_back(cell.column);
    stay.worst =
        std::max(stay.worst, misfit(roles[static_cast<std::size_t>(cell.column)], cell.traits));
  }
  if (cells.empty() || stay.worst == 0) return stay;
  return Placer(cells, roles, shift_cost).place();
}

}  // namespace gouji
