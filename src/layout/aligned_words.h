// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a line of print with the white between them: what columns are told by.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/page_lines.h"

namespace gouji {

enum class WordSort : std::uint8_t {
  text,    ///< holds letters or hanzi
  number,  ///< digits with their marks
  filler,  ///< dashes and other marks that stand for a missing number
  sign,    ///< a currency or percent sign alone
  leader,  ///< a row of dots or dashes that leads the eye: white, as far as columns go
};

/// Inks [begin, end) of one piece of a line, without a gap.
struct PrintWord {
  std::uint32_t piece = 0;  ///< index into PieceLine::pieces
  std::uint32_t begin = 0, end = 0;
  float x0 = 0, x1 = 0;
  WordSort sort = WordSort::text;
};

/// A line of print as words, from left to right.
struct WordLine {
  std::size_t line = 0;  ///< index into the lines of the page
  float baseline = 0, size = 0;
  float x0 = 0, x1 = 0;
  bool bold = false;
  int chunks = 0;    ///< parts that white of an em or more parts
  float widest = 0;  ///< width of the widest part, points
  std::vector<PrintWord> words;

  float top() const { return baseline - 0.88F * size; }
  float bottom() const { return baseline + 0.14F * size; }
  float middle() const { return baseline - 0.38F * size; }
};

/// White between two columns where print of a row stands at both sides of it, ems; words of one
/// text stand nearer but for justified lines.
inline constexpr float kColumnWhite = 1.0F;
/// White between two words, ems.
inline constexpr float kWordWhite = 0.16F;

/// The words of line number `index`. O(inks).
WordLine words_of(const PieceLine& line, std::size_t index, const PieceSet& set);

/// Does white part the words i - 1 and i of the line, as columns are parted?
bool parts_columns(const WordLine& line, std::size_t i);

}  // namespace gouji
