// SPDX-License-Identifier: GPL-3.0-or-later
// Rows above others by indentation, or by marks (一、 above （一） above 1.). Both are conventions
// that a table may or may not follow: they are believed where most of their sums hold.
#include <algorithm>
#include <map>
#include <utility>

#include "check/table_finders.h"
#include "check/table_readings.h"

namespace gouji {

namespace {

/// Share of the telling sums that must hold before those that do not are faults.
constexpr int kBelievedTenths = 6;
/// A depth that fewer rows have was set by hand and says nothing: at least 3, and 2% of the rows.
constexpr int kRegularRows = 3;
constexpr int kRegularShare = 50;
constexpr std::size_t kShortTable = 20;  // rows: all of its depths count
constexpr std::size_t kNestingColumns = 3;
/// A list in which so many rows of one depth have rows below them, and at most a tenth has none.
constexpr int kManyClasses = 10;

using Depth = float (*)(const ModelRow& row);

float by_indent(const ModelRow& row) {
  return row.indent;
}
float by_mark(const ModelRow& row) {
  return static_cast<float>(row.mark.depth);
}

/// The rows below rows[at] that are deeper; a total ends them.
Rows block_below(const Rows& rows, std::size_t at, Depth depth) {
  Rows block;
  const float own = depth(*rows[at]);
  for (std::size_t i = at + 1; i < rows.size(); ++i) {
    const float other = depth(*rows[i]);
    if (rows[i]->rank > 0 || (other >= 0 && other <= own)) break;
    block.push_back(rows[i]);
  }
  return block;
}

bool has_part_only(const Rows& block) {
  return std::any_of(block.begin(), block.end(),
                     [](const ModelRow* row) { return row->part_only; });
}

/// Rows of a block that no row before them in it encloses.
Rows direct_children(const Rows& block) {
  Rows children;
  std::vector<float> stack;
  for (const ModelRow* row : block) {
    while (!stack.empty() && stack.back() >= row->indent) stack.pop_back();
    if (stack.empty()) children.push_back(row);
    stack.push_back(row->indent);
  }
  return children;
}

CellRelations relate(const TableModel& table, Finder finder, const ModelRow& parent,
                     const Rows& parts, const std::vector<int>& columns) {
  CellRelations out;
  for (const int c : columns) {
    CellRelation one;
    one.finder = finder;
    one.total = {parent.index, c};
    for (const ModelRow* part : parts) one.parts.push_back({part->index, c});
    if (decide_sum(table, one)) out.push_back(std::move(one));
  }
  return out;
}

std::vector<Rows> indented_readings(const TableModel& table, const Rows& block,
                                    const std::vector<int>& columns) {
  Rows known;
  float lowest = -1;
  for (const ModelRow* row : block) {
    if (row->indent < 0) continue;
    known.push_back(row);
    lowest = lowest < 0 ? row->indent : std::min(lowest, row->indent);
  }
  if (known.empty()) return {};
  Rows outer;
  for (const ModelRow* row : known)
    if (row->indent == lowest) outer.push_back(row);
  std::vector<Rows> out = {direct_children(known), std::move(outer), known};
  for (std::size_t i = 0; i < std::min(columns.size(), kNestingColumns); ++i) {
    Rows tops = outermost_by_sums(table, known, columns[i]);
    if (!tops.empty()) out.push_back(std::move(tops));
  }
  return out;
}

/// Relations of a convention: open unless most of them hold.
void keep_believed(CellRelations& some, CellRelations& out) {
  int telling = 0, held = 0;
  for (const CellRelation& one : some) {
    if (!one.telling) continue;
    ++telling;
    if (one.holds()) ++held;
  }
  const bool believed = held * 10 >= telling * kBelievedTenths;
  for (CellRelation& one : some) {
    if (!believed && one.fails()) one.status = CellRelation::Status::open;
    out.push_back(std::move(one));
  }
}

std::vector<float> regular_depths(const Rows& rows) {
  std::map<float, std::size_t> counts;
  for (const ModelRow* row : rows)
    if (row->indent >= 0) ++counts[row->indent];
  std::vector<float> out;
  for (const auto& [depth, count] : counts)
    if (rows.size() < kShortTable ||
        (count >= kRegularRows && count * kRegularShare >= rows.size()))
      out.push_back(depth);
  return out.size() > 1 || counts.size() > 1 ? out : std::vector<float>();
}

class Nesting {
 public:
  Nesting(const TableModel& table, const Panel& panel)
      : table_(table), columns_(table.sum_columns(panel)) {
    for (const ModelRow& row : panel.rows)
      if (!row.label.empty()) rows_.push_back(&row);
  }

  void find(CellRelations& out) {
    if (columns_.empty()) return;
    CellRelations indented = by_indents();
    keep_believed(indented, out);
    CellRelations marked = by_marks();
    keep_believed(marked, out);
  }

