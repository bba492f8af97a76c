// SPDX-License-Identifier: GPL-3.0-or-later
// Where reading was doubtful: what stands there is never called wrong.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "check/evaluate.h"
#include "check/relation.h"
#include "figure/figures.h"
#include "gouji/report.h"
#include "pattern/pattern_set.h"
#include "table/grid.h"

namespace gouji {

/// The pages and tables that the problems of a document call doubtful (`doubt` in
/// patterns/message/problem.toml). Holds references to tables and figures.
class DoubtfulPlaces {
 public:
  DoubtfulPlaces(const std::vector<Problem>& problems, const PatternSet& patterns,
                 const Tables& tables, const Figures& figures);
  /// The reason (a name of patterns/check/reason.toml) why a fail of this relation proves nothing:
  /// it or one of its operands stands in such a place. "" if none does.
  std::string reason(const Relation& relation) const;

 private:
  void add(const Problem& problem, std::string_view doubt);
  std::string reason_of_ref(const std::string& ref) const;

  const Tables& tables_;
  const Figures& figures_;
  bool document_ = false;
  std::set<int> pages_, grids_;
};

/// A fail in a doubtful place becomes `not_checked`; passes stay, for misread digits do not add up.
void silence_doubt(const std::vector<Relation>& relations, const DoubtfulPlaces& doubtful,
                   std::vector<Verdict>& verdicts);

}  // namespace gouji
