// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as operands: what a printed number stands for (../docs/checks.md, "Tolerance").
#pragma once

#include <string>

#include "check/relation.h"

namespace gouji {

/// The operand that a figure of prose or of a cell is. Exact (half = 0): a printed bare 0; counts
/// (a printed integer whose unit is no money and no measure and has no 万), scores with at most one
/// decimal, fractions. Everything else: half a unit of its last printed place, in the base unit;
/// 0.00万元 is within 50 元 of nothing.
Operand operand_of(const Figure& figure, std::string role);
/// The same with another reference ("t3/r5c2" for the figure of a cell).
Operand operand_of(const Figure& figure, std::string role, std::string ref);
/// A cell that holds no figure: doubt `blank` for an empty one, else `unread`.
Operand operand_without_figure(std::string role, std::string ref, bool empty);

}  // namespace gouji
