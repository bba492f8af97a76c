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

}  // namespace

void write_record(FieldWriter& out, const Record& record) {
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
