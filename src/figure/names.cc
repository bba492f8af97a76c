// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure/names.h"

namespace gouji {

std::string_view name_of(FigureKind kind) {
  switch (kind) {
    case FigureKind::money:
      return "money";
    case FigureKind::percent:
      return "percent";
    case FigureKind::count:
      return "count";
    case FigureKind::measure:
      return "measure";
    case FigureKind::score:
      return "score";
    case FigureKind::ratio:
      return "ratio";
    case FigureKind::number:
      return "number";
  }
  return "number";
}

std::string_view name_of(Bound bound) {
  switch (bound) {
    case Bound::none:
      return "";
    case Bound::at_least:
      return "at_least";
    case Bound::at_most:
      return "at_most";
    case Bound::more_than:
      return "more_than";
    case Bound::less_than:
      return "less_than";
  }
  return "";
}

}  // namespace gouji
