// SPDX-License-Identifier: GPL-3.0-or-later
// Fiscal tables as records: invented tables in the forms that are in use.
#include "record/fiscal.h"

#include <gtest/gtest.h>

#include "record/concept.h"
#include "record/table_view.h"
#include "unit/fiscal_cases.h"

namespace gouji {
namespace {

class FiscalTables : public testing::TestWithParam<FiscalCase> {};

TEST_P(FiscalTables, AreUnderstood) {
  expect_understood(GetParam());
}

const FiscalCase kCases[] = {
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
  FiscalCase c = {"disclosure_documents",
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
  FiscalCase c = {"social_insurance",
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

/// The columns of the second record of a table with a header inside.
std::string columns_below(const std::string& inner) {
  const std::string grid =
      "项目|2018年执行数|<|2019年预算数|<|比上年\n"
      "^|合计|居民|合计|居民|^\n"
      "栏次|1|2|3|4|5\n"
      "一、收入|5|3|6|4|20%\n" +
      inner;
  const Records out =
      read({"social_insurance", "2019年医疗保险基金预算表", 3, grid.c_str(), "", "", ""});
  std::string columns;
  if (out.records.size() != 2) return columns;
  for (const FiscalColumn& column : out.records[1].columns)
    columns += column.label + "|" + std::to_string(column.year.value_or(0)) + "|" +
               column.basis.value_or("") + "\n";
  return columns;
}

TEST(FiscalRecords, AHeaderInsideATableStandsBelowTheUpperRowsOfTheFirst) {
  const std::string inherited =
      "支出项目|0|\n"
      "2018年执行数/合计|2018|execution\n2018年执行数/居民|2018|execution\n"
      "2019年预算数/合计|2019|budget\n2019年预算数/居民|2019|budget\n"
      "比上年|2019|change\n";
  EXPECT_EQ(columns_below("支出项目|合计|居民|合计|居民|比上年\n一、支出|4|2|5|3|25%"), inherited);
  EXPECT_EQ(columns_below("支出部分|<|<|<|<|<\n支出项目|合计|居民|合计|居民|比上年\n"
                          "一、支出|4|2|5|3|25%"),
            inherited);
  // Other columns, or a title with a year, have another header.
  EXPECT_EQ(columns_below("支出项目|合计|居民|合计|职工|比上年\n一、支出|4|2|5|3|25%"),
            "支出项目|0|\n合计|2019|budget\n居民|2019|budget\n合计|2019|budget\n"
            "职工|2019|budget\n比上年|2019|change\n");
  EXPECT_EQ(columns_below("2017年支出|<|<|<|<|<\n支出项目|合计|居民|合计|居民|比上年\n"
                          "一、支出|4|2|5|3|25%")
                .substr(0, 30),
            std::string("支出项目|0|\n合计|2019|budget\n").substr(0, 30));
}

TEST(FiscalRecords, ARowThatNumbersTheColumnsIsNoPartOfTheirLabels) {
  const Records out = read({"state_capital", "2019年国有资本经营预算收入表", 3,
                            "科目名称／企业|2018年执行数|<|2019年预算数\n"
                            "^|小计|区本级|^\n"
                            "栏次|1|2|3=1+2\n"
                            "利润收入|9|4|8",
                            "", "", ""});
  ASSERT_EQ(out.records.size(), 1U);
  ASSERT_EQ(out.records[0].rows.size(), 1U);
  EXPECT_EQ(out.records[0].columns.at(0).label, "科目名称／企业");
  EXPECT_EQ(out.records[0].columns.at(0).role, "label");
  EXPECT_EQ(out.records[0].columns.at(3).label, "2019年预算数");
}

/// The rows of a record, each as label, code in braces and concept behind #.
std::string rows_of(const char* kind, const std::string& grid) {
  const Records out = read({kind, "2024年预算表", 1, grid.c_str(), "", "", ""});
  std::string rows;
  for (const Record& record : out.records)
    for (const FiscalRow& row : record.rows)
      rows += row.label + (row.code ? "{" + *row.code + "}" : "") +
              (row.concept_id ? "#" + *row.concept_id : "") + "\n";
  return rows;
}

TEST(FiscalRecords, DigitsThatOpenTheNamesOfFewProjectsAreNoCodes) {
  EXPECT_EQ(
      rows_of("debt_bonds",
              "项目名称|预算数\n甲路道路工程|1\n乙路道路工程|2\n110警务站项目|3\n丙河治理|4\n"
              "丁桥工程|5\n12345热线项目|6\n210国道改造|7\n戊园绿化|8\n己路照明|9\n"
              "庚路照明|1\n辛路照明|1\n壬路照明|2\n癸路照明|3\n子路照明|4\n丑路照明|5\n寅路照明|6"),
      "甲路道路工程\n乙路道路工程\n110警务站项目\n丙河治理\n丁桥工程\n12345热线项目\n"
      "210国道改造\n戊园绿化\n己路照明\n庚路照明\n辛路照明\n壬路照明\n癸路照明\n子路照明\n"
      "丑路照明\n寅路照明\n");
  // Where a class is named, or all digits of an item are there, it is a code among few too.
  EXPECT_EQ(
      rows_of(
          "transfer_payment",
          "项目名称|预算数\n205教育支出|9\n甲校工程|1\n乙校工程|2\n丙校工程|3\n丁校工程|3\n"
          "2050299其他普通教育支出|4\n戊校工程|4\n己校工程|1\n庚校工程|1\n辛校工程|1\n壬校工程|1"),
      "教育支出{205}#education\n甲校工程\n乙校工程\n丙校工程\n丁校工程\n"
      "其他普通教育支出{2050299}\n戊校工程\n己校工程\n庚校工程\n辛校工程\n壬校工程\n");
  EXPECT_EQ(rows_of("income", "项目名称|预算数\n110转移性收入|9\n101税收收入|9\n10101增值税|9"),
            "转移性收入{110}#transfer_income\n税收收入{101}#tax_revenue\n增值税{10101}#value_added_"
            "tax\n");
}

TEST(FiscalRecords, ASumBehindTheCarryOverIsTheTotal) {
  EXPECT_EQ(
      rows_of("income", "项目|预算数\n当年收入小计|9\n上年结转资金|1\n收入合计|10"),
      "当年收入小计#income_of_year\n上年结转资金#opening_carry_over\n收入合计#income_total\n");
  EXPECT_EQ(rows_of("expenditure", "项目|预算数\n当年支出小计|9\n结转下年资金|\n支出合计|9"),
            "当年支出小计#expenditure_of_year\n结转下年资金#closing_carry_over\n"
            "支出合计#expenditure_total\n");
  // Not without a carry-over between, nor against the figures.
  EXPECT_EQ(rows_of("income", "项目|预算数\n本年收入小计|9\n上级补助收入|1\n本年收入合计|10"),
            "本年收入小计#income_of_year\n上级补助收入#superior_subsidy_income\n"
            "本年收入合计#income_of_year\n");
  EXPECT_EQ(
      rows_of("income", "项目|预算数\n当年收入小计|90\n上年结转资金|30\n收入合计|90"),
      "当年收入小计#income_of_year\n上年结转资金#opening_carry_over\n收入合计#income_of_year\n");
}

TEST(FiscalRecords, ShiftedRowsOfATextAreMovedByWhatTheirCellsAre) {
  FiscalCase c = {"basic_expenditure",
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
      {"2022预算数", "", "", "budget", 2022},
      {"2023年发行预计执行数", "bonds_issued", "", "execution", 2023},
      {"某费用预计执行数", "", "", "execution", 0},
      {"再融资一般债券额度", "refinancing_general_bonds", "", "", 0},
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
