// SPDX-License-Identifier: GPL-3.0-or-later
// Method: compatibility forms are folded by NFKC, but only in the blocks where the form is an
// accident of the font (radicals, compatibility ideographs, vertical and Latin presentation forms);
// full-width digits and punctuation are what was printed. The radicals of U+2E80 have no
// decomposition in Unicode; their equivalents are those of EquivalentUnifiedIdeograph.txt.
#include "source/pdf_characters.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdint>

#include "base/utf8.h"
#include "text/decode.h"

namespace gouji {

namespace {

constexpr char32_t kFirstRadical = 0x2E80;
/// Unified ideograph of U+2E80 .. U+2EF3; 0 = none.
constexpr std::array<std::uint32_t, 116> kRadicals = {
    0x0,     0x5382,  0x4E5B,  0x4E5A, 0x4E59, 0x4EBB,  0x5182,  0x20628, 0x5200,  0x5202,  0x535C,
    0x353E,  0x5C0F,  0x5C0F,  0x5140, 0x5C23, 0x5C22,  0x21BC2, 0x5DF3,  0x5E7A,  0x5F51,  0x5F50,
    0x5FC4,  0x5FC3,  0x624C,  0x6535, 0x0,    0x65E1,  0x65E5,  0x6708,  0x6B7A,  0x6BCD,  0x6C11,
    0x6C35,  0x6C3A,  0x706C,  0x722B, 0x722B, 0x4E2C,  0x725B,  0x72AD,  0x738B,  0x24D14, 0x76EE,
    0x793A,  0x793B,  0x25AD7, 0x7CF9, 0x7E9F, 0x7F53,  0x7F52,  0x34C1,  0x5197,  0x2626B, 0x7F8A,
    0x2634C, 0x2634B, 0x8002,  0x8080, 0x807F, 0x8089,  0x26951, 0x8279,  0x8279,  0x8279,  0x864E,
    0x8864,  0x8980,  0x897F,  0x89C1, 0x89D2, 0x278B2, 0x8BA0,  0x8D1D,  0x27FB7, 0x8F66,  0x8FB6,
    0x8FB6,  0x8FB6,  0x9091,  0x9485, 0x9577, 0x9578,  0x957F,  0x95E8,  0x28E0F, 0x961D,  0x96E8,
    0x9752,  0x97E6,  0x9875,  0x98CE, 0x98DE, 0x98DF,  0x2967F, 0x98E0,  0x9963,  0x29810, 0x9A6C,
    0x9AA8,  0x9B3C,  0x9C7C,  0x9E1F, 0x5364, 0x9EA6,  0x9EC4,  0x9EFE,  0x6589,  0x9F50,  0x6B6F,
    0x9F7F,  0x7ADC,  0x9F99,  0x9F9C, 0x4E80, 0x9F9F,
};

/// Codes of the fonts Wingdings, Wingdings 2 and Symbol that stand in reports: bullets, boxes to
/// tick and the signs of indicators. Others have no meaning as text.
struct SymbolCode {
  SymbolFont font;
  std::uint8_t code;
  char32_t character;
};
constexpr SymbolCode kSymbols[] = {
    {SymbolFont::symbol, 0xA3, 0x2264},      // ≤
    {SymbolFont::symbol, 0xA5, 0x221E},      // ∞
    {SymbolFont::symbol, 0xB0, 0x00B0},      // °
    {SymbolFont::symbol, 0xB1, 0x00B1},      // ±
    {SymbolFont::symbol, 0xB3, 0x2265},      // ≥
    {SymbolFont::symbol, 0xB4, 0x00D7},      // ×
    {SymbolFont::symbol, 0xB7, 0x2022},      // •
    {SymbolFont::symbol, 0xB8, 0x00F7},      // ÷
    {SymbolFont::symbol, 0xB9, 0x2260},      // ≠
    {SymbolFont::symbol, 0xBB, 0x2248},      // ≈
    {SymbolFont::symbol, 0xD7, 0x22C5},      // ⋅
    {SymbolFont::symbol, 0xE5, 0x2211},      // ∑
    {SymbolFont::wingdings, 0x6C, 0x25CF},   // ●
    {SymbolFont::wingdings, 0x6E, 0x25A0},   // ■
    {SymbolFont::wingdings, 0x6F, 0x25A1},   // □
    {SymbolFont::wingdings, 0x71, 0x2751},   // ❑
    {SymbolFont::wingdings, 0x72, 0x2752},   // ❒
    {SymbolFont::wingdings, 0x75, 0x25C6},   // ◆
    {SymbolFont::wingdings, 0x76, 0x2756},   // ❖
    {SymbolFont::wingdings, 0x9F, 0x2022},   // •
    {SymbolFont::wingdings, 0xA1, 0x25CB},   // ○
    {SymbolFont::wingdings, 0xA7, 0x25AA},   // ▪
    {SymbolFont::wingdings, 0xA8, 0x25A1},   // □
    {SymbolFont::wingdings, 0xAB, 0x2605},   // ★
    {SymbolFont::wingdings, 0xD8, 0x27A2},   // ➢
    {SymbolFont::wingdings, 0xE0, 0x2192},   // →
    {SymbolFont::wingdings, 0xE8, 0x2794},   // ➔
    {SymbolFont::wingdings, 0xFB, 0x2717},   // ✗
    {SymbolFont::wingdings, 0xFC, 0x2713},   // ✓
    {SymbolFont::wingdings, 0xFD, 0x2612},   // ☒
    {SymbolFont::wingdings, 0xFE, 0x2611},   // ☑
    {SymbolFont::wingdings2, 0x4F, 0x2717},  // ✗
    {SymbolFont::wingdings2, 0x50, 0x2713},  // ✓
    {SymbolFont::wingdings2, 0x51, 0x2612},  // ☒
    {SymbolFont::wingdings2, 0x52, 0x2611},  // ☑
    {SymbolFont::wingdings2, 0xA3, 0x25A1},  // □
};

/// Founder's own fonts (E-BZ, NEU-BZ …) map signs to plane 16; these were read off the page, the
/// first one 237 times as a decimal point.
constexpr char32_t kFounderPoint = 0x1001B0, kFounderDot = 0x100170;

/// The meaning of a code of a symbol font: Windows puts the codes at U+F000, and many producers
/// write the bare code. 0 = none.
char32_t symbol_meaning(char32_t c, SymbolFont font) {
  if (font == SymbolFont::founder) return c == kFounderPoint ? U'.' : c == kFounderDot ? 0xB7 : 0;
  const char32_t code = c >= 0xF000 && c <= 0xF0FF ? c - 0xF000 : c;
  for (const SymbolCode& s : kSymbols)
    if (s.font == font && s.code == code) return s.character;
  return 0;
}

bool is_meaningless(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xD800 && c <= 0xF8FF) || c == kReplacement ||
         (c & 0xFFFEU) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || c >= 0xF0000 ||
         (c >= 0xE0000 && c <= 0xE0FFF) || c == 0xFFF9 || c == 0xFFFA || c == 0xFFFB;
}

bool folds_by_nfkc(char32_t c) {
  return (c >= 0x2F00 && c <= 0x2FDF) ||    // Kangxi radicals
         (c >= 0xF900 && c <= 0xFAFF) ||    // compatibility ideographs
         (c >= 0xFB00 && c <= 0xFB06) ||    // Latin ligatures
         (c >= 0x2F800 && c <= 0x2FA1F) ||  // compatibility ideographs, supplement
         (c >= 0xFE10 && c <= 0xFE19) || (c >= 0xFE30 && c <= 0xFE48);  // vertical forms
}

bool is_vertical_form(char32_t c) {
  return c >= 0xFE10 && c <= 0xFE48;
}

/// Appends NFKC of `c`; vertical punctuation becomes the full-width form, which is what a
/// horizontal line would have printed.
bool append_nfkc(char32_t c, std::u32string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  if (U_FAILURE(status)) return false;
  icu::UnicodeString source(static_cast<UChar32>(c));
  const icu::UnicodeString folded = nfkc->normalize(source, status);
  if (U_FAILURE(status)) return false;
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const auto one = static_cast<char32_t>(folded.char32At(i));
    out.push_back(is_vertical_form(c) && one > 0x20 && one < 0x7F ? one + 0xFEE0 : one);
  }
  return true;
}

