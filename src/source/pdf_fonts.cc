// SPDX-License-Identifier: GPL-3.0-or-later
// Method: ascent and descent as the font descriptor has them, unless they are absurd (many Chinese
// subsets have zeros); bold by the name, the weight or the flag; a CID font of the ordering
// Identity without a ToUnicode map has glyph numbers where characters should be.
#include "source/pdf_fonts.h"

#include <GfxFont.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>

#include "source/pdf_compat.h"

namespace gouji {

namespace {

constexpr double kLeastHeight = 0.5, kGreatestHeight = 1.8;  ///< ascent - descent, em
constexpr double kMaxAscent = 1.05, kMinDescent = -0.4;      ///< em; beyond: descriptor is wrong
constexpr std::size_t kMaxFonts = 65'535;

std::string lowered(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name;
}

std::string name_of(const GfxFont& font) {
  const auto& name = font.getName();
  return name ? *name : std::string();
}

bool is_bold(const GfxFont& font) {
  const std::string name = lowered(name_of(font));
  for (const char* word : {"bold", "black", "heavy"})
    if (name.find(word) != std::string::npos) return true;
  return font.isBold() || font.getWeight() >= GfxFont::W700;
}

bool is_unmapped(const GfxFont& font) {
  if (!font.isCIDFont() || font.hasToUnicodeCMap()) return false;
  return plain_string(static_cast<const GfxCIDFont&>(font).getCollection()) == "Adobe-Identity";
}

/// Type 3 fonts choose their own coordinates; the bounding box is about an em high where it is
/// given. The size of the page's text matrix says nothing there.
void measure_type3(const GfxFont& font, FontFacts& facts) {
  constexpr double kUsualUnits = 1000;  // a font matrix of 1/1000 without a bounding box
  const double* box = font.getFontBBox();
  const double scale = std::abs(font.getFontMatrix()[3]);
  const double height = scale * std::abs(box[3] - box[1]);
  const double em = height > 0 ? height : scale * kUsualUnits;
  if (!std::isfinite(em) || em <= 0) return;
  facts.em = em >= kLeastHeight && em <= kGreatestHeight ? 1 : static_cast<float>(em);
}

void measure(const GfxFont& font, FontFacts& facts) {
  const double ascent = std::min(font.getAscent(), kMaxAscent);
  const double descent = std::max(font.getDescent(), kMinDescent);
  const double height = ascent - descent;
  if (!std::isfinite(height) || height < kLeastHeight || height > kGreatestHeight) return;
  if (ascent <= 0 || descent > 0) return;
  facts.ascent = static_cast<float>(ascent);
  facts.descent = static_cast<float>(descent);
}

}  // namespace

const FontFacts& FontTable::facts(const GfxFont& font) {
  const Ref* id = font.getID();
  const std::uint64_t key =
      (static_cast<std::uint64_t>(static_cast<std::uint32_t>(id->num)) << 32U) |
      static_cast<std::uint32_t>(id->gen);
  if (!facts_.empty() && key == last_key_) return facts_[last_];
  const auto [it, is_new] = index_.try_emplace(key, facts_.size());
  if (is_new && facts_.size() > kMaxFonts) it->second = 0;
  if (is_new && facts_.size() <= kMaxFonts) {
    FontFacts facts;
    facts.number = static_cast<std::uint16_t>(std::min(facts_.size(), kMaxFonts));
    facts.bold = is_bold(font);
    facts.vertical = font.getWMode() == 1;
    facts.unmapped = is_unmapped(font);
    facts.symbols = symbol_font_of(name_of(font));
    if (font.getType() == fontType3)
      measure_type3(font, facts);
    else
      measure(font, facts);
    facts_.push_back(facts);
  }
  last_key_ = key;
  last_ = it->second;
  return facts_[last_];
}

}  // namespace gouji
