// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a header grows upwards from the rows: to the rule at its head, or as long as lines have
// several parts and stand as close as rows do. Downwards go what wraps, print set a little lower,
// and a row of a label alone in front of the rule at the foot.
#include "layout/aligned_ends.h"

#include <algorithm>
#include <cmath>

#include "layout/aligned_judge.h"
#include "layout/aligned_labels.h"
#include "layout/aligned_separators.h"

namespace gouji {

namespace {

constexpr float kHeaderStep = 3.2F;    ///< between baselines of a header, ems
constexpr float kCaptionSize = 1.15F;  ///< a caption is set larger than its table by this
constexpr float kTitleStep = 2.2F;     ///< between baselines of a header without a rule, ems
constexpr float kBeside = 0.85F;       ///< print of one row is off by less, ems
constexpr float kInStep = 0.3F;        ///< columns of two lines, ems
constexpr float kLabelStep = 1.6F;     ///< lines of a header whose labels are in its middle, ems
constexpr float kRowStep = 1.2F;       ///< from the header to the first row, in steps of rows
constexpr std::size_t kMostHeaderLines = 8;
constexpr std::size_t kMostEmptyRows = 3;
constexpr std::size_t kFewestBands = 2;  ///< edges

}  // namespace

TableEnds::TableEnds(const AlignedInput& input, const std::vector<AlignedTable>& found)
    : input_(input), lines_(input.lines), found_(found), separates_(find_separators(input)) {}

bool TableEnds::taken_between(std::size_t above, std::size_t below) const {
  const float y0 = lines_[above].middle();
  const float y1 = lines_[below].middle();
  return std::any_of(input_.taken.begin(), input_.taken.end(),
                     [&](const Box& box) { return box.y1 > y0 && box.y0 < y1; });
}

std::vector<std::size_t> TableEnds::long_rules(float y0, float y1, float x0, float x1) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < input_.rules.size(); ++i) {
    const RuleRow& rule = input_.rules[i];
    if (rule.y < y0 || rule.y > y1) continue;
    if (rule.runs_through(x0, x1)) found.push_back(i);
  }
  return found;
}

bool TableEnds::is_free(std::size_t line) const {
  return std::none_of(found_.begin(), found_.end(), [&](const AlignedTable& table) {
    return line >= table.begin && line < table.end;
  });
}

void TableEnds::cut_notes(AlignedTable& table, const LineExtent& over) const {
  const std::vector<std::size_t> rules =
      long_rules(lines_[table.body].middle(), lines_[table.end - 1].middle(), over.x0, over.x1);
  if (rules.empty() || has_rule_near(table.end - 1, false, over)) return;
  std::size_t at = table.body;
  while (lines_[at].middle() < input_.rules[rules.back()].y) ++at;
  for (std::size_t i = at; i < table.end; ++i) {
    if (is_row(i) && (numbers_behind_first(lines_[i]) > 0 || lines_[i].chunks > 2)) return;
    if (is_row(i) && in_step_with_rows(i, table)) return;
  }
  if (at > table.body) table.end = at;
}

bool TableEnds::has_bands(const AlignedTable& table, const LineExtent& over) const {
  const float top = lines_[table.body].middle();
  return long_rules(top, lines_[table.end - 1].middle(), over.x0, over.x1).size() >= kFewestBands;
}

/// Does the second part of the line begin, stand, or end where one of a row above does?
bool TableEnds::in_step_with_rows(std::size_t i, const AlignedTable& table) const {
  const WordLine& line = lines_[i];
  std::size_t second = 1;
  while (!parts_columns(line, second)) ++second;
  const float x0 = line.words[second].x0;
  const float x1 = line.x1;
  for (std::size_t k = table.body; k < i; ++k) {
    const WordLine& row = lines_[k];
    for (std::size_t w = 1; w < row.words.size(); ++w) {
      if (!parts_columns(row, w)) continue;
      std::size_t last = w;
      while (last + 1 < row.words.size() && !parts_columns(row, last + 1)) ++last;
      const float off0 = std::abs(row.words[w].x0 - x0);
      const float off1 = std::abs(row.words[last].x1 - x1);
      const float off = std::abs(row.words[w].x0 + row.words[last].x1 - x0 - x1) / 2;
      if (std::min({off0, off1, off}) <= kInStep * line.size) return true;
    }
  }
  return false;
}

