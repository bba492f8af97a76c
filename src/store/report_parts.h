// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a report, in the order in which rows are written and read.
#pragma once

#include <string_view>

#include "store/report_columns.h"

namespace gouji {

/// Calls for every table of the store but documents:
///   visitor.list(NAME, VECTOR)                     rows have the key n, from 1
///   visitor.nested(NAME, PARENT_KEY, PARENTS, OF)  … the key (PARENT_KEY, n)
///   visitor.grid(NAME, PARENT_KEY, PARENTS, OF)    … the key (PARENT_KEY, the part's own first two
///                                                  columns)
///   visitor.deep(NAME, PARENT_KEY, MIDDLE_KEY, PARENTS, OF, OF2)
///                                                  … the key (PARENT_KEY, MIDDLE_KEY, n)
/// `OF(parent)` gives the vector of a parent, PARENT_KEY is the n of the parent.
template <class Visitor, class R>
void visit_parts(Visitor& visitor, R& report) {
  visitor.list("cites", report.document.cites);
  visitor.list("sections", report.sections);
  visitor.list("items", report.items);
  visitor.list("tables", report.tables);
  visitor.nested(
      "notes", "table_n", report.tables, [](auto& t) -> auto& { return t.notes; });
  visitor.grid(
      "cells", "table_n", report.tables, [](auto& t) -> auto& { return t.cells; });
  visitor.list("figures", report.figures);
  visitor.list("records", report.records);
  visitor.nested(
      "record_fields", "record_n", report.records, [](auto& r) -> auto& { return r.fields; });
  visitor.nested(
      "indicators", "record_n", report.records, [](auto& r) -> auto& { return r.indicators; });
  visitor.nested(
      "fiscal_columns", "record_n", report.records, [](auto& r) -> auto& { return r.columns; });
  visitor.nested(
      "fiscal_rows", "record_n", report.records, [](auto& r) -> auto& { return r.rows; });
  visitor.deep(
      "fiscal_values", "record_n", "row_n", report.records, [](auto& r) -> auto& { return r.rows; },
      [](auto& row) -> auto& { return row.values; });
  visitor.list("checks", report.checks);
  visitor.nested(
      "check_operands", "check_n", report.checks, [](auto& c) -> auto& { return c.operands; });
  visitor.nested(
      "check_suspects", "check_n", report.checks, [](auto& c) -> auto& { return c.suspects; });
  visitor.list("problems", report.problems);
}

}  // namespace gouji
