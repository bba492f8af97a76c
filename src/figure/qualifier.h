// SPDX-License-Identifier: GPL-3.0-or-later
// Words before and behind a number that bound it or make it approximate.
#pragma once

#include <cstddef>
#include <string_view>

#include "figure/vocabulary.h"

namespace gouji {

struct Qualifier {
  Bound bound = Bound::none;
  bool approximate = false;
  std::size_t begin = 0, end = 0;  ///< the number with its qualifying words

  bool any() const { return bound != Bound::none || approximate; }
};

/// What the words around [begin, end) say of the number there: 不低于95%, 50万元（含）以上,
/// 比三十大.
Qualifier read_qualifier(const FigureScanner::Vocabulary& vocabulary, std::u32string_view text,
                         std::size_t begin, std::size_t end);

}  // namespace gouji
