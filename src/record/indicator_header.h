// SPDX-License-Identifier: GPL-3.0-or-later
// The header of the indicators of a performance table: which column holds what.
#pragma once

#include <vector>

#include "record/table_view.h"
#include "record/vocabulary.h"

namespace gouji {

/// A column as the header cuts the table: grid columns [first, last] below one header cell.
struct HeaderColumn {
  int first = 0, last = 0;
  ColumnRole role = ColumnRole::none;
};

/// One header. Every grid column belongs to one of `columns`, left to right; a role other than
/// none, section, explanation and other stands once (the first of two keeps it).
struct IndicatorHeader {
  int first_row = 0;  ///< of the header: labels may stand in two rows
  int row = 0;        ///< the last row of the header
  int repeated = 0;   ///< columns whose role an earlier column has already: they are `other`
  std::vector<HeaderColumn> columns;

  bool has(ColumnRole role) const;
  /// The index into `columns` below which a grid column stands.
  int column_at(int grid_column) const;
  std::vector<ColumnRole> roles() const;
};

/// The headers of a table, from the top: rows with a label for the third level, one for the first
/// or second level, and one for a target, points or an actual value, the row above included. Empty
/// for other tables. Pure.
std::vector<IndicatorHeader> find_indicator_headers(const TableView& table,
                                                    const RecordVocabulary& vocabulary);

/// Could the table have such a header at all? A cheap look at the texts alone.
bool may_hold_indicators(const Grid& grid, const RecordVocabulary& vocabulary);

}  // namespace gouji
