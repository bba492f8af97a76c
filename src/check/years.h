// SPDX-License-Identifier: GPL-3.0-or-later
// Reports of one body joined over the years: last year's figure as this year's report states it
// against last year's own report.
#pragma once

#include <string>
#include <vector>

#include "check/operand.h"
#include "gouji/report.h"
#include "pattern/pattern_set.h"

namespace gouji {

/// A figure that another year's report may state too. Two facts speak of the same if their keys are
/// equal: kind of table, row (code, concept or label), side, fund, basis; or the subject of a
/// figure of prose.
struct YearFact {
  std::string key;
  int year = 0;
  Operand operand;  ///< its reference is that of its own report
  std::string quote;
  At at;
};

/// What a report says of its year and of the year before: all that is kept of it.
struct YearFacts {
  SourceInfo source;
  DocumentInfo document;
  int year = 0;  ///< the main fiscal year; 0 = unknown, joined with nothing
  std::vector<YearFact>
      facts;  ///< by key; a key that has different values is not certain: left out
};

YearFacts year_facts(const Report& report);

/// A check between two documents. Its place is in the later one; operands of the earlier one have
/// the reference "PATH#REF".
struct YearCheck {
  std::size_t document = 0;  ///< index of the later document
  Check check;               ///< rule "same_fact.years"
};

/// Compares every two documents of the same issuer and kind whose years follow each other; an
/// issuer with two documents of one year and kind is left out, for which of them counts is not
/// certain. A difference is a warning: last year's figures may have been restated.
std::vector<YearCheck> check_years(const std::vector<YearFacts>& documents,
                                   const PatternSet& patterns);

}  // namespace gouji
