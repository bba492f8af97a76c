// SPDX-License-Identifier: GPL-3.0-or-later
// Method: character classes only.
#include "text/cell_text.h"

#include "text/charclass.h"

namespace gouji {
namespace {

bool is_ascii_word(char32_t c) {
  return is_ascii_digit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

}  // namespace

bool is_bare_number(std::u32string_view text) {
  bool digit = false;
  for (const char32_t c : text) {
    if (is_han(c)) return false;
    digit = digit || is_ascii_digit(fold_width(c));
  }
  return digit;
}

void join_line(LocatedText& text, const LocatedText& next) {
  if (!text.empty() && !next.empty() && is_ascii_word(text.chars.back()) &&
      is_ascii_word(next.chars.front()))
    text.push_back(U' ', text.places.back());
  text.append(next);
}

}  // namespace gouji
