// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/page_builder.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "geometry/rulings.h"

namespace gouji {
namespace {

std::string text_of(const Page& page) {
  std::string out;
  for (const Glyph& glyph : page.glyphs) append_utf8(out, glyph.character);
  return out;
}

TEST(PageBuilder, SetsHanziOneEmWideAndDigitsHalf) {
  const Page page = PageBuilder().size(10).text(100, 50, "共1 家").build();
  ASSERT_EQ(page.glyphs.size(), 4U);
  EXPECT_EQ(page.glyphs[0].box, (Box{100, 50 - 8.8F, 110, 50 + 1.2F}));
  EXPECT_FLOAT_EQ(page.glyphs[1].box.x1, 115);
  EXPECT_FLOAT_EQ(page.glyphs[3].box.x0, 120);
  EXPECT_EQ(text_of(PageBuilder().text_without_blanks(0, 20, "共1 家").build()), "共1家");
}

TEST(PageBuilder, TurnedTextRunsDownWithItsAscentToTheRight) {
  const Page page = PageBuilder().size(10).turn(90).text(100, 50, "甲乙").build();
  EXPECT_EQ(page.glyphs[1].box, (Box{100 - 1.2F, 60, 108.8F, 70}));
  EXPECT_FLOAT_EQ(page.glyphs[1].baseline, 100);
}

TEST(PageBuilder, GridLeavesOutRulingsInsideSpans) {
  // Widths 40 and 60; the first row is one cell, the first column of rows 2 and 3 is one cell.
  const Page page =
      PageBuilder()
          .size(9)
          .grid(100, 200, {40, 60}, {20, 20, 20}, {{"收入", "<"}, {"合计", "1"}, {"^", "2"}})
          .build();
  const std::vector<Ruling> lines = merge_rulings(page.rulings);
  const std::vector<Ruling> expected = {
      {true, 200, 100, 200, 0.5F},  {true, 220, 100, 200, 0.5F},  {true, 240, 140, 200, 0.5F},
      {true, 260, 100, 200, 0.5F},  {false, 100, 200, 260, 0.5F}, {false, 140, 220, 260, 0.5F},
      {false, 200, 200, 260, 0.5F},
  };
  EXPECT_EQ(lines, expected);
  EXPECT_EQ(text_of(page), "收入合计12");
  EXPECT_GT(page.glyphs[2].baseline, 230);  // in the middle of the two rows that it spans
}

TEST(PageBuilder, LongCellTextWraps) {
  const Page page = PageBuilder().size(10).grid(0, 0, {34}, {40}, {{"一二三四"}}).build();
  ASSERT_EQ(page.glyphs.size(), 4U);
  EXPECT_LT(page.glyphs[2].baseline, page.glyphs[3].baseline);
}

}  // namespace
}  // namespace gouji
