// SPDX-License-Identifier: GPL-3.0-or-later
// Names in pattern files.
#pragma once

#include <algorithm>
#include <string_view>

namespace gouji {

/// Is it [a-z][a-z0-9_]*?
inline bool is_pattern_name(std::string_view name) {
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return !name.empty() && lower(name[0]) && std::all_of(name.begin(), name.end(), [&](char c) {
    return lower(c) || (c >= '0' && c <= '9') || c == '_';
  });
}

}  // namespace gouji
