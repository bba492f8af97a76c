// SPDX-License-Identifier: GPL-3.0-or-later
// What the references of checks ("f12", "t3/r5c2") stand for in their report.
#pragma once

#include <string_view>

#include "gouji/report.h"

namespace gouji {

/// The cell of a reference "t3/r5c2" (its top left, if merged); null for anything else.
const TableCell* cell_at(const Report& report, std::string_view ref);
/// The figure of a reference "f12", or of a cell; null if there is none.
const Figure* figure_at(const Report& report, std::string_view ref);

}  // namespace gouji
