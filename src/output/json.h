// SPDX-License-Identifier: GPL-3.0-or-later
// The report as JSON: the contract gouji/report/1 (docs/report.md, schema/report-1.schema.json).
#pragma once

#include "gouji/report.h"
#include "output/json_writer.h"

namespace gouji {

/// The value of the field `schema`.
inline constexpr std::string_view kReportSchema = "gouji/report/1";

/// Writes the report and a line feed. Every field of the contract is there; the same report gives
/// the same bytes. Needs no memory in the size of the report.
void write_report(const Report& report, JsonForm form, Sink& sink);

}  // namespace gouji
