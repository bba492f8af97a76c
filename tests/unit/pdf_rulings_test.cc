// SPDX-License-Identifier: GPL-3.0-or-later
// Rulings and images of PDFs written by the test.
#include "source/pdf_rulings.h"
#include "composed_problems.h"

#include <gtest/gtest.h>

#include "geometry/rulings.h"
#include "source/pdf.h"
#include "unit/pdf_maker.h"

namespace gouji {
namespace {

Page read(const PdfMaker& maker) {
  const std::string bytes = maker.bytes();
  Result<PdfDocument> document = PdfDocument::open(bytes, "test.pdf");
  EXPECT_TRUE(document);
  return document ? document->page(1) : Page();
}

/// The merged rulings as text: "h 100.0 20.0-180.0; v …", one digit each.
std::string rulings_of(const Page& page) {
  std::string out;
  for (const Ruling& r : merge_rulings(page.rulings)) {
    char line[80];
    std::snprintf(line, sizeof line, "%s%c %.1f %.1f-%.1f", out.empty() ? "" : "; ",
                  r.horizontal ? 'h' : 'v', r.position, r.from, r.to);
    out += line;
  }
  return out;
}

struct Case {
  const char* name;
  const char* content;  ///< of a page of 200 x 300
  const char* rulings;
};

TEST(PdfRulings, WhateverTheyAreDrawnWith) {
  const Case cases[] = {
      {"a stroke", "0.5 w 20 200 m 180 200 l S", "h 100.0 20.0-180.0"},
      {"a stroke that leans by a hair", "20 200 m 180 200.2 l S", "h 99.9 20.0-180.0"},
      {"a slanting stroke is none", "20 200 m 180 210 l S", ""},
      {"a hairline", "0 w 20 200 m 20 100 l S", "v 20.0 100.0-200.0"},
      {"a thin filled rectangle", "20 200 160 0.48 re f", "h 99.8 20.0-180.0"},
      {"with a negative height", "20 200 160 -0.48 re f", "h 100.2 20.0-180.0"},
      {"a flat one", "20 200 160 0 re f", "h 100.0 20.0-180.0"},
      {"a heavy line is long", "20 200 160 3 re f", "h 98.5 20.0-180.0"},
      {"a bar is no ruling", "20 200 40 3 re f 20 100 160 10 re f", ""},
      {"thick borders as short as a row is high",
       "20 200 160 1 re f 20 100 160 1 re f "
       "60 200 1 -99 re f 119 101 2 99 re f 119 201 2 30 re f",
       "h 99.5 20.0-180.0; h 199.5 20.0-180.0; v 60.5 99.5-199.5; v 120.0 99.5-199.5"},
      {"a cell in thick borders",
       "20 200 40 2 re f 20 180 40 2 re f 20 182 2 18 re f 58 182 2 18 re f",
       "h 99.0 21.0-59.0; h 119.0 21.0-59.0; v 21.0 99.0-119.0; v 59.0 99.0-119.0"},
      {"the frame of a stroked rectangle", "20 100 100 50 re S",
       "h 150.0 20.0-120.0; h 200.0 20.0-120.0; v 20.0 150.0-200.0; v 120.0 150.0-200.0"},
      {"a frame filled between two rectangles", "20 100 100 50 re 21 101 98 48 re f*",
       "h 150.5 20.5-119.5; h 199.5 20.5-119.5; v 20.5 150.5-199.5; v 119.5 150.5-199.5"},
      {"a trapezoid, as borders with mitred corners are", "20 200 m 180 200 l 179 199 l 21 199 l f",
       "h 100.5 20.0-180.0"},
      {"under a scaled and turned matrix", "q 0 2 -2 0 150 20 cm 0 0 m 50 0 l S Q",
       "v 150.0 180.0-280.0"},
      {"what the clip leaves of a stroke", "40 0 60 300 re W n 20 200 m 180 200 l S",
       "h 100.0 40.0-100.0"},
      {"what a thin clip leaves of an area", "20 200 160 1 re W n 0 0 200 300 re f",
       "h 99.5 20.0-180.0"},
      {"nothing is left", "0 0 10 10 re W n 20 200 m 180 200 l S", ""},
      {"white is paper",
       "1 g 20 200 160 1 re f 1 G 20 100 m 180 100 l S 0.98 0.97 0.98 rg 20 50 160 1 re f", ""},
      {"light grey is a line", "0.85 g 20 200 160 1 re f", "h 99.5 20.0-180.0"},
      {"white on a coloured ground is a line",
       "0 0 0.5 rg 10 150 180 100 re f 1 g 20 200 160 1 re f", "h 99.5 20.0-180.0"},
      {"dashes of squares",
       "20 200 1 1 re 22 200 1 1 re 24 200 1 1 re 26 200 1 1 re 28 200 1 1 re 30 200 1 1 re 32 200 "
       "1 1 re f",
       "h 99.5 20.0-33.0"},
      {"dashes of short strokes",
       "20 200 m 23 200 l 25 200 m 28 200 l 30 200 m 33 200 l 35 200 m 38 200 l S",
       "h 100.0 20.0-38.0"},
      {"a dashed stroke is one line", "[3 2] 0 d 20 200 m 180 200 l S", "h 100.0 20.0-180.0"},
      {"two squares are none", "20 200 1 1 re 60 200 1 1 re f", ""},
      {"curves are none, the straight parts of the path are",
       "20 200 m 40 250 60 250 80 200 c 180 200 l S", "h 100.0 80.0-180.0"},
      {"nothing is painted", "20 200 m 180 200 l n", ""},
  };
  for (const Case& c : cases)
    EXPECT_EQ(rulings_of(read(PdfMaker().page(c.content))), c.rulings) << c.name;
}

TEST(PdfRulings, TurnWithThePage) {
  const Page page = read(PdfMaker().page("20 200 m 20 100 l S", "/Rotate 90"));
  EXPECT_FLOAT_EQ(page.width, 300);
  EXPECT_EQ(rulings_of(page), "h 20.0 100.0-200.0");
}

TEST(PdfRulings, AThinImageIsALine) {
  PdfMaker maker;
  const int image = maker.stream("\x01",
                                 "/Type /XObject /Subtype /Image /Width 1 /Height 1 "
                                 "/ImageMask true /BitsPerComponent 1");
  maker.page("q 160 0 0 0.5 20 200 cm /I Do Q", "",
             "/XObject << /I " + std::to_string(image) + " 0 R >>");
  const Page page = read(maker);
  EXPECT_EQ(rulings_of(page), "h 99.8 20.0-180.0");
  EXPECT_TRUE(page.images.empty());
}

TEST(PdfRulings, TheCapCountsWhatIsLeftOut) {
  PdfLimits limits;
  limits.max_rulings_a_page = 10;
  std::string content;
  for (int i = 0; i < 25; ++i)
    content += "20 " + std::to_string(10 * i) + " m 180 " + std::to_string(10 * i) + " l S ";
  const std::string bytes = PdfMaker().page(content).bytes();
  Result<PdfDocument> document = PdfDocument::open(bytes, "a.pdf", "", limits);
  ASSERT_TRUE(document);
  const Page page = document->page(1);
  EXPECT_EQ(page.rulings.size(), 10U);
  EXPECT_EQ(page.losses.rulings_over_limit, 15);
  EXPECT_EQ(composed(document->take_problems())[0].message.en,
            "page 1 has too many lines: 15 are left out");
}

TEST(PdfImages, StandWhereTheyArePainted) {
  PdfMaker maker;
  const int image = maker.stream("x",
                                 "/Type /XObject /Subtype /Image /Width 1 /Height 1 "
                                 "/ColorSpace /DeviceGray /BitsPerComponent 8");
  const int form = maker.stream("q 50 0 0 50 0 0 cm /I Do Q",
                                "/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Resources << "
                                "/XObject << /I " +
                                    std::to_string(image) + " 0 R >> >>");
  maker.page(
      "q 100 0 0 40 20 200 cm /I Do Q q 0 0 30 300 re W n 100 0 0 40 20 100 cm /I Do Q "
      "q 1 0 0 1 120 20 cm /F Do Q q 300 0 0 10 0 280 cm /I Do Q",
      "",
      "/XObject << /I " + std::to_string(image) + " 0 R /F " + std::to_string(form) + " 0 R >>");
  const Page page = read(maker);
  ASSERT_EQ(page.images.size(), 4U);
  EXPECT_EQ(page.images[0].box, (Box{20, 60, 120, 100}));
  EXPECT_EQ(page.images[1].box, (Box{20, 160, 30, 200}));    // clipped
  EXPECT_EQ(page.images[2].box, (Box{120, 230, 170, 280}));  // in a form
  EXPECT_EQ(page.images[3].box, (Box{0, 10, 200, 20}));      // beyond the edge of the page
}

TEST(PdfImages, DataInTheContentIsSkippedAndTextFollows) {
  const Page page =
      read(PdfMaker().page("q 10 0 0 10 20 200 cm BI /W 2 /H 2 /BPC 8 /CS /G ID EI E EI Q "
                           "BT /F1 10 Tf 20 100 Td (after) Tj ET"));
  EXPECT_EQ(page.images.size(), 1U);
  EXPECT_EQ(page.glyphs.size(), 5U);
}

TEST(PdfImages, PatternsAndShadingsAreNone) {
  PdfMaker maker;
  const int shading = maker.object(
      "<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 100 0] "
      "/Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >> >>");
  const int pattern = maker.stream("0 0 5 5 re f",
                                   "/Type /Pattern /PatternType 1 /PaintType 1 "
                                   "/TilingType 1 /BBox [0 0 10 10] /XStep 10 "
                                   "/YStep 10 /Resources << >>");
  maker.page(
      "q 20 200 50 50 re W n /S sh Q q /Pattern cs /P scn 20 100 50 50 re f "
      "BT /F1 10 Tf 20 50 Td (patterned) Tj ET Q",
      "",
      "/Shading << /S " + std::to_string(shading) + " 0 R >> /Pattern << /P " +
          std::to_string(pattern) + " 0 R >>");
  const Page page = read(maker);
  EXPECT_TRUE(page.images.empty());
  EXPECT_EQ(page.glyphs.size(), 9U);
  EXPECT_FALSE(page.glyphs[0].invisible);
}

}  // namespace
}  // namespace gouji
