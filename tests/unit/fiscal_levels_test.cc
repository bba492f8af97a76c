// SPDX-License-Identifier: GPL-3.0-or-later
// Levels and parents of the lines of fiscal tables: invented lines, set as issuers set them.
#include <gtest/gtest.h>

#include "record/fiscal_parts.h"

namespace gouji {
namespace {

struct Line {
  const char* label;
  const char* marker;  ///< 一、 2. 其中：, or ""
  float indent;        ///< em; -1 = not known
  const char* value;   ///< of the only column, or ""
  int parent;          ///< expected; -1 = none
};

struct Case {
  const char* name;
  std::vector<Line> lines;
  float width = 0;  ///< of the cells, em; 0 = their edges are not drawn
};

std::string depth_of(const std::string& marker) {
  if (marker.empty()) return "";
  if (marker == "其中：") return "of_which";
  return marker[0] >= '0' && marker[0] <= '9' ? "digits" : "chinese";
}

FiscalLine line_of(const Line& printed, float width) {
  FiscalLine line;
  line.row.label = printed.label;
  const std::string label = printed.label;
  const auto ends_with = [&](const std::string& end) {
    return label.size() >= end.size() &&
           label.compare(label.size() - end.size(), end.size(), end) == 0;
  };
  line.row.kind = ends_with("小计") ? "subtotal" : ends_with("合计") ? "total" : "item";
  if (label == "收入小计") line.row.concept_id = "income_of_year";
  line.balance = label == "上年结余" || label == "债务还本支出";
  if (*printed.marker) line.row.marker = printed.marker;
  line.depth = depth_of(printed.marker);
  if (*printed.value) line.row.values.push_back({1, printed.value, {}, ""});
  if (printed.indent < 0) return line;
  const auto chars = static_cast<float>(label.size()) / 3;
  const float front = static_cast<float>(std::string(printed.marker).size()) / 3;
  line.indent = printed.indent;
  line.body_indent = printed.indent + front;
  line.centre = printed.indent + (front + chars) / 2;
  line.room = printed.indent;
  if (width > 0) line.middle = width / 2;
  return line;
}

class FiscalLevels : public testing::TestWithParam<Case> {};

TEST_P(FiscalLevels, LinesStandBelowTheirParents) {
  std::vector<FiscalLine> lines;
  for (const Line& line : GetParam().lines) lines.push_back(line_of(line, GetParam().width));
  place_fiscal_lines(lines);
  for (std::size_t i = 0; i < lines.size(); ++i)
    EXPECT_EQ(lines[i].row.parent.value_or(-1), GetParam().lines[i].parent) << lines[i].row.label;
}

const Case kCases[] = {
    {"ASubtotalStandsBesideWhatItAddsUp",
     {{"甲基金收入", "一、", 0, "10", -1},
      {"保险费收入", "其中：", 1, "7", 0},
      {"利息收入", "", 4, "2", 0},
      {"乙基金收入", "二、", 0, "20", -1},
      {"保险费收入", "其中：", 1, "15", 3},
      {"利息收入", "", 4, "4", 3},
      {"基金收入小计", "", 0, "30", -1},
      {"保险费收入", "其中：", 1, "22", 6},
      {"利息收入", "", 4, "6", 6},
      {"上级补助收入", "", 0, "3", -1},
      {"收入合计", "", 2, "33", -1}}},
    {"ASubtotalSetInTheMiddleToo",
     {{"税收收入", "", 0, "9", -1},
      {"增值税", "", 1, "6", 0},
      {"契税", "", 1, "3", 0},
      {"非税收入", "", 0, "5", -1},
      {"专项收入", "", 1, "4", 3},
      {"罚没收入", "", 1, "1", 3},
      {"收入小计", "", 3, "14", -1}}},
    {"ASubtotalOfAGroupStaysInIt",
     {{"税收收入", "", 0, "", -1},
      {"增值税", "", 1, "6", 0},
      {"契税", "", 1, "3", 0},
      {"税收小计", "", 1, "9", 0},
      {"非税收入", "", 0, "", -1},
      {"专项收入", "", 1, "4", 4},
      {"罚没收入", "", 1, "1", 4},
      {"非税小计", "", 1, "5", 4}}},
    {"OfWhichBelowATotalAreItsParts",
     {{"税收收入", "一、", -1, "9", -1},
      {"非税收入", "二、", -1, "5", -1},
      {"收入合计", "", -1, "14", -1},
      {"中央补助", "其中：", -1, "3", 2},
      {"上年结余", "", -1, "4", -1}}},
    {"ASubtotalMayHeadItsParts",
     {{"合计", "", -1, "30", -1},
      {"市本级", "", -1, "10", -1},
      {"区县小计", "", -1, "20", -1},
      {"甲县", "", -1, "12", 2},
      {"乙县", "", -1, "8", 2}}},
    {"AHeadedSubtotalIsPartOfWhatItAddsUpTo",
     {{"某市", "", 0, "30", -1},
      {"市本级", "", 1, "10", 0},
      {"区县小计", "", 2.5, "20", 0},
      {"甲县", "", 1, "12", 2},
      {"乙县", "", 1, "8", 2}}},
    {"ANumberKeepsABalanceAmongItsSiblings",
     {{"债务支出", "三、", -1, "30", -1},
      {"转贷支出", "1.", -1, "20", 0},
      {"债务还本支出", "2.", -1, "10", 0},
      {"再融资", "其中：", -1, "9", 2},
      {"付息支出", "四、", -1, "4", -1},
      {"上年结余", "", -1, "4", -1}}},
    {"ABalanceSetDeeperIsBelowANumber",
     {{"转移性支出", "三、", 0, "30", -1},
      {"补助下级支出", "1.", 2, "20", 0},
      {"其他方面支出", "2.", 2, "10", 0},
      {"债务还本支出", "", 4, "6", 2},
      {"上年结余", "", 4, "4", 2}}},
    {"ANumberContinuesItsSeriesBehindOtherLines",
     {{"收入", "一、", -1, "30", -1},
      {"支出", "二、", -1, "20", -1},
      {"待遇支出", "1.", -1, "20", 1},
      {"上年结余", "", -1, "10", -1},
      {"收支结余", "三、", -1, "10", -1}}},
    {"TheLastLineMayBeTheTotalOfTheNumberedOnes",
     {{"一般转移支付", "一、", 0, "30", -1},
      {"教育", "", 1, "30", 0},
      {"专项转移支付", "二、", 0, "12", -1},
      {"卫生", "", 1, "12", 2},
      {"对下级转移支付", "", 0, "42", -1}}},
    {"TheLastLineIsNoTotalOfOneFigure",
     {{"一般转移支付", "一、", 0, "", -1},
      {"专项转移支付", "二、", 0, "12", -1},
      {"卫生", "", 0, "12", 1}}},
    {"TheLastLineIsNoTotalWhenItDoesNotAddUp",
     {{"一般转移支付", "一、", 0, "30", -1},
      {"教育", "", 1, "30", 0},
      {"专项转移支付", "二、", 0, "12", -1},
      {"卫生", "", 0, "5", 2},
      {"水利", "", 0, "7", 2}}},
    {"HalfAStepIsNone",
     {{"教育支出", "", 0, "10", -1},
      {"普通教育", "", 2, "9", 0},
      {"学前教育", "", 4, "1", 1},
      {"小学教育", "", 3.5, "2", 1},
      {"高等教育", "", 4, "6", 1},
      {"职业教育", "", 2, "1", 0},
      {"卫生支出", "", 0, "1", -1}}},
    {"HalfStepsAreLevelsWhereAllAre",
     {{"教育支出", "", 0, "10", -1},
      {"普通教育", "", 0.5, "9", 0},
      {"职业教育", "", 0.5, "1", 0},
      {"卫生支出", "", 0, "1", -1},
      {"医院", "", 0.5, "1", 3}}},
    {"ALabelInTheMiddleOfItsCellIsNotIndented",
     {{"利润收入", "一、", 0, "5", -1},
      {"股利股息收入", "二、", 0, "4", -1},
      {"收入合计", "", 2, "9", -1},
      {"经营转移支付收入", "", 0, "", -1},
      {"上年结余", "", 2, "1", -1}},
     8},
};

INSTANTIATE_TEST_SUITE_P(Tables, FiscalLevels, testing::ValuesIn(kCases),
                         [](const auto& test) { return std::string(test.param.name); });

/// 45 lines on three steps an em apart, and two set between them.
TEST(FiscalLevelsOfALongTable, StrayLinesAreSetOnAStep) {
  std::vector<FiscalLine> lines;
  for (int i = 0; i < 15; ++i)
    for (const float indent : {0.0F, 1.0F, 2.0F})
      lines.push_back(line_of({"支出", "", indent, "1", -1}, 0));
  const auto last = static_cast<int>(lines.size());
  lines.push_back(line_of({"债务付息支出", "", 0, "1", -1}, 0));
  lines.push_back(line_of({"一般债务付息支出", "", 1.5F, "1", -1}, 0));
  lines.push_back(line_of({"一般债券付息支出", "", 2, "1", -1}, 0));
  lines.push_back(line_of({"水利", "", 1, "1", -1}, 0));
  lines.push_back(line_of({"行政运行", "", 2, "1", -1}, 0));
  lines.push_back(line_of({"机关服务", "", 1.5F, "1", -1}, 0));
  lines.push_back(line_of({"水利工程", "", 2, "1", -1}, 0));
  place_fiscal_lines(lines);
  const std::vector<int> parents = {-1, last, last + 1, last, last + 3, last + 3, last + 3};
  for (std::size_t i = 0; i < parents.size(); ++i) {
    const FiscalRow& row = lines[static_cast<std::size_t>(last) + i].row;
    EXPECT_EQ(row.parent.value_or(-1), parents[i]) << row.label;
  }
}

}  // namespace
}  // namespace gouji
