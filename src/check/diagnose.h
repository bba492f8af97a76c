// SPDX-License-Identifier: GPL-3.0-or-later
// Which printed figure is probably the wrong one: the smallest edit that makes a failed relation,
// and all others of the same figure, true.
#pragma once

#include <vector>

#include "check/evaluate.h"
#include "check/relation.h"
#include "gouji/report.h"

namespace gouji {

/// Fills `suspects` (at most five, best first) and `root` of the failed checks. One entry of
/// `checks` a relation, in the same order, with its id. Costs grow with the failed relations and
/// the relations of their operands, not with the document. Pure but for `checks`.
void diagnose(const std::vector<Relation>& relations, const std::vector<Verdict>& verdicts,
              std::vector<Check>& checks);

/// The power of ten by which one statement of a failed same fact is off in its unit; 0 if none is,
/// if several fit, or if fewer than three digits say so. Pure.
int unit_slip(const Relation& relation, const Verdict& verdict);

}  // namespace gouji
