// SPDX-License-Identifier: GPL-3.0-or-later
// How much two names have in common.
#pragma once

#include <string>
#include <string_view>

namespace gouji {

/// The hanzi, letters and digits of a name, without blanks and signs.
std::u32string plain_name(std::string_view name);
/// Pairs of neighbouring characters in common: 2 × common / all; 0 … 1. For names as plain_name
/// gives them.
double pair_likeness(std::u32string_view a, std::u32string_view b);
/// The length of the longest run of characters in common.
std::size_t longest_common_run(std::u32string_view a, std::u32string_view b);

}  // namespace gouji
