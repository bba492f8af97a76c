// SPDX-License-Identifier: GPL-3.0-or-later
// Faults of wording that have one cause: a form that nobody finished, a name that is wrong
// throughout. People are told each once, with its places.
#pragma once

#include <vector>

#include "check/relation.h"
#include "gouji/report.h"

namespace gouji {

/// Sets `root` of the failed checks about words that have one cause: the gravest of them, the first
/// where several are. One entry of `checks` a relation, in the same order, with its id. Pure but
/// for `checks`.
void join_causes(const std::vector<Relation>& relations, std::vector<Check>& checks);

}  // namespace gouji
