// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of prose are read one after the other; rows of labels stay rows. Footnotes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/laid_out.h"

namespace gouji {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using testing_support::blocks_of;
using testing_support::entries_of;

constexpr float kPitch = 18;

std::string repeat(const std::string& text, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += text;
  return out;
}

/// A line of 18 hanzi with a comma.
std::string clause(const std::string& hanzi) {
  return repeat(hanzi, 8) + "，" + repeat(hanzi, 9);
}

/// A paragraph of a column, 18 hanzi of 10 pt wide: the first line indented, the last one short.
void paragraph(PageBuilder& page, float x, float y, const std::string& hanzi, int full_lines) {
  page.text(x + 20, y, repeat(hanzi, 7) + "，" + repeat(hanzi, 8));
  for (int i = 1; i < full_lines; ++i) {
    page.text(x, y + kPitch * static_cast<float>(i), clause(hanzi));
  }
  page.text(x, y + kPitch * static_cast<float>(full_lines), hanzi + "。");
}

std::string text_of_paragraph(const std::string& hanzi, int full_lines) {
  return repeat(hanzi, 7) + "，" + repeat(hanzi, 8) + repeat(clause(hanzi), full_lines - 1) +
         hanzi + "。";
}

TEST(ReadingOrder, TwoColumnsUnderATitleOverBoth) {
  PageBuilder page;
  page.size(16).centred(297, 90, "全年经济社会发展情况说明").size(10);
  paragraph(page, 100, 120, "政", 7);
  paragraph(page, 310, 120, "经", 7);
  EXPECT_THAT(blocks_of({page.build()}),
              ElementsAre("全年经济社会发展情况说明", text_of_paragraph("政", 7),
                          text_of_paragraph("经", 7)));
}

TEST(ReadingOrder, BaselinesOfTheColumnsMayDifferAndAParagraphGoesOnInTheNextColumn) {
  PageBuilder page;
  page.size(10);
  for (int i = 0; i < 8; ++i) {
    const float y = 120 + kPitch * static_cast<float>(i);
    page.text(i == 0 ? 120 : 100, y,
              i == 0 ? repeat("政", 7) + "，" + repeat("政", 8) : clause("政"));
    page.text(310, y + 9, clause("经"));
  }
  EXPECT_THAT(blocks_of({page.build()}),
              ElementsAre(repeat("政", 7) + "，" + repeat("政", 8) + repeat(clause("政"), 7) +
                          repeat(clause("经"), 8)));
}

TEST(ReadingOrder, ThreeColumnsAndTwoBands) {
  PageBuilder page(842, 595);
  page.size(10);
  paragraph(page, 100, 100, "甲", 6);
  paragraph(page, 310, 100, "乙", 6);
  paragraph(page, 520, 100, "丙", 6);
  page.size(14).centred(400, 260, repeat("题", 20)).size(10);
  paragraph(page, 100, 300, "丁", 6);
  paragraph(page, 520, 300, "己", 6);
  paragraph(page, 310, 300, "戊", 6);
  EXPECT_THAT(blocks_of({page.build()}),
              ElementsAre(text_of_paragraph("甲", 6), text_of_paragraph("乙", 6),
                          text_of_paragraph("丙", 6), repeat("题", 20), text_of_paragraph("丁", 6),
                          text_of_paragraph("戊", 6), text_of_paragraph("己", 6)));
}

/// Ten rows of a left and a right text.
struct RowCase {
  const char* name;
  const char* left;
  const char* right;
};

class RowsThatStay : public testing::TestWithParam<RowCase> {};

TEST_P(RowsThatStay, AreReadLineByLine) {
  PageBuilder page;
  page.size(10);
  for (int i = 0; i < 10; ++i) {
    const float y = 120 + kPitch * static_cast<float>(i);
    page.text(100, y, GetParam().left).text(310, y, GetParam().right);
  }
  const std::vector<std::string> entries = entries_of(page.build());
  ASSERT_THAT(entries, SizeIs(10));
  EXPECT_THAT(entries[0], HasSubstr(GetParam().left));
  EXPECT_THAT(entries[0], HasSubstr(GetParam().right));
}

INSTANTIATE_TEST_SUITE_P(
    ReadingOrder, RowsThatStay,
    testing::Values(RowCase{"numbers", "一般公共预算财政拨款收入合计数", "1,234,567.89"},
                    RowCase{"names", "某某市发展和改革委员会办公室", "某某市教育科学研究院办公室"},
                    RowCase{"form", "部门名称：某某市人民政府办公室", "单位：万元"},
                    RowCase{"contents", "一、部门收支预算总表........", "................12"},
                    RowCase{"people", "张三、李四、王五、赵六、孙七",
                            "周八、吴九、郑十、冯甲、陈乙"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(ReadingOrder, AFewLinesBesideAPictureAreNoColumn) {
  PageBuilder page;
  page.size(10);
  for (int i = 0; i < 3; ++i) {
    const float y = 120 + kPitch * static_cast<float>(i);
    page.text(100, y, clause("政")).text(310, y, clause("经"));
  }
  EXPECT_THAT(entries_of(page.build()), SizeIs(3));
}

/// A page of 34 hanzi a line at 12 pt; the last line is at y = 650.
PageBuilder page_of_prose(int number, int lines, bool opens) {
  PageBuilder page(595, 842, number);
  for (int i = 0; i < lines; ++i) {
    const bool first = opens && i == 0;
    page.text(first ? 114 : 90, 650 - 24 * static_cast<float>(lines - 1 - i),
              repeat("政", first ? 32 : 34));
  }
  return page;
}

TEST(Footnotes, StandBetweenTheHalvesOfAParagraph) {
  PageBuilder first = page_of_prose(1, 6, true);
  first.size(9).text(90, 700, "①" + repeat("注", 44)).text(90, 714, "后半句。");
  first.text(90, 728, "②另一条。");
  PageBuilder second = page_of_prose(2, 6, false);
  second.text(90, 674, "完。");
  EXPECT_THAT(blocks_of({first.build(), second.build()}),
              ElementsAre(repeat("政", 32 + 11 * 34) + "完。",
                          "note: ①" + repeat("注", 44) + "后半句。", "note: ②另一条。"));
}

TEST(Footnotes, ANoteUnderATableAndPrintOfTheBodySizeAreNone) {
  PageBuilder page = page_of_prose(1, 6, true);
  page.size(9).grid(90, 670, {200, 100}, {20, 20}, {{"项目", "金额"}, {"合计", "1.20"}});
  page.text(90, 730, "注：本表单位为万元。");
  PageBuilder other = page_of_prose(2, 6, true);
  other.text(114, 674, "①按现行口径。");
  for (const std::string& block : blocks_of({page.build(), other.build()})) {
    EXPECT_NE(block.substr(0, 5), "note:") << block;
  }
}

}  // namespace
}  // namespace gouji
