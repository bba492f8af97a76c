// SPDX-License-Identifier: GPL-3.0-or-later
// Real reports, where they are: every one opens or says why not, and what it gives is sound.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>

#include "base/file.h"
#include "base/utf8.h"
#include "composed_problems.h"
#include "geometry/rulings.h"
#include "source/pdf.h"

namespace gouji {
namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = fs::path(GOUJI_SOURCE_DIR) / ".." / "shared" / "corpus";

std::vector<fs::path> corpus_pdfs() {
  std::vector<fs::path> out;
  if (!fs::exists(kCorpus)) return out;
  for (const auto& entry : fs::recursive_directory_iterator(kCorpus))
    if (entry.path().extension() == ".pdf") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

bool is_sound(const Page& page, const Glyph& g) {
  const bool is_text = g.character >= 0x20 && !(g.character >= 0xE000 && g.character <= 0xF8FF) &&
                       g.character <= 0x3FFFF && !(g.character >= 0x7F && g.character < 0xA0);
  const bool is_box = g.box.x0 <= g.box.x1 && g.box.y0 <= g.box.y1 && std::isfinite(g.size) &&
                      std::isfinite(g.baseline);
  const bool is_here = g.box.middle_x() >= -g.size && g.box.middle_x() <= page.width + g.size;
  return is_text && is_box && is_here;
}

TEST(PdfCorpus, EveryFileOpensOrSaysWhyNot) {
  const std::vector<fs::path> files = corpus_pdfs();
  if (files.empty()) GTEST_SKIP() << "no corpus at " << kCorpus;
  int refused = 0;
  for (const fs::path& file : files) {
    const std::string name = file.filename().string();
    const Result<std::string> bytes = read_file(file.string());
    ASSERT_TRUE(bytes) << name;
    Result<PdfDocument> document = PdfDocument::open(*bytes, name);
    if (!document) {
      ++refused;
      EXPECT_EQ(document.error().code, ErrorCode::damaged) << name;
      EXPECT_EQ(document.error().remedy, "download the file again") << name;
      continue;
    }
    long glyphs = 0, unsound = 0;
    for (int number = 1; number <= document->info().pages; ++number) {
      const Page page = document->page(number);
      EXPECT_GT(page.width, 0) << name << " page " << number;
      glyphs += static_cast<long>(page.glyphs.size());
      unsound += std::count_if(page.glyphs.begin(), page.glyphs.end(),
                               [&](const Glyph& g) { return !is_sound(page, g); });
      merge_rulings(page.rulings);
    }
    EXPECT_EQ(unsound, 0) << name;
    EXPECT_GT(glyphs, 0) << name;
    for (const Problem& problem : composed(document->take_problems())) {
      EXPECT_NE(problem.code, "limit_reached") << name << ": " << problem.message.en;
      EXPECT_NE(problem.code, "missing_language_pack") << name << ": " << problem.message.en;
      EXPECT_FALSE(problem.message.zh.empty() || problem.message.en.empty()) << problem.code;
    }
  }
  EXPECT_EQ(refused, 1);  // the truncated download
}

/// The text of a page, blanks left out.
std::string text_of(const Page& page) {
  std::string out;
  for (const Glyph& glyph : page.glyphs)
    if (glyph.character != U' ' && glyph.character != 0x3000) append_utf8(out, glyph.character);
  return out;
}

std::string corpus_text(const char* name, int number, Page* page = nullptr) {
  const Result<std::string> bytes = read_file((kCorpus / name).string());
  if (!bytes) return {};
  Result<PdfDocument> document = PdfDocument::open(*bytes, name);
  if (!document) return {};
  const Page read = document->page(number);
  if (page != nullptr) *page = read;
  return text_of(read);
}

TEST(PdfCorpus, CellsThatWpsRepeatsOutsideTheClipAreGone) {
  if (!fs::exists(kCorpus)) GTEST_SKIP() << "no corpus at " << kCorpus;
  Page page;
  corpus_text("budget/上海市普陀区商务委员会25年预算.pdf", 3, &page);
  EXPECT_GT(page.losses.clipped, 400);
  for (const Glyph& glyph : page.glyphs) EXPECT_LT(glyph.box.middle_y(), page.height);
}

TEST(PdfCorpus, FoundersDecimalPointIsRead) {
  if (!fs::exists(kCorpus)) GTEST_SKIP() << "no corpus at " << kCorpus;
  const std::string text = corpus_text("fiscal/tianjin_2025_budget_report.pdf", 4);
  EXPECT_NE(text.find("１２０６.１"), std::string::npos);
  EXPECT_EQ(text.find("\uFFFD"), std::string::npos);
}

TEST(PdfCorpus, TextDrawnTwiceIsReadOnce) {
  if (!fs::exists(kCorpus)) GTEST_SKIP() << "no corpus at " << kCorpus;
  Page page;
  corpus_text("quirks/issue-71-duplicate-chars.pdf", 1, &page);
  EXPECT_GT(page.losses.duplicates, 50);
}

TEST(PdfCorpus, RulingsOfATableCloseItsCells) {
  if (!fs::exists(kCorpus)) GTEST_SKIP() << "no corpus at " << kCorpus;
  Page page;
  corpus_text("budget/上海市普陀区商务委员会25年预算.pdf", 12, &page);
  // Read off the page: 17 rows with the three of the header, 7 columns.
  std::map<float, int> across, down;
  for (const Ruling& r : merge_rulings(page.rulings)) ++(r.horizontal ? across : down)[r.position];
  EXPECT_EQ(across.size(), 18U);
  EXPECT_EQ(down.size(), 8U);
}

}  // namespace
}  // namespace gouji
