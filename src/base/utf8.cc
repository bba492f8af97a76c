// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

namespace gouji {

namespace {

/// One decoded sequence: how many bytes it took, and the code point (kReplacement and ok = false
/// when ill-formed).
struct Decoded {
  std::size_t length;
  char32_t value;
  bool ok;
};

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0U) == 0x80U;
}

/// Table 3-7 of the Unicode standard: the second byte of some leads has a narrower range.
bool second_byte_fits(unsigned char lead, unsigned char second) {
  switch (lead) {
    case 0xE0:
      return second >= 0xA0 && second <= 0xBF;
    case 0xED:
      return second >= 0x80 && second <= 0x9F;
    case 0xF0:
      return second >= 0x90 && second <= 0xBF;
    case 0xF4:
      return second >= 0x80 && second <= 0x8F;
    default:
      return is_continuation(second);
  }
}

Decoded decode_one(std::string_view bytes, std::size_t i) {
  const auto at = [&](std::size_t k) { return static_cast<unsigned char>(bytes[k]); };
  const unsigned char lead = at(i);
  if (lead < 0x80) return {1, lead, true};
  std::size_t length = 0;
  if (lead >= 0xC2 && lead <= 0xDF)
    length = 2;
  else if (lead >= 0xE0 && lead <= 0xEF)
    length = 3;
  else if (lead >= 0xF0 && lead <= 0xF4)
    length = 4;
  else
    return {1, kReplacement, false};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t k = 1; k < length; ++k) {
    const bool there = i + k < bytes.size();
    const bool fits =
        there && (k == 1 ? second_byte_fits(lead, at(i + k)) : is_continuation(at(i + k)));
    if (!fits) return {k, kReplacement, false};
    value = (value << 6U) | (at(i + k) & 0x3FU);
  }
  return {length, value, true};
}

}  // namespace

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0U | (c >> 6U)));
    out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xE0U | (c >> 12U)));
    out.push_back(static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
  } else {
    out.push_back(static_cast<char>(0xF0U | (c >> 18U)));
    out.push_back(static_cast<char>(0x80U | ((c >> 12U) & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)));
    out.push_back(static_cast<char>(0x80U | (c & 0x3FU)));
  }
}

std::string to_utf8(std::u32string_view chars) {
  std::string out;
  out.reserve(chars.size() * 3);
  for (char32_t c : chars) append_utf8(out, c);
  return out;
}

std::u32string from_utf8(std::string_view bytes) {
  std::u32string out;
  out.reserve(bytes.size() / 2);
  for (std::size_t i = 0; i < bytes.size();) {
    const Decoded one = decode_one(bytes, i);
    out.push_back(one.value);
    i += one.length;
  }
  return out;
}

bool is_valid_utf8(std::string_view bytes) {
  const auto at = [&](std::size_t k) { return static_cast<unsigned char>(bytes[k]); };
  for (std::size_t i = 0; i < bytes.size();) {
    // Most of what is read is hanzi, whose leads have no narrower second byte.
    if (at(i) >= 0xE1 && at(i) <= 0xEC && bytes.size() - i >= 3 && is_continuation(at(i + 1)) &&
        is_continuation(at(i + 2))) {
      i += 3;
      continue;
    }
    const Decoded one = decode_one(bytes, i);
    if (!one.ok) return false;
    i += one.length;
  }
  return true;
}

}  // namespace gouji
