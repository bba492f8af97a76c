// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 and code points. Pure functions; decoding of foreign encodings is in text/decode.h.
#pragma once

#include <string>
#include <string_view>

namespace gouji {

/// U+FFFD, what stands for something that could not be decoded.
inline constexpr char32_t kReplacement = 0xFFFD;

/// The bytes of a code point in UTF-8, 1 to 4.
constexpr int utf8_length(char32_t c) {
  return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

/// Appends one code point. Surrogates and values beyond U+10FFFF are appended as U+FFFD.
void append_utf8(std::string& out, char32_t c);

std::string to_utf8(std::u32string_view chars);

/// Code points of UTF-8. Every ill-formed sequence gives one U+FFFD (maximal-subpart rule of the
/// Unicode standard).
std::u32string from_utf8(std::string_view bytes);

/// Is every byte part of well-formed UTF-8 (no overlong forms, no surrogates)?
bool is_valid_utf8(std::string_view bytes);

/// The text behind a byte-order mark, or all of it where there is none.
constexpr std::string_view without_byte_order_mark(std::string_view bytes) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  return bytes.starts_with(kMark) ? bytes.substr(kMark.size()) : bytes;
}

}  // namespace gouji
