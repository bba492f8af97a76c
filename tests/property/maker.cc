// SPDX-License-Identifier: GPL-3.0-or-later
#include "maker.h"

#include <utility>

namespace gouji::property {

std::string decimal(std::int64_t hundredths) {
  const bool negative = hundredths < 0;
  const std::int64_t size = negative ? -hundredths : hundredths;
  std::string rest = std::to_string(size % 100);
  if (rest.size() == 1) rest.insert(0, "0");
  return (negative ? "-" : "") + std::to_string(size / 100) + "." + rest;
}

std::int64_t rounded(std::int64_t top, std::int64_t bottom) {
  const bool negative = top < 0;
  const std::int64_t size = negative ? -top : top;
  const std::int64_t value = (2 * size + bottom) / (2 * bottom);
  return negative ? -value : value;
}

std::vector<Fen> Maker::split(Fen total, int parts) {
  std::vector<Fen> weights;
  Fen sum = 0;
  for (int i = 0; i < parts; ++i) {
    weights.push_back(number(1, 1000));
    sum += weights.back();
  }
  std::vector<Fen> out;
  Fen left = total;
  for (int i = 0; i + 1 < parts; ++i) {
    out.push_back(total / sum * weights[static_cast<std::size_t>(i)] + number(0, 9999));
    left -= out.back();
  }
  out.push_back(left);
  return out;
}

int Maker::put(Slot slot) {
  const int index = static_cast<int>(out_.slots.size());
  out_.slots.push_back(std::move(slot));
  out_.pieces.push_back({"", index});
  return index;
}

Amount Maker::money(Fen fen) {
  return {fen, put({decimal(rounded(fen, kPlace)), "万元", FigureKind::money, false, ""})};
}

Amount Maker::cell(Fen fen) {
  return {fen, put({decimal(rounded(fen, kPlace)), "万元", FigureKind::money, true, ""})};
}

int Maker::percent(std::int64_t hundredths, const char* rate) {
  return put({decimal(hundredths), "%", FigureKind::percent, false, rate});
}

void Maker::heading(const char* title) {
  static const char* const kNumbers[] = {"一", "二", "三", "四", "五",   "六",
                                         "七", "八", "九", "十", "十一", "十二"};
  say(std::string(kNumbers[section_++]) + "、" + title + "\n");
}

Relation Maker::relation(const char* rule, int stated,
                         const std::vector<std::pair<int, int>>& terms) {
  Relation made;
  made.rule = rule;
  made.operands.push_back(operand_of_slot(out_, stated, "stated"));
  for (const auto& [slot, factor] : terms) {
    made.terms.push_back({static_cast<int>(made.operands.size()), factor});
    made.operands.push_back(operand_of_slot(out_, slot, "part"));
  }
  return made;
}

void Maker::sum(const Amount& total, const std::vector<Amount>& parts, const char* rule) {
  std::vector<std::pair<int, int>> terms;
  for (const Amount& part : parts) terms.emplace_back(part.slot, 1);
  out_.relations.push_back(relation(rule, total.slot, terms));
}

void Maker::ratio(const char* rule, int rate, const Amount& part, const Amount& base) {
  Relation made = relation(rule, rate, {{part.slot, 1}});
  made.formula = Formula::ratio;
  made.scale = 100;
  made.operands.push_back(operand_of_slot(out_, base.slot, "base"));
  made.below = {{2, 1}};
  out_.relations.push_back(std::move(made));
}

void Maker::same(const Amount& a, const Amount& b) {
  out_.relations.push_back(relation("same_fact", a.slot, {{b.slot, 1}}));
}

/// "增加1.00万元，增长2.00%"
void Maker::growth(const Amount& now, Fen before) {
  const bool up = now.fen >= before;
  const int piece = static_cast<int>(out_.pieces.size());
  say(up ? "增加" : "减少");
  const Amount change = money(up ? now.fen - before : before - now.fen);
  const int form = number(0, 4);
  static const char* const kJoints[] = {"，", "，", "，", "、", "（"};
  static const char* const kUps[] = {"增长", "增长", "增幅", "上升", "增长"};
  static const char* const kDowns[] = {"下降", "下降", "降幅为", "降低", "下降"};
  say(kJoints[form]);
  say(up ? kUps[form] : kDowns[form]);
  const int rate = percent(rounded(change.fen * 10000, before), "growth");
  if (form == 4) say("）");
  Relation made = relation("growth", rate, {{change.slot, 1}});
  made.formula = Formula::ratio;
  made.scale = 100;
  made.operands.push_back(operand_of_slot(out_, now.slot, "new"));
  made.below = {{2, 1}, {1, up ? -1 : 1}};
  out_.turns.push_back({piece, up ? "减少" : "增加", up ? kDowns[form] : kUps[form],
                        static_cast<int>(out_.relations.size()), change.slot});
  out_.relations.push_back(std::move(made));
}

}  // namespace gouji::property
