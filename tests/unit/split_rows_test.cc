// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that no rulings part: bands of lines as they are printed, and the rows they are cut into.
#include <gtest/gtest.h>

#include "table/printed_table.h"

namespace gouji {
namespace {

constexpr float kSize = 10;
constexpr float kWidth = 100;

CellLine line(const std::u32string& text, float x0, float y, float step = kSize) {
  CellLine out;
  for (const char32_t c : text) out.text.push_back(c, {});
  out.box = {x0, y - kSize / 2, x0 + step * static_cast<float>(text.size()), y + kSize / 2};
  out.size = kSize;
  return out;
}

/// A table of one band; each column is `width` wide and lies behind the one before.
struct BandOf {
  PrintedTable table;
  float edge = 0;

  void column(std::vector<CellLine> lines, float width) {
    PrintedCell cell;
    cell.at.column = table.columns++;
    cell.box = {edge, 0, edge + width, 200};
    for (CellLine& one : lines) {
      one.box.x0 += edge;
      one.box.x1 += edge;
    }
    cell.lines = std::move(lines);
    table.cells.push_back(std::move(cell));
    table.rows = 1;
    edge += width;
  }

  std::vector<std::string> rows() {
    split_rows(table);
    std::vector<std::string> out(static_cast<std::size_t>(table.rows));
    for (const PrintedCell& cell : table.cells) {
      std::string& row = out[static_cast<std::size_t>(cell.at.row)];
      if (!row.empty()) row += "|";
      for (const CellLine& one : cell.lines) row += one.text.utf8();
    }
    return out;
  }
};

TEST(SplitRows, ANumberSetALittleLowerThanItsLabelIsInItsRow) {
  BandOf band;
  band.column({line(U"发行额", 2, 20), line(U"还本额", 2, 45), line(U"余额", 2, 70)}, kWidth);
  band.column({line(U"777.45", 55, 20, 5), line(U"390.14", 55, 48, 5), line(U"3.91", 65, 74, 5)},
              kWidth);
  EXPECT_EQ(band.rows(), (std::vector<std::string>{"发行额|777.45", "还本额|390.14", "余额|3.91"}));
}

TEST(SplitRows, EntriesOfAColumnWithGapsAreNoLabelOfAllRows) {
  BandOf band;
  band.column({line(U"一", 2, 20), line(U"二", 2, 45), line(U"三", 2, 70)}, kWidth);
  band.column({line(U"详见附件", 2, 20), line(U"详见附件", 2, 70)}, kWidth);
  band.column({line(U"7.45", 55, 20, 5), line(U"390.14", 55, 45, 5), line(U"3.91", 65, 70, 5)},
              kWidth);
  EXPECT_EQ(band.rows(),
            (std::vector<std::string>{"一|详见附件|7.45", "二||390.14", "三|详见附件|3.91"}));
}

TEST(SplitRows, NumbersThatNearlyFillTheirColumnAreStillSeveral) {
  BandOf band;
  band.column({line(U"教育", 2, 20), line(U"管理", 12, 40), line(U"普通", 12, 60)}, kWidth);
  band.column(
      {line(U"1,706,535", 2, 20, 5), line(U"28,991", 15, 40, 5), line(U"1,380,848", 2, 60, 5)}, 50);
  EXPECT_EQ(band.rows(),
            (std::vector<std::string>{"教育|1,706,535", "管理|28,991", "普通|1,380,848"}));
}

TEST(SplitRows, ANumberWrappedInANarrowColumnStaysOne) {
  BandOf band;
  band.column({line(U"教育", 2, 30)}, kWidth);
  band.column({line(U"1,706,", 2, 20, 5), line(U"535", 2, 40, 5)}, 33);
  EXPECT_EQ(band.rows(), (std::vector<std::string>{"教育|1,706,535"}));
}

TEST(SplitRows, AFullLabelBeforeAWrappedOneIsARowOfItsOwn) {
  BandOf band;
  band.column({line(U"国有企业办职教补助", 2, 20), line(U"国有企业公共服务移", 2, 33),
               line(U"交补助", 2, 43), line(U"其他", 2, 60)},
              kWidth);
  band.column({line(U"3005", 20, 20, 5), line(U"86645", 20, 38, 5), line(U"12", 20, 60, 5)}, 80);
  EXPECT_EQ(band.rows(), (std::vector<std::string>{"国有企业办职教补助|3005",
                                                   "国有企业公共服务移交补助|86645", "其他|12"}));
}

TEST(SplitRows, AWrappedLabelWithItsNumberAtTheFirstLineStaysOne) {
  BandOf band;
  band.column({line(U"国有企业公共服务移", 2, 20), line(U"交补助", 2, 30), line(U"其他", 2, 50)},
              kWidth);
  band.column({line(U"86645", 20, 20, 5), line(U"12", 20, 50, 5)}, 80);
  EXPECT_EQ(band.rows(), (std::vector<std::string>{"国有企业公共服务移交补助|86645", "其他|12"}));
}

TEST(SplitRows, NumbersBrokenInsideAGroupOfDigitsStayOneWhateverRoomTheyLeave) {
  BandOf band;
  band.column({line(U"股票", 2, 30)}, kWidth);
  band.column({line(U"859,452,0", 2, 22, 5), line(U"65.25", 10, 38, 5)}, 65);
  band.column({line(U"-", 40, 15, 5), line(U"70,187,82", 2, 30, 5), line(U"8.29", 10, 45, 5)}, 65);
  band.column({line(U"4,782,184", 2, 22, 5), line(U",707.38", 10, 38, 5)}, 65);
  band.column({line(U"152,112,958.", 2, 22, 5), line(U"81", 10, 38, 5)}, 80);
  EXPECT_EQ(band.rows(),
            (std::vector<std::string>{
                "股票|859,452,065.25|-70,187,828.29|4,782,184,707.38|152,112,958.81"}));
}

TEST(SplitRows, LinesInStepAreRowsAndWrappedLinesStandAroundThem) {
  BandOf band;
  band.column({line(U"债券名称", 20, 10), line(U"第一期项目", 5, 30),
               line(U"第二期的项目之", 5, 50), line(U"乙部分", 25, 60), line(U"第三期", 25, 85)},
              75);
  band.column({line(U"发行再融", 5, 5), line(U"资金额", 10, 15), line(U"6.8", 60, 30, 5),
               line(U"7.2", 60, 55, 5), line(U"14.0", 60, 85, 5)},
              90);
  band.column({line(U"类型", 20, 10), line(U"专项", 20, 30), line(U"专项", 20, 55)}, 90);
  band.column({line(U"时间", 20, 10), line(U"5/16", 20, 30, 5), line(U"7/21", 20, 55, 5),
               line(U"--", 20, 85, 5)},
              90);
  band.column({line(U"到期", 20, 10), line(U"6/16", 20, 30, 5), line(U"8/21", 20, 55, 5),
               line(U"--", 20, 85, 5)},
              90);
  EXPECT_EQ(band.rows(),
            (std::vector<std::string>{
                "债券名称|发行再融资金额|类型|时间|到期", "第一期项目|6.8|专项|5/16|6/16",
                "第二期的项目之乙部分|7.2|专项|7/21|8/21", "第三期|14.0||--|--"}));
}

TEST(SplitRows, WordsThatWrapInStepAreOneRow) {
  BandOf band;
  band.column({line(U"已审批", 2, 20), line(U"担保额度", 2, 35), line(U"（A1+B1）", 2, 50)},
              kWidth);
  band.column({line(U"1,000", 40, 35, 5)}, kWidth);
  band.column({line(U"实际担保", 2, 20), line(U"发生额", 2, 35), line(U"合计", 2, 50)}, kWidth);
  band.column({line(U"800", 40, 35, 5)}, kWidth);
  EXPECT_EQ(band.rows(),
            std::vector<std::string>{"已审批担保额度（A1+B1）|1,000|实际担保发生额合计|800"});
}

TEST(SplitRows, ALastDecimalIsToldByTheWholeNumber) {
  BandOf band;
  band.column({line(U"余额", 2, 35)}, kWidth);
  band.column({line(U"864,9", 2, 20, 5), line(U"48,57", 2, 35, 5), line(U"0.00", 2, 50, 5)}, 50);
  band.column({line(U"10,72", 2, 15, 5), line(U"7,744,", 2, 30, 5), line(U"006.7", 2, 45, 5),
               line(U"9", 2, 60, 5)},
              50);
  EXPECT_EQ(band.rows(), (std::vector<std::string>{"余额|864,948,570.00|10,727,744,006.79"}));
}

TEST(SplitRows, ANumberBrokenForCertainSaysThatItsLinesAreOneRow) {
  BandOf band;
  band.column({line(U"其他非流", 2, 20), line(U"动资产", 2, 36)}, 50);
  band.column({line(U"224,760,413.", 2, 20, 5), line(U"62", 10, 36, 5)}, 80);
  band.column({line(U"89,276,422.8", 2, 20, 5), line(U"3", 10, 36, 5)}, 80);
  EXPECT_EQ(band.rows(), (std::vector<std::string>{"其他非流动资产|224,760,413.62|89,276,422.83"}));
}

TEST(SplitRows, EachCodeIsARowWhetherItHasNumbersOrNot) {
  BandOf band;
  band.column({line(U"总计", 10, 20), line(U"20106", 5, 40, 5), line(U"2010601", 2, 60, 5),
               line(U"20132", 5, 80, 5), line(U"2013202", 2, 100, 5)},
              40);
  band.column({line(U"财政事务", 2, 40), line(U"委托业务", 2, 60), line(U"组织事务", 2, 80),
               line(U"管理事务", 2, 100)},
              kWidth);
  band.column({line(U"79.50", 55, 20, 5), line(U"8.13", 55, 40, 5), line(U"4.06", 55, 60, 5)},
              kWidth);
  EXPECT_EQ(band.rows(),
            (std::vector<std::string>{"总计||79.50", "20106|财政事务|8.13", "2010601|委托业务|4.06",
                                      "20132|组织事务|", "2013202|管理事务|"}));
}

TEST(SplitRows, NumbersThatWrapAreOneAmongNumbersThatDoNot) {
  // Narrow columns: the last decimal, or all but the sign, wraps; numbers stand in the middle.
  BandOf band;
  band.column({line(U"合计", 2, 25), line(U"教育", 2, 55), line(U"卫生", 2, 80)}, kWidth);
  band.column({line(U"5.19", 20, 25, 5), line(U"34.46", 15, 55, 5), line(U"-", 30, 75, 5),
               line(U"284.56", 10, 86, 5)},
              42);
  band.column({line(U"95182.0", 3, 20, 5), line(U"9", 33, 31, 5), line(U"2.53", 20, 55, 5),
               line(U"1.07", 20, 80, 5)},
              42);
  EXPECT_EQ(band.rows(), (std::vector<std::string>{"合计|5.19|95182.09", "教育|34.46|2.53",
                                                   "卫生|-284.56|1.07"}));
}

TEST(SplitRows, TwoEntriesOnTheHeightsOfTwoRowsAreNoLabelOfAllThree) {
  BandOf band;
  band.column({line(U"合计", 2, 20), line(U"201", 2, 40, 5), line(U"20103", 2, 60, 5)}, 40);
  band.column({line(U"一般公共服务", 2, 40), line(U"办公厅", 12, 60)}, kWidth);
  band.column({line(U"0.50", 55, 20, 5), line(U"0.30", 55, 40, 5), line(U"0.20", 55, 60, 5)},
              kWidth);
  EXPECT_EQ(band.rows(),
            (std::vector<std::string>{"合计||0.50", "201|一般公共服务|0.30", "20103|办公厅|0.20"}));
}

}  // namespace
}  // namespace gouji
