// SPDX-License-Identifier: GPL-3.0-or-later
// The finders inside one table. Each appends candidates that are decided; pure.
#pragma once

#include <vector>

#include "check/table_sum.h"

namespace gouji {

using CellRelations = std::vector<CellRelation>;

/// 类 = Σ款 = Σ项, by codes.
void find_code_sums(const TableModel& table, CellRelations& out);
/// Rows of totals: which rows each adds is the reading that most columns bear out.
void find_total_rows(const TableModel& table, CellRelations& out);
/// Rows that their indentation or their marks put above others.
void find_nested_rows(const TableModel& table, CellRelations& out);
/// 其中 rows are at most the row that they are part of.
void find_part_rows(const TableModel& table, CellRelations& out);
/// 收入总计 = 支出总计.
void find_balances(const TableModel& table, CellRelations& out);
/// Formulas printed in heads: 3=1+2, C=A+B.
void find_head_formulas(const TableModel& table, CellRelations& out);
/// Columns of totals: 合计 = 基本支出 + 项目支出.
void find_total_columns(const TableModel& table, CellRelations& out);
/// Columns of changes, growth, completion and shares.
void find_change_columns(const TableModel& table, CellRelations& out);
void find_rate_columns(const TableModel& table, CellRelations& out);

/// Which failures of a table are none: blanks that are not known to be nothing, places that do not
/// apply, rows broken over lines, lists that are not complete. Those become open, with a reason.
void judge_failures(const TableModel& table, CellRelations& all);

}  // namespace gouji
