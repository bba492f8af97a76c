// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile pages: each stops at a cap, keeps what it had, and says so.
#include <gtest/gtest.h>

#include <chrono>

#include "base/utf8.h"
#include "composed_problems.h"
#include "source/pdf.h"
#include "unit/pdf_maker.h"

#ifdef __SANITIZE_ADDRESS__
// Poppler is built without landing pads: what it holds when a callback throws is lost. A stopped
// page costs some kilobytes; all else must not leak.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libpoppler";
}
#endif

namespace gouji {
namespace {

const std::string kHello = "BT /F1 12 Tf 20 100 Td (hello) Tj ET ";

struct Outcome {
  std::string text;
  std::string limit;  ///< English messages of limit_reached
  double seconds = 0;
};

Outcome read(const std::string& bytes, const PdfLimits& limits = {}) {
  const auto start = std::chrono::steady_clock::now();
  Outcome out;
  Result<PdfDocument> document = PdfDocument::open(bytes, "bomb.pdf", "", limits);
  EXPECT_TRUE(document);
  if (!document) return out;
  for (const Glyph& glyph : document->page(1).glyphs) append_utf8(out.text, glyph.character);
  for (const Problem& problem : composed(document->take_problems()))
    if (problem.code == "limit_reached") out.limit += problem.message.en;
  out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return out;
}

/// Forms F0 .. F(depth): each paints the next one `times` times, the last one paints `leaf`.
std::string nested_forms(int depth, int times, const std::string& leaf) {
  PdfMaker maker;
  int next = maker.stream(leaf,
                          "/Type /XObject /Subtype /Form /BBox [0 0 200 300] /Resources << "
                          "/Font << /F1 3 0 R >> >>");
  for (int i = 0; i < depth; ++i) {
    std::string body;
    for (int k = 0; k < times; ++k) body += "/N Do ";
    next = maker.stream(body,
                        "/Type /XObject /Subtype /Form /BBox [0 0 200 300] /Resources << "
                        "/XObject << /N " +
                            std::to_string(next) + " 0 R >> >>");
  }
  return maker
      .page(kHello + "/N Do " + "BT /F1 12 Tf 20 50 Td (end) Tj ET", "",
            "/XObject << /N " + std::to_string(next) + " 0 R >>")
      .bytes();
}

/// RunLengthDecode: `pieces` times 128 blanks.
std::string run_length_blanks(int pieces) {
  std::string out;
  for (int i = 0; i < pieces; ++i) out += std::string("\x81") + " ";
  return out + "\x80";
}

TEST(PdfLimits, FormsInFormsAreHarmlessWhenFew) {
  const Outcome out = read(nested_forms(10, 1, "BT /F1 9 Tf 20 20 Td (leaf) Tj ET"));
  EXPECT_EQ(out.text, "helloleafend");
  EXPECT_EQ(out.limit, "");
}

TEST(PdfLimits, AFormThatPaintsTheNextTwiceOverAndOver) {
  const Outcome out = read(nested_forms(30, 2, "0 0 m 9 9 l S"));
  EXPECT_EQ(out.text, "hello");
  EXPECT_EQ(out.limit, "page 1 is not read to its end: too many drawing operators");
  EXPECT_LT(out.seconds, 10);  // 0.3 s measured; without the cap over a minute
}

TEST(PdfLimits, FormsNestedTooDeeply) {
  const Outcome out = read(nested_forms(60, 1, ""));
  EXPECT_EQ(out.text, "hello");
  EXPECT_EQ(out.limit, "page 1 is not read to its end: forms are nested too deeply");
}

TEST(PdfLimits, TooManyGlyphs) {
  PdfLimits limits;
  limits.max_glyphs_a_page = 100;
  std::string content;
  for (int i = 0; i < 30; ++i)
    content += "BT /F1 5 Tf 20 " + std::to_string(10 + 9 * i) + " Td (abcdefgh) Tj ET ";
  const Outcome out = read(PdfMaker().page(content).bytes(), limits);
  EXPECT_EQ(out.text.size(), 100U);
  EXPECT_EQ(out.limit, "page 1 is not read to its end: too many characters");
}

TEST(PdfLimits, TheSameTextPaintedWithoutEnd) {
  const std::string leaf = "BT /F1 9 Tf 20 20 Td (" + std::string(5000, 'a') + ") Tj ET";
  const Outcome out = read(nested_forms(24, 2, leaf));
  EXPECT_EQ(out.text.substr(0, 5), "hello");
  EXPECT_EQ(out.limit, "page 1 is not read to its end: too many drawing operators");
  EXPECT_LT(out.seconds, 10);
}

TEST(PdfLimits, TooManyOperators) {
  PdfLimits limits;
  limits.max_operators_a_page = 50'000;
  for (const char* op : {"q Q ", "0 0 m n ", "0 g ", "1 w "}) {
    std::string content = kHello;
    for (int i = 0; i < 200'000; ++i) content += op;
    const Outcome out = read(PdfMaker().page(content).bytes(), limits);
    EXPECT_EQ(out.text, "hello") << op;
    EXPECT_EQ(out.limit, "page 1 is not read to its end: too many drawing operators") << op;
  }
}

TEST(PdfLimits, TooLong) {
  PdfLimits limits;
  limits.max_seconds_a_page = 0.05;
  limits.max_operators_a_page = 1'000'000'000;
  const Outcome out = read(nested_forms(30, 2, ""), limits);
  EXPECT_EQ(out.limit, "page 1 is not read to its end: it takes too long");
  EXPECT_LT(out.seconds, 2);
}

TEST(PdfLimits, AFloodOfWhiteSpace) {
  PdfLimits limits;
  limits.max_content_bytes_a_page = 1 << 20;
  // Uncompressed text cannot stand before the flood in one stream: the first stream of two.
  const std::string flood = run_length_blanks(400'000);  // 51 MB
  const Outcome alone =
      read(PdfMaker().page(flood, "", "", "/Filter /RunLengthDecode").bytes(), limits);
  EXPECT_EQ(alone.limit,
            "page 1 is not read to its end: its content is too large when decompressed");
  EXPECT_LT(alone.seconds, 2);
}

TEST(PdfLimits, AFloodOfWhiteSpaceInAForm) {
  PdfLimits limits;
  limits.max_content_bytes_a_page = 1 << 20;
  PdfMaker maker;
  const int form = maker.stream(run_length_blanks(400'000),
                                "/Type /XObject /Subtype /Form /BBox [0 0 200 300] /Filter "
                                "/RunLengthDecode");
  maker.page(kHello + "/N Do", "", "/XObject << /N " + std::to_string(form) + " 0 R >>");
  const Outcome out = read(maker.bytes(), limits);
  EXPECT_EQ(out.text, "hello");
  EXPECT_EQ(out.limit, "page 1 is not read to its end: its content is too large when decompressed");
}

TEST(PdfLimits, AFilterInAFilterInAForm) {
  PdfLimits limits;
  limits.max_content_bytes_a_page = 1 << 20;
  std::string twice;  // run lengths of run lengths: 128 * 64 blanks for 2 bytes each
  for (int i = 0; i < 20; ++i)
    for (const char byte : std::string("\x81 ")) twice += std::string("\x81") + byte;
  PdfMaker maker;
  const int form = maker.stream(twice + "\x80",
                                "/Type /XObject /Subtype /Form /BBox [0 0 200 300] /Filter "
                                "[/RunLengthDecode /RunLengthDecode]");
  maker.page(kHello + "/N Do", "", "/XObject << /N " + std::to_string(form) + " 0 R >>");
  EXPECT_EQ(read(maker.bytes(), limits).text, "hello");
}

TEST(PdfLimits, AHundredThousandRulings) {
  std::string content;
  for (int i = 0; i < 100'000; ++i)
    content += "20 " + std::to_string(i % 300) + " m " + std::to_string(30 + i % 150) + " " +
               std::to_string(i % 300) + " l S ";
  const Outcome out = read(PdfMaker().page(content).bytes());
  EXPECT_EQ(out.limit, "page 1 has too many lines: 40000 are left out");
  EXPECT_LT(out.seconds, 5);  // 0.1 s measured
}

TEST(PdfLimits, TheNextPageIsReadAsIfNothingHadHappened) {
  PdfLimits limits;
  limits.max_glyphs_a_page = 3;
  const std::string bytes =
      PdfMaker().page(kHello).page("BT /F1 12 Tf 20 100 Td (ok) Tj ET").bytes();
  Result<PdfDocument> document = PdfDocument::open(bytes, "a.pdf", "", limits);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->page(1).glyphs.size(), 3U);
  EXPECT_EQ(document->page(2).glyphs.size(), 2U);
  EXPECT_EQ(document->take_problems().size(), 1U);
}

}  // namespace
}  // namespace gouji
