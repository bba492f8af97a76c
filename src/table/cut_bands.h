// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a lattice cut into rows of the table.
#pragma once

#include <functional>
#include <vector>

#include "geometry/ruling.h"
#include "table/printed_table.h"

namespace gouji {

/// Cuts each row of the table at its edges: the first and the last are its own ends, fewer than
/// three leave it whole. Cells that reach over several rows stay as they are; `spans` says which of
/// the others reach over all rows that theirs is cut into. `edges`: one entry a row. Returns where
/// each row begins now, and the number of rows.
std::vector<int> cut_bands(PrintedTable& table, const std::vector<std::vector<float>>& edges,
                           const std::function<bool(const PrintedCell&)>& spans);

/// Cuts cells that reach over an edge of the lattice at which only column rules end, where they
/// have print of their own above and below it. Rows are those of the lattice.
void cut_at_rule_ends(PrintedTable& table, const Lattice& lattice,
                      const std::vector<Ruling>& rulings);

/// What tells that a row begins where no ruling runs.
enum class RowEdge { joint, ground };

/// Cuts rows at heights where rows begin without a ruling, as far as the print bears it out: hardly
/// any text runs over such an edge, print at both sides of it is not the lines of one text, and
/// (but where ground ends) it stands alike in its part: at its top, its foot or in its middle.
/// Pure.
void cut_at_row_edges(PrintedTable& table, const std::vector<float>& edges, RowEdge kind);

}  // namespace gouji
