// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "output/json_cursor.h"

namespace gouji {

void read(const Cursor& in, Indicator& out) {
  const auto optional = [&](const char* key, auto& value) {
    if (in.has(key)) in[key].get(value);
  };
  in["level1"].get(out.level1);
  in["level2"].get(out.level2);
  in["level3"].get(out.level3);
  optional("operator", out.op);
  optional("value", out.value);
  optional("unit", out.unit);
  optional("deadline", out.deadline);
  optional("actual", out.actual);
  optional("weight", out.weight);
  optional("score", out.score);
  optional("reason", out.reason);
  in["row"].get(out.row);
}

void read(const Cursor& in, FiscalColumn& out) {
  in["column"].get(out.column);
  in["label"].get(out.label);
  in["role"].get(out.role);
  in["concept"].get(out.concept_id);
  in["year"].get(out.year);
  in["basis"].get(out.basis);
  in["fund"].get(out.fund);
  in["unit"].get(out.unit);
  in["side"].get(out.side);
}

void read(const Cursor& in, FiscalValue& out) {
  in["column"].get(out.column);
  in["value"].get(out.value);
  in["normalized"].get(out.normalized);
  in["cell"].get(out.cell);
}

void read(const Cursor& in, FiscalRow& out) {
  in["row"].get(out.row);
  in["side"].get(out.side);
  in["label"].get(out.label);
  in["marker"].get(out.marker);
  in["code"].get(out.code);
  in["level"].get(out.level);
  in["concept"].get(out.concept_id);
  in["year"].get(out.year);
  in["basis"].get(out.basis);
  in["fund"].get(out.fund);
  in["kind"].get(out.kind);
  in["parent"].get(out.parent);
  read_list(in["values"], out.values);
}

namespace {

/// The label without the number that the writer puts behind one that it wrote before.
std::string bare_label(const std::string& key, std::map<std::string, int>& seen) {
  const std::size_t mark = key.rfind('#');
  if (mark != std::string::npos) {
    const auto before = seen.find(key.substr(0, mark));
    if (before != seen.end() && key.substr(mark + 1) == std::to_string(before->second + 1)) {
      ++before->second;
      return before->first;
    }
  }
  ++seen[key];
  return key;
}

void read_fields(const Cursor& in, Record& out) {
  if (!in.json().is_object()) return in.complain(in.place(), "is no object");
  std::map<std::string, int> seen;
  for (const auto& [key, value] : in.json().items()) {
    auto& field = out.fields.emplace_back(bare_label(key, seen), std::string());
    in[key.c_str()].get(field.second);
  }
}

}  // namespace

void read(const Cursor& in, CheckOperand& out) {
  in["role"].get(out.role);
  in["ref"].get(out.ref);
  in["value"].get(out.value);
  in["unit"].get(out.unit);
}

void read(const Cursor& in, Suspect& out) {
  in["ref"].get(out.ref);
  in["printed"].get(out.printed);
  in["suggested"].get(out.suggested);
  in["edit"].get_or_empty(out.edit);
  in["explains"].get(out.explains);
}

/// Which fields there are hangs on the type of the record.
void read(const Cursor& in, Record& out) {
  const auto optional = [&](const char* key, auto& value) {
    if (in.has(key)) in[key].get(value);
  };
  in["id"].get(out.id);
  in["type"].get(out.type);
  in["table"].get(out.table);
  in["title"].get(out.title);
  in["year"].get(out.year);
  in["unit"].get(out.unit);
  optional("kind", out.kind);
  optional("project", out.project);
  if (in.has("fields")) read_fields(in["fields"], out);
  optional("budget", out.budget);
  optional("budgeted", out.budgeted);
  optional("adjusted", out.adjusted);
  optional("executed", out.executed);
  optional("execution_rate", out.execution_rate);
  optional("goal", out.goal);
  optional("goal_actual", out.goal_actual);
  optional("total_score", out.total_score);
  if (in.has("indicators")) read_list(in["indicators"], out.indicators);
  if (in.has("columns")) read_list(in["columns"], out.columns);
  if (in.has("rows")) read_list(in["rows"], out.rows);
  in["at"].get(out.at);
}

void read(const Cursor& in, Check& out) {
  in["id"].get(out.id);
  in["rule"].get(out.rule);
  in["status"].get_name(out.status);
  if (!in["severity"].is_null()) in["severity"].get_name(out.severity.emplace());
  in["message"].get(out.message);
  in["formula"].get(out.formula);
  in["stated"].get(out.stated);
  in["computed"].get(out.computed);
  in["difference"].get(out.difference);
  in["width"].get(out.width);
  in["unit"].get(out.unit);
  read_list(in["operands"], out.operands);
  read_list(in["suspects"], out.suspects);
  in["root"].get(out.root);
  in["quote"].get(out.quote);
  in["reason"].get(out.reason);
  in["at"].get(out.at);
}

}  // namespace gouji
