// SPDX-License-Identifier: GPL-3.0-or-later
// Sections, items and titles of pages, where type tells what numbers do not.
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "outline/outline.h"
#include "pattern/pattern_set.h"

namespace gouji {
namespace {

const PatternSet& patterns() {
  static const PatternSet set = PatternSet::load().value();
  return set;
}

/// A flow of pages: paragraphs with their type.
class FlowBuilder {
 public:
  explicit FlowBuilder(float body_size) {
    flow_.lines.source = PrintLines::Source::pdf;
    flow_.body_size = body_size;
  }
  FlowBuilder& page() {
    ++page_;
    starts_page_ = true;
    return *this;
  }
  FlowBuilder& line(float size, const char* style, std::string_view text) {
    const std::string_view marks = style;
    top_ += 2000;
    const std::uint32_t index = flow_.lines.add({page_, top_, top_ + 1000});
    Block block;
    int x = 7000;
    for (char32_t c : from_utf8(text)) {
      block.text.push_back(c, {index, x, x + 1000});
      x += 1000;
    }
    block.style.size = size;
    block.style.bold = marks.find('b') != std::string_view::npos;
    block.style.centred = marks.find('c') != std::string_view::npos;
    block.style.starts_page = starts_page_;
    starts_page_ = false;
    flow_.blocks.push_back(std::move(block));
    return *this;
  }
  FlowBuilder& text(std::string_view text) { return line(flow_.body_size, "", text); }

  const Flow& flow() const { return flow_; }
  Tables tables() const {
    Tables tables;
    tables.roles.assign(flow_.blocks.size(), TableRole::none);
    return tables;
  }
  Outline outline() const { return find_outline(flow_, tables(), patterns()); }
  DocumentInfo document() const {
    return describe_document(flow_, tables(), outline(), patterns());
  }

