// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a style that begins to count anew directly behind an entry of another style is nested in
// that one. Whoever opens the other more often is the outer one; the usual order decides unless the
// document says otherwise at least twice.
#include "outline/style_order.h"

#include <utility>

namespace gouji {

namespace {

constexpr int kMinVotes = 2;
// Words (一是, 第一，) and annexes have a fixed place.
constexpr int kFirstFixedRank = 190;
constexpr int kLastFixedRank = 40;

bool is_movable(const MarkerStyle& style) {
  return style.rank > kLastFixedRank && style.rank < kFirstFixedRank;
}

}  // namespace

StyleOrder::StyleOrder(const std::vector<Entry>& entries) {
  std::map<std::pair<const MarkerStyle*, const MarkerStyle*>, int> opens;
  const MarkerStyle* before = nullptr;
  for (const Entry& entry : entries) {
    if (!entry.marker) continue;
    const MarkerStyle* style = entry.marker->style;
    if (before != nullptr && before != style && entry.marker->ordinal == 1 && is_movable(*style) &&
        is_movable(*before))
      ++opens[{before, style}];
    before = style;
  }
  for (const auto& [pair, votes] : opens) {
    const auto [outer, inner] = pair;
    if (outer->rank <= inner->rank || votes < kMinVotes) continue;
    const auto other = opens.find({inner, outer});
    if (other == opens.end() || votes > other->second) moved_[outer] = 2 * inner->rank - 1;
  }
}

int StyleOrder::of(const MarkerStyle& style) const {
  const auto found = moved_.find(&style);
  return found == moved_.end() ? 2 * style.rank : found->second;
}

}  // namespace gouji
