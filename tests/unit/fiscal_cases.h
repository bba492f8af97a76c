// SPDX-License-Identifier: GPL-3.0-or-later
// Fiscal tables written as text, and their records written as text.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "record/fiscal.h"
#include "unit/grid_of.h"

namespace gouji {

inline const PatternSet& pattern_set() {
  static const Result<PatternSet> patterns = PatternSet::load();
  return *patterns;
}

struct FiscalCase {
  const char* kind;
  const char* caption;
  int header_rows;
  const char* grid;
  const char* columns;  ///< one a line: label|role|concept|year|basis|fund|unit|side
  const char* rows;     ///< one a line, see show()
  const char* name;
};

inline Records read(const FiscalCase& c) {
  Tables tables;
  tables.grids.push_back(grid_of(c.grid));
  Grid& grid = tables.grids.back();
  grid.kind = c.kind;
  if (*c.caption) grid.caption = c.caption;
  grid.unit = "万元";
  grid.header_rows = c.header_rows;
  Flow flow;
  flow.blocks.push_back({BlockKind::table, {}, {}, 0});
  tables.grid_of_region = {0};
  tables.roles.assign(1, TableRole::none);
  static const FigureScanner scanner(pattern_set());
  const Figures figures = find_figures(flow, tables, Outline(), pattern_set(), scanner);
  Records out;
  add_fiscal_records(tables, figures, DocumentInfo(), pattern_set(), out);
  return out;
}

inline std::string show(const FiscalColumn& c) {
  return c.label + "|" + c.role + "|" + c.concept_id.value_or("") + "|" +
         (c.year ? std::to_string(*c.year) : "") + "|" + c.basis.value_or("") + "|" +
         c.fund.value_or("") + "|" + c.unit.value_or("") + "|" + c.side + "\n";
}

/// Level as blanks, marker in brackets, label, code in braces, kind unless item, concept behind #,
/// fund behind $, year behind @, basis behind %, parent behind ^, then the values by column.
inline std::string show(const FiscalRow& r) {
  std::string out(static_cast<std::size_t>(2 * r.level), ' ');
  if (r.marker) out += "[" + *r.marker + "]";
  out += r.label;
  if (r.code) out += "{" + *r.code + "}";
  if (r.kind != "item") out += " " + r.kind;
  if (r.concept_id) out += " #" + *r.concept_id;
  if (r.fund) out += " $" + *r.fund;
  if (r.year) out += " @" + std::to_string(*r.year);
  if (r.basis) out += " %" + *r.basis;
  if (r.parent) out += " ^" + std::to_string(*r.parent);
  for (const FiscalValue& value : r.values)
    out += " " + std::to_string(value.column) + "=" + value.value;
  return out + "\n";
}

inline void expect_understood(const FiscalCase& c) {
  const Records out = read(c);
  ASSERT_EQ(out.records.size(), 1U);
  const Record& record = out.records[0];
  EXPECT_EQ(record.type,
            std::string(c.kind).substr(0, 4) == "debt" ? "debt_table" : "fiscal_table");
  EXPECT_EQ(record.kind, c.kind);
  std::string columns, rows;
  for (const FiscalColumn& column : record.columns) columns += show(column);
  for (const FiscalRow& row : record.rows) rows += show(row);
  EXPECT_EQ(columns, c.columns);
  EXPECT_EQ(rows, c.rows);
  EXPECT_TRUE(out.problems.empty());
}

}  // namespace gouji
