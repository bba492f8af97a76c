// SPDX-License-Identifier: GPL-3.0-or-later
// Points: no score above its weight; the weights of a group are those its label names; weights and
// scores add to the total row, together with the points of the block of spending (10 + 90).
//
// A sum is asked for only where every row between the first and the last indicator was read; where
// it is not, or a row is not scored (/), a sum that does not come out is not checked.
#include <climits>

#include "base/utf8.h"
#include "check/performance.h"

namespace gouji {

namespace {

const Rational kFullMark = 100;

/// The weights or the scores of some indicators.
struct Points {
  std::vector<Operand> parts;
  Rational sum = 0;
  bool complete = true;   ///< every indicator has a number
  bool unscored = false;  ///< one has a sign in place of a number
};

void add(Points& points, Operand operand) {
  points.sum += operand.point;
  points.parts.push_back(std::move(operand));
}

template <class CellOf>
Points points_of(const Sheet& sheet, std::size_t begin, std::size_t end,
                 std::string Indicator::*text, CellOf cell_of) {
  Points points;
  for (std::size_t i = begin; i < end; ++i) {
    const Indicator& one = sheet.indicators()[i];
    const GridCell* cell = cell_of(one);
    if (is_number(one.*text) && cell != nullptr) {
      add(points, sheet.points(*cell, "part"));
    } else {
      points.complete = false;
      points.unscored = points.unscored || !(one.*text).empty();
    }
  }
  return points;
}

Points weights_of(const Sheet& sheet, std::size_t begin, std::size_t end) {
  return points_of(sheet, begin, end, &Indicator::weight,
                   [&](const Indicator& one) { return sheet.weight_cell(one); });
}

Points scores_of(const Sheet& sheet, std::size_t begin, std::size_t end) {
  return points_of(sheet, begin, end, &Indicator::score,
                   [&](const Indicator& one) { return sheet.score_cell(one); });
}

/// total = Σ parts, or not checked where the parts may not be all.
Relation sum_relation(Relation relation, Operand total, const Points& points, bool all_rows) {
  relation.stated = 0;
  total.half = 0;
  const bool fits = total.point == points.sum;
  relation.operands.push_back(std::move(total));
  for (const Operand& part : points.parts) {
    relation.terms.push_back({static_cast<int>(relation.operands.size()), 1});
    relation.operands.push_back(part);
  }
  if (!fits && !points.complete)
    relation.reason = points.unscored ? "not_scored" : "missing_operand";
  if (!fits && relation.reason.empty() && !all_rows) relation.reason = "missing_operand";
  return relation;
}

void bound_scores(const Sheet& sheet, std::vector<Relation>& out) {
  for (const Indicator& one : sheet.indicators()) {
    if (!is_number(one.weight) || !is_number(one.score)) continue;
    const GridCell* weight = sheet.weight_cell(one);
    const GridCell* score = sheet.score_cell(one);
    if (weight == nullptr || score == nullptr || weight == score) continue;
    Relation relation = sheet.about(*score, "score_bounds");
    relation.comparison = Comparison::at_most;
    relation.operands = {sheet.points(*score, "stated"), sheet.points(*weight, "total")};
    relation.terms = {{1, 1}};
    out.push_back(std::move(relation));
  }
}

/// The cell of a level label above or in a row, with the digits of the points it names.
struct GroupLabel {
  const GridCell* cell = nullptr;
  std::string digits;
};

GroupLabel group_label(const Sheet& sheet, const Pattern& points, int row,
                       const std::string& level) {
  for (int r = row; r >= 0 && r + 3 > 0; --r) {
    const GridCell* cell = sheet.cell_with(r, level, INT_MAX);
    if (cell == nullptr) continue;
    Match match;
    const std::string& text = sheet.view().text(*cell);
    if (!points.find(text, 0, &match)) return {};
    return {cell, std::string(match.group("points").in(text))};
  }
  return {};
}

void weigh_groups(const Sheet& sheet, const Pattern& label, bool all_rows, bool outer,
                  std::vector<Relation>& out) {
  const auto& indicators = sheet.indicators();
  const auto level = outer ? &Indicator::level1 : &Indicator::level2;
  const auto same_group = [&](const Indicator& a, const Indicator& b) {
    return a.level1 == b.level1 && (outer || a.level2 == b.level2);
  };
  for (std::size_t begin = 0; begin < indicators.size();) {
    std::size_t end = begin + 1;
    while (end < indicators.size() && same_group(indicators[begin], indicators[end])) ++end;
    const std::string& name = indicators[begin].*level;
    if (label.find(folded(from_utf8(name)), 0)) {
      const GroupLabel found = group_label(sheet, label, indicators[begin].row, name);
      const Points weights = weights_of(sheet, begin, end);
      if (found.cell != nullptr && !weights.parts.empty())
        out.push_back(sum_relation(sheet.about(*found.cell, "weight_total"),
                                   sheet.points_in_words(*found.cell, found.digits, "total"),
                                   weights, all_rows));
    }
    begin = end;
  }
}

/// 绩效指标（90分）: the label beside the header or the first row of all indicators.
void weigh_section(const Sheet& sheet, const Pattern& label, bool all_rows,
                   std::vector<Relation>& out) {
  const int first = sheet.first_row();
  for (int row = first; row >= 0 && row > first - 3; --row) {
    const auto& cells = sheet.view().filled(row);
    if (cells.empty() || cells.front()->column != 0) continue;
    const GridCell& cell = *cells.front();
    const std::string& text = sheet.view().text(cell);
    Match match;
    if (text == folded(from_utf8(sheet.indicators().front().level1)) ||
        !label.find(text, 0, &match))
      continue;
    const Points weights = weights_of(sheet, 0, sheet.indicators().size());
    if (weights.parts.empty()) return;
    out.push_back(sum_relation(sheet.about(cell, "weight_total"),
                               sheet.points_in_words(cell, match.group("points").in(text), "total"),
                               weights, all_rows));
    return;
  }
}

/// The last two numbers of a row: weight and score.
struct Pair {
  const GridCell* weight = nullptr;
  const GridCell* score = nullptr;
};

/// The numbers behind the rate if they are exactly two (执行率|分值|得分), or the one before it and
/// the one behind it (分值|执行率|得分).
Pair numbers_around(const Sheet& sheet, int row, const GridCell& rate) {
  std::vector<const GridCell*> behind;
  const GridCell* before = nullptr;
  for (const GridCell* cell : sheet.view().filled(row)) {
    const bool number = is_number(sheet.view().text(*cell));
    if (cell->column < rate.column) before = number ? cell : nullptr;
    if (cell->column > rate.column && number) behind.push_back(cell);
  }
  if (behind.size() == 2) return {behind[0], behind[1]};
  if (behind.size() != 1 || before == nullptr) return {};
  if (sheet.points(*before, "part").point > kFullMark) return {};  // 执行数|执行率|得分
  return {before, behind[0]};
}

/// The points that the block of spending gives (10 and 9.5 beside the execution rate).
Pair spending_points(const Sheet& sheet) {
  const auto& rate = sheet.record().execution_rate;
  if (!rate) return {};
  for (int row = sheet.first_row() - 1; row >= 0; --row) {
    const GridCell* cell = sheet.cell_with(row, *rate, INT_MAX);
    if (cell == nullptr) continue;
    const Pair pair = numbers_around(sheet, row, *cell);
    if (pair.score != nullptr) return pair;
  }
  return {};
}

/// The row of totals below the indicators: its last two numbers, or its last one.
Pair totals(const Sheet& sheet) {
  const auto& total = sheet.record().total_score;
  if (!total) return {};
  for (int row = sheet.last_row() + 1; row < sheet.view().rows(); ++row) {
    const GridCell* score = sheet.cell_with(row, *total, INT_MAX);
    if (score == nullptr || !is_number(sheet.view().text(*score))) continue;
    Pair pair{nullptr, score};
    for (const GridCell* cell : sheet.view().filled(row))
      if (cell->column < score->column && is_number(sheet.view().text(*cell))) pair.weight = cell;
    return pair;
  }
  return {};
}

void add_totals(const Sheet& sheet, bool all_rows, std::vector<Relation>& out) {
  const std::size_t count = sheet.indicators().size();
  const Pair total = totals(sheet);
  const Pair spending = spending_points(sheet);
  Points weights = weights_of(sheet, 0, count);
  Points scores = scores_of(sheet, 0, count);
  if (spending.score != nullptr) {
    add(weights, sheet.points(*spending.weight, "part"));
    add(scores, sheet.points(*spending.score, "part"));
  } else if (sheet.record().execution_rate) {
    all_rows = false;  // its points may stand where they were not found
  }
  if (total.weight != nullptr && !weights.parts.empty())
    out.push_back(sum_relation(sheet.about(*total.weight, "weight_total"),
                               sheet.points(*total.weight, "total"), weights, all_rows));
  if (total.score != nullptr && !scores.parts.empty())
    out.push_back(sum_relation(sheet.about(*total.score, "score_sum"),
                               sheet.points(*total.score, "total"), scores, all_rows));
  if (total.weight == nullptr && weights.parts.size() > 2 && weights.complete &&
      weights.sum == kFullMark) {
    Relation full = sheet.about(*sheet.view().filled(sheet.first_row()).front(), "weight_total");
    full.stated = -1;
    full.constant = kFullMark;
    for (const Operand& part : weights.parts) {
      full.terms.push_back({static_cast<int>(full.operands.size()), 1});
      full.operands.push_back(part);
    }
    out.push_back(std::move(full));
  }
}

/// The parts of the sheet that name their points in the first column (预算执行情况（10分）,
/// 绩效指标 （90分）) add to the total weight.
void add_sections(const Sheet& sheet, const Pattern& label, std::vector<Relation>& out) {
  const Pair total = totals(sheet);
  if (total.weight == nullptr) return;
  Points sections;
  const GridCell* first = nullptr;
  for (int row = 0; row <= sheet.last_row(); ++row) {
    const auto& cells = sheet.view().filled(row);
    if (cells.empty() || cells.front()->column != 0) continue;
    const std::string& text = sheet.view().text(*cells.front());
    Match match;
    if (!label.find(text, 0, &match)) continue;
    add(sections, sheet.points_in_words(*cells.front(), match.group("points").in(text), "part"));
    if (first == nullptr) first = cells.front();
  }
  // Labels may name the points of some parts only: only what comes out is told.
  if (sections.parts.size() < 2 || sections.sum != sheet.points(*total.weight, "total").point)
    return;
  out.push_back(sum_relation(sheet.about(*total.weight, "weight_total"),
                             sheet.points(*total.weight, "total"), sections, true));
}

/// Does every filled row between the first and the last indicator give one?
bool all_rows_read(const Sheet& sheet) {
  std::size_t filled = 0;
  for (int row = sheet.first_row(); row <= sheet.last_row(); ++row)
    filled += sheet.view().filled(row).empty() ? 0U : 1U;
  return filled == sheet.indicators().size();
}

}  // namespace

void find_score_relations(const CheckInput& input, const Sheet& sheet, std::vector<Relation>& out) {
  if (sheet.indicators().empty()) return;
  const Pattern& label = input.patterns.pattern("check/performance/points_of_group");
  const bool all_rows = all_rows_read(sheet);
  bound_scores(sheet, out);
  weigh_groups(sheet, label, all_rows, true, out);
  weigh_groups(sheet, label, all_rows, false, out);
  weigh_section(sheet, label, all_rows, out);
  add_sections(sheet, label, out);
  add_totals(sheet, all_rows, out);
}

}  // namespace gouji
