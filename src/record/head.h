// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above and below the indicators of a performance table: project, departments, money,
// goals, total and remarks.
#pragma once

#include <string>

#include "gouji/report.h"
#include "record/indicator_header.h"

namespace gouji {

/// Reads rows [begin, end) into `record`: labels with the value to their right, and labels in a row
/// with their values in the rows below (goals; budget, spending and rate). What no typed field
/// takes goes to Record::fields under its printed label. `unit` is the unit of money that is known
/// up to now; a label that names one sets it. Pure but for the two.
void read_head_rows(const TableView& table, const RecordVocabulary& vocabulary, int begin, int end,
                    Record& record, std::string& unit);

/// The total of points, in a row below the indicators: "总分 | 100 | 97.5". Pure but for `record`.
void read_total_row(const TableView& table, const RecordVocabulary& vocabulary,
                    const IndicatorHeader& header, int row, Record& record);

}  // namespace gouji
