// SPDX-License-Identifier: GPL-3.0-or-later
// The change of a sum against those of its parts, and 持平 beside a change.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "prose_checks.h"

namespace gouji {
namespace {

using testing_support::ProseCase;
using testing_support::ProseDocument;

class ProseChanges : public testing::TestWithParam<ProseCase> {};

TEST_P(ProseChanges, AreCompared) {
  EXPECT_EQ(ProseDocument(GetParam().text).checks(), GetParam().checks);
}

const ProseCase kSums[] = {
    {"adds_up",
     "“三公”经费支出决算数比上年减少3."
     "29万元，其中：因公出国（境）费与上年持平；公务用车购置及运行费减"
     "少3.59万元；公务接待费增加0.30万元。",
     {"sum.prose: pass: 3.29 = 3.59 - 0.30"}},
    {"does_not",
     "“三公”经费支出决算数比上年减少3."
     "59万元，其中：因公出国（境）费与上年持平；公务用车购置及运行费减"
     "少3.59万元；公务接待费增加0.30万元。",
     {"sum.prose: warning: 3.59 = 3.59 - 0.30"}},
    {"within_rounding",
     "“三公”经费支出决算数比上年减少3."
     "3万元，其中：因公出国（境）费与上年持平；公务用车购置及运行费减少"
     "3.59万元；公务接待费增加0.25万元。",
     {"sum.prose: pass: 3.3 = 3.59 - 0.25"}},
    {"parts_of_no_known_whole",
     "支出比上年减少10.00万元，其中：会议费减少3.00万元；培训费减少2.00万元。",
     {}},
    {"a_rate_is_no_part",
     "支出比上年减少5.00万元，其中：会议费减少3.00万元；培训费减少2.00万元；维修费下降20%。",
     {"sum.prose: pass: 5.00 = 3.00 + 2.00"}},
};

INSTANTIATE_TEST_SUITE_P(Sum, ProseChanges, testing::ValuesIn(kSums),
                         [](const auto& one) { return std::string(one.param.name); });

const ProseCase kLevels[] = {
    {"no_change", "公务接待费支出决算增加0.00万元，与上年持平。", {"direction: pass"}},
    {"changed", "公务接待费支出决算减少0.35万元，与2024年持平。", {"direction: warning"}},
    {"became_nothing", "公务接待费支出决算减少为0.00万元，与2024年持平。", {"direction: info"}},
    {"about_the_same", "公务接待费支出决算减少0.35万元，与上年基本持平。", {}},
    {"an_amount_is_no_change", "公务接待费支出决算0.35万元，与上年持平。", {}},
};

INSTANTIATE_TEST_SUITE_P(Level, ProseChanges, testing::ValuesIn(kLevels),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace gouji
