// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/finders.h"
#include "check/prose_finders.h"
#include "check/prose_lists.h"
#include "check/prose_reading.h"

namespace gouji {

void find_prose_relations(const CheckInput& input, std::vector<Relation>& out) {
  const ProseReading reading(input);
  std::vector<PartList> lists = find_part_lists(reading);
  find_sums(reading, lists, out);
  find_class_sums(reading, lists, out);
  find_chains(reading, out);
  find_shares(reading, lists, out);
  find_growth(reading, out);
  find_change_sums(reading, out);
  find_level(reading, out);
  find_completion(reading, out);
  find_bounds(reading, out);
  find_zeros(reading, out);
}

}  // namespace gouji
