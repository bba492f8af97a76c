// SPDX-License-Identifier: GPL-3.0-or-later
// Panels and their rows: labels, marks, codes in one column, in three, or in front of the label;
// indentation by where the first character of the label is printed.
#include <algorithm>
#include <utility>

#include "check/table_model.h"

namespace gouji {

namespace {

/// Labels whose indents differ by less stand at the same depth; points. A step of indentation is
/// half a character at least (4 pt).
constexpr float kSameIndent = 3.0F;
constexpr float kPlacesPerPoint = 100.0F;

/// "其中：" alone in a row: what follows is part of the row above, up to a row that has its own.
void mark_of_which(std::vector<ModelRow>& rows) {
  const auto alone = [](const ModelRow& row) { return row.part_only && row.bare.empty(); };
  for (std::size_t i = 1; i < rows.size(); ++i) {
    ModelRow& row = rows[i];
    const bool opens = i + 1 < rows.size() && alone(rows[i + 1]);
    if ((alone(rows[i - 1]) || rows[i - 1].listed_below) && row.rank == 0 && row.mark.depth < 0 &&
        !opens)
      row.part_only = row.listed_below = true;
  }
}

/// Indents that are one depth become equal.
void snap_indents(std::vector<ModelRow>& rows) {
  std::vector<float> depths;
  for (const ModelRow& row : rows)
    if (row.indent >= 0 && row.rank == 0) depths.push_back(row.indent);
  std::sort(depths.begin(), depths.end());
  for (ModelRow& row : rows) {
    if (row.indent < 0) continue;
    const auto near = std::lower_bound(depths.begin(), depths.end(), row.indent - kSameIndent);
    if (near != depths.end() && *near < row.indent + kSameIndent) row.indent = *near;
  }
}

}  // namespace

void TableModel::find_panels(const Flow& flow) {
  Panel panel;
  for (const ModelColumn& column : columns_) {
    if (column.use == ColumnUse::label || column.use == ColumnUse::code) {
      if (!panel.numbers.empty()) close_panel(panel, flow);
      (column.use == ColumnUse::label ? panel.labels : panel.codes).push_back(column.index);
    } else if (column.use == ColumnUse::number ||
               (column.use == ColumnUse::empty && !panel.labels.empty())) {
      panel.numbers.push_back(column.index);
    }
  }
  std::vector<int> numbers = panel.numbers;
  close_panel(panel, flow);
  if (!panels_.empty()) return;
  // Numbers without a label beside them: all of them are one panel.
  panel = Panel();
  for (const ModelColumn& column : columns_)
    if (column.use == ColumnUse::number) panel.numbers.push_back(column.index);
  if (panel.numbers.empty()) return;
  read_rows(panel, flow);
  panels_.push_back(std::move(panel));
}

void TableModel::close_panel(Panel& panel, const Flow& flow) {
  if (!panel.numbers.empty() && !panel.labels.empty()) {
    std::size_t most = 0;
    for (const int c : panel.labels) {
      std::size_t said = 0;
      for (int r = 0; r < grid_.rows; ++r)
        if (is_body(r) && owns(r, c))
          said += grid_.cells[static_cast<std::size_t>(cell(r, c))].text.size();
      if (said > most || panel.main < 0) panel.main = c;
      most = std::max(most, said);
    }
    read_rows(panel, flow);
    panels_.push_back(std::move(panel));
  }
  panel = Panel();
}

void TableModel::read_rows(Panel& panel, const Flow& flow) const {
  std::vector<int> parts;
  for (const int c : panel.codes)
    if (words_.code_part.in(column(c).leaf())) parts.push_back(c);
  for (int r = 0; r < grid_.rows; ++r) {
    if (!is_body(r)) continue;
    ModelRow row = read_row(panel, parts, r);
    if (panel.main >= 0 && owns(r, panel.main)) row.indent = indent_of(r, panel.main, flow);
    panel.signed_rows = panel.signed_rows || words_.signed_rows.in(row.label);
    panel.rows.push_back(std::move(row));
  }
  mark_of_which(panel.rows);
  snap_indents(panel.rows);
}

ModelRow TableModel::read_row(const Panel& panel, const std::vector<int>& parts, int row) const {
  ModelRow out;
  out.index = row;
  std::vector<std::string> texts;
  const auto take = [&](int c) {
    std::string text = own_text(row, c);
    if (!code_of(text).empty()) text.clear();
    out.rank = std::max(out.rank, words_.rank_of(text));
    if (c == panel.main) out.label = text;
    texts.push_back(std::move(text));
  };
  for (const int c : panel.codes) {
    const bool part = std::find(parts.begin(), parts.end(), c) != parts.end();
    const std::string text = part ? own_text(row, c) : std::string();
    const bool digits =
        std::all_of(text.begin(), text.end(), [](char x) { return x >= '0' && x <= '9'; });
    if (!part || !digits) take(c);
  }
  for (const int c : panel.labels) take(c);
  for (auto text = texts.rbegin(); out.label.empty() && text != texts.rend(); ++text)
    out.label = *text;
  out.code = code_in(panel, parts, row);
  std::string_view rest = out.label;
  out.part_only = words_.part_only.in(rest);
  if (out.part_only) {
    const Word* word = words_.part_only.find(rest);
    rest.remove_prefix(word->text.size());
    while (!rest.empty() && (rest[0] == ':' || rest[0] == ',')) rest.remove_prefix(1);
  }
  out.mark = mark_of(rest);
  out.bare = bare_label(rest);
  for (auto c = panel.labels.rbegin(); c != panel.labels.rend(); ++c) {
    const int index = cell(row, *c);
    if (index < 0) continue;
    const GridCell& one = grid_.cells[static_cast<std::size_t>(index)];
    if (one.row_span < 2 || one.text.empty()) continue;
    out.group_begin = one.row;
    out.group_end = one.row + one.row_span;
    break;
  }
  out.filled = std::any_of(panel.numbers.begin(), panel.numbers.end(),
                           [&](int c) { return at(row, c).known(); });
  return out;
}

std::string TableModel::code_in(const Panel& panel, const std::vector<int>& parts, int row) const {
  if (!parts.empty()) {
    std::string joined;
    for (const int c : parts) {
      const std::string part = own_text(row, c);
      // 301 and 2: a spreadsheet takes the zero of 02 away.
      if (!joined.empty() && part.size() == 1) joined += '0';
      joined += part;
    }
    return std::string(code_of(joined));
  }
  for (const int c : panel.codes) {
    const std::string text = own_text(row, c);
    if (!code_of(text).empty()) return text;
  }
  for (const int c : panel.labels) {
    const std::string text = own_text(row, c);
    if (!code_of(text).empty()) return text;
    const std::string_view code = leading_code(text);
    if (!code.empty()) return std::string(code);
  }
  return {};
}

float TableModel::indent_of(int row, int column, const Flow& flow) const {
  if (flow.lines.source != PrintLines::Source::pdf) return -1;
  const GridCell& one = grid_.cells[static_cast<std::size_t>(cell(row, column))];
  if (one.text.places.empty()) return -1;
  const float x = static_cast<float>(one.text.places.front().from) / kPlacesPerPoint;
  if (!grid_.edges_drawn || one.at.boxes.empty()) return x;
  return std::max(0.0F, x - one.at.boxes.front().x0);
}

}  // namespace gouji
