// SPDX-License-Identifier: GPL-3.0-or-later
// Glyphs of a page as pieces: what was painted in one go without a gap that a reader sees.
#pragma once

#include <cstdint>
#include <vector>

#include "geometry/frame.h"
#include "source/page.h"

namespace gouji {

/// A glyph with ink. x in the upright frame of its piece.
struct Ink {
  char32_t character = 0;
  float x0 = 0, x1 = 0;
  bool blank_before = false;  ///< the source has a blank character in front of it
};

/// Inks [begin, end) of a PieceSet: one baseline, one size, from left to right, gaps below an em.
struct Piece {
  std::uint32_t begin = 0, end = 0;
  float x0 = 0, x1 = 0;
  float baseline = 0, size = 0;
  bool bold = false;

  /// Height of the middle of the print: hanzi stand from 0.12 em below the baseline to 0.88 above.
  float middle_y() const { return baseline - 0.38F * size; }
  float top() const { return baseline - 0.88F * size; }
  float bottom() const { return baseline + 0.14F * size; }
};

struct PieceSet {
  Frame frame;  ///< the pieces stand upright in it
  std::vector<Ink> inks;
  std::vector<Piece> pieces;  ///< in the order of painting
};

/// What of the print of a page is read, and what is set aside.
struct ReadPrint {
  std::vector<PieceSet> sets;  ///< by direction of writing, the main one first; may be empty
  int invisible = 0;           ///< glyphs of a hidden text layer beside visible print
};

/// Sorts the glyphs of a page by direction and joins them to pieces. Pure; O(glyphs).
ReadPrint read_print(const Page& page);

/// Cuts the piece in front of ink `at` (begin < at < end); the new right part is returned.
Piece cut_piece(Piece& piece, std::uint32_t at, const PieceSet& set);

}  // namespace gouji
