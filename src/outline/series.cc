// SPDX-License-Identifier: GPL-3.0-or-later
#include "outline/series.h"

#include <algorithm>

namespace gouji {

std::optional<std::string> Series::add(int ordinal) {
  std::optional<std::string> anomaly;
  const bool anew = ordinal == 1 && last_ >= 2;
  if (begun_ && anew) seen_.clear();
  if (begun_ && !anew && ordinal != last_ + 1)
    anomaly = seen_.count(ordinal) > 0 ? "duplicate" : ordinal > last_ ? "gap" : "out_of_order";
  last_ = anew ? 1 : std::max(last_, ordinal);
  seen_.insert(ordinal);
  begun_ = true;
  return anomaly;
}

}  // namespace gouji
