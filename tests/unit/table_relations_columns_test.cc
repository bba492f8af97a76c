// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

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
  Lines want;  ///< those that speak of columns
};

class TableColumns : public ::testing::TestWithParam<Case> {};

TEST_P(TableColumns, Found) {
  Lines found = relations_in({grid_of(GetParam().table, GetParam().head)});
  std::erase_if(found, [](const std::string& line) { return line.starts_with("sum.rows"); });
  EXPECT_EQ(found, GetParam().want);
}

const Case kCases[] = {
    {"TotalOfTheColumnsBeside",
     "科目|合计|基本支出|项目支出\n甲|9|5|4\n乙|7|7|\n合计|16|12|4",
     1,
     {"sum.columns pass r1c1 9 = 5 + 4", "sum.columns pass r2c1 7 = 7",
      "sum.columns pass r3c1 16 = 12 + 4"}},
    {"OneRowIsWrong",
     "科目|合计|基本支出|项目支出\n甲|9|5|4\n乙|17|7|5\n丙|3|2|1\n丁|4|2|2",
     1,
     {"sum.columns fail(error) r2c1 17 = 7 + 5", "sum.columns pass r1c1 9 = 5 + 4",
      "sum.columns pass r3c1 3 = 2 + 1", "sum.columns pass r4c1 4 = 2 + 2"}},
    {"JustInsideTheTolerance",
     "科目|合计|基本支出|项目支出\n甲|9.02|5.01|4.00\n乙|3.00|2.00|1.00",
     1,
     {"sum.columns pass r1c1 9.02 = 5.01 + 4.00", "sum.columns pass r2c1 3.00 = 2.00 + 1.00"}},
    {"HeadsOfSeveralLevels",
     "合计|因公出国（境）费|公务用车购置及运行费|<|<|公务接待费\n^|^|小计|购置费|运行费|^\n12|1|8|"
     "3|5|3",
     2,
     {"sum.columns pass r2c0 12 = 1 + 8 + 3", "sum.columns pass r2c2 8 = 3 + 5"}},
    {"FormulaInTheHead",
     "项目|年初数|调整数|全年数\n栏次|1|2|3=1+2\n甲|5|4|9\n乙|3|-1|2\n丙|2|2|14",
     2,
     {"sum.columns fail(error) r4c3 14 = 2 + 2", "sum.columns pass r2c3 9 = 5 + 4",
      "sum.columns pass r3c3 2 = 3 + -1"}},
    {"Changes",
     "项目|2023年|2022年|增减额\n甲|9.0|5.0|4.0\n乙|3.0|4.0|-1.0\n丙|8.0|6.0|2.0\n丁|8.0|1.0|7."
     "0\n戊|7.0|1.0|9.0\n己|4.0|1.0|3.0",
     1,
     {"difference fail(error) r5c3 9.0 = 7.0 - 1.0", "difference pass r1c3 4.0 = 9.0 - 5.0",
      "difference pass r2c3 -1.0 = 3.0 - 4.0", "difference pass r3c3 2.0 = 8.0 - 6.0",
      "difference pass r4c3 7.0 = 8.0 - 1.0", "difference pass r6c3 3.0 = 4.0 - 1.0"}},
    {"Growth",
     "项目|2022年|2023年|增长率（%）\n甲|500|600|20.0\n乙|400|500|25.0\n丙|100|130|30.0\n丁|200|"
     "100|-50.0\n戊|400|600|90.0\n己|800|880|10.0",
     1,
     {"growth fail(error) r5c3 90.0 = (600 - 400) / 400",
      "growth pass r1c3 20.0 = (600 - 500) / 500", "growth pass r2c3 25.0 = (500 - 400) / 400",
      "growth pass r3c3 30.0 = (130 - 100) / 100", "growth pass r4c3 -50.0 = (100 - 200) / 200",
      "growth pass r6c3 10.0 = (880 - 800) / 800"}},
    {"OneOfFewRatesOfSeveralDigits",
     "项目|2022年|2023年|增长率（%）\n甲|57.20|66.04|15.45\n乙|40.80|51.31|93.73\n丙|10.47|13.62|"
     "30.09",
     1,
     {"growth fail(error) r2c3 93.73 = (51.31 - 40.80) / 40.80",
      "growth pass r1c3 15.45 = (66.04 - 57.20) / 57.20",
      "growth pass r3c3 30.09 = (13.62 - 10.47) / 10.47"}},
    {"Completion",
     "项目|预算数|决算数|完成预算（%）\n甲|500|400|80.0\n乙|400|500|125.0\n丙|100|90|90.0\n丁|300|"
     "100|33.3",
     1,
     {"completion_rate pass r1c3 80.0 = 400 / 500", "completion_rate pass r2c3 125.0 = 500 / 400",
      "completion_rate pass r3c3 90.0 = 90 / 100", "completion_rate pass r4c3 33.3 = 100 / 300"}},
    {"Shares",
     "项目|金额|占比（%）\n甲|500|50.0\n乙|400|40.0\n丙|100|10.0\n合计|1000|100.0",
     1,
     {"share pass r1c2 50.0 = 500 / 1000", "share pass r2c2 40.0 = 400 / 1000",
      "share pass r3c2 10.0 = 100 / 1000"}},
};

INSTANTIATE_TEST_SUITE_P(Cases, TableColumns, ::testing::ValuesIn(kCases),
                         [](const auto& one) { return std::string(one.param.name); });

struct Quiet {
  const char* name;
  const char* table;
  int head;
};

class QuietTableColumns : public ::testing::TestWithParam<Quiet> {};

TEST_P(QuietTableColumns, NothingFails) {
  for (const std::string& line : relations_in({grid_of(GetParam().table, GetParam().head)}))
    EXPECT_EQ(line.find("fail"), std::string::npos) << line;
}

const Quiet kQuiet[] = {
    {"AnotherYearIsNoPart", "项目|合计|上年数|本年数\n甲|9|12|9\n乙|7|20|7\n丙|6|1|6", 1},
    {"GrowthOfNothing",
     "项目|2022年|2023年|增长率（%）\n甲|0|600|0.0\n乙|400|500|25.0\n丙|100|130|30.0", 1},
    {"RoundedToNothing",
     "项目|2022年|2023年|增长率（%）\n甲|10000|10001|0.0\n乙|400|500|25.0\n丙|100|130|30.0", 1},
    {"CountsBesideMoney", "科目|合计|人数（人）|金额（万元）\n甲|5|3|5.0\n乙|7|9|7.0\n丙|8|1|8.0",
     1},
    {"ANoteSaysOfWhat",
     "项目|2022年|2023年|增长率（%）\n甲|500|600|20.0\n乙|400|500|25.0\n丙|100|130|30.0\n丁|400|"
     "300|5.7①",
     1},
    {"RatesWithoutABase", "项目|产量|增长（%）\n甲|500|5.0\n乙|400|-1.0\n丙|100|7.5", 1},
    {"NumbersBrokenOverRows",
     "项目|合计|甲|乙\n丙|872,418,|872,418,|\n|220.00|219.00|\n丁|5.00|3.00|2.00\n戊|6.00|3.00|3."
     "00",
     1},
};

INSTANTIATE_TEST_SUITE_P(Cases, QuietTableColumns, ::testing::ValuesIn(kQuiet),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace gouji
