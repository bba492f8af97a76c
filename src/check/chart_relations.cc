// SPDX-License-Identifier: GPL-3.0-or-later
// The data behind charts against the prose: shares against percentages, two years against the
// change between them.
//
// A dump prints the labels of a chart first and its numbers behind them; zeros may be lost, so a
// number belongs to a label only where every label has one, or where the prose has as many shares
// that are not 0 as there are numbers. A chart is held against the paragraph that prints all its
// shares, or the new value and the change; nothing is told where no paragraph does.
#include <algorithm>
#include <string>
#include <vector>

#include "check/likeness.h"
#include "check/operand.h"
#include "check/statement.h"
#include "check/statement_finders.h"

namespace gouji {

namespace {

const Rational kPercent = 100;

/// The numbers of a chart, line by line of the source.
using Numbers = std::vector<const Figure*>;

std::vector<Numbers> chart_lines(const Figures& figures) {
  std::vector<Numbers> lines;
  int unit = 0;
  for (const Figure& one : figures.figures) {
    if (one.in != std::optional<std::string>("chart") || one.kind != FigureKind::number) continue;
    if (lines.empty() || one.at.unit != unit) lines.emplace_back();
    unit = one.at.unit;
    lines.back().push_back(&one);
  }
  return lines;
}

const Figure& figure_of(const CheckInput& input, const ProseFigure& one) {
  return input.figures.figures[static_cast<std::size_t>(one.figure)];
}

/// The shares of a paragraph that are not 0, in order.
std::vector<const ProseFigure*> shares_of(const CheckInput& input, const Passage& passage) {
  std::vector<const ProseFigure*> shares;
  for (const ProseFigure& one : passage.figures) {
    const Figure& figure = figure_of(input, one);
    if (figure.kind != FigureKind::percent || figure.approximate || one.range) continue;
    const auto value = Decimal::parse(figure.value);
    if (value && !value->is_zero()) shares.push_back(&one);
  }
  return shares;
}

/// Numbers that are parts of 1: at least two, none above 1.
bool are_shares(const Numbers& numbers) {
  return numbers.size() >= 2 && std::all_of(numbers.begin(), numbers.end(), [](const Figure* one) {
           const auto value = parse_rational(one->value);
           return value && *value > 0 && *value < 1;
         });
}

Rational as_percent(const Figure& figure) {
  return parse_rational(figure.value).value_or(0) * kPercent;
}

void compare_shares(const CheckInput& input, const Numbers& numbers, std::vector<Relation>& out) {
  if (!are_shares(numbers)) return;
  for (const Passage& passage : input.prose.passages) {
    const auto shares = shares_of(input, passage);
    if (shares.size() != numbers.size()) continue;
    std::vector<Relation> found;
    std::size_t fits = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      Relation relation =
          about(input, passage, {shares[i]->offset, shares[i]->offset + 3}, "chart");
      relation.operands = {operand_of(figure_of(input, *shares[i]), "stated"),
                           operand_of(*numbers[i], "other")};
      relation.terms = {{1, 1}};
      relation.scale = kPercent;
      relation.at_most = Severity::warning;
      relation.arguments = {{"other", numbers[i]->value}};
      const Operand& stated = relation.operands[0];
      fits += stated.interval().contains(as_percent(*numbers[i])) ? 1U : 0U;
      found.push_back(std::move(relation));
    }
    // The paragraph of another chart may have as many shares: all but one must fit.
    if (fits + 1 < numbers.size() || fits == 0) continue;
    std::move(found.begin(), found.end(), std::back_inserter(out));
    return;
  }
}

/// Two lines of equal length: the values of the year before and of the year.
void compare_years(const CheckInput& input, const Numbers& before, const Numbers& now,
                   std::vector<Relation>& out) {
  if (before.size() != now.size() || before.empty()) return;
  if (std::any_of(before.begin(), before.end(),
                  [&](const Figure* one) { return one->value != before.front()->value; }))
    return;
  const auto old_value = parse_rational(before.front()->value);
  const auto new_value = parse_rational(now.front()->value);
  if (!old_value || !new_value || *old_value == *new_value) return;
  const Pattern& change = input.patterns.pattern("check/fact/of_change");
  for (const Passage& passage : input.prose.passages) {
    for (std::size_t i = 0; i + 1 < passage.figures.size(); ++i) {
      const Figure& value = figure_of(input, passage.figures[i]);
      const Figure& step = figure_of(input, passage.figures[i + 1]);
      if (value.kind != FigureKind::money || step.kind != value.kind || step.unit != value.unit ||
          value.value != now.front()->value || !change.find(step.subject.value_or(""), 0))
        continue;
      Rational difference = *new_value - *old_value;
      if (difference < 0) difference = -difference;
      if (!operand_of(step, "stated")
               .interval()
               .contains(difference * operand_of(step, "stated").scale))
        continue;
      const std::size_t at = passage.figures[i + 1].offset;
      Relation relation = about(input, passage, {at, at + 3}, "difference");
      Operand stated = operand_of(step, "stated");
      Operand later = operand_of(*now.front(), "minuend");
      Operand earlier = operand_of(*before.front(), "subtrahend");
      for (Operand* one : {&later, &earlier}) {  // a chart prints its unit in its labels
        one->point *= stated.scale;
        one->half *= stated.scale;
        one->scale = stated.scale;
        one->unit = stated.unit;
      }
      const Rational sign = *new_value < *old_value ? -1 : 1;
      relation.operands = {std::move(stated), std::move(later), std::move(earlier)};
      relation.terms = {{1, sign}, {2, -sign}};
      relation.at_most = Severity::info;
      out.push_back(std::move(relation));
    }
  }
}

}  // namespace

void find_chart_relations(const CheckInput& input, std::vector<Relation>& out) {
  const std::vector<Numbers> lines = chart_lines(input.figures);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    compare_shares(input, lines[i], out);
    if (i > 0 && lines[i].front()->at.unit == lines[i - 1].front()->at.unit + 1)
      compare_years(input, lines[i - 1], lines[i], out);
  }
}

}  // namespace gouji
