// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "figure/figures.h"

namespace gouji {
namespace {

const PatternSet& patterns() {
  static const auto loaded = PatternSet::load();
  return *loaded;
}

const FigureScanner& scanner() {
  static const FigureScanner instance(patterns());
  return instance;
}

LocatedText located(std::u32string_view chars, std::uint32_t line) {
  LocatedText text;
  for (std::size_t i = 0; i < chars.size(); ++i) {
    const auto at = static_cast<std::int32_t>(i);
    text.push_back(chars[i], {line, at, at + 1});
  }
  return text;
}

/// A small document under construction.
struct Document {
  Flow flow;
  Tables tables;
  Outline outline;

  Document& section(const char* title) {
    Section section;
    section.id = fmt::format("s{}", outline.sections.size() + 1);
    section.title = title;
    outline.sections.push_back(section);
    return prose(title, -1, true);
  }
  Document& item(std::string_view text) {
    Item item;
    item.id = fmt::format("i{}", outline.items.size() + 1);
    outline.items.push_back(item);
    return prose(text, static_cast<int>(outline.items.size()) - 1);
  }
  Document& prose(std::string_view text, int item = -1, bool heading = false) {
    Block& block = add(BlockKind::paragraph, text);
    Owner owner;
    owner.block = static_cast<std::int32_t>(flow.blocks.size()) - 1;
    owner.end = static_cast<std::uint32_t>(block.text.size());
    owner.section = static_cast<int>(outline.sections.size()) - 1;
    owner.item = item;
    owner.heading = heading;
    outline.owners.push_back(owner);
    return *this;
  }
  Block& add(BlockKind kind, std::string_view text) {
    Block block;
    block.kind = kind;
    PrintLine line;
    line.unit = static_cast<std::int32_t>(flow.blocks.size()) + 1;
    block.text = located(from_utf8(text), flow.lines.add(line));
    flow.blocks.push_back(std::move(block));
    tables.roles.push_back(TableRole::none);
    return flow.blocks.back();
  }
  /// `rows` by '\n', cells by '|'; the first `header_rows` are the header.
  Document& table(std::string_view rows, const char* unit, int header_rows = 1,
                  const char* kind = "generic") {
    Grid grid;
    grid.header_rows = header_rows;
    grid.kind = kind;
    if (*unit != '\0') grid.unit = unit;
    int row = 0;
    while (!rows.empty()) {
      std::string_view line = rows.substr(0, rows.find('\n'));
      rows.remove_prefix(std::min(line.size() + 1, rows.size()));
      int column = 0;
      for (bool more = true; more;) {
        const std::size_t bar = line.find('|');
        more = bar != std::string_view::npos;
        GridCell cell;
        cell.row = row;
        cell.column = column++;
        cell.text = located(from_utf8(line.substr(0, bar)), 0);
        grid.cells.push_back(std::move(cell));
        if (more) line.remove_prefix(bar + 1);
      }
      grid.columns = std::max(grid.columns, column);
      ++row;
    }
    grid.rows = row;
    Block& block = add(BlockKind::table, "");
    block.region = static_cast<int>(tables.grid_of_region.size());
    tables.grid_of_region.push_back(static_cast<int>(tables.grids.size()));
    tables.grids.push_back(std::move(grid));
    return *this;
  }
  Figures find() const { return find_figures(flow, tables, outline, patterns(), scanner()); }
};

/// "id text | subject | year | in", one a line.
std::string show(const Figures& figures) {
  std::string result;
  for (const Figure& figure : figures.figures) {
    result +=
        fmt::format("{} {} | {} | {} | {}\n", figure.id, figure.text, figure.subject.value_or("-"),
                    figure.year.value_or(0), figure.in.value_or("-"));
  }
  return result;
}

TEST(FindFigures, SubjectsAndYearsOfAnIncomeParagraph) {
  Document document;
  document.section("一、收入决算情况说明")
      .prose(
          "2023年度本年收入合计226.23万元，其中：一般公共预算财政拨款收入193.15万元，占85.38%；"
          "其他收入33.08万元，占15.62%。");
  EXPECT_EQ(show(document.find()),
            "f1 226.23万元 | 本年收入合计 | 2023 | s1\n"
            "f2 193.15万元 | 一般公共预算财政拨款收入 | 2023 | s1\n"
            "f3 85.38% | 一般公共预算财政拨款收入占本年收入合计 | 2023 | s1\n"
            "f4 33.08万元 | 其他收入 | 2023 | s1\n"
            "f5 15.62% | 其他收入占本年收入合计 | 2023 | s1\n");
}

TEST(FindFigures, ChangesTakeTheLabelOfWhatChanged) {
  Document document;
  document
      .prose(
          "2023年度收、支总计均为226.23万元。与2022年度相比，收、支总计各增加13.16万元，增长6.18%"
          "。")
      .prose("公务接待费支出0.99万元，完成预算100%，比2022年减少0.71万元，下降25.57%。");
  EXPECT_EQ(show(document.find()),
            "f1 226.23万元 | 收、支总计 | 2023 | -\n"
            "f2 13.16万元 | 收、支总计增加 | 2023 | -\n"
            "f3 6.18% | 收、支总计增长率 | 2023 | -\n"
            "f4 0.99万元 | 公务接待费支出 | 0 | -\n"
            "f5 100% | 公务接待费支出完成预算 | 0 | -\n"
            "f6 0.71万元 | 公务接待费支出减少 | 0 | -\n"
            "f7 25.57% | 公务接待费支出下降率 | 0 | -\n");
}

TEST(FindFigures, CountsTakeTheNounBehindThem) {
  Document document;
  document.section("2023年工作总结")
      .item("对1007个项目开展了评估，选取3—5家单位。")
      .item("下属预算单位2个。");
  EXPECT_EQ(show(document.find()),
            "f1 1007个 | 项目 | 2023 | i1\n"
            "f2 3 | 单位 | 2023 | i1\n"
            "f3 5家 | 单位 | 2023 | i1\n"
            "f4 2个 | 下属预算单位 | 2023 | i2\n");
  const Figures figures = document.find();
  EXPECT_EQ(figures.figures[1].range, "f3");
  EXPECT_EQ(figures.figures[2].range, "f2");
  EXPECT_EQ(figures.of_item, (std::vector<std::vector<int>>{{0, 1, 2}, {3}}));
}

TEST(FindFigures, RelativeYears) {
  Document document;
  document.section("2023年部门决算").prose("上年支出10万元，本年支出12万元。2022年支出9万元。");
  EXPECT_EQ(show(document.find()),
            "f1 10万元 | 支出 | 2022 | s1\n"
            "f2 12万元 | 本年支出 | 2023 | s1\n"
            "f3 9万元 | 支出 | 2022 | s1\n");
}

/// The subjects of one paragraph, parted by " / ".
std::string subjects(std::string_view prose) {
  Document document;
  document.prose(prose);
  std::string result;
  for (const Figure& figure : document.find().figures)
    result += (result.empty() ? "" : " / ") + figure.subject.value_or("-");
  return result;
}

TEST(FindFigures, SubjectsThatTheTextOnlyHintsAt) {
  const std::pair<const char*, const char*> cases[] = {
      {"“三公”经费支出预算为4.20万元，支出决算为3.07万元，完成预算的73.10%，下降12.78%。",
       "“三公”经费支出预算 / “三公”经费支出决算 / “三公”经费支出决算完成预算 / "
       "“三公”经费支出决算下降率"},
      {"其中评为优的198个、良的113个、差的7个。", "评为优 / 评为良 / 评为差"},
      {"三次产业比重分别为12.0%、39.6%和48.4%。", "三次产业比重 / 三次产业比重 / 三次产业比重"},
      {"肉类总产量21.07万吨，其中猪肉14.85万吨，约占七成。",
       "肉类总产量 / 猪肉 / 猪肉占肉类总产量"},
      {"制造业增加值占工业的14.3%，提高1.1个百分点。",
       "制造业增加值占工业 / 制造业增加值占工业提高"},
      {"一次通过率由上年的61.5%提高到78.3%，提高16.8个百分点。",
       "一次通过率 / 一次通过率 / 一次通过率提高"},
      {"考核范围扩大到7个县（区）和14个乡镇（街道）分馆。", "县（区） / 乡镇（街道）分馆"},
      {"46个项目由股室核查，402个项目实行监控，11个项目因评价结果压减预算。", "项目 / 项目 / 项目"},
      {"评价组由11人组成。", "评价组"},
      {"年末编制36人，实有34人。", "编制 / 实有"},
      {"三分之一以上的联络员参与评价。", "联络员占比"},
      {"定性指标占比仍有31.5%，比全省平均水平高4.2个百分点。",
       "定性指标占比 / 定性指标占比比全省平均水平高"},
      {"对整改不到位的，按不低于10%的比例核减预算。", "核减预算比例"},
  };
  for (const auto& [prose, expected] : cases) EXPECT_EQ(subjects(prose), expected) << prose;
}

TEST(FindFigures, YearsOfWhatIsComparedWith) {
  Document document;
  document.section("2023年工作总结")
      .prose("合格率由上年的61.5%提高。组织对2022年度812个项目自评。");
  EXPECT_EQ(show(document.find()),
            "f1 61.5% | 合格率 | 2022 | s1\n"
            "f2 812个 | 项目自评 | 2022 | s1\n");
}

std::string cells(const Figures& figures) {
  std::string result;
  for (const Figure& figure : figures.figures)
    result += fmt::format("{} {} {}{} {}\n", figure.in.value_or("-"), figure.value,
                          figure.normalized.value, figure.normalized.unit.value_or(""),
                          figure.subject.value_or("-"));
  return result;
}

TEST(FindFigures, CellsTakeUnitsFromTableColumnAndRow) {
  Document document;
  document.prose("共5家。")
      .table(
          "项目|预算数|决算数|占比（%）\n"
          "基本支出|1,007.40|10|99.5\n"
          "公务用车（辆）|0|2|-\n"
          "执行率|100%|98|",
          "万元")
      .prose("共6家。");
  const Figures figures = document.find();
  EXPECT_EQ(cells(figures),
            "- 5 5家 -\n"
            "t1/r1c1 1007.40 10074000元 基本支出 预算数\n"
            "t1/r1c2 10 100000元 基本支出 决算数\n"
            "t1/r1c3 99.5 99.5% 基本支出 占比（%）\n"
            "t1/r2c1 0 0辆 公务用车（辆） 预算数\n"
            "t1/r2c2 2 2辆 公务用车（辆） 决算数\n"
            "t1/r3c1 100 100% 执行率 预算数\n"
            "t1/r3c2 98 98% 执行率 决算数\n"
            "- 6 6家 -\n");
  EXPECT_EQ(figures.of_cell.size(), 1u);
  EXPECT_EQ(figures.of_cell[0][5], 1);
  EXPECT_EQ(figures.of_cell[0][4], -1);
}

TEST(FindFigures, CodesAndRunningNumbersAreNone) {
  Document with_header;
  with_header.table("科目编码|科目名称|合计\n201|一般公共服务支出|5\n20101|人大事务|5", "万元");
  EXPECT_EQ(with_header.find().figures.size(), 2u);
  Document without_header;
  without_header.table("甲|乙|丙\n201|一般公共服务支出|5\n20101|人大事务|4\n2010101|行政运行|4",
                       "万元");
  EXPECT_EQ(without_header.find().figures.size(), 3u);
  Document running;
  running.table("甲|乙|丙\n1|一般公共服务支出|5\n2|人大事务|4\n3|行政运行|4", "万元");
  EXPECT_EQ(running.find().figures.size(), 3u);
  Document line_numbers;
  line_numbers.table("项目|金额\n栏次|1\n基本支出|5", "万元");
  EXPECT_EQ(line_numbers.find().figures.size(), 1u);
}

TEST(FindFigures, UnitsInAColumnOfTheirOwn) {
  Document document;
  document.table("产品|单位|产量|比上年增长（%）\n水泥|万吨|5.2|-3.3\n股票代码|-|002821|", "");
  EXPECT_EQ(cells(document.find()),
            "t1/r1c2 5.2 52000吨 水泥 产量\n"
            "t1/r1c3 -3.3 -3.3% 水泥 比上年增长（%）\n");
}

TEST(FindFigures, BothHalvesOfASummaryAreLabelled) {
  Document document;
  document.table("收入|决算数|支出|决算数\n财政拨款|5|一般公共服务|4", "元");
  EXPECT_EQ(cells(document.find()),
            "t1/r1c1 5 5元 财政拨款 决算数\n"
            "t1/r1c3 4 4元 一般公共服务 决算数\n");
}

TEST(FindFigures, PerformanceFormsAreNotInTheTablesMoney) {
  Document document;
  document.table("指标|指标值\n培训次数|≥12\n年度资金总额（万元）|50", "万元", 1,
                 "performance_target");
  EXPECT_EQ(cells(document.find()),
            "t1/r1c1 12 12 培训次数 指标值\n"
            "t1/r2c1 50 500000元 年度资金总额（万元） 指标值\n");
}

TEST(FindFigures, ChartsAndFurniture) {
  Document document;
  document.add(BlockKind::chart, "基本支出\t166.46\t73.58%");
  document.add(BlockKind::furniture, "第5页 共10家");
  document.add(BlockKind::note, "共3家");
  EXPECT_EQ(show(document.find()),
            "f1 166.46 | - | 0 | chart\n"
            "f2 73.58% | - | 0 | chart\n"
            "f3 3家 | - | 0 | -\n");
}

}  // namespace
}  // namespace gouji
