// SPDX-License-Identifier: GPL-3.0-or-later
// Classes of characters that the layout of Chinese text hangs on, and the folding of width
// variants.
#pragma once

namespace gouji {

/// White space of any width, and invisible characters that take its place (zero-width spaces, BOM).
constexpr bool is_blank(char32_t c) {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200D) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

/// Hanzi: the unified ideographs with their extensions, 〇 and the compatibility block.
constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3134F);
}

/// A character that is set one em wide in Chinese print: hanzi, CJK punctuation, full-width forms,
/// enclosed numbers.
constexpr bool is_wide(char32_t c) {
  return is_han(c) || (c >= 0x2E80 && c <= 0x303F) || (c >= 0x3040 && c <= 0x33FF) ||
         (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) ||
         (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0x2460 && c <= 0x24FF) || c == 0x201C ||
         c == 0x201D || c == 0x2018 || c == 0x2019 || c == 0x2026 || c == 0x2014;
}

/// The half-width twin of a full-width form (１ → 1, ％ → %, （ → (), the ordinary space for
/// U+3000; others unchanged. One code point for one code point, so that offsets stay.
constexpr char32_t fold_width(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  if (c == 0x3000 || c == 0xA0) return U' ';
  return c;
}

constexpr bool is_high_digit(char32_t c) {
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

/// Marks that refer to a note: * ※, enclosed numbers (① ⑾ ❶ ➀ ㉑), digits set high (² ¹⁰). A digit
/// set high behind a letter belongs to a unit: whoever asks looks at what stands in front.
constexpr bool is_note_mark(char32_t c) {
  return c == U'*' || c == 0xFF0A || c == 0x203B || (c >= 0x2460 && c <= 0x2487) ||
         (c >= 0x2776 && c <= 0x2793) || (c >= 0x3251 && c <= 0x325F) || is_high_digit(c);
}

constexpr bool is_ascii_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

}  // namespace gouji
