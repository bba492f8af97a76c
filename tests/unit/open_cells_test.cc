// SPDX-License-Identifier: GPL-3.0-or-later
// Tables ruled in both directions in their header only.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/laid_out.h"

namespace gouji {
namespace {

using testing::ElementsAre;
using testing_support::lay_out;
using testing_support::rows_of;

/// A frame from 60 to 400 whose header (100 to 124) is divided at 240 and 320.
PageBuilder framed(float bottom) {
  PageBuilder builder;
  builder.size(9);
  for (const float y : {100.0F, 124.0F, bottom}) builder.horizontal(y, 60, 400);
  for (const float x : {60.0F, 400.0F}) builder.vertical(x, 100, bottom);
  for (const float x : {240.0F, 320.0F}) builder.vertical(x, 100, 124);
  builder.text(130, 115, "项目").text(260, 115, "单位").text(340, 115, "金额");
  return builder;
}

std::vector<std::string> rows(const PageBuilder& builder) {
  const auto laid_out = lay_out({builder.build()});
  EXPECT_EQ(laid_out.tables.grids.size(), 1U);
  return laid_out.tables.grids.empty() ? std::vector<std::string>()
                                       : rows_of(laid_out.tables.grids[0]);
}

TEST(OpenCells, TakeTheColumnsOfTheHeaderEmptyOnesToo) {
  PageBuilder builder = framed(190);
  builder.text(64, 140, "道路养护").right_aligned(396, 140, "12.50");
  builder.text(64, 160, "河道清淤").right_aligned(396, 160, "7.00");
  builder.text(64, 180, "合计").right_aligned(396, 180, "19.50");
  EXPECT_THAT(rows(builder), ElementsAre("项目|单位|金额|", "道路养护||12.50|", "河道清淤||7.00|",
                                         "合计||19.50|"));
}

TEST(OpenCells, ALineOfNumbersAlone) {
  PageBuilder builder = framed(146);
  builder.text(130, 138, "3").text(260, 138, "5").text(340, 138, "4.20");
  EXPECT_THAT(rows(builder), ElementsAre("项目|单位|金额|", "3|5|4.20|"));
}

TEST(OpenCells, ProseUnderAHeaderStaysOneCell) {
  PageBuilder builder = framed(180);
  builder.text(64, 140, "按照年初批复的预算组织实施，保障各项工作正常开展，完成");
  builder.text(64, 160, "12项任务。");
  EXPECT_THAT(
      rows(builder),
      ElementsAre("项目|单位|金额|",
                  "按照年初批复的预算组织实施，保障各项工作正常开展，完成12项任务。{1x3}|"));
}

TEST(OpenCells, SignaturesUnderAFormStayOneCell) {
  PageBuilder builder = framed(150);
  builder.text(64, 140, "负责人：").text(250, 140, "填表人：").text(330, 140, "日期：");
  EXPECT_EQ(rows(builder).size(), 2U);
  EXPECT_THAT(rows(builder)[1], testing::EndsWith("{1x3}|"));
}

TEST(OpenCells, LabelsAndNumbersInEachColumnOfRulings) {
  // Three blocks side by side with rules between them, label and number parted by white.
  PageBuilder page;
  page.size(9);
  for (const float y : {100.0F, 116.0F, 212.0F}) page.horizontal(y, 60, 420);
  for (const float x : {60.0F, 180.0F, 300.0F, 420.0F}) page.vertical(x, 100, 212);
  for (int block = 0; block < 3; ++block) {
    const float x = 64 + 120.0F * static_cast<float>(block);
    page.text(x, 111, "年龄").right_aligned(x + 110, 111, "人口");
    for (int row = 0; row < 6; ++row) {
      const int age = 20 * block + row;
      page.text(x, 128 + 16.0F * static_cast<float>(row), std::to_string(age) + "岁")
          .right_aligned(x + 110, 128 + 16.0F * static_cast<float>(row),
                         std::to_string(35336 + 17 * age));
    }
  }
  const auto laid_out = testing_support::lay_out({page.build()});
  ASSERT_EQ(laid_out.tables.grids.size(), 1U);
  EXPECT_EQ(laid_out.tables.grids[0].rows, 7);
  EXPECT_EQ(laid_out.tables.grids[0].columns, 6);
}

}  // namespace
}  // namespace gouji
