// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of pages to paragraphs; heads, feet and contents set aside.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/laid_out.h"

namespace gouji {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;
using testing_support::blocks_of;
using testing_support::lay_out;

constexpr float kLeft = 90;
constexpr float kPitch = 24;

/// n hanzi.
std::string hanzi(int n) {
  std::string text;
  for (int i = 0; i < n; ++i) text += "政";
  return text;
}

/// A column of 34 hanzi of 12 pt from x = 90 to 498, first lines indented by two.
class Prose {
 public:
  explicit Prose(int page = 1, float y = 100) : builder_(595, 842, page), y_(y) {}

  Prose& line(const std::string& text, float x = kLeft) {
    builder_.text(x, y_, text);
    y_ += kPitch;
    return *this;
  }
  Prose& paragraph(int full_lines, const std::string& end) {
    line(hanzi(32), kLeft + 24);
    for (int i = 1; i < full_lines; ++i) line(hanzi(34));
    return line(end);
  }
  Prose& foot(const std::string& text) {
    builder_.centred(297, 800, text);
    return *this;
  }
  PageBuilder& builder() { return builder_; }
  Page build() const { return builder_.build(); }

 private:
  PageBuilder builder_;
  float y_;
};

TEST(Paragraphs, HardWrapsAreUndone) {
  const Page page = Prose().paragraph(3, "结束。").paragraph(2, "也结束。").build();
  EXPECT_THAT(blocks_of({page}), ElementsAre(hanzi(100) + "结束。", hanzi(66) + "也结束。"));
}

TEST(Paragraphs, TheNumberOfATableAtTheHeadOfAPageBeginsAnew) {
  const Page first = Prose(1, 700).line("备注：" + hanzi(31) + "二元。").build();
  const Page second = Prose(2).line("表54").paragraph(1, "完。").build();
  EXPECT_THAT(blocks_of({first, second}),
              ElementsAre("备注：" + hanzi(31) + "二元。", "表54", hanzi(32) + "完。"));
}

TEST(Paragraphs, ANumberMayEndAPageAndItsUnitBeginTheNext) {
  const Page first =
      Prose(1, 700).line(hanzi(32), kLeft + 24).line(hanzi(31) + "9.53").foot("- 1 -").build();
  const Page second = Prose(2).line("万元。").paragraph(1, "完。").foot("- 2 -").build();
  EXPECT_THAT(blocks_of({first, second}), ElementsAre(hanzi(63) + "9.53万元。", "furniture: - 1 -",
                                                      hanzi(32) + "完。", "furniture: - 2 -"));
}

TEST(Paragraphs, ATableMayStandBetweenTheHalves) {
  Prose prose;
  prose.paragraph(2, hanzi(34));
  prose.builder().grid(90, 180, {200, 100}, {20, 20}, {{"项目", "金额"}, {"合计", "1.20"}});
  const Page page = Prose(prose).build();
  PageBuilder& builder = prose.builder();
  builder.text(kLeft, 250, "下文。");
  EXPECT_THAT(blocks_of({builder.build()}), ElementsAre(hanzi(100) + "下文。", "table"));
  EXPECT_EQ(blocks_of({page}).size(), 2U);
}

TEST(Paragraphs, HeadingsStayApart) {
  const Page page = Prose()
                        .line("一、收入情况", kLeft + 24)
                        .paragraph(2, "完。")
                        .line("二、支出情况", kLeft + 24)
                        .paragraph(2, "完。")
                        .build();
  EXPECT_THAT(blocks_of({page}),
              ElementsAre("一、收入情况", hanzi(66) + "完。", "二、支出情况", hanzi(66) + "完。"));
}

TEST(Paragraphs, AMarkerBehindAFullLastLineOpensAParagraph) {
  const Page page =
      Prose().paragraph(1, hanzi(33) + "。").line("二、支出情况").paragraph(2, "完。").build();
  EXPECT_THAT(blocks_of({page}), ElementsAre(hanzi(65) + "。", "二、支出情况", hanzi(66) + "完。"));
}

TEST(Paragraphs, ALineThatALongNumberLeftShortGoesOn) {
  const Page page = Prose()
                        .paragraph(3, "完。")
                        .line(hanzi(27), kLeft + 24)
                        .line("123,456,789.00" + hanzi(5) + "。")
                        .build();
  EXPECT_THAT(blocks_of({page}),
              ElementsAre(hanzi(100) + "完。", hanzi(27) + "123,456,789.00" + hanzi(5) + "。"));
}

TEST(Paragraphs, ATitleWrapsOverCentredLines) {
  Prose prose(1, 150);
  prose.builder()
      .size(22)
      .centred(294, 60, "某某市某某区某某局")
      .centred(294, 90, "二〇二四年度部门决算");
  prose.builder().size(12);
  const Page page = prose.paragraph(3, "完。").build();
  EXPECT_THAT(blocks_of({page}),
              ElementsAre("某某市某某区某某局二〇二四年度部门决算", hanzi(100) + "完。"));
}

TEST(Paragraphs, ASignatureAtTheRightIsNoFirstLine) {
  Prose prose;
  prose.paragraph(3, "完。").paragraph(3, "完。");
  prose.builder().right_aligned(498, 320, "某某市财政局").text(kLeft, 344, "附件一份。");
  const std::vector<std::string> blocks = blocks_of({prose.build()});
  EXPECT_THAT(blocks,
              ElementsAre(hanzi(100) + "完。", hanzi(100) + "完。", "某某市财政局", "附件一份。"));
}

TEST(Furniture, RunningHeadsAndNumbers) {
  std::vector<Page> pages;
  for (int i = 1; i <= 4; ++i) {
    Prose prose(i, 140);
    prose.builder().size(9).centred(297, 50, "某某局部门决算").size(12);
    prose.paragraph(2, "完。").foot(std::to_string(i));
    pages.push_back(prose.build());
  }
  const std::vector<std::string> blocks = blocks_of(pages);
  ASSERT_EQ(blocks.size(), 12U);
  EXPECT_EQ(blocks[3], "furniture: 某某局部门决算");
  EXPECT_EQ(blocks[4], hanzi(66) + "完。");
  EXPECT_EQ(blocks[5], "furniture: 2");
}

TEST(Furniture, ARunningHeadOverTablesOnly) {
  // Every page is a table; the caption in larger print on the first tells the head from a caption.
  std::vector<Page> pages;
  for (int i = 1; i <= 2; ++i) {
    PageBuilder builder(595, 842, i);
    builder.size(9).centred(297, 50, "某某局部门决算");
    if (i == 1) builder.size(14).centred(297, 80, "收入决算表").size(9);
    builder.grid(60, 100, {120, 60}, {20, 20}, {{"教育", "1.20"}, {"医疗", "3.40"}});
    pages.push_back(builder.build());
  }
  const auto laid_out = lay_out(pages);
  ASSERT_EQ(laid_out.tables.grids.size(), 1U);
  EXPECT_EQ(laid_out.tables.grids[0].rows, 4);
  EXPECT_EQ(laid_out.tables.grids[0].caption, "收入决算表");
}

TEST(Furniture, ARunningHeadOverTablesWithoutCaptions) {
  const auto under = [](const char* head) {
    std::vector<Page> pages;
    for (int i = 1; i <= 3; ++i) {
      pages.push_back(PageBuilder(595, 842, i)
                          .size(9)
                          .centred(297, 50, head)
                          .grid(60, 100, {120, 60}, {20, 20}, {{"教育", "1.20"}, {"医疗", "3.40"}})
                          .build());
    }
    return pages;
  };
  EXPECT_EQ(blocks_of(under("某某区公开资料汇编"))[0], "furniture: 某某区公开资料汇编");
  EXPECT_THAT(blocks_of(under("某某区收入决算表"))[0], StartsWith("某某区收入决算表"));
}

TEST(Furniture, TableNumbersOverCaptionsAreNoRunningHeads) {
  std::vector<Page> pages;
  for (int i = 1; i <= 3; ++i) {
    PageBuilder builder(595, 842, i);
    builder.size(9).text(60, 50, "附件表格" + std::to_string(i));
    builder.size(14).centred(297, 80, "收入决算表").size(9);
    builder.grid(60, 100, {120, 60}, {20, 20}, {{"教育", "1.20"}, {"医疗", "3.40"}});
    pages.push_back(builder.build());
  }
  const std::vector<std::string> blocks = blocks_of(pages);
  EXPECT_THAT(blocks, testing::Not(testing::Contains(StartsWith("furniture"))));
}

TEST(Furniture, AUnitLineAtTheFootOfAPageStays) {
  // The unit stands above every table; on three pages the table itself begins overleaf.
  std::vector<Page> pages;
  for (int i = 1; i <= 4; ++i) {
    PageBuilder builder(595, 842, i);
    builder.size(9);
    if (i == 1) builder.text(60, 100, "本表").right_aligned(505, 120, "单位：元");
    builder.grid(60, 140, {120, 60}, {20, 20}, {{"项目", "金额"}, {"医疗", "3.40"}});
    for (int t = 0; t < 3; ++t) {
      builder.text(60, 220 + 140.0F * static_cast<float>(t), "说明如下")
          .right_aligned(505, 240 + 140.0F * static_cast<float>(t), "单位：元")
          .grid(60, 260 + 140.0F * static_cast<float>(t), {120, 60}, {20, 20},
                {{"项目", "金额"}, {"医疗", "3.40"}});
    }
    if (i < 4) builder.right_aligned(505, 780, "单位：元");
    pages.push_back(builder.build());
  }
  const auto laid_out = lay_out(pages);
  for (const Grid& grid : laid_out.tables.grids) EXPECT_EQ(grid.unit, "元");
}

TEST(Furniture, ACaptionOverEachPartOfATableStays) {
  std::vector<Page> pages;
  const char* labels[] = {"教育支出", "科学技术支出", "卫生健康支出", "住房保障支出"};
  for (int i = 1; i <= 4; ++i) {
    pages.push_back(PageBuilder(595, 842, i)
                        .size(18)
                        .centred(297, 60, "一般公共预算支出决算表")
                        .size(9)
                        .right_aligned(505, 85, "单位：万元")
                        .grid(90, 90, {315, 100}, {20, 20},
                              {{"项目", "决算数"}, {labels[i - 1], std::to_string(i) + "1.20"}})
                        .build());
  }
  const auto laid_out = lay_out(pages);
  ASSERT_EQ(laid_out.tables.grids.size(), 1U);
  const Grid& grid = laid_out.tables.grids[0];
  EXPECT_EQ(grid.caption, "一般公共预算支出决算表");
  EXPECT_EQ(grid.rows, 5);
  EXPECT_EQ(grid.pages, std::make_pair(1, 4));
}

TEST(Contents, EntriesWithLeaders) {
  const Page page = Prose()
                        .line("目  录", 270)
                        .line("一、部门职责……………………………………3")
                        .line("二、机构设置..............................5")
                        .line("三、收支情况·························12")
                        .build();
  for (const std::string& block : blocks_of({page})) EXPECT_THAT(block, StartsWith("contents: "));
}

TEST(Contents, UnderATitleThatNamesTheDocument) {
  const Page page = Prose()
                        .line("某某市预算草案目录", 240)
                        .line("第一部分 一般公共预算", 230)
                        .line("表1.收入执行情况表……………………………………3")
                        .line("表2.支出执行情况表……………………………………5")
                        .line("表3.转移支付情况表……………………………………7")
                        .build();
  for (const std::string& block : blocks_of({page})) EXPECT_THAT(block, StartsWith("contents: "));
}

TEST(Contents, WithoutPageNumbersItEndsWhereItsFirstEntryStandsAgain) {
  const Page contents = Prose()
                            .line("目录", 280)
                            .line("第一部分  部门概况")
                            .line("一、主要职能")
                            .line("二、机构设置")
                            .line("第二部分 决算表")
                            .build();
  const Page body = Prose(2)
                        .line("第一部分  部门概况", 230)
                        .line("一、主要职能", kLeft + 24)
                        .paragraph(2, "完。")
                        .build();
  const std::vector<std::string> blocks = blocks_of({contents, body});
  ASSERT_EQ(blocks.size(), 8U);
  EXPECT_THAT(blocks[4], HasSubstr("contents: "));
  EXPECT_EQ(blocks[5], "第一部分 部门概况");
}

TEST(Charts, NumbersOfAxesAreNoProse) {
  Prose prose(1, 100);
  prose.paragraph(3, "完。");
  prose.builder().size(14).centred(294, 230, "近年生产总值及增速").size(9);
  prose.builder().text(100, 250, "500").text(480, 250, "12%");
  prose.builder().text(100, 270, "400").text(200, 270, "9.7%").text(480, 270, "10%");
  prose.builder().text(100, 290, "0").text(480, 290, "0%");
  prose.builder().text(150, 310, "2021").text(250, 310, "2022").text(350, 310, "2023");
  prose.builder().text(250, 325, "增速（%）").size(12);
  const Page page = Prose(prose).build();
  const std::vector<std::string> blocks = blocks_of({page});
  ASSERT_EQ(blocks.size(), 7U);
  EXPECT_EQ(blocks[0], hanzi(100) + "完。");
  for (std::size_t i = 1; i < blocks.size(); ++i) EXPECT_THAT(blocks[i], StartsWith("chart: "));
}

TEST(Style, SizeWeightAndPlace) {
  Prose prose(1, 150);
  prose.builder().size(22).font(1, true).centred(294, 60, "部门决算").size(12).font(0);
  const auto laid_out = lay_out({prose.paragraph(3, "完。").build()});
  ASSERT_EQ(laid_out.flow.blocks.size(), 2U);
  const BlockStyle& title = laid_out.flow.blocks[0].style;
  EXPECT_TRUE(title.centred && title.bold && title.starts_page);
  EXPECT_EQ(title.size, 22);
  const BlockStyle& prose_style = laid_out.flow.blocks[1].style;
  EXPECT_TRUE(prose_style.indented && !prose_style.bold && !prose_style.centred);
  EXPECT_EQ(prose_style.lines, 4);
  EXPECT_EQ(laid_out.flow.body_size, 12);
}

}  // namespace
}  // namespace gouji