bool TableEnds::has_rule_near(std::size_t line, bool above, const LineExtent& over) const {
  const float reach = kHeaderStep * lines_[line].size;
  const float y = lines_[line].middle();
  float limit = above ? y - reach : y + reach;
  if (above && line > 0) limit = std::max(limit, lines_[line - 1].middle());
  if (!above && line + 1 < lines_.size()) limit = std::min(limit, lines_[line + 1].middle());
  return !long_rules(std::min(y, limit), std::max(y, limit), over.x0, over.x1).empty();
}

/// Can the line be a part of the header above these columns?
bool TableEnds::fits_header(std::size_t i, const AlignedTable& table,
                            const LineExtent& over) const {
  const WordLine& line = lines_[i];
  if (separates_[i]) return false;
  if (line.size > kCaptionSize * lines_[table.body].size) return false;
  // A label for each column: columns at the sides may be empty.
  if (line.chunks > static_cast<int>(table.columns.size())) return true;
  if (line.x0 < over.x0 - 2 * line.size || line.x1 > over.x1 + 2 * line.size) return false;
  return line.widest <= 0.7F * (over.x1 - over.x0);
}

void TableEnds::grow_header(AlignedTable& table, const LineExtent& over) const {
  table.begin = table.body;
  std::size_t i = table.body;
  std::size_t ruled = table.body;
  for (std::size_t n = 0; i > 0 && n < kMostHeaderLines; ++n) {
    const WordLine& below = lines_[i];
    const float y0 = lines_[i - 1].middle();
    if (i != table.body || !long_rules(y0, below.middle(), over.x0, over.x1).empty()) {
      if (!long_rules(y0, below.middle(), over.x0, over.x1).empty()) ruled = i;
    }
    if (!is_free(i - 1) || taken_between(i - 1, i) ||
        step(i) > kHeaderStep * std::max(below.size, lines_[i - 1].size) ||
        !fits_header(i - 1, table, over)) {
      break;
    }
    --i;
    if (i == 0 && !long_rules(0, lines_[0].middle(), over.x0, over.x1).empty()) ruled = 0;
  }
  if (ruled < table.body) {
    table.begin = ruled;
    return;
  }
  // No rule at the head: lines of several parts, as close above each other as rows.
  const float row_step = kRowStep * middle_step(table);
  i = table.body;
  while (i > 0 && table.body - i < kMostHeaderLines && is_free(i - 1) &&
         (is_row(i - 1) || is_on_cell_ground(i - 1)) && !taken_between(i - 1, i) &&
         fits_header(i - 1, table, over) &&
         step(i) <= std::max(kTitleStep * std::max(lines_[i].size, lines_[i - 1].size), row_step)) {
    --i;
  }
  if (i < table.body && i > 0 && is_label_over_first_two(i - 1, table)) --i;
  table.begin = i;
  if (i == table.body) find_header_above_labels(table, over, row_step);
}

/// Does the line stand in a coloured cell beside others?
bool TableEnds::is_on_cell_ground(std::size_t i) const {
  if (input_.cells.empty()) return false;
  const WordLine& line = lines_[i];
  const Box* ground = cell_ground(input_, (line.x0 + line.x1) / 2, line.middle());
  return ground != nullptr && line.x0 >= ground->x0 && line.x1 <= ground->x1;
}

/// A label alone on the line above a header, between the labels of its first two columns.
bool TableEnds::is_label_over_first_two(std::size_t i, const AlignedTable& table) const {
  const WordLine& line = lines_[i];
  if (!is_free(i) || separates_[i] || taken_between(i, i + 1)) return false;
  if (line.size > lines_[i + 1].size || leaf_labels(input_, i, i + 1, table.columns).size() > 1)
    return false;
  if (step(i + 1) > kLabelStep * line.size) return false;
  const std::vector<ColumnLabel> labels = leaf_labels(input_, i + 1, table.body, table.columns);
  if (labels.size() < 3 || line.x1 > labels[2].x0) return false;
  const float middle = line.x0 + line.x1;
  return middle > labels[0].x0 + labels[0].x1 + 2 * line.size &&
         middle < labels[1].x0 + labels[1].x1 - 2 * line.size;
}

