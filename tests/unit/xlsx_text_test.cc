// SPDX-License-Identifier: GPL-3.0-or-later
// Text and names as workbooks take them.
#include "output/xlsx_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.h"

namespace gouji {
namespace {

using testing::ElementsAre;

std::vector<std::string> names_of(const std::vector<std::string>& captions) {
  std::vector<Table> tables(captions.size());
  for (std::size_t i = 0; i < captions.size(); ++i)
    if (!captions[i].empty()) tables[i].caption = captions[i];
  return sheet_names(tables);
}

TEST(SheetNames, AreNumberedAndDifferent) {
  EXPECT_THAT(names_of({"收入支出决算总表", "", "收入支出决算总表"}),
              ElementsAre("1 收入支出决算总表", "2", "3 收入支出决算总表"));
}

TEST(SheetNames, HaveNoForbiddenCharacters) {
  EXPECT_THAT(names_of({"[a]:b*c?d/e\\f'", "  two\t\nlines  ", std::string("nul\0l", 5)}),
              ElementsAre("1 ［a］：b＊c？d／e＼f＇", "2 two lines", "3 nul\xEF\xBF\xBDl"));
}

TEST(SheetNames, AreShort) {
  std::string long_caption;
  for (int i = 0; i < 40; ++i) long_caption += "表";
  const std::string cut = names_of({long_caption}).front();
  EXPECT_EQ(from_utf8(cut).size(), kMostNameUnits);
  EXPECT_TRUE(cut.ends_with("表…")) << cut;
  std::string exact;
  for (int i = 0; i < 29; ++i) exact += "表";
  EXPECT_EQ(names_of({exact}).front(), "1 " + exact);
  std::string astral;
  for (int i = 0; i < 20; ++i) astral += "𠮷";  // two UTF-16 units each
  EXPECT_EQ(from_utf8(names_of({astral}).front()).size(), 2u + 14u + 1u);
}

TEST(XlsxText, KeepsWhatXmlCanHold) {
  EXPECT_EQ(xlsx_text("收入 <a> & \"b\""), "收入 <a> & \"b\"");
  EXPECT_EQ(xlsx_text("_x0041_"), "_x005F_x0041_") << "else it is shown as A";
  EXPECT_EQ(xlsx_text("a_xyz_b_x12"), "a_xyz_b_x12");
  EXPECT_EQ(xlsx_text(std::string("a\0b", 3)),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(xlsx_text("a\xFF"
                      "b"),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(xlsx_text("\xEF\xBF\xBF"), "\xEF\xBF\xBD");
}

TEST(XlsxText, IsCutIntoPiecesWithoutLoss) {
  EXPECT_THAT(xlsx_pieces(""), ElementsAre(""));
  EXPECT_EQ(xlsx_pieces(std::string(kMostCellUnits, 'a')).size(), 1u);
  std::string text;
  for (std::size_t i = 0; i < kMostCellUnits + 1; ++i) text += i % 2 == 0 ? "甲" : "乙";
  const std::vector<std::string> pieces = xlsx_pieces(text);
  EXPECT_GT(pieces.size(), 1u);
  std::string joined;
  for (const std::string& piece : pieces) {
    EXPECT_LE(from_utf8(piece).size(), kMostCellUnits);
    joined += piece;
  }
  EXPECT_EQ(joined, text);
}

TEST(DisplayWidth, CountsHanziTwice) {
  EXPECT_EQ(display_width("合计"), 4);
  EXPECT_EQ(display_width("1,007.40"), 8);
  EXPECT_EQ(display_width("（1）"), 5);
}

}  // namespace
}  // namespace gouji
