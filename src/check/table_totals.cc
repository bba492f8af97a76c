// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of totals. The reading that most columns bear out is taken, and the columns in which it does
// not hold are faults. Where no reading holds anywhere, only one that codes, marks or a plain list
// make certain counts; else nothing is claimed.
#include <algorithm>
#include <utility>

#include "check/table_finders.h"
#include "check/table_readings.h"

namespace gouji {

namespace {

/// Each total looks at all rows above it. Beyond so many rows in all, totals but the last one look
/// no farther than this, and nothing is said of those that do not hold there.
constexpr std::size_t kMostRowsSeen = 4'000'000;
constexpr std::size_t kFarthestPart = 1000;

/// How well the figures bear a reading out.
struct Score {
  int strong = 0;  ///< sums of several parts that hold: no accident
  int held = 0;
  int failed = 0;
  bool of_totals = false;  ///< adds a lower total: 总计 = 本年收入合计 + 上年结转
  bool better_than(const Score& other) const {
    if (held != other.held) return held > other.held;
    if (failed != other.failed) return failed < other.failed;
    if (of_totals != other.of_totals) return of_totals;
    return strong > other.strong;
  }
};

CellRelations relate(const TableModel& table, const ModelRow& total, const Rows& parts,
                     const std::vector<int>& columns) {
  CellRelations out;
  for (const int c : columns) {
    CellRelation one;
    one.finder = Finder::total_row;
    one.total = {total.index, c};
    for (const ModelRow* part : parts) one.parts.push_back({part->index, c});
    if (decide_sum(table, one)) out.push_back(std::move(one));
  }
  return out;
}

Score score_of(const CellRelations& relations) {
  Score score;
  for (const CellRelation& one : relations) {
    if (one.holds() && one.telling) {
      ++score.held;
      if (one.strong) ++score.strong;
    }
    if (one.fails()) ++score.failed;
  }
  return score;
}

bool adds_lower_total(const ModelRow& total, const Rows& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](const ModelRow* part) {
    return part->rank > 0 && part->rank < total.rank;
  });
}

void leave_open(CellRelations& relations) {
  for (CellRelation& one : relations)
    if (one.fails()) one.status = CellRelation::Status::open;
}

struct Choice {
  CellRelations relations;
  Score score;
  Certainty certainty = Certainty::none;
};

/// The stated total is larger than its parts in every column: rows may be left out.
bool always_larger(const CellRelations& relations) {
  return std::all_of(relations.begin(), relations.end(),
                     [&](const CellRelation& one) { return !one.fails() || one.gap > 0; });
}

/// No column holds. What the failures are then: faults, or a list that is not complete, or rows
/// that are nested without a sign of it.
void judge_unheld(Choice& choice, bool last_row) {
  if (choice.certainty == Certainty::sure) return;
  const bool larger = always_larger(choice.relations);
  if (choice.certainty == Certainty::none || (larger && !last_row)) {
    leave_open(choice.relations);
    for (CellRelation& one : choice.relations)
      if (choice.certainty != Certainty::none) one.reason = "open_list";
    return;
  }
  if (choice.score.failed > 1)
    for (CellRelation& one : choice.relations) one.at_most = Severity::warning;
}

/// `cut`: rows in front of the first one were left out.
void add_best(const TableModel& table, const Rows& rows, std::size_t at, bool cut,
              const std::vector<int>& columns, CellRelations& out) {
  Choice best, sure;
  bool any = false;
  int certain = 0;
  for (const RowReading& reading : readings_of(table, rows, at, columns)) {
    CellRelations relations = relate(table, *rows[at], reading.parts, columns);
    if (relations.empty()) continue;
    Score score = score_of(relations);
    score.of_totals = adds_lower_total(*rows[at], reading.parts);
    if (reading.certainty != Certainty::none && certain++ == 0)
      sure = {relations, score, reading.certainty};
    if (!any || score.better_than(best.score))
      best = {std::move(relations), score, reading.certainty};
    any = true;
  }
  if (!any) return;
  if (cut && best.score.failed > 0) {
    leave_open(best.relations);
    for (CellRelation& one : best.relations) one.reason = "open_list";
  } else if (best.score.held == 0 && best.score.failed > 0) {
    // Nothing holds: only what is certain says what the parts are.
    if (certain == 1)
      best = std::move(sure);
    else
      best.certainty = Certainty::none;
    judge_unheld(best, at + 1 == rows.size());
  } else if (best.score.failed > best.score.held && best.certainty == Certainty::none) {
    leave_open(best.relations);
  }
  std::move(best.relations.begin(), best.relations.end(), std::back_inserter(out));
}

}  // namespace

void find_total_rows(const TableModel& table, CellRelations& out) {
  for (const Panel& panel : table.panels()) {
    const std::vector<int> columns = table.sum_columns(panel);
    if (columns.empty()) continue;
    Rows rows;
    for (const ModelRow& row : panel.rows)
      if (!row.label.empty() || row.filled) rows.push_back(&row);
    const auto is_total = [](const ModelRow* row) { return row->rank > 0 && row->filled; };
    const auto totals = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), is_total));
    const bool near_only = totals * rows.size() > kMostRowsSeen;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (!is_total(rows[i])) continue;
      if (!near_only || i < kFarthestPart || i + 1 == rows.size()) {
        add_best(table, rows, i, false, columns, out);
      } else {
        const auto end = rows.begin() + static_cast<std::ptrdiff_t>(i) + 1;
        add_best(table, Rows(end - kFarthestPart - 1, end), kFarthestPart, true, columns, out);
      }
    }
  }
}

}  // namespace gouji
