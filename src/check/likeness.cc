// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/likeness.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "text/charclass.h"

namespace gouji {

namespace {

bool is_letter_or_digit(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

std::vector<std::uint64_t> pairs_of(std::u32string_view name) {
  std::vector<std::uint64_t> pairs;
  for (std::size_t i = 1; i < name.size(); ++i)
    pairs.push_back((static_cast<std::uint64_t>(name[i - 1]) << 32U) | name[i]);
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace

std::u32string plain_name(std::string_view name) {
  std::u32string out;
  for (const char32_t c : from_utf8(name)) {
    const char32_t folded = fold_width(c);
    if (is_han(folded) || is_letter_or_digit(folded)) out.push_back(folded);
  }
  return out;
}

double pair_likeness(std::u32string_view a, std::u32string_view b) {
  const auto left = pairs_of(a);
  const auto right = pairs_of(b);
  if (left.empty() || right.empty()) return a == b ? 1 : 0;
  std::vector<std::uint64_t> common;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(left.size() + right.size());
}

std::size_t longest_common_run(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> runs(b.size() + 1, 0);
  std::size_t longest = 0;
  for (const char32_t c : a) {
    for (std::size_t j = b.size(); j > 0; --j) {
      runs[j] = b[j - 1] == c ? runs[j - 1] + 1 : 0;
      longest = std::max(longest, runs[j]);
    }
  }
  return longest;
}

}  // namespace gouji
