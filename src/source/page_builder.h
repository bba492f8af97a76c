// SPDX-License-Identifier: GPL-3.0-or-later
// Pages made in memory, so that tests of layout and tables need no PDF.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/page.h"

namespace gouji {

/// Builds one page. Coordinates as in Page: points, origin top left. Wide characters (hanzi,
/// full-width forms) are one em wide, all others half an em.
///
///     const Page page = PageBuilder(595, 842)
///                           .text(90, 100, "一、部门概况")
///                           .size(9).grid(90, 120, {100, 60}, {20, 20}, {{"项目", "金额"},
///                                                                        {"合计", "1.20"}})
///                           .build();
class PageBuilder {
 public:
  explicit PageBuilder(float width = 595, float height = 842, int number = 1);

  /// Holds for the text after it. At first: 12 pt, font 0, not bold, upright.
  PageBuilder& size(float points);
  PageBuilder& font(int number, bool bold = false);
  PageBuilder& turn(int degrees);  ///< 0, 90, 180, 270 clockwise, or -1
  PageBuilder& invisible(bool on = true);

  /// A string (UTF-8) from (x, baseline) on in the direction of writing. A blank moves on by half
  /// an em and gives a glyph, as Word writes it.
  PageBuilder& text(float x, float baseline, std::string_view utf8);
  /// The same without glyphs for blanks, as WPS writes it.
  PageBuilder& text_without_blanks(float x, float baseline, std::string_view utf8);
  PageBuilder& centred(float middle, float baseline, std::string_view utf8);
  PageBuilder& right_aligned(float right, float baseline, std::string_view utf8);
  float width_of(std::string_view utf8) const;

  PageBuilder& horizontal(float y, float x0, float x1, float thickness = 0.5F);
  PageBuilder& vertical(float x, float y0, float y1, float thickness = 0.5F);
  PageBuilder& box(const Box& box, float thickness = 0.5F);
  PageBuilder& image(const Box& box);
  PageBuilder& ground(const Box& box);  ///< a coloured area

  /// A table with all its rulings, its top left at (x, y). A cell "<" belongs to the one at its
  /// left, "^" to the one above: no ruling between them. A text too wide for its cell wraps.
  PageBuilder& grid(float x, float y, const std::vector<float>& widths,
                    const std::vector<float>& heights,
                    const std::vector<std::vector<std::string>>& cells);

  Page build() const { return page_; }

 private:
  void put(float x, float baseline, std::u32string_view text, bool with_blanks);
  void fill_cell(const Box& cell, const std::string& text);

  Page page_;
  Glyph like_;  ///< what the next glyphs are like
};

}  // namespace gouji
