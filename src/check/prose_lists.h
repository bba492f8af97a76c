// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of parts in prose: a total and the amounts that stand behind it as its parts.
#pragma once

#include <vector>

#include "check/prose_reading.h"

namespace gouji {

/// Indices are those of ProseReading::mentions.
struct PartList {
  std::vector<int>
      totals;              ///< what may be their total, the likeliest first; empty: none is printed
  std::vector<int> parts;  ///< in reading order
  std::vector<int> shares;  ///< one a part: its 占Ⓟ, or -1
  bool closed = false;      ///< the words say that all parts are listed
  bool open = false;        ///< it ends with 等
  bool mixed = false;     ///< things of another measure word stand among its parts: 122个、17所
  bool complete = false;  ///< its parts give its total (set by find_sums)
  bool across = false;    ///< its parts stand in paragraphs of their own
};

/// Pure. In the order of their first parts.
std::vector<PartList> find_part_lists(const ProseReading& reading);

}  // namespace gouji
