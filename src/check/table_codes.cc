// SPDX-License-Identifier: GPL-3.0-or-later
// A row's children are the rows behind it whose codes it begins, of the shortest length that
// occurs. Rows without a code stand between and say nothing, but a total ends the block. Codes that
// go on in the next group of columns (301 and 303 on the left, 302 on the right) are one list.
#include <algorithm>
#include <set>
#include <string_view>

#include "check/table_finders.h"

namespace gouji {

namespace {

constexpr std::size_t kLongestParent = 5;  // digits of a 款: its children are 项
constexpr std::size_t kPartDigits = 2;     // by which a code is longer than that of its parent

struct Coded {
  const Panel* panel;
  const ModelRow* row;
};

using Run = std::vector<Coded>;

void add_rows(const Panel& panel, Run& run) {
  for (const ModelRow& row : panel.rows) run.push_back({&panel, &row});
}

std::vector<Run> runs_of(const TableModel& table) {
  std::vector<const Panel*> panels;
  bool equal = true;
  for (const Panel& panel : table.panels()) {
    const auto codes = std::count_if(panel.rows.begin(), panel.rows.end(),
                                     [](const ModelRow& row) { return !row.code.empty(); });
    if (codes < 2) continue;
    equal = equal && (panels.empty() || panels[0]->numbers.size() == panel.numbers.size());
    panels.push_back(&panel);
  }
  std::vector<Run> runs;
  for (const Panel* panel : panels) {
    if (runs.empty() || !equal) runs.emplace_back();
    add_rows(*panel, runs.back());
  }
  return runs;
}

/// The children of run[at].
Run children_of(const Run& run, std::size_t at) {
  const std::string& parent = run[at].row->code;
  Run block;
  std::size_t shortest = 0;
  for (std::size_t i = at + 1; i < run.size(); ++i) {
    const ModelRow& row = *run[i].row;
    if (row.code.empty()) {
      if (row.rank > 0) break;
      continue;
    }
    if (!row.code.starts_with(parent) || row.code == parent) break;
    if (block.empty() || row.code.size() < shortest) shortest = row.code.size();
    block.push_back(run[i]);
  }
  std::erase_if(block, [&](const Coded& one) { return one.row->code.size() != shortest; });
  return block;
}

/// Are the codes of that many digits mostly without a row of what they belong to? Then the list
/// names lines of several depths side by side, and one that begins another is not its sum.
bool is_flat(const Run& run, std::size_t digits) {
  std::set<std::string_view> codes;
  for (const Coded& one : run) codes.insert(one.row->code);
  int below = 0, alone = 0;
  for (const Coded& one : run) {
    const std::string_view code = one.row->code;
    if (code.size() != digits || digits <= kPartDigits) continue;
    ++(codes.contains(code.substr(0, digits - kPartDigits)) ? below : alone);
  }
  return alone > below;
}

/// A code that stands twice among the children of one row: which of them is meant is not certain.
bool has_repeated(const Run& children) {
  for (std::size_t i = 1; i < children.size(); ++i)
    if (children[i].row->code == children[i - 1].row->code) return true;
  return false;
}

}  // namespace

void find_code_sums(const TableModel& table, CellRelations& out) {
  for (const Run& run : runs_of(table)) {
    for (std::size_t i = 0; i < run.size(); ++i) {
      const auto& [panel, row] = run[i];
      if (row->code.empty() || row->code.size() > kLongestParent || !row->filled) continue;
      const Run children = children_of(run, i);
      if (children.empty()) continue;
      const bool repeated = has_repeated(children);
      bool flat = false, asked = false;
      for (std::size_t n = 0; n < panel->numbers.size(); ++n) {
        if (!table.column(panel->numbers[n]).summable) continue;
        CellRelation one;
        one.finder = Finder::code;
        one.total = {row->index, panel->numbers[n]};
        for (const Coded& child : children)
          one.parts.push_back({child.row->index, child.panel->numbers[n]});
        if (!decide_sum(table, one)) continue;
        if (one.fails() && !asked) {
          flat = is_flat(run, children.front().row->code.size());
          asked = true;
        }
        if (one.fails() && flat) one.reason = "no_hierarchy";
        if (one.fails() && (repeated || flat)) one.status = CellRelation::Status::open;
        out.push_back(std::move(one));
      }
    }
  }
}

}  // namespace gouji
