// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows are the parts of a total is not printed. Every reading that wording, codes, marks,
// indentation or position allow is offered; the caller takes the one that the figures bear out.
#include "check/table_readings.h"

#include <algorithm>
#include <set>
#include <utility>

namespace gouji {

namespace {

/// Columns in which nesting by sums is tried; more say the same.
constexpr std::size_t kNestingColumns = 3;
/// A list longer than this is not searched for nesting: the search is quadratic at worst.
constexpr std::size_t kLongestNesting = 400;

template <class Keep>
Rows kept(const Rows& rows, Keep keep) {
  Rows out;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(out),
               [&](const ModelRow* row) { return keep(*row); });
  return out;
}

Rows joined(const Rows& a, const Rows& b) {
  Rows out = a;
  out.insert(out.end(), b.begin(), b.end());
  return out;
}

int lowest_mark(const Rows& rows) {
  int depth = -1;
  for (const ModelRow* row : rows)
    if (row->mark.depth >= 0 && (depth < 0 || row->mark.depth < depth)) depth = row->mark.depth;
  return depth;
}

/// -1 where there are fewer than two indents.
float lowest_indent(const Rows& rows) {
  float low = -1, high = -1;
  for (const ModelRow* row : rows) {
    if (row->indent < 0) continue;
    low = low < 0 ? row->indent : std::min(low, row->indent);
    high = std::max(high, row->indent);
  }
  return low < high ? low : -1;
}

/// 一、 二、 三、 … without a gap.
bool in_order(const Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i]->mark.ordinal != static_cast<int>(i) + 1) return false;
  return rows.size() > 1;
}

class Selections {
 public:
  /// `whole`: the stretch is the whole table but for the total at its end.
  Selections(const TableWords& words, const Rows& stretch, bool whole)
      : words_(words),
        whole_(whole),
        rows_(stretch),
        plain_(kept(stretch, [](const ModelRow& row) { return !row.part_only; })),
        leaves_(kept(plain_, [](const ModelRow& row) { return row.rank == 0; })) {}

  std::vector<RowReading> all() {
    by_code();
    by_mark();
    by_indent();
    plain_lists();
    by_totals();
    for (const std::size_t size : {2, 3})
      if (leaves_.size() > size)
        add({leaves_.begin(), leaves_.begin() + static_cast<std::ptrdiff_t>(size)});
    return std::move(out_);
  }

 private:
  void add(Rows parts, Certainty certainty = Certainty::none) {
    if (!parts.empty()) out_.push_back({std::move(parts), certainty});
  }
  void by_code();
  void by_mark();
  void by_indent();
  void plain_lists();
  void by_totals();

  /// Carry-overs and nothing else: what is left to add to the total of the year.
  bool are_carry_overs(const Rows& rows) const {
    return !rows.empty() && std::all_of(rows.begin(), rows.end(), [&](const ModelRow* row) {
      return row->mark.depth < 0 && words_.carry_over.in(row->label);
    });
  }

  const TableWords& words_;
  bool whole_;
  const Rows& rows_;
  Rows plain_, leaves_;
  std::vector<RowReading> out_;
};

void Selections::by_code() {
  const Rows codes = kept(leaves_, [](const ModelRow& row) { return !row.code.empty(); });
  if (codes.empty()) return;
  std::size_t shortest = codes.front()->code.size();
  for (const ModelRow* row : codes) shortest = std::min(shortest, row->code.size());
  add(kept(codes, [&](const ModelRow& row) { return row.code.size() == shortest; }),
      codes.size() == leaves_.size() ? Certainty::sure : Certainty::none);
  if (codes.size() < leaves_.size())
    add(kept(leaves_, [](const ModelRow& row) { return row.code.empty(); }));
}

