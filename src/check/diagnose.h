// SPDX-License-Identifier: GPL-3.0-or-later
// Which printed figure is probably the wrong one: the smallest edit that makes a failed relation,
// and all others of the same figure, true.
#pragma once

#include <vector>

#include "check/evaluate.h"
#include "check/relation.h"
#include "gouji/report.h"

namespace gouji {

/// Fills `suspects` and `root` of the failed checks. One entry of `checks` a relation, in the same
/// order, with its id. Pure but for `checks`.
void diagnose(const std::vector<Relation>& relations, const std::vector<Verdict>& verdicts,
              std::vector<Check>& checks);

}  // namespace gouji
