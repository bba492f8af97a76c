// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of records and checks: see report_columns.h.
#pragma once

#include <concepts>
#include <type_traits>

#include "gouji/report.h"

namespace gouji {

template <class S, class Part>
concept Is = std::same_as<std::remove_const_t<S>, Part>;

template <class Row, Is<Record> S>
void columns(Row& row, S& record) {
  row.text("id", record.id);
  row.text("type", record.type);
  row.text("table_id", record.table);
  row.text("kind", record.kind);
  row.text("title", record.title);
  row.text("year", record.year);
  row.text("unit", record.unit);
  row.text("project", record.project);
  row.amount("budget", record.budget);
  row.amount("budgeted", record.budgeted);
  row.amount("adjusted", record.adjusted);
  row.amount("executed", record.executed);
  row.text("execution_rate", record.execution_rate);
  row.text("goal", record.goal);
  row.text("goal_actual", record.goal_actual);
  row.text("total_score", record.total_score);
  row.place(record.at);
}

template <class Row, Is<std::pair<std::string, std::string>> S>
void columns(Row& row, S& field) {
  row.text("label", field.first);
  row.text("value", field.second);
}

template <class Row, Is<Indicator> S>
void columns(Row& row, S& indicator) {
  row.text("level1", indicator.level1);
  row.text("level2", indicator.level2);
  row.text("level3", indicator.level3);
  row.text("operator", indicator.op);
  row.text("value", indicator.value);
  row.text("unit", indicator.unit);
  row.text("deadline", indicator.deadline);
  row.text("actual", indicator.actual);
  row.text("weight", indicator.weight);
  row.text("score", indicator.score);
  row.text("reason", indicator.reason);
  row.integer("row_index", indicator.row);
}

template <class Row, Is<FiscalColumn> S>
void columns(Row& row, S& column) {
  row.integer("column_index", column.column);
  row.text("label", column.label);
  row.text("role", column.role);
  row.text("concept", column.concept_id);
  row.integer("year", column.year);
  row.text("basis", column.basis);
  row.text("fund", column.fund);
  row.text("unit", column.unit);
  row.text("side", column.side);
}

template <class Row, Is<FiscalRow> S>
void columns(Row& row, S& line) {
  row.integer("row_index", line.row);
  row.text("side", line.side);
  row.text("label", line.label);
  row.text("marker", line.marker);
  row.text("code", line.code);
  row.integer("level", line.level);
  row.text("concept", line.concept_id);
  row.integer("year", line.year);
  row.text("basis", line.basis);
  row.text("fund", line.fund);
  row.text("kind", line.kind);
  row.integer("parent", line.parent);
}

template <class Row, Is<FiscalValue> S>
void columns(Row& row, S& value) {
  row.integer("column_index", value.column);
  row.text("value", value.value);
  row.quantity("normalized", value.normalized);
  row.text("cell", value.cell);
}

template <class Row, Is<Check> S>
void columns(Row& row, S& check) {
  row.text("id", check.id);
  row.text("rule", check.rule);
  row.choice("status", check.status);
  row.choice("severity", check.severity);
  row.message("message", check.message);
  row.text("formula", check.formula);
  row.text("stated", check.stated);
  row.text("computed", check.computed);
  row.text("difference", check.difference);
  row.text("width", check.width);
  row.text("unit", check.unit);
  row.text("root", check.root);
  row.text("quote", check.quote);
  row.text("reason", check.reason);
  row.place(check.at);
}

template <class Row, Is<CheckOperand> S>
void columns(Row& row, S& operand) {
  row.text("role", operand.role);
  row.text("ref", operand.ref);
  row.text("value", operand.value);
  row.text("unit", operand.unit);
}

template <class Row, Is<Suspect> S>
void columns(Row& row, S& suspect) {
  row.text("ref", suspect.ref);
  row.text("printed", suspect.printed);
  row.text("suggested", suspect.suggested);
  row.text("edit", suspect.edit);
  row.joined("explains", suspect.explains);
}

}  // namespace gouji
