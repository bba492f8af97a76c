// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers the glyphs of one page: drops what is printed twice, puts ActualText in place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "source/page.h"

namespace gouji {

/// Part `index` of `count` equal parts of a box, in the direction of writing.
Box share_of(const Box& whole, int turn, std::size_t index, std::size_t count);

/// The glyphs of one page after the other. Reused from page to page, so that nothing is allocated
/// a page but the glyphs themselves.
class GlyphGatherer {
 public:
  /// Starts on `page`; it must live until finish().
  void begin(Page& page);
  /// Adds a glyph unless the same character stands at nearly the same place already (fake bold).
  void add(const Glyph& glyph);
  /// Glyphs added from here to end_actual_text() print `text`. Spans inside a span are ignored: the
  /// outermost speaks for all.
  void begin_actual_text(const std::u32string& text);
  void end_actual_text();
  /// Leaves the page; an open span of ActualText is closed.
  void finish();

 private:
  void place(const Glyph& glyph);
  bool is_duplicate(const Glyph& glyph);
  void remember(const Glyph& glyph, std::uint32_t index);
  void grow();
  bool span_takes_text() const;

  Page* page_ = nullptr;
  std::vector<std::uint32_t> slots_;  ///< index of a glyph + 1, open addressing; 0 = free
  std::size_t used_ = 0;
  std::u32string actual_text_;
  std::vector<Glyph> span_;  ///< glyphs of the open span of ActualText
  int actual_depth_ = 0;
};

}  // namespace gouji
