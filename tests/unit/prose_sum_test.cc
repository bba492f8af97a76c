// SPDX-License-Identifier: GPL-3.0-or-later
// Totals with their listed parts, and shares with their wholes.
#include <gtest/gtest.h>

#include "prose_checks.h"

namespace gouji {
namespace {

using testing_support::ProseCase;
using testing_support::ProseDocument;

class ProseSum : public testing::TestWithParam<ProseCase> {};

TEST_P(ProseSum, Checks) {
  EXPECT_EQ(ProseDocument(GetParam().text).checks(), GetParam().checks);
}

const ProseCase kSums[] = {
    {"passes",
     "支出合计226.23万元，其中：基本支出166.46万元，项目支出59.77万元。",
     {"sum.prose: pass: 226.23 = 166.46 + 59.77"}},
    {"begins_in_a_bracket", "（100.00万元，200.00万元）", {}},
    {"just_inside_tolerance",  // three parts and the total: 0.02 may be rounding
     "支出9746.50万元，分为：教育支出754.76万元；卫生支出236.63万元；其他支出8755.13万元。",
     {"sum.prose: pass: 9746.50 = 754.76 + 236.63 + 8755.13"}},
    {"fails_by_its_words",
     "支出976.50万元，分为：教育支出754.76万元；卫生支出236.63万元。",
     {"sum.prose: warning: 976.50 = 754.76 + 236.63"}},
    {"fails_by_the_names_of_its_parts",
     "收入100.00万元，其中：税收收入60.00万元，非税收入30.00万元。",
     {"sum.prose: error: 100.00 = 60.00 + 30.00"}},
    {"fails_by_next_to_nothing",
     "卫生技术人员34767人，其中，医师13723人，护士15944人，药师1226人，技师2386人，其他1486人。",
     {"sum.prose: warning: 34767 = 13723 + 15944 + 1226 + 2386 + 1486"}},
    {"fails_with_the_rest",
     "共有车辆21辆，其中：机要用车7辆、应急用车5辆、其他用车5辆。",
     {"sum.prose: warning: 21 = 7 + 5 + 5"}},
    {"first_parts_fit_by_accident",
     "共有车辆10辆，其中：机要用车8辆、应急用车2辆、其他用车5辆。",
     {"sum.prose: warning: 10 = 8 + 2 + 5"}},
    {"the_rest_of_things_of_two_measure_words",
     "卫生机构37个，其中：医院12个，卫生所17所，其他8个。",
     {"sum.bound: pass: 37 >= 12 + 8"}},
    {"the_rest_of_something_wider",
     "医院108家，其中：综合医院62家、专科医院43家；基层机构181家；其他7家。",
     {"sum.bound: pass: 108 >= 62 + 43"}},
    {"some_parts_only",
     "支出342.32亿元，其中教育支出61.96亿元，农林水支出61.50亿元。",
     {"sum.bound: pass: 342.32 >= 61.96 + 61.50"}},
    {"open_list",
     "支出100.00万元，分为：教育支出60.00万元，卫生支出30.00万元等。",
     {"sum.bound: pass: 100.00 >= 60.00 + 30.00"}},
    {"overlapping_parts",
     "采购100.00万元，其中：中小企业90.00万元，小微企业80.00万元。",
     {"sum.bound: not checked (ambiguous_operand)"}},
    {"second_list_is_a_level_deeper",
     "债券116.27亿元，其中：新增债券100.92亿元，包括甲7.88亿元、乙93.04亿元；再融资债券15."
     "35亿元，包括甲9.34亿元、乙6.01亿元。",
     {"sum.prose: pass: 116.27 = 100.92 + 15.35", "sum.prose: pass: 100.92 = 7.88 + 93.04",
      "sum.prose: pass: 15.35 = 9.34 + 6.01"}},
    {"in_a_bracket",
     "余额197.88亿元（一般债务136.66亿元，专项债务61.22亿元），同比增加46.67亿元。",
     {"sum.prose: pass: 197.88 = 136.66 + 61.22"}},
    {"things",
     "共有车辆5辆，其中：机要用车2辆、应急用车3辆；单价50万元以上设备7台。",
     {"sum.prose: pass: 5 = 2 + 3"}},
    {"other_unit_is_no_part",
     "收入20.00万元，其中：补助3个项目15.00万元，利息5.00万元。",
     {"sum.prose: pass: 20.00 = 15.00 + 5.00"}},
    {"another_sentence_begins",
     "收入6.00万元，其中：补助5.00万元，利息1.00万元。支出9.00万元。",
     {"sum.prose: pass: 6.00 = 5.00 + 1.00"}},
    {"closing_total_is_no_part",
     "项目1410.00万元，其中甲340.00万元，乙1070.00万元，合计1410.00万元。",
     {"sum.prose: pass: 1410.00 = 340.00 + 1070.00"}},
    {"paragraphs",
     "# "
     "二、支出\n本年支出合计10.00万元，其中：\n基本支出7.00万元，占70%；\n项目支出3.00万元，占30%"
     "。",
     {"sum.sections: pass: 10.00 = 7.00 + 3.00", "sum.shares: pass: 100 = 70 + 30",
      "share: pass: 70% = 7.00万元 / 10.00万元", "share: pass: 30% = 3.00万元 / 10.00万元"}},
    {"items_with_two_roles",
     "# 二、支出\n年初预算为10.00万元，支出决算为9.00万元。其中：\n- "
     "甲。年初预算为6.00万元，支出决算为5.00万元。\n- "
     "乙。年初预算为4.00万元，支出决算为4.00万元。",
     {"sum.sections: pass: 10.00 = 6.00 + 4.00", "sum.sections: pass: 9.00 = 5.00 + 4.00"}},
    {"unit_slip_of_a_part",
     "收入总计1038.36万元，其中：一般收入566.57万元，补助376.10万元，调入资金95.69元。",
     {"sum.prose: error: 1038.36 = 566.57 + 376.10 + 95.69"}},
    {"unit_slip_of_the_total",
     "收入1463.39亿元，其中：拨款349.54万元；事业收入1013.65万元；利息100.20万元。",
     {"sum.prose: error: 1463.39 = 349.54 + 1013.65 + 100.20"}},
    {"unit_slip_to_a_larger_unit",
     "收入1463.39万元，其中：拨款349.54万元；事业收入1013.65亿元；利息100.20万元。",
     {"sum.prose: error: 1463.39 = 349.54 + 1013.65 + 100.20"}},
    {"two_groupings",
     "收入444.5亿元。分结构看：税收收入298.3亿元；非税收入146.2亿元。分级次看：区本级164."
     "9亿元；市县级279.6亿元。",
     {"sum.prose: pass: 444.5 = 298.3 + 146.2", "sum.prose: pass: 444.5 = 164.9 + 279.6"}},
    {"what_stands_behind_the_list_is_no_part",
     "收入187.5亿元，其中补助45.8亿元；支出169.7亿元，当年结余17.8亿元。",
     {"sum.bound: pass: 187.5 >= 45.8", "balance: pass: 17.8 = 187.5 - 169.7"}},
    {"addition",
     "收入74.81亿元，完成预算的90%，加上补助收入0.69亿元、上年结余6.20亿元，收入总计81.70亿元。",
     {"sum.prose: pass: 81.70 = 74.81 + 0.69 + 6.20", "completion_rate: not checked (no_base)"}},
    {"addition_fails",
     "收入74.81亿元，加上补助收入0.69亿元、上年结余6.20亿元，收入总计91.70亿元。",
     {"sum.prose: warning: 91.70 = 74.81 + 0.69 + 6.20"}},
    {"addition_begins_with_several",
     "支出42.11亿元，补助下级支出37.18亿元，加上还本支出等22.05亿元，支出总计101.34亿元。",
     {"sum.prose: pass: 101.34 = 42.11 + 37.18 + 22.05"}},
    {"addition_with_an_open_beginning",
     "支出42.11亿元，补助下级支出37.18亿元，加上还本支出等22.05亿元，支出总计111.34亿元。",
     {"sum.prose: not checked (ambiguous_operand)"}},
    {"addition_less_something",
     "收入81.30亿元。加上补助76.40亿元、债务收入13.50亿元，减去转移支付51.80亿元，总收入为119."
     "40亿元。",
     {"sum.prose: pass: 119.40 = 81.30 + 76.40 + 13.50 - 51.80"}},
    {"surplus_fails",
     "基金收入105.96亿元，基金支出104.25亿元，当年结余1.17亿元，滚存结余20.77亿元。",
     {"balance: warning: 1.17 = 105.96 - 104.25"}},
    {"surplus_of_what_was_done",
     "收入预算105.4亿元，实际完成109.0亿元。支出预算100.5亿元，实际完成102.1亿元。当年结余6."
     "9亿元。",
     {"balance: pass: 6.9 = 109.0 - 102.1"}},
    {"surplus_after_another_amount",
     "基金收入288.45亿元，基金支出286.49亿元。上解5.09亿元后，当年收支结余14.52亿元。",
     {"balance: not checked (ambiguous_operand)"}},
    {"items_of_a_class",
     "# 二、结构\n支出10.00万元，主要用于以下方面：甲支出（类）7.00万元；乙支出（类）3.00万元。\n# "
     "三、具体\n支出决算为10.00万元，其中：\n- "
     "1.甲支出（类）子（款）丑（项）。支出决算为4.00万元。\n- "
     "2.甲支出（类）子（款）寅（项）。支出决算为3.00万元。\n- "
     "3.乙支出（类）子（款）卯（项）。支出决算为3.00万元。",
     {"sum.prose: pass: 10.00 = 7.00 + 3.00", "sum.sections: pass: 7.00 = 4.00 + 3.00",
      "sum.sections: pass: 3.00 = 3.00", "sum.sections: pass: 10.00 = 4.00 + 3.00 + 3.00"}},
    {"bracket_with_one_part",
     "国内公务接待支出0.39万元（含外宾接待支出0.50万元）。",
     {"sum.bound: warning: 0.39 >= 0.50"}},
    {"bracket_that_leaves_out", "学校732所（不含教学点9所），其他8所。", {}},
    {"addition_behind_its_name",
     "收入2221.7亿元，其中，税收收入1690.4亿元；非税收入531.3亿元。收入加上补助763."
     "9亿元、上年结余262.7亿元，总收入为3248.3亿元。",
     {"sum.prose: pass: 2221.7 = 1690.4 + 531.3",
      "sum.prose: pass: 3248.3 = 2221.7 + 763.9 + 262.7"}},
    {"surplus_of_a_budget",
     "收入预算115.9亿元。支出预算106.9亿元，年度收支结余9.0亿元。",
     {"balance: pass: 9.0 = 115.9 - 106.9"}},
    {"no_money_no_visits", "公务接待费支出0万元，接待0批次、0人次。", {"zero_consistency: pass"}},
    {"no_foreign_visits_among_them",
     "公务接待费支出0.39万元，接待2批次、26人次，其中：接待外宾0批次、0人次。",
     {"zero_consistency: pass", "sum.bound: pass: 2 >= 0", "sum.bound: pass: 26 >= 0"}},
    {"no_money_but_visits", "公务接待费支出0万元，接待2批次、26人次。", {"zero_consistency: info"}},
    {"complements",
     "地上建筑面积为8013平方米（其中计容面积7998平方米，不计容面积105平方米）。",
     {"sum.prose: error: 8013 = 7998 + 105"}},
    {"averages_are_no_parts",
     "居民人均可支配收入25679元，其中：城镇居民人均可支配收入43026元，农村居民人均可支配收入29005元"
     "。",
     {}},
    {"surplus_of_a_budget_with_a_part",
     "收入预算115.9亿元，其中：补助收入55.0亿元。支出预算106.9亿元，年度收支结余9.0亿元。",
     {"sum.bound: pass: 115.9 >= 55.0", "balance: pass: 9.0 = 115.9 - 106.9"}},
    {"change_is_no_part",
     "基本支出10.00万元，比上年增加2.00万元，其中：人员经费8.00万元，增加1.00万元，公用经费2."
     "00万元。",
     {"sum.prose: pass: 10.00 = 8.00 + 2.00"}},
};

INSTANTIATE_TEST_SUITE_P(Sum, ProseSum, testing::ValuesIn(kSums),
                         [](const auto& one) { return one.param.name; });

const ProseCase kShares[] = {
    {"passes",
     "一般公共预算支出226.23万元，占本年支出合计452.46万元的50%。",
     {"share: pass: 50% = 226.23万元 / 452.46万元"}},
    {"of_the_list",
     "支出合计226.23万元，其中：基本支出166.46万元，占73.58%；项目支出59.77万元，占26.42%。",
     {"sum.prose: pass: 226.23 = 166.46 + 59.77", "sum.shares: pass: 100 = 73.58 + 26.42",
      "share: pass: 73.58% = 166.46万元 / 226.23万元",
      "share: pass: 26.42% = 59.77万元 / 226.23万元"}},
    {"in_brackets",
     "支出合计226.23万元，其中：基本支出166.46万元（占73.58%）、项目支出59.77万元（占29.42%）。",
     {"sum.prose: pass: 226.23 = 166.46 + 59.77", "sum.shares: error: 100 = 73.58 + 29.42",
      "share: pass: 73.58% = 166.46万元 / 226.23万元",
      "share: error: 29.42% = 59.77万元 / 226.23万元"}},
    {"fails_against_a_named_whole",
     "# 三、支出\n本年支出合计9759.38万元。\n# "
     "五、拨款\n财政拨款支出9746.50万元，占本年支出合计的99.86%。",
     {"share: error: 99.86% = 9746.50万元 / 9759.38万元"}},
    {"just_inside_tolerance",  // 9746.495 / 9759.385 is 99.86792%
     "# 三、支出\n本年支出合计9759.38万元。\n# "
     "五、拨款\n财政拨款支出9746.50万元，占本年支出合计的99.868%。",
     {"share: pass: 99.868% = 9746.50万元 / 9759.38万元"}},
    {"last_share_plugged",
     "支出226.23万元，主要用于以下方面：甲193.15万元，占85.38%；乙14.63万元，占6.47%；丙6."
     "51万元，占2.88%；丁11.94万元，占5.27%。",
     {"sum.prose: pass: 226.23 = 193.15 + 14.63 + 6.51 + 11.94",
      "sum.shares: pass: 100 = 85.38 + 6.47 + 2.88 + 5.27",
      "share: pass: 85.38% = 193.15万元 / 226.23万元",
      "share: pass: 6.47% = 14.63万元 / 226.23万元", "share: pass: 2.88% = 6.51万元 / 226.23万元",
      "plug_rounding: info: 5.27% = 11.94万元 / 226.23万元"}},
    {"whole_is_not_named_nearest",
     "采购支出总额4.00万元。授予中小企业合同金额2.00万元，占政府采购支出总额的50%"
     "，其中：授予小微企业合同金额1.00万元，占采购支出总额的25%。",
     {"sum.bound: pass: 2.00 >= 1.00", "share: pass: 50% = 2.00万元 / 4.00万元",
      "share: pass: 25% = 1.00万元 / 4.00万元"}},
    {"pairs_of_runs",
     "采购规模400亿元。货物、工程和服务类分别为100亿元、200亿元和100亿元，占采购规模的比重为25%"
     "、50%和35%。",
     {"sum.prose: pass: 400 = 100 + 200 + 100", "share: pass: 25% = 100亿元 / 400亿元",
      "share: pass: 50% = 200亿元 / 400亿元", "share: error: 35% = 100亿元 / 400亿元"}},
    {"runs_of_another_length",
     "采购规模400亿元。货物和服务类分别为100亿元和300亿元，占比重为25%、40%和35%。",
     {"sum.prose: pass: 400 = 100 + 300", "sum.shares: pass: 100 = 25 + 40 + 35"}},
    {"whole_among_the_words_of_the_share",  // 100户 is no part
     "参保100户，其中：甲村20户，占全县总户数400户的5%；乙村80户，占全县总户数400户的20%。",
     {"sum.prose: pass: 100 = 20 + 80", "share: pass: 5% = 20户 / 400户",
      "share: pass: 20% = 80户 / 400户"}},
    {"whole_unknown",
     "民生支出98.96亿元，占财政总支出规模的76.7%。",
     {"share: not checked (no_base)"}},
    {"zero_whole",
     "支出合计0.00万元，其中：基本支出0.00万元，占0%。",
     {"sum.prose: pass: 0.00 = 0.00", "share: not checked (zero_base)"}},
    {"among",
     "# 一、情况\n接待费支出0.40万元。\n# "
     "二、决算\n接待费支出决算中，国内接待费0.30万元，占75%；外宾接待费0.10万元，占25%。",
     {"sum.prose: pass: 0.40 = 0.30 + 0.10", "sum.shares: pass: 100 = 75 + 25",
      "share: pass: 75% = 0.30万元 / 0.40万元", "share: pass: 25% = 0.10万元 / 0.40万元"}},
    {"together_in_one_breath",
     "第一、二、三产业增加值比重分别为13.1%、40.7%、46.2%。",
     {"sum.shares: pass: 100 = 13.1 + 40.7 + 46.2"}},
    {"together_but_not_all", "一、二产业增加值比重分别为13.1%、40.7%。", {}},
    {"budget_in_the_name_of_the_whole",
     "一般公共预算收入33.64亿元，其中税收收入22.31亿元，占一般公共预算收入的66.3%。",
     {"sum.bound: pass: 33.64 >= 22.31", "share: pass: 66.3% = 22.31亿元 / 33.64亿元"}},
    {"parts_without_a_total",
     "甲部门30.00万元，占75%；乙部门10.00万元，占35%。",
     {"share: pass: 75% = 30.00万元 / (30.00万元 + 10.00万元)",
      "share: warning: 35% = 10.00万元 / (30.00万元 + 10.00万元)"}},
};

INSTANTIATE_TEST_SUITE_P(Share, ProseSum, testing::ValuesIn(kShares),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace gouji
