// SPDX-License-Identifier: GPL-3.0-or-later
// The cases of the rules about tables of accounts, and about prose that repeats them.
#include "rule_cases.h"

namespace gouji::testing_support {

namespace {

/// Two tables that both name the year's income: in the first, what comes from the general budget
/// may be left empty.
std::string two_tables(const std::string& general, const std::string& total,
                       const std::string& housing) {
  return "某某市东城区档案局2024年度部门决算\n"
         "\n"
         "财政拨款收入支出决算总表\n"
         "单位：万元\n"
         "收入\t决算数\t支出\t决算数\n"
         "一、一般公共预算财政拨款\t" +
         general +
         "\t一、住房保障支出\t125.00\n"
         "二、政府性基金预算财政拨款\t5.00\t\t\n"
         "本年收入合计\t125.00\t本年支出合计\t125.00\n"
         "总计\t125.00\t总计\t125.00\n"
         "\n"
         "收入决算表\n"
         "单位：万元\n"
         "功能分类科目编码\t科目名称\t本年收入合计\t财政拨款收入\t其他收入\n"
         "合计\t\t" +
         total + "\t" + total +
         "\t\n"
         "221\t住房保障支出\t" +
         housing + "\t" + housing + "\t\n";
}

}  // namespace

std::string Accounts::text(const std::string& prose, const std::string& before) const {
  std::string out = before;
  out +=
      "某某市东城区档案局2024年度部门决算\n"
      "\n"
      "第二部分 2024年度部门决算表\n"
      "收入支出决算总表\n"
      "单位：万元\n"
      "收入\t决算数\t支出\t决算数\n"
      "一、一般公共预算财政拨款收入\t120.00\t一、社会保障和就业支出\t20.00\n"
      "二、其他收入\t5.00\t二、住房保障支出\t105.00\n"
      "本年收入合计\t125.00\t本年支出合计\t125.00\n"
      "总计\t125.00\t总计\t125.00\n"
      "\n"
      "收入决算表\n"
      "单位：万元\n"
      "功能分类科目编码\t科目名称\t本年收入合计\t财政拨款收入\t其他收入\n"
      "合计\t\t";
  out += income_total;
  out +=
      "\t120.00\t5.00\n"
      "208\t社会保障和就业支出\t20.00\t20.00\t0.00\n"
      "221\t住房保障支出\t105.00\t100.00\t5.00\n"
      "\n";
  out +=
      "一般公共预算财政拨款支出决算表\n"
      "单位：万元\n"
      "功能分类科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
      "208\t社会保障和就业支出\t20.00\t20.00\t0.00\n"
      "221\t住房保障支出\t";
  out += housing;
  out += "\t60.00\t";
  out += housing_projects;
  out +=
      "\n"
      "合计\t\t";
  out += general_total;
  out += "\t80.00\t";
  out += general_projects;
  out +=
      "\n"
      "\n";
  out +=
      "一般公共预算财政拨款基本支出决算表\n"
      "单位：万元\n"
      "经济分类科目编码\t科目名称\t基本支出合计\t人员经费\t公用经费\n"
      "301\t工资福利支出\t";
  out += personnel;
  out += "\t";
  out += personnel;
  out +=
      "\t0.00\n"
      "30101\t基本工资\t";
  out += wages;
  out += "\t";
  out += wages;
  out +=
      "\t0.00\n"
      "30103\t奖金\t";
  out += bonus;
  out += "\t";
  out += bonus;
  out +=
      "\t0.00\n"
      "302\t商品和服务支出\t";
  out += office;
  out += "\t0.00\t";
  out += office;
  out +=
      "\n"
      "30201\t办公费\t";
  out += office;
  out += "\t0.00\t";
  out += office;
  out +=
      "\n"
      "合计\t\t";
  out += basic_total;
  out += "\t";
  out += personnel;
  out += "\t";
  out += office;
  out +=
      "\n"
      "\n"
      "第三部分 2024年度部门决算情况说明\n";
  return out + prose;
}

std::vector<RuleCase> table_cases() {
  return {
      {"balance", "pass",
       "某某市东城区档案局2024年度部门决算\n"
       "\n"
       "收入支出决算总表\n"
       "单位：万元\n"
       "收入\t决算数\t支出\t决算数\n"
       "一、一般公共预算财政拨款收入\t120.00\t一、住房保障支出\t115.00\n"
       "本年收入合计\t120.00\t本年支出合计\t115.00\n"
       "年初结转和结余\t3.00\t年末结转和结余\t8.00\n"
       "总计\t123.00\t总计\t123.00\n",
       2, 0, 0},
      {"balance", "fail",
       "某某市东城区档案局2024年度部门决算\n"
       "\n"
       "收入支出决算总表\n"
       "单位：万元\n"
       "收入\t决算数\t支出\t决算数\n"
       "一、一般公共预算财政拨款收入\t120.00\t一、住房保障支出\t115.00\n"
       "本年收入合计\t120.00\t本年支出合计\t115.00\n"
       "年初结转和结余\t3.00\t年末结转和结余\t8.00\n"
       "总计\t123.00\t总计\t132.00\n",
       1, 1, 0},
      {"balance", "inside",
       "某某市东城区档案局2024年度部门决算\n"
       "\n"
       "收入支出决算总表\n"
       "单位：万元\n"
       "收入\t决算数\t支出\t决算数\n"
       "一、一般公共预算财政拨款收入\t120.00\t一、住房保障支出\t115.00\n"
       "本年收入合计\t120.00\t本年支出合计\t115.00\n"
       "年初结转和结余\t3.00\t年末结转和结余\t8.01\n"
       "总计\t123.00\t总计\t123.01\n",
       2, 0, 0},
      {"balance", "quiet",
       "某某市东城区档案局2024年度部门决算\n"
       "\n"
       "收入支出决算总表\n"
       "单位：万元\n"
       "收入\t决算数\t支出\t决算数\n"
       "一、一般公共预算财政拨款收入\t120.00\t一、住房保障支出\t115.00\n"
       "本年收入合计\t120.00\t本年支出合计\t115.00\n",
       0, 0, 0},
      {"difference", "pass",
       "表1 收支对比表\n"
       "单位：万元\n"
       "项目\t2023年\t2024年\t增减额\n"
       "教育\t100.00\t120.00\t20.00\n"
       "卫生\t50.00\t45.00\t-5.00\n",
       2, 0, 0},
      {"difference", "fail",
       "表1 收支对比表\n"
       "单位：万元\n"
       "项目\t2023年\t2024年\t增减额\n"
       "教育\t100.00\t120.00\t20.00\n"
       "卫生\t50.00\t45.00\t-5.00\n"
       "文化\t10.00\t15.00\t5.00\n"
       "体育\t8.00\t10.00\t2.00\n"
       "农业\t3.00\t4.00\t2.00\n",
       4, 1, 0},
      {"difference", "inside",
       "表1 收支对比表\n"
       "单位：万元\n"
       "项目\t2023年\t2024年\t增减额\n"
       "教育\t100.00\t120.00\t20.01\n"
       "卫生\t50.00\t45.00\t-5.00\n",
       2, 0, 0},
      {"difference", "quiet",
       "表1 收支对比表\n"
       "单位：万元\n"
       "项目\t2023年\t2024年\t增减额\n"
       "教育\t100.00\t120.00\t20.00\n"
       "卫生\t\t45.00\t5.00\n",
       1, 0, 0},
      {"growth", "pass",
       "表1 收支对比表\n"
       "单位：万元\n"
       "项目\t2023年\t2024年\t增减%\n"
       "教育\t100.00\t120.00\t20.0\n"
       "卫生\t50.00\t45.00\t-10.0\n"
       "文化\t10.00\t15.00\t50.0\n"
       "体育\t8.00\t10.00\t25.0\n"
       "农业\t3.33\t3.41\t2.4%\n",
       5, 0, 0},
      {"growth", "fail",
       "表1 收支对比表\n"
       "单位：万元\n"
       "项目\t2023年\t2024年\t增减%\n"
       "教育\t100.00\t120.00\t20.0\n"
       "卫生\t50.00\t45.00\t-10.0\n"
       "文化\t10.00\t15.00\t50.0\n"
       "体育\t8.00\t10.00\t25.0\n"
       "农业\t3.33\t3.41\t3.4%\n",
       4, 1, 0},
      {"growth", "inside",
       "表1 收支对比表\n"
       "单位：万元\n"
       "项目\t2023年\t2024年\t增减%\n"
       "教育\t100.00\t120.00\t20.0\n"
       "卫生\t50.00\t45.00\t-10.0\n"
       "文化\t10.00\t15.00\t50.0\n"
       "体育\t8.00\t10.00\t25.0\n"
       "农业\t3.33\t3.41\t2.6\n",
       5, 0, 0},
      {"growth", "quiet",
       "表1 收支对比表\n"
       "单位：万元\n"
       "项目\t2023年\t2024年\t增减%\n"
       "教育\t100.00\t120.00\t20.0\n"
       "卫生\t50.00\t45.00\t-10.0\n"
       "文化\t10.00\t15.00\t50.0\n"
       "体育\t8.00\t10.00\t25.0\n"
       "农业\t3.33\t3.41\t\n",
       4, 0, 0},
      {"identity", "pass", two_tables("120.00", "125.00", "125.00"), 1, 0, 0},
      {"identity", "fail", two_tables("120.00", "135.00", "135.00"), 0, 1, 0},
      {"identity", "inside", two_tables("120.00", "125.01", "125.00"), 1, 0, 0},
      {"identity", "quiet", two_tables("", "125.00", "125.00"), 0, 0, 0},
      {"name", "pass",
       Accounts{}.text({},
                       "目录\n"
                       "第一部分 部门概况……1\n"
                       "第三部分 2024年度部门决算情况说明……9\n"
                       "\n"),
       1, 0, 0},
      {"name", "fail",
       Accounts{}.text({},
                       "目录\n"
                       "第一部分 部门概况……1\n"
                       "第三部分 2024年度部门决算说明……9\n"
                       "\n"),
       1, 1, 0},
      {"name", "inside",
       Accounts{}.text({},
                       "目录\n"
                       "第一部分 部门概况……1\n"
                       "第三部分 2024年度部门决算 情况说明……9\n"
                       "\n"),
       1, 0, 0},
      {"name", "quiet",
       Accounts{}.text({},
                       "目录\n"
                       "第一部分 部门概况……1\n"
                       "第三部分 名词解释……9\n"
                       "\n"),
       1, 0, 0},
      {"reference", "pass",
       Accounts{}.text({},
                       "目录\n"
                       "一、收入支出决算总表……1\n"
                       "二、收入决算表……2\n"
                       "\n"),
       2, 0, 0},
      {"reference", "quiet",
       Accounts{}.text({},
                       "目录\n"
                       "一、国有资本经营预算支出表……1\n"
                       "二、收入决算表……2\n"
                       "\n"),
       1, 0, 0},
      {"same_fact", "pass", Accounts{}.text(), 3, 0, 0},
      {"same_fact", "fail", Accounts{.basic_total = "90.00"}.text(), 2, 1, 0},
      {"same_fact", "inside", Accounts{.income_total = "125.01"}.text(), 3, 0, 0},
      {"same_fact", "quiet", Accounts{.basic_total = ""}.text(), 2, 0, 0},
      {"same_fact", "quiet", Accounts{.income_total = "152.00"}.text(), 2, 0, 1},
      {"sum.bound", "pass", Accounts{}.text(), 3, 0, 0},
      {"sum.bound", "fail",
       Accounts{.general_total = "130.00",
                .general_projects = "50.00",
                .housing = "110.00",
                .housing_projects = "50.00"}
           .text(),
       1, 2, 0},
      {"sum.bound", "inside",
       Accounts{.general_total = "125.01",
                .general_projects = "45.01",
                .housing = "105.01",
                .housing_projects = "45.01"}
           .text(),
       3, 0, 0},
      {"sum.bound", "quiet", "采购100.00万元，其中：中小企业90.00万元，小微企业80.00万元。\n", 0, 0,
       1},
      {"sum.columns", "pass", Accounts{}.text(), 12, 0, 0},
      {"sum.columns", "fail", Accounts{.basic_total = "90.00"}.text(), 11, 1, 0},
      {"sum.columns", "inside", Accounts{.basic_total = "80.01"}.text(), 12, 0, 0},
      {"sum.columns", "quiet", Accounts{.basic_total = ""}.text(), 11, 0, 0},
      {"sum.rows", "pass",
       "表1\n"
       "单位：万元\n"
       "项目\t金额\n"
       "人员\t4.50\n"
       "公用\t5.51\n"
       "合计\t10.01\n",
       1, 0, 0},
      {"sum.rows", "fail",
       "表1\n"
       "单位：万元\n"
       "项目\t金额\n"
       "人员\t4.50\n"
       "公用\t5.51\n"
       "合计\t11.01\n",
       0, 1, 0},
      {"sum.rows", "inside",
       "表1\n"
       "单位：万元\n"
       "项目\t金额\n"
       "人员\t4.50\n"
       "公用\t5.51\n"
       "合计\t10.02\n",
       1, 0, 0},
      {"sum.rows", "quiet",
       "表1\n"
       "单位：万元\n"
       "项目\t金额\n"
       "人员\t未公开\n"
       "公用\t5.51\n"
       "合计\t11.01\n",
       0, 0, 1},
      {"sum.rows", "quiet",
       "表1\n"
       "单位：万元\n"
       "科目编码\t科目名称\t金额\n"
       "2010505\t统计\t3.00\n"
       "2013404\t宗教\t8.00\n"
       "20807\t就业补助\t46.00\n"
       "2080701\t服务补贴\t8.00\n"
       "2081107\t护理补贴\t12.00\n",
       0, 0, 1},
      {"sum.rows", "pass",
       "基本支出决算表\n"
       "单位：万元\n"
       "类\t款\t科目名称\t金额\n"
       "301\t\t工资福利支出\t60.00\n"
       "301\t01\t基本工资\t30.00\n"
       "301\t2\t津贴补贴\t20.00\n"
       "301\t7\t绩效工资\t10.00\n",
       1, 0, 0},
      {"unit_slip", "pass",
       Accounts{}.text("一、收入决算情况\n"
                       "本年收入合计1250000元。\n"),
       0, 0, 0},
      {"unit_slip", "fail",
       Accounts{}.text("一、收入决算情况\n"
                       "本年收入合计125.00元。\n"),
       0, 2, 0},
      {"unit_slip", "quiet",
       Accounts{}.text("一、收入决算情况\n"
                       "本年收入合计152.00元。\n"),
       0, 0, 0},
      {"zero_consistency", "pass",
       Accounts{}.text("一、基本支出情况\n"
                       "人员经费60.00万元，主要包括：基本工资、奖金。\n"),
       2, 0, 0},
      {"zero_consistency", "fail",
       Accounts{.wages = "60.00", .bonus = "0.00"}.text(
           "一、基本支出情况\n"
           "人员经费60.00万元，主要包括：基本工资、奖金。\n"),
       1, 1, 0},
      {"zero_consistency", "inside",
       Accounts{.wages = "59.99", .bonus = "0.01"}.text(
           "一、基本支出情况\n"
           "人员经费60.00万元，主要包括：基本工资、奖金。\n"),
       2, 0, 0},
      {"zero_consistency", "quiet",
       Accounts{.wages = "60.00", .bonus = "0.00"}.text(
           "一、基本支出情况\n"
           "人员经费60.00万元，主要包括：基本工资、其他补助。\n"),
       1, 0, 0},
  };
}

}  // namespace gouji::testing_support
