// SPDX-License-Identifier: GPL-3.0-or-later
// Puts fragments into expressions.
#pragma once

#include <string>
#include <string_view>

#include "pattern/entry.h"

namespace gouji {

/// The outcome of expand(): on failure `error` says why and `offset` is the byte of the expression
/// where the unknown name stands.
struct Expanded {
  std::string text;
  std::string error;
  std::size_t offset = 0;

  bool ok() const { return error.empty(); }
};

/// Replaces every {name} by the fragment of that name, in a group that is not captured. Names are
/// [a-z][a-z0-9_]*, so repetition ({2,3}) and classes (\p{Han}, \x{4E00}) are left alone.
Expanded expand(std::string_view expression, const Fragments& own, const Fragments& shared);

}  // namespace gouji
