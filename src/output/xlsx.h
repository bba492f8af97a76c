// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a report as an Excel workbook (docs/tables.md).
#pragma once

#include "base/sink.h"
#include "gouji/report.h"
#include "gouji/result.h"
#include "output/table_sheet.h"

namespace gouji {

/// Writes a workbook: a sheet that lists the tables, a sheet for each table, and, when the report
/// has any, a sheet of its problems. Cell r5c2 of a table stands in row 8, column C: caption and
/// unit stand above. Same report, same bytes. Nothing is written on an error. Errors: output, also
/// when a table has more rows or columns than a sheet may have.
Result<Done> write_xlsx(const Report& report, const SheetWords& words, Sink& sink);

}  // namespace gouji
