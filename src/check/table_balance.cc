// SPDX-License-Identifier: GPL-3.0-or-later
// 收入总计 = 支出总计, and 其中 rows as bounds of the row above them.
#include <algorithm>
#include <utility>

#include "check/table_finders.h"

namespace gouji {

namespace {

constexpr int kGrandTotal = 3;

/// A label without what tells the sides apart: 收入总计 and 支出总计 are 总计.
std::string without_side(const TableModel& table, const ModelRow& row) {
  std::string out = row.bare;
  while (const Word* word = table.words().side.find(out)) {
    const std::size_t at = out.find(word->text);
    out.erase(at, word->text.size());
  }
  return out;
}

struct Pair {
  const ModelRow* left;
  const ModelRow* right;
};

bool balanced(const TableModel& table, const Panel& left, const Panel& right, Pair& found) {
  bool any = false;
  std::size_t j = 0;
  for (const ModelRow& a : left.rows) {
    while (j < right.rows.size() && right.rows[j].index < a.index) ++j;
    if (j == right.rows.size()) break;
    const ModelRow& b = right.rows[j];
    if (a.index != b.index || a.rank < 2 || b.rank < 2) continue;
    if (without_side(table, a) != without_side(table, b)) continue;
    found = {&a, &b};
    any = true;
  }
  return any;
}

bool filled_below(const Panel& panel, int row) {
  return std::any_of(panel.rows.begin(), panel.rows.end(),
                     [&](const ModelRow& one) { return one.index > row && one.filled; });
}

/// 合计 alone is the end of its side; 本年收入合计 may stand before what was carried over.
bool ends_its_side(const TableModel& table, const ModelRow& total) {
  const std::string name = without_side(table, total);
  const Word* word = table.words().total.find(name);
  return total.rank >= kGrandTotal || (word != nullptr && word->text == name);
}

bool has_total_column(const TableModel& table, const Panel& panel) {
  return std::any_of(panel.numbers.begin(), panel.numbers.end(),
                     [&](int c) { return table.words().rank_of(table.column(c).leaf()) > 0; });
}

}  // namespace

void find_balances(const TableModel& table, CellRelations& out) {
  if (table.panels().size() != 2) return;
  const Panel& left = table.panels()[0];
  const Panel& right = table.panels()[1];
  Pair pair{};
  if (!balanced(table, left, right, pair)) return;
  if (pair.left->rank < kGrandTotal &&
      (filled_below(left, pair.left->index) || filled_below(right, pair.left->index)))
    return;
  const auto add = [&](int a, int b) {
    CellRelation one;
    one.finder = Finder::balance;
    one.rule = "balance";
    one.total = {pair.left->index, a};
    one.parts = {{pair.right->index, b}};
    if (!decide_sum(table, one)) return;
    if (one.fails() && !ends_its_side(table, *pair.left)) {
      one.status = CellRelation::Status::open;
      one.reason = "missing_operand";
    }
    out.push_back(std::move(one));
  };
  bool by_head = false;
  if (left.numbers.size() == right.numbers.size() && !has_total_column(table, left) &&
      !has_total_column(table, right)) {
    for (std::size_t i = 0; i < left.numbers.size(); ++i) {
      const ModelColumn& a = table.column(left.numbers[i]);
      const ModelColumn& b = table.column(right.numbers[i]);
      if (a.leaf() != b.leaf() || !a.summable || !b.summable) continue;
      add(a.index, b.index);
      by_head = true;
    }
  }
  if (!by_head) add(left.numbers.front(), right.numbers.front());
}

void find_part_rows(const TableModel& table, CellRelations& out) {
  if (table.grid().unit && !table.words().money.in(*table.grid().unit)) return;
  if (!table.grid().unit) return;
  for (const Panel& panel : table.panels()) {
    if (panel.signed_rows) continue;
    const ModelRow* whole = nullptr;
    for (const ModelRow& row : panel.rows) {
      if (!row.part_only) {
        whole = &row;
        continue;
      }
      const bool listed = row.listed_below || row.label.starts_with("#");
      if (whole == nullptr || whole->label.empty() || listed) continue;
      for (const int c : table.sum_columns(panel)) {
        const TableNumber& of = table.at(whole->index, c);
        const TableNumber& part = table.at(row.index, c);
        if (!of.known() || !part.known() || of.value < 0 || part.value < 0) continue;
        CellRelation one;
        one.finder = Finder::bound;
        one.rule = "sum.bound";
        one.wording = "part";
        one.comparison = Comparison::at_most;
        one.total = {row.index, c};
        one.parts = {{whole->index, c}};
        if (decide_sum(table, one)) out.push_back(std::move(one));
      }
      whole = nullptr;
    }
  }
}

}  // namespace gouji
