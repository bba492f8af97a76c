// SPDX-License-Identifier: GPL-3.0-or-later
// Rates of completion, and words between 决算数 and 预算数.
#include <gtest/gtest.h>

#include "prose_checks.h"

namespace gouji {
namespace {

using testing_support::ProseCase;
using testing_support::ProseDocument;

class ProseCompletion : public testing::TestWithParam<ProseCase> {};

TEST_P(ProseCompletion, Checks) {
  EXPECT_EQ(ProseDocument(GetParam().text).checks(), GetParam().checks);
}

const ProseCase kCases[] = {
    {"budget_among_the_words_of_its_rate",
     "收入616.46万元，占年初预算数1094.66万元的56.3%。其中税务部门完成286.84万元，占任务数的56.4%"
     "。",
     {"sum.bound: pass: 616.46 >= 286.84",
      "completion_rate: pass: 56.3% = 616.46万元 / 1094.66万元",
      "completion_rate: not checked (no_base)"}},
    {"passes",
     "年初预算为452.40万元，支出决算为446.11万元，完成年初预算的98.61%"
     "。决算数小于预算数的主要原因：人员变动。",
     {"completion_rate: pass: 98.61% = 446.11万元 / 452.40万元",
      "direction: pass: 446.11 < 452.40"}},
    {"fails",
     "年初预算为10210.34万元，支出决算为9746.50万元，完成年初预算的95.45%。",
     {"completion_rate: error: 95.45% = 9746.50万元 / 10210.34万元"}},
    {"just_inside_tolerance",  // 0.395 / 2.845 is 13.884%
     "年初预算为2.85万元，支出决算为0.39万元，完成预算的13.88%。",
     {"completion_rate: pass: 13.88% = 0.39万元 / 2.85万元"}},
    {"rate_in_a_sentence_of_its_own",
     "年初预算为0.88万元，支出决算为0.88万元。完成年初预算的100.00%。决算数同预算数持平。",
     {"completion_rate: pass: 100.00% = 0.88万元 / 0.88万元", "direction: pass: 0.88 = 0.88"}},
    {"adjusted_budget",
     "收入预算105.4亿元，调整预算数为108.1亿元，实际完成109.0亿元，为调整预算（以下简称预算）的100."
     "8%。",
     {"completion_rate: pass: 100.8% = 109.0亿元 / 108.1亿元"}},
    {"budget_of_another_kind",
     "年初预算为206.15万元，支出决算为226.23万元，完成全年预算的100%。",
     {"completion_rate: not checked (ambiguous_base)"}},
    {"budget_not_printed",
     "支出决算为82.26万元，完成预算100%。",
     {"completion_rate: not checked (no_base)"}},
    {"zero_budget",
     "年初预算为0万元，支出决算为0万元，完成预算的100%。",
     {"completion_rate: not checked (zero_base)"}},
    {"larger_said_smaller_printed",
     "年初预算为452.40万元，支出决算为446.11万元。决算数大于预算数的主要原因：人员变动。",
     {"direction: warning: 446.11 > 452.40"}},
    {"equal_said_other_rate_printed",
     "支出决算为82.26万元，完成预算95%，决算数等于预算数。",
     {"completion_rate: not checked (no_base)", "direction: warning: 95 = 100"}},
    {"equal_and_hundred",
     "支出决算为82.26万元，完成预算100%，决算数等于预算数。",
     {"completion_rate: not checked (no_base)", "direction: pass: 100 = 100"}},
    {"order_hidden_by_rounding",
     "年初预算为54.5万元，支出决算为54.53万元。决算数小于预算数的主要原因：节约。",
     {"direction: not checked (undecided)"}},
    {"smaller_said_equal_printed",
     "年初预算为54.53万元，支出决算为54.53万元。决算数小于预算数的主要原因：节约。",
     {"direction: warning: 54.53 < 54.53"}},
    {"roughly_equal_is_no_claim",
     "年初预算为54.53万元，支出决算为54.50万元。决算数与预算数基本持平。",
     {}},
    {"template_left_open", "年初预算为54.53万元，支出决算为54.50万元，决算数大于/小于预算数。", {}},
};

INSTANTIATE_TEST_SUITE_P(, ProseCompletion, testing::ValuesIn(kCases),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace gouji
