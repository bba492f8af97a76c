// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/fields.h"
#include "output/names.h"

namespace gouji {

namespace {

constexpr auto kInline = JsonWriter::Layout::inline_;

void write(FieldWriter& out, const CheckOperand& operand) {
  out.json().begin_object(kInline);
  out.field("role", operand.role);
  out.field("ref", operand.ref);
  out.field("value", operand.value);
  out.field("unit", operand.unit);
  out.json().end_object();
}

void write(FieldWriter& out, const Suspect& suspect) {
  out.json().begin_object(kInline);
  out.field("ref", suspect.ref);
  out.field("printed", suspect.printed);
  out.field("suggested", suspect.suggested);
  if (suspect.edit.empty())
    out.null("edit");
  else
    out.field("edit", suspect.edit);
  out.field("explains", suspect.explains);
  out.json().end_object();
}

template <class T>
void write_list(FieldWriter& out, std::string_view key, const std::vector<T>& list) {
  out.json().key(key);
  out.json().begin_array();
  for (const T& one : list) write(out, one);
  out.json().end_array();
}

}  // namespace

void write_check_fields(FieldWriter& out, const Check& check) {
  out.field("id", check.id);
  out.field("rule", check.rule);
  out.field("status", name_of(check.status));
  if (check.severity)
    out.field("severity", name_of(*check.severity));
  else
    out.null("severity");
  out.field("message", check.message);
  out.field("formula", check.formula);
  out.field("stated", check.stated);
  out.field("computed", check.computed);
  out.field("difference", check.difference);
  out.field("width", check.width);
  out.field("unit", check.unit);
  write_list(out, "operands", check.operands);
  write_list(out, "suspects", check.suspects);
  out.field("root", check.root);
  out.field("quote", check.quote);
  out.field("reason", check.reason);
  out.field("at", check.at);
}

void write_check(FieldWriter& out, const Check& check) {
  out.json().begin_object();
  write_check_fields(out, check);
  out.json().end_object();
}

}  // namespace gouji
