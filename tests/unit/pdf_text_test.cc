// SPDX-License-Identifier: GPL-3.0-or-later
// Glyphs of PDFs written by the test: places, turns, what is seen, what it means.
#include <gtest/gtest.h>

#include <memory>

#include "base/utf8.h"
#include "composed_problems.h"
#include "source/pdf.h"
#include "unit/pdf_maker.h"

namespace gouji {
namespace {

/// The first page of a PDF, and the problems it raised.
struct Read {
  Page page;
  std::vector<Problem> problems;
  std::string text;
};

Read read(const PdfMaker& maker) {
  const std::string bytes = maker.bytes();
  Result<PdfDocument> document = PdfDocument::open(bytes, "test.pdf");
  Read out;
  EXPECT_TRUE(document) << (document ? "" : document.error().message);
  if (!document) return out;
  out.page = document->page(1);
  out.problems = composed(document->take_problems());
  for (const Glyph& glyph : out.page.glyphs) append_utf8(out.text, glyph.character);
  return out;
}

Read read_page(const std::string& content) {
  return read(PdfMaker().page(content));
}

std::string codes(const std::vector<Problem>& problems) {
  std::string out;
  for (const Problem& p : problems) out += (out.empty() ? "" : " ") + p.code;
  return out;
}

TEST(PdfText, PlacesGlyphsFromTheTopLeft) {
  const Read r = read_page("BT /F1 12 Tf 50 200 Td (AB) Tj ET");
  ASSERT_EQ(r.text, "AB");
  const Glyph& a = r.page.glyphs[0];
  EXPECT_FLOAT_EQ(r.page.width, 200);
  EXPECT_FLOAT_EQ(r.page.height, 300);
  EXPECT_FLOAT_EQ(a.baseline, 100);
  EXPECT_FLOAT_EQ(a.size, 12);
  EXPECT_NEAR(a.box.x0, 50, 0.01);
  EXPECT_NEAR(a.box.x1, 50 + 12 * 0.667, 0.01);  // Helvetica: A is 667 wide
  EXPECT_LT(a.box.y0, 100 - 12 * 0.6);
  EXPECT_GT(a.box.y1, 100);
  EXPECT_EQ(a.turn, 0);
  EXPECT_FALSE(a.bold || a.invisible || a.doubtful);
}

TEST(PdfText, SpacingIsNotPartOfAGlyph) {
  const Read r = read_page("BT /F3 10 Tf 4 Tc 20 200 Td <4E004E8C> Tj ET");
  ASSERT_EQ(r.text, "一二");
  EXPECT_NEAR(r.page.glyphs[0].box.x1, 30, 0.01);
  EXPECT_NEAR(r.page.glyphs[1].box.x0, 34, 0.01);
}

struct TurnCase {
  const char* rotate;
  const char* matrix;  ///< of the text, at (50, 200) of a page of 200 x 300
  int turn;
  float x, y;  ///< where the first glyph starts, on the page as displayed
};

TEST(PdfText, TurnsAndPageRotation) {
  const TurnCase cases[] = {
      {"0", "1 0 0 1 50 200", 0, 50, 100},           {"0", "0 -1 1 0 50 200", 90, 50, 100},
      {"0", "-1 0 0 -1 50 200", 180, 50, 100},       {"0", "0 1 -1 0 50 200", 270, 50, 100},
      {"90", "1 0 0 1 50 200", 90, 200, 50},         {"90", "0 1 -1 0 50 200", 0, 200, 50},
      {"180", "1 0 0 1 50 200", 180, 150, 200},      {"270", "1 0 0 1 50 200", 270, 100, 150},
      {"0", "0.7 0.7 -0.7 0.7 50 200", -1, 50, 100},
  };
  for (const TurnCase& c : cases) {
    const Read r =
        read(PdfMaker().page(std::string("BT /F3 10 Tf ") + c.matrix + " Tm <4E00> Tj ET",
                             std::string("/Rotate ") + c.rotate));
    const std::string name = std::string(c.rotate) + ": " + c.matrix;
    ASSERT_EQ(r.page.glyphs.size(), 1U) << name;
    const Glyph& g = r.page.glyphs[0];
    EXPECT_EQ(g.turn, c.turn) << name;
    EXPECT_NEAR(g.size, c.turn < 0 ? 9.9 : 10, 0.05) << name;
    if (c.turn < 0) continue;
    const bool is_upright = c.turn == 0 || c.turn == 180;
    EXPECT_NEAR(g.baseline, is_upright ? c.y : c.x, 0.01) << name;
    const float start = c.turn == 0     ? g.box.x0
                        : c.turn == 180 ? g.box.x1
                        : c.turn == 90  ? g.box.y0
                                        : g.box.y1;
    EXPECT_NEAR(start, is_upright ? c.x : c.y, 0.01) << name;
    EXPECT_NEAR(is_upright ? g.box.width() : g.box.height(), 10, 0.01) << name;
    EXPECT_NEAR(is_upright ? g.box.height() : g.box.width(), 10, 0.01) << name;
  }
}

TEST(PdfText, VerticalWritingRunsDown) {
  PdfMaker vertical;
  const int number = vertical.object(
      "<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-V /DescendantFonts [6 0 "
      "R] /ToUnicode 8 0 R >>");
  vertical.fonts("/F9 " + std::to_string(number) + " 0 R");
  vertical.page("BT /F9 10 Tf 100 200 Td <4E004E8C> Tj ET");
  const Read r = read(vertical);
  ASSERT_EQ(r.text, "一二");
  EXPECT_EQ(r.page.glyphs[0].turn, 90);
  EXPECT_NEAR(r.page.glyphs[0].box.x0, 95, 0.01);
  EXPECT_NEAR(r.page.glyphs[0].box.x1, 105, 0.01);
  EXPECT_NEAR(r.page.glyphs[0].box.y0, 100, 0.01);
  EXPECT_NEAR(r.page.glyphs[1].box.y0, 110, 0.01);
}

TEST(PdfText, WhatTheClipHidesIsNotOnThePage) {
  const Read r = read_page(
      "q 0 0 100 300 re W n BT /F3 10 Tf 20 200 Td <4E004E8C> Tj 100 0 Td <4E09> Tj ET Q "
      "q 0 0 10 10 re W n 50 50 10 10 re W n BT /F3 10 Tf 55 52 Td <56DB> Tj ET Q "
      "BT /F3 10 Tf 120 100 Td <4E94> Tj ET");
  EXPECT_EQ(r.text, "一二五");
  EXPECT_EQ(r.page.losses.clipped, 2);
  ASSERT_EQ(codes(r.problems), "clipped_text");
  EXPECT_EQ(r.problems[0].severity, Severity::info);
  EXPECT_EQ(r.problems[0].message.en,
            "2 character(s) on 1 page(s) lie outside the clip, are not seen on the page, and are "
            "left out");
}

TEST(PdfText, WhatLiesBeyondTheEdgeIsCounted) {
  const Read r = read_page("BT /F3 10 Tf 20 200 Td <4E00> Tj 300 0 Td <4E8C4E09> Tj ET");
  EXPECT_EQ(r.text, "一");
  EXPECT_EQ(r.page.losses.off_page, 2);
  EXPECT_EQ(codes(r.problems), "off_page_text");
}

TEST(PdfText, PrintedTwiceIsTakenOnceAndBoldWhenMoved) {
  const Read same =
      read_page("BT /F3 10 Tf 20 200 Td <4E004E00> Tj ET BT /F3 10 Tf 20 200 Td <4E004E00> Tj ET");
  EXPECT_EQ(same.text, "一一");
  EXPECT_EQ(same.page.losses.duplicates, 2);
  EXPECT_FALSE(same.page.glyphs[0].bold);
  EXPECT_EQ(codes(same.problems), "duplicate_glyphs");
  const Read moved = read_page(
      "BT /F3 10 Tf 20 200 Td <4E004E8C> Tj ET BT /F3 10 Tf 20.4 200 Td <4E004E8C> Tj ET");
  EXPECT_EQ(moved.text, "一二");
  EXPECT_TRUE(moved.page.glyphs[0].bold);
  // Narrow characters side by side are no duplicates: 1 is 5.56 wide at 10 pt, i 2.22.
  EXPECT_EQ(read_page("BT /F1 10 Tf 20 200 Td (111iiill) Tj ET").text, "111iiill");
}

TEST(PdfText, BoldByNameAndByStroke) {
  const Read r =
      read_page("BT /F1 10 Tf 20 200 Td (a) Tj /F2 10 Tf (b) Tj /F1 10 Tf 2 Tr (c) Tj ET");
  ASSERT_EQ(r.text, "abc");
  EXPECT_FALSE(r.page.glyphs[0].bold);
  EXPECT_TRUE(r.page.glyphs[1].bold);
  EXPECT_TRUE(r.page.glyphs[2].bold);
}

TEST(PdfText, InvisibleTextIsMarked) {
  const Read r = read_page("BT /F3 10 Tf 3 Tr 20 200 Td <4E00> Tj ET");
  ASSERT_EQ(r.text, "一");
  EXPECT_TRUE(r.page.glyphs[0].invisible);
  EXPECT_EQ(codes(r.problems), "invisible_text");
  // The same text seen and unseen at one place is seen.
  const Read both =
      read_page("BT /F3 10 Tf 3 Tr 20 200 Td <4E00> Tj 0 Tr -10 0 Td 10 0 Td <4E00> Tj ET");
  ASSERT_EQ(both.text, "一");
  EXPECT_FALSE(both.page.glyphs[0].invisible);
}

TEST(PdfText, FoldsRadicalsAndFormsButKeepsFullWidth) {
  struct Case {
    const char* hex;
    const char* text;
  };
  const Case cases[] = {
      {"2F00", "一"},  // Kangxi radical
      {"2EC5", "见"},  // CJK radical, no decomposition in Unicode
      {"F9E9", "里"},  // compatibility ideograph
      {"FE35", "（"},  // vertical form
      {"FB01", "fi"},  // ligature
      {"FF11", "１"},  // full width stays
      {"FF05", "％"},     {"2460", "①"}, {"3231", "㈱"}, {"0001", "\uFFFD"},  // control character
      {"E123", "\uFFFD"},                                                     // private use
  };
  for (const Case& c : cases) {
    const Read r = read_page(std::string("BT /F3 10 Tf 20 200 Td <") + c.hex + "> Tj ET");
    EXPECT_EQ(r.text, c.text) << c.hex;
    EXPECT_EQ(r.page.losses.unmapped, std::string(c.text) == "\uFFFD" ? 1 : 0) << c.hex;
  }
  const Read ligature = read_page("BT /F3 10 Tf 20 200 Td <FB01> Tj ET");
  EXPECT_NEAR(ligature.page.glyphs[0].box.x1, 25, 0.01);
  EXPECT_NEAR(ligature.page.glyphs[1].box.x1, 30, 0.01);
}

TEST(PdfText, GlyphNumbersAreNoCharacters) {
  PdfMaker maker;
  const int font = maker.object(
      "<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [6 0 "
      "R] >>");
  maker.fonts("/F9 " + std::to_string(font) + " 0 R");
  maker.page("BT /F9 10 Tf 20 200 Td <00410042> Tj ET");
  const Read r = read(maker);
  EXPECT_EQ(r.text, "\uFFFD\uFFFD");
  EXPECT_TRUE(r.page.glyphs[0].doubtful);
  ASSERT_EQ(codes(r.problems), "unmapped_glyphs");
  EXPECT_EQ(r.problems[0].message.en,
            "page 1: 2 glyph(s) cannot be mapped to characters; U+FFFD stands for them");
  EXPECT_EQ(r.problems[0].at.unit, 1);
}

TEST(PdfText, SymbolFontsHaveMeaning) {
  PdfMaker maker;
  const int font = maker.object(
      "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Wingdings2 /Encoding /Identity-H "
      "/DescendantFonts [6 0 R] /ToUnicode 8 0 R >>");
  maker.fonts("/F9 " + std::to_string(font) + " 0 R");
  maker.page("BT /F9 10 Tf 20 200 Td <F052F0A3F001> Tj ET");
  EXPECT_EQ(read(maker).text, "☑□\uFFFD");
}

TEST(PdfText, ActualTextSpeaksForItsGlyphs) {
  const Read one =
      read_page("BT /F3 10 Tf 20 200 Td /Span << /ActualText <FEFF4E8C> >> BDC <4E00> Tj EMC ET");
  EXPECT_EQ(one.text, "二");
  EXPECT_NEAR(one.page.glyphs[0].box.x0, 20, 0.01);
  const Read more = read_page(
      "BT /F3 10 Tf 20 200 Td /Span << /ActualText <FEFF4E8C4E09> >> BDC <E000> Tj EMC ET");
  EXPECT_EQ(more.text, "二三");
  EXPECT_NEAR(more.page.glyphs[1].box.x0, 25, 0.01);
  const Read empty =
      read_page("BT /F3 10 Tf 20 200 Td /Span << /ActualText () >> BDC <4E00> Tj EMC ET");
  EXPECT_EQ(empty.text, "一");
}

TEST(PdfText, HiddenLayersAreNotOnThePage) {
  PdfMaker maker;
  const std::string layer =
      std::to_string(maker.object("<< /Type /OCG /Name (hidden) >>")) + " 0 R";
  maker.catalog("/OCProperties << /OCGs [" + layer + "] /D << /OFF [" + layer + "] >> >>");
  maker.page(
      "/OC /L BDC BT /F3 10 Tf 20 200 Td <4E00> Tj ET EMC BT /F3 10 Tf 20 100 Td <4E8C> Tj ET", "",
      "/Properties << /L " + layer + " >>");
  EXPECT_EQ(read(maker).text, "二");
}

TEST(PdfText, APageThatLeavesALayerOpenHidesNothingOfTheNext) {
  PdfMaker maker;
  const std::string layer =
      std::to_string(maker.object("<< /Type /OCG /Name (hidden) >>")) + " 0 R";
  maker.catalog("/OCProperties << /OCGs [" + layer + "] /D << /OFF [" + layer + "] >> >>");
  maker.page("/OC /L BDC BT /F3 10 Tf 20 200 Td <4E00> Tj ET", "",
             "/Properties << /L " + layer + " >>");
  maker.page("BT /F3 10 Tf 20 200 Td <4E8C> Tj ET");
  const std::string bytes = maker.bytes();
  Result<PdfDocument> document = PdfDocument::open(bytes, "a.pdf");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->page(1).glyphs.size(), 0U);
  EXPECT_EQ(document->page(2).glyphs.size(), 1U);
}

TEST(PdfText, OneNameForTwoFontsOnTwoPages) {
  // F9 is Helvetica-Bold on the first page and the third, Helvetica on the second and fourth, of
  // which one is turned. Fonts are kept from page to page, but not confused.
  PdfMaker maker;
  const std::string content = "BT /F9 10 Tf 20 100 Td (W) Tj ET";
  maker.page(content).page(content, "/Rotate 90").page(content).page(content);
  std::string bytes = maker.fonts("/F9 4 0 R").bytes();
  std::size_t at = 0;
  for (int number = 1; number <= 4; ++number) {
    at = bytes.find("/F9 4 0 R", at + 1);
    if (number % 2 == 0) bytes[at + 4] = '3';
  }
  Result<PdfDocument> document = PdfDocument::open(bytes, "a.pdf");
  ASSERT_TRUE(document);
  for (const int number : {1, 2, 3, 4, 2, 1}) {
    const Page page = document->page(number);
    ASSERT_EQ(page.glyphs.size(), 1U);
    EXPECT_EQ(page.glyphs[0].bold, number % 2 == 1) << number;
    EXPECT_EQ(page.width, number == 2 ? 300 : 200);
  }
}

TEST(PdfText, ChineseFontsThatAreNotEmbedded) {
  PdfMaker maker;
  const int cid = maker.object(
      "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry "
      "(Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>");
  const int font = maker.object(
      "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H "
      "/DescendantFonts [" +
      std::to_string(cid) + " 0 R] >>");
  maker.fonts("/F9 " + std::to_string(font) + " 0 R");
  maker.page("BT /F9 10 Tf 20 200 Td <D4A4CBE3> Tj ET");
  EXPECT_EQ(read(maker).text, "预算");
}

TEST(PdfText, Type3FontsKeepTheirSize) {
  PdfMaker maker;
  const int shape = maker.stream("1000 0 0 0 700 700 d1 0 0 700 700 re f");
  const int font = maker.object(
      "<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 1000 800] /FontMatrix [0.001 0 0 0.001 0 "
      "0] /CharProcs << /A " +
      std::to_string(shape) +
      " 0 R >> /Encoding << /Type /Encoding /Differences [65 /A] >> /FirstChar 65 /LastChar 65 "
      "/Widths [1000] >>");
  maker.fonts("/F9 " + std::to_string(font) + " 0 R");
  maker.page("BT /F9 10 Tf 20 200 Td (A) Tj ET");
  const Read r = read(maker);
  ASSERT_EQ(r.text, "A");
  EXPECT_NEAR(r.page.glyphs[0].size, 10, 0.01);
  EXPECT_NEAR(r.page.glyphs[0].box.width(), 10, 0.01);
}

TEST(PdfText, APageWithoutTextSaysWhatItIs) {
  EXPECT_EQ(read_page("").problems[0].message.en, "page 1 has no text");
  PdfMaker scan;
  const int image = scan.stream(std::string(8, '\xFF'),
                                "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace "
                                "/DeviceGray /BitsPerComponent 1");
  scan.page("q 200 0 0 300 0 0 cm /I Do Q", "",
            "/XObject << /I " + std::to_string(image) + " 0 R >>");
  const Read r = read(scan);
  ASSERT_EQ(codes(r.problems), "page_without_text");
  EXPECT_EQ(r.problems[0].severity, Severity::warning);
  EXPECT_EQ(r.problems[0].message.en,
            "page 1 has no text layer but 1 image(s): a scan; its content is not read");
  ASSERT_EQ(r.page.images.size(), 1U);
  EXPECT_EQ(r.page.images[0].box, (Box{0, 0, 200, 300}));
}

}  // namespace
}  // namespace gouji
