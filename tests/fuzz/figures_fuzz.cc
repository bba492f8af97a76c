// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of a line.
#include "figure/lines.h"
#include "fuzz/fuzz.h"
#include "pattern/pattern_set.h"

void fuzz(std::string_view bytes) {
  static const auto patterns = gouji::PatternSet::load({});
  static const gouji::FigureScanner scanner(*patterns);
  (void)gouji::figures_json_line(scanner, bytes.substr(0, 4000));
  (void)gouji::figures_json_line(scanner, bytes.substr(0, 4000), gouji::NumeralScope::all,
                                 gouji::RangeForm::one);
}
