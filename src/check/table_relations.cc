// SPDX-License-Identifier: GPL-3.0-or-later
// The finders of one table in the order of their certainty; what several find is kept once, a
// reading by depth gives way to one by wording or codes.
#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "check/finders.h"
#include "check/table_finders.h"

namespace gouji {

namespace {

using Status = CellRelation::Status;
using Find = void (*)(const TableModel& table, CellRelations& out);

constexpr Find kFinders[] = {
    find_head_formulas, find_code_sums,      find_total_rows,   find_total_columns, find_balances,
    find_nested_rows,   find_change_columns, find_rate_columns, find_part_rows,
};

using Place = std::pair<int, int>;

Place place_of(const CellRelation& one) {
  return {one.total.row, one.total.column};
}

bool by_rows(const CellRelation& one) {
  return one.finder == Finder::code || one.finder == Finder::total_row ||
         one.finder == Finder::indent || one.finder == Finder::mark;
}

bool by_depth(const CellRelation& one) {
  return one.finder == Finder::indent || one.finder == Finder::mark;
}

/// What makes two candidates one relation: the total and its known operands.
struct Key {
  Place total;
  std::string_view rule;
  std::vector<Place> operands;
  bool operator<(const Key& other) const {
    if (total != other.total) return total < other.total;
    if (rule != other.rule) return rule < other.rule;
    return operands < other.operands;
  }
};

Key key_of(const TableModel& table, const CellRelation& one) {
  Key key{place_of(one), one.below.empty() ? std::string_view("sum") : one.rule, {}};
  if (one.comparison != Comparison::equal) key.rule = one.rule;
  for (const auto* terms : {&one.parts, &one.below})
    for (const CellTerm& term : *terms)
      if (table.at(term.row, term.column).state != TableNumber::State::blank)
        key.operands.emplace_back(term.row, term.column);
  std::sort(key.operands.begin(), key.operands.end());
  return key;
}

CellRelations each_once(const TableModel& table, CellRelations found) {
  std::map<Key, std::size_t> seen;
  CellRelations out;
  for (CellRelation& one : found) {
    const auto [at, is_new] = seen.emplace(key_of(table, one), out.size());
    if (is_new) {
      out.push_back(std::move(one));
    } else if (out[at->second].status == Status::open && one.status != Status::open) {
      out[at->second] = std::move(one);
    }
  }
  return out;
}

/// Does a total that holds add a row and its sub-codes side by side? Then the codes are no
/// hierarchy here.
bool added_beside(const CellRelation& code, const CellRelations& all) {
  std::set<int> rows = {code.total.row};
  for (const CellTerm& part : code.parts) rows.insert(part.row);
  return std::any_of(all.begin(), all.end(), [&](const CellRelation& other) {
    if (other.finder != Finder::total_row || !other.holds()) return false;
    std::set<int> theirs;
    for (const CellTerm& part : other.parts) theirs.insert(part.row);
    return std::includes(theirs.begin(), theirs.end(), rows.begin(), rows.end());
  });
}

void leave_to_better(CellRelations& all) {
  std::set<Place> settled, held;
  for (const CellRelation& one : all) {
    if (one.status != Status::open && one.finder != Finder::bound) settled.insert(place_of(one));
    if (one.holds() && by_rows(one)) held.insert(place_of(one));
  }
  std::erase_if(all, [&](const CellRelation& one) {
    if (one.status == Status::open) return settled.contains(place_of(one));
    return one.fails() && by_depth(one) && held.contains(place_of(one));
  });
}

CellRelations relations_in(const TableModel& table) {
  CellRelations found;
  for (const Find find : kFinders) find(table, found);
  CellRelations all = each_once(table, std::move(found));
  leave_to_better(all);
  std::vector<bool> beside(all.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    beside[i] = all[i].finder == Finder::code && all[i].fails() && added_beside(all[i], all);
  std::size_t i = 0;
  std::erase_if(all, [&](const CellRelation&) { return beside[i++]; });
  judge_failures(table, all);
  return all;
}

}  // namespace

void find_table_relations(const CheckInput& input, std::vector<Relation>& out) {
  const TableWords words(input.patterns);
  for (std::size_t i = 0; i < input.tables.grids.size(); ++i) {
    const Grid& grid = input.tables.grids[i];
    if (grid.rows < 1 || grid.columns < 1) continue;
    const TableModel table(input, words, static_cast<int>(i));
    for (const CellRelation& one : relations_in(table))
      out.push_back(relation_of(table, input, one));
  }
}

}  // namespace gouji
