// SPDX-License-Identifier: GPL-3.0-or-later
// The words that the contract uses for what figures are.
#pragma once

#include <string_view>

#include "gouji/report.h"

namespace gouji {

std::string_view name_of(FigureKind kind);
/// "" for none.
std::string_view name_of(Bound bound);

}  // namespace gouji
