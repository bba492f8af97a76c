// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace gouji {

/// The JSON Schema (draft 7) of reports: schema/report-1.schema.json as it was when gouji was
/// built.
std::string_view report_schema();

}  // namespace gouji
