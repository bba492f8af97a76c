// SPDX-License-Identifier: GPL-3.0-or-later
// Numerals in every writing that Chinese reports use: 1,007.40 １００７．４ 16.4亿 三百二十 3千5百
// 壹佰 二〇二三 廿二 三分之一 百分之五 -1.2 负三 500余万 十几 七八十.
//
// Reads one numeral at a given place. Knows nothing of units, dates or words: what a number stands
// for is decided in figure/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// What a character may be in a numeral.
enum class NumeralClass : std::uint8_t {
  none,
  ascii,  ///< 0-9 and their full-width forms; value = the digit
  han_digit,  ///< 〇 零 一 … 九, 两, the formal digits, their traditional forms; value = the digit
  tens,   ///< 廿 卅; value = 2, 3
  small,  ///< 十 百 千; value = the power of ten
  big,    ///< 万 亿 兆; value = the power of ten
  point,  ///< 点
  sign,   ///< - and its kin, 负
  vague,  ///< 余 多 几 数 来
  half,   ///< 半
};

struct NumeralChar {
  NumeralClass kind = NumeralClass::none;
  std::uint8_t value = 0;
};

NumeralChar numeral_char(char32_t c);

/// Is `c` one of the formal digits and multipliers of cheques (壹 … 玖, 拾, 佰, 仟)? Alone between
/// other characters they are mostly not numbers (大陆, 收拾).
bool is_formal_numeral(char32_t c);

/// One numeral. Positions are code points of the string that was read, half-open.
struct Numeral {
  static constexpr std::size_t kMostTail = 6;

  std::size_t begin = 0, end = 0;
  /// Plain decimal as printed ("1007.40"), or a fraction "p/q" of whole numbers. Digits with
  /// trailing multipliers keep the printed digits: 16.4亿 has value "16.4" and power 8. Numerals
  /// with Chinese digits are computed: 三百二十 "320", 5万4千6百 "54600"; their power is 0.
  std::string value;
  std::string upper;            ///< the upper end of 七八十 ("80", value "70"); else empty
  std::size_t upper_begin = 0;  ///< where the digit of the upper end stands
  int power = 0;                ///< of ten, of the multipliers behind the printed digits
  /// 百分之五: value "5", parts_power 2; 千分之三: 3. 0 = not such a numeral.
  int parts_power = 0;
  bool approximate = false;  ///< holds 余 多 几 数 来
  bool han = false;          ///< its digits are Chinese, or there are none (百余)
  bool fraction = false;     ///< value is "p/q"
  bool bare_lead = false;    ///< begins with 百 千 万 without a digit (百万, 千余)
  bool separated = false;    ///< printed with thousands separators
  /// The multipliers at its end: where each begins, and its power of ten.
  std::size_t tail_size = 0;
  std::size_t tail_begin[kMostTail] = {};
  int tail_power[kMostTail] = {};
};

struct NumeralOptions {
  bool wide = false;    ///< also 2e5, 2.5M, "4 6/3" (number suites, not reports)
  bool signs = true;    ///< a sign may stand in front
  bool slashes = true;  ///< 1/3 is a fraction
};

/// The numeral that begins at `at`, the longest that makes sense; nothing if there is none. Blanks
/// may stand where print leaves them: behind a thousands separator, between digit and multiplier.
/// Linear in the length of the numeral.
std::optional<Numeral> read_numeral(std::u32string_view text, std::size_t at,
                                    NumeralOptions options = {});

/// The next place at or behind `at` that is no blank (space, U+00A0, U+3000); may be text.size().
std::size_t skip_blanks(std::u32string_view text, std::size_t at);

}  // namespace gouji
