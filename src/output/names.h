// SPDX-License-Identifier: GPL-3.0-or-later
// The words that the contract uses for the values of enumerations.
#pragma once

#include <string_view>

#include "gouji/report.h"

namespace gouji {

std::string_view name_of(FigureKind kind);
/// "" for none.
std::string_view name_of(Bound bound);
std::string_view name_of(Severity severity);

}  // namespace gouji
