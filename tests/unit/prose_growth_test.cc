// SPDX-License-Identifier: GPL-3.0-or-later
// Changes and rates in prose: which amount a change is of, and when nothing may be said.
#include <gtest/gtest.h>

#include "prose_checks.h"

namespace gouji {
namespace {

using testing_support::ProseCase;
using testing_support::ProseDocument;

class ProseGrowth : public testing::TestWithParam<ProseCase> {};

TEST_P(ProseGrowth, Checks) {
  EXPECT_EQ(ProseDocument(GetParam().text).checks(), GetParam().checks);
}

const ProseCase kCases[] = {
    {"passes",
     "机关运行经费支出142.80万元，比2022年度减少13.52万元，下降8.65%。",
     {"growth: pass: 8.65% = 13.52万元 / (142.80万元 + 13.52万元)"}},
    {"fails",
     "机关运行经费支出142.80万元，比2022年度减少13.52万元，下降9.65%。",
     {"growth: error: 9.65% = 13.52万元 / (142.80万元 + 13.52万元)"}},
    {"just_inside_tolerance",  // 0.05 / 0.15 of wide intervals reaches 30.1%
     "公务接待费0.20万元，比上年增加0.05万元，增长30.1%。",
     {"growth: pass: 30.1% = 0.05万元 / (0.20万元 - 0.05万元)"}},
    {"just_outside_tolerance",  // 309.035 / 13047.30 is at most 2.31535%
     "公共安全支出13656.34万元。与上年相比增加309.03万元，增长2.31%。",
     {"growth: error: 2.31% = 309.03万元 / (13656.34万元 - 309.03万元)"}},
    {"subject_of_its_own",
     "2022年度收、支总计均为226.23万元，其他收入3.00万元。与2021年度相比，收、支总计各增加13."
     "16万元，增加6.18%。",
     {"growth: pass: 6.18% = 13.16万元 / (226.23万元 - 13.16万元)"}},
    {"both_sides_in_other_words",
     "2022年度收入、支出总计均为226.23万元。与2021年度相比，收、支总计各减少13.16万元，下降6.18%。",
     {"growth: error: 6.18% = 13.16万元 / (226.23万元 + 13.16万元)"}},
    {"both_sides_said_one_by_one",
     "2022年度收入总计226.23万元，支出总计226.23万元。与2021年度相比，收、支总计各增加13.16万元，"
     "增长6.18%。",
     {"growth: pass: 6.18% = 13.16万元 / (226.23万元 - 13.16万元)"}},
    {"rate_in_a_bracket",
     "机关运行经费支出142.80万元，比2022年度减少13.52万元（下降9.65%）。",
     {"growth: error: 9.65% = 13.52万元 / (142.80万元 + 13.52万元)"}},
    {"increase_by_a_slip_larger_than_the_amount",
     "支出6857.08万元，比上年增加11878.0万元，增长20.95%。",
     {"growth: error: 20.95% = 11878.0万元 / (6857.08万元 - 11878.0万元)"}},
    {"increase_larger_than_the_amount",
     "结余6857.08万元，比上年增加11878.0万元，增长33.33%。",
     {"growth: not checked (negative_base)"}},
    {"rate_without_sign_of_percent",
     "本年支出9746.50万元，比上年增加1193.20万元，增长13.95。",
     {"growth: pass: 13.95 = 1193.20万元 / (9746.50万元 - 1193.20万元)"}},
    {"unit_slip",
     "行政事业性收费收入98505万元，减少16158元，下降14.1%。",
     {"growth: error: 14.1% = 16158元 / (98505万元 + 16158元)"}},
    {"from_to_rate",
     "补助标准由每人每月500元提高到550元，增长10%。",
     {"growth: pass: 10% = (550元 - 500元) / 500元"}},
    {"things",
     "亿元项目818个，比上年增加34个，增长4.3%。",
     {"growth: pass: 4.3% = 34个 / (818个 - 34个)"}},
    {"contradiction", "本年支出97.50万元，比上年增加3.20万元，下降3.4%。", {"direction: warning"}},
    {"old_value_before_the_change",
     "一般公共预算收入377.30万元，为全年预算469.08万元的80.43%，比上年同期352.85万元增收24."
     "45万元，增"
     "长6.9%。",
     {"completion_rate: pass: 80.43% = 377.30万元 / 469.08万元",
      "difference: pass: 24.45 = 377.30 - 352.85", "growth: pass: 6.9% = 24.45万元 / 352.85万元"}},
    {"old_value_with_a_wrong_change",
     "教育支出243.38万元，与上年223.03万元相比，增加20.53万元，增长9.1%。",
     {"difference: warning: 20.53 = 243.38 - 223.03",
      "growth: error: 9.1% = 20.53万元 / 223.03万元"}},
    {"rate_before_the_change",
     "财政收入累计完成616.46万元，同比增长10.7%，增收59.39万元。",
     {"growth: pass: 10.7% = 59.39万元 / (616.46万元 - 59.39万元)"}},
    {"rate_before_the_change_fails",
     "财政收入累计完成616.46万元，同比增长17.0%，增收59.39万元。",
     {"growth: error: 17.0% = 59.39万元 / (616.46万元 - 59.39万元)"}},
    {"rate_of_another_change",
     "收入616.46万元，比上年增加59.39万元，增长10.7%，增收13.00万元。",
     {"growth: pass: 10.7% = 59.39万元 / (616.46万元 - 59.39万元)"}},
    {"whole_of_a_rate_between",
     "收入累计完成246.27万元，完成年初预算数609.99万元的40.4%，比上年减收10.70万元，下降4.2%。",
     {"growth: pass: 4.2% = 10.70万元 / (246.27万元 + 10.70万元)",
      "completion_rate: pass: 40.4% = 246.27万元 / 609.99万元"}},
    {"amount_of_the_year_before",
     "# "
     "二、说明\n2021年度“三公”经费支出20.12万元，其中公务接待12."
     "39万元。\n2022年度“三公”经费预算较2021"
     "年度增加1.68万元，其中公务接待较上年同期减少0.58万元，减少4.68%。",
     {"sum.bound: pass: 20.12 >= 12.39", "growth: pass: 4.68% = 0.58万元 / 12.39万元"}},
    {"its_own_name_before_a_shorter_one",  // with the total's 19.86 the rate would hold
     "# "
     "一、三公\n“三公”经费支出决算19.86万元，其中：公务用车支出决算为19."
     "56万元。\n公务用车支出决算比上年减"
     "少3.59万元，下降15.31%。",
     {"sum.bound: pass: 19.86 >= 19.56",
      "growth: error: 15.31% = 3.59万元 / (19.56万元 + 3.59万元)"}},
    {"from_nothing", "公务接待费0.30万元，比上年增加0.30万元，增长100%。", {"growth: info"}},
    {"to_nothing",
     "公务接待费0.00万元，比上年减少0.30万元，下降100%。",
     {"growth: pass: 100% = 0.30万元 / (0.00万元 + 0.30万元)"}},
    {"named_in_another_paragraph",
     "公务接待费支出决算为0.39万元。\n“三公”经费情况：公务接待费支出决算减少0.15万元，下降27.78%。",
     {"growth: pass: 27.78% = 0.15万元 / (0.39万元 + 0.15万元)"}},
    {"percentage_points_are_no_rate", "收入298.3亿元，占比67.1%，提高2.4个百分点。", {}},
    {"template_left_open",
     "本年支出142.80万元，比上年减少13.52万元，下降（增长）9.65%。",
     {"growth: not checked (template)"}},
    {"restated_base",
     "收入458亿元，比上年增加13.5亿元，同口径增长7%。",
     {"growth: not checked (restated)"}},
    {"approximate",
     "收入458亿元，比上年增加约13亿元，增长7%。",
     {"growth: not checked (approximate)"}},
    {"which_amount_is_open",
     "基本支出30.00万元，项目支出50.00万元。比上年增加10.00万元，增长44%。",
     {"growth: not checked (ambiguous_base)"}},
    {"rate_of_another_thing", "支出30.00万元，比上年增加10.00万元，其中人员经费增长44%。", {}},
    {"change_of_another_unit", "收入458亿元，企业增加13家，增长7%。", {}},
};

INSTANTIATE_TEST_SUITE_P(, ProseGrowth, testing::ValuesIn(kCases),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace gouji
