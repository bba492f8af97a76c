// SPDX-License-Identifier: GPL-3.0-or-later
// The words that the contract uses for severities and the status of checks; figures have theirs.
#pragma once

#include <optional>
#include <string_view>

#include "figure/names.h"
#include "gouji/report.h"

namespace gouji {

std::string_view name_of(Severity severity);
std::string_view name_of(CheckStatus status);

/// The enumerators, first and last, of the types that have names.
template <class E>
inline constexpr E kLastOf{};
template <>
inline constexpr auto kLastOf<Severity> = Severity::info;
template <>
inline constexpr auto kLastOf<CheckStatus> = CheckStatus::not_checked;
template <>
inline constexpr auto kLastOf<FigureKind> = FigureKind::number;
template <>
inline constexpr auto kLastOf<Bound> = Bound::less_than;

/// The enumerator with that name, or nothing.
template <class E>
std::optional<E> named(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(kLastOf<E>); ++i)
    if (name_of(static_cast<E>(i)) == name) return static_cast<E>(i);
  return std::nullopt;
}

}  // namespace gouji
