// SPDX-License-Identifier: GPL-3.0-or-later
// The finders: each appends the relations of its family to `out`, in reading order. Pure;
// thread-safe. A finder never judges: a relation whose operands are not certain gets a `reason`.
#pragma once

#include <vector>

#include "check/checks.h"
#include "check/relation.h"

namespace gouji {

/// Inside one table: totals and subtotals of rows and columns, 类 = Σ 款 = Σ 项, balance of two
/// sides, 其中 as a bound, differences, growth, completion and share columns.
void find_table_relations(const CheckInput& input, std::vector<Relation>& out);

/// The same fact in prose and table, or twice in prose; lines of the classification and kinds of
/// expense that both print.
void find_fact_relations(const CheckInput& input, std::vector<Relation>& out);
/// Between the tables of a department: one fact in several tables, and the official relations of
/// the forms.
void find_table_joins(const CheckInput& input, std::vector<Relation>& out);

/// Performance sheets: points, targets, money, and what the prose says of them again.
void find_performance_relations(const CheckInput& input, std::vector<Relation>& out);
/// In prose: totals and their listed parts, shares, changes and growth, completion rates, words
/// against numbers.
void find_prose_relations(const CheckInput& input, std::vector<Relation>& out);
/// Statements about words, years, names, numbers of entries, lists and charts
/// (check/statement_finders.h).
void find_statement_relations(const CheckInput& input, std::vector<Relation>& out);

}  // namespace gouji
