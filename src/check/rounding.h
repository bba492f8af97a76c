// SPDX-License-Identifier: GPL-3.0-or-later
// Two habits of rounding that look like faults: rates that are cut instead of rounded all over a
// document, and one share that is cut so that all add to exactly 100.
#pragma once

#include <string>
#include <vector>

#include "check/evaluate.h"
#include "check/relation.h"

namespace gouji {

/// If the rates of the document fit cutting and not rounding: those that do pass, and one relation
/// of the rule "truncation" that fails as info stands at the place of the first of them. Both lists
/// stay in order and in step.
void tell_truncation(std::vector<Relation>& relations, std::vector<Verdict>& verdicts);

/// A share that fails by one unit of its last place, while its composition adds to exactly 100:
/// its rule becomes "plug_rounding", its severity info. Relations and verdicts in step.
void tell_plugs(std::vector<Relation>& relations, const std::vector<Verdict>& verdicts);

}  // namespace gouji
