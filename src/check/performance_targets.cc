// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators: what was reached against the target, operators that do not fit, deadlines in another
// year, cost targets above the budget, indicators that stand twice.
//
// A target missed is no fault of the document: only a missed target that got full marks is. A
// target with = is no bound (15 batches of 5 planned are reported as done), results in words are
// not compared.
#include <algorithm>
#include <climits>

#include "base/utf8.h"
#include "check/performance.h"
#include "record/vocabulary.h"

namespace gouji {

namespace {

const Indicator* twin_before(const std::vector<Indicator>& indicators, std::size_t i) {
  const auto same = [&](const Indicator& other) {
    const Indicator& one = indicators[i];
    return !one.level3.empty() && other.level3 == one.level3 && other.level1 == one.level1 &&
           other.level2 == one.level2 && other.unit == one.unit;
  };
  const auto end = indicators.begin() + static_cast<std::ptrdiff_t>(i);
  const auto found = std::find_if(indicators.begin(), end, same);
  return found == end ? nullptr : &*found;
}

void look_for_twins(const Sheet& sheet, std::vector<Relation>& out) {
  const auto& indicators = sheet.indicators();
  bool found = false;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const Indicator* twin = twin_before(indicators, i);
    const GridCell* cell = sheet.name_cell(indicators[i]);
    const GridCell* other = twin != nullptr ? sheet.name_cell(*twin) : nullptr;
    if (cell == nullptr || other == nullptr || cell == other) continue;
    Relation relation = sheet.about(*cell, "duplicate");
    relation.formula = Formula::statement;
    relation.holds = false;
    relation.quote = indicators[i].level3;
    relation.operands = {sheet.operand(*cell, "stated"), sheet.operand(*other, "other")};
    for (Operand& one : relation.operands) one.doubt = Doubt::none;
    out.push_back(std::move(relation));
    found = true;
  }
  if (found || indicators.size() < 2) return;
  const GridCell* first = sheet.name_cell(indicators.front());
  if (first == nullptr) return;
  Relation pass = sheet.about(*first, "duplicate");
  pass.formula = Formula::statement;
  out.push_back(std::move(pass));
}

/// Reached in full according to the table itself: full marks, or no marks and no reason given.
bool claims_success(const Indicator& one) {
  if (is_number(one.weight) && is_number(one.score))
    return Decimal::parse(one.weight) == Decimal::parse(one.score);
  return one.score.empty() && one.reason.empty();
}

/// The operand of the target: the figure of its cell without the bound that the operator is.
Operand target_operand(const Sheet& sheet, const GridCell& cell, const Indicator& one) {
  Operand out = sheet.operand(cell, "base");
  if (out.doubt == Doubt::bounded) out.doubt = Doubt::none;
  if (out.unit.empty()) out.unit = one.unit;
  return out;
}

/// Can the two be compared? Cells without a unit are of the unit of the row.
bool same_unit(const Sheet& sheet, const GridCell& target, const GridCell& actual,
               const Indicator& one) {
  const Figure* a = sheet.figure(target);
  const Figure* b = sheet.figure(actual);
  if (a == nullptr || b == nullptr) return false;
  const std::string unit = a->normalized.unit.value_or(one.unit);
  return !b->normalized.unit || unit.empty() || *b->normalized.unit == unit ||
         b->unit == std::optional<std::string>(one.unit);
}

void compare_with_actual(const Sheet& sheet, const Indicator& one, std::vector<Relation>& out) {
  if (!one.op || (*one.op != ">=" && *one.op != "<=" && *one.op != "=") || one.actual.empty())
    return;
  const GridCell* actual = sheet.actual_cell(one);
  const GridCell* target = sheet.value_cell(one);
  if (actual == nullptr || target == nullptr || actual == target) return;
  if (sheet.figure(*target) == nullptr) return;
  Relation relation = sheet.about(*actual, "target");
  relation.operands = {sheet.operand(*actual, "stated"), target_operand(sheet, *target, one)};
  relation.terms = {{1, 1}};
  Operand& reached = relation.operands[0];
  if (*one.op == ">=") relation.comparison = Comparison::at_least;
  if (*one.op == "<=") relation.comparison = Comparison::at_most;
  relation.arguments = {{"actual", one.actual}, {"target", *one.op + one.value + one.unit}};
  const Rational goal = relation.operands[1].point;
  const bool met = *one.op == ">="   ? reached.point >= goal
                   : *one.op == "<=" ? reached.point <= goal
                                     : reached.point == goal;
  if (sheet.figure(*actual) == nullptr) {
    relation.reason = "words";
  } else if (!same_unit(sheet, *target, *actual, one)) {
    relation.reason = "different_units";
  } else if (reached.doubt == Doubt::approximate && met && *one.op == ">=") {
    reached.doubt = Doubt::none;  // 200余次 of at least 150
  } else if (!met && (*one.op == "=" || !claims_success(one))) {
    return;  // over-fulfilled, or said to be missed
  }
  out.push_back(std::move(relation));
}

struct OperatorWords {
  const Pattern& high;
  const Pattern& low;
  const Pattern& not_high;
};

void judge_operator(const Sheet& sheet, const Indicator& one, const OperatorWords& words,
                    std::vector<Relation>& out) {
  if (!one.op || (*one.op != ">=" && *one.op != "<=")) return;
  const std::string name = folded(from_utf8(one.level3));
  const bool low = words.low.find(name, 0);
  const bool high = !low && words.high.find(name, 0) && !words.not_high.find(name, 0);
  if (!low && !high) return;
  const GridCell* cell = sheet.name_cell(one);
  if (cell == nullptr) return;
  Relation relation = sheet.about(*cell, "operator");
  relation.formula = Formula::statement;
  relation.holds = high ? *one.op == ">=" : *one.op == "<=";
  relation.at_most = Severity::info;
  relation.arguments = {{"word", *one.op}};
  Operand operand = sheet.operand(*cell, "stated");
  operand.doubt = Doubt::none;
  operand.printed = one.level3;
  relation.operands.push_back(std::move(operand));
  out.push_back(std::move(relation));
}

/// The year of the sheet: its own, else that of the document.
Maybe<int> year_of(const CheckInput& input, const Sheet& sheet) {
  if (sheet.record().year) {
    const auto number = Decimal::parse(*sheet.record().year);
    if (number) return static_cast<int>(number->unscaled());
  }
  if (input.document.fiscal_years.empty()) return std::nullopt;
  return input.document.fiscal_years.front();
}

void judge_deadline(const CheckInput& input, const Sheet& sheet, const Indicator& one,
                    std::vector<Relation>& out) {
  const Maybe<int> year = year_of(input, sheet);
  if (!year || one.deadline.empty()) return;
  const std::string deadline = folded(from_utf8(one.deadline));
  Match match;
  if (!input.patterns.pattern("check/performance/year_of_deadline").match_start(deadline, &match))
    return;
  const GridCell* cell = sheet.cell_with(one.row, one.deadline, INT_MAX);
  if (cell == nullptr) return;
  Relation relation = sheet.about(*cell, "date");
  relation.wording = "deadline";
  relation.formula = Formula::statement;
  relation.holds = match.group("year").in(deadline) == std::to_string(*year);
  relation.at_most = Severity::info;
  relation.quote = one.deadline;
  relation.arguments = {{"expected", std::to_string(*year)}};
  Operand operand = sheet.operand(*cell, "stated");
  operand.doubt = Doubt::none;
  operand.printed = one.deadline;
  relation.operands.push_back(std::move(operand));
  out.push_back(std::move(relation));
}

/// The cell of the budget in the head of the sheet, or null.
const GridCell* budget_cell(const Sheet& sheet, const Maybe<RecordAmount>& amount) {
  if (!amount) return nullptr;
  for (int row = 0; row < sheet.first_row(); ++row)
    for (const GridCell* cell : sheet.view().filled(row)) {
      const Figure* figure = sheet.figure(*cell);
      if (figure != nullptr && figure->value == amount->value && amount->normalized) return cell;
    }
  return nullptr;
}

/// The unit of money stands in a column of its own, which the figure of the cell does not know.
Operand cost_operand(Operand operand, const RecordAmount& amount) {
  const auto printed = Decimal::parse(amount.value);
  const auto yuan = parse_rational(amount.normalized->value);
  if (!printed || !yuan || printed->is_zero()) return operand;
  const Rational scale = *yuan / printed->to_rational();
  operand.half = operand.half / operand.scale * scale;
  operand.point = *yuan;
  operand.scale = scale;
  operand.unit = amount.unit.value_or("");
  return operand;
}

/// Σ cost targets in money <= budget (the opening one, else the adjusted one).
void compare_costs(const CheckInput& input, const Sheet& sheet, std::vector<Relation>& out) {
  const Pattern& cost = input.patterns.pattern("check/performance/cost_level");
  const Pattern& other = input.patterns.pattern("check/performance/not_all_money");
  const RecordVocabulary vocabulary(input.patterns);
  std::vector<Operand> parts;
  std::vector<std::string> names;  // one cost under two levels is told twice, not two costs
  Rational sum = 0;
  const GridCell* first = nullptr;
  for (const Indicator& one : sheet.indicators()) {
    if (!cost.find(one.level1, 0) && !cost.find(one.level2, 0)) continue;
    if (!one.op || (*one.op != "<=" && *one.op != "=") || other.find(one.level3, 0)) continue;
    const GridCell* cell = sheet.value_cell(one);
    if (cell == nullptr || sheet.figure(*cell) == nullptr) continue;
    const auto amount = vocabulary.amount(one.value, one.unit);
    if (!amount || !amount->normalized) continue;
    Operand part = cost_operand(target_operand(sheet, *cell, one), *amount);
    if (std::find(names.begin(), names.end(), one.level3) != names.end()) return;
    names.push_back(one.level3);
    if (first == nullptr) first = cell;
    sum += part.point;
    part.role = "part";
    parts.push_back(std::move(part));
  }
  if (first == nullptr) return;
  const Record& record = sheet.record();
  Maybe<Operand> budget;
  for (const auto* amount : {&record.budget, &record.budgeted, &record.adjusted}) {
    const GridCell* cell = budget_cell(sheet, *amount);
    if (cell == nullptr) continue;
    budget = cost_operand(sheet.operand(*cell, "total"), **amount);
    if (sum <= budget->point) break;
  }
  if (!budget) return;
  Relation relation = sheet.about(*first, "indicator_budget");
  relation.at_most = Severity::info;
  relation.comparison = Comparison::at_least;
  relation.operands.push_back(*std::move(budget));
  for (Operand& part : parts) {
    relation.terms.push_back({static_cast<int>(relation.operands.size()), 1});
    relation.operands.push_back(std::move(part));
  }
  out.push_back(std::move(relation));
}

}  // namespace

void find_target_relations(const CheckInput& input, const Sheet& sheet,
                           std::vector<Relation>& out) {
  if (sheet.indicators().empty()) return;
  const auto& patterns = input.patterns;
  const OperatorWords words{patterns.pattern("check/performance/goal_should_be_high"),
                            patterns.pattern("check/performance/goal_should_be_low"),
                            patterns.pattern("check/performance/not_high")};
  look_for_twins(sheet, out);
  for (const Indicator& one : sheet.indicators()) {
    compare_with_actual(sheet, one, out);
    judge_operator(sheet, one, words, out);
    judge_deadline(input, sheet, one, out);
  }
  compare_costs(input, sheet, out);
}

}  // namespace gouji
