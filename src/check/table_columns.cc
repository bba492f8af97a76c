// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of totals. The head says what a column is; which columns it adds is tried, and believed
// when most rows bear it out. Formulas printed in heads (3=1+2, C=A+B) need no trial.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "check/table_finders.h"

namespace gouji {

namespace {

using Columns = std::vector<const ModelColumn*>;

/// Depth in the head at which a column is called a total, from the outermost; -1 = nowhere.
int total_depth(const TableModel& table, const ModelColumn& column) {
  for (std::size_t i = column.path.size(); i-- > 0;)
    if (table.words().rank_of(column.path[i]) > 0) return static_cast<int>(i);
  return -1;
}

bool same_head(const ModelColumn& a, const ModelColumn& b, int depth) {
  const auto size = static_cast<std::size_t>(depth);
  return a.path.size() > size && b.path.size() >= size &&
         std::equal(a.path.begin(), a.path.begin() + depth, b.path.begin());
}

/// The ways in which a total column may be made of others.
class ColumnReadings {
 public:
  ColumnReadings(const TableModel& table, const Columns& columns, const ModelColumn& total)
      : table_(table), columns_(columns), total_(total), depth_(total_depth(table, total)) {}

  /// The first is that of the columns under the same head; those after it are tried when it fails.
  std::vector<Columns> all() const;
  int depth() const { return depth_; }

 private:
  bool same_suffix(const ModelColumn& other) const {
    const bool has_suffix = static_cast<std::size_t>(depth_) + 1 < total_.path.size();
    return !has_suffix || other.leaf() == total_.leaf();
  }
  bool is_total(const ModelColumn& other) const { return total_depth(table_, other) >= 0; }
  Columns siblings() const;
  /// Of columns under one head the 小计 alone, else all of them.
  Columns grouped(const Columns& some, int depth) const;

