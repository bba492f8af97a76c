// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs the members of two lists that say the same, in order.
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

namespace gouji::golden {

/// For each member of the expected list the index of its partner in the found list, or -1. The
/// pairing has the greatest sum of `likeness(expected, found)`; pairs of likeness 0 are not made.
/// Order is kept.
inline std::vector<int> align(int expected, int found,
                              const std::function<double(int, int)>& likeness) {
  const auto width = static_cast<std::size_t>(found) + 1;
  std::vector<double> best((static_cast<std::size_t>(expected) + 1) * width, 0);
  std::vector<double> like(static_cast<std::size_t>(expected) * width, 0);
  const auto at = [&](int e, int f) {
    return static_cast<std::size_t>(e) * width + static_cast<std::size_t>(f);
  };
  for (int e = expected - 1; e >= 0; --e) {
    for (int f = found - 1; f >= 0; --f) {
      like[at(e, f)] = likeness(e, f);
      best[at(e, f)] = std::max(best[at(e + 1, f)], best[at(e, f + 1)]);
      if (like[at(e, f)] > 0)
        best[at(e, f)] = std::max(best[at(e, f)], like[at(e, f)] + best[at(e + 1, f + 1)]);
    }
  }
  std::vector<int> partner(static_cast<std::size_t>(expected), -1);
  for (int e = 0, f = 0; e < expected && f < found;) {
    if (like[at(e, f)] > 0 && best[at(e, f)] == like[at(e, f)] + best[at(e + 1, f + 1)]) {
      partner[static_cast<std::size_t>(e++)] = f++;
    } else if (best[at(e, f)] == best[at(e + 1, f)]) {
      ++e;
    } else {
      ++f;
    }
  }
  return partner;
}

}  // namespace gouji::golden
