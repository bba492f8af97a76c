// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a word ends where the pen moves on by more than letters stand apart, or where a piece
// ends. What a word is made of tells whether it is a number, stands for one, or is text.
#include "layout/aligned_words.h"

#include <algorithm>

#include "text/charclass.h"

namespace gouji {

namespace {

/// Dots or dashes in a row that are leaders.
constexpr std::uint32_t kLeaders = 4;

bool is_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0x24F) ||
         (c >= 0x370 && c <= 0x52F);
}

bool is_leader(char32_t c) {
  return c == U'.' || c == U'-' || c == U'_' || c == 0xB7 || c == 0x2026 || c == 0x2025 ||
         c == 0x2500 || c == U'=' || c == 0x2014 || c == 0x2013 || c == U',';
}

bool is_sign(char32_t c) {
  return c == U'$' || c == U'%' || c == 0xA3 || c == 0xA5 || c == 0x20AC;
}

WordSort sort_of(const PrintWord& word, const PieceSet& set) {
  int digits = 0;
  int letters = 0;
  int signs = 0;
  std::uint32_t leaders = 0;
  for (std::uint32_t i = word.begin; i < word.end; ++i) {
    const char32_t c = fold_width(set.inks[i].character);
    if (is_ascii_digit(c)) ++digits;
    if (is_han(c) || c == 0xFF1A || c == U':') return WordSort::text;
    if (is_letter(c)) ++letters;
    if (is_sign(c)) ++signs;
    if (is_leader(c)) ++leaders;
  }
  const std::uint32_t length = word.end - word.begin;
  if (leaders == length && length >= kLeaders) return WordSort::leader;
  const bool opens = is_letter(fold_width(set.inks[word.begin].character));
  if (letters > 1 || opens || (letters == 1 && digits == 0)) return WordSort::text;
  if (digits > 0) return WordSort::number;
  if (signs > 0) return WordSort::sign;
  return length <= 3 ? WordSort::filler : WordSort::text;
}

}  // namespace

WordLine words_of(const PieceLine& line, std::size_t index, const PieceSet& set) {
  WordLine out;
  out.line = index;
  out.baseline = line.baseline;
  out.size = line.size;
  out.x0 = line.x0;
  out.x1 = line.x1;
  out.bold = line.bold;
  for (std::uint32_t p = 0; p < line.pieces.size(); ++p) {
    const Piece& piece = line.pieces[p];
    for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
      const Ink& ink = set.inks[i];
      const bool opens =
          i == piece.begin || ink.x0 - set.inks[i - 1].x1 >= kWordWhite * piece.size ||
          (ink.blank_before && ink.x0 - set.inks[i - 1].x1 >= kWordWhite / 2 * piece.size);
      if (opens) out.words.push_back({p, i, i, ink.x0, ink.x1, WordSort::text});
      PrintWord& word = out.words.back();
      word.end = i + 1;
      word.x1 = std::max(word.x1, ink.x1);
    }
  }
  for (PrintWord& word : out.words) word.sort = sort_of(word, set);
  float start = 0;
  bool open = false;
  float end = 0;
  for (const PrintWord& word : out.words) {
    if (word.sort == WordSort::leader) continue;
    if (!open || word.x0 - end >= kColumnWhite * out.size) {
      if (open) out.widest = std::max(out.widest, end - start);
      start = word.x0;
      end = word.x1;
      ++out.chunks;
      open = true;
    }
    end = std::max(end, word.x1);
  }
  if (open) out.widest = std::max(out.widest, end - start);
  return out;
}

bool parts_columns(const WordLine& line, std::size_t i) {
  float end = line.words[i - 1].x1;
  for (std::size_t k = i; k > 0; --k) {
    if (line.words[k - 1].sort == WordSort::leader) continue;
    end = line.words[k - 1].x1;
    break;
  }
  return line.words[i].x0 - end >= kColumnWhite * line.size;
}

}  // namespace gouji
