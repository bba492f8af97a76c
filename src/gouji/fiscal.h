// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns and rows of a fiscal table mean: part of the records of a report.
//
// Concepts are the names in patterns/vocabulary/concept.toml ("total", "basic_expenditure" …), the
// same for rows, columns and prose, so that figures of one meaning can be compared.
#pragma once

#include <string>
#include <vector>

#include "gouji/quantity.h"

namespace gouji {

/// A column of a fiscal table: what its figures mean. Unknown is an empty optional or "".
struct FiscalColumn {
  int column = 0;     ///< of the table, from 0
  std::string label;  ///< the header texts above it, outermost first, joined by "/"
  std::string role;  ///< "label", "code", "amount", "rate", "change", "row_number", "note", "other"
  Maybe<std::string> concept_id;  ///< of patterns/vocabulary/concept.toml; `concept` in JSON
  Maybe<int> year;
  Maybe<std::string> basis;  ///< "opening_budget", "adjusted_budget", "budget", "final_accounts",
                             ///< "execution", "prior_year", "change", "ratio"
  Maybe<std::string> fund;   ///< "general_public_budget", "government_fund", "state_capital",
                             ///< "social_insurance"
  Maybe<std::string> unit;   ///< of its figures: 元, 万元, %
  std::string side;  ///< of two-sided tables: "income", "expenditure", "left", "right"; else ""
};

/// One filled cell of a fiscal row.
struct FiscalValue {
  int column = 0;              ///< of the table, from 0
  std::string value;           ///< plain decimal with the printed digits, or the text as printed
  Maybe<Quantity> normalized;  ///< money in 元, rates in %; absent for a text
  std::string cell;            ///< "t3/r5c2"
};

/// One line of a fiscal table; of a two-sided table, one side of a row.
struct FiscalRow {
  int row = 0;                      ///< of the table, from 0
  std::string side;                 ///< as FiscalColumn::side
  std::string label;                ///< without its marker
  Maybe<std::string> marker;        ///< as printed: 一、, 1., 其中：
  Maybe<std::string> code;          ///< of the classification, digits joined: 2010301
  int level = 0;                    ///< depth by code, marker and indentation; 0 = outermost
  Maybe<std::string> concept_id;    ///< of patterns/vocabulary/concept.toml; `concept` in JSON
  Maybe<int> year;                  ///< printed in the label; as are basis and fund, which are
  Maybe<std::string> basis, fund;   ///< those of FiscalColumn
  std::string kind;                 ///< "item", "total", "subtotal", "of_which", "heading"
  Maybe<int> parent;                ///< index into the rows of the record
  std::vector<FiscalValue> values;  ///< filled cells only; a blank cell is absent
};

}  // namespace gouji
