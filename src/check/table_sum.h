// SPDX-License-Identifier: GPL-3.0-or-later
// A candidate relation between cells of one table, decided in whole numbers before it becomes a
// Relation: which reading of a table is right is told by how many of its relations hold.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "check/relation.h"
#include "check/table_model.h"

namespace gouji {

/// A cell of a table as an operand.
struct CellTerm {
  int row = 0, column = 0;
  int factor = 1;
};

/// What found a relation: the finder that comes first keeps what several find.
enum class Finder : std::uint8_t {
  head_formula,
  code,
  total_row,
  total_column,
  balance,
  indent,
  mark,
  change,
  rate,
  bound,
};

struct CellRelation {
  enum class Status : std::uint8_t { held, failed, unread, open };
  Finder finder = Finder::total_row;
  const char* rule = "sum.rows";
  const char* wording = "";
  CellTerm total;
  std::vector<CellTerm> parts;  ///< the terms; of a ratio those above the line
  std::vector<CellTerm> below;  ///< of a ratio
  int offset = 0;               ///< of a ratio: subtracted from it (1 for growth)
  Comparison comparison = Comparison::equal;
  Status status = Status::open;
  int blanks = 0;           ///< operands that are blank
  bool telling = false;     ///< the total is not 0, and a part is known
  bool strong = false;      ///< two parts are not 0: no accident if it holds
  int gap = 0;              ///< of a failed sum: 1 = more is stated than computed, -1 = less
  const char* reason = "";  ///< of an open one
  Severity at_most = Severity::error;
  bool holds() const { return status == Status::held; }
  bool fails() const { return status == Status::failed; }
};

/// Decides a linear relation (blank parts are 0, and counted). False if the total or all parts are
/// blank: there is nothing to relate.
bool decide_sum(const TableModel& table, CellRelation& relation);
/// Decides total = 100 × (parts / below - offset). False if an operand is not known or the base
/// may be 0.
bool decide_ratio(const TableModel& table, CellRelation& relation);
/// As the engine wants it. Blank parts are left out.
Relation relation_of(const TableModel& table, const CheckInput& input, const CellRelation& one);

}  // namespace gouji
