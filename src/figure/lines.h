// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of single lines as JSON: what `gouji figures --lines` prints.
#pragma once

#include <string>
#include <string_view>

#include "figure/figures.h"

namespace gouji {

/// How a range (3—5家) is written.
enum class RangeForm {
  two,  ///< as in a report: two figures with bounds, each with the index of the other in `range`
  one,  ///< one entry with `low` and `high` in the normalised unit, `value` null
};

/// One JSON array on one line, without a line end: for each figure of `line` (UTF-8) an object
/// {text, start, end, value, unit, kind, normalized: {value, unit}, bound, approximate, range}.
/// start and end count code points of the line, half-open; range is the index, in the array, of
/// the other end of a range, or null.
std::string figures_json_line(const FigureScanner& scanner, std::string_view line,
                              NumeralScope scope = NumeralScope::report,
                              RangeForm form = RangeForm::two);

}  // namespace gouji
