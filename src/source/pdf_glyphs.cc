// SPDX-License-Identifier: GPL-3.0-or-later
// Method: duplicates are found in a hash table keyed by the character and the square of the page
// that the glyph stands in; a glyph near the edge of its square looks into the neighbours too.
// ActualText replaces the glyphs of its span one for one when their number agrees, and shares the
// extent of the span out evenly when it does not.
#include "source/pdf_glyphs.h"

#include <algorithm>
#include <cmath>

#include "text/charclass.h"

namespace gouji {

namespace {

/// Two prints of one glyph lie this near, in em: fake bold moves by up to 1/20 em, and the
/// narrowest characters ("1", "l", ".") are a quarter em wide.
constexpr float kDuplicateEm = 0.12F;
constexpr float kMovedEm = 0.01F;  ///< moved by more: printed twice to look bold
constexpr float kSquare = 8.0F;    ///< side of a square of the table, points
/// Glyphs of one character looked at in one square, at most: only hostile pages have more.
constexpr int kMaxProbes = 64;
constexpr std::size_t kFirstSlots = 4096;
/// ActualText of a longer span is a description, not a spelling.
constexpr std::size_t kLongestSpan = 256;

std::uint32_t square_of(float v) {
  return static_cast<std::uint32_t>(static_cast<std::int32_t>(std::floor(v / kSquare)));
}

std::uint32_t hash_of(char32_t c, std::uint32_t column, std::uint32_t row) {
  std::uint32_t h = c * 0x9E3779B1U;
  h ^= (column + 0x7F4A7C15U) * 0x85EBCA77U;
  h = (h << 13U) | (h >> 19U);
  h ^= row * 0xC2B2AE3DU;
  h ^= h >> 15U;
  return h * 0x27D4EB2FU;
}

std::uint32_t hash_of(const Glyph& g) {
  return hash_of(g.character, square_of(g.box.x0), square_of(g.box.y0));
}

}  // namespace

Box share_of(const Box& whole, int turn, std::size_t index, std::size_t count) {
  const auto part = static_cast<float>(index) / static_cast<float>(count);
  const auto next = static_cast<float>(index + 1) / static_cast<float>(count);
  Box out = whole;
  if (turn == 90) {
    out.y0 = whole.y0 + whole.height() * part;
    out.y1 = whole.y0 + whole.height() * next;
  } else if (turn == 270) {
    out.y0 = whole.y1 - whole.height() * next;
    out.y1 = whole.y1 - whole.height() * part;
  } else if (turn == 180) {
    out.x0 = whole.x1 - whole.width() * next;
    out.x1 = whole.x1 - whole.width() * part;
  } else {
    out.x0 = whole.x0 + whole.width() * part;
    out.x1 = whole.x0 + whole.width() * next;
  }
  return out;
}

void GlyphGatherer::begin(Page& page) {
  page_ = &page;
  if (slots_.empty()) slots_.resize(kFirstSlots);
  std::fill(slots_.begin(), slots_.end(), 0U);
  used_ = 0;
  actual_depth_ = 0;
}

void GlyphGatherer::grow() {
  std::vector<std::uint32_t> bigger(slots_.size() * 2);
  const std::size_t mask = bigger.size() - 1;
  for (const std::uint32_t entry : slots_) {
    if (entry == 0) continue;
    std::size_t i = hash_of(page_->glyphs[entry - 1]) & mask;
    while (bigger[i] != 0) i = (i + 1) & mask;
    bigger[i] = entry;
  }
  slots_ = std::move(bigger);
}

void GlyphGatherer::remember(const Glyph& glyph, std::uint32_t index) {
  if (++used_ * 2 > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash_of(glyph) & mask;
  while (slots_[i] != 0) i = (i + 1) & mask;
  slots_[i] = index + 1;
}

bool GlyphGatherer::is_duplicate(const Glyph& glyph) {
  const float near = std::min(kDuplicateEm * glyph.size, kSquare / 2);
  const std::uint32_t columns[] = {square_of(glyph.box.x0 - near), square_of(glyph.box.x0 + near)};
  const std::uint32_t rows[] = {square_of(glyph.box.y0 - near), square_of(glyph.box.y0 + near)};
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t column = columns[0]; column != columns[1] + 1; ++column)
    for (std::uint32_t row = rows[0]; row != rows[1] + 1; ++row) {
      std::size_t i = hash_of(glyph.character, column, row) & mask;
      for (int probes = 0; slots_[i] != 0 && probes < kMaxProbes; ++probes, i = (i + 1) & mask) {
        Glyph& other = page_->glyphs[slots_[i] - 1];
        const float dx = std::abs(other.box.x0 - glyph.box.x0);
        const float dy = std::abs(other.box.y0 - glyph.box.y0);
        if (other.character != glyph.character || dx > near || dy > near) continue;
        if (std::max(dx, dy) > kMovedEm * glyph.size && !glyph.invisible && !other.invisible)
          other.bold = true;
        if (!glyph.invisible) other.invisible = false;
        return true;
      }
    }
  return false;
}

void GlyphGatherer::place(const Glyph& glyph) {
  if (is_duplicate(glyph)) {
    if (!is_blank(glyph.character)) ++page_->losses.duplicates;
    return;
  }
  remember(glyph, static_cast<std::uint32_t>(page_->glyphs.size()));
  page_->glyphs.push_back(glyph);
}

void GlyphGatherer::add(const Glyph& glyph) {
  if (actual_depth_ > 0 && span_.size() < kLongestSpan * 2)
    span_.push_back(glyph);
  else
    place(glyph);
}

void GlyphGatherer::begin_actual_text(const std::u32string& text) {
  if (++actual_depth_ > 1) return;
  actual_text_ = text;
  span_.clear();
}

/// Does the text of the span speak for its glyphs? Not when it says nothing where something is
/// printed, nor when it is a description of more than one line.
bool GlyphGatherer::span_takes_text() const {
  if (actual_text_.empty() || actual_text_.size() > kLongestSpan) return false;
  if (span_.size() > kLongestSpan) return false;
  const auto blank = [](char32_t c) { return is_blank(c); };
  if (std::all_of(actual_text_.begin(), actual_text_.end(), blank)) return false;
  const Glyph& first = span_.front();
  return std::all_of(span_.begin(), span_.end(), [&](const Glyph& g) {
    return g.turn == first.turn && std::abs(g.baseline - first.baseline) <= first.size / 2;
  });
}

void GlyphGatherer::end_actual_text() {
  if (actual_depth_ == 0 || --actual_depth_ > 0) return;
  if (span_.empty()) return;
  if (!span_takes_text()) {
    for (const Glyph& glyph : span_) place(glyph);
    return;
  }
  const std::size_t count = actual_text_.size();
  const bool one_for_one = count == span_.size();
  Box whole = span_.front().box;
  for (const Glyph& g : span_)
    whole = {std::min(whole.x0, g.box.x0), std::min(whole.y0, g.box.y0),
             std::max(whole.x1, g.box.x1), std::max(whole.y1, g.box.y1)};
  for (std::size_t i = 0; i < count; ++i) {
    Glyph glyph = span_[one_for_one ? i : 0];
    glyph.character = actual_text_[i];
    glyph.doubtful = false;
    if (!one_for_one) glyph.box = share_of(whole, glyph.turn, i, count);
    place(glyph);
  }
}

void GlyphGatherer::finish() {
  while (actual_depth_ > 0) end_actual_text();
  page_ = nullptr;
}

}  // namespace gouji
