// SPDX-License-Identifier: GPL-3.0-or-later
// A sum that fails is a fault of the document only if the table was read and is complete. Blanks
// count as nothing where some sum of the table holds with blanks among its parts.
//
// Published lists of a government leave out the rows of secret items: their class is larger than
// the sum of its rows in every column. Where several classes are so, the list is not complete; a
// single one is reported, but not as an error.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "check/table_finders.h"

namespace gouji {

namespace {

using Status = CellRelation::Status;

/// So many classes that lack rows, and the list is not meant to be complete; fewer do where each
/// lacks them in several columns.
constexpr std::size_t kIncomplete = 3;
constexpr int kSurelyIncomplete = 2;
/// Sums of one column that hold, before their blanks tell anything.
constexpr int kManySums = 3;

/// A cross says that a place does not apply: what a total of such a column covers is not certain.
bool has_cross(const TableModel& table, int column) {
  for (int r = 0; r < table.grid().rows; ++r)
    if (table.at(r, column).state == TableNumber::State::cross) return true;
  return false;
}

bool is_broken_at(const TableModel& table, const CellTerm& term) {
  return table.is_remainder(term.row + 1) || table.is_broken_off(term.row - 1, term.column);
}

/// Does one of the operands stand in a row whose numbers are broken off?
bool is_broken(const TableModel& table, const CellRelation& one) {
  if (is_broken_at(table, one.total)) return true;
  return std::any_of(one.parts.begin(), one.parts.end(),
                     [&](const CellTerm& part) { return is_broken_at(table, part); });
}

void leave_open(CellRelation& one, const char* reason) {
  one.status = Status::open;
  one.reason = reason;
}

/// The sums of one parent in all columns, by indices.
using Family = std::vector<std::size_t>;

bool of_family(const CellRelation& one) {
  return one.finder == Finder::code || one.finder == Finder::indent || one.finder == Finder::mark;
}

std::vector<Family> families_of(const CellRelations& all) {
  std::map<std::pair<Finder, int>, Family> by_parent;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (of_family(all[i])) by_parent[{all[i].finder, all[i].total.row}].push_back(i);
  std::vector<Family> out;
  for (auto& [parent, family] : by_parent) out.push_back(std::move(family));
  return out;
}

/// In how many columns the parent is larger than its rows; 0 if it is not so in every column that
/// tells.
int lacking_columns(const CellRelations& all, const Family& family) {
  int fails = 0;
  for (const std::size_t i : family) {
    if (all[i].holds() && all[i].telling) return 0;
    if (!all[i].fails()) continue;
    if (all[i].gap < 0) return 0;
    ++fails;
  }
  return fails;
}

void judge_incomplete(CellRelations& all) {
  std::vector<Family> lacking;
  int sure = 0;  // families in which several columns agree
  for (Family& family : families_of(all)) {
    const int columns = lacking_columns(all, family);
    if (columns > 1) ++sure;
    if (columns > 0) lacking.push_back(std::move(family));
  }
  const bool incomplete = sure >= kSurelyIncomplete || lacking.size() >= kIncomplete;
  for (const Family& family : lacking)
    for (const std::size_t i : family) all[i].at_most = Severity::warning;
  if (!incomplete) return;
  for (CellRelation& one : all)
    if (one.fails() && one.gap > 0 && of_family(one)) leave_open(one, "open_list");
}

/// Columns in which blanks are known not to mean nothing: many sums hold, none with a blank.
std::set<int> columns_without_blanks(const CellRelations& all) {
  std::map<int, std::pair<int, int>> counts;  // held without and with blanks
  for (const CellRelation& one : all) {
    if (!one.holds() || !one.telling || one.finder == Finder::total_column) continue;
    auto& [without, with] = counts[one.total.column];
    ++(one.blanks > 0 ? with : without);
  }
  std::set<int> out;
  for (const auto& [column, count] : counts)
    if (count.second == 0 && count.first >= kManySums) out.insert(column);
  return out;
}

}  // namespace

void judge_failures(const TableModel& table, CellRelations& all) {
  const bool blank_is_none = std::any_of(all.begin(), all.end(), [](const CellRelation& one) {
    return one.holds() && one.blanks > 0;
  });
  const std::set<int> blanks_unknown = columns_without_blanks(all);
  for (CellRelation& one : all) {
    if (!one.fails()) continue;
    const bool none = blank_is_none && !blanks_unknown.contains(one.total.column);
    if (has_cross(table, one.total.column))
      leave_open(one, "words");
    else if (one.blanks > 0 && !none)
      leave_open(one, "blank");
    else if (is_broken(table, one))
      leave_open(one, "doubtful_table");
  }
  judge_incomplete(all);
}

}  // namespace gouji
