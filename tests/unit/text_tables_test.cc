// SPDX-License-Identifier: GPL-3.0-or-later
// Tables in text: tabbed rows, and Word tables that were written a cell a line.
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "layout/word_dump_rows.h"
#include "table/tabbed.h"
#include "table/word_dump.h"

namespace gouji {
namespace {

/// A region whose lines stand in a text that begins at line 11, code point 100.
TableRegion region_of(std::string_view text, RegionForm form, PrintLines& lines) {
  TableRegion region;
  region.form = form;
  std::int32_t offset = 100;
  LocatedText line;
  const auto flush = [&] {
    region.lines.push_back(std::move(line));
    line = {};
  };
  std::uint32_t index = lines.add({11, 0, 0});
  for (const char32_t c : from_utf8(text)) {
    if (c == U'\n') {
      flush();
      index = lines.add({static_cast<int>(lines.lines.size()) + 11, 0, 0});
    } else {
      line.push_back(c, {index, offset, offset + 1});
    }
    ++offset;
  }
  flush();
  return region;
}

/// "a|b / c|" – rows parted by " / ", cells by "|".
/// A cell over several columns has its number of columns behind it ("甲*3").
std::string show(const Grid& grid) {
  std::string text;
  for (const GridCell& cell : grid.cells) {
    if (cell.column > 0)
      text += "|";
    else if (cell.row > 0)
      text += " / ";
    text += cell.text.utf8();
    if (cell.column_span > 1) text += "*" + std::to_string(cell.column_span);
  }
  return text;
}

struct Case {
  const char* name;
  const char* text;
  const char* grid;
  int header_rows;
};

TEST(ReadTabbed, KeepsTheGridAsPrinted) {
  const Case cases[] = {
      {"ragged rows", "甲\t乙\n\t丙\t丁\n戊", "甲|乙| / |丙|丁 / 戊||", 0},
      {"trailing tabs", "名称\t甲\t\t\n\t\t\t乙", "名称|甲|| / |||乙", 0},
      {"a shifted row stays", "项目\t数\t单位\n甲\t\t5\t个\n乙\t3\t个\t",
       "项目|数|单位| / 甲||5|个 / 乙|3|个|", 1},
      {"blank lines are no rows", "甲\t1\n\n \n乙\t2", "甲|1 / 乙|2", 0},
      {"blanks around a cell go", " 甲 \t　1 ", "甲|1", 0},
      {"no tab, no table", "甲\n乙", "", 0},
      {"labels that were merged across", "收入\t\t支出\t\n项目\t数\t项目\t数\n甲\t1\t乙\t2",
       "收入||支出| / 项目|数|项目|数 / 甲|1|乙|2", 2},
      {"labels that were merged across and down",
       "预算\t\t\t\t运行\n合计\t车\t\t会\t\n\t小计\t购置\t\t\n1\t2\t2\t3\t4",
       "预算||||运行 / 合计|车||会| / |小计|购置|| / 1|2|2|3|4", 3},
      {"a label over columns that have no other",
       "关系\t\t\t申请人\t\n\t\t\t人\t计\n新收\t\t\t4\t5\n结果\t公开\t甲\t1\t2",
       "关系|||申请人| / |||人|计 / 新收|||4|5 / 结果|公开|甲|1|2", 2},
      {"a table that nobody filled in", "项目\t\t支出\t\n编码\t名称\t计\t基本\n合计\t\t\t\n\t\t\t",
       "项目||支出| / 编码|名称|计|基本 / 合计||| / |||", 2},
      {"a form has no header",
       "名称\t甲\t\t\t类别\t乙\t\n开始\t一月\t\t\t完成\t二月\t\n预算\t230\t\t\t\t\t\n"
       "指标\t产出\t数量\t站点\t≥\t186\t个",
       "名称|甲|||类别|乙| / 开始|一月|||完成|二月| / 预算|230||||| / 指标|产出|数量|站点|≥|186|个",
       0},
      {"two rows of labels", "名\t数\t\n\t年初\t年末\n甲\t1\t2", "名|数| / |年初|年末 / 甲|1|2", 2},
  };
  for (const Case& c : cases) {
    PrintLines lines;
    const Grid grid = read_tabbed(region_of(c.text, RegionForm::tabbed, lines), lines);
    EXPECT_EQ(show(grid), c.grid) << c.name;
    EXPECT_EQ(grid.header_rows, c.header_rows) << c.name;
  }
}

TEST(ReadTabbed, ARectangleOfMillionsIsNotFilledUp) {
  std::string text(20000, '\t');
  for (int i = 0; i < 20000; ++i) text += "\n甲\t1";
  PrintLines lines;
  const Grid grid = read_tabbed(region_of(text, RegionForm::tabbed, lines), lines);
  EXPECT_EQ(grid.rows, 20001);
  EXPECT_EQ(grid.columns, 20001);
  EXPECT_EQ(grid.cells.size(), 20001U + 2 * 20000U);
}

TEST(ReadTabbed, CellsKnowTheirPlace) {
  PrintLines lines;
  const Grid grid = read_tabbed(region_of("甲\t\n\t乙 丙", RegionForm::tabbed, lines), lines);
  ASSERT_EQ(grid.cells.size(), 4U);
  EXPECT_EQ(grid.cells[0].at, (At{11, 100, 101, {}}));
  EXPECT_EQ(grid.cells[1].at.begin, grid.cells[1].at.end) << "an empty cell has no extent";
  EXPECT_EQ(grid.cells[3].at, (At{12, 104, 107, {}}));
  EXPECT_EQ(grid.at.unit, 11);
}

TEST(ReadWordDump, FollowsTheParityOfNewlines) {
  const Case cases[] = {
      {"odd: next cell, even: next row", "\t甲\n\t乙\n\n\t丙\n\t丁", "甲|乙 / 丙|丁", 1},
      {"empty cells", "\t\n\t甲\n\n\t乙\n\t", "|甲 / 乙|", 0},
      {"two paragraphs in a cell", "\t执行\n\n情况\n\t乙\n\n\t1\n\t2", "执行情况|乙 / 1|2", 1},
      {"a line break in a paragraph", "\t项目\n预算\n\t乙", "项目预算|乙", 0},
      {"an empty paragraph ends a cell", "\t甲\n\n\n\t乙\n\n\t丙\n\t丁", "甲|乙 / 丙|丁", 1},
      {"an empty paragraph ends the last cell of a row", "\t甲\n\t乙\n\n\n\n\t丙\n\t丁",
       "甲|乙 / 丙|丁", 1},
      {"short rows end in empty cells", "\t甲\n\t1\n\t2\n\n\t合计\n\t3", "甲|1|2 / 合计|3|", 0},
      {"a row of one cell", "\t甲\n\t1\n\t2\n\n\t其中\n\n\t乙\n\t3\n\t4",
       "甲|1|2 / 其中*3 / 乙|3|4", 0},
      {"a title above the first row", "\t人员表\n\t\n\n\t甲\n\t乙\n\t丙\n\n\t1\n\t2\n\t3",
       "人员表*3 / 甲|乙|丙 / 1|2|3", 2},
      {"labels over groups that repeat",
       "\t项目\n\t预算\n\t决算\n\t完成率\n\n\t名称\n\t小计\n\t人员\n\t小计\n\t人员\n\t\n\n\t甲\n\t1"
       "\n\t2\n\t3\n\t4\n\t5",
       "项目|预算*2|决算*2|完成率 / 名称|小计|人员|小计|人员| / 甲|1|2|3|4|5", 2},
      {"labels over groups that differ stay at the left",
       "\t预算\n\t决算\n\n\t小计\n\t人员\n\t合计\n\t公用\n\n\t1\n\t2\n\t3\n\t4",
       "预算|决算|| / 小计|人员|合计|公用 / 1|2|3|4", 2},
      {"one label over all but the columns merged down",
       "\t指标\n\t分值\n\n\t一级\n\t二级\n\t\n\n\t甲\n\t乙\n\t5",
       "指标*2|分值 / 一级|二级| / 甲|乙|5", 2},
      {"the label of a total reaches over the columns of words",
       "\t编码\n\t名称\n\t数额\n\t其中\n\n\t合计\n\t9\n\t\n\n\t201\n\t甲\n\t5\n\t\n\n\t202\n\t乙"
       "\n\t4\n\t1",
       "编码|名称|数额|其中 / 合计*2|9| / 201|甲|5| / 202|乙|4|1", 1},
      {"a total above words behind the numbers stays",
       "\t名称\n\t类别\n\t数额\n\t说明\n\n\t甲\n\t丙\n\t5\n\t无\n\n\t乙\n\t丁\n\t4\n\t有\n\n\t合计"
       "\n\t9\n\t",
       "名称|类别|数额|说明 / 甲|丙|5|无 / 乙|丁|4|有 / 合计|9||", 1},
      {"Latin words do not grow together", "\tgross\nvalue\n\t增加值", "gross value|增加值", 0},
      {"no cell", "甲\n乙", "", 0},
  };
  for (const Case& c : cases) {
    PrintLines lines;
    const Grid grid = read_word_dump(region_of(c.text, RegionForm::word_dump, lines), lines);
    EXPECT_EQ(show(grid), c.grid) << c.name;
    EXPECT_EQ(grid.header_rows, c.header_rows) << c.name;
  }
}

TEST(EndOfWordDump, StopsWhereTheTableEnds) {
  struct EndCase {
    const char* name;
    const char* text;
    std::size_t end;
  };
  const EndCase cases[] = {
      {"prose behind two blank lines", "\t甲\n\t乙\n\n\n二、收支情况", 2},
      {"prose behind one blank line and no further cell", "\t甲\n\t乙\n\n情况如下。", 2},
      {"a second paragraph of a cell", "\t甲\n\n乙\n\t丙", 4},
      {"blank lines between tables", "\t甲\n\n\n\n\t乙", 5},
      {"a tabbed row is another table", "\t甲\n甲\t乙\t丙", 1},
      {"an empty row at the end", "\t甲\n\n\t\n\t\n\n", 4},
      {"no dump", "甲\n\t乙", 0},
  };
  for (const EndCase& c : cases) {
    PrintLines lines;
    const TableRegion region = region_of(c.text, RegionForm::word_dump, lines);
    EXPECT_EQ(end_of_word_dump(region.lines, 0), c.end) << c.name;
  }
}

TEST(SplitWordDump, PartsTablesWithoutProseBetweenThem) {
  struct SplitCase {
    const char* name;
    const char* text;
    const char* grids;  ///< parted by " // "
  };
  const SplitCase cases[] = {
      {"a title alone in its row", "\t甲\n\t1\n\n\t项目绩效自评表\n\t\n\n\t乙\n\t2",
       "甲|1 // 项目绩效自评表| / 乙|2"},
      {"a title above the first row is the title of that table",
       "\t\n\t\n\n\t项目绩效自评表\n\n\t乙\n\t2", "| / 项目绩效自评表*2 / 乙|2"},
      {"a row with one cell is no title", "\t甲\n\t1\n\n\t合计\n\n\t乙\n\t2",
       "甲|1 / 合计*2 / 乙|2"},
      {"labels behind an empty row",
       "\t甲\n\t1\n\t2\n\n\t乙\n\t3\n\t4\n\n\t\n\t\n\t\n\n\t单位\n\t项目\n\t值\n\n\t丙\n\t丁\n\t5",
       "甲|1|2 / 乙|3|4 / || // 单位|项目|值 / 丙|丁|5"},
      {"three newlines end a table where the row would grow too wide",
       "\t甲\n\t1\n\n\t乙\n\t2\n\n\n\t丙项目绩效自评表\n\t\n\n\t丁\n\t3",
       "甲|1 / 乙|2 // 丙项目绩效自评表| / 丁|3"},
      {"three newlines are an empty paragraph where the row has room",
       "\t甲\n\t1\n\n\t乙\n\n\n\t2\n\n\t丙\n\t3", "甲|1 / 乙|2 / 丙|3"},
  };
  const auto patterns = PatternSet::load();
  ASSERT_TRUE(patterns.has_value());
  for (const SplitCase& c : cases) {
    PrintLines lines;
    std::string grids;
    std::size_t count = 0;
    const TableRegion region = region_of(c.text, RegionForm::word_dump, lines);
    for (const TableRegion& part : split_word_dump(region, *patterns)) {
      grids += (grids.empty() ? "" : " // ") + show(read_word_dump(part, lines));
      count += part.lines.size();
    }
    EXPECT_EQ(grids, c.grids) << c.name;
    EXPECT_EQ(count, region.lines.size()) << c.name;
  }
}

}  // namespace
}  // namespace gouji
