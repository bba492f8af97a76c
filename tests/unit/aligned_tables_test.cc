// SPDX-License-Identifier: GPL-3.0-or-later
// Tables whose cells no rulings close, and print that only looks like one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>

#include "unit/laid_out.h"

namespace gouji {
namespace {

using testing::ElementsAre;
using testing_support::entries_of;
using testing_support::lay_out;

/// Rows of the only table of a page: cells parted by " | ", spans as "text<columns^rows".
std::vector<std::string> rows_of(const Page& page) {
  const Tables tables = lay_out({page}).tables;
  if (tables.grids.size() != 1) return {fmt::format("{} tables", tables.grids.size())};
  return testing_support::spaced_rows_of(tables.grids.front());
}

/// A row of print without rulings: a label at the left, numbers right-aligned.
void print_row(PageBuilder& page, float y, const std::string& label,
               const std::vector<std::string>& numbers) {
  page.text(90, y, label);
  float right = 260;
  for (const std::string& number : numbers) {
    page.right_aligned(right, y, number);
    right += 90;
  }
}

TEST(AlignedTables, NoRulingsAtAll) {
  PageBuilder page;
  page.size(10);
  print_row(page, 100, "指标", {"绝对数", "增长"});
  print_row(page, 118, "粮食", {"128.46", "1.8"});
  print_row(page, 136, "其中：夏粮", {"46.12", "0.9"});
  print_row(page, 154, "油料", {"9.73", "-3.6"});
  EXPECT_THAT(rows_of(page.build()), ElementsAre("指标 | 绝对数 | 增长", "粮食 | 128.46 | 1.8",
                                                 "其中：夏粮 | 46.12 | 0.9", "油料 | 9.73 | -3.6"));
}

TEST(AlignedTables, AColumnWithoutPrintIsToldByItsLabel) {
  PageBuilder page;
  page.size(10);
  print_row(page, 100, "项目", {"数量", "单位", "金额"});
  page.text(470, 100, "备注");
  print_row(page, 118, "道路养护", {"3", "", "128.46"});
  print_row(page, 136, "河道清淤", {"12", "", "46.12"});
  print_row(page, 154, "合计", {"15", "", "174.58"});
  EXPECT_THAT(rows_of(page.build()),
              ElementsAre("项目 | 数量 | 单位 | 金额 | 备注", "道路养护 | 3 |  | 128.46 | ",
                          "河道清淤 | 12 |  | 46.12 | ", "合计 | 15 |  | 174.58 | "));
}

/// Words in columns whose header and every second row stand on coloured ground, a cell a box.
PageBuilder zebra(int bands) {
  PageBuilder page;
  page.size(10);
  const char* rows[][3] = {{"序号", "单位名称", "备注"},
                           {"甲", "某某局机关", "行政单位"},
                           {"乙", "某某中心", "事业单位"},
                           {"丙", "某某大队", "事业单位"}};
  for (int i = 0; i < 4; ++i) {
    const float y = 100 + 18 * static_cast<float>(i);
    page.text(64, y, rows[i][0]).text(120, y, rows[i][1]).text(300, y, rows[i][2]);
    if (i % 2 != 0 || i / 2 >= bands) continue;
    page.ground({60, y - 13, 110, y + 5}).ground({110, y - 13, 290, y + 5});
    page.ground({290, y - 13, 400, y + 5});
  }
  return page;
}

TEST(AlignedTables, BandsOfColouredGroundAreRulesBetweenRows) {
  EXPECT_THAT(rows_of(zebra(2).ground({60, 141, 400, 159}).build()),
              ElementsAre("序号 | 单位名称 | 备注", "甲 | 某某局机关 | 行政单位",
                          "乙 | 某某中心 | 事业单位", "丙 | 某某大队 | 事业单位"));
}

TEST(AlignedTables, OneBandOfColouredGroundIsATitle) {
  EXPECT_TRUE(lay_out({zebra(1).build()}).tables.grids.empty());
}

TEST(AlignedTables, RulesPartRowsAlsoWhereThereAreTwo) {
  // The part of a table at the foot of its page: labels in the narrow column wrap in every row.
  PageBuilder page;
  page.size(10);
  for (const float y : {86.0F, 106.0F, 136.0F, 166.0F}) page.horizontal(y, 88, 360);
  print_row(page, 100, "地区", {"合计", "返还"});
  for (const float y : {116.0F, 146.0F}) {
    page.text(90, y, y < 120 ? "济南" : "青岛").text(90, y + 14, "市");
    page.right_aligned(260, y, "669102").right_aligned(350, y, "50977");
  }
  EXPECT_THAT(rows_of(page.build()), ElementsAre("地区 | 合计 | 返还", "济南市 | 669102 | 50977",
                                                 "青岛市 | 669102 | 50977"));
}

TEST(AlignedTables, NumbersBesideTheLastLineOfAFullLabel) {
  PageBuilder page;
  page.size(10);
  for (const float y : {84.0F, 106.0F, 194.0F}) page.horizontal(y, 88, 400);
  page.text(90, 100, "项目").right_aligned(300, 100, "决算数").right_aligned(390, 100, "预算数");
  float y = 120;
  for (const char* label : {"转移支出", "基本医疗保险待遇支出", "其他支出", "生育津贴支出"}) {
    if (std::string(label) == "基本医疗保险待遇支出") {
      page.text(90, y, "基本医疗保险待遇支").text(90, y + 13.6F, "出");
      y += 13.6F;
    } else {
      page.text(90, y, label);
    }
    page.right_aligned(300, y, "197810").right_aligned(390, y, "222387");
    y += 16;
  }
  EXPECT_THAT(rows_of(page.build()),
              ElementsAre("项目 | 决算数 | 预算数", "转移支出 | 197810 | 222387",
                          "基本医疗保险待遇支出 | 197810 | 222387", "其他支出 | 197810 | 222387",
                          "生育津贴支出 | 197810 | 222387"));
}

TEST(AlignedTables, LabelsSetCloseThatGoOnBelow) {
  PageBuilder page;
  page.size(10);
  for (const float y : {80.0F, 118.0F, 180.0F}) page.horizontal(y, 88, 400);
  page.centred(130, 106, "项目");
  for (int column = 0; column < 3; ++column) {
    const float middle = 210 + 58.0F * static_cast<float>(column);
    page.centred(middle, 98, std::to_string(2023 + column) + "年决算").centred(middle, 111, "数");
    for (const float y : {134.0F, 152.0F, 170.0F}) page.right_aligned(middle + 24, y, "83226");
  }
  for (const float y : {134.0F, 152.0F, 170.0F}) page.text(90, y, "转移支出");
  EXPECT_EQ(rows_of(page.build()).front(), "项目 | 2023年决算数 | 2024年决算数 | 2025年决算数");
}

TEST(AlignedTables, ALabelBesideItsNarrowColumnIsNoOther) {
  PageBuilder page;
  page.size(10).text(150, 100, "指    标").text(300, 100, "绝对数").text(420, 100, "增长（%）");
  page.text(60, 118, "粮食").right_aligned(390, 118, "8.46").right_aligned(500, 118, "1.8");
  page.text(60, 136, "油料").right_aligned(390, 136, "9.73").right_aligned(500, 136, "-3.6");
  page.text(60, 154, "蔬菜").right_aligned(390, 154, "4.10").right_aligned(500, 154, "0.2");
  EXPECT_EQ(rows_of(page.build()).back(), "蔬菜 | 4.10 | 0.2");
}

TEST(AlignedTables, ACaptionOfTwoPartsInLargerPrintIsNoHeader) {
  PageBuilder page;
  page.size(14).text(150, 80, "表7").text(190, 80, "全市生产情况").size(10);
  print_row(page, 100, "指标", {"绝对数", "增长"});
  print_row(page, 118, "粮食", {"128.46", "1.8"});
  print_row(page, 136, "油料", {"9.73", "-3.6"});
  print_row(page, 154, "蔬菜", {"4.10", "0.2"});
  const Tables tables = lay_out({page.build()}).tables;
  ASSERT_EQ(tables.grids.size(), 1U);
  EXPECT_EQ(tables.grids[0].rows, 4);
  EXPECT_EQ(tables.grids[0].caption.value_or(""), "表7 全市生产情况");
}

TEST(AlignedTables, ALabelOverTheFirstTwoColumnsByTheRuleUnderIt) {
  PageBuilder page;
  page.size(10).horizontal(88, 88, 442).text(150, 102, "项目").horizontal(107, 88, 250);
  page.text(92, 120, "编码").text(160, 120, "名称").text(300, 111, "合计").text(390, 111, "基本");
  page.horizontal(126, 88, 442);
  const char* rows[][4] = {{"208", "社会保障", "4.50", "4.00"},
                           {"210", "卫生健康", "7.25", "7.00"}};
  for (int i = 0; i < 2; ++i) {
    const float y = 140 + 16 * static_cast<float>(i);
    page.text(92, y, rows[i][0]).text(160, y, rows[i][1]);
    page.right_aligned(330, y, rows[i][2]).right_aligned(420, y, rows[i][3]);
  }
  page.horizontal(162, 88, 442);
  const std::vector<std::string> read = rows_of(page.build());
  ASSERT_EQ(read.size(), 4U);
  EXPECT_EQ(read[0], "项目<2 | 合计^2 | 基本^2");
  EXPECT_EQ(read[1], "编码 | 名称");
}

TEST(AlignedTables, LabelsOverSeveralColumnsByTheRuleUnderThem) {
  PageBuilder page;
  page.size(10).horizontal(88, 88, 442);
  page.centred(290, 100, "2023").horizontal(104, 200, 352);
  print_row(page, 116, "Region", {"Men", "Women", "All"});
  page.horizontal(121, 88, 442);
  print_row(page, 134, "North", {"10.5", "11.5", "1,022"});
  print_row(page, 150, "South and", {});
  page.text(100, 162, "the islands").right_aligned(260, 162, "9.5");
  page.right_aligned(350, 162, "8.25").right_aligned(440, 162, "3,950");
  print_row(page, 178, "West", {"7.0", "—", "870"});
  page.horizontal(184, 88, 442);
  const std::vector<std::string> rows = rows_of(page.build());
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows[0], "Region^2 | 2023<2 | All^2");
  EXPECT_EQ(rows[1], "Men | Women");
  EXPECT_EQ(rows[3], "South and the islands | 9.5 | 8.25 | 3,950");
  EXPECT_EQ(rows[4], "West | 7.0 | — | 870");
}

TEST(AlignedTables, NumbersSetCloseAreColumns) {
  PageBuilder page;
  page.size(10);
  for (int i = 0; i < 6; ++i) {
    const float y = 100 + 14 * static_cast<float>(i);
    page.text(90, y, "Row " + std::to_string(i));
    for (int c = 0; c < 4; ++c) {
      page.right_aligned(200 + 30 * static_cast<float>(c), y, i % 2 == 0 ? "1,280" : "75");
    }
  }
  const std::vector<std::string> rows = rows_of(page.build());
  ASSERT_EQ(rows.size(), 6U);
  EXPECT_EQ(rows[0], "Row 0 | 1,280 | 1,280 | 1,280 | 1,280");
  EXPECT_EQ(rows[1], "Row 1 | 75 | 75 | 75 | 75");
}

TEST(AlignedTables, TheTailOfTheLongestLabelIsNoColumn) {
  PageBuilder page;
  page.size(10);
  print_row(page, 100, "16 to 59 in all", {"170.49", "59.50"});
  print_row(page, 118, "Urban", {"158.71", "55.39"});
  print_row(page, 136, "Rural", {"127.83", "44.61"});
  print_row(page, 154, "Men", {"146.02", "50.96"});
  EXPECT_THAT(rows_of(page.build()),
              ElementsAre("16 to 59 in all | 170.49 | 59.50", "Urban | 158.71 | 55.39",
                          "Rural | 127.83 | 44.61", "Men | 146.02 | 50.96"));
}

TEST(AlignedTables, ProseInTwoColumnsIsNone) {
  PageBuilder page;
  page.size(10);
  const std::string line = "一二三四五六七八九十一二三四五六七八九十";
  for (int i = 0; i < 8; ++i) {
    const float y = 100 + 16 * static_cast<float>(i);
    page.text(60, y, line).text(310, y, line);
  }
  EXPECT_THAT(rows_of(page.build()), ElementsAre("0 tables"));
}

TEST(AlignedTables, ContentsListsAndSignaturesAreNone) {
  PageBuilder contents;
  contents.size(10);
  for (int i = 0; i < 6; ++i) {
    const float y = 100 + 18 * static_cast<float>(i);
    contents.text(90, y, "一、概况......................")
        .right_aligned(480, y, std::to_string(i + 3));
  }
  EXPECT_THAT(rows_of(contents.build()), ElementsAre("0 tables"));
  const Page list = PageBuilder()
                        .text(90, 100, "1.")
                        .text(120, 100, "加强管理")
                        .text(90, 118, "2.")
                        .text(120, 118, "完善制度")
                        .text(90, 136, "3.")
                        .text(120, 136, "推进公开")
                        .build();
  EXPECT_THAT(rows_of(list), ElementsAre("0 tables"));
  const Page form = PageBuilder()
                        .text(90, 100, "填报单位：")
                        .text(300, 100, "联系人：")
                        .text(90, 124, "日期：")
                        .text(300, 124, "2024年3月")
                        .build();
  EXPECT_THAT(rows_of(form), ElementsAre("0 tables"));
}

TEST(AlignedTables, TheLabelsOfAChartAreNone) {
  PageBuilder page;
  page.size(10);
  for (int i = 0; i < 6; ++i) {
    const float y = 100 + 24 * static_cast<float>(i);
    page.right_aligned(110, y, std::to_string(500 - 100 * i));
    page.text(150 + 50 * static_cast<float>(i), y, fmt::format("{}.5", 480 - 90 * i));
    page.text(460, y, fmt::format("{}%", 12 - 2 * i));
  }
  for (int i = 0; i < 6; ++i) {
    page.text(150 + 50 * static_cast<float>(i), 240, std::to_string(2019 + i));
  }
  EXPECT_THAT(rows_of(page.build()), ElementsAre("0 tables"));
}

/// Seconds of processor time that laying out the page takes.
double seconds_for(const Page& page) {
  const std::clock_t start = std::clock();
  EXPECT_FALSE(entries_of(page).empty());
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

constexpr double kSecondsUnoptimised = 6;  ///< a release build takes a tenth of it

TEST(AlignedTables, ManyShortLinesAreReadInLinearTime) {
  PageBuilder scattered(6000, 300000);
  PageBuilder rows(6000, 60000);
  scattered.size(4);
  rows.size(4);
  for (int i = 0; i < 100000; ++i) {
    const auto n = static_cast<float>(i);
    scattered.text(static_cast<float>(10 + (i * 37) % 5000), 5 + 2.8F * n, "a 1");
    const int column = i % 50;
    rows.text(10 + 60 * static_cast<float>(column), 5 + 5 * static_cast<float>(i / 50),
              column == 0 ? "ab" : "12");
  }
  EXPECT_LT(seconds_for(scattered.build()), kSecondsUnoptimised);
  EXPECT_LT(seconds_for(rows.build()), kSecondsUnoptimised);
}

TEST(AlignedTables, ColouredCellsOfAHeaderTellItsSpans) {
  PageBuilder page;
  page.size(9);
  for (const Box& cell :
       {Box{90, 80, 190, 112}, Box{190, 80, 330, 96}, Box{330, 80, 470, 96}, Box{190, 96, 260, 112},
        Box{260, 96, 330, 112}, Box{330, 96, 400, 112}, Box{400, 96, 470, 112}}) {
    page.ground(cell);
  }
  page.text(110, 99, "证券代码").centred(260, 91, "每股收益").centred(400, 91, "市盈率");
  const float middles[] = {225, 295, 365, 435};
  const char* years[] = {"2025E", "2026E", "2025E", "2026E"};
  for (int i = 0; i < 4; ++i) page.centred(middles[i], 107, years[i]);
  for (int row = 0; row < 4; ++row) {
    const float y = 126 + 16 * static_cast<float>(row);
    page.text(110, y, "某某公司");
    for (const float middle : middles) page.centred(middle, y, fmt::format("{}.67", row + 3));
  }
  EXPECT_THAT(
      rows_of(page.build()),
      ElementsAre("证券代码^2 | 每股收益<2 | 市盈率<2", "2025E | 2026E | 2025E | 2026E",
                  "某某公司 | 3.67 | 3.67 | 3.67 | 3.67", "某某公司 | 4.67 | 4.67 | 4.67 | 4.67",
                  "某某公司 | 5.67 | 5.67 | 5.67 | 5.67", "某某公司 | 6.67 | 6.67 | 6.67 | 6.67"));
}

TEST(AlignedTables, ARuleDrawnCellByCellUnderTheHeaderUnderlinesNoLabel) {
  PageBuilder page;
  page.size(10).horizontal(86, 90, 450);
  page.horizontal(106, 90, 180).horizontal(106, 182, 300).horizontal(106, 301, 450);
  print_row(page, 100, "项目", {"预算数", "执行数", "本级"});
  print_row(page, 118, "债务余额", {"64.16", "25.88", "0.00"});
  print_row(page, 136, "其中：一般债务", {"5559.01", "83300.91", "3.40"});
  page.horizontal(144, 90, 450);
  EXPECT_THAT(rows_of(page.build()),
              ElementsAre("项目 | 预算数 | 执行数 | 本级", "债务余额 | 64.16 | 25.88 | 0.00",
                          "其中：一般债务 | 5559.01 | 83300.91 | 3.40"));
}

TEST(AlignedTables, TwoColumnsOfTextAtBothSidesOfARulingAreNone) {
  PageBuilder page;
  page.size(10).horizontal(80, 60, 540).horizontal(100, 60, 540).vertical(380, 100, 700);
  page.vertical(540, 80, 100).text(64, 94, "公司研究");
  for (int i = 0; i < 30; ++i) {
    const float y = 118 + 18 * static_cast<float>(i);
    page.text(64, y, "各单位要加强预算管理严格控制一般性支出提高资金使用效益");
    page.text(390, y + 5, "右栏文字");
  }
  page.text(64, 720, "请阅读正文之后的声明");
  std::vector<std::string> entries = entries_of(page.build());
  ASSERT_EQ(entries.size(), 62U);
  EXPECT_EQ(entries[1], "各单位要加强预算管理严格控制一般性支出提高资金使用效益");
  EXPECT_EQ(entries[30], entries[1]);
  EXPECT_EQ(entries[31], "右栏文字");
  EXPECT_EQ(entries[61], "请阅读正文之后的声明");
}

TEST(AlignedTables, ATableOverTheTopOfAColumnOfTextIsWrittenOnce) {
  PageBuilder page;
  page.size(10).horizontal(80, 60, 540).horizontal(100, 60, 540).vertical(300, 100, 700);
  page.vertical(540, 80, 100).text(64, 94, "公司研究");
  for (int i = 0; i < 30; ++i) {
    page.text(64, 118 + 18 * static_cast<float>(i), "各单位要加强预算管理严格控制一般支出");
  }
  for (int row = 0; row < 6; ++row) {
    const float y = 106 + 18 * static_cast<float>(row);
    page.text(310, y, "流通市值").right_aligned(430, y, "254.50").right_aligned(530, y, "303.77");
  }
  for (int i = 0; i < 20; ++i) {
    page.text(310, 250 + 18 * static_cast<float>(i), "资料来源见正文之后的各项说明与声明");
  }
  EXPECT_LE(lay_out({page.build()}).tables.grids.size(), 1U);
}

TEST(AlignedTables, TwoColumnsWithLabelsAreATableHoweverLongTheirTexts) {
  PageBuilder page;
  page.size(10).horizontal(80, 60, 540).horizontal(100, 60, 540);
  for (const float x : {60.0F, 200.0F, 540.0F}) page.vertical(x, 80, 700);
  page.text(64, 94, "指标").text(204, 94, "说明");
  for (int i = 0; i < 30; ++i) {
    const float y = 118 + 18 * static_cast<float>(i);
    if (i % 2 == 0) page.text(64, y, "财政供养人员控制率");
    page.text(204, y, "各单位要加强预算管理严格控制一般性支出提高资金使用效益各项");
  }
  EXPECT_EQ(lay_out({page.build()}).tables.grids.size(), 1U);
}

TEST(AlignedTables, CellsOfOneLetterAreNoLabelsSpreadOut) {
  PageBuilder page;
  page.size(10);
  for (int row = 0; row < 6; ++row) {
    const float y = 100 + 18 * static_cast<float>(row);
    page.text(90, y, "甲").text(125, y, "子").right_aligned(260, y, "128.46");
    page.right_aligned(350, y, "9.10");
  }
  EXPECT_EQ(rows_of(page.build()).front(), "甲 | 子 | 128.46 | 9.10");
}

TEST(AlignedTables, RulingsBetweenPairsOfColumnsLeaveTheirColumnsToTheWhite) {
  PageBuilder page;
  page.size(10).horizontal(80, 90, 490).horizontal(100, 90, 490).horizontal(190, 90, 490);
  page.vertical(220, 100, 190).vertical(360, 100, 190).vertical(90, 80, 190).vertical(490, 80, 190);
  for (int i = 0; i < 3; ++i) {
    const float x = 94 + 140 * static_cast<float>(i);
    page.text(x, 94, "年龄").right_aligned(x + 110, 94, "人数");
    for (int row = 0; row < 4; ++row) {
      const float y = 118 + 20 * static_cast<float>(row);
      page.text(x, y, fmt::format("{}岁", 40 * i + row)).right_aligned(x + 110, y, "3,269,557");
    }
  }
  const std::vector<std::string> rows = rows_of(page.build());
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows[0], "年龄 | 人数 | 年龄 | 人数 | 年龄 | 人数");
  EXPECT_EQ(rows[4], "3岁 | 3,269,557 | 43岁 | 3,269,557 | 83岁 | 3,269,557");
}

}  // namespace
}  // namespace gouji
