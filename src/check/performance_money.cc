// SPDX-License-Identifier: GPL-3.0-or-later
// The block of budgets and spending of an evaluation sheet: the row of all money is the sum of the
// rows of its sources, the execution rate is spending by the budget after changes.
//
// A blank source says nothing: a column with one is compared only as far as it adds up without it.
#include <algorithm>
#include <climits>

#include "check/performance.h"
#include "record/vocabulary.h"

namespace gouji {

namespace {

/// The first cell of a row that is a label of money: its role and the cell.
struct MoneyLabel {
  LabelRole role = LabelRole::none;
  const GridCell* cell = nullptr;
};

MoneyLabel money_label(const Sheet& sheet, const RecordVocabulary& vocabulary, int row) {
  for (const GridCell* cell : sheet.view().filled(row)) {
    const LabelRole role = vocabulary.label(sheet.view().text(*cell));
    if (role == LabelRole::total_money || role == LabelRole::part) return {role, cell};
  }
  return {};
}

/// Rows [begin, end) below a total row that hold its sources.
int end_of_parts(const Sheet& sheet, const RecordVocabulary& vocabulary, int begin, int column) {
  int row = begin;
  while (row < sheet.first_row()) {
    const MoneyLabel label = money_label(sheet, vocabulary, row);
    if (label.role != LabelRole::part || label.cell->column != column) break;
    ++row;
  }
  return row;
}

bool is_money(const Figure* figure) {
  return figure != nullptr &&
         (figure->kind == FigureKind::money || figure->kind == FigureKind::number);
}

void add_column(const Sheet& sheet, const GridCell& total, int begin, int end,
                std::vector<Relation>& out) {
  Relation relation = sheet.about(total, "sum.rows");
  relation.operands.push_back(sheet.operand(total, "total"));
  Rational sum = 0;
  bool blank = false;
  for (int row = begin; row < end; ++row) {
    const GridCell* cell = sheet.view().covering(row, total.column);
    if (cell == nullptr || !is_money(sheet.figure(*cell))) {
      blank = true;
      continue;
    }
    relation.terms.push_back({static_cast<int>(relation.operands.size()), 1});
    relation.operands.push_back(sheet.operand(*cell, "part"));
    sum += relation.operands.back().point;
  }
  if (relation.terms.empty()) return;
  if (blank && sum != relation.operands.front().point) relation.reason = "blank";
  out.push_back(std::move(relation));
}

void add_sources(const Sheet& sheet, const RecordVocabulary& vocabulary,
                 std::vector<Relation>& out) {
  for (int row = 0; row < sheet.first_row(); ++row) {
    const MoneyLabel label = money_label(sheet, vocabulary, row);
    if (label.role != LabelRole::total_money) continue;
    const int end = end_of_parts(sheet, vocabulary, row + 1, label.cell->column);
    if (end - row - 1 < 2) continue;
    for (const GridCell* cell : sheet.view().filled(row))
      if (cell->column > label.cell->column && is_money(sheet.figure(*cell)) &&
          sheet.figure(*cell)->value.find('.') != std::string::npos)
        add_column(sheet, *cell, row + 1, end, out);
    row = end - 1;
  }
}

/// The last cell of a row left of `before` whose figure has this value; null if there is none.
const GridCell* amount_cell(const Sheet& sheet, int row, int before,
                            const Maybe<RecordAmount>& amount) {
  if (!amount) return nullptr;
  const auto& cells = sheet.view().filled(row);
  for (auto cell = cells.rbegin(); cell != cells.rend(); ++cell) {
    if ((*cell)->column >= before) continue;
    const Figure* figure = sheet.figure(**cell);
    if (figure != nullptr && figure->value == amount->value) return *cell;
  }
  return nullptr;
}

/// rate = executed / adjusted budget, where all three stand in one row.
void add_rate(const Sheet& sheet, std::vector<Relation>& out) {
  const Record& record = sheet.record();
  if (!record.execution_rate) return;
  for (int row = 0; row < sheet.first_row(); ++row) {
    const GridCell* rate = sheet.cell_with(row, *record.execution_rate, INT_MAX);
    const Figure* figure = rate != nullptr ? sheet.figure(*rate) : nullptr;
    if (figure == nullptr || figure->kind != FigureKind::percent) continue;
    const GridCell* executed = amount_cell(sheet, row, rate->column, record.executed);
    if (executed == nullptr) return;
    const GridCell* budget = amount_cell(sheet, row, executed->column,
                                         record.adjusted ? record.adjusted : record.budgeted);
    if (budget == nullptr) return;
    Relation relation = sheet.about(*rate, "completion_rate");
    relation.formula = Formula::ratio;
    relation.scale = 100;
    relation.at_most = Severity::warning;  // the base may be another column of the form
    relation.operands = {sheet.operand(*rate, "rate"), sheet.operand(*executed, "part"),
                         sheet.operand(*budget, "base")};
    relation.terms = {{1, 1}};
    relation.below = {{2, 1}};
    relation.arguments = {{"name", record.project.value_or("")}};
    out.push_back(std::move(relation));
    return;
  }
}

}  // namespace

void find_money_relations(const CheckInput& input, const Sheet& sheet, std::vector<Relation>& out) {
  if (sheet.indicators().empty()) return;
  const RecordVocabulary vocabulary(input.patterns);
  add_sources(sheet, vocabulary, out);
  add_rate(sheet, out);
}

}  // namespace gouji
