// SPDX-License-Identifier: GPL-3.0-or-later
// A number of any unit, and what may be absent.
#pragma once

#include <optional>
#include <string>

namespace gouji {

/// Absent = `null` in the contract.
template <class T>
using Maybe = std::optional<T>;

/// A number of any unit after normalising; money in 元, percent in %.
struct Quantity {
  std::string value;  ///< decimal string, or "p/q"
  Maybe<std::string> unit;
};

}  // namespace gouji
