// SPDX-License-Identifier: GPL-3.0-or-later
// How far the labels of a fiscal table are indented, and what that says of levels.
#pragma once

#include <vector>

#include "record/fiscal_parts.h"

namespace gouji {

/// Indents closer than this are one (em).
constexpr float kSameIndent = 0.25F;

inline bool is_sum(const FiscalLine& line) {
  return line.row.kind == "total" || line.row.kind == "subtotal";
}

/// Has a single line its label in the middle of its cell, with room on both sides?
bool is_set_in_middle(const FiscalLine& line);

/// Forgets the indents of labels in the middle of their cells, sets stray ones on a step. Returns
/// how far apart two indents must be to be of two levels (em); 0 if indents tell nothing.
float settle_indents(std::vector<FiscalLine>& lines);

}  // namespace gouji
