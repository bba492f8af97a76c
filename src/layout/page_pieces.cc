// SPDX-License-Identifier: GPL-3.0-or-later
// Method: producers paint words and lines in one go, so neighbours in the order of painting are
// joined as long as baseline and size stay and the pen moves on by less than a visible gap. That
// turns some thousand glyphs into some hundred pieces in linear time; only those are sorted later.
// Baselines are compared, never boxes: font boxes of digits and hanzi of one line differ by 5 pt
// with some producers.
#include "layout/page_pieces.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "text/charclass.h"

namespace gouji {

namespace {

// Ems of the print.
constexpr float kPieceGap = 0.8F;       ///< a wider gap parts pieces
constexpr float kPieceOverlap = 0.6F;   ///< compressed punctuation steps back by half an em
constexpr float kSameBaseline = 0.08F;  ///< superscripts are raised by 0.3
constexpr float kSameSize = 0.88F;      ///< ratio of sizes; superscripts have 0.6

/// A hidden text layer is read where it has this many times the visible glyphs (a scan with a
/// stamped page number).
constexpr int kHiddenOverVisible = 5;

constexpr std::array<int, 4> kTurns = {0, 90, 180, 270};

bool has_ink(const Glyph& glyph) {
  return !is_blank(glyph.character) && glyph.character >= 0x20;
}

bool is_upright_turn(int turn) {
  return std::find(kTurns.begin(), kTurns.end(), turn) != kTurns.end();
}

class PieceBuilder {
 public:
  explicit PieceBuilder(Frame frame) { set_.frame = frame; }

  void add(const Glyph& glyph) {
    if (!has_ink(glyph)) {
      blank_ = true;
      return;
    }
    const Box box = set_.frame.to_upright(glyph.box);
    const float baseline = set_.frame.baseline_to_upright(glyph.baseline);
    const float size = glyph.size > 0 ? glyph.size : std::max(box.height(), 1.0F);
    if (!continues(box, baseline, size)) start(box, baseline, size);
    Piece& piece = set_.pieces.back();
    set_.inks.push_back({glyph.character, box.x0, box.x1, blank_});
    blank_ = false;
    bold_ += glyph.bold ? 1 : -1;
    piece.end = static_cast<std::uint32_t>(set_.inks.size());
    piece.x0 = std::min(piece.x0, box.x0);
    piece.x1 = std::max(piece.x1, box.x1);
    piece.bold = bold_ > 0;
  }

  PieceSet take() { return std::move(set_); }

 private:
  bool continues(const Box& box, float baseline, float size) const {
    if (set_.pieces.empty()) return false;
    const Piece& piece = set_.pieces.back();
    const Ink& last = set_.inks.back();
    if (std::abs(piece.baseline - baseline) > kSameBaseline * piece.size) return false;
    if (std::min(size, piece.size) < kSameSize * std::max(size, piece.size)) return false;
    const float gap = box.x0 - last.x1;
    return gap <= kPieceGap * size && gap >= -kPieceOverlap * size && box.x0 >= last.x0;
  }

  void start(const Box& box, float baseline, float size) {
    const auto at = static_cast<std::uint32_t>(set_.inks.size());
    set_.pieces.push_back({at, at, box.x0, box.x1, baseline, size, false});
    bold_ = 0;
  }

  PieceSet set_;
  bool blank_ = false;
  int bold_ = 0;
};

}  // namespace

ReadPrint read_print(const Page& page) {
  ReadPrint result;
  std::array<int, 4> visible{};
  std::array<int, 4> hidden{};
  for (const Glyph& glyph : page.glyphs) {
    if (!has_ink(glyph)) continue;
    if (!is_upright_turn(glyph.turn)) continue;  // a water mark: source/pdf.cc counts them
    ++(glyph.invisible ? hidden : visible)[static_cast<std::size_t>(glyph.turn / 90)];
  }
  const int all_visible = visible[0] + visible[1] + visible[2] + visible[3];
  const int all_hidden = hidden[0] + hidden[1] + hidden[2] + hidden[3];
  const bool read_hidden = all_hidden > kHiddenOverVisible * all_visible;
  if (!read_hidden) result.invisible = all_hidden;

  std::array<std::size_t, 4> order = {0, 1, 2, 3};
  const auto count = [&](std::size_t i) { return visible[i] + (read_hidden ? hidden[i] : 0); };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return count(a) > count(b); });
  for (std::size_t i : order) {
    if (count(i) == 0) continue;
    PieceBuilder builder({kTurns[i], page.width, page.height});
    for (const Glyph& glyph : page.glyphs) {
      if (glyph.turn != kTurns[i] || (glyph.invisible && !read_hidden)) continue;
      builder.add(glyph);
    }
    result.sets.push_back(builder.take());
  }
  return result;
}

Piece cut_piece(Piece& piece, std::uint32_t at, const PieceSet& set) {
  Piece right = piece;
  right.begin = at;
  piece.end = at;
  const auto extent = [&](Piece& part) {
    part.x0 = set.inks[part.begin].x0;
    part.x1 = set.inks[part.begin].x1;
    for (std::uint32_t i = part.begin; i < part.end; ++i) {
      part.x0 = std::min(part.x0, set.inks[i].x0);
      part.x1 = std::max(part.x1, set.inks[i].x1);
    }
  };
  extent(piece);
  extent(right);
  return right;
}

}  // namespace gouji
