// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that the page end broke: the halves of one row, and rows that only look so.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/laid_out.h"

namespace gouji {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing_support::lay_out;
using testing_support::rows_of;
using Cells = std::vector<std::vector<std::string>>;

/// The rows of the one table that stands at the foot of the first page and goes on at the head of
/// the second; print of 9 points, which leaves a word of n hanzi 5.4 points in a cell 9n + 10.8
/// wide.
std::vector<std::string> joined(const std::vector<float>& widths, const Cells& first,
                                const Cells& second) {
  std::vector<Page> pages;
  int number = 0;
  for (const Cells* cells : {&first, &second}) {
    const std::vector<float> heights(cells->size(), 24);
    ++number;
    pages.push_back(PageBuilder(595, 842, number)
                        .size(9)
                        .grid(60, number == 1 ? 600.0F : 72.0F, widths, heights, *cells)
                        .build());
  }
  const auto laid_out = lay_out(pages);
  EXPECT_EQ(laid_out.tables.grids.size(), 1U);
  return laid_out.tables.grids.empty() ? std::vector<std::string>()
                                       : rows_of(laid_out.tables.grids[0]);
}

TEST(BrokenRows, ALabelOfAnyLengthGoesOnWhereItsCellWasFull) {
  const Cells first = {{"项目", "上年", "本年"}, {"1.资本转增", "", ""}, {"5.其他综", "", ""}};
  EXPECT_THAT(joined({55, 60, 60}, first, {{"合收益结转留存收益", "", ""}, {"6.其他", "", ""}}),
              ElementsAre("项目|上年|本年|", "1.资本转增|||", "5.其他综合收益结转留存收益|||",
                          "6.其他|||"));
  // The next row has a mark of its own.
  EXPECT_THAT(joined({55, 60, 60}, first, {{"（五）内部结转", "", ""}, {"6.其他", "", ""}}),
              Contains("（五）内部结转|||"));
}

TEST(BrokenRows, LatinWordsGoOnWhereAnotherCellSaysSo) {
  EXPECT_THAT(
      joined({70, 60, 70}, {{"名称", "持股", "取得方式"}, {"Frontage", "64.57%", "非同一控制"}},
             {{"Europe S.r.l.", "", "下企业合并"}, {"某某公司", "51.00%", "设立"}}),
      ElementsAre("名称|持股|取得方式|", "Frontage Europe S.r.l.|64.57%|非同一控制下企业合并|",
                  "某某公司|51.00%|设立|"));
}

TEST(BrokenRows, AMinusGoesOnWithItsNumber) {
  EXPECT_THAT(joined({65, 60, 60}, {{"股东", "期末", "增减"}, {"中国某某银行", "13,146", "-"}},
                     {{"股份有限公司", "", "1,519"}, {"某某公司", "10,666", "4,882"}}),
              ElementsAre("股东|期末|增减|", "中国某某银行股份有限公司|13,146|-1,519|",
                          "某某公司|10,666|4,882|"));
}

TEST(BrokenRows, WordsThatStandWholeInOtherRowsAreMade) {
  const Cells first = {{"指标", "性质", "时限"},
                       {"补助人数", "促进发展", "2023年12月"},
                       {"持续保持市", "促进", "2023年"}};
  EXPECT_THAT(joined({60, 60, 60}, first, {{"场主体活力", "发展", "12月"}, {"满意度", "", ""}}),
              Contains("持续保持市场主体活力|促进发展|2023年12月|"));
}

TEST(BrokenRows, WhatEveryRowHasMayStandInTheLowerHalf) {
  const Cells first = {{"指标", "目标", "时限"},
                       {"补助人数", "90", "2023年"},
                       {"培训场次", "40", "2023年"},
                       {"受助学生占比", "80", ""}};
  const Cells rest = {{"", "", "2023年"}, {"满意度", "95", "2023年"}};
  EXPECT_THAT(joined({90, 60, 70}, first, rest),
              ElementsAre("指标|目标|时限|", "补助人数|90|2023年|", "培训场次|40|2023年|",
                          "受助学生占比|80|2023年|", "满意度|95|2023年|"));
}

TEST(BrokenRows, RowsOfAKindStayTwo) {
  // Narrow cells are full by chance; what comes again, or begins alike, has a row of its own.
  const Cells first = {{"二级", "指标", "时限"},
                       {"数量指标", "补助", "2023年12月"},
                       {"经济效益", "促进发展", "2023年12月"}};
  EXPECT_THAT(joined({46, 46, 60}, first,
                     {{"社会效益", "人才培养", "2023年12月"}, {"满意度", "满意", "2023年12月"}}),
              testing::SizeIs(5));
  EXPECT_THAT(joined({75, 60, 60}, {{"项目", "第一阶段", "合计"}, {"1月1日余额", "6,430", "9,393"}},
                     {{"1月1日余额在本期", "", ""}, {"本期计提", "1,646", "1,646"}}),
              Contains("1月1日余额在本期|||"));
}

TEST(BrokenRows, AHeaderAboveTheBreakIsNoLabelOfTheFirstGroup) {
  // The labels are merged over rows on both pages and their columns no wider than they are.
  const Cells first = {{"名称", "<", "某某项目"}, {"绩效", "一级指标", "三级指标"}};
  const Cells second = {{"", "产出指标", "补助人数"}, {"^", "^", "培训场次"}};
  const std::vector<std::string> rows = joined({40, 50, 120}, first, second);
  EXPECT_THAT(rows, Each(Not(HasSubstr("一级指标产出指标"))));
  EXPECT_THAT(rows, Contains(HasSubstr("产出指标{2x1}|补助人数|")));
}

TEST(BrokenRows, AMergedLabelPrintedBelowItsFirstRowSpansBoth) {
  const Cells first = {{"一级", "二级", "三级", "目标"},
                       {"产出", "时效指标", "完成及时率", "95"},
                       {"^", "", "补助企业数量", "46"}};
  const Cells second = {{"", "数量指标", "培育企业数量", "30"},
                        {"效益", "质量指标", "资金到位", "99"},
                        {"^", "^", "规定比例", "99"}};
  EXPECT_THAT(joined({40, 60, 110, 50}, first, second),
              Contains(HasSubstr("数量指标{2x1}|补助企业数量|46|")));
}

TEST(BrokenRows, TheRestOfARowIsNoHeader) {
  // A column of targets, numbers or words; most cells of the lower half are empty.
  const Cells first = {{"一级", "二级", "三级指标", "指标值", "单位", "时限"},
                       {"产出", "数量", "支持项目", "17", "个", "2023年"},
                       {"^", "质量", "教学科研等", "改善", "", "2023年"}};
  const Cells second = {{"", "", "办学条件", "条件", "", ""},
                        {"效益", "社会", "认可度", "90", "%", "2023年"}};
  EXPECT_THAT(joined({30, 30, 56, 28, 30, 50}, first, second),
              Contains(HasSubstr("教学科研等办学条件|改善条件||2023年|")));
}

TEST(BrokenRows, ALabelThatEndsAsOthersDoIsWhole) {
  const Cells first = {
      {"科目", "预算"}, {"教育支出", "30"}, {"其他教育支出", "12"}, {"四、节能环保支出", ""}};
  EXPECT_THAT(joined({88, 60}, first, {{"可再生能源电价支出", ""}, {"合计", "42"}}),
              testing::SizeIs(6));
}

TEST(BrokenRows, TheEmptySliceOfARowKeptTogetherGoesAway) {
  const Cells first = {{"科目", "预算"}, {"教育支出", "30"}, {"", ""}};
  EXPECT_THAT(joined({88, 60}, first, {{"卫生支出", "12"}, {"合计", "42"}}),
              ElementsAre("科目|预算|", "教育支出|30|", "卫生支出|12|", "合计|42|"));
}

TEST(BrokenRows, EmptyCellsBelowAHeaderAtThePageEndAreCells) {
  const Cells first = {{"编码", "科目", "收入", "<"}, {"^", "^", "拨款", "其他"}};
  const Cells second = {{"201", "公共服务", "30", ""}, {"205", "教育", "12", "3"}};
  EXPECT_THAT(joined({60, 90, 60, 60}, first, second), Contains("201|公共服务|30||"));
  const Cells merged = {{"编码", "科目", "拨款", "其他"}, {"类", "^", "^", "^"}};
  EXPECT_THAT(joined({60, 90, 60, 60}, merged, second), Contains("201|公共服务|30||"));
}

TEST(BrokenRows, ScrapsOfWordsInEveryColumnAreOneRow) {
  const Cells first = {{"单位名称", "期末余额", "坏账准备"}, {"某某公司", "应收款余", "计提完"}};
  EXPECT_THAT(joined({47, 47, 38}, first, {{"一", "额", "毕"}, {"某甲", "应付", "无"}}),
              Contains("某某公司一|应收款余额|计提完毕|"));
}

TEST(BrokenRows, TheLabelMayStandBelowItsNumbers) {
  const Cells first = {{"组合", "账面", "说明"},
                       {"临床研究", "30", "行业平均"},
                       {"数据管理", "12", "行业平均"},
                       {"", "18", ""}};
  EXPECT_THAT(joined({88, 60, 88}, first, {{"药物警戒", "", "地区平均"}, {"合计", "60", "无"}}),
              Contains("药物警戒|18|地区平均|"));
}

TEST(BrokenRows, AnEmptySliceAloneOnTheLastPageGoesAway) {
  const Cells first = {{"科目", "预算"}, {"教育支出", "30"}, {"合计", "30"}};
  EXPECT_THAT(joined({88, 60}, first, {{"", ""}}),
              ElementsAre("科目|预算|", "教育支出|30|", "合计|30|"));
}

TEST(BrokenRows, NumberedLabelsBesideAnotherColumnAreTwo) {
  // Of a sheet with two sides one is empty already.
  const Cells first = {{"收入", "预算", "支出", "预算"},
                       {"一、拨款", "30", "十七、援助支出", "30"},
                       {"", "", "十八、住房保障", ""}};
  EXPECT_THAT(joined({70, 50, 74, 50}, first,
                     {{"", "", "十九、粮油储备", ""}, {"收入合计", "30", "支出合计", "30"}}),
              testing::SizeIs(5));
}

TEST(BrokenRows, ABracketMayOpenTheRestOfALabel) {
  const Cells first = {{"项目", "上年"}, {"基本每股收益", "0.05"}};
  EXPECT_THAT(joined({66, 60}, first, {{"（元/股）", ""}, {"稀释收益", "0.05"}}),
              ElementsAre("项目|上年|", "基本每股收益（元/股）|0.05|", "稀释收益|0.05|"));
}

}  // namespace
}  // namespace gouji
