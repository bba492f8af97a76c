// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a report written as files: gouji extract --format csv|xlsx.
#pragma once

#include <string>

#include "gouji/report.h"
#include "gouji/result.h"
#include "pattern/pattern_set.h"

namespace gouji {

enum class ReportFormat { json, csv, xlsx };

/// Where the tables of one report go.
struct TableTarget {
  ReportFormat format = ReportFormat::xlsx;
  std::string folder;  ///< "" = into one file
  std::string name;    ///< in the folder without ending; else the file, "-" = standard output
  bool byte_order_mark = true;  ///< CSV
};

/// Writes NAME.xlsx; or NAME.t1.csv … with NAME.tables.csv, their list, and NAME.problems.csv where
/// the report has problems; or the only table as CSV into one file. Never replaces the input of the
/// report. Errors: output; usage when one CSV file is to hold several tables.
Result<Done> write_tables(const Report& report, const TableTarget& target,
                          const PatternSet& patterns);

}  // namespace gouji
