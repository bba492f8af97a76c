// SPDX-License-Identifier: GPL-3.0-or-later
// Method: what stands between two neighbours of one series belongs to the first of them, whatever
// the styles are.
#include "outline/nesting.h"

#include <algorithm>

namespace gouji {

namespace {

// How far ahead the next member of a series is looked for, in entries.
constexpr std::size_t kMaxAhead = 400;

}  // namespace

Nesting::Nesting(const std::vector<Entry>& entries) : entries_(entries) {}

bool Nesting::goes_on_behind(std::size_t entry, std::size_t at) const {
  const Entry& member = entries_[entry];
  if (!member.marker || !member.marker->ordinal) return false;
  const std::size_t end = std::min(entries_.size(), at + 1 + kMaxAhead);
  for (std::size_t i = at + 1; i < end; ++i) {
    const auto& marker = entries_[i].marker;
    if (!marker) continue;
    if (marker->style == member.marker->style)
      return marker->ordinal == *member.marker->ordinal + 1;
    // A part or an annex ends every list.
    if (marker->style->role == MarkerRole::heading || marker->style->role == MarkerRole::attachment)
      return false;
  }
  return false;
}

bool Nesting::opens_inside(std::size_t outer, std::size_t inner) const {
  const auto &first = entries_[outer].marker, &second = entries_[inner].marker;
  if (!first || !second || first->style == second->style || second->ordinal != 1) return false;
  return goes_on_behind(outer, inner);
}

}  // namespace gouji
