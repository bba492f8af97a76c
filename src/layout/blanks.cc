// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout/blanks.h"

#include "text/charclass.h"

namespace gouji {

namespace {

// Ems. Measured on the public reports: justified lines stretch hanzi by up to 0.4, automatic space
// between hanzi and digits is 0.25, a half-width blank glyph 0.5, letter-spaced titles 1 and more;
// blanks behind the comma of a number ("5, 221. 79") up to 0.6; blank glyphs squeezed in between
// the digits of a number to spread it out up to 0.19, the narrowest blank of a font 0.23.
constexpr float kBetweenHanzi = 0.75F;
constexpr float kHanziAndOther = 0.55F;
constexpr float kInsideNumber = 0.75F;
constexpr float kBetweenDigits = 0.35F;
constexpr float kBetweenLetters = 0.22F;
constexpr float kBlankGlyph = 0.12F;
constexpr float kBlankBetweenDigits = 0.21F;

bool is_digit(char32_t c) {
  return is_ascii_digit(fold_width(c));
}

bool is_number_mark(char32_t c) {
  return c == U'.' || c == U',' || c == U'%' || c == U'\u2030';
}

bool is_letter(char32_t c) {
  const char32_t folded = fold_width(c);
  return (folded >= U'a' && folded <= U'z') || (folded >= U'A' && folded <= U'Z') ||
         (c >= 0xC0 && c <= 0x24F) || (c >= 0x370 && c <= 0x4FF);
}

}  // namespace

bool reads_as_blank(char32_t left, char32_t right, float gap_em, bool blank_glyph) {
  if (is_digit(left) && is_digit(right)) {
    return gap_em >= kBetweenDigits || (blank_glyph && gap_em >= kBlankBetweenDigits);
  }
  if ((is_digit(left) && is_number_mark(right)) || (is_number_mark(left) && is_digit(right))) {
    return gap_em >= kInsideNumber;
  }
  const bool wide_left = is_wide(left);
  const bool wide_right = is_wide(right);
  if (wide_left && wide_right) return gap_em >= kBetweenHanzi;
  if (wide_left || wide_right) {
    return gap_em >= kHanziAndOther || (blank_glyph && gap_em >= kBlankGlyph);
  }
  return gap_em >= kBetweenLetters || (blank_glyph && gap_em >= kBlankGlyph);
}

bool joins_with_blank(char32_t left, char32_t right) {
  return is_letter(left) && is_letter(right);
}

void append_wrapped(LocatedText& text, const LocatedText& rest) {
  if (!text.empty() && !rest.empty() && joins_with_blank(text.chars.back(), rest.chars.front())) {
    CharPlace place = text.places.back();
    place.from = place.to;
    text.push_back(U' ', place);
  }
  text.append(rest);
}

}  // namespace gouji
