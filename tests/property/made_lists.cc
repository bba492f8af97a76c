// SPDX-License-Identifier: GPL-3.0-or-later
// Counts with the lists that they count, in the forms that reports have, and amounts a head.
#include <algorithm>
#include <utility>

#include "maker.h"

namespace gouji::property {

void Maker::count(int things, const char* unit, bool in_words) {
  const int slot = put({std::to_string(things), unit, FigureKind::count, false, "", in_words});
  out_.counts.push_back(slot);
}

void Maker::names(const std::vector<std::string>& all) {
  for (std::size_t i = 0; i < all.size(); ++i) say((i > 0 ? "、" : "") + all[i]);
}

void Maker::product(const Amount& total, const std::vector<int>& factors, int times) {
  Relation made = relation("unit_price", total.slot, {});
  made.formula = Formula::product;
  made.scale = times;
  for (const int slot : factors) {
    made.terms.push_back({static_cast<int>(made.operands.size()), 1});
    made.operands.push_back(operand_of_slot(out_, slot, "factor"));
  }
  out_.relations.push_back(std::move(made));
}

/// 按每人每月500元的标准，为120人发放补助12个月，共72.00万元
void Maker::allowance() {
  heading("有关项目支出情况说明");
  const int price = number(2, 40) * 50, people = number(11, 400);
  const bool monthly = toss();
  const int months = monthly ? number(3, 12) : 1;
  const Fen fen = Fen{price} * people * months * 100;
  const auto put_price = [&] {
    return put({std::to_string(price), "元", FigureKind::money, false, ""});
  };
  const auto put_people = [&] {
    return put({std::to_string(people), "人", FigureKind::count, false, ""});
  };
  std::vector<int> factors;
  if (monthly) {
    say(one_of({"按每人每月", "公益性岗位补贴标准为每人每月"}));
    factors.push_back(put_price());
    say(one_of({"的标准，为", "，共发放"}));
    factors.push_back(put_people());
    say("、");
    say(std::to_string(months) + "个月");
    say(one_of({"，共计", "，合计"}));
  } else {
    say(one_of({"按人均", "按每人每年"}));
    factors.push_back(put_price());
    say(one_of({"的标准补助", "标准资助困难学生"}));
    factors.push_back(put_people());
    say(one_of({"，共计", "，所需资金"}));
  }
  const Amount total = money(fen);
  say("。\n");
  product(total, factors, months);
}

void Maker::units() {
  heading("机构设置情况");
  static const char* const kNames[] = {
      "办公室", "财务科", "政策法规科（行政审批科）", "人事科", "规划科", "监督科", "应急管理科"};
  static const char* const kSchools[] = {"东街小学",     "西街小学", "第一中学", "实验学校",
                                         "特殊教育学校", "职教中心", "进修学校"};
  const int shown = number(3, 7);
  const std::vector<std::string> all(kNames, kNames + shown);
  switch (number(0, 3)) {
    case 0:
      say(one_of({"本部门内设机构", "机关内设科室"}));
      count(shown, "个", false);
      say(one_of({"，分别是", "，分别为：", "：", "，包括"}));
      names(all);
      break;
    case 1:
      say(one_of({"本局下设", "单位内设"}));
      count(shown, "个", toss());
      say(one_of({"科室：", "职能科室，分别为", "内设机构，即"}));
      names(all);
      break;
    case 2:
      say(one_of({"本局内设", "机关设有"}));
      names(all);
      say(one_of({"", "共"}));
      count(shown, "个", false);
      say(one_of({"科室", "内设机构"}));
      break;
    default:
      say(one_of({"截至年末，全县下辖", "所属"}));
      count(shown, "所", toss());
      say("学校（");
      names({kSchools, kSchools + shown});
      say("）");
  }
  say("。\n");
}

/// The bodies whose accounts are in the report, as numbered paragraphs or in one sentence.
void Maker::bodies() {
  static const char* const kBodies[] = {"某县审计局（本级）", "某县审计服务中心",
                                        "某县政府投资审计中心", "某县经济责任审计中心",
                                        "某县审计信息中心"};
  const int shown = number(2, 5);
  say("纳入");
  year(year_);
  say(one_of({"年度部门决算编制范围的单位共", "年度部门决算编报范围的预算单位共"}));
  count(shown, one_of({"个", "家"}), false);
  if (toss()) {
    say("：");
    names(std::vector<std::string>(kBodies, kBodies + shown));
    say("。\n");
    return;
  }
  say(one_of({"，包括：\n", "，具体包括：\n", "，分别是：\n"}));
  const char* stop = one_of({"．", "、", "."});
  for (int i = 0; i < shown; ++i) say(std::to_string(i + 1) + stop + kBodies[i] + "\n");
}

/// 一是 … 二是 …
void Maker::works() {
  heading("主要工作开展情况");
  static const char* const kWorks[] = {"加强审计监督", "服务经济发展", "规范内部管理",
                                       "提升队伍素质", "推进信息建设", "深化整改落实"};
  static const char* const kNumbers[] = {"一", "二", "三", "四", "五", "六"};
  const int shown = number(3, 6);
  say(one_of({"全年主要做好", "一年来，重点抓好"}));
  count(shown, "个", toss());
  const bool by_sentence = toss();
  say(by_sentence ? one_of({"方面工作。", "方面的工作："})
                  : one_of({"方面工作：", "方面的工作："}));
  const bool is = toss();
  for (int i = 0; i < shown; ++i)
    say(std::string(kNumbers[i]) + (is ? "是" : "是要") + kWorks[i] +
        (by_sentence || i + 1 == shown ? "。" : "；"));
  say("\n");
}

}  // namespace gouji::property
