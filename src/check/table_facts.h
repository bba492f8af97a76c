// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of typed fiscal tables say, as facts that other statements can be held against:
// the table side of the fact graph. Prose facts are joined to them by concept, code, year, basis
// and fund.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/checks.h"
#include "check/relation.h"

namespace gouji {

/// One printed amount or rate of a fiscal record. Pointers and views point into
/// CheckInput::records and live as long as it does. Empty views: not known.
struct TableFact {
  const Record* record = nullptr;
  const FiscalRow* row = nullptr;
  const FiscalColumn* column = nullptr;
  const FiscalValue* value = nullptr;
  int grid = 0;     ///< index into Tables::grids
  int figure = -1;  ///< index into Figures::figures; never -1

  std::string_view concept_id;  ///< of the row
  std::string_view measure;     ///< of the column: "total", "basic_expenditure" … or ""
  std::string_view code;        ///< of the classification, digits joined
  std::string_view label;       ///< of the row
  int year = 0;                 ///< the row's or the column's; 0 = none is printed
  std::string_view basis, fund, side;
};

/// All facts in the order of records, rows and columns. Pure; linear in the cells.
std::vector<TableFact> table_facts(const CheckInput& input);
/// The printed figure of a fact as an operand that refers to its cell.
Operand operand_of(const TableFact& fact, const CheckInput& input, std::string role);

}  // namespace gouji
