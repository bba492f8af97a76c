// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a report as CSV (RFC 4180; docs/tables.md).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/sink.h"
#include "gouji/report.h"

namespace gouji {

/// Begins every file unless switched off: without it, Excel takes UTF-8 for the system's encoding.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The cells of a table as printed, a record a row. A merged cell has its text at its top left, the
/// positions that it covers are empty.
void write_csv_table(const Table& table, Sink& sink);

/// The list of the tables of a report: number, file, caption, kind, unit, pages …; `files` has the
/// name of each table's file.
void write_csv_list(const Report& report, const std::vector<std::string>& files, Sink& sink);

/// The problems of a report: id, severity, code, place, what is said of it in both languages.
void write_csv_problems(const Report& report, Sink& sink);

/// A text as one field: in quotes where it needs them. A text that a spreadsheet would take for a
/// formula gets an apostrophe in front (is_formula_like).
std::string csv_field(std::string_view text);

/// Would a spreadsheet evaluate the text? It begins with = + - @ or a control character and is
/// neither a mark without letters and digits (-, ——) nor a number with a sign (-1.2, -5.3个百分点).
/// A text that itself has an apostrophe before such a character counts too, so that taking one
/// apostrophe away gives every printed text back.
bool is_formula_like(std::string_view text);

}  // namespace gouji
