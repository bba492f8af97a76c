// SPDX-License-Identifier: GPL-3.0-or-later
// The cases of the rules about evaluation sheets.
#include "rule_cases.h"

namespace gouji::testing_support {

namespace {

std::string sheet(const std::string& rows) {
  return "2023年部门预算项目支出绩效自评表\n"
         "项目名称\t道路养护经费项目\n"
         "预算数\t50.00万元\t执行数\t50.00万元\n"
         "一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t完成值\t权重\t得分\t未完成原因"
         "\n" +
         rows;
}

}  // namespace

std::vector<RuleCase> sheet_cases() {
  return {
      {"score_bounds", "pass",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t40\t38\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t98\n"),
       2, 0, 0},
      {"score_bounds", "fail",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t40\t45\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t105\n"),
       1, 1, 0},
      {"score_bounds", "inside",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t40\t40\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t100\n"),
       2, 0, 0},
      {"score_bounds", "quiet",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t40\t/\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t100\n"),
       1, 0, 0},
      {"score_sum", "pass",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t40\t38\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t98\n"),
       1, 0, 0},
      {"score_sum", "fail",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t40\t38\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t99\n"),
       0, 1, 0},
      {"score_sum", "inside",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t40\t38.5\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t98.5\n"),
       1, 0, 0},
      {"score_sum", "quiet",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t40\t/\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t95\n"),
       0, 0, 1},
      {"weight_total", "pass",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t40\t40\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t100\n"),
       1, 0, 0},
      {"weight_total", "fail",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t45\t45\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t100\n"),
       0, 1, 0},
      {"weight_total", "inside",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t39.5\t39.5\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60.5\t60.5\t无\n"
             "总分\t100\t100\n"),
       1, 0, 0},
      {"weight_total", "quiet",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t/\t40\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t100\n"),
       0, 0, 1},
      {"target", "pass",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t14\t40\t40\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t100\n"),
       2, 0, 0},
      {"target", "fail",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t9\t40\t40\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t100\n"),
       1, 1, 0},
      {"target", "inside",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t40\t40\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t100\n"),
       2, 0, 0},
      {"target", "quiet",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t按进度完成\t40\t40\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t100\n"),
       1, 0, 1},
      {"operator", "pass",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t40\t40\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t100\n"),
       1, 0, 0},
      {"operator", "fail",
       sheet("满意度指标\t服务对象满意度指标\t群众满意度\t≤\t90\t%\t90\t40\t40\t无\n"
             "产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t60\t60\t无\n"),
       0, 1, 0},
      {"operator", "quiet",
       sheet("产出指标\t质量指标\t投诉率\t≤\t5\t%\t3\t40\t40\t无\n"
             "产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t60\t60\t无\n"),
       1, 0, 0},
      {"duplicate", "pass",
       sheet("产出指标\t数量指标\t巡查道路\t≥\t12\t次\t12\t40\t40\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t96\t60\t60\t无\n"
             "总分\t100\t100\n"),
       1, 0, 0},
      {"duplicate", "fail",
       sheet("产出指标\t质量指标\t养护合格率\t≥\t90\t%\t95\t40\t40\t无\n"
             "产出指标\t质量指标\t养护合格率\t≥\t95\t%\t95\t60\t60\t无\n"),
       0, 1, 0},
      {"duplicate", "quiet",
       sheet("产出指标\t质量指标\t养护合格率\t≥\t90\t%\t95\t40\t40\t无\n"
             "效益指标\t社会效益指标\t养护合格率\t≥\t95\t%\t95\t60\t60\t无\n"),
       1, 0, 0},
      {"indicator_budget", "pass",
       sheet("成本指标\t经济成本指标\t沥青费用\t≤\t30.00\t万元\t30\t40\t40\t无\n"
             "成本指标\t经济成本指标\t人工费用\t≤\t20.00\t万元\t20\t60\t60\t无\n"),
       1, 0, 0},
      {"indicator_budget", "fail",
       sheet("成本指标\t经济成本指标\t沥青费用\t≤\t30.00\t万元\t30\t40\t40\t无\n"
             "成本指标\t经济成本指标\t人工费用\t≤\t20.10\t万元\t20\t60\t60\t无\n"),
       0, 1, 0},
      {"indicator_budget", "inside",
       sheet("成本指标\t经济成本指标\t沥青费用\t≤\t30.00\t万元\t30\t40\t40\t无\n"
             "成本指标\t经济成本指标\t人工费用\t≤\t20.01\t万元\t20\t60\t60\t无\n"),
       1, 0, 0},
      {"indicator_budget", "quiet",
       sheet("成本指标\t经济成本指标\t人均补助\t≤\t80.00\t万元\t30\t40\t40\t无\n"
             "产出指标\t数量指标\t人工\t≤\t20.00\t万元\t20\t60\t60\t无\n"),
       0, 0, 0},
  };
}

}  // namespace gouji::testing_support
