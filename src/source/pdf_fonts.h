// SPDX-License-Identifier: GPL-3.0-or-later
// What the reading of glyphs needs to know of a font, worked out once a font.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "source/pdf_characters.h"

class GfxFont;

namespace gouji {

/// Facts of one font. Lengths are in em of the size that the page shows.
struct FontFacts {
  std::uint16_t number = 0;  ///< in the document, from 0, by first use
  float ascent = 0.88F;
  float descent = -0.12F;  ///< negative: below the baseline
  float em = 1;            ///< em of the glyphs by the font's own coordinates (Type 3), else 1
  bool bold = false;
  bool vertical = false;
  bool unmapped = false;  ///< its codes are no characters: nothing it says about them is reliable
  SymbolFont symbols = SymbolFont::none;
};

/// All fonts of a document, keyed by the object id; holds no pointer into Poppler.
class FontTable {
 public:
  const FontFacts& facts(const GfxFont& font);
  std::size_t size() const { return facts_.size(); }

 private:
  std::unordered_map<std::uint64_t, std::size_t> index_;
  std::vector<FontFacts> facts_;
  std::uint64_t last_key_ = 0;
  std::size_t last_ = 0;
};

}  // namespace gouji
