// SPDX-License-Identifier: GPL-3.0-or-later
// The flow of texts: paragraphs, tables, charts and contents.
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "layout/page_flow.h"
#include "pattern/pattern_set.h"
#include "source/text_source.h"

namespace gouji {
namespace {

const PatternSet& patterns() {
  static const PatternSet set = PatternSet::load().value();
  return set;
}

TextFlow flow_of(std::string_view text) {
  return layout_text(read_text(text, "test").value(), patterns());
}

/// One line a block: "P 3 text", "T tabbed 5" (number of lines), "C" chart, "L" contents.
std::string show(const TextFlow& text) {
  std::string shown;
  for (const Block& block : text.flow.blocks) {
    if (block.kind == BlockKind::table) {
      const TableRegion& region = text.regions[static_cast<std::size_t>(block.region)];
      shown += region.form == RegionForm::tabbed ? "T tabbed " : "T dump ";
      shown += std::to_string(region.lines.size()) + "\n";
      continue;
    }
    shown += block.kind == BlockKind::paragraph ? "P "
             : block.kind == BlockKind::chart   ? "C "
                                                : "L ";
    shown +=
        std::to_string(locate(block.text, text.flow.lines).unit) + " " + block.text.utf8() + "\n";
  }
  return shown;
}

struct Case {
  const char* name;
  const char* text;
  const char* blocks;
};

void check(const Case& c) {
  EXPECT_EQ(show(flow_of(c.text)), c.blocks) << c.name;
}

TEST(TextLayout, LeavesOutMarks) {
  check({"bookmarks", "[bookmark: _Toc1][bookmark: _Toc2]一、职责\n9、 [bookmark: _Toc3]预算\n",
         "P 1 一、职责\nP 2 9、 预算\n"});
  check({"bold", "**一是健全制度**。二是加强**培训**。\n", "P 1 一是健全制度。二是加强培训。\n"});
  check({"heading mark", "## 工作总结\n全年完成。\n", "P 1 工作总结\nP 2 全年完成。\n"});
  check({"square bracket that is no mark", "某发[2020]5号文件。\n", "P 1 某发[2020]5号文件。\n"});
}

TEST(TextLayout, OneBlankLineInsideARunOfRows) {
  const std::string rows = "名称\t甲\t\t\t\n指标\t一级\t数\t单位\t时限\n\t产出\t5\t个\t12月\n";
  check(
      {"a row with a cell too many", (rows + "\n\t\t效益\t7\t家\t12月\n").c_str(), "T tabbed 5\n"});
  check({"a form filled in anew", (rows + "\n名称\t乙\t\t\t\t\n\t产出\t3\t个\t12月\t\n").c_str(),
         "T tabbed 3\nT tabbed 2\n"});
  check({"narrow lists", "甲\t1\n乙\t2\n\n丙\t3\t4\n丁\t5\t6\n", "T tabbed 2\nT tabbed 2\n"});
}

TEST(TextLayout, PlacesAreThoseOfTheSource) {
  const TextFlow text = flow_of("[bookmark: _Toc1]甲乙**丙**丁\n");
  const LocatedText& block = text.flow.blocks.at(0).text;
  ASSERT_EQ(block.utf8(), "甲乙丙丁");
  EXPECT_EQ(block.places[0].from, 17);
  EXPECT_EQ(block.places[2].from, 21);
  EXPECT_EQ(block.places[3].to, 25);
}

TEST(TextLayout, RejoinsParagraphsBrokenByAPageEnd) {
  const std::string head =
      "一、工作总结\n\n1."
      "严把监控关，对一百个部门单位整体和九百个特定目标类项目开展监控，组织部门单位对项目目";
  check({"joined", (head + "\n\n标完成情况进行分析。\n").c_str(),
         ("P 1 一、工作总结\nP 3 " + head.substr(head.find("1.")) + "标完成情况进行分析。\n")
             .c_str()});
  check(
      {"a marker begins anew", (head + "\n\n2.完成情况。\n").c_str(),
       ("P 1 一、工作总结\nP 3 " + head.substr(head.find("1.")) + "\nP 5 2.完成情况。\n").c_str()});
  check({"headings stay alone", "部门职责\n\n研究拟订政策措施。\n",
         "P 1 部门职责\nP 3 研究拟订政策措施。\n"});
  check({"caption stays alone",
         "（注：数据来源于某表，仅罗列本部门涉及的收入，按照规定口径填列并与有关报表核对一致\n（图4"
         "：变动情况）\n",
         "P 1 （注：数据来源于某表，仅罗列本部门涉及的收入，按照规定口径填列并与有关报表核对一致\n"
         "P 2 （图4：变动情况）\n"});
  check({"entries of a list",
         "一般公共服务支出甲类款项行政运行的支出决算为一百万元，完成预算的百分之百，决算数等于预算"
         "数\n\n"
         "一般公共服务支出乙类款项行政运行的支出决算为一百万元，完成预算的百分之百，决算数等于预算"
         "数。\n",
         "P 1 "
         "一般公共服务支出甲类款项行政运行的支出决算为一百万元，完成预算的百分之百，决算数等于预算"
         "数\n"
         "P 3 "
         "一般公共服务支出乙类款项行政运行的支出决算为一百万元，完成预算的百分之百，决算数等于预算"
         "数。\n"});
}

TEST(TextLayout, RejoinsHardWrappedLines) {
  check({"wrapped",
         "某区绩效管理工作总结\n"
         "\n"
         "一年来我局着力以提升绩效为抓手，以\n\n"
         "目标实现为导向，不断完善管理的体系，\n\n"
         "下面将今年主要工作汇报如下：\n\n"
         "一、主要工作完成情况\n\n"
         "目标编制审核批复工作已全部结束，在\n\n"
         "审核阶段有关股室联合下发了编制方案，\n"
         " 对审核办法进行了明确规定和严格要求，\n\n"
         "进一步完善了 2023\n\n"
         "二是抓好目标编制以目标为切入点，对\n\n"
         "项目立项的必要性和准确性提出建议；\n\n"
         "三是细化分工。\n\n"
         "某某开发区财政局\n\n"
         "2024 年 1月 12 日\n",
         "P 1 某区绩效管理工作总结\n"
         "P 3 "
         "一年来我局着力以提升绩效为抓手，以目标实现为导向，不断完善管理的体系，下面将今年主要工作"
         "汇报如下：\n"
         "P 9 一、主要工作完成情况\n"
         "P 11 "
         "目标编制审核批复工作已全部结束，在审核阶段有关股室联合下发了编制方案，对审核办法进行了明"
         "确规定和严格要求，"
         "进一步完善了 2023\n"
         "P 18 二是抓好目标编制以目标为切入点，对项目立项的必要性和准确性提出建议；\n"
         "P 22 三是细化分工。\n"
         "P 24 某某开发区财政局\n"
         "P 26 2024 年 1月 12 日\n"});
}

TEST(TextLayout, FindsTabbedTables) {
  check({"rows of a table",
         "收入表\n\n单位：万元\n\n项目名称\t甲\t\t\n主管部门\t乙\t\t丙\n\t数量指标\t完成率\t90\n\n"
         "合计见上。\n",
         "P 1 收入表\nP 3 单位：万元\nT tabbed 3\nP 9 合计见上。\n"});
  check({"cell of two lines", "项目\t目标\t值\n甲\t第一\n第二行\t3\n乙\t丙\t4\n", "T tabbed 4\n"});
  check({"a tab at the end is no table", "三、绩效分析\t\n根据体系分析。\n",
         "P 1 三、绩效分析\nP 2 根据体系分析。\n"});
  check({"two words and a tab are prose", "单位名称：某局\t单位：万元\n正文。\n",
         "P 1 单位名称：某局 单位：万元\nP 2 正文。\n"});
  check({"contents", "一、职责\t1\n二、机构\t2\n三、说明\t5\n",
         "L 1 一、职责\t1\nL 2 二、机构\t2\nL 3 三、说明\t5\n"});
}

TEST(TextLayout, FindsWordDumps) {
  check({"table between prose", "表1 机构\n\n\t单位\n\t人数\n\n\t办公室\n\t3\n\n\n（二）支出\n",
         "P 1 表1 机构\nT dump 5\nP 10 （二）支出\n"});
  check({"a note and the number of the next table",
         "\t码\n\t名\n\t数\n\n\t合计\n\t3\n\n注：本表反映收支。\n公开06表\n\n\t名\n\t数\n\n\t甲\n\t"
         "3\n",
         "T dump 6\nP 8 注：本表反映收支。\nP 9 公开06表\nT dump 5\n"});
  check({"label of two lines", "\t一级\n\n指标\n\t数值\n\n\t甲\n\t3\n", "T dump 7\n"});
  check(
      {"indented prose",
       "\t全年坚持以提升财政资金使用绩效为目标推动工作开展，管理水平稳步提升，成效明显好于往年。\n"
       "\t全年坚持以提升财政资金使用绩效为目标推动工作开展，管理水平稳步提升，成效明显好于往年。\n"
       "\t全年坚持以提升财政资金使用绩效为目标推动工作开展，管理水平稳步提升，成效明显好于往年。\n",
       "P 1 "
       "全年坚持以提升财政资金使用绩效为目标推动工作开展，管理水平稳步提升，成效明显好于往年。\n"
       "P 2 "
       "全年坚持以提升财政资金使用绩效为目标推动工作开展，管理水平稳步提升，成效明显好于往年。\n"
       "P 3 "
       "全年坚持以提升财政资金使用绩效为目标推动工作开展，管理水平稳步提升，成效明显好于往年。\n"});
}

TEST(TextLayout, SetsChartsAside) {
  check({"data sheets",
         "正文。\n2022年\t\n收入\t支出\t213.07\t213.07\t2023年\t\n\n支出\n列1\t\n基本\t项目\t0."
         "7\t0.3\t\n",
         "P 1 正文。\nC 2 2022年\nC 3 收入\t支出\t213.07\t213.07\t2023年\nC 5 支出\nC 6 列1\nC 7 "
         "基本\t项目\t0.7\t0.3\n"});
  check({"labels of a picture",
         "[image: image3.emf]1007.4.\n\n97.63%\n\n基本支出\n\n\n（图3：结构图）\n四、说明\n",
         "C 1 1007.4.\nC 3 97.63%\nC 5 基本支出\nP 8 （图3：结构图）\nP 9 四、说明\n"});
}

TEST(TextLayout, SetsContentsAside) {
  check({"leaders", "目  录\n第一部分 概况......1\n第二部分 说明……12\n第一部分 概况\n",
         "L 1 目  录\nL 2 第一部分 概况......1\nL 3 第二部分 说明……12\nP 4 第一部分 概况\n"});
  check({"no page numbers",
         "目录\n第一部分 概况\n一、职责\n第二部分 说明\n第三部分 名词解释\n第一部分  "
         "概况\n一、职责\n负责工作。\n",
         "L 1 目录\nL 2 第一部分 概况\nL 3 一、职责\nL 4 第二部分 说明\nL 5 第三部分 名词解释\n"
         "P 6 第一部分  概况\nP 7 一、职责\nP 8 负责工作。\n"});
}

TEST(TextLayout, KeepsStyle) {
  const TextFlow text = flow_of("标题\n\n\n　　正文。\n\f第二页\n");
  ASSERT_EQ(text.flow.blocks.size(), 3U);
  EXPECT_FALSE(text.flow.blocks[0].style.indented);
  EXPECT_TRUE(text.flow.blocks[1].style.indented);
  EXPECT_EQ(text.flow.blocks[1].style.blank_lines_before, 2);
  EXPECT_TRUE(text.flow.blocks[2].style.starts_page);
}

TEST(TextLayout, EmptyTextHasNoBlocks) {
  EXPECT_TRUE(flow_of("\n \n\t\n").flow.blocks.empty());
}

}  // namespace
}  // namespace gouji
