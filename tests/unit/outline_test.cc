// SPDX-License-Identifier: GPL-3.0-or-later
// Sections and items of short invented texts.
#include "outline/outline.h"

#include <gtest/gtest.h>

#include <map>

#include "layout/page_flow.h"
#include "pattern/pattern_set.h"
#include "source/text_source.h"

namespace gouji {
namespace {

const PatternSet& patterns() {
  static const PatternSet set = PatternSet::load().value();
  return set;
}

struct Read {
  TextFlow text;
  Tables tables;
  Outline outline;
};

Read read(std::string_view source) {
  Read read;
  read.text = layout_text(read_text(source, "test").value(), patterns());
  read.tables.roles.assign(read.text.flow.blocks.size(), TableRole::none);
  for (std::size_t i = 0; i < read.text.regions.size(); ++i) {
    read.tables.grid_of_region.push_back(static_cast<int>(i));
    read.tables.grids.emplace_back();
  }
  read.outline = find_outline(read.text.flow, read.tables, patterns());
  return read;
}

std::string anomaly(const Maybe<std::string>& value) {
  return value ? " !" + *value : "";
}

/// "2 （一） title" for sections (level, marker, title), "- 1. text <parent>" for items; by place.
std::string show(const Outline& outline) {
  std::multimap<std::pair<std::int64_t, int>, std::string> lines;
  for (const Section& s : outline.sections)
    lines.emplace(std::make_pair(s.at.begin, 0), std::to_string(s.level) + " " +
                                                     s.marker.value_or("~") + " " + s.title +
                                                     anomaly(s.anomaly));
  for (const Item& i : outline.items) {
    std::string text = i.text;
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) text[at] = '|';
    lines.emplace(std::make_pair(i.at.begin, 1), "- " + i.marker + " " + text +
                                                     (i.parent ? " <" + *i.parent + ">" : "") +
                                                     anomaly(i.anomaly));
  }
  std::string shown;
  for (const auto& [place, line] : lines) shown += line + "\n";
  return shown;
}

struct Case {
  const char* name;
  const char* text;
  const char* outline;
};

void check(const Case& c) {
  const Read result = read(c.text);
  EXPECT_EQ(show(result.outline), c.outline) << c.name;
  // Owners cover every prose block without gaps, in order.
  std::size_t block = 0, end = 0;
  const auto skip = [&] {
    while (block < result.text.flow.blocks.size() &&
           result.text.flow.blocks[block].kind != BlockKind::paragraph)
      ++block;
  };
  skip();
  for (const Owner& owner : result.outline.owners) {
    ASSERT_EQ(static_cast<std::size_t>(owner.block), block) << c.name;
    EXPECT_EQ(owner.begin, end) << c.name;
    end = owner.end;
    if (end == result.text.flow.blocks[block].text.size()) {
      ++block;
      end = 0;
      skip();
    }
  }
  EXPECT_EQ(block, result.text.flow.blocks.size()) << c.name;
}

TEST(Outline, TellsHeadingsFromItems) {
  check({"levels of official writing",
         "第一部分 概况\n一、职责\n（一）起草文件。\n（二）督促落实。\n二、机构\n本局设三个科室。\n"
         "第二部分 "
         "说明\n一、收支情况\n（一）总体情况\n收入增长。\n（二）结构情况\n支出增长。\n1."
         "教育支出一百元。\n2.其他支出一百元。\n",
         "1 第一部分 概况\n2 一、 职责\n- （一） 起草文件。\n- （二） 督促落实。\n2 二、 机构\n"
         "1 第二部分 说明\n2 一、 收支情况\n3 （一） 总体情况\n3 （二） 结构情况\n- 1. "
         "教育支出一百元。\n"
         "- 2. 其他支出一百元。\n"});
  check(
      {"run-in titles are items",
       "一、收支\n（一）收入情况。全年收入一百元。\n（二）支出情况。全年支出一百元。\n",
       "1 一、 收支\n- （一） 收入情况。全年收入一百元。\n- （二） 支出情况。全年支出一百元。\n"});
  check({"a title with a stop that stands alone above entries of its own",
         "一、分析\n（一）部门项目绩效分析。\n常年项目进展顺利。\n1."
         "项目决策。决策规范。\n（二）结果应用情况。我办及时整改。\n",
         "1 一、 分析\n2 （一） 部门项目绩效分析。\n- 1. 项目决策。决策规范。\n- （二） "
         "结果应用情况。我办及时整改。\n"});
  check({"a title with a stop among entries",
         "一、情况\n（一）公开情况。全年公开十条。\n（二）信息管理情况。\n制定了目录。\n（三）监督"
         "情况。无。\n",
         "1 一、 情况\n- （一） 公开情况。全年公开十条。\n- （二） 信息管理情况。|制定了目录。\n- "
         "（三） 监督情况。无。\n"});
  check({"short sentences of a list",
         "一、问题\n（一）预算精细化不够。\n（二）进度稍滞后。\n二、建议\n（一）加快进度。\n",
         "1 一、 问题\n- （一） 预算精细化不够。\n- （二） 进度稍滞后。\n1 二、 建议\n- （一） "
         "加快进度。\n"});
  check({"a list without stops",
         "一、机构\n本局设：\n1.办公室\n2.财务科\n3.人事科\n二、人员\n编制十人。\n",
         "1 一、 机构\n- 1. 办公室\n- 2. 财务科\n- 3. 人事科\n1 二、 人员\n"});
  check({"list of schedules", "第五部分 附表\n一、收入支出决算总表\n二、收入决算表\n",
         "1 第五部分 附表\n"});
  check({"short headings of the third level",
         "一、情况\n1.目标制定\n目标编制完整。\n2.目标完成\n目标全部完成。\n",
         "1 一、 情况\n2 1. 目标制定\n2 2. 目标完成\n"});
  check({"articles",
         "第一章 总则\n第一条 为加强管理，制定本办法。\n第二条 本办法自印发之日起施行。\n",
         "1 第一章 总则\n- 第一条 为加强管理，制定本办法。\n- 第二条 本办法自印发之日起施行。\n"});
}

TEST(Outline, TitleOnTheNextLine) {
  check({"annex",
         "一、情况\n正文一句话。\n附件1\n某某部门绩效评价报告\n（报告范围包括机关）\n一、基本情况\n"
         "设两个科。\n附件2\n项目报告\n一、概况\n无。\n",
         "1 一、 情况\n1 附件1 某某部门绩效评价报告\n2 一、 基本情况\n1 附件2 项目报告\n2 一、 "
         "概况\n"});
  check({"part",
         "第一部分\n部门概况\n一、职责\n负责工作。\n第二部分\n名词解释\n1.收入：指取得的资金。\n",
         "1 第一部分 部门概况\n2 一、 职责\n1 第二部分 名词解释\n- 1. 收入：指取得的资金。\n"});
  check({"annexes of a part that is called so",
         "第三部分 说明\n一、情况\n增长。\n第四部分 "
         "附件\n附件1\n评价报告\n一、概况\n无。\n第五部分 附表\n一、收入决算表\n",
         "1 第三部分 说明\n2 一、 情况\n1 第四部分 附件\n2 附件1 评价报告\n3 一、 概况\n1 第五部分 "
         "附表\n- 一、 收入决算表\n"});
  check({"parts go on behind an annex",
         "第一部分 甲\n一、情况\n增长。\n附件1 乙\n一、概况\n无。\n第二部分 丙\n一、情况\n增长。\n",
         "1 第一部分 甲\n2 一、 情况\n1 附件1 乙\n2 一、 概况\n1 第二部分 丙\n2 一、 情况\n"});
  check({"annexes named above a signature",
         "一、情况\n正文一句话。\n附件：1.自评表\n2.目标表\n某某市财政局\n2024年5月13日\n",
         "1 一、 情况\n"});
}

TEST(Outline, SubItems) {
  check({"in words inside an item",
         "一、工作\n1.全过程管理。一是把好准入关。二是把好编制关，三是开展自评。\n2.加强培训。\n",
         "1 一、 工作\n- 1. 全过程管理。一是把好准入关。二是把好编制关，三是开展自评。\n- 一是 "
         "把好准入关。 <i1>\n"
         "- 二是 把好编制关， <i1>\n- 三是 开展自评。 <i1>\n- 2. 加强培训。\n"});
  check({"in words, paragraph by paragraph",
         "一、工作\n全年情况良好。\n一是加强制度建设；\n二是拓展广度。\n",
         "1 一、 工作\n- 一是 加强制度建设；\n- 二是 拓展广度。\n"});
  check({"behind a noun", "一、问题\n支出下降，主要原因一是人员减少，二是项目减少。\n",
         "1 一、 问题\n- 一是 人员减少，\n- 二是 项目减少。\n"});
  check({"numbers run on", "一、措施\n1.增强意识；2.加快进度；3.加强培训。\n",
         "1 一、 措施\n- 1. 增强意识；\n- 2. 加快进度；\n- 3. 加强培训。\n"});
  check({"circled numbers inside", "一、措施\n（1）主要包括：①办公费；②印刷费。\n（2）其他。\n",
         "1 一、 措施\n- （1） 主要包括：①办公费；②印刷费。\n- ① 办公费； <i1>\n- ② 印刷费。 "
         "<i1>\n- （2） 其他。\n"});
  check({"paragraphs that follow belong to the item",
         "（一）“三公”经费情况\n1.购置费支出0万元。\n其中：购置车辆0辆。\n（图1：结构图）\n2."
         "接待费支出1万元。\n",
         "1 （一） “三公”经费情况\n- 1. 购置费支出0万元。|其中：购置车辆0辆。\n- 2. "
         "接待费支出1万元。\n"});
  check({"deeper entries belong to it too",
         "一、职责\n1.主要负责以下工作，内容较多，分述如下。\n（1）督促工作。\n（2）其他工作。\n",
         "1 一、 职责\n- 1. "
         "主要负责以下工作，内容较多，分述如下。|（1）督促工作。|（2）其他工作。\n- （1） "
         "督促工作。 <i1>\n"
         "- （2） 其他工作。 <i1>\n"});
  check({"a signature ends the last item",
         "一、工作\n四是强化运用。\n某某开发区财政局\n2024 年 1月 12 日\n",
         "1 一、 工作\n- 四是 强化运用。\n"});
  check({"amounts and dates are no markers",
         "一、收入\n全年收入情况如下：1.5万元来自甲，2.5万元来自乙，12.31日结清。统一是前提。\n",
         "1 一、 收入\n"});
}

TEST(Outline, Anomalies) {
  check({"duplicates", "一、甲\n增长一句。\n二、乙\n一是甲；二是乙；二是丙。\n二、丙\n增长一句。\n",
         "1 一、 甲\n1 二、 乙\n- 一是 甲；\n- 二是 乙；\n- 二是 丙。 !duplicate\n1 二、 丙 "
         "!duplicate\n"});
  check({"a gap and one out of order", "一、甲\n1.甲。\n3.乙。\n2.丙。\n4.丁。\n",
         "1 一、 甲\n- 1. 甲。\n- 3. 乙。 !gap\n- 2. 丙。 !out_of_order\n- 4. 丁。\n"});
  check({"a new parent starts anew", "一、甲\n1.甲。\n2.乙。\n二、乙\n1.甲。\n",
         "1 一、 甲\n- 1. 甲。\n- 2. 乙。\n1 二、 乙\n- 1. 甲。\n"});
  check({"a list whose first numbers were lost", "一、甲\n3.甲。\n4.乙。\n",
         "1 一、 甲\n- 3. 甲。\n- 4. 乙。\n"});
  check(
      {"an Arabic number in a Chinese series",
       "七、甲\n增长一句。\n八、乙\n增长一句。\n9、 丙\n增长一句。\n十、丁\n（一）戊\n增长一句。\n",
       "1 七、 甲\n1 八、 乙\n1 9、 丙\n1 十、 丁\n2 （一） 戊\n"});
}

TEST(Outline, HeadingsWithoutMarker) {
  check({"lost numbers",
         "第一部分 概况\n部门职责\n（1）督促工作。\n二、机构设置\n设两个科。\n第二部分 "
         "说明\n收入决算情况说明\n收入一百元。\n"
         "支出决算情况说明\n支出一百元。\n三、拨款情况说明\n拨款一百元。\n其他重要事项的情况说明\n"
         "（一）运行经费情况\n支出一元。\n"
         "名词解释\n1.收入：指资金。\n第四部分 附件\n附件1\n报告\n一、概况\n无。\n",
         "1 第一部分 概况\n2 ~ 部门职责\n- （1） 督促工作。\n2 二、 机构设置\n1 第二部分 说明\n2 ~ "
         "收入决算情况说明\n"
         "2 ~ 支出决算情况说明\n2 三、 拨款情况说明\n2 ~ 其他重要事项的情况说明\n3 （一） "
         "运行经费情况\n1 ~ 名词解释\n"
         "- 1. 收入：指资金。\n1 第四部分 附件\n2 附件1 报告\n3 一、 概况\n"});
  check({"what the contents page lists",
         "目录\n单位往来……1\n附属资料……3\n单位往来\n往来增长，情况良好。\n附属资料\n资料齐全，情况"
         "良好。\n",
         "1 ~ 单位往来\n1 ~ 附属资料\n"});
  check({"the title is no section",
         "某区2023年工作总结\n现将情况报告如下：\n一、主要工作\n增长一句。\n",
         "1 一、 主要工作\n"});
}

TEST(Outline, SectionOfTables) {
  const Read result =
      read("一、收入\n见表。\n甲\t乙\t丙\n1\t2\t3\n二、支出\n见表。\n甲\t乙\t丙\n1\t2\t3\n");
  EXPECT_EQ(result.outline.section_of_grid, (std::vector<int>{0, 1}));
}

TEST(Outline, NothingToFind) {
  check({"empty", "", ""});
  check({"prose only", "本年收入增长，情况良好。\n", ""});
}

}  // namespace
}  // namespace gouji
