// SPDX-License-Identifier: GPL-3.0-or-later
// Tables whose rows are set off by coloured ground instead of lines.
#pragma once

#include <vector>

#include "geometry/ruling.h"
#include "gouji/place.h"

namespace gouji {

/// The upper and lower edges of coloured bands that lie one below the other with the same ends, two
/// bands at least, as horizontal rulings. `grounds` are upright. A single band is a title, a band
/// with ends of its own a bar of a chart. Pure.
std::vector<Ruling> rules_of_grounds(const std::vector<Box>& grounds);

}  // namespace gouji
