// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>

#include "check_grid.h"

namespace gouji {
namespace {

using testing_support::grid_of;
using testing_support::relations_in;
using Lines = std::vector<std::string>;

struct Case {
  const char* name;
  const char* table;
  int head;
  Lines want;
};

class TableRows : public ::testing::TestWithParam<Case> {};

TEST_P(TableRows, Found) {
  EXPECT_EQ(relations_in({grid_of(GetParam().table, GetParam().head)}), GetParam().want);
}

const Case kCases[] = {
    {"ListAboveItsTotal",
     "项目|金额\n人员|4.50\n公用|5.51\n合计|10.01",
     1,
     {"sum.rows pass r3c1 10.01 = 4.50 + 5.51"}},
    {"TotalAboveItsList",
     "项目|金额\n合计|10.01\n人员|4.50\n公用|5.51",
     1,
     {"sum.rows pass r1c1 10.01 = 4.50 + 5.51"}},
    {"JustInsideTheTolerance",
     "项目|金额\n甲|4.50\n乙|5.51\n丙|1.00\n合计|11.03",
     1,
     {"sum.rows pass r4c1 11.03 = 4.50 + 5.51 + 1.00"}},
    {"JustOutsideTheTolerance",
     "项目|金额\n甲|4.50\n乙|5.51\n合计|10.03",
     1,
     {"sum.rows fail(error) r3c1 10.03 = 4.50 + 5.51"}},
    {"CountsAreExact",
     "项目|人数（人）\n甲|4\n乙|5\n合计|10",
     1,
     {"sum.rows fail(error) r3c1 10 = 4 + 5"}},
    {"MarksInOrder",
     "项目|决算数\n一、甲|4\n1.丙|4\n二、乙|5\n本年收入合计|19\n上年结转|1\n总计|20",
     1,
     {"sum.rows fail(error) r4c1 19 = 4 + 5", "sum.rows pass r6c1 20 = 19 + 1"}},
    {"AMarkedTotalAddsNothingAboveItsLevel",
     "项目|件数\n一、新收|47\n二、结转|3\n三、办理|\n（一）公开|40\n（二）其他|8\n（三）总计|48",
     1,
     {"sum.rows pass r6c1 48 = 40 + 8"}},
    {"BlankRowsOfTheFormAreNothing",
     "项目|决算数\n一、甲|4\n二、乙|\n三、丙|6\n本年收入合计|10\n上年结转|\n总计|10",
     1,
     {"sum.rows pass r4c1 10 = 4 + 6", "sum.rows pass r6c1 10 = 10"}},
    {"CarryOverIsAllThatIsLeftToAdd",
     "项目|决算数\n一、甲|4.00\n二、乙|6.00\n本年收入合计|10.00\n年初结转和结余|3.00\n总计|15.00",
     1,
     {"sum.rows fail(error) r5c1 15.00 = 10.00 + 3.00", "sum.rows pass r3c1 10.00 = 4.00 + 6.00"}},
    {"CodesOfThreeLevels",
     "科目编码|科目名称|金额\n|合计|12\n201|甲|7\n20101|乙|7\n2010101|丙|3\n2010102|丁|4\n208|戊|5",
     1,
     {"sum.rows pass r1c2 12 = 7 + 5", "sum.rows pass r2c2 7 = 7", "sum.rows pass r3c2 7 = 3 + 4"}},
    {"CodesInThreeColumns",
     "类|款|项|名称|合计\n201|||甲|7\n201|01||乙|7\n201|01|01|丙|3\n201|01|02|丁|8\n合计|<|<|<|7",
     1,
     {"sum.rows fail(error) r2c4 7 = 3 + 8", "sum.rows pass r1c4 7 = 7",
      "sum.rows pass r5c4 7 = 7"}},
    {"CodesInTheLabel",
     "科目|金额\n201一般公共服务支出|9\n20101人大事务|4\n20102政协事务|5",
     1,
     {"sum.rows pass r1c1 9 = 4 + 5"}},
    {"CodesGoOnInTheNextColumns",
     "编码|科目|金额|编码|科目|金额\n301|甲|9|302|丙|7\n30101|乙|4|30201|丁|3\n30102|己|5|30202|戊|"
     "4\n"
     "人员经费合计|<|9|公用经费合计|<|7",
     1,
     {"sum.rows pass r1c2 9 = 4 + 5", "sum.rows pass r1c5 7 = 3 + 4", "sum.rows pass r4c2 9 = 9",
      "sum.rows pass r4c5 7 = 7"}},
    {"SomePartsAreABound",
     "项目|金额\n一、甲|9\n其中：丙|4\n二、乙|5\n合计|14",
     1,
     {"sum.bound pass r2c1 4 <= 9", "sum.rows pass r4c1 14 = 9 + 5"}},
    {"APartAboveItsWhole",
     "项目|金额\n一、甲|9\n其中：丙|12\n二、乙|5\n合计|14",
     1,
     {"sum.bound fail(error) r2c1 12 <= 9", "sum.rows pass r4c1 14 = 9 + 5"}},
    {"TwoSides",
     "收入|<|支出|<\n项目|金额|项目|金额\n一、甲|9|一、丙|8\n二、乙|1|二、丁|2\n收入总计|10|"
     "支出总计|10",
     2,
     {"balance pass r4c1 10 = 10", "sum.rows pass r4c1 10 = 9 + 1",
      "sum.rows pass r4c3 10 = 8 + 2"}},
    {"TwoSidesThatDiffer",
     "收入|<|支出|<\n项目|金额|项目|金额\n一、甲|9|一、丙|8\n二、乙|1|二、丁|6\n收入总计|10|"
     "支出总计|14",
     2,
     {"balance fail(error) r4c1 10 = 14", "sum.rows pass r4c1 10 = 9 + 1",
      "sum.rows pass r4c3 14 = 8 + 6"}},
    {"ByIndentation",
     "项目|2022年|2023年\n甲|9|8\n__乙|4|4\n__丙|5|4\n丁|3|2\n__戊|1|1\n__己|2|1\n合计|12|10",
     1,
     {"sum.rows pass r1c1 9 = 4 + 5", "sum.rows pass r1c2 8 = 4 + 4",
      "sum.rows pass r4c1 3 = 1 + 2", "sum.rows pass r4c2 2 = 1 + 1",
      "sum.rows pass r7c1 12 = 9 + 3", "sum.rows pass r7c2 10 = 8 + 2"}},
    {"OneColumnIsWrong",
     "项目|2022年|2023年\n甲|9|8\n乙|4|4\n合计|13|33",
     1,
     {"sum.rows fail(error) r3c2 33 = 8 + 4", "sum.rows pass r3c1 13 = 9 + 4"}},
    {"RowsOfOneName",
     "项目|金额\n一、甲|9\n省本级支出|5\n专项支出|4\n二、乙|3\n省本级支出|1\n专项支出|"
     "2\n专项支出合计|6",
     1,
     {"sum.rows pass r1c1 9 = 5 + 4", "sum.rows pass r4c1 3 = 1 + 2",
      "sum.rows pass r7c1 6 = 4 + 2"}},
};

INSTANTIATE_TEST_SUITE_P(Cases, TableRows, ::testing::ValuesIn(kCases),
                         [](const auto& one) { return std::string(one.param.name); });

/// Tables whose rows must not be taken for more than they say: no fail, whatever else is found.
struct Quiet {
  const char* name;
  const char* table;
  int head;
};

class QuietTableRows : public ::testing::TestWithParam<Quiet> {};

TEST_P(QuietTableRows, NothingFails) {
  for (const std::string& line : relations_in({grid_of(GetParam().table, GetParam().head)}))
    EXPECT_EQ(line.find("fail"), std::string::npos) << line;
}

const Quiet kQuiet[] = {
    {"SomePartsOnly", "项目|2022年|2023年\n合计|20|30\n甲|4|5\n乙|3|2", 1},
    {"AHoleIsUnknown", "项目|2022年|2023年\n甲|9|8\n乙||4\n丙|5|\n合计|19|18", 1},
    {"WordsAreUnknown", "项目|2022年\n甲|9\n乙|未公开\n合计|19", 1},
    {"CodesAreNoAmounts", "科目编码|科目名称|金额\n201|甲|7\n208|乙|3\n|合计|10", 1},
    {"LevelsAreNotAddedTogether",
     "科目编码|科目名称|金额\n201|甲|7\n20101|乙|7\n2010101|丙|7\n|合计|7", 1},
    {"SecretRowsAreLeftOut",
     "编码|科目|2022年|2023年\n201|甲|9|8\n20101|乙|4|4\n204|丙|7|6\n20401|丁|5|4\n205|戊|1|"
     "2\n20501|己|1|2",
     1},
    {"LinesOfSeveralDepthsSideBySide",
     "编码|科目|金额\n2010505|甲|3\n2013404|乙|8\n20807|丙|46\n2080701|丁|8\n2081107|戊|12", 1},
    {"ACodeThatIsPrintedTwice", "编码|科目|金额\n229|甲|9\n22902|乙|9\n22902|丙|9", 1},
    {"ApproximateAmounts", "项目|金额\n甲|约9\n乙|4\n合计|14", 1},
    {"OtherCalibresInOneColumn", "项目|数值\n户数（户）|12\n金额（万元）|3.5\n合计|20", 1},
    {"RatesAreNotAdded", "项目|占比（%）|增长率（%）\n甲|60|3.5\n乙|40|2\n合计|100|3", 1},
};

/// Eleven classes of two rows each; `odd` stands behind them.
std::string list_of_classes(const std::string& odd) {
  std::string table = "项目|决算数";
  for (int i = 0; i < 11; ++i) table += "\n类别|9\n_运行|4\n_项目|5";
  return table + odd;
}

TEST(IncompleteLists, AClassWithoutRowsTellsThatSomeAreWithheld) {
  const auto fails = [](const std::string& odd) {
    const Lines lines = relations_in({grid_of(list_of_classes(odd), 1)});
    return std::count_if(lines.begin(), lines.end(), [](const std::string& line) {
      return line.find("fail") != std::string::npos;
    });
  };
  const std::string lacking = "\n甲|12\n_运行|4\n_项目|5", hollow = "\n乙|3";
  EXPECT_EQ(fails(lacking), 1);
  EXPECT_EQ(fails(hollow + lacking), 0);
  // Rows that add to more than their class are no rows left out.
  EXPECT_EQ(fails(hollow + "\n甲|7\n_运行|4\n_项目|5"), 1);
  EXPECT_EQ(fails("\n甲|7\n_运行|4\n_项目|5"), 1);
}

INSTANTIATE_TEST_SUITE_P(Cases, QuietTableRows, ::testing::ValuesIn(kQuiet),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(LongTables, TotalsOfNearRowsAndTheLastOne) {
  // 1,500 groups of two rows with a total below each, and a total of all.
  constexpr int kGroups = 1500;
  std::string table = "项目|金额\n";
  const auto group = [&](int i) {
    table += "甲" + std::to_string(i) + "|4.50\n乙" + std::to_string(i) + "|5.51\n小计|10.01\n";
  };
  for (int i = 0; i < kGroups; ++i) group(i);
  table += "合计|15015.00";
  Lines lines = relations_in({grid_of(table.c_str(), 1)});
  EXPECT_EQ(std::count_if(lines.begin(), lines.end(),
                          [](const std::string& line) {
                            return line.find("10.01 = 4.50 + 5.51") != std::string::npos &&
                                   line.find("pass") != std::string::npos;
                          }),
            kGroups);
  EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
    return line.rfind("sum.rows pass r4501c1 15015.00 = ", 0) == 0;
  }));
  EXPECT_TRUE(std::none_of(lines.begin(), lines.end(), [](const std::string& line) {
    return line.find("fail") != std::string::npos;
  }));
}

}  // namespace
}  // namespace gouji
