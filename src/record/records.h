// SPDX-License-Identifier: GPL-3.0-or-later
// Tables understood: performance targets, self-evaluations and score sheets as typed data.
#pragma once

#include <vector>

#include "gouji/report.h"
#include "layout/flow.h"
#include "pattern/pattern_set.h"
#include "table/grid.h"

namespace gouji {

/// The typed records of a document in the order of their tables, with their ids ("r1" …), and what
/// did not fit: rows of indicators that could not be read, rows that stood shifted.
struct Records {
  std::vector<Record> records;
  std::vector<Problem> problems;  ///< ids are given at the end of the pipeline
};

/// Reads the performance tables among `tables` (patterns/record/: types, header words, labels, what
/// cells are by themselves). A grid with several such tables gives several records. Record::table
/// is "tN", N the number of the grid from 1; Indicator::row is the row of the grid.
///
/// Cells of a row that stand under the wrong header because the source lost or added an empty cell
/// are put where they belong by what they are; empty level cells take the name above them. A row
/// that has no third-level name after that is left out and reported. Grids are not changed. Pure;
/// thread-safe.
Records read_records(const Tables& tables, const Flow& flow, const PatternSet& patterns);

}  // namespace gouji
