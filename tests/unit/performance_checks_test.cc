// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluation sheets: points, targets, operators, deadlines, costs, and what the prose says again.
#include "checked_text.h"

namespace gouji {
namespace {

constexpr const char* kHead =
    "2023年部门预算项目支出绩效自评表\n"
    "项目名称\t道路养护经费项目\n"
    "预算数\t50.00万元\t执行数\t50.00万元\n"
    "一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t完成值\t权重\t得分\t未完成原因\n";

std::string sheet(const std::string& rows) {
  return std::string(kHead) + rows;
}

constexpr const char* kThreeRows =
    "产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t40\t40\t无\n"
    "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t30\t30\t无\n"
    "满意度指标\t服务对象满意度指标\t群众满意度\t≥\t90\t%\t95\t30\t30\t无\n"
    "总分\t100\t100\n";

struct SheetCase {
  const char* name;
  const char* rule;
  const char* rows;
  std::size_t passes, fails, not_checked;
};

class Sheets : public testing::TestWithParam<SheetCase> {};

TEST_P(Sheets, AreRecomputed) {
  const SheetCase& one = GetParam();
  const std::string text = sheet(one.rows);
  expect_checks({one.name, text.c_str(), one.passes, one.fails, one.not_checked}, one.rule);
}

constexpr const char* kScoreAbove =
    "产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t40\t45\t无\n"
    "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n";
constexpr const char* kSumOff =
    "产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t40\t38\t无\n"
    "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
    "总分\t100\t99\n";
constexpr const char* kNotScored =
    "产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t40\t/\t无\n"
    "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
    "总分\t100\t95\n";
constexpr const char* kMissedWithFullMarks =
    "产出指标\t数量指标\t巡查道路\t≥\t12\t次\t9\t40\t40\t无\n"
    "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t95\t60\t60\t无\n";
constexpr const char* kMissedAndSaid =
    "产出指标\t数量指标\t巡查道路\t≥\t12\t次\t9\t40\t30\t雨季停工\n"
    "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t95\t60\t60\t无\n";
constexpr const char* kWordsAndMore =
    "产出指标\t数量指标\t巡查道路\t≥\t12\t次\t200余次\t40\t40\t无\n"
    "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t按进度完成\t60\t60\t无\n";
constexpr const char* kTwice =
    "产出指标\t质量指标\t养护合格率\t≥\t90\t%\t95\t40\t40\t无\n"
    "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t95\t60\t60\t无\n";
constexpr const char* kSameNameElsewhere =
    "产出指标\t质量指标\t养护合格率\t≥\t90\t%\t95\t40\t40\t无\n"
    "效益指标\t社会效益指标\t养护合格率\t≥\t95\t%\t95\t60\t60\t无\n";
constexpr const char* kWrongOperator =
    "满意度指标\t服务对象满意度指标\t群众满意度\t≤\t90\t%\t90\t40\t40\t无\n"
    "成本指标\t经济成本指标\t成本控制率\t≤\t100\t%\t100\t60\t60\t无\n";
constexpr const char* kCostAbove =
    "成本指标\t经济成本指标\t沥青费用\t≤\t30.00\t万元\t30\t40\t40\t无\n"
    "成本指标\t经济成本指标\t人工费用\t≤\t20.10\t万元\t20\t60\t60\t无\n";
constexpr const char* kCostWithin =
    "成本指标\t经济成本指标\t沥青费用\t≤\t30.0\t万元\t30\t40\t40\t无\n"
    "成本指标\t经济成本指标\t人工费用\t≤\t20.01\t万元\t20\t60\t60\t无\n";

INSTANTIATE_TEST_SUITE_P(
    Performance, Sheets,
    testing::Values(SheetCase{"ScoresWithin", "score_bounds", kThreeRows, 3, 0, 0},
                    SheetCase{"ScoreAboveItsWeight", "score_bounds", kScoreAbove, 1, 1, 0},
                    SheetCase{"ScoresAdd", "score_sum", kThreeRows, 1, 0, 0},
                    SheetCase{"ScoresDoNotAdd", "score_sum", kSumOff, 0, 1, 0},
                    SheetCase{"OneIsNotScored", "score_sum", kNotScored, 0, 0, 1},
                    SheetCase{"WeightsAdd", "weight_total", kThreeRows, 1, 0, 0},
                    SheetCase{"TargetsMet", "target", kThreeRows, 3, 0, 0},
                    SheetCase{"MissedWithFullMarks", "target", kMissedWithFullMarks, 1, 1, 0},
                    SheetCase{"MissedAndSaid", "target", kMissedAndSaid, 1, 0, 0},
                    SheetCase{"MoreThanAndWords", "target", kWordsAndMore, 1, 0, 1},
                    SheetCase{"NoneTwice", "duplicate", kThreeRows, 1, 0, 0},
                    SheetCase{"Twice", "duplicate", kTwice, 0, 1, 0},
                    SheetCase{"SameNameElsewhere", "duplicate", kSameNameElsewhere, 1, 0, 0},
                    SheetCase{"OperatorsFit", "operator", kThreeRows, 2, 0, 0},
                    SheetCase{"OperatorDoesNotFit", "operator", kWrongOperator, 1, 1, 0},
                    SheetCase{"CostsAboveTheBudget", "indicator_budget", kCostAbove, 0, 1, 0},
                    SheetCase{"CostsWithin", "indicator_budget", kCostWithin, 1, 0, 0}),
    [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace gouji
