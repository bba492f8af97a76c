// SPDX-License-Identifier: GPL-3.0-or-later
// From what a font says a glyph means to characters that may stand in a text.
#pragma once

#include <string>
#include <string_view>

namespace gouji {

/// Characters that stay as they are: what nearly every glyph maps to.
constexpr bool is_plain_character(char32_t c) {
  return (c >= 0x20 && c < 0x7F) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x30FF) ||
         (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x2010 && c <= 0x2027);
}

/// Fonts whose codes are pictures; their private-use code points have a meaning of their own.
enum class SymbolFont { none, symbol, wingdings, wingdings2, founder };

/// By the name of the font, subset prefix or not.
SymbolFont symbol_font_of(std::string_view font_name);

/// Appends to `out` what code point `c` of a font of kind `kind` means as text: radicals,
/// compatibility ideographs and presentation forms folded to the ordinary characters (a ligature
/// gives several), tab and line ends as a blank; full-width forms and all else unchanged. false:
/// `c` means nothing as text (control characters, private use, non-characters, U+FFFD); nothing is
/// appended.
bool append_character(char32_t c, SymbolFont kind, std::u32string& out);

/// A text string of a PDF (PDF 32000-1, 7.9.2.2) as UTF-8: UTF-16 or UTF-8 by its byte-order mark.
/// Producers also write UTF-8 and GB18030 without a mark: tried before PDFDocEncoding when bytes
/// above 0x7F occur.
std::u32string decode_pdf_string(std::string_view bytes);

}  // namespace gouji
