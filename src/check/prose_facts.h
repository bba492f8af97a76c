// SPDX-License-Identifier: GPL-3.0-or-later
// What the prose of accounts says, keyed like the facts of its tables (check/table_facts.h).
#pragma once

#include <string>
#include <vector>

#include "check/checks.h"
#include "check/class_path.h"
#include "check/relation.h"
#include "check/table_facts.h"

namespace gouji {

/// An amount of the accounts in prose.
struct ProseFact {
  const Passage* passage = nullptr;
  const ProseFigure* figure = nullptr;
  std::string concept_id;  ///< or "" for a line of the classification
  ClassPath path;          ///< of such a line
  std::string
      scope;  ///< "all", "fiscal", or a fund as of FiscalColumn::fund; "" where it says nothing
  bool scope_printed = false;  ///< in the words of the figure itself, not in a heading above
  bool generic = false;        ///< named by a word that many things share: 支出, 收入预算
  std::string basis;           ///< as of FiscalColumn::basis
  int year = 0;
};

/// All facts in reading order: amounts of money whose subject is a concept, and the amounts of the
/// lines of the classification. Explanations of words and annexed reports are left out. Pure.
std::vector<ProseFact> prose_facts(const CheckInput& input);
/// The printed figure of a fact.
Operand operand_of(const ProseFact& fact, const CheckInput& input, std::string role);

/// Amounts and names of the lines of the classification, and listed kinds of expense, against the
/// tables that print them.
void find_class_relations(const CheckInput& input, const std::vector<ProseFact>& facts,
                          const std::vector<TableFact>& cells, std::vector<Relation>& out);

/// The year that the document is about; 0 if none is known.
int main_year(const DocumentInfo& document);
/// "final_accounts" or "budget": what a figure is that says nothing else; "" in other documents.
std::string usual_basis(const DocumentInfo& document);

/// Does the passage stand in an explanation of words or an annexed evaluation, which speak of other
/// years and populations?
bool is_annexed(const CheckInput& input, const Passage& passage);

/// Does the document print the accounts of one department? Those of governments say the same of
/// several levels.
bool is_of_department(const CheckInput& input);

}  // namespace gouji
