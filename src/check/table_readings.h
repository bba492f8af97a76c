// SPDX-License-Identifier: GPL-3.0-or-later
// The readings of which rows a total row adds: stretches of rows, and what is selected of them.
#pragma once

#include <cstdint>
#include <vector>

#include "check/table_model.h"

namespace gouji {

using Rows = std::vector<const ModelRow*>;

/// How surely these rows are the parts: where the sum of a sure reading does not hold, that is a
/// fault and no wrong reading.
enum class Certainty : std::uint8_t {
  none,
  list,  ///< all rows of a table without depth, above its last row or below its first
  sure,  ///< codes, marks in order, or the labels say it
};

/// Rows that a total may add.
struct RowReading {
  Rows parts;
  Certainty certainty = Certainty::none;
};

/// The readings for the total at rows[at], the most telling first; each set of rows once.
std::vector<RowReading> readings_of(const TableModel& table, const Rows& rows, std::size_t at,
                                    const std::vector<int>& columns);
/// The outermost rows of a list in which parents stand before their parts, found by sums of one
/// column alone; empty when nothing nests.
Rows outermost_by_sums(const TableModel& table, const Rows& rows, int column);

}  // namespace gouji
