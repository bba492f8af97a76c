// SPDX-License-Identifier: GPL-3.0-or-later
// How the ways of numbering nest in one document.
#pragma once

#include <vector>

#include "outline/entry.h"

namespace gouji {

/// The usual order of nesting, and the places where the document departs from it.
class Nesting {
 public:
  /// Looks at the markers of the entries, as they are at that moment.
  explicit Nesting(const std::vector<Entry>& entries);

  /// The smaller, the more outside. Orders of two styles differ by at least kStep.
  static constexpr int kStep = 16;
  static int order(const MarkerStyle& style) { return kStep * style.rank; }

  /// Does entry `inner` open a list inside entry `outer`, although its style is usually the outer
  /// one (2、 … （一） … （二） … 3、)? It does when it begins with 1 and the series of `outer`
  /// goes on behind it.
  bool opens_inside(std::size_t outer, std::size_t inner) const;
  /// Does the next entry with the style of `entry` behind `at` carry on its count?
  bool goes_on_behind(std::size_t entry, std::size_t at) const;

 private:
  const std::vector<Entry>& entries_;
};

}  // namespace gouji
