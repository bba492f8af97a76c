// SPDX-License-Identifier: GPL-3.0-or-later
// Performance tables as records: invented tables in the forms that are in use.
#include "record/records.h"

#include <gtest/gtest.h>

#include <sstream>

#include "base/utf8.h"
#include "unit/grid_of.h"

namespace gouji {
namespace {

const PatternSet& pattern_set() {
  static const Result<PatternSet> patterns = PatternSet::load();
  return *patterns;
}

/// The records of a document with one table and the blocks above it.
Records read(Grid grid, const std::vector<std::string>& above = {}) {
  Flow flow;
  for (const std::string& text : above)
    flow.blocks.push_back({BlockKind::paragraph, located(text), {}, -1});
  flow.blocks.push_back({BlockKind::table, {}, {}, 0});
  Tables tables;
  tables.grids.push_back(std::move(grid));
  tables.grid_of_region = {0};
  tables.roles.assign(flow.blocks.size(), TableRole::none);
  return read_records(tables, flow, pattern_set());
}

std::string show(const Indicator& i) {
  return i.level1 + "|" + i.level2 + "|" + i.level3 + "|" + i.op.value_or("") + "|" + i.value +
         "|" + i.unit + "|" + i.deadline + "|" + i.actual + "|" + i.weight + "|" + i.score + "|" +
         i.reason;
}

std::string show(const Maybe<RecordAmount>& amount) {
  if (!amount) return "";
  return amount->value + amount->unit.value_or("?") + "=" +
         (amount->normalized ? amount->normalized->value + *amount->normalized->unit : "?");
}

std::string field(const Record& record, const std::string& label) {
  for (const auto& [name, value] : record.fields)
    if (name == label) return value;
  return "(none)";
}

TEST(ReadRecords, TargetTableOfATextWithShiftedRows) {
  Grid grid = grid_of(
      "项目(政策)名称|河道巡检经费||||||\n"
      "主管部门|某市水务局-|||实施单位|某市水务局本级-||\n"
      "预算资金情况|33.2||||||\n"
      "总体目标|全面完成2024年巡检任务。||||||\n"
      "绩效指标|一级指标|二级指标|三级指标|运算符号|指标值|度量单位|完成时限\n"
      "|产出指标|数量指标|巡检次数|>=|12|次|2024年12月\n"
      "|||巡检里程|＝|40.5|公里|2024年12月\n"
      "||质量指标|记录完整||完整||2024年12月\n"
      "|巡检及时率||≧|95|%|2024年12月\n"
      "|满意度指标|服务对象满意度指标|居民满意度|>=|90%||2024年12月");
  grid.caption = "部门预算项目（政策）绩效目标表";
  grid.unit = "万元";
  const Records out =
      read(std::move(grid), {"部门预算项目（政策）绩效目标表", "2024年", "单位:万元"});
  ASSERT_EQ(out.records.size(), 1U);
  const Record& record = out.records[0];
  EXPECT_EQ(record.id, "r1");
  EXPECT_EQ(record.type, "performance_target");
  EXPECT_EQ(record.table, "t1");
  EXPECT_EQ(record.title, "部门预算项目（政策）绩效目标表");
  EXPECT_EQ(record.year, "2024");
  EXPECT_EQ(record.unit, "万元");
  EXPECT_EQ(record.project, "河道巡检经费");
  EXPECT_EQ(record.goal, "全面完成2024年巡检任务。");
  EXPECT_EQ(show(record.budget), "33.2万元=332000元");
  EXPECT_EQ(field(record, "主管部门"), "某市水务局-");
  EXPECT_EQ(field(record, "实施单位"), "某市水务局本级-");
  ASSERT_EQ(record.indicators.size(), 5U);
  EXPECT_EQ(show(record.indicators[0]), "产出指标|数量指标|巡检次数|>=|12|次|2024年12月||||");
  EXPECT_EQ(show(record.indicators[1]), "产出指标|数量指标|巡检里程|=|40.5|公里|2024年12月||||");
  EXPECT_EQ(show(record.indicators[2]), "产出指标|质量指标|记录完整||完整||2024年12月||||");
  EXPECT_EQ(show(record.indicators[3]), "产出指标|质量指标|巡检及时率|>=|95|%|2024年12月||||");
  EXPECT_EQ(show(record.indicators[4]),
            "满意度指标|服务对象满意度指标|居民满意度|>=|90%||2024年12月||||");
  EXPECT_EQ(record.indicators[4].row, 9);
  ASSERT_EQ(out.problems.size(), 1U);
  EXPECT_EQ(out.problems[0].code, "record_rows_shifted");
  EXPECT_EQ(out.problems[0].arguments, (std::vector<std::pair<std::string, std::string>>{
                                           {"rows", "1"}, {"indicators", "5"}, {"table", "t1"}}));
}

TEST(ReadRecords, TransferTableWithEmptyLabels) {
  const Records out =
      read(grid_of("转移支付名称|环卫补助||||||\n"
                   "省级财政部门||||省级主管部门|某局-||\n"
                   "转移支付实施期|||||||\n"
                   "预算资金总额|109,842.82||||||\n"
                   "总体目标|保洁||||||\n"
                   "绩效指标|一级指标|二级指标|三级指标|运算符|指标值|计量单位|完成时间\n"
                   "|产出指标|数量指标|区县数量|>|9|个|2023 年 12 月"),
           {"转移支付整体绩效目标表", "2023 年", "单位：万元"});
  ASSERT_EQ(out.records.size(), 1U);
  const Record& record = out.records[0];
  EXPECT_EQ(record.title, "转移支付整体绩效目标表");
  EXPECT_EQ(record.project, "环卫补助");
  EXPECT_EQ(field(record, "省级财政部门"), "");
  EXPECT_EQ(field(record, "省级主管部门"), "某局-");
  EXPECT_EQ(field(record, "转移支付实施期"), "");
  EXPECT_EQ(record.budget->value, "109,842.82");
  EXPECT_EQ(show(record.indicators[0]), "产出指标|数量指标|区县数量|>|9|个|2023 年 12 月||||");
}

TEST(ReadRecords, SelfEvaluationWithTargetsInOneCell) {
  const Records out =
      read(grid_of("记账服务费项目绩效目标自评表|\n"
                   "主管部门及代码||实施单位|某局\n"
                   "项目预算执行情况（万元）|预算数：|1.8万元|执行数：|1.75万元\n"
                   "|其中：财政拨款|1.8万元|其中：财政拨款|1.75万元\n"
                   "年度总体目标完成情况|预期目标|目标实际完成情况\n"
                   "|按时记账。|已按时记账。\n"
                   "年度绩效指标完成情况|一级指标|二级指标|三级指标|预期指标值|实际完成指标值\n"
                   "|完成指标|数量指标|会计人数|=1人|1人\n"
                   "||质量指标|记账质量|优|优\n"
                   "||时效指标|完成时限|≦12月|年内完成\n"
                   "|效益指标|经济效益  指标|规范率|≧95%|95%"));
  ASSERT_EQ(out.records.size(), 1U);
  const Record& record = out.records[0];
  EXPECT_EQ(record.type, "self_evaluation");
  EXPECT_EQ(record.title, "记账服务费项目绩效目标自评表");
  EXPECT_EQ(record.project, "记账服务费");
  EXPECT_FALSE(record.year);
  EXPECT_EQ(record.unit, "万元");
  EXPECT_EQ(field(record, "主管部门及代码"), "");
  EXPECT_EQ(field(record, "实施单位"), "某局");
  EXPECT_EQ(show(record.budgeted), "1.8万元=18000元");
  EXPECT_EQ(show(record.executed), "1.75万元=17500元");
  EXPECT_FALSE(record.adjusted);
  EXPECT_EQ(record.goal, "按时记账。");
  EXPECT_EQ(record.goal_actual, "已按时记账。");
  ASSERT_EQ(record.indicators.size(), 4U);
  EXPECT_EQ(show(record.indicators[0]), "完成指标|数量指标|会计人数|=|1|人||1人|||");
  EXPECT_EQ(show(record.indicators[1]), "完成指标|质量指标|记账质量||优|||优|||");
  EXPECT_EQ(show(record.indicators[2]), "完成指标|时效指标|完成时限|<=|12|月||年内完成|||");
  EXPECT_EQ(show(record.indicators[3]), "效益指标|经济效益指标|规范率|>=|95|%||95%|||");
  EXPECT_TRUE(out.problems.empty());
}

TEST(ReadRecords, SelfEvaluationWithMoneyByColumnAndPoints) {
  const Records out =
      read(grid_of("部门预算项目支出绩效自评表（2023年度）\n"
                   "项目名称|51090423T000007749267 督查经费\n"
                   "项目基本情况|1.项目年度目标完成情况|项目年度目标|年度目标完成情况\n"
                   "||督查。|已督查。\n"
                   "|2.项目实施内容及过程概述|按月申报。\n"
                   "预算执行情况（10分）|年度预算数（万元）|年初预算|调整后预算数|预算执行数|"
                   "预算执行率|权重|得分|原因\n"
                   "|总额|50.00|59.77|58.77|98.33%|10|9.8|\n"
                   "|其中：财政资金|50.00|59.77|58.77|98.33%|/|/|\n"
                   "绩效指标（90分）|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|"
                   "权重|得分|未完成原因分析\n"
                   "|产出指标|数量指标|督查次数|≥|520|次|530|40|40|\n"
                   "||质量指标|督办效果|定性|优||良|50|45|一次未按时\n"
                   "合计|100|94.8|\n"
                   "评价结论|基本完成。\n"
                   "项目负责人：某甲|财务负责人：某乙"));
  ASSERT_EQ(out.records.size(), 1U);
  const Record& record = out.records[0];
  EXPECT_EQ(record.type, "self_evaluation");
  EXPECT_EQ(record.year, "2023");
  EXPECT_EQ(record.project, "督查经费");
  EXPECT_EQ(field(record, "项目名称"), "51090423T000007749267 督查经费");
  EXPECT_EQ(record.goal, "督查。");
  EXPECT_EQ(record.goal_actual, "已督查。");
  EXPECT_EQ(field(record, "2.项目实施内容及过程概述"), "按月申报。");
  EXPECT_EQ(show(record.budgeted), "50.00万元=500000元");
  EXPECT_EQ(show(record.adjusted), "59.77万元=597700元");
  EXPECT_EQ(show(record.executed), "58.77万元=587700元");
  EXPECT_EQ(record.execution_rate, "98.33%");
  EXPECT_EQ(record.total_score, "94.8");
  EXPECT_EQ(field(record, "评价结论"), "基本完成。");
  EXPECT_EQ(field(record, "财务负责人"), "某乙");
  ASSERT_EQ(record.indicators.size(), 2U);
  EXPECT_EQ(show(record.indicators[0]), "产出指标|数量指标|督查次数|>=|520|次||530|40|40|");
  EXPECT_EQ(show(record.indicators[1]), "产出指标|质量指标|督办效果||优|||良|50|45|一次未按时");
}

TEST(ReadRecords, FormOfTheMinistryWithMergedCells) {
  Grid grid = grid_of(
      "项目支出绩效自评表|<|<|<|<|<|<|<|<\n"
      "（2022年度）|<|<|<|<|<|<|<|<\n"
      "项目名称|<|防汛物资|<|<|<|<|<|<\n"
      "主管部门|<|某局|<|实施单位|<|某站|<|<\n"
      "项目资金（万元）|<||年初预算数|全年预算数|全年执行数|分值|执行率|得分\n"
      "^|<|年度资金总额|120.00|100.00|90.00|10|90%|9\n"
      "^|<|其中：当年财政拨款|120.00|100.00|90.00|—|90%|—\n"
      "年度总体目标|预期目标|<|<|<|实际完成情况|<|<|<\n"
      "^|储备物资|<|<|<|已储备|<|<|<\n"
      "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施\n"
      "^|产出指标|数量指标|物资种类|≥10种|12种|50|50|\n"
      "^|^|质量指标|合格率|100%|100%|30|30|\n"
      "^|满意度指标|服务对象满意度指标|……|||||\n"
      "总分|<|<|<|<|<|90|89|");
  grid.pages = {3, 3};
  const Records out = read(std::move(grid));
  ASSERT_EQ(out.records.size(), 1U);
  const Record& record = out.records[0];
  EXPECT_EQ(record.type, "self_evaluation");
  EXPECT_EQ(record.title, "项目支出绩效自评表");
  EXPECT_EQ(record.year, "2022");
  EXPECT_EQ(record.project, "防汛物资");
  EXPECT_EQ(field(record, "实施单位"), "某站");
  EXPECT_EQ(show(record.budgeted), "120.00万元=1200000元");
  EXPECT_EQ(show(record.adjusted), "100.00万元=1000000元");
  EXPECT_EQ(show(record.executed), "90.00万元=900000元");
  EXPECT_EQ(record.execution_rate, "90%");
  EXPECT_EQ(record.goal, "储备物资");
  EXPECT_EQ(record.goal_actual, "已储备");
  EXPECT_EQ(record.total_score, "89");
  ASSERT_EQ(record.indicators.size(), 2U);
  EXPECT_EQ(show(record.indicators[0]), "产出指标|数量指标|物资种类|>=|10|种||12种|50|50|");
  EXPECT_EQ(show(record.indicators[1]), "产出指标|质量指标|合格率||100%|||100%|30|30|");
}

TEST(ReadRecords, TargetFormWithOperatorAndUnitBelowOneHeaderCell) {
  Grid grid = grid_of(
      "项目支出绩效目标表|<|<|<|<|<|<\n"
      "项目名称|<|道路养护|<|<|<|<\n"
      "项目资金（元）|<|年度资金总额：|250000|<|<|<\n"
      "^|<|其中：财政拨款|250000|<|<|<\n"
      "总体目标|<|实施期目标|<|年度目标|<|<\n"
      "^|<|三年养护|<|一年养护|<|<\n"
      "绩效指标|一级指标|二级指标|三级指标|指标值|<|<\n"
      "^|产出指标|数量指标|养护里程|≥|12.5|公里\n"
      "^|效益指标|社会效益指标|通行条件|定性|改善|");
  grid.pages = {1, 2};
  const Records out = read(std::move(grid));
  ASSERT_EQ(out.records.size(), 1U);
  const Record& record = out.records[0];
  EXPECT_EQ(record.type, "performance_target");
  EXPECT_EQ(record.goal, "一年养护");
  EXPECT_EQ(field(record, "实施期目标"), "三年养护");
  EXPECT_EQ(show(record.budget), "250000元=250000元");
  ASSERT_EQ(record.indicators.size(), 2U);
  EXPECT_EQ(show(record.indicators[0]), "产出指标|数量指标|养护里程|>=|12.5|公里|||||");
  EXPECT_EQ(show(record.indicators[1]), "效益指标|社会效益指标|通行条件||改善||||||");
}

TEST(ReadRecords, ScoreSheetWithAHeaderOfTwoRowsInADump) {
  const Records out = read(
      grid_of("附件1 2023年部门整体支出绩效评价指标体系\n"
              "绩效指标|指标分值|指标解释|计分标准|自评得分\n"
              "一级指标|二级指标|三级指标||||\n"
              "预算管理（60分）|预算编制（60分）|目标制定|60|评价目标是否完整。|完整得满分。|58\n"
              "结果应用|信息公开|自评公开|40|评价公开情况。|公开得满分。|/\n"
              "自评总分|100|||58"));
  ASSERT_EQ(out.records.size(), 1U);
  const Record& record = out.records[0];
  EXPECT_EQ(record.type, "scorecard");
  EXPECT_EQ(record.title, "2023年部门整体支出绩效评价指标体系");
  EXPECT_EQ(record.year, "2023");
  EXPECT_EQ(record.total_score, "58");
  ASSERT_EQ(record.indicators.size(), 2U);
  EXPECT_EQ(show(record.indicators[0]), "预算管理（60分）|预算编制（60分）|目标制定||||||60|58|");
  EXPECT_EQ(show(record.indicators[1]), "结果应用|信息公开|自评公开||||||40|/|");
}

TEST(ReadRecords, OneGridWithTwoTablesAndARepeatedHeader) {
  const Records out =
      read(grid_of("甲项目绩效目标表\n"
                   "项目名称|甲\n"
                   "绩效指标|一级指标|二级指标|三级指标|指标值\n"
                   "|产出指标|数量指标|次数|3次\n"
                   "绩效指标|一级指标|二级指标|三级指标|指标值\n"
                   "|效益指标|社会效益指标|效果|好\n"
                   "乙项目绩效目标表\n"
                   "项目名称|乙\n"
                   "绩效指标|一级指标|二级指标|三级指标|指标值\n"
                   "|产出指标|数量指标|人数|8人"));
  ASSERT_EQ(out.records.size(), 2U);
  EXPECT_EQ(out.records[0].project, "甲");
  EXPECT_EQ(out.records[0].indicators.size(), 2U);
  EXPECT_EQ(out.records[1].id, "r2");
  EXPECT_EQ(out.records[1].project, "乙");
  EXPECT_EQ(out.records[1].title, "乙项目绩效目标表");
  ASSERT_EQ(out.records[1].indicators.size(), 1U);
  EXPECT_EQ(out.records[1].indicators[0].row, 9);
  EXPECT_EQ(out.records[1].at.unit, 7);
}

TEST(ReadRecords, TableOfSeveralProjectsGivesARecordEach) {
  Grid grid = grid_of(
      "单位名称|项目名称|预算数（万元）|年度目标|一级指标|二级指标|三级指标|指标性质|指标值|"
      "度量单位|权重\n"
      "某校|校园安保|12.50|校园安全|产出指标|数量指标|保安人数|≥|6|人|50\n"
      "^|^|^|^|满意度指标|满意度指标|家长满意度|≥|95|%|40\n"
      "^|食堂设备|8|设备更新|产出指标|质量指标|验收合格率|＝|100|%|90");
  grid.pages = {7, 7};
  grid.caption = "部门预算项目绩效目标表（2024年度）";
  const Records out = read(std::move(grid));
  ASSERT_EQ(out.records.size(), 2U);
  EXPECT_EQ(out.records[0].project, "校园安保");
  EXPECT_EQ(out.records[0].goal, "校园安全");
  EXPECT_EQ(out.records[0].budget->value, "12.50");
  EXPECT_EQ(out.records[0].year, "2024");
  ASSERT_EQ(out.records[0].indicators.size(), 2U);
  EXPECT_EQ(show(out.records[0].indicators[1]), "满意度指标|满意度指标|家长满意度|>=|95|%|||40||");
  EXPECT_EQ(out.records[1].project, "食堂设备");
  EXPECT_EQ(out.records[1].id, "r2");
  ASSERT_EQ(out.records[1].indicators.size(), 1U);
  EXPECT_EQ(show(out.records[1].indicators[0]), "产出指标|质量指标|验收合格率|=|100|%|||90||");
}

TEST(ReadRecords, ProjectNamedAboveAScoreSheet) {
  Grid grid = grid_of("一级指标|二级指标|三级指标|分值|得分\n产出指标|数量指标|验收合格率|5|4.5");
  grid.caption = "项目支出绩效评价指标体系及得分表";
  const Records out = read(std::move(grid), {"项目名称：校舍维修　 评价机构：某公司"});
  ASSERT_EQ(out.records.size(), 1U);
  EXPECT_EQ(out.records[0].project, "校舍维修");
}

TEST(ReadRecords, HeadThatAPageEndPartedFromItsIndicators) {
  Tables tables;
  tables.grids.push_back(grid_of("项目名称|电梯更新\n预算资金情况|320"));
  tables.grids[0].caption = "部门预算项目（政策）绩效目标表";
  tables.grids[0].unit = "万元";
  tables.grids[0].pages = {5, 5};
  tables.grids.push_back(
      grid_of("绩效指标|一级指标|二级指标|三级指标|指标值\n|产出指标|数量指标|台数|≥20台"));
  tables.grids[1].pages = {6, 6};
  tables.grids[1].caption = "某市2024年部门预算";  // a running head
  Flow flow;
  const Records out = read_records(tables, flow, pattern_set());
  ASSERT_EQ(out.records.size(), 1U);
  EXPECT_EQ(out.records[0].table, "t2");
  EXPECT_EQ(out.records[0].title, "部门预算项目（政策）绩效目标表");
  EXPECT_EQ(out.records[0].project, "电梯更新");
  EXPECT_EQ(show(out.records[0].budget), "320万元=3200000元");
  tables.grids[1].pages = {9, 9};
  EXPECT_FALSE(read_records(tables, flow, pattern_set()).records[0].project);
}

TEST(ReadRecords, DepartmentStandsForTheProject) {
  const Records out = read(grid_of("部门（单位）名称|某县农业农村局\n"
                                   "年度预算（万元）|5860.00\n"
                                   "年度总体目标|稳定播种面积。\n"
                                   "绩效指标|一级指标|二级指标|三级指标|指标值\n"
                                   "|产出指标|数量指标|播种面积|≥42.6万亩"),
                           {"部门整体绩效目标表", "（2023年度）"});
  ASSERT_EQ(out.records.size(), 1U);
  EXPECT_EQ(out.records[0].project, "某县农业农村局");
  EXPECT_EQ(show(out.records[0].budget), "5860.00万元=58600000元");
  EXPECT_EQ(out.records[0].year, "2023");
  EXPECT_TRUE(out.records[0].fields.empty());
}

TEST(ReadRecords, GroupsOfMoneyInTheHeadOfATarget) {
  Grid grid = grid_of(
      "部门名称|某县水务局||||\n"
      "资金情况（万元）|年度金额：|1000.00|||\n"
      "按收入性质分|一般公共预算|900.00|||\n"
      "|其他资金|100.00|||\n"
      "总体目标|保障水安全。||||\n"
      "绩效指标|一级指标|二级指标|三级指标|指标值|备注\n"
      "|产出指标|数量指标|巡查次数|≥200次|\n");
  const Records out = read(grid, {"部门整体支出绩效目标表（2024年度）"});
  ASSERT_EQ(out.records.size(), 1U);
  const Record& record = out.records[0];
  EXPECT_EQ(show(record.budget), "1000.00万元=10000000元");
  EXPECT_EQ(field(record, "资金情况（万元）"), "(none)");
  EXPECT_EQ(field(record, "按收入性质分"), "(none)");
  EXPECT_EQ(field(record, "一般公共预算"), "900.00");
  EXPECT_EQ(field(record, "其他资金"), "100.00");
  ASSERT_EQ(record.indicators.size(), 1U);
}

TEST(ReadRecords, WhatDoesNotFitIsReported) {
  const Records out =
      read(grid_of("项目名称|甲\n"
                   "绩效指标|一级指标|二级指标|三级指标|运算符号|指标值|度量单位|完成时限\n"
                   "|产出指标|数量指标|次数|>=|3|次|2024年12月\n"
                   "||||>=|5|个|2024年12月"),
           {"项目绩效目标表"});
  ASSERT_EQ(out.records.size(), 1U);
  EXPECT_EQ(out.records[0].indicators.size(), 1U);
  ASSERT_EQ(out.problems.size(), 1U);
  EXPECT_EQ(out.problems[0].code, "record_row_unread");
  EXPECT_EQ(out.problems[0].at.unit, 4);
  EXPECT_EQ(out.problems[0].arguments,
            (std::vector<std::pair<std::string, std::string>>{{"row", "4"}, {"table", "t1"}}));
}

TEST(ReadRecords, ASecondSetOfColumnsIsReported) {
  const Records out = read(grid_of("项目名称|甲\n"
                                   "绩效指标|一级指标|二级指标|三级指标|指标值|三级指标|指标值\n"
                                   "|产出指标|数量指标|三年户数|≥120户|本年户数|≥40户\n"
                                   "|效益指标|社会效益指标|……|||"),
                           {"项目绩效目标表"});
  ASSERT_EQ(out.records.size(), 1U);
  ASSERT_EQ(out.records[0].indicators.size(), 1U);
  EXPECT_EQ(out.records[0].indicators[0].value, "120");
  ASSERT_EQ(out.problems.size(), 1U) << "a row of dots is none";
  EXPECT_EQ(out.problems[0].code, "record_columns_unread");
  EXPECT_EQ(out.problems[0].arguments[0].second, "2");
}

TEST(ReadRecords, OtherTablesGiveNone) {
  const char* const tables[] = {
      "项目|本年收入\n一、拨款|5",
      "一般指标|二级指标|三级指标|指标分值|自评得分\n预算管理|编制|目标|10|10",
      "指标名称|单位|2023年|2022年\n粮食产量|吨|50|48",
      "单位名称|项目|数量指标|指标性质|目标值|单位|完成值\n某局|宣传|次数|≥|3|次|3",
  };
  for (const char* table : tables) EXPECT_TRUE(read(grid_of(table)).records.empty()) << table;
}

}  // namespace
}  // namespace gouji
