// SPDX-License-Identifier: GPL-3.0-or-later
// How the ways of numbering nest in one document.
#pragma once

#include <map>
#include <vector>

#include "outline/entry.h"

namespace gouji {

/// The order of nesting: the usual one (MarkerStyle::rank), put right where the document clearly
/// nests its styles the other way round.
class StyleOrder {
 public:
  explicit StyleOrder(const std::vector<Entry>& entries);

  /// The smaller, the more outside. Twice the rank, so that something fits between two ranks.
  int of(const MarkerStyle& style) const;

 private:
  std::map<const MarkerStyle*, int> moved_;
};

}  // namespace gouji