/// UTF-16; `high` tells which byte of a pair is the more significant one, 0 or 1. ActualText stands
/// at every glyph of some files, so no converter is opened for it.
std::u32string from_utf16(std::string_view bytes, std::size_t high) {
  std::u32string out;
  out.reserve(bytes.size() / 2);
  const auto unit = [&](std::size_t i) -> char32_t {
    return (static_cast<unsigned char>(bytes[i + high]) << 8U) |
           static_cast<unsigned char>(bytes[i + 1 - high]);
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size()) {
      const char32_t next = unit(i + 2);
      if (next >= 0xDC00 && next < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10U) + (next - 0xDC00);
        i += 2;
      }
    }
    out.push_back(c);
  }
  return out;
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

}  // namespace

SymbolFont symbol_font_of(std::string_view font_name) {
  constexpr std::size_t kSubsetPrefix = 7;  // "ABCDEF+"
  if (font_name.size() > kSubsetPrefix && font_name[kSubsetPrefix - 1] == '+')
    font_name.remove_prefix(kSubsetPrefix);
  if (starts_with(font_name, "Wingdings2") || starts_with(font_name, "Wingdings 2") ||
      starts_with(font_name, "Wingdings-2"))
    return SymbolFont::wingdings2;
  if (starts_with(font_name, "Wingdings3") || starts_with(font_name, "Wingdings 3") ||
      starts_with(font_name, "Wingdings-3"))
    return SymbolFont::none;
  if (starts_with(font_name, "Wingdings")) return SymbolFont::wingdings;
  if (starts_with(font_name, "E-") || starts_with(font_name, "NEU-")) return SymbolFont::founder;
  if (starts_with(font_name, "Symbol")) return SymbolFont::symbol;
  return SymbolFont::none;
}

