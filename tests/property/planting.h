// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of every kind, planted into a consistent report.
#pragma once

#include <optional>
#include <random>
#include <string>

#include "made_report.h"

namespace gouji::property {

inline constexpr const char* kKinds[] = {
    "digit",       "transposition", "decimal_point", "unit",      "sign", "missing_row",
    "wrong_share", "growth",        "completion",    "direction", "year", "count",
};

struct Planted {
  MadeReport report;
  std::string kind;
  std::string what;  ///< for people: "123.45 → 132.45"
  int slot = -1;     ///< the wrong number; -1: words, or a row
  int relation =
      -1;  ///< the first stated relation that it breaks; -1: it breaks one without numbers
};

/// The report with one error of that kind that breaks a stated relation beyond all rounding;
/// nothing if chance finds none.
std::optional<Planted> plant(const MadeReport& report, const std::string& kind,
                             std::mt19937& random);

}  // namespace gouji::property
