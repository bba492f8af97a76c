// SPDX-License-Identifier: GPL-3.0-or-later
// The families of arithmetic in prose. Each appends its relations; all stand on one reading.
#pragma once

#include <string>
#include <vector>

#include "check/prose_lists.h"
#include "check/prose_reading.h"
#include "check/relation.h"

namespace gouji {

/// change / (new ∓ change) = rate, old and new; rates and changes that contradict each other.
void find_growth(const ProseReading& reading, std::vector<Relation>& out);
/// part / whole = share, with the whole named or that of the list.
void find_shares(const ProseReading& reading, const std::vector<PartList>& lists,
                 std::vector<Relation>& out);
/// actual / budget = rate, and the words 大于, 小于, 等于 between the two.
void find_completion(const ProseReading& reading, std::vector<Relation>& out);
/// total = Σ parts, Σ named parts <= total, shares that add to 100. A list whose total the
/// arithmetic tells keeps that one alone.
void find_sums(const ProseReading& reading, std::vector<PartList>& lists,
               std::vector<Relation>& out);

/// 收入, 加上 …, 收入总计; 收入 - 支出 = 当年结余.
void find_chains(const ProseReading& reading, std::vector<Relation>& out);
/// The amount of a class = Σ the items of that class.
void find_class_sums(const ProseReading& reading, const std::vector<PartList>& lists,
                     std::vector<Relation>& out);

/// The change of a sum = Σ the changes of its parts.
void find_change_sums(const ProseReading& reading, std::vector<Relation>& out);
/// 持平 beside a change.
void find_level(const ProseReading& reading, std::vector<Relation>& out);

/// Rates that are at most 100%.
void find_bounds(const ProseReading& reading, std::vector<Relation>& out);

/// No money, no visits (soft).
void find_zeros(const ProseReading& reading, std::vector<Relation>& out);

/// Of several readings of one relation, in the order of their likelihood: the first that holds. If
/// none does, the relation is only certain where there is no choice: else it gets `reason`.
void add_likely(std::vector<Relation> readings, const char* reason, std::vector<Relation>& out);

/// Two names of one thing: equal, or the longer one ends with the shorter, which is no mere word
/// such as 收入.
bool same_subject(std::string_view a, std::string_view b);

}  // namespace gouji
