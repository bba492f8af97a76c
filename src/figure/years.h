// SPDX-License-Identifier: GPL-3.0-or-later
// The year that a text says of its figures.
#pragma once

#include <string_view>
#include <vector>

#include "figure/vocabulary.h"

namespace gouji {

/// A year named at [begin, end): 2023年, 二〇二三年, or by the year before: 上年.
struct YearMention {
  std::size_t begin = 0, end = 0;
  int year = 0;   ///< 0 when relative
  int shift = 0;  ///< of a relative year
  bool relative = false;
  bool compared = false;  ///< the figure is compared with that year: 比2022年增加
};

/// In order, not overlapping.
std::vector<YearMention> find_years(const FigureScanner::Vocabulary& vocabulary,
                                    std::u32string_view text);

/// The year of what stands at `at`: the nearest one named before it that is not compared with, or
/// stands right beside it; a
/// relative one counts from `around` (the year of the heading), else from `title` (that of the
/// document). Without a mention: `around`.
Maybe<int> year_at(const std::vector<YearMention>& years, std::size_t at, Maybe<int> around,
                   Maybe<int> title = std::nullopt);

/// The first year named in a heading or caption.
Maybe<int> first_year(const FigureScanner::Vocabulary& vocabulary, std::u32string_view text);

}  // namespace gouji
