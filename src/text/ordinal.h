// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of lists and headings.
#pragma once

#include <optional>
#include <string_view>

namespace gouji {

/// The number that an ordinal stands for: Chinese numerals up to 999 (一, 十二, 二十, 〇 in
/// positional writing), Arabic digits of either width (at most 4), enclosed numbers (① ⑴ ⒈ ㈠ ㊀
/// ❶), Roman numerals of one code point (Ⅳ), one Latin letter (A = 1). White space inside is
/// ignored. Nothing else has a number.
std::optional<int> ordinal_of(std::u32string_view text);

}  // namespace gouji
