// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of print as lines, and lines as located text.
#pragma once

#include <vector>

#include "layout/page_pieces.h"
#include "layout/region.h"
#include "text/located_text.h"

namespace gouji {

/// Pieces that stand on one line, from left to right.
struct PieceLine {
  std::vector<Piece> pieces;
  float baseline = 0;  ///< of most characters
  float size = 0;      ///< of most characters
  bool bold = false;
  float x0 = 0, x1 = 0;

  float top() const { return baseline - 0.88F * size; }
  float bottom() const { return baseline + 0.14F * size; }
  Box box() const { return {x0, top(), x1, bottom()}; }
};

/// Groups pieces to lines, from top to bottom. O(n log n).
std::vector<PieceLine> group_lines(std::vector<Piece> pieces);

/// Writes lines of one PieceSet as located text: a PrintLine each, places in the coordinates of the
/// page. Digits set small and high (or low) become superscript (subscript) characters, so that a
/// note mark never reads as part of a number.
class LineWriter {
 public:
  LineWriter(const PieceSet& set, int page, PrintLines& print_lines)
      : set_(set), page_(page), print_lines_(print_lines) {}

  /// The whole line, with a blank where a reader sees one.
  LocatedText text(const PieceLine& line);
  /// One run a piece.
  void runs(const PieceLine& line, int cell, std::vector<TextRun>& runs);

 private:
  void start(const PieceLine& line);
  void append(const PieceLine& line, const Piece& piece, LocatedText& text);
  CharPlace place(float x0, float x1) const;

  const PieceSet& set_;
  int page_;
  PrintLines& print_lines_;
  std::uint32_t index_ = 0;  ///< of the current PrintLine
  Box page_box_;             ///< of the current line on the page
  float last_x1_ = 0;        ///< where the last written ink ends
};

}  // namespace gouji
