// SPDX-License-Identifier: GPL-3.0-or-later
// The words that the contract uses for the severity of problems; figures have theirs.
#pragma once

#include <string_view>

#include "figure/names.h"
#include "gouji/report.h"

namespace gouji {

std::string_view name_of(Severity severity);

}  // namespace gouji
