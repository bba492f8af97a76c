// SPDX-License-Identifier: GPL-3.0-or-later
// Fiscal tables as records: invented tables in the forms that are in use.
#include "record/fiscal.h"

#include <gtest/gtest.h>

#include "record/concept.h"
#include "record/table_view.h"
#include "unit/grid_of.h"

namespace gouji {
namespace {

const PatternSet& pattern_set() {
  static const Result<PatternSet> patterns = PatternSet::load();
  return *patterns;
}

struct Case {
  const char* kind;
  const char* caption;
  int header_rows;
  const char* grid;
  const char* columns;  ///< one a line: label|role|concept|year|basis|fund|unit|side
  const char* rows;     ///< one a line, see show()
  const char* name;
};

Records read(const Case& c) {
  Tables tables;
  tables.grids.push_back(grid_of(c.grid));
  Grid& grid = tables.grids.back();
  grid.kind = c.kind;
  if (*c.caption) grid.caption = c.caption;
  grid.unit = "万元";
  grid.header_rows = c.header_rows;
  Flow flow;
  flow.blocks.push_back({BlockKind::table, {}, {}, 0});
  tables.grid_of_region = {0};
  tables.roles.assign(1, TableRole::none);
  static const FigureScanner scanner(pattern_set());
  const Figures figures = find_figures(flow, tables, Outline(), pattern_set(), scanner);
  Records out;
  add_fiscal_records(tables, figures, DocumentInfo(), pattern_set(), out);
  return out;
}

std::string show(const FiscalColumn& c) {
  return c.label + "|" + c.role + "|" + c.concept_id.value_or("") + "|" +
         (c.year ? std::to_string(*c.year) : "") + "|" + c.basis.value_or("") + "|" +
         c.fund.value_or("") + "|" + c.unit.value_or("") + "|" + c.side + "\n";
}

/// Level as blanks, marker in brackets, label, code in braces, kind unless item, concept behind #,
/// fund behind $, year behind @, basis behind %, parent behind ^, then the values by column.
std::string show(const FiscalRow& r) {
  std::string out(static_cast<std::size_t>(2 * r.level), ' ');
  if (r.marker) out += "[" + *r.marker + "]";
  out += r.label;
  if (r.code) out += "{" + *r.code + "}";
  if (r.kind != "item") out += " " + r.kind;
  if (r.concept_id) out += " #" + *r.concept_id;
  if (r.fund) out += " $" + *r.fund;
  if (r.year) out += " @" + std::to_string(*r.year);
  if (r.basis) out += " %" + *r.basis;
  if (r.parent) out += " ^" + std::to_string(*r.parent);
  for (const FiscalValue& value : r.values)
    out += " " + std::to_string(value.column) + "=" + value.value;
  return out + "\n";
}

class FiscalTables : public testing::TestWithParam<Case> {};

TEST_P(FiscalTables, AreUnderstood) {
  const Records out = read(GetParam());
  ASSERT_EQ(out.records.size(), 1U);
  const Record& record = out.records[0];
  EXPECT_EQ(record.type,
            std::string(GetParam().kind).substr(0, 4) == "debt" ? "debt_table" : "fiscal_table");
  EXPECT_EQ(record.kind, GetParam().kind);
  std::string columns, rows;
  for (const FiscalColumn& column : record.columns) columns += show(column);
  for (const FiscalRow& row : record.rows) rows += show(row);
  EXPECT_EQ(columns, GetParam().columns);
  EXPECT_EQ(rows, GetParam().rows);
  EXPECT_TRUE(out.problems.empty());
}

const Case kCases[] = {
    {"summary_income_expenditure", "2023年度收入支出决算总表", 2,
     "收入|<|支出|<\n"
     "项目|决算数|项目|决算数\n"
     "一、一般公共预算财政拨款收入|10.50|一、一般公共服务支出|9.00\n"
     "二、上级补助收入||二、教育支出|2.00\n"
     "本年收入合计|10.50|本年支出合计|11.00\n"
     "使用非财政拨款结余||结余分配|\n"
     "年初结转和结余|2.50|年末结转和结余|2.00\n"
     "总计|13.00|总计|13.00",
     "收入/项目|label||||||income\n"
     "收入/决算数|amount||2023|final_accounts||万元|income\n"
     "支出/项目|label||||||expenditure\n"
     "支出/决算数|amount||2023|final_accounts||万元|expenditure\n",
     "[一、]一般公共预算财政拨款收入 #general_public_appropriation_income $general_public_budget "
     "1=10.50\n"
     "[二、]上级补助收入 #superior_subsidy_income\n"
     "本年收入合计 total #income_of_year 1=10.50\n"
     "使用非财政拨款结余 #non_fiscal_surplus_used\n"
     "年初结转和结余 #opening_carry_over 1=2.50\n"
     "总计 total #grand_total 1=13.00\n"
     "[一、]一般公共服务支出 #general_public_services 3=9.00\n"
     "[二、]教育支出 #education 3=2.00\n"
     "本年支出合计 total #expenditure_of_year 3=11.00\n"
     "结余分配 #surplus_distribution\n"
     "年末结转和结余 #closing_carry_over 3=2.00\n"
     "总计 total #grand_total 3=13.00\n",
     "TwoSides"},
    {"expenditure", "2024年部门支出预算总表", 3,
     "项目|<|<|<|支出预算|<|<\n"
     "功能分类科目编码|<|<|功能分类科目名称|合计|基本支出|项目支出\n"
     "类|款|项|^|^|^|^\n"
     "201|||一般公共服务支出|5.00|3.00|2.00\n"
     "|13||商贸事务|5.00|3.00|2.00\n"
     "||01|行政运行|3.00|3.00|\n"
     "||99|其他商贸事务支出|2.00||2.00\n"
     "229|||其他支出|1.00||1.00\n"
     "合计|<|<|<|6.00|3.00|3.00",
     "项目/功能分类科目编码/类|code||||||\n"
     "项目/功能分类科目编码/款|code||||||\n"
     "项目/功能分类科目编码/项|code||||||\n"
     "项目/功能分类科目名称|label||||||\n"
     "支出预算/合计|amount|expenditure_of_year|2024|budget||万元|\n"
     "支出预算/基本支出|amount|basic_expenditure|2024|budget||万元|\n"
     "支出预算/项目支出|amount|project_expenditure|2024|budget||万元|\n",
     "一般公共服务支出{201} #general_public_services 4=5.00 5=3.00 6=2.00\n"
     "  商贸事务{20113} ^0 4=5.00 5=3.00 6=2.00\n"
     "    行政运行{2011301} ^1 4=3.00 5=3.00\n"
     "    其他商贸事务支出{2011399} ^1 4=2.00 6=2.00\n"
     "其他支出{229} #other_expenditure 4=1.00 6=1.00\n"
     "合计 total #total 4=6.00 5=3.00 6=3.00\n",
     "CodesInThreeColumns"},
    {"three_public", "财政拨款“三公”经费支出决算表", 3,
     "“三公”经费|<|<|<|会议费\n"
     "小计|公务用车购置及运行维护费|<|公务接待费|^\n"
     "^|小计|公务用车购置费|^|^\n"
     "3.00|2.00|2.00|1.00|4.00",
     "“三公”经费/小计|amount|three_public||final_accounts||万元|\n"
     "“三公”经费/公务用车购置及运行维护费/小计|amount|official_vehicles||final_accounts||万元|\n"
     "“三公”经费/公务用车购置及运行维护费/"
     "公务用车购置费|amount|vehicle_purchase||final_accounts||万元|\n"
     "“三公”经费/公务接待费|amount|official_reception||final_accounts||万元|\n"
     "会议费|amount|conference||final_accounts||万元|\n",
     " 0=3.00 1=2.00 2=2.00 3=1.00 4=4.00\n", "WithoutLabels"},
    {"government_fund", "2025年全市政府性基金预算收入执行情况表", 1,
     "项目|2024年决算数|2025年预算数|2025年执行数|执行数为预算数的%|比上年增减%\n"
     "一、政府性基金收入|100|110|121|110.0|21.0\n"
     "国有土地使用权出让收入|90|100|—|×|\n"
     "政府性基金收入合计|100|110|121|110.0|21.0\n"
     "上年结转收入|5|5|5|100.0|0",
     "项目|label||||||\n"
     "2024年决算数|amount||2024|final_accounts|government_fund|万元|\n"
     "2025年预算数|amount||2025|budget|government_fund|万元|\n"
     "2025年执行数|amount||2025|execution|government_fund|万元|\n"
     "执行数为预算数的%|rate||2025|ratio|government_fund|%|\n"
     "比上年增减%|change||2025|change|government_fund|%|\n",
     "[一、]政府性基金收入 #income_of_year $government_fund 1=100 2=110 3=121 4=110.0 5=21.0\n"
     "  国有土地使用权出让收入 #land_transfer_income ^0 1=90 2=100 3=— 4=×\n"
     "政府性基金收入合计 total #income_of_year $government_fund 1=100 2=110 3=121 4=110.0 5=21.0\n"
     "上年结转收入 #opening_carry_over 1=5 2=5 3=5 4=100.0 5=0\n",
     "BasesAndYears"},
    {"income", "2018年度收入预算总表", 1,
     "项目名称||金额\n"
     "收入总计|<|9.00\n"
     "一般公共预算资金|小计|8.00\n"
     "^|专项收入|8.00\n"
     "其他资金|小计|1.00\n"
     "^|事业收入|1.00",
     "项目名称|label||||||\n"
     "|label||||||\n"
     "金额|amount||2018|budget||万元|\n",
     "收入总计 total #income_total 2=9.00\n"
     "一般公共预算资金 subtotal #general_public_appropriation_income $general_public_budget "
     "2=8.00\n"
     "  专项收入 #special_revenue ^1 2=8.00\n"
     "其他资金 subtotal #other_income 2=1.00\n"
     "  事业收入 #institution_income ^3 2=1.00\n",
     "NestedLabels"},
    {"social_insurance", "2021年社会保险基金支出决算表", 1,
     "项目|栏次|决算数\n"
     "栏次||1\n"
     "一、养老保险基金|1|30\n"
     "其中：社会保险待遇支出|2|20\n"
     "转移支出|3|5\n"
     "二、失业保险基金|4|10",
     "项目|label||||||\n"
     "栏次|row_number||||||\n"
     "决算数|amount||2021|final_accounts|social_insurance|万元|\n",
     "[一、]养老保险基金 2=30\n"
     "  [其中：]社会保险待遇支出 of_which #insurance_benefits ^0 2=20\n"
     "  转移支出 ^0 2=5\n"
     "[二、]失业保险基金 2=10\n",
     "OfWhich"},
    {"debt_limit_balance", "2025年债务限额和余额情况表", 2,
     "地区|2025年债务限额|<|<|2024年新增债务|<|2025年偿还本金|<|2025年余额（决算数）|城乡建设|<\n"
     "^|合计|一般债务|专项债务|合计|一般债务|合计|专项债券|^|合计|道路\n"
     "市县合计|30|10|20|7|3|4|1|28|5|2\n"
     "甲县|30|10|20|7|3|4|1|28|5|2",
     "地区|label||||||\n"
     "2025年债务限额/合计|amount|debt_limit|2025|||万元|\n"
     "2025年债务限额/一般债务|amount|general_debt_limit|2025|||万元|\n"
     "2025年债务限额/专项债务|amount|special_debt_limit|2025|||万元|\n"
     "2024年新增债务/合计|amount|new_debt|2024|||万元|\n"
     "2024年新增债务/一般债务|amount|new_general_debt|2024|||万元|\n"
     "2025年偿还本金/合计|amount|principal_repaid|2025|||万元|\n"
     "2025年偿还本金/专项债券|amount|special_principal_repaid|2025|||万元|\n"
     "2025年余额（决算数）|amount||2025|final_accounts||万元|\n"
     "城乡建设/合计|amount|subtotal|2025|||万元|\n"
     "城乡建设/道路|amount||2025|||万元|\n",
     "市县合计 subtotal #subtotal 1=30 2=10 3=20 4=7 5=3 6=4 7=1 8=28 9=5 10=2\n"
     "甲县 1=30 2=10 3=20 4=7 5=3 6=4 7=1 8=28 9=5 10=2\n",
     "PartsOfDebtHaveTheirOwnConcepts"},
    {"state_capital", "2019年国有资本经营预算支出表", 2,
     "项目|2018年执行数|<|<|2019年预算数\n"
     "^|小计|区本级|市县级|^\n"
     "国有企业资本金注入|9|4|5|8",
     "项目|label||||||\n"
     "2018年执行数/小计|amount|subtotal|2018|execution|state_capital|万元|\n"
     "2018年执行数/区本级|amount||2018|execution|state_capital|万元|\n"
     "2018年执行数/市县级|amount||2018|execution|state_capital|万元|\n"
     "2019年预算数|amount||2019|budget|state_capital|万元|\n",
     "国有企业资本金注入 1=9 2=4 3=5 4=8\n", "LevelsOfGovernmentAreNoConcepts"},
    {"debt_bonds", "2023年政府债券发行情况表", 1,
     "项目|债券种类|期限（年）|利率（%）|发行额\n"
     "1月6日|新增专项债券|10|2.93|41.00\n"
     "1月7日|^|15|3.06|17.90\n"
     "1月8日|^|20|3.14|61.30",
     "项目|label||||||\n"
     "债券种类|other||||||\n"
     "期限（年）|other||||||\n"
     "利率（%）|rate||2023|ratio||%|\n"
     "发行额|amount|bonds_issued|2023|||万元|\n",
     "1月6日 1=新增专项债券 2=10 3=2.93 4=41.00\n"
     "1月7日 1=新增专项债券 2=15 3=3.06 4=17.90\n"
     "1月8日 1=新增专项债券 2=20 3=3.14 4=61.30\n",
     "TermsAreNoAmountsAndMergedTextsAreCarriedDown"},
    {"debt_limit_balance", "2023年政府债务情况表", 1,
     "项目|全市|市本级\n"
     "一、2022年末政府债务余额|18|7\n"
     "其中：一般债务|10|4\n"
     "专项债务|8|3\n"
     "二、2023年还本支出预计执行数|6|2\n"
     "（一）一般债券|4|1\n"
     "其中：再融资债券|3|1\n"
     "三、2021年某地道路改造工程|1|1\n"
     "附：2023年债务限额|30|9",
     "项目|label||||||\n"
     "全市|amount||2023|||万元|\n"
     "市本级|amount||2023|||万元|\n",
     "[一、]2022年末政府债务余额 #debt_balance @2022 1=18 2=7\n"
     "  [其中：]一般债务 of_which #general_debt_balance @2022 ^0 1=10 2=4\n"
     "  专项债务 #special_debt_balance @2022 ^0 1=8 2=3\n"
     "[二、]2023年还本支出预计执行数 #debt_repayment @2023 %execution 1=6 2=2\n"
     "  [（一）]一般债券 #general_principal_repaid @2023 %execution ^3 1=4 2=1\n"
     "    [其中：]再融资债券 of_which #refinancing_bonds @2023 %execution ^4 1=3 2=1\n"
     "[三、]2021年某地道路改造工程 1=1 2=1\n"
     "[附：]2023年债务限额 #debt_limit @2023 1=30 2=9\n",
     "RowsAreOfTheYearAndBasisOfTheirHeading"},
    {"general_public_budget_expenditure", "2024年一般公共预算支出表", 2,
     "功能分类科目||2023年执行数|2024年预算数|||增减|\n"
     "科目编码|科目名称||小计|基本支出|项目支出|增减额|增减%\n"
     "栏次||1|2|3|4|5|6\n"
     "合计||90|100|80|20|10|11.11\n"
     "213|农林水支出|90|100|80|20|10|11.11",
     "功能分类科目/科目编码|code||||||\n"
     "功能分类科目/科目名称|label||||||\n"
     "2023年执行数|amount||2023|execution|general_public_budget|万元|\n"
     "2024年预算数/小计|amount|subtotal|2024|budget|general_public_budget|万元|\n"
     "2024年预算数/基本支出|amount|basic_expenditure|2024|budget|general_public_budget|万元|\n"
     "2024年预算数/项目支出|amount|project_expenditure|2024|budget|general_public_budget|万元|\n"
     "增减/增减额|change||2024|change|general_public_budget|万元|\n"
     "增减/增减%|change||2024|change|general_public_budget|%|\n",
     "合计 total #total 2=90 3=100 4=80 5=20 6=10 7=11.11\n"
     "农林水支出{213} #agriculture 2=90 3=100 4=80 5=20 6=10 7=11.11\n",
     "HeadingsOfATextStandAboveTheEmptyPlacesBehindThem"},
    {"income", "2024年部门收入预算总表", 2,
     "部门代码|部门名称|合计|本年收入|||上年结转\n"
     "|||小计|一般公共预算|单位资金|\n"
     "201001|某县水务局|100|98|95|3|2\n"
     "201002|某县水库管理所|20|20|20||",
     "部门代码|code||||||\n"
     "部门名称|label||||||\n"
     "合计|amount|total|2024|budget||万元|\n"
     "本年收入/小计|amount|income_of_year|2024|budget||万元|\n"
     "本年收入/一般公共预算|amount|general_public_appropriation_income|2024|budget|"
     "general_public_budget|万元|\n"
     "本年收入/单位资金|amount|unit_money|2024|budget||万元|\n"
     "上年结转|amount|opening_carry_over|2024|budget||万元|\n",
     "某县水务局{201001} 2=100 3=98 4=95 5=3 6=2\n"
     "某县水库管理所{201002} 2=20 3=20 4=20\n",
     "UnitsHaveCodesAndFundsAreAppropriations"},
    {"three_public", "“三公”经费支出决算表", 1,
     "项目|决算数\n"
     "一、“三公”经费支出|4.20\n"
     "（一）支出合计|4.20\n"
     "1．因公出国（境）费|0.00\n"
     "2．公务用车购置及运行维护费|2.70\n"
     "（1）公务用车购置费|0.00\n"
     "3．公务接待费|1.50",
     "项目|label||||||\n"
     "决算数|amount|||final_accounts||万元|\n",
     "[一、]“三公”经费支出 #three_public 1=4.20\n"
     "  [（一）]支出合计 total #expenditure_of_year ^0 1=4.20\n"
     "    [1．]因公出国（境）费 #overseas_travel ^1 1=0.00\n"
     "    [2．]公务用车购置及运行维护费 #official_vehicles ^1 1=2.70\n"
     "      [（1）]公务用车购置费 #vehicle_purchase ^3 1=0.00\n"
     "    [3．]公务接待费 #official_reception ^1 1=1.50\n",
     "ANumberedTotalStandsInItsSeries"},
    {"income", "2018年度收入预算总表", 1,
     "项目名称|||金额\n"
     "收入总计|<|<|9.00\n"
     "其他资金||小计|1.00\n"
     "^|^|事业收入|1.00",
     "项目名称|label||||||\n"
     "|other||||||\n"
     "|label||||||\n"
     "金额|amount||2018|budget||万元|\n",
     "收入总计 total #income_total 3=9.00\n"
     "其他资金 subtotal #other_income 3=1.00\n"
     "  事业收入 #institution_income ^1 3=1.00\n",
     "LabelsOnBothSidesOfABlankColumn"},
    {"expenditure", "2024年部门支出预算表", 2,
     "科目编码|<|<|单位代码|单位名称（科目名称）|总计|基本支出|项目支出\n"
     "类|款|项|^|^|^|^|^\n"
     "|||201001|某县水务局|9.00|7.00|2.00\n"
     "213|||201001|农林水支出|9.00|7.00|2.00\n"
     "213|03||201001|水利|9.00|7.00|2.00",
     "科目编码/类|code||||||\n"
     "科目编码/款|code||||||\n"
     "科目编码/项|code||||||\n"
     "单位代码|code||||||\n"
     "单位名称（科目名称）|label||||||\n"
     "总计|amount|grand_total|2024|budget||万元|\n"
     "基本支出|amount|basic_expenditure|2024|budget||万元|\n"
     "项目支出|amount|project_expenditure|2024|budget||万元|\n",
     "某县水务局 5=9.00 6=7.00 7=2.00\n"
     "  农林水支出{213} #agriculture ^0 5=9.00 6=7.00 7=2.00\n"
     "    水利{21303} ^1 5=9.00 6=7.00 7=2.00\n",
     "CodesOfUnitsAreNoPartOfTheClassification"},
    {"debt_bonds", "2024年新增政府债券使用情况表", 1,
     "序号|项目名称|项目领域|项目主管部门|债券性质|债券规模|发行时间（年/月）\n"
     "1|某污水处理厂|生态环保|某市水务局|专项债券|1.50|2024/05\n"
     "2|某县人民医院|卫生健康|某市卫健委|一般债券|0.80|2024/06\n"
     "合计|||||2.30|",
     "序号|row_number||||||\n"
     "项目名称|label||||||\n"
     "项目领域|other||||||\n"
     "项目主管部门|other||||||\n"
     "债券性质|other||||||\n"
     "债券规模|amount||2024|||万元|\n"
     "发行时间（年/月）|other||||||\n",
     "某污水处理厂 2=生态环保 3=某市水务局 4=专项债券 5=1.50 6=2024/05\n"
     "某县人民医院 2=卫生健康 3=某市卫健委 4=一般债券 5=0.80 6=2024/06\n"
     "合计 total #total 5=2.30\n",
     "WhoIsInChargeIsNoSide"},
    {"debt_bonds", "2025年末政府债券年限情况表", 1,
     "地区|项目|类型|2025年末余额（单位：亿元）\n"
     "全市|一般债券|合计|9\n"
     "^|^|新增债券|5\n"
     "^|^|再融资债券|4\n"
     "^|专项债券|合计|3\n"
     "^|^|新增债券|2\n"
     "^|^|再融资债券|1",
     "地区|label||||||\n"
     "项目|label||||||\n"
     "类型|label||||||\n"
     "2025年末余额（单位：亿元）|amount||2025|||亿元|\n",
     "全市 heading\n"
     "  一般债券 subtotal #general_bonds ^0 3=9\n"
     "    新增债券 #new_general_bonds ^1 3=5\n"
     "    再融资债券 #refinancing_general_bonds ^1 3=4\n"
     "  专项债券 subtotal #special_bonds ^0 3=3\n"
     "    新增债券 #new_special_bonds ^4 3=2\n"
     "    再融资债券 #refinancing_special_bonds ^4 3=1\n",
     "WordsBesideMergedLabelsAreTheirParts"},
    {"general_public_budget_income", "2023年财政收入情况", 1,
     "指标|绝对数|比上年增长（%）\n"
     "一般公共预算收入|77.25|17.2\n"
     "#税收收入|39.52|24.4\n"
     "×|×|×\n"
     "上年结余|1.00|—",
     "指标|label||||||\n"
     "绝对数|amount||2023|||万元|\n"
     "比上年增长（%）|change||2023|change||%|\n",
     "一般公共预算收入 #income_of_year $general_public_budget 1=77.25 2=17.2\n"
     "  [#]税收收入 of_which #tax_revenue ^0 1=39.52 2=24.4\n"
     "上年结余 #opening_carry_over 1=1.00 2=—\n",
     "StatisticalMarksAndEmptyLines"},
};

INSTANTIATE_TEST_SUITE_P(Forms, FiscalTables, testing::ValuesIn(kCases),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(FiscalRecords, ValuesAreNormalisedAndNameTheirCells) {
  const Records out = read(kCases[0]);
  const FiscalValue& value = out.records.at(0).rows.at(0).values.at(0);
  EXPECT_EQ(value.cell, "t1/r2c1");
  ASSERT_TRUE(value.normalized);
  EXPECT_EQ(value.normalized->value, "105000");
  EXPECT_EQ(value.normalized->unit, "元");
}

TEST(FiscalRecords, ATableWithTwoHeadersGivesTwoRecords) {
  Case c = {"disclosure_documents",
            "",
            2,
            "第二十条第（一）项|<|<\n"
            "信息内容|本年制发件数|现行有效件数\n"
            "规章|1|4\n"
            "第二十条第（五）项|<|<\n"
            "信息内容|本年处理决定数量|<\n"
            "行政许可|550|<",
            "",
            "",
            ""};
  const Records out = read(c);
  ASSERT_EQ(out.records.size(), 2U);
  EXPECT_EQ(out.records[0].type, "disclosure_table");
  EXPECT_EQ(out.records[0].title, "第二十条第（一）项");
  ASSERT_EQ(out.records[0].rows.size(), 1U);
  EXPECT_EQ(show(out.records[0].rows[0]), "规章 1=1 2=4\n");
  EXPECT_EQ(out.records[1].id, "r2");
  EXPECT_EQ(out.records[1].title, "第二十条第（五）项");
  EXPECT_EQ(show(out.records[1].rows.at(0)), "行政许可 1=550\n");
}

TEST(FiscalRecords, TheSecondHeaderMayHaveTwoRows) {
  Case c = {"social_insurance",
            "2019年医疗保险基金预算表",
            2,
            "项目|2018年执行数|<|2019年预算数\n"
            "^|小计|统筹基金|^\n"
            "一、收入|5|3|6\n"
            "项目|2018年执行数|<|2019年预算数\n"
            "^|小计|统筹基金|^\n"
            "一、支出|4|2|5",
            "",
            "",
            ""};
  const Records out = read(c);
  ASSERT_EQ(out.records.size(), 2U);
  EXPECT_TRUE(out.problems.empty());
  ASSERT_EQ(out.records[1].rows.size(), 1U);
  EXPECT_EQ(show(out.records[1].rows[0]), "[一、]支出 #expenditure_of_year 1=4 2=2 3=5\n");
  EXPECT_EQ(out.records[1].columns.at(2).label, "2018年执行数/统筹基金");
}

TEST(FiscalRecords, ShiftedRowsOfATextAreMovedByWhatTheirCellsAre) {
  Case c = {"basic_expenditure",
            "2024年基本支出预算表",
            1,
            "科目编码|科目名称|预算数\n"
            "301|工资福利支出|7.00\n"
            "|30101|基本工资\n"
            "基本工资|3.00|\n"
            "30102|津贴补贴|4.00",
            "",
            "",
            ""};
  const Records out = read(c);
  ASSERT_EQ(out.records.size(), 1U);
  const std::vector<FiscalRow>& rows = out.records[0].rows;
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_EQ(show(rows[2]), "基本工资 2=3.00\n");
  EXPECT_EQ(rows[2].values[0].cell, "t1/r3c1");
  ASSERT_FALSE(out.problems.empty());
  EXPECT_EQ(out.problems[0].code, "fiscal_rows_shifted");
}

TEST(FiscalRecords, KindsWithoutARecordGiveNone) {
  EXPECT_TRUE(read({"generic", "名单", 1, "项目|预算数\n甲|1.00", "", "", ""}).records.empty());
}

struct MeaningCase {
  const char* text;
  const char* concept_id;
  const char* fund;
  const char* basis;
  int year;
};

TEST(ConceptVocabulary, SeparatesConceptFromFundBasisAndYear) {
  static const ConceptVocabulary concepts(pattern_set());
  const MeaningCase cases[] = {
      {"一般公共预算财政拨款基本支出", "basic_expenditure", "general_public_budget", "", 0},
      {"本部门2024年度收入总计", "income_total", "", "", 2024},
      {"“三公”经费", "three_public", "", "", 0},
      {"因公出国（境）费", "overseas_travel", "", "", 0},
      {"因公出国(境)费用预算数", "overseas_travel", "", "budget", 0},
      {"使用非财政拨款结余（含专用结余）", "non_fiscal_surplus_used", "", "", 0},
      {"二○二五年决算数", "", "", "final_accounts", 2025},
      {"政府性基金预算财政拨款", "", "government_fund", "", 0},
      {"年初预算数", "", "", "opening_budget", 0},
      {"2021年末地方政府专项债务余额预计执行数", "special_debt_balance", "", "execution", 2021},
      {"案件执行", "", "", "", 0},
      {"公用经费支出", "routine_expenditure", "", "", 0},
  };
  for (const MeaningCase& c : cases) {
    const Meaning meaning = concepts.meaning_of(folded(from_utf8(c.text)));
    EXPECT_EQ(meaning.concept_id.value_or(""), c.concept_id) << c.text;
    EXPECT_EQ(meaning.fund.value_or(""), c.fund) << c.text;
    EXPECT_EQ(meaning.basis.value_or(""), c.basis) << c.text;
    EXPECT_EQ(meaning.year.value_or(0), c.year) << c.text;
  }
}

}  // namespace
}  // namespace gouji
