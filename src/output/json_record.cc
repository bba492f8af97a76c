// SPDX-License-Identifier: GPL-3.0-or-later
// All records share a head; what stands behind it, and in their indicators, hangs on the type.
#include <map>

#include "output/fields.h"

namespace gouji {
namespace {

constexpr auto kInline = JsonWriter::Layout::inline_;

struct RecordForm {
  bool budget = false;      ///< budget and goal
  bool execution = false;   ///< budgeted … execution_rate, goal_actual
  bool total = false;       ///< total_score
  bool target = false;      ///< indicators: operator, value, unit, deadline
  bool assessment = false;  ///< indicators: actual
  bool points = false;      ///< indicators: weight, score, reason
};

RecordForm form_of(std::string_view type) {
  if (type == "performance_target") return {.budget = true, .target = true};
  if (type == "self_evaluation")
    return {.budget = true,
            .execution = true,
            .total = true,
            .target = true,
            .assessment = true,
            .points = true};
  if (type == "scorecard") return {.total = true, .points = true};
  return {};
}

/// Labels that a table prints twice get a number behind them: keys of an object are unique.
void write_labels(FieldWriter& out, const Record& record) {
  std::map<std::string_view, int> seen;
  out.json().key("fields");
  out.json().begin_object();
  for (const auto& [label, value] : record.fields) {
    const int count = ++seen[label];
    out.field(count == 1 ? label : label + "#" + std::to_string(count), value);
  }
  out.json().end_object();
}

void write_indicator(FieldWriter& out, const Indicator& indicator, const RecordForm& form) {
  out.json().begin_object(kInline);
  out.field("level1", indicator.level1);
  out.field("level2", indicator.level2);
  out.field("level3", indicator.level3);
  if (form.target) {
    out.field("operator", indicator.op);
    out.field("value", indicator.value);
    out.field("unit", indicator.unit);
    out.field("deadline", indicator.deadline);
  }
  if (form.assessment) out.field("actual", indicator.actual);
  if (form.points) {
    out.field("weight", indicator.weight);
    out.field("score", indicator.score);
    out.field("reason", indicator.reason);
  }
  out.field("row", indicator.row);
  out.json().end_object();
}

bool is_fiscal(const Record& record) {
  return record.type == "fiscal_table" || record.type == "debt_table" ||
         record.type == "disclosure_table";
}

void write_column(FieldWriter& out, const FiscalColumn& column) {
  out.json().begin_object(kInline);
  out.field("column", column.column);
  out.field("label", column.label);
  out.field("role", column.role);
  out.field("concept", column.concept_id);
  out.field("year", column.year);
  out.field("basis", column.basis);
  out.field("fund", column.fund);
  out.field("unit", column.unit);
  out.field("side", column.side);
  out.json().end_object();
}

void write_row(FieldWriter& out, const FiscalRow& row) {
  out.json().begin_object(kInline);
  out.field("row", row.row);
  out.field("side", row.side);
  out.field("label", row.label);
  out.field("marker", row.marker);
  out.field("code", row.code);
  out.field("level", row.level);
  out.field("concept", row.concept_id);
  out.field("year", row.year);
  out.field("basis", row.basis);
  out.field("fund", row.fund);
  out.field("kind", row.kind);
  out.field("parent", row.parent);
  out.json().key("values");
  out.json().begin_array(kInline);
  for (const FiscalValue& value : row.values) {
    out.json().begin_object(kInline);
    out.field("column", value.column);
    out.field("value", value.value);
    out.field("normalized", value.normalized);
    out.field("cell", value.cell);
    out.json().end_object();
  }
  out.json().end_array();
  out.json().end_object();
}

void write_fiscal(FieldWriter& out, const Record& record) {
  out.json().begin_object();
  out.field("id", record.id);
  out.field("type", record.type);
  out.field("table", record.table);
  out.field("kind", record.kind);
  out.field("title", record.title);
  out.field("year", record.year);
  out.field("unit", record.unit);
  out.json().key("columns");
  out.json().begin_array();
  for (const FiscalColumn& column : record.columns) write_column(out, column);
  out.json().end_array();
  out.json().key("rows");
  out.json().begin_array();
  for (const FiscalRow& row : record.rows) write_row(out, row);
  out.json().end_array();
  out.field("at", record.at);
  out.json().end_object();
}

}  // namespace

void write_record(FieldWriter& out, const Record& record) {
  if (is_fiscal(record)) {
    write_fiscal(out, record);
    return;
  }
  const RecordForm form = form_of(record.type);
  out.json().begin_object();
  out.field("id", record.id);
  out.field("type", record.type);
  out.field("table", record.table);
  out.field("title", record.title);
  out.field("year", record.year);
  out.field("unit", record.unit);
  out.field("project", record.project);
  write_labels(out, record);
  if (form.budget) out.field("budget", record.budget);
  if (form.execution) {
    out.field("budgeted", record.budgeted);
    out.field("adjusted", record.adjusted);
    out.field("executed", record.executed);
    out.field("execution_rate", record.execution_rate);
  }
  if (form.budget) out.field("goal", record.goal);
  if (form.execution) out.field("goal_actual", record.goal_actual);
  if (form.total) out.field("total_score", record.total_score);
  out.json().key("indicators");
  out.json().begin_array();
  for (const Indicator& indicator : record.indicators) write_indicator(out, indicator, form);
  out.json().end_array();
  out.field("at", record.at);
  out.json().end_object();
}

}  // namespace gouji
