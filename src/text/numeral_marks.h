// SPDX-License-Identifier: GPL-3.0-or-later
// Characters and words that belong to numbers without being digits: ordinals, connectors of ranges,
// halves and tenths. A closed set of the language, like the numerals; open lists of words are in
// patterns/vocabulary/.
#pragma once

#include <string_view>

namespace gouji {

inline constexpr std::string_view kYuan = "元";  ///< the unit of normalised money

inline constexpr char32_t kOrdinalMark = U'第';
inline constexpr char32_t kHalf = U'半';
inline constexpr char32_t kPlus = U'又';              ///< 三又二分之一, 两美元又三美分
inline constexpr char32_t kPartsOf = U'之';           ///< closes 百分之
inline constexpr std::u32string_view kTenth = U"成";  ///< 七成六
inline constexpr std::u32string_view kDiscount = U"折";           ///< 五五折
inline constexpr std::u32string_view kPieceWords = U"个個";       ///< inside a numeral: 两个亿
inline constexpr char32_t kThan = U'比';                          ///< 比三十大
inline constexpr std::u32string_view kNotThan = U"占同环对相百";  ///< 占比, 同比, 环比 …
inline constexpr std::u32string_view kIsWords = U"是";

inline constexpr std::u32string_view kYearWords = U"年";
inline constexpr std::u32string_view kRangeDashes = U"-—–~～〜－−―‐‑";
inline constexpr std::u32string_view kRangeWords = U"至到";
inline constexpr std::u32string_view kAndWords = U"与和及";
inline constexpr std::u32string_view kEnumerationMarks = U"、和及与,";
inline constexpr std::u32string_view kOneDigits = U"一壹";

/// Is `c` one of `set`? 0 never is.
constexpr bool is_one_of(char32_t c, std::u32string_view set) {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}

/// Behind 间 or 之间 at `at`; else `at`.
constexpr std::size_t between_word_end(std::u32string_view text, std::size_t at) {
  if (text.substr(at, 1) == U"间" || text.substr(at, 1) == U"間") return at + 1;
  if (text.substr(at, 2) == U"之间" || text.substr(at, 2) == U"之間") return at + 2;
  return at;
}

}  // namespace gouji
