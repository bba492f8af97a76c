// SPDX-License-Identifier: GPL-3.0-or-later
// The rows below the header of a performance table, as indicators.
#pragma once

#include <string>
#include <vector>

#include "gouji/report.h"
#include "record/indicator_header.h"

namespace gouji {

/// A project that a column of the table names, with the indicators from `first` up to those of the
/// next project.
struct ProjectRows {
  std::size_t first = 0;
  std::string name, goal, budget;  ///< as printed
};

/// The indicators of one header.
struct IndicatorRows {
  std::vector<Indicator> indicators;
  std::vector<ProjectRows> projects;  ///< empty where the table is about one project
  int end = 0;                        ///< the row behind the last indicator row
  std::vector<int> unread;            ///< rows that hold text but give no indicator
  std::vector<int> shifted;           ///< rows whose cells did not stand below their header
  std::vector<int> doubtful;          ///< rows in which some cell fits no column
};

/// Reads rows from the one below `header` up to `limit` or the first row that a label of another
/// part of the table opens (total, conclusion, the next project …). Pure.
IndicatorRows read_indicators(const TableView& table, const RecordVocabulary& vocabulary,
                              const IndicatorHeader& header, int limit);

}  // namespace gouji
