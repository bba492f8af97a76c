// SPDX-License-Identifier: GPL-3.0-or-later
// Method: one code point of an enclosed or Roman form is its offset in its block; digits are added
// up by place; Chinese numerals with 十 and 百 by the usual grammar, without them by place.
#include "text/ordinal.h"

#include <string>

#include "text/charclass.h"

namespace gouji {

namespace {

constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九";
constexpr char32_t kTen = U'十';
constexpr char32_t kHundred = U'百';
constexpr std::size_t kMaxDigits = 4;

struct Block {
  char32_t first, last;
  int value;  ///< of `first`
};

// Enclosed and Roman numbers of one code point.
constexpr Block kBlocks[] = {
    {0x2460, 0x2473, 1},   // ① … ⑳
    {0x2474, 0x2487, 1},   // ⑴ … ⒇
    {0x2488, 0x249B, 1},   // ⒈ … ⒛
    {0x249C, 0x24B5, 1},   // ⒜ … ⒵
    {0x24B6, 0x24CF, 1},   // Ⓐ … Ⓩ
    {0x24D0, 0x24E9, 1},   // ⓐ … ⓩ
    {0x24EB, 0x24F4, 11},  // ⓫ … ⓴
    {0x24F5, 0x24FE, 1},   // ⓵ … ⓾
    {0x2776, 0x277F, 1},   // ❶ … ❿
    {0x2780, 0x2789, 1},   // ➀ … ➉
    {0x278A, 0x2793, 1},   // ➊ … ➓
    {0x2160, 0x216B, 1},   // Ⅰ … Ⅻ
    {0x2170, 0x217B, 1},   // ⅰ … ⅻ
    {0x3220, 0x3229, 1},   // ㈠ … ㈩
    {0x3280, 0x3289, 1},   // ㊀ … ㊉
    {0x3251, 0x325F, 21},  // ㉑ … ㉟
};

std::optional<int> single(char32_t c) {
  for (const Block& block : kBlocks)
    if (c >= block.first && c <= block.last) return block.value + static_cast<int>(c - block.first);
  c = fold_width(c);
  if (c >= U'A' && c <= U'Z') return static_cast<int>(c - U'A') + 1;
  if (c >= U'a' && c <= U'z') return static_cast<int>(c - U'a') + 1;
  return std::nullopt;
}

int digit_of(char32_t c) {
  const char32_t folded = fold_width(c);
  if (is_ascii_digit(folded)) return static_cast<int>(folded - U'0');
  if (c == U'零' || c == U'○' || c == U'Ｏ') return 0;
  const std::size_t at = kNumerals.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

std::optional<int> by_grammar(std::u32string_view text) {
  int total = 0, digit = -1;
  for (char32_t c : text) {
    if (c == kTen || c == kHundred) {
      total += (digit < 0 ? 1 : digit) * (c == kTen ? 10 : 100);
      digit = -1;
    } else {
      if (digit > 0) return std::nullopt;
      digit = digit_of(c);
      if (digit < 0) return std::nullopt;
    }
  }
  return total + (digit > 0 ? digit : 0);
}

std::optional<int> by_place(std::u32string_view text) {
  if (text.size() > kMaxDigits) return std::nullopt;
  int value = 0;
  for (char32_t c : text) {
    const int digit = digit_of(c);
    if (digit < 0) return std::nullopt;
    value = value * 10 + digit;
  }
  return value;
}

}  // namespace

std::optional<int> ordinal_of(std::u32string_view text) {
  std::u32string compact;
  for (char32_t c : text)
    if (!is_blank(c)) compact.push_back(c);
  if (compact.empty()) return std::nullopt;
  if (compact.size() == 1)
    if (const auto value = single(compact[0])) return value;
  const bool grammar = compact.find_first_of(U"十百") != std::u32string::npos;
  return grammar ? by_grammar(compact) : by_place(compact);
}

}  // namespace gouji
