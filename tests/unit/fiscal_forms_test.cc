// SPDX-License-Identifier: GPL-3.0-or-later
// Fiscal tables in the wordings of many issuers: debts, bonds, units, headings spread over columns.
#include <gtest/gtest.h>

#include "unit/fiscal_cases.h"

namespace gouji {
namespace {

class FiscalForms : public testing::TestWithParam<FiscalCase> {};

TEST_P(FiscalForms, AreUnderstood) {
  expect_understood(GetParam());
}

const FiscalCase kCases[] = {
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
    {"basic_expenditure", "2023年基本支出决算表", 2,
     "人员经费|<|<|公用经费|<|<|<|<|<\n"
     "科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数\n"
     "301|工资福利支出|60|302|商品和服务支出|18|310|资本性支出|2\n"
     "30101|基本工资|60|30201|办公费|18|31002|办公设备购置|2\n"
     "人员经费合计||60|公用经费合计|||||20",
     "人员经费/科目编码|code||||||left\n"
     "人员经费/科目名称|label||||||left\n"
     "人员经费/决算数|amount||2023|final_accounts||万元|left\n"
     "公用经费/科目编码|code||||||right\n"
     "公用经费/科目名称|label||||||right\n"
     "公用经费/决算数|amount||2023|final_accounts||万元|right\n"
     "公用经费/科目编码|code||||||right\n"
     "公用经费/科目名称|label||||||right\n"
     "公用经费/决算数|amount||2023|final_accounts||万元|right\n",
     "工资福利支出{301} #wages_and_benefits 2=60\n"
     "  基本工资{30101} ^0 2=60\n"
     "人员经费合计 total #personnel_expenditure 2=60\n"
     "商品和服务支出{302} #goods_and_services 5=18\n"
     "  办公费{30201} ^3 5=18\n"
     "资本性支出{310} #capital_expenditure 8=2\n"
     "  办公设备购置{31002} ^5 8=2\n"
     "公用经费合计 total #routine_expenditure 8=20\n",
     "TheSumOfTwoPanelsStandsAtTheEndOfTheSecond"},
    {"three_public", "2024年“三公”经费支出表", 1,
     "单位编码|单位名称|公务接待费\n"
     "201|某县水务局|5\n"
     "201001|某县水务局机关|5",
     "单位编码|code||||||\n"
     "单位名称|label||||||\n"
     "公务接待费|amount|official_reception|2024|||万元|\n",
     "某县水务局{201} 2=5\n"
     "  某县水务局机关{201001} ^0 2=5\n",
     "TheCodeOfAUnitIsNoClass"},
    {"debt_limit_balance", "2023年新增债务限额决算表", 2,
     "地区|2023年新增债务限额|<|其中：1.一般债务限额|2.专项债务限额\n"
     "^|预算数|决算数|决算数|决算数\n"
     "甲县|6|7|3|4",
     "地区|label||||||\n"
     "2023年新增债务限额/预算数|amount|new_debt_limit|2023|budget||万元|\n"
     "2023年新增债务限额/决算数|amount|new_debt_limit|2023|final_accounts||万元|\n"
     "其中：1.一般债务限额/决算数|amount|new_general_debt_limit|2023|final_accounts||万元|\n"
     "2.专项债务限额/决算数|amount|new_special_debt_limit|2023|final_accounts||万元|\n",
     "甲县 1=6 2=7 3=3 4=4\n", "ColumnsOfPartsStandBehindTheirWhole"},
    {"debt_limit_balance", "2023年政府债务情况表", 1,
     "项目|全市|市本级\n"
     "2022年末余额|<|<\n"
     "一般债务|10|4\n"
     "专项债务|8|3\n"
     "合计|18|7\n"
     "2023年末余额预计执行数|<|<\n"
     "一般债务|11|5\n"
     "专项债务|9|4\n"
     "合计|20|9",
     "项目|label||||||\n"
     "全市|amount||2023|||万元|\n"
     "市本级|amount||2023|||万元|\n",
     "2022年末余额 heading @2022\n"
     "  一般债务 #general_debt @2022 ^0 1=10 2=4\n"
     "  专项债务 #special_debt @2022 ^0 1=8 2=3\n"
     "  合计 total #total @2022 ^0 1=18 2=7\n"
     "2023年末余额预计执行数 heading @2023 %execution\n"
     "  一般债务 #general_debt @2023 %execution ^4 1=11 2=5\n"
     "  专项债务 #special_debt @2023 %execution ^4 1=9 2=4\n"
     "  合计 total #total @2023 %execution ^4 1=20 2=9\n",
     "DatedHeadingsAcrossTheTable"},
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

INSTANTIATE_TEST_SUITE_P(Issuers, FiscalForms, testing::ValuesIn(kCases),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace gouji
