// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of changes (a - b), growth (a / b - 1), completion (a / b) and shares (a / total of a).
// The head says that a column is one of these; of which columns, most of its rows must bear out.
#include <algorithm>
#include <utility>

#include "check/table_finders.h"

namespace gouji {

namespace {

/// Share of the telling rows that must hold, in tenths, and how many of them at least.
constexpr int kBelievedTenths = 8;
constexpr int kFewestRows = 3;
/// In a short table one row that fails is more than two tenths. So many rows with rates of several
/// digits do not hold by accident.
constexpr int kFewestStrong = 2;
constexpr Wide kSeveralDigits = 100;  // units of the last place: 1.23%
constexpr Wide kHundred = 100 * Wide{10000000};
constexpr std::size_t kMostAmounts = 16;  // columns tried as operands of one rate

bool is_amount(const TableModel& table, int index) {
  const ModelColumn& column = table.column(index);
  return !column.rate && !table.words().rate.in(column.leaf());
}

std::string name_of(const ModelColumn& column) {
  std::string out;
  for (const std::string& part : column.path) out += part + "/";
  return out;
}

/// The relations of the candidate that most rows bear out.
class Trial {
 public:
  Trial(const TableModel& table, const Panel& panel) : table_(table), panel_(panel) {}

  /// `build` makes the relation of a row; nothing where it says nothing.
  template <class Build>
  void add(Build build) {
    CellRelations some;
    int telling = 0, held = 0, failed = 0, exact = 0;
    const auto rows = static_cast<int>(panel_.rows.size());
    for (const ModelRow& row : panel_.rows) {
      CellRelation one;
      if (!row.filled || !build(row, one)) continue;
      if (one.telling) {
        ++telling;
        ++(one.holds() ? held : failed);
        if (one.holds() && has_several_digits(one)) ++exact;
        if (failed > 1 && failed * 10 > rows * (10 - kBelievedTenths)) return;
      }
      some.push_back(std::move(one));
    }
    const bool most = telling > 0 && held * 10 >= telling * kBelievedTenths &&
                      held >= std::min(kFewestRows, telling);
    const bool believed = most || (failed == 1 && exact >= kFewestStrong);
    if (!believed || held < held_ || (held == held_ && telling >= telling_ && held_ > 0)) return;
    held_ = held;
    telling_ = telling;
    best_ = std::move(some);
  }
  void take(CellRelations& out) { std::move(best_.begin(), best_.end(), std::back_inserter(out)); }

 private:
  bool has_several_digits(const CellRelation& one) const {
    const TableNumber& stated = table_.at(one.total.row, one.total.column);
    const Wide size = stated.value < 0 ? -stated.value : stated.value;
    const bool whole = size == kHundred;  // 100.00% of anything
    return !whole && size >= stated.half * 2 * kSeveralDigits;
  }

  const TableModel& table_;
  const Panel& panel_;
  CellRelations best_;
  int held_ = 0, telling_ = 0;
};

std::vector<int> amounts_of(const TableModel& table, const Panel& panel) {
  std::vector<int> out;
  for (const int c : panel.numbers)
    if (is_amount(table, c) && out.size() < kMostAmounts) out.push_back(c);
  return out;
}

CellRelation ratio(int row, int rate, CellTerm top, CellTerm base, int offset) {
  CellRelation one;
  one.finder = Finder::rate;
  one.rule = offset != 0 ? "growth" : base.row != row ? "share" : "completion_rate";
  one.total = {row, rate};
  one.parts = {top};
  one.below = {base};
  one.offset = offset;
  return one;
}

bool is_rate(const TableModel& table, int index) {
  const ModelColumn& column = table.column(index);
  return column.rate || table.words().rate.in(name_of(column));
}

void rate_column(const TableModel& table, const Panel& panel, int rate,
                 const std::vector<int>& amounts, CellRelations& out) {
  Trial trial(table, panel);
  for (const int a : amounts) {
    for (const int b : amounts) {
      if (a == b) continue;
      for (const int offset : {0, 1})
        trial.add([&](const ModelRow& row, CellRelation& one) {
          one = ratio(row.index, rate, {row.index, a}, {row.index, b}, offset);
          return decide_ratio(table, one);
        });
    }
    for (const ModelRow& total : panel.rows) {
      if (total.rank == 0 || !table.at(total.index, a).known()) continue;
      trial.add([&](const ModelRow& row, CellRelation& one) {
        if (row.index == total.index) return false;
        one = ratio(row.index, rate, {row.index, a}, {total.index, a}, 0);
        return decide_ratio(table, one);
      });
    }
  }
  const std::size_t begin = out.size();
  trial.take(out);
  // Percent cells under a head that names no rate: only the figures say what they are.
  if (table.words().rate.in(name_of(table.column(rate)))) return;
  for (std::size_t i = begin; i < out.size(); ++i) out[i].at_most = Severity::warning;
}

}  // namespace

void find_change_columns(const TableModel& table, CellRelations& out) {
  for (const Panel& panel : table.panels()) {
    const std::vector<int> amounts = amounts_of(table, panel);
    for (const int change : panel.numbers) {
      const ModelColumn& column = table.column(change);
      const bool rate = column.rate || table.words().change_rate.in(column.leaf());
      if (rate || !table.words().change.in(column.leaf())) continue;
      Trial trial(table, panel);
      for (const int a : amounts)
        for (const int b : amounts) {
          if (a == b || a == change || b == change) continue;
          trial.add([&](const ModelRow& row, CellRelation& one) {
            one.finder = Finder::change;
            one.rule = "difference";
            one.total = {row.index, change};
            one.parts = {{row.index, a, 1}, {row.index, b, -1}};
            return table.at(row.index, a).known() && table.at(row.index, b).known() &&
                   decide_sum(table, one);
          });
        }
      trial.take(out);
    }
  }
}

void find_rate_columns(const TableModel& table, CellRelations& out) {
  for (const Panel& panel : table.panels()) {
    const std::vector<int> amounts = amounts_of(table, panel);
    for (const int rate : panel.numbers) {
      const bool amount = std::find(amounts.begin(), amounts.end(), rate) != amounts.end();
      if (!amount && is_rate(table, rate)) rate_column(table, panel, rate, amounts, out);
    }
  }
}

}  // namespace gouji