void Selections::by_mark() {
  const Rows listed =
      kept(rows_, [](const ModelRow& row) { return row.mark.depth >= 0 && row.rank == 0; });
  if (std::any_of(listed.begin(), listed.end(),
                  [](const ModelRow* row) { return row->part_only; })) {
    // 其中：1、… 2、… lists all parts.
    int deepest = 0;
    for (const ModelRow* row : listed) deepest = std::max(deepest, row->mark.depth);
    add(kept(listed, [&](const ModelRow& row) { return row.mark.depth == deepest; }));
  }
  const int lowest = lowest_mark(leaves_);
  if (lowest < 0) return;
  const Rows marked = kept(leaves_, [&](const ModelRow& row) { return row.mark.depth == lowest; });
  const bool all_marked = std::all_of(leaves_.begin(), leaves_.end(),
                                      [](const ModelRow* row) { return row->mark.depth >= 0; });
  add(marked, all_marked && in_order(marked) ? Certainty::sure : Certainty::none);
  const auto first = std::find_if(leaves_.begin(), leaves_.end(),
                                  [](const ModelRow* row) { return row->mark.depth >= 0; });
  if (first != leaves_.begin()) add(joined({leaves_.begin(), first}, marked));
  add(kept(leaves_, [](const ModelRow& row) { return row.mark.depth < 0; }));
}

void Selections::by_indent() {
  const float lowest = lowest_indent(leaves_);
  if (lowest < 0) return;
  add(kept(leaves_, [&](const ModelRow& row) { return row.indent == lowest; }));
  add(kept(plain_, [&](const ModelRow& row) { return row.rank > 0 || row.indent == lowest; }));
}

void Selections::plain_lists() {
  const bool flat = leaves_.size() == rows_.size() && lowest_indent(leaves_) < 0 &&
                    std::all_of(leaves_.begin(), leaves_.end(), [](const ModelRow* row) {
                      return row->code.empty() && row->mark.depth < 0 && !row->label.empty();
                    });
  add(leaves_, whole_ && flat && leaves_.size() > 1 ? Certainty::list : Certainty::none);
  Rows behind;
  for (std::size_t i = 0; i < rows_.size(); ++i)
    if ((i == 0 || !rows_[i - 1]->part_only) && !rows_[i]->part_only && rows_[i]->rank == 0)
      behind.push_back(rows_[i]);
  if (behind.size() < leaves_.size()) add(std::move(behind));
}

void Selections::by_totals() {
  const Rows totals = kept(plain_, [](const ModelRow& row) { return row.rank > 0; });
  if (totals.empty()) return;
  add(totals);
  int high = 0;
  for (const ModelRow* row : totals) high = std::max(high, row->rank);
  add(kept(totals, [&](const ModelRow& row) { return row.rank == high; }));
  const auto last = std::find(plain_.begin(), plain_.end(), totals.back());
  const Rows tail(last + 1, plain_.end());
  const Rows one = {totals.back()};
  add(joined(one, tail), whole_ && are_carry_overs(tail) ? Certainty::sure : Certainty::none);
  const int mark = lowest_mark(tail);
  if (mark >= 0) {
    add(joined(one, kept(tail, [](const ModelRow& row) { return row.mark.depth < 0; })));
    add(joined(one, kept(tail, [&](const ModelRow& row) { return row.mark.depth == mark; })));
  }
  const float indent = lowest_indent(tail);
  if (indent >= 0)
    add(joined(one, kept(tail, [&](const ModelRow& row) { return row.indent == indent; })));
  const auto first = std::find(plain_.begin(), plain_.end(), totals.front());
  if (first != plain_.begin()) add(joined({plain_.begin(), first}, totals));
}

/// Rows from `at` outwards up to one of that rank.
Rows until(const Rows& rows, std::size_t at, int step, int rank) {
  Rows out;
  for (auto i = static_cast<std::ptrdiff_t>(at) + step;
       i >= 0 && i < static_cast<std::ptrdiff_t>(rows.size()); i += step) {
    const ModelRow* row = rows[static_cast<std::size_t>(i)];
    if (row->rank >= rank) break;
    out.push_back(row);
  }
  if (step < 0) std::reverse(out.begin(), out.end());
  return out;
}

/// The rows above a marked total that stand under the same outer mark: 三、 | （一） | （二） |
/// （七）总计.
Rows under_same_mark(const Rows& rows, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 &&
         (rows[begin - 1]->mark.depth < 0 || rows[begin - 1]->mark.depth >= rows[at]->mark.depth))
    --begin;
  return {rows.begin() + static_cast<std::ptrdiff_t>(begin),
          rows.begin() + static_cast<std::ptrdiff_t>(at)};
}

