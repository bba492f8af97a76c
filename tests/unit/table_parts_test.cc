// SPDX-License-Identifier: GPL-3.0-or-later
// Tables over page ends: rows that the page end cuts, merged labels, forms filled in anew.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/laid_out.h"

namespace gouji {
namespace {

using testing::ElementsAre;
using testing_support::lay_out;
using testing_support::rows_of;
using Cells = std::vector<std::vector<std::string>>;

Page part(int number, float y, const std::vector<float>& heights, const Cells& cells) {
  return PageBuilder(595, 842, number).size(9).grid(60, y, {80, 200, 80}, heights, cells).build();
}

std::vector<std::string> joined(const Page& first, const Page& second) {
  const auto laid_out = lay_out({first, second});
  EXPECT_EQ(laid_out.tables.grids.size(), 1U);
  return laid_out.tables.grids.empty() ? std::vector<std::string>()
                                       : rows_of(laid_out.tables.grids[0]);
}

const Cells kHead = {{"编码", "科目", "决算数"}, {"208", "社会保障", "1.20"}};

TEST(PageSlices, OfARowWhosePrintIsOnTheFirstPage) {
  EXPECT_THAT(joined(part(1, 700, {24, 24}, kHead),
                     part(2, 60, {9, 24}, {{"", "", ""}, {"210", "卫生健康", "3.00"}})),
              ElementsAre("编码|科目|决算数|", "208|社会保障|1.20|", "210|卫生健康|3.00|"));
}

TEST(PageSlices, OfARowWhosePrintIsOnTheSecondPage) {
  const Cells cells = {{"编码", "科目", "决算数"}, {"208", "社会保障", "1.20"}, {"^", "", ""}};
  EXPECT_THAT(
      joined(part(1, 700, {24, 24, 9}, cells),
             part(2, 60, {24, 24}, {{"", "养老", "1.00"}, {"210", "卫生健康", "3.00"}})),
      ElementsAre("编码|科目|决算数|", "208|社会保障|1.20|", "|养老|1.00|", "210|卫生健康|3.00|"));
}

TEST(PageSlices, ARowThatIsMeantToBeEmptyStays) {
  EXPECT_EQ(joined(part(1, 700, {24, 24}, kHead),
                   part(2, 60, {24, 24}, {{"", "", ""}, {"210", "卫生健康", "3.00"}}))
                .size(),
            4U);
}

TEST(PartsOfForms, TheLastRowOfAMergedLabelAloneOnTheNextPage) {
  const Cells first = {{"一级指标", "三级指标", "指标值"},
                       {"产出指标", "培训人次", "12"},
                       {"^", "合格率", "95"},
                       {"满意度指标", "群众满意度", "90"}};
  EXPECT_THAT(
      joined(part(1, 600, {24, 24, 24, 24}, first), part(2, 60, {24}, {{"", "投诉率", "5"}})),
      ElementsAre("一级指标|三级指标|指标值|", "产出指标{2x1}|培训人次|12|", "合格率|95|",
                  "满意度指标{2x1}|群众满意度|90|", "投诉率|5|"));
}

TEST(PartsOfForms, AFormFilledInAnewIsAnotherTable) {
  const auto form = [](int page, const char* project) {
    return part(
        page, 60, {24, 24, 24},
        {{"项目名称", project, "<"}, {"主管部门", "某某局", "<"}, {"资金", "总额", "1.20"}});
  };
  EXPECT_EQ(lay_out({form(1, "道路养护"), form(2, "河道清淤")}).tables.grids.size(), 2U);
}

}  // namespace
}  // namespace gouji
