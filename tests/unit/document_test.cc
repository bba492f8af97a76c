// SPDX-License-Identifier: GPL-3.0-or-later
// What a document is: title, kind, issuer, years, date, signature, cites.
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "layout/page_flow.h"
#include "outline/outline.h"
#include "pattern/pattern_set.h"
#include "source/text_source.h"

namespace gouji {
namespace {

const PatternSet& patterns() {
  static const PatternSet set = PatternSet::load().value();
  return set;
}

DocumentInfo describe(std::string_view source, Tables tables = {}) {
  TextFlow text = layout_text(read_text(source, "test").value(), patterns());
  tables.roles.assign(text.flow.blocks.size(), TableRole::none);
  tables.grid_of_region.assign(text.regions.size(), -1);
  const Outline outline = find_outline(text.flow, tables, patterns());
  return describe_document(text.flow, tables, outline, patterns());
}

TEST(Document, Title) {
  const struct {
    const char *text, *title;
  } kCases[] = {
      {"某区 2023 年绩效管理工作情况 及 2024 年工作计划\n\n现将情况报告如下：\n一、总结\n增长。\n",
       "某区 2023 年绩效管理工作情况 及 2024 年工作计划"},
      {"关于某市2024年预算执行情况和\n2025年预算草案的报告\n——2025年1月在某会议上\n某市财政局\n各位"
       "代表：\n报告如下。\n",
       "关于某市2024年预算执行情况和2025年预算草案的报告"},
      {"某市2023年绩效管理工作总结\n\n及2024年工作安排\n\n现将情况报告如下：\n",
       "某市2023年绩效管理工作总结及2024年工作安排"},
      {"第一部分 部门概况\n一、职责\n负责工作。\n", ""},
      {"部门职责\n（1）负责工作。\n", ""},
      {"", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(describe(c.text).title.value_or(""), c.title) << c.text;
}

TEST(Document, KindAndYears) {
  const struct {
    const char *text, *kind;
    std::vector<int> years;
  } kCases[] = {
      {"某市2022年预算绩效管理工作开展情况及2023年工作计划\n正文一句。\n",
       "performance_report",
       {2022, 2023}},
      {"某县2022年绩效管理工作总结\n正文一句，情况良好。\n一、2023年工作计划\n加强管理，提高绩效。"
       "\n",
       "performance_report",
       {2022, 2023}},
      {"第一部分 概况\n一、职责\n负责。\n第二部分 2023年度部门决算情况说明\n一、收入\n增长。\n",
       "final_accounts",
       {2023}},
      {"某市2023年国民经济和社会发展统计公报\n正文一句。\n", "statistical_communique", {2023}},
      {"某区政府信息公开工作年度报告（2023年）\n正文一句。\n", "disclosure_report", {2023}},
      {"某某局2025年部门预算\n正文一句。\n", "budget", {2025}},
      {"二〇二三年工作总结\n正文一句。\n", "work_report", {2023}},
      {"项目支出绩效评价报告\n正文一句。\n", "self_evaluation", {}},
      {"正文一句。\n", "other", {}},
  };
  for (const auto& c : kCases) {
    const DocumentInfo info = describe(c.text);
    EXPECT_EQ(info.kind, c.kind) << c.text;
    EXPECT_EQ(info.fiscal_years, c.years) << c.text;
  }
}

TEST(Document, SignatureAndIssuer) {
  const struct {
    const char *text, *issuer, *signed_by, *date;
  } kCases[] = {
      {"某区工作总结\n正文一句，情况良好。\n某某开发区财政局绩效股\n2024 年 1月 12 日\n",
       "某某开发区财政局绩效股", "某某开发区财政局绩效股", "2024-01-12"},
      {"某区工作总结\n正文一句，情况良好。\n某 某 市 财 政 局\n二〇二四年一月十二日\n",
       "某 某 市 财 政 局", "某 某 市 财 政 局", "2024-01-12"},
      {"某某区规划局2024年度部门决算\n正文一句。\n", "某某区规划局", "", ""},
      {"某区工作总结\n正文一句，情况良好。\n截至2024年1月12日\n", "", "", ""},
      {"某区工作总结\n正文一句，情况良好。\n2024年13月12日\n", "", "", ""},
  };
  for (const auto& c : kCases) {
    const DocumentInfo info = describe(c.text);
    EXPECT_EQ(info.issuer.value_or(""), c.issuer) << c.text;
    EXPECT_EQ(info.signed_by.value_or(""), c.signed_by) << c.text;
    EXPECT_EQ(info.issued_on.value_or(""), c.date) << c.text;
  }
}

LocatedText cell_text(std::string_view text) {
  LocatedText located;
  for (char32_t c : from_utf8(text)) located.push_back(c, {});
  return located;
}

Tables table_with(std::vector<std::pair<const char*, const char*>> rows) {
  Tables tables;
  Grid grid;
  grid.columns = 2;
  for (const auto& [label, value] : rows) {
    grid.cells.push_back({grid.rows, 0, 1, 1, cell_text(label), {}});
    grid.cells.push_back({grid.rows++, 1, 1, 1, cell_text(value), {}});
  }
  tables.grids.push_back(grid);
  return tables;
}

TEST(Document, IssuerOfTablesOnlyWhenTheyAgree) {
  const char* text = "第一部分 概况\n一、职责\n负责。\n";
  EXPECT_EQ(describe(text, table_with({{"主管部门", "某某区绩效管理办公室部门"},
                                       {"实施单位 （盖章）", "某某区绩效管理办公室"}}))
                .issuer.value_or(""),
            "某某区绩效管理办公室");
  EXPECT_EQ(
      describe(text, table_with({{"主管部门", "某某区财政局-"}, {"实施单位", "某某区统计局-"}}))
          .issuer,
      std::nullopt);
}

TEST(Document, Cites) {
  const struct {
    const char *text, *cites;
  } kCases[] = {
      {"为贯彻《关于改革的意见》（国发〔2021〕5号）、《实施 意见》（某委发〔2019〕17号）精神。\n",
       "国发〔2021〕5号=关于改革的意见; 某委发〔2019〕17号=实施 意见; "},
      {"根据《某办公室编制规定》的通知（某委办[2020]57号文件），申请立项。\n",
       "某委办[2020]57号=某办公室编制规定; "},
      {"根据《信息公开条例》（国令第711号）编制，以下简称《条例》。见《收支总表》。\n",
       "国令第711号=信息公开条例; "},
      {"按照财预（2020）10号文件要求，执行国务院令第722号。\n",
       "财预（2020）10号=; 国务院令第722号=; "},
      {"报告《政府工作报告》落实情况。再次报告《政府工作报告》。\n", "=政府工作报告; "},
      {"依据财预〔2020〕10号《管理办法》执行。\n", "财预〔2020〕10号=管理办法; "},
      {"2021年5号楼建成。\n", ""},
  };
  for (const auto& c : kCases) {
    std::string shown;
    for (const Cite& cite : describe(c.text).cites)
      shown += cite.number.value_or("") + "=" + cite.title.value_or("") + "; ";
    EXPECT_EQ(shown, c.cites) << c.text;
  }
}

}  // namespace
}  // namespace gouji
