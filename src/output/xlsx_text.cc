// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/xlsx_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/charclass.h"

namespace gouji {

namespace {

/// Code points of a piece of a text that is too long for a cell: with every one of them outside the
/// basic plane, or escaped, a piece still fits.
constexpr std::size_t kPiece = 16000;

constexpr char32_t kEllipsis = U'…';

std::size_t units(char32_t c) {
  return c > 0xFFFF ? 2 : 1;
}

bool is_hex(char32_t c) {
  return is_ascii_digit(c) || (c >= U'a' && c <= U'f') || (c >= U'A' && c <= U'F');
}

/// Does "_xHHHH_" begin at `at`? Spreadsheets read it as the character of that number.
bool is_escape(std::u32string_view text, std::size_t at) {
  constexpr std::size_t kLength = 7;
  if (at + kLength > text.size() || text[at] != U'_' || text[at + 1] != U'x') return false;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                     text.begin() + static_cast<std::ptrdiff_t>(at) + 6, is_hex) &&
         text[at + 6] == U'_';
}

std::u32string escaped(std::u32string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (is_escape(text, i)) out += U"_x005F";
    out += c == 0 || c == 0xFFFE || c == 0xFFFF ? kReplacement : c;
  }
  return out;
}

/// Nothing in it needs a closer look: no NUL, no underscore, nothing at the end of the basic plane.
bool is_harmless(std::string_view text) {
  constexpr char kLeadOfLastPage = '\xEF';
  for (const char c : text)
    if (c == '\0' || c == '_' || c == kLeadOfLastPage) return false;
  return is_valid_utf8(text);
}

/// Sheets may not have []:*?/\ in their names, nor control characters; apostrophes not at an end.
char32_t name_char(char32_t c) {
  constexpr char32_t kFullWidth = 0xFEE0;  // from ASCII to its full-width form
  constexpr std::u32string_view kForbidden = U"[]:*?/\\'";
  if (kForbidden.find(c) != std::u32string_view::npos) return c + kFullWidth;
  return c < U' ' || c == 0x7F || is_blank(c) ? U' ' : c;
}

}  // namespace

std::string xlsx_text(std::string_view text) {
  return is_harmless(text) ? std::string(text) : to_utf8(escaped(from_utf8(text)));
}

std::vector<std::string> xlsx_pieces(std::string_view text) {
  if (text.size() <= kMostCellUnits / 2) return {xlsx_text(text)};  // even if all is escaped
  const std::u32string chars = from_utf8(text);
  const std::u32string whole = escaped(chars);
  std::size_t size = 0;
  for (const char32_t c : whole) size += units(c);
  if (size <= kMostCellUnits) return {to_utf8(whole)};
  std::vector<std::string> pieces;
  for (std::size_t at = 0; at < chars.size(); at += kPiece)
    pieces.push_back(to_utf8(escaped(std::u32string_view(chars).substr(at, kPiece))));
  return pieces;
}

std::string sheet_name(std::string_view name) {
  std::u32string chars;
  std::size_t size = 0;
  for (const char32_t c : from_utf8(xlsx_text(name))) {
    const char32_t kept = name_char(c);
    if (kept == U' ' && (chars.empty() || chars.back() == U' ')) continue;
    chars += kept;
    size += units(kept);
  }
  if (size > kMostNameUnits) {
    while (size >= kMostNameUnits) {
      size -= units(chars.back());
      chars.pop_back();
    }
    chars += kEllipsis;
  }
  while (!chars.empty() && chars.back() == U' ') chars.pop_back();
  return to_utf8(chars);
}

std::vector<std::string> sheet_names(const std::vector<Table>& tables) {
  std::vector<std::string> names;  // the numbers make them different
  for (std::size_t i = 0; i < tables.size(); ++i)
    names.push_back(sheet_name(std::to_string(i + 1) + " " + tables[i].caption.value_or("")));
  return names;
}

int display_width(std::string_view text) {
  int width = 0;
  for (const char32_t c : from_utf8(text)) width += is_wide(c) ? 2 : 1;
  return width;
}

}  // namespace gouji
