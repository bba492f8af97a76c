// SPDX-License-Identifier: GPL-3.0-or-later
// What a cell of a department's tables means, in words that do not depend on its table.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/table_facts.h"
#include "pattern/pattern_set.h"

namespace gouji {

/// Two cells of one meaning state one fact.
struct CellMeaning {
  std::string subject;  ///< a concept, "code:2080501"; "" = not known
  std::string measure;  ///< of what part of it: "basic_expenditure"; "" = all
  std::string flow;     ///< "income", "expenditure"; of codes only
  std::string scope;    ///< whose money: "all", "fiscal", a fund
  std::string basis;
  int year = 0;
  auto operator<=>(const CellMeaning&) const = default;
};

struct MeantFact {
  const TableFact* fact = nullptr;
  CellMeaning meaning;
};

/// Reads meanings by patterns/check/joined.toml. Holds references into the pattern set.
class CellMeanings {
 public:
  explicit CellMeanings(const PatternSet& patterns);
  /// The facts of the tables whose kind is known and stands once in the document for its scope, in
  /// order. A meaning that a table states twice is not certain: it is left out.
  std::vector<MeantFact> of(const std::vector<TableFact>& facts) const;

 private:
  CellMeaning read(const TableFact& fact) const;
  const Definition* subject_of(std::string_view kind) const;

  std::map<std::string, const Definition*, std::less<>> subjects_;  ///< by kind of table
  std::map<std::string, std::string, std::less<>>
      code_of_concept_;  ///< classes of a classification
};

}  // namespace gouji
