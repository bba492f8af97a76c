// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of single lines as JSON: what `gouji figures --lines` prints.
#pragma once

#include <string>
#include <string_view>

#include "figure/figures.h"

namespace gouji {

/// One JSON array on one line, without a line end: for each figure of `line` (UTF-8) an object
/// {text, start, end, value, unit, kind, normalized: {value, unit}, bound, approximate, range}.
/// start and end count code points of the line, half-open; range is the index, in the array, of
/// the other end of a range, or null.
std::string figures_json_line(const FigureScanner& scanner, std::string_view line,
                              NumeralScope scope = NumeralScope::report);

}  // namespace gouji