 private:
  bool is_parent(std::size_t at, Depth depth) const {
    const ModelRow& row = *rows_[at];
    return depth(row) >= 0 && row.rank == 0 && !row.part_only && row.code.empty() && row.filled;
  }
  CellRelations by_indents() const;
  CellRelations by_marks() const;
  bool sums_rows_above(std::size_t at) const;
  bool leaves_rows_out(float depth) const;
  void silence_incomplete(CellRelations& some) const;
  void indented_children(std::size_t at, const Rows& block, bool odd, CellRelations& out) const;

  const TableModel& table_;
  std::vector<int> columns_;
  Rows rows_;
};

CellRelations Nesting::by_indents() const {
  CellRelations out;
  const std::vector<float> regular = regular_depths(rows_);
  const auto is_regular = [&](float depth) {
    return std::find(regular.begin(), regular.end(), depth) != regular.end();
  };
  for (std::size_t i = 0; i < rows_.size() && !regular.empty(); ++i) {
    if (!is_parent(i, by_indent) || !is_regular(rows_[i]->indent)) continue;
    const Rows block = block_below(rows_, i, by_indent);
    if (block.empty() || has_part_only(block)) continue;
    const bool odd = std::any_of(block.begin(), block.end(), [&](const ModelRow* row) {
      return row->indent >= 0 && !is_regular(row->indent);
    });
    indented_children(i, block, odd, out);
  }
  silence_incomplete(out);
  return out;
}

void Nesting::silence_incomplete(CellRelations& some) const {
  std::map<float, bool> incomplete;
  for (CellRelation& one : some) {
    if (!one.fails() || one.gap < 0) continue;
    const auto row = std::find_if(rows_.begin(), rows_.end(), [&](const ModelRow* other) {
      return other->index == one.total.row;
    });
    const float depth = (*row)->indent;
    const auto [at, is_new] = incomplete.try_emplace(depth, false);
    if (is_new) at->second = leaves_rows_out(depth);
    if (!at->second) continue;
    one.status = CellRelation::Status::open;
    one.reason = "open_list";
  }
}

void Nesting::indented_children(std::size_t at, const Rows& block, bool odd,
                                CellRelations& out) const {
  CellRelations best;
  int most = -1;
  for (const Rows& parts : indented_readings(table_, block, columns_)) {
    CellRelations way = relate(table_, Finder::indent, *rows_[at], parts, columns_);
    const auto held = static_cast<int>(
        std::count_if(way.begin(), way.end(), [](const CellRelation& one) { return one.holds(); }));
    if (way.empty() || held <= most) continue;
    most = held;
    best = std::move(way);
  }
  const bool total = most == 0 && sums_rows_above(at);
  // One row below another may name a part of it only (White alone, not Hispanic).
  for (CellRelation& one : best)
    if (one.holds() || (!odd && !total && one.parts.size() > 1)) out.push_back(std::move(one));
}

/// A total that no word calls so (全区一般公共预算支出): it adds the rows above at its own depth,
/// and what is indented below it are notes.
bool Nesting::sums_rows_above(std::size_t at) const {
  Rows above;
  for (std::size_t i = 0; i < at; ++i)
    if (rows_[i]->indent == rows_[at]->indent && rows_[i]->rank == 0) above.push_back(rows_[i]);
  const CellRelations sums = relate(table_, Finder::indent, *rows_[at], above, columns_);
  return std::any_of(sums.begin(), sums.end(), [](const CellRelation& one) {
    return one.holds() && one.telling && one.strong;
  });
}

/// Lists that leave out the rows of secret items have classes without any row: nearly every class
/// of such a list shows what it is made of, even if that is one row.
bool Nesting::leaves_rows_out(float depth) const {
  int shown = 0, hollow = 0;
  for (std::size_t i = 0; i + 1 < rows_.size(); ++i) {
    if (rows_[i]->indent != depth || !is_parent(i, by_indent) || rows_[i + 1]->rank > 0) continue;
    ++(rows_[i + 1]->indent > depth ? shown : hollow);
  }
  return hollow > 0 && shown >= kManyClasses && hollow * 10 <= shown;
}

CellRelations Nesting::by_marks() const {
  CellRelations out;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!is_parent(i, by_mark)) continue;
    const Rows block = block_below(rows_, i, by_mark);
    if (block.empty() || has_part_only(block)) continue;
    int lowest = -1;
    for (const ModelRow* row : block)
      if (row->mark.depth >= 0)
        lowest = lowest < 0 ? row->mark.depth : std::min(lowest, row->mark.depth);
    if (lowest >= 0 && block.front()->mark.depth < 0) continue;
    Rows children;
    for (const ModelRow* row : block)
      if (row->mark.depth == lowest) children.push_back(row);
    if (children.size() < 2) continue;
    CellRelations some = relate(table_, Finder::mark, *rows_[i], children, columns_);
    std::move(some.begin(), some.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace

void find_nested_rows(const TableModel& table, CellRelations& out) {
  for (const Panel& panel : table.panels())
    if (!panel.signed_rows) Nesting(table, panel).find(out);
}

}  // namespace gouji