 private:
  Flow flow_;
  int page_ = 1, top_ = 0;
  bool starts_page_ = true;
};

std::string show(const Outline& outline) {
  std::string shown;
  for (const Section& s : outline.sections)
    shown += std::to_string(s.level) + " " + s.marker.value_or("~") + " " + s.title +
             (s.anomaly ? " !" + *s.anomaly : "") + "\n";
  for (const Item& i : outline.items) shown += "- " + i.marker + " " + i.text + "\n";
  return shown;
}

TEST(OutlineOfPages, HeadingsByType) {
  FlowBuilder pages(16);
  pages.line(36, "cb", "某某局2025年部门预算").page();
  pages.line(22, "cb", "某某局主要职能").text("本局负责有关工作，承担下列职责。");
  pages.page().line(22, "cb", "名词解释").text("（一）收入：指取得的资金。");
  pages.page().line(22, "cb", "其他说明").text("一、绩效目标").text("全部项目已设置目标。");
  EXPECT_EQ(show(pages.outline()),
            "1 ~ 某某局主要职能\n1 ~ 名词解释\n1 ~ 其他说明\n2 一、 绩效目标\n"
            "- （一） 收入：指取得的资金。\n");
}

TEST(OutlineOfPages, LargerTypeIsOutside) {
  FlowBuilder pages(16);
  pages.line(36, "", "2018年预算执行情况").page().line(26, "", "预算执行情况").page();
  pages.line(22, "c", "收入情况的说明").text("全年收入增长，完成预算。");
  pages.page().line(22, "c", "支出情况的说明").text("全年支出增长，完成预算。");
  pages.page()
      .line(26, "", "债务情况")
      .page()
      .line(22, "c", "债务余额的说明")
      .text("余额在限额以内，风险可控。");
  EXPECT_EQ(show(pages.outline()),
            "1 ~ 预算执行情况\n2 ~ 收入情况的说明\n2 ~ 支出情况的说明\n1 ~ 债务情况\n2 ~ "
            "债务余额的说明\n");
}

TEST(OutlineOfPages, TitleOfAPartOverSeveralLines) {
  FlowBuilder pages(15);
  pages.text("正文一句，情况良好。");
  pages.page().line(20, "cb", "第三部分").line(20, "cb", "某某局").line(20, "cb", "决算情况说明");
  pages.text("一、收入").text("收入增长，情况良好。");
  EXPECT_EQ(show(pages.outline()), "1 第三部分 某某局决算情况说明\n2 一、 收入\n");
}

TEST(OutlineOfPages, LostPartBetweenTwo) {
  FlowBuilder pages(15);
  pages.text("第一部分 概况").text("一、职能").text("负责有关工作，承担职责。");
  pages.page().line(15, "c", "某某局2024年度决算表").text("本表反映收支，单位为万元。");
  pages.page().text("第三部分 说明").text("一、收入").text("收入增长，情况良好。");
  EXPECT_EQ(
      show(pages.outline()),
      "1 第一部分 概况\n2 一、 职能\n1 ~ 某某局2024年度决算表\n1 第三部分 说明\n2 一、 收入\n");
}

TEST(OutlineOfPages, FootnotesAreNoItems) {
  FlowBuilder pages(16);
  pages.text("1.全市情况").text("收入①增长，支出②下降。");
  pages.line(12, "", "①收入：指取得的资金。").line(12, "", "②支出：指使用的资金。");
  pages.text("2.市级情况").text("收入增长，情况良好。");
  EXPECT_EQ(show(pages.outline()).find("- ① "), std::string::npos);
  EXPECT_EQ(pages.outline().sections.size(), 2U);
}

TEST(OutlineOfPages, ListsNestedAgainstTheUsualOrder) {
  FlowBuilder pages(12);
  pages.text("二、公司情况").text("1、简介").text("公司成立较早，发展良好。").text("2、业务");
  pages.text("（一）服务")
      .text("服务增长，情况良好。")
      .text("（二）产品")
      .text("产品增长，情况良好。");
  pages.text("3、指标").text("指标完成，情况良好。");
  EXPECT_EQ(show(pages.outline()),
            "1 二、 公司情况\n2 1、 简介\n2 2、 业务\n3 （一） 服务\n3 （二） 产品\n2 3、 指标\n");
}

TEST(DocumentOfPages, Covers) {
  FlowBuilder same(15);
  same.line(36, "b", "某某区规划局").line(36, "b", "2024年度部门决算").page().text("第一部分 概况");
  EXPECT_EQ(same.document().title, "某某区规划局2024年度部门决算");
  EXPECT_EQ(same.document().issuer, "某某区规划局");

  FlowBuilder label(12);
  label.line(36, "bc", "某某区2024年区级部门预算").line(18, "c", "预算主管部门：某某区商务委员会");
  label.page().line(20, "cb", "主要职能").text("负责有关工作，承担职责。");
  EXPECT_EQ(label.document().title, "某某区2024年区级部门预算");
  EXPECT_EQ(label.document().issuer, "某某区商务委员会");
  EXPECT_EQ(show(label.outline()), "1 ~ 主要职能\n");

  FlowBuilder corner(16);
  corner.line(14, "", "某市九届人大").line(14, "", "（4）").line(14, "", "六次会议文件");
  corner.line(20, "c", "关于某市2025年预算执行情况和2026年预算草案的报告")
      .line(16, "c", "某市财政局");
  corner.text("各位代表：")
      .text("现将有关情况报告如下，请予审议。")
      .text("一、执行情况")
      .text("收入增长，情况良好。");
  EXPECT_EQ(corner.document().title, "关于某市2025年预算执行情况和2026年预算草案的报告");
  EXPECT_EQ(corner.document().issuer, "某市财政局");
  EXPECT_EQ(corner.document().fiscal_years, (std::vector<int>{2025, 2026}));

  FlowBuilder names(16);
  names.line(14, "c", "某州统计局").line(14, "c", "2024年5月7日").text("全年发展良好，成效明显。");
  EXPECT_EQ(names.document().title, std::nullopt);
  EXPECT_EQ(names.document().signed_by, "某州统计局");
  EXPECT_EQ(names.document().issued_on, "2024-05-07");
}

}  // namespace
}  // namespace gouji