/// Rows of which only the label is filled may stand between the header and the first number.
void TableEnds::find_header_above_labels(AlignedTable& table, const LineExtent& over,
                                         float row_step) const {
  std::size_t i = table.body;
  const auto follows = [&](std::size_t k) {
    return k > 0 && is_free(k - 1) && !taken_between(k - 1, k) && step(k) <= row_step &&
           !separates_[k - 1];
  };
  while (table.body - i < kMostEmptyRows && follows(i) && !is_row(i - 1) &&
         lines_[i - 1].x0 >= over.x0 - kInStep * lines_[i - 1].size &&
         lines_[i - 1].x1 < table.columns[1].x0) {
    --i;
  }
  if (i == table.body || !follows(i) || !is_row(i - 1) || !fits_header(i - 1, table, over) ||
      numbers_behind_first(lines_[i - 1]) > 0 ||
      leaf_labels(input_, i - 1, i, table.columns).size() < table.columns.size()) {
    return;
  }
  table.begin = i - 1;
  table.body = i;
}

/// The step from row to row; 0 without three rows.
float TableEnds::middle_step(const AlignedTable& table) const {
  std::vector<float> steps;
  for (std::size_t i = table.body + 1; i < table.end; ++i) steps.push_back(step(i));
  if (steps.size() < 2) return 0;
  const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
  std::nth_element(steps.begin(), middle, steps.end());
  return *middle;
}

void TableEnds::grow_end(AlignedTable& table, const LineExtent& over) const {
  const std::size_t rows_end = table.end;
  while (table.end < lines_.size() && may_grow_to(table.end)) {
    const WordLine& next = lines_[table.end];
    if (!goes_on_below(lines_[table.end - 1], next, table.columns) &&
        !stands_beside(table.end, table)) {
      break;
    }
    const float y0 = lines_[table.end - 1].middle();
    if (!long_rules(y0, next.middle(), over.x0, over.x1).empty()) break;
    ++table.end;
  }
  if (table.end > rows_end) return;
  for (std::size_t n = 1; n <= kMostEmptyRows; ++n) {
    if (!may_be_empty_row(rows_end + n - 1, table)) return;
    if (!is_foot(rows_end + n - 1, table, over)) continue;
    table.end = rows_end + n;
    return;
  }
}

bool TableEnds::may_grow_to(std::size_t i) const {
  return is_free(i) && !separates_[i] && !taken_between(i - 1, i);
}

/// A number of the last row that is set a little lower.
bool TableEnds::stands_beside(std::size_t i, const AlignedTable& table) const {
  if (lines_[i].chunks != 1 || step(i) > kBeside * lines_[i].size) return false;
  return std::any_of(table.columns.begin() + 1, table.columns.end(), [&](const auto& column) {
    return lines_[i].x0 < column.x1 && column.x0 < lines_[i].x1;
  });
}

/// A label alone in the first column, as far below as rows stand.
bool TableEnds::may_be_empty_row(std::size_t i, const AlignedTable& table) const {
  if (i >= lines_.size() || !may_grow_to(i) || lines_[i].chunks != 1) return false;
  const WordLine& line = lines_[i];
  if (step(i) > kRowStep * middle_step(table)) return false;
  return line.x0 >= table.columns[0].x0 - kInStep * line.size &&
         line.x1 <= table.columns[1].x0 - kWordWhite * line.size;
}

/// Has the line a rule at its foot, and none above where the table has none between its rows?
bool TableEnds::is_foot(std::size_t i, const AlignedTable& table, const LineExtent& over) const {
  const auto rules_between = [&](std::size_t k) {
    return !long_rules(lines_[k - 1].middle(), lines_[k].middle(), over.x0, over.x1).empty();
  };
  if (!has_rule_near(i, false, over)) return false;
  return !rules_between(i) || (i > table.body + 1 && rules_between(i - 1));
}

}  // namespace gouji