bool append_character(char32_t c, SymbolFont kind, std::u32string& out) {
  // Symbol maps its letters and signs below 0x80 truly; only its codes at U+F000 need help.
  const bool is_dingbats = kind == SymbolFont::wingdings || kind == SymbolFont::wingdings2;
  if (kind != SymbolFont::none && (c >= 0xF000 || (is_dingbats && c < 0x100))) {
    const char32_t meaning = symbol_meaning(c, kind);
    if (meaning != 0) {
      out.push_back(meaning);
      return true;
    }
    if (c == 0xF020) c = U' ';
  }
  if (c == '\t' || c == '\n' || c == '\r') c = U' ';
  if (is_plain_character(c)) {
    out.push_back(c);
    return true;
  }
  if (is_meaningless(c)) return false;
  if (c >= kFirstRadical && c < kFirstRadical + kRadicals.size()) {
    const char32_t unified = kRadicals[c - kFirstRadical];
    out.push_back(unified != 0 ? unified : c);
    return true;
  }
  if (folds_by_nfkc(c)) return append_nfkc(c, out);
  out.push_back(c);
  return true;
}

std::u32string decode_pdf_string(std::string_view bytes) {
  if (starts_with(bytes, "\xFE\xFF")) return from_utf16(bytes.substr(2), 0);
  if (starts_with(bytes, "\xFF\xFE")) return from_utf16(bytes.substr(2), 1);
  bytes = without_byte_order_mark(bytes);
  if (is_valid_utf8(bytes)) return from_utf8(bytes);
  const Result<Decoded> chinese = decode(bytes, "", "GB18030");
  if (chinese && chinese->undecodable == 0) return chinese->chars;
  std::u32string out;  // PDFDocEncoding: Latin-1 but for a few marks that matter to nobody here
  for (const char byte : bytes) out.push_back(static_cast<unsigned char>(byte));
  return out;
}

}  // namespace gouji
