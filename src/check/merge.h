// SPDX-License-Identifier: GPL-3.0-or-later
// Relations of all finders as one list: one name a figure, one relation an equation, in the order
// of their places.
#pragma once

#include <vector>

#include "check/relation.h"
#include "figure/figures.h"

namespace gouji {

/// A figure of a cell is called by its cell ("t3/r5c2") in every relation. Relations that say the
/// same (A = B + C and C = A - B; the same share twice) become one: the first that can be checked,
/// at its first place. The result is in reading order and the same for the same relations. Pure.
std::vector<Relation> merge_relations(std::vector<Relation> relations, const Figures& figures);

}  // namespace gouji
