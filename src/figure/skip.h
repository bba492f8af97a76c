// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that are no figures: dates, times, codes, document numbers, list markers, ordinals, words
// of Latin letters with digits, addresses of the web.
#pragma once

#include <cstddef>
#include <string_view>

#include "figure/vocabulary.h"

namespace gouji {

/// Behind the Latin word, code or address that begins at `at` (a Latin letter): A4, PM2.5,
/// https://…
std::size_t skip_latin(std::u32string_view text, std::size_t at);

/// Behind the ordinal at `at` (第三, 第 2); `at` if there is none. The word that is counted stays.
std::size_t skip_ordinal(std::u32string_view text, std::size_t at);

/// Behind the date, time, code, document number or list marker that begins with the printed digit
/// at `at`; `at` if the digit begins none of these.
std::size_t skip_digits(const FigureScanner::Vocabulary& vocabulary, std::u32string_view text,
                        std::size_t at);

}  // namespace gouji
