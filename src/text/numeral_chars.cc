// SPDX-License-Identifier: GPL-3.0-or-later
// The table of numeral characters.
#include "text/numeral.h"

namespace gouji {

namespace {

NumeralChar han_numeral_char(char32_t c) {
  using enum NumeralClass;
  switch (c) {
    case U'〇':
    case U'零':
    case U'○':
      return {han_digit, 0};
    case U'一':
    case U'壹':
    case U'幺':
      return {han_digit, 1};
    case U'二':
    case U'贰':
    case U'貳':
    case U'两':
    case U'兩':
    case U'俩':
    case U'倆':
      return {han_digit, 2};
    case U'三':
    case U'叁':
    case U'叄':
    case U'參':
      return {han_digit, 3};
    case U'四':
    case U'肆':
      return {han_digit, 4};
    case U'五':
    case U'伍':
      return {han_digit, 5};
    case U'六':
    case U'陆':
    case U'陸':
      return {han_digit, 6};
    case U'七':
    case U'柒':
      return {han_digit, 7};
    case U'八':
    case U'捌':
      return {han_digit, 8};
    case U'九':
    case U'玖':
      return {han_digit, 9};
    case U'廿':
      return {tens, 2};
    case U'卅':
      return {tens, 3};
    case U'十':
    case U'拾':
      return {small, 1};
    case U'百':
    case U'佰':
      return {small, 2};
    case U'千':
    case U'仟':
      return {small, 3};
    case U'万':
    case U'萬':
      return {big, 4};
    case U'亿':
    case U'億':
      return {big, 8};
    case U'兆':
      return {big, 12};
    case U'点':
    case U'點':
      return {point, 0};
    case U'负':
    case U'負':
      return {sign, 0};
    case U'余':
    case U'餘':
    case U'多':
    case U'几':
    case U'幾':
    case U'数':
    case U'數':
    case U'来':
    case U'來':
      return {vague, 0};
    case U'半':
      return {half, 0};
    default:
      return {};
  }
}

}  // namespace

NumeralChar numeral_char(char32_t c) {
  using enum NumeralClass;
  if (c >= U'0' && c <= U'9') return {ascii, static_cast<std::uint8_t>(c - U'0')};
  if (c == U'-') return {sign, 0};
  if (c < 0x2000) return {};
  if (c >= 0xFF10 && c <= 0xFF19) return {ascii, static_cast<std::uint8_t>(c - 0xFF10)};
  if (c == U'−' || c == U'－' || c == U'﹣') return {sign, 0};
  return han_numeral_char(c);
}

bool is_formal_numeral(char32_t c) {
  constexpr std::u32string_view kFormal = U"壹贰貳叁叄參肆伍陆陸柒捌玖拾佰仟";
  return kFormal.find(c) != std::u32string_view::npos;
}

std::size_t skip_blanks(std::u32string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == U' ' || text[at] == 0xA0 || text[at] == 0x3000)) ++at;
  return at;
}

}  // namespace gouji