/// Stretches of rows that the total may add: in its own group, above it, below it.
std::vector<Rows> stretches(const Rows& rows, std::size_t at) {
  const ModelRow& total = *rows[at];
  std::vector<Rows> out;
  if (total.group_begin >= 0)
    out.push_back(kept(rows, [&](const ModelRow& row) {
      return row.index >= total.group_begin && row.index < total.group_end && &row != &total;
    }));
  if (total.mark.depth >= 0) out.push_back(under_same_mark(rows, at));
  out.push_back(until(rows, at, -1, total.rank));
  out.push_back(until(rows, at, 1, total.rank));
  out.emplace_back(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(at));
  out.emplace_back(rows.begin() + static_cast<std::ptrdiff_t>(at) + 1, rows.end());
  out.push_back(until(rows, at, -1, 1));
  out.push_back(until(rows, at, 1, 1));
  return out;
}

/// 专项转移支付合计 adds the rows that are called 专项转移支付.
Rows named_alike(const TableModel& table, const Rows& rows, std::size_t at) {
  std::string name = rows[at]->bare;
  const Word* word = table.words().total.find(name);
  if (word == nullptr || !name.ends_with(word->text)) return {};
  name.resize(name.size() - word->text.size());
  if (name.empty()) return {};
  return kept(rows, [&](const ModelRow& row) {
    return row.rank == 0 && row.bare == name && row.index < rows[at]->index;
  });
}

/// The last total of a stretch and the outermost rows behind it.
Rows nested_behind_total(const TableModel& table, const Rows& plain, int column) {
  const auto last =
      std::find_if(plain.rbegin(), plain.rend(), [](const ModelRow* row) { return row->rank > 0; });
  if (last == plain.rend()) return {};
  const Rows tops = outermost_by_sums(table, Rows(last.base(), plain.end()), column);
  return tops.empty() ? tops : joined({*last}, tops);
}

/// A total is no part of a lower one, and （七）总计 adds nothing that stands above its own level.
bool holds_higher(const Rows& parts, const ModelRow& total) {
  return std::any_of(parts.begin(), parts.end(), [&](const ModelRow* row) {
    return row->rank > total.rank || (row->mark.depth >= 0 && row->mark.depth < total.mark.depth);
  });
}

}  // namespace

Rows outermost_by_sums(const TableModel& table, const Rows& rows, int column) {
  Rows stack;
  bool nested = false;
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    const TableNumber& figure = table.at((*row)->index, column);
    if (!figure.known()) continue;
    Wide total = 0, slack = figure.half;
    for (std::size_t count = 1; figure.value != 0 && count <= stack.size(); ++count) {
      const TableNumber& part = table.at(stack[stack.size() - count]->index, column);
      total += part.value;
      slack += part.half;
      const Wide off = total < figure.value ? figure.value - total : total - figure.value;
      if (off > slack) continue;
      stack.resize(stack.size() - count);
      nested = true;
      break;
    }
    stack.push_back(*row);
  }
  std::reverse(stack.begin(), stack.end());
  return nested ? stack : Rows();
}

std::vector<RowReading> readings_of(const TableModel& table, const Rows& rows, std::size_t at,
                                    const std::vector<int>& columns) {
  std::vector<RowReading> out;
  std::set<Rows> seen, stretches_seen;
  Rows named = named_alike(table, rows, at);
  if (named.size() > 1) {
    seen.insert(named);
    out.push_back({std::move(named), Certainty::sure});
  }
  for (Rows& stretch : stretches(rows, at)) {
    if (stretch.empty() || !stretches_seen.insert(stretch).second) continue;
    std::vector<RowReading> some =
        Selections(table.words(), stretch,
                   stretch.size() + 1 == rows.size() && (at == 0 || at + 1 == rows.size()))
            .all();
    const Rows plain = kept(stretch, [](const ModelRow& row) { return !row.part_only; });
    for (std::size_t i = 0;
         i < std::min(columns.size(), kNestingColumns) && plain.size() <= kLongestNesting; ++i) {
      Rows tops = outermost_by_sums(table, plain, columns[i]);
      if (tops.size() > 1) some.push_back({std::move(tops)});
      Rows with_total = nested_behind_total(table, plain, columns[i]);
      if (!with_total.empty()) some.push_back({std::move(with_total)});
    }
    for (RowReading& one : some)
      if (!holds_higher(one.parts, *rows[at]) && seen.insert(one.parts).second)
        out.push_back(std::move(one));
  }
  return out;
}

}  // namespace gouji