  const TableModel& table_;
  const Columns& columns_;
  const ModelColumn& total_;
  int depth_;
};

Columns ColumnReadings::siblings() const {
  Columns out;
  const auto at = static_cast<std::size_t>(depth_);
  for (const ModelColumn* one : columns_)
    if (one != &total_ && one->path.size() > at && same_head(total_, *one, depth_) &&
        table_.words().rank_of(one->path[at]) == 0 && same_suffix(*one))
      out.push_back(one);
  return out;
}

Columns ColumnReadings::grouped(const Columns& some, int depth) const {
  Columns out;
  const auto at = static_cast<std::size_t>(depth);
  for (std::size_t i = 0; i < some.size();) {
    std::size_t end = i + 1;
    while (end < some.size() && some[i]->path.size() > at && some[end]->path.size() > at &&
           some[i]->path[at] == some[end]->path[at])
      ++end;
    const auto first = some.begin() + static_cast<std::ptrdiff_t>(i);
    const auto last = some.begin() + static_cast<std::ptrdiff_t>(end);
    const auto total = std::find_if(
        first, last, [&](const ModelColumn* one) { return total_depth(table_, *one) > depth; });
    if (total != last)
      out.push_back(*total);
    else
      out.insert(out.end(), first, last);
    i = end;
  }
  return out;
}

std::vector<Columns> ColumnReadings::all() const {
  const Columns near = siblings();
  Columns after, before, plain_after, plain_before, next, last, totals;
  for (const ModelColumn* one : columns_) {
    if (one == &total_) continue;
    if (is_total(*one)) totals.push_back(one);
    if (!same_suffix(*one)) continue;
    (one->index > total_.index ? after : before).push_back(one);
  }
  const auto plain = [&](const ModelColumn* one) { return !is_total(*one); };
  std::copy_if(after.begin(), after.end(), std::back_inserter(plain_after), plain);
  std::copy_if(before.begin(), before.end(), std::back_inserter(plain_before), plain);
  for (const ModelColumn* one : after) {
    if (is_total(*one)) break;
    next.push_back(one);
  }
  for (auto one = before.rbegin(); one != before.rend() && !is_total(**one); ++one)
    last.insert(last.begin(), *one);
  Columns near_after, near_before;
  for (const ModelColumn* one : near)
    (one->index > total_.index ? near_after : near_before).push_back(one);
  std::vector<Columns> out = {grouped(near, depth_),
                              grouped(after, 0),
                              plain_after,
                              near_after,
                              near_before,
                              next,
                              plain_before,
                              last,
                              totals};
  for (const std::ptrdiff_t size : {2, 3})
    if (static_cast<std::ptrdiff_t>(after.size()) > size)
      out.emplace_back(after.begin(), after.begin() + size);
  return out;
}

/// 减：库存股 is taken off.
int sign_of(const TableModel& table, const ModelColumn& column) {
  const Word* word = table.words().signed_rows.find(column.leaf());
  return word != nullptr && word->attribute("sign") == "-" ? -1 : 1;
}

CellRelations relate(const TableModel& table, const Panel& panel, const ModelColumn& total,
                     const Columns& parts) {
  CellRelations out;
  for (const ModelRow& row : panel.rows) {
    if (!row.filled) continue;
    CellRelation one;
    one.finder = Finder::total_column;
    one.rule = "sum.columns";
    one.total = {row.index, total.index};
    for (const ModelColumn* part : parts)
      one.parts.push_back({row.index, part->index, sign_of(table, *part)});
    if (decide_sum(table, one)) out.push_back(std::move(one));
  }
  return out;
}

void total_column(const TableModel& table, const Panel& panel, const Columns& columns,
                  const ModelColumn& total, CellRelations& out) {
  const ColumnReadings readings(table, columns, total);
  const std::vector<Columns> choices = readings.all();
  // Under a head of its own a total has its parts beside it; else position alone would tell them.
  const bool determined =
      readings.depth() > 0 && !choices.front().empty() && heads_are_certain(table.grid());
  CellRelations best, first;
  int most = -1;
  std::set<Columns> seen;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Columns& parts = choices[i];
    const bool enough =
        parts.size() > 1 || (parts.size() == 1 && columns.size() == 2) || (i == 0 && determined);
    if (parts.empty() || !enough || !seen.insert(parts).second) continue;
    CellRelations some = relate(table, panel, total, parts);
    int telling = 0, held = 0;
    for (const CellRelation& one : some) {
      if (!one.telling) continue;
      ++telling;
      if (one.holds()) ++held;
    }
    if (first.empty()) first = some;
    if (telling == 0 || held == 0 || held * 3 < telling * 2 || held <= most) continue;
    most = held;
    best = std::move(some);
  }
  if (best.empty()) {
    best = std::move(first);
    for (CellRelation& one : best)
      if (one.fails() && !determined) one.status = CellRelation::Status::open;
  }
  std::move(best.begin(), best.end(), std::back_inserter(out));
}

/// A formula of a head: the tokens it adds, with their signs. "C=A+B", "3=1+2", "(3)=(1)+(2)".
struct HeadFormula {
  std::string name;
  std::vector<std::pair<std::string, int>> terms;
};

bool is_token(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

/// A head token at `at`: a letter or one or two digits; "" = none.
std::string token_at(std::string_view text, std::size_t& at) {
  if (at < text.size() && (text[at] == '(' || text[at] == '[')) ++at;
  std::string out;
  while (at < text.size() && is_token(text[at]) && out.size() < 2) out += text[at++];
  const bool letter = out.size() > 1 && (out[0] >= 'A' || out[1] >= 'A');
  if (letter) return {};
  if (at < text.size() && (text[at] == ')' || text[at] == ']')) ++at;
  return out;
}

HeadFormula formula_of(std::string_view text) {
  HeadFormula out;
  std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return out;
  std::size_t begin = equals;
  while (begin > 0 &&
         (is_token(text[begin - 1]) || text[begin - 1] == ')' || text[begin - 1] == '('))
    --begin;
  std::size_t at = begin;
  if (begin < equals) out.name = token_at(text.substr(0, equals), at);
  at = equals + 1;
  int sign = 1;
  while (at < text.size()) {
    std::string token = token_at(text, at);
    if (token.empty()) break;
    out.terms.emplace_back(std::move(token), sign);
    if (at >= text.size() || (text[at] != '+' && text[at] != '-')) break;
    sign = text[at++] == '-' ? -1 : 1;
  }
  const bool closed = at >= text.size() || text[at] == ')' || text[at] == ']';
  if (out.terms.size() < 2 || !closed) out.terms.clear();
  return out;
}

/// What heads call columns by a letter or number, and the formulas among them.
struct HeadNames {
  std::map<std::string, int> columns;
  std::vector<std::pair<int, HeadFormula>> formulas;
};

HeadNames names_of(const TableModel& table) {
  HeadNames out;
  for (const ModelColumn& column : table.columns()) {
    std::vector<std::string> texts = column.path;
    if (table.numbering_row() >= 0)
      texts.push_back(table.own_text(table.numbering_row(), column.index));
    for (const std::string& text : texts) {
      std::size_t at = 0;
      const std::string token = token_at(text, at);
      if (!token.empty() && (at == text.size() || text[at] == '='))
        out.columns.emplace(token, column.index);
      HeadFormula formula = formula_of(text);
      if (!formula.terms.empty()) out.formulas.emplace_back(column.index, std::move(formula));
    }
  }
  return out;
}

}  // namespace

void find_total_columns(const TableModel& table, CellRelations& out) {
  for (const Panel& panel : table.panels()) {
    Columns columns;
    for (const int c : panel.numbers)
      if (table.column(c).summable) columns.push_back(&table.column(c));
    for (const ModelColumn* one : columns)
      if (total_depth(table, *one) >= 0) total_column(table, panel, columns, *one, out);
  }
}

void find_head_formulas(const TableModel& table, CellRelations& out) {
  const HeadNames names = names_of(table);
  for (const auto& [total, formula] : names.formulas) {
    std::vector<std::pair<int, int>> terms;
    for (const auto& [name, sign] : formula.terms) {
      const auto column = names.columns.find(name);
      if (column != names.columns.end()) terms.emplace_back(column->second, sign);
    }
    if (terms.size() != formula.terms.size()) continue;
    for (const Panel& panel : table.panels()) {
      for (const ModelRow& row : panel.rows) {
        CellRelation one;
        one.finder = Finder::head_formula;
        one.rule = "sum.columns";
        one.total = {row.index, total};
        for (const auto& [column, sign] : terms) one.parts.push_back({row.index, column, sign});
        const bool inside =
            std::find(panel.numbers.begin(), panel.numbers.end(), total) != panel.numbers.end();
        if (inside && decide_sum(table, one)) out.push_back(std::move(one));
      }
    }
  }
}

}  // namespace gouji
