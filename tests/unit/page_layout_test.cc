// SPDX-License-Identifier: GPL-3.0-or-later
// Glyphs of one page to lines and table regions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/blanks.h"
#include "unit/laid_out.h"

namespace gouji {
namespace {

using testing::ElementsAre;
using testing_support::entries_of;

struct BlankCase {
  char32_t left, right;
  float gap_em;
  bool glyph;
  bool blank;
};

TEST(Blanks, WhatAReaderSees) {
  const BlankCase cases[] = {
      {U'合', U'计', 0.3F, false, false},  // justified line
      {U'年', U'度', 0.5F, true, false},   // half-width blank between hanzi
      {U'目', U'录', 2.0F, false, true},   // printed wide
      {U'共', U'5', 0.25F, false, false},  // automatic space
      {U'4', U'亿', 0.5F, true, true},     // "56.84 亿元"
      {U'5', U',', 0.3F, true, false},     // "5 ,221"
      {U',', U'2', 0.5F, true, false},     // "5, 221. 79"
      {U'2', U'3', 0.5F, true, true},      // two numbers
      {U'2', U'3', 0.15F, true, false},    // squeezed in to spread a number out
      {U'2', U'3', 0.25F, true, true},     // the narrow blank of a font
      {U'2', U'3', 0.1F, false, false},
      {U'a', U'b', 0.25F, false, true},  // words without blank glyphs
      {U'a', U'b', 0.02F, false, false},
  };
  for (const BlankCase& c : cases) {
    EXPECT_EQ(reads_as_blank(c.left, c.right, c.gap_em, c.glyph), c.blank)
        << static_cast<unsigned>(c.left) << " " << static_cast<unsigned>(c.right) << " "
        << c.gap_em;
  }
}

TEST(PageLayout, LinesFromTopToBottomWhateverWasPaintedFirst) {
  const Page page = PageBuilder().text(90, 200, "第二行").text(90, 100, "第一行").build();
  EXPECT_THAT(entries_of(page), ElementsAre("第一行", "第二行"));
}

TEST(PageLayout, FontBoxesOfOneLineMayDiffer) {
  Page page =
      PageBuilder().text(90, 100, "支出").text(114, 100, "9746.50").text(156, 100, "万元").build();
  for (std::size_t i = 2; i < 9; ++i) {
    page.glyphs[i].box.y0 -= 5;
    page.glyphs[i].box.y1 -= 5;
  }
  EXPECT_THAT(entries_of(page), ElementsAre("支出9746.50万元"));
}

/// `text` with a blank glyph of `gap` ems in front of each character from `from` on.
Page spread_page(std::string_view ascii, std::size_t from, float gap) {
  PageBuilder builder;
  float x = 90;
  for (std::size_t i = 0; i < ascii.size(); ++i) {
    if (i >= from) {
      builder.text(x, 100, " ");
      x += gap * 12;
    }
    builder.text(x, 100, ascii.substr(i, 1));
    x += 6;
  }
  return builder.build();
}

TEST(PageLayout, BlanksThatSpreadTheDigitsOfANumberAreLayout) {
  EXPECT_THAT(entries_of(spread_page("2,678.68", 1, 0.15F)), ElementsAre("2,678.68"));
  EXPECT_THAT(entries_of(spread_page("2021", 1, 0.3F)), ElementsAre("2021"));
  EXPECT_THAT(entries_of(spread_page("64.91", 1, 0.25F)), ElementsAre("64.91"));
  EXPECT_THAT(entries_of(spread_page("20212022", 4, 0.6F)), ElementsAre("2021 2 0 2 2"));
  EXPECT_THAT(entries_of(PageBuilder().text(90, 100, "2021 2022 2023").build()),
              ElementsAre("2021 2022 2023"));
}

TEST(PageLayout, BlankGlyphsAndNone) {
  const Page word = PageBuilder().text(90, 100, "支出 56.84 亿元").build();
  const Page wps = PageBuilder().text_without_blanks(90, 100, "Annual Report 2024").build();
  EXPECT_THAT(entries_of(word), ElementsAre("支出 56.84 亿元"));
  EXPECT_THAT(entries_of(wps), ElementsAre("Annual Report 2024"));
}

TEST(PageLayout, NumbersSpreadByBlanksGrowTogether) {
  const Page page = PageBuilder().text(90, 100, "5, 221. 79").build();
  EXPECT_THAT(entries_of(page), ElementsAre("5,221.79"));
}

TEST(PageLayout, NoteMarksAreNoPartOfNumbers) {
  const Page before = PageBuilder()
                          .text(90, 100, "债券")
                          .size(7)
                          .text(114, 94, "4")
                          .size(12)
                          .text(118, 100, "24.3亿元")
                          .build();
  EXPECT_THAT(entries_of(before), ElementsAre("债券⁴24.3亿元"));
  // Word raises by a third of the size, WPS by more than half of it.
  const Page high = PageBuilder()
                        .size(16)
                        .text(90, 100, "债务")
                        .size(8)
                        .text(122, 91, "1")
                        .size(16)
                        .text(126, 100, "限额")
                        .build();
  EXPECT_THAT(entries_of(high), ElementsAre("债务¹限额"));
  const Page low = PageBuilder().text(90, 100, "CO").size(7).text(102, 102, "2").build();
  EXPECT_THAT(entries_of(low), ElementsAre("CO₂"));
}

TEST(PageLayout, WaterMarksAreSetAside) {
  const Page page =
      PageBuilder().text(90, 100, "正文").turn(-1).size(60).text(200, 400, "样张").build();
  EXPECT_THAT(entries_of(page), ElementsAre("正文"));
}

TEST(PageLayout, AHiddenTextLayerIsReadOnlyWhereNothingElseIs) {
  const Page over_print =
      PageBuilder().text(90, 100, "看得见").invisible().text(90, 200, "看不见").build();
  EXPECT_THAT(entries_of(over_print), ElementsAre("看得见"));
  PrintLines lines;
  const PageFlow flow = layout_page(over_print, lines);
  ASSERT_EQ(flow.problems.size(), 1U);
  EXPECT_EQ(flow.problems[0].code, "hidden_text_unread");
  EXPECT_EQ(flow.problems[0].arguments[1].second, "3");
  const Page over_scan = PageBuilder().invisible().text(90, 100, "看不见").build();
  EXPECT_THAT(entries_of(over_scan), ElementsAre("看不见"));
}

TEST(PageLayout, ATableTakesThePrintInsideIt) {
  const Page page = PageBuilder()
                        .text(90, 100, "表前")
                        .grid(90, 120, {100, 60}, {20, 20}, {{"项目", "金额"}, {"合计", "1.20"}})
                        .text(90, 190, "表后")
                        .build();
  EXPECT_THAT(entries_of(page), ElementsAre("表前", "[2 x 2]", "表后"));
}

TEST(PageLayout, WhatIsNoTable) {
  const Page framed = PageBuilder().box({80, 80, 300, 120}).text(90, 100, "提示").build();
  EXPECT_THAT(entries_of(framed), ElementsAre("提示"));
  const Page underlined =
      PageBuilder().text(90, 100, "标题").horizontal(103, 90, 114).vertical(300, 50, 700).build();
  EXPECT_THAT(entries_of(underlined), ElementsAre("标题"));
  const Page page_frame =
      PageBuilder().box({20, 20, 575, 822}).horizontal(60, 20, 575).text(90, 100, "正文").build();
  EXPECT_THAT(entries_of(page_frame), ElementsAre("正文"));
}

TEST(PageLayout, TablesWithFewRulings) {
  // Column rules between a head and a foot rule, open at the sides.
  const Page open = PageBuilder()
                        .horizontal(100, 90, 500)
                        .horizontal(130, 90, 500)
                        .horizontal(300, 90, 500)
                        .vertical(250, 100, 300)
                        .text(100, 120, "指标")
                        .build();
  EXPECT_THAT(entries_of(open), ElementsAre("[2 x 2]"));
  // The end of such a table on the next page.
  const Page rest = PageBuilder()
                        .vertical(250, 72, 150)
                        .vertical(380, 72, 150)
                        .horizontal(150, 90, 500)
                        .text(100, 90, "女性")
                        .build();
  EXPECT_THAT(entries_of(rest), ElementsAre("[1 x 3]"));
}

TEST(PageLayout, ASidewaysPageReadsUpright) {
  const Page page = PageBuilder(842, 595)
                        .turn(90)
                        .text(800, 50, "一般公共预算支出表")
                        .text(780, 50, "单位：万元")
                        .build();
  PrintLines lines;
  lines.source = PrintLines::Source::pdf;
  const PageFlow flow = layout_page(page, lines);
  EXPECT_THAT(entries_of(page), ElementsAre("一般公共预算支出表", "单位：万元"));
  // Places stay those of the page: the first line is a narrow strip near its right edge.
  const At at = locate(flow.lines[0].text, lines);
  EXPECT_NEAR(at.boxes[0].x1 - at.boxes[0].x0, 12, 2);
  EXPECT_GT(at.boxes[0].x0, 780);
}

TEST(PageLayout, PlacesStandOnThePage) {
  const Page page = PageBuilder(595, 842, 7).text(90, 100, "收入9.5").build();
  PrintLines lines;
  lines.source = PrintLines::Source::pdf;
  const PageFlow flow = layout_page(page, lines);
  const At at = locate(flow.lines[0].text, 2, 5, lines);
  EXPECT_EQ(at.unit, 7);
  ASSERT_EQ(at.boxes.size(), 1U);
  EXPECT_NEAR(at.boxes[0].x0, 114, 0.01);
  EXPECT_NEAR(at.boxes[0].x1, 132, 0.01);
}

TEST(PageLayout, APatternOfRulingsIsNoTableButToldOf) {
  PageBuilder builder(10000, 10000);
  builder.text(90, 100, "正文");
  for (int i = 0; i < 2000; ++i) {
    const float at = 5 * static_cast<float>(i);
    builder.horizontal(at, 0, 10000).vertical(at, 0, 10000);
  }
  PrintLines lines;
  const PageFlow flow = layout_page(builder.build(), lines);
  EXPECT_TRUE(flow.regions.empty());
  ASSERT_EQ(flow.problems.size(), 1U);
  EXPECT_EQ(flow.problems[0].code, "too_many_rulings");
}

TEST(PageLayout, AHundredThousandShortLinesStayLinear) {
  Page page = PageBuilder().text(90, 100, "字").build();
  const Glyph like = page.glyphs[0];
  page.glyphs.clear();
  for (int i = 0; i < 100'000; ++i) {
    Glyph glyph = like;
    const float x = static_cast<float>(i % 300) * 40;
    const float y = static_cast<float>(i / 300) * 20;
    glyph.box = {x, y, x + 12, y + 12};
    glyph.baseline = y + 10;
    page.glyphs.push_back(glyph);
  }
  EXPECT_EQ(entries_of(page).size(), 334U);
}

}  // namespace
}  // namespace gouji
