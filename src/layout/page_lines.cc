// SPDX-License-Identifier: GPL-3.0-or-later
// Method: pieces sorted by baseline are cut into lines where the baseline moves on by more than
// scripts do; within a line they stand by x. Blanks are decided between neighbours by
// layout/blanks.h alone, whether the source has blank glyphs (Word) or none (WPS).
#include "layout/page_lines.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "layout/blanks.h"
#include "text/charclass.h"

namespace gouji {

namespace {

// Ems of the line's print.
constexpr float kLineHeight = 0.5F;     ///< pieces of a line: superscripts are raised by 0.3 to 0.4
constexpr float kScriptHeight = 0.62F;  ///< … but note marks of WPS by 0.56
constexpr float kScriptSize = 0.8F;     ///< ratio; Word sets scripts at 0.65, LaTeX at 0.7
constexpr float kRaised = 0.15F;
constexpr float kLowered = 0.08F;
constexpr float kSpreadDigits = 0.35F;  ///< narrower gaps on both sides of a digit spread a number
constexpr float kUnitsPerPoint = 100.0F;

/// Lines of more pieces than this are judged by their first ones, so that a page of
/// thousands of pieces on one baseline stays linear.
constexpr std::size_t kComparedPieces = 64;

enum class Script { none, high, low };

char32_t script_digit(char32_t c, Script script) {
  static constexpr std::array<char32_t, 10> kHigh = {0x2070, 0xB9,   0xB2,   0xB3,   0x2074,
                                                     0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
  if (c < U'0' || c > U'9') return c;
  const std::uint32_t digit = c - U'0';
  return script == Script::high ? kHigh[digit] : 0x2080 + digit;
}

Script script_of(const PieceLine& line, const Piece& piece) {
  if (piece.size > kScriptSize * line.size) return Script::none;
  if (piece.baseline < line.baseline - kRaised * line.size) return Script::high;
  if (piece.baseline > line.baseline + kLowered * line.size) return Script::low;
  return Script::none;
}

bool is_number_char(char32_t c) {
  return is_ascii_digit(fold_width(c)) || c == U'.' || c == U',';
}

/// Is the gap in front of ink `i` one of several that set digits apart one by one ("2 0 2 1")? Then
/// the next gap is narrow too, or the one before, and a single digit stands between them.
bool spreads_digits(const PieceSet& set, const Piece& piece, std::uint32_t i) {
  const auto is_narrow_gap = [&](std::uint32_t k) {
    if (k <= piece.begin || k >= piece.end) return false;
    const Ink& left = set.inks[k - 1];
    const Ink& right = set.inks[k];
    return is_number_char(left.character) && is_number_char(right.character) &&
           right.blank_before && right.x0 - left.x1 < kSpreadDigits * piece.size;
  };
  return is_narrow_gap(i) && (is_narrow_gap(i - 1) || is_narrow_gap(i + 1));
}

/// Baseline, size and weight of most characters; order by x.
void finish(PieceLine& line) {
  std::sort(line.pieces.begin(), line.pieces.end(),
            [](const Piece& a, const Piece& b) { return a.x0 < b.x0; });
  line.x0 = line.pieces.front().x0;
  int bold = 0;
  float best = -1;
  for (const Piece& piece : line.pieces) {
    line.x1 = std::max(line.x1, piece.x1);
    const int count = static_cast<int>(piece.end - piece.begin);
    bold += piece.bold ? count : -count;
    float same = 0;
    const std::size_t compared = std::min(line.pieces.size(), kComparedPieces);
    for (std::size_t i = 0; i < compared; ++i) {
      const Piece& other = line.pieces[i];
      if (std::abs(other.size - piece.size) < 0.1F * piece.size &&
          std::abs(other.baseline - piece.baseline) < 0.1F * piece.size) {
        same += static_cast<float>(other.end - other.begin) * other.size;
      }
    }
    if (same > best) {
      best = same;
      line.baseline = piece.baseline;
      line.size = piece.size;
    }
  }
  line.bold = bold > 0;
}

std::int32_t to_units(float points) {
  return static_cast<std::int32_t>(std::lround(points * kUnitsPerPoint));
}

}  // namespace

std::vector<PieceLine> group_lines(std::vector<Piece> pieces) {
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return a.baseline != b.baseline ? a.baseline < b.baseline : a.x0 < b.x0;
  });
  std::vector<PieceLine> lines;
  for (std::size_t i = 0; i < pieces.size();) {
    float start = pieces[i].baseline;
    float size = pieces[i].size;
    PieceLine line;
    for (; i < pieces.size(); ++i) {
      const bool script_first = size <= kScriptSize * pieces[i].size;
      const float reach = script_first ? kScriptHeight * std::min(pieces[i].size, 2.5F * size)
                                       : kLineHeight * std::max(size, pieces[i].size);
      if (pieces[i].baseline - start > reach) break;
      if (script_first) start = pieces[i].baseline;
      size = std::max(size, pieces[i].size);
      line.pieces.push_back(pieces[i]);
    }
    finish(line);
    lines.push_back(std::move(line));
  }
  return lines;
}

void LineWriter::start(const PieceLine& line) {
  page_box_ = set_.frame.to_page(line.box());
  index_ = print_lines_.add({page_, to_units(page_box_.y0), to_units(page_box_.y1)});
}

CharPlace LineWriter::place(float x0, float x1) const {
  if (set_.frame.turn == 0) return {index_, to_units(x0), to_units(x1)};
  return {index_, to_units(page_box_.x0), to_units(page_box_.x1)};
}

void LineWriter::append(const PieceLine& line, const Piece& piece, LocatedText& text) {
  const Script script = script_of(line, piece);
  for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
    const Ink& ink = set_.inks[i];
    const char32_t c = script == Script::none ? ink.character : script_digit(ink.character, script);
    if (!text.empty()) {
      const float gap = (ink.x0 - last_x1_) / piece.size;
      if (reads_as_blank(text.chars.back(), c, gap, ink.blank_before) &&
          !spreads_digits(set_, piece, i)) {
        text.push_back(U' ', place(last_x1_, std::max(last_x1_, ink.x0)));
      }
    }
    text.push_back(c, place(ink.x0, ink.x1));
    last_x1_ = ink.x1;
  }
}

LocatedText LineWriter::text(const PieceLine& line) {
  start(line);
  LocatedText text;
  std::size_t count = 0;
  for (const Piece& piece : line.pieces) count += piece.end - piece.begin;
  text.chars.reserve(count + 4);
  text.places.reserve(count + 4);
  for (const Piece& piece : line.pieces) append(line, piece, text);
  return text;
}

void LineWriter::runs(const PieceLine& line, int cell, std::vector<TextRun>& runs) {
  start(line);
  for (const Piece& piece : line.pieces) {
    TextRun run;
    run.text.chars.reserve(piece.end - piece.begin);
    run.text.places.reserve(piece.end - piece.begin);
    append(line, piece, run.text);
    run.box = {piece.x0, piece.top(), piece.x1, piece.bottom()};
    run.size = piece.size;
    run.bold = piece.bold;
    run.cell = cell;
    run.blank_before = set_.inks[piece.begin].blank_before;
    runs.push_back(std::move(run));
  }
}

}  // namespace gouji
