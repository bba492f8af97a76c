// SPDX-License-Identifier: GPL-3.0-or-later
// Reports read back from their JSON.
#pragma once

#include <string>
#include <string_view>

#include "gouji/report.h"
#include "gouji/result.h"

namespace gouji {

/// The report that write_report() wrote, in either form: written again it gives the same bytes.
/// Fields that are not known (of a newer gouji) are passed over. `name` stands for the file in
/// messages. Error (unreadable): not JSON, no report of this schema, or a field of another type
/// than the contract's; the message names it ("sections/3/title").
Result<Report> read_report(std::string_view json, const std::string& name);

}  // namespace gouji
