// SPDX-License-Identifier: GPL-3.0-or-later
// What a page prints: glyphs, rulings and images in the coordinates of the page as displayed.
//
// All coordinates: PDF points, origin top left of the displayed page (after /Rotate), x to the
// right, y down. Only what is visible is here: clipped and duplicated glyphs are gone (and
// counted), white rulings too.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geometry/ruling.h"
#include "gouji/place.h"

namespace gouji {

/// One printed character. A ligature or a glyph that stands for several characters gives one Glyph
/// for each, which share the width.
struct Glyph {
  char32_t character =
      0;    ///< NFKC-folded where the font maps to radicals or presentation forms, else as mapped
  Box box;  ///< x0..x1 the advance; y0..y1 from ascent to descent of the font
  float baseline = 0;      ///< y of the baseline (for text turned by 90°, x of it)
  float size = 0;          ///< font size in points on the page
  std::uint16_t font = 0;  ///< number of the font in the document, from 0
  std::int16_t turn =
      0;  ///< direction of writing: 0, 90, 180, 270 degrees clockwise; -1 oblique (a water mark)
  bool bold = false;       ///< by font name, flags or stroke
  bool invisible = false;  ///< render mode 3: a text layer over a scan
  bool doubtful = false;   ///< no reliable mapping to Unicode; `character` may be wrong or U+FFFD
};

struct ImageBox {
  Box box;
};

/// Things that were left out of a page, and how many, so that nothing is dropped in silence.
struct PageLosses {
  int clipped = 0;     ///< glyphs outside the clip: not on the page
  int duplicates = 0;  ///< glyphs printed twice at the same place (fake bold)
  int unmapped = 0;    ///< glyphs without a mapping to Unicode
  int off_page = 0;    ///< glyphs beyond the edges of the page
  int over_limit = 0;  ///< glyphs beyond the cap
  int rulings_over_limit = 0;
};

struct Page {
  int number = 0;  ///< from 1
  float width = 0, height = 0;
  std::vector<Glyph> glyphs;  ///< in the order of painting
  std::vector<Ruling> rulings;
  std::vector<ImageBox> images;
  std::vector<Box> grounds;  ///< areas filled with a colour, no thinner than print; 512 at most
  PageLosses losses;
};

}  // namespace gouji
