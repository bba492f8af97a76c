// SPDX-License-Identifier: GPL-3.0-or-later
// 年初预算为Ⓜ，支出决算为Ⓜ，完成年初预算的Ⓟ: the budget is the one of the rate's words, the amount
// the one that is no budget. A rate whose words name another budget than the one printed, or none
// where several are printed, is checked only if it holds. 大于, 小于, 等于 and 持平 between 决算数
// and 预算数 are held against both amounts and against the rate.
#include <algorithm>

#include "check/evaluate.h"
#include "check/prose_finders.h"

namespace gouji {

namespace {

constexpr int kSentencesBack = 2;  // 年初预算为Ⓜ。支出决算为Ⓜ。完成年初预算的Ⓟ

class Completion {
 public:
  Completion(const ProseReading& reading, std::vector<Relation>& out)
      : reading_(reading),
        order_(reading.input.patterns.patterns("check/prose_order/")),
        out_(out) {}

  void rate(int rate);
  void order(const Statement& statement);

 private:
  Relation relation(int rate, int actual, int budget) const;
  Relation compared(const Pattern& wording, const Group& where, int stated) const;
  bool same_budget(int budget, int rate) const;

  const ProseReading& reading_;
  const std::vector<const Pattern*>& order_;
  std::vector<Relation>& out_;
};

/// The words of the rate name that budget: 年初预算 and 年初预算数, 调整预算（以下简称预算） …
bool Completion::same_budget(int budget, int rate) const {
  const std::string_view base = reading_.at(rate).base;
  const std::string_view label = reading_.at(budget).label;
  if (base.empty() || label.empty()) return true;
  const Word* said = nullptr;
  const Word* printed = nullptr;
  for (const Word& word : reading_.words.budget.words) {
    if (word.attribute("kind").empty()) continue;
    if (said == nullptr && base.find(word.text) != std::string_view::npos) said = &word;
    if (printed == nullptr && label.find(word.text) != std::string_view::npos) printed = &word;
  }
  if (said == nullptr || printed == nullptr) return true;
  return said->attribute("kind") == printed->attribute("kind");
}

Relation Completion::relation(int rate, int actual, int budget) const {
  Relation out;
  out.rule = "completion_rate";
  out.formula = Formula::ratio;
  out.operands = {reading_.operand(rate, "rate"), reading_.operand(actual, "actual"),
                  reading_.operand(budget, "budget")};
  out.terms = {{1, 1}};
  out.below = {{2, 1}};
  out.scale = 100;
  if (reading_.unfinished(rate)) out.reason = "template";
  out.arguments = {{"name", std::string(reading_.at(actual).label)}};
  reading_.locate(out, std::min(actual, budget), rate);
  return out;
}

void Completion::rate(int rate) {
  const Mention& one = reading_.at(rate);
  int actual = -1;
  std::vector<int> budgets;
  if (one.has_base) budgets.push_back(rate - 1);
  for (int i = rate - 1; i >= reading_.statement(rate).first; --i) {
    const Mention& amount = reading_.at(i);
    if (one.sentence - amount.sentence > kSentencesBack) break;
    if (amount.depth != one.depth || !reading_.is_amount(i)) continue;
    if (amount.role != ProseRole::budget) {
      if (actual >= 0) break;  // the amount of another rate
      actual = i;
    } else if (!one.has_base && (actual < 0 || reading_.same_unit(i, actual))) {
      budgets.push_back(i);
    }
  }
  if (actual < 0) return;
  std::vector<Relation> readings;
  for (const int budget : budgets)
    if (reading_.same_unit(budget, actual) && same_budget(budget, rate))
      readings.push_back(relation(rate, actual, budget));
  if (!readings.empty()) {
    add_likely(std::move(readings), "ambiguous_base", out_);
    return;
  }
  Relation none = relation(rate, actual, actual);
  none.formula = Formula::statement;
  none.operands.pop_back();
  none.reason = budgets.empty() ? "no_base" : "ambiguous_base";
  out_.push_back(std::move(none));
}

Relation Completion::compared(const Pattern& wording, const Group& where, int stated) const {
  Relation out;
  out.rule = "direction";
  const std::string_view sign = wording.attribute("order");
  out.comparison = sign == "more"   ? Comparison::more
                   : sign == "less" ? Comparison::less
                                    : Comparison::equal;
  const Passage& passage = reading_.passage(stated);
  out.arguments = {{"word", std::string(where.in(passage.text))}};
  out.at_most = Severity::warning;
  if (reading_.unfinished(stated)) out.reason = "template";
  return out;
}

/// 决算数小于预算数: the last budget and the last amount before, and the last rate.
void Completion::order(const Statement& statement) {
  const std::string& text = statement.passage->text;
  for (const Pattern* wording : order_) {
    Match match;
    for (std::size_t from = 0; wording->find(text, from, &match); from = match.whole.end) {
      int budget = -1, actual = -1, rate = -1;
      for (int i = statement.first; i < statement.last; ++i) {
        if (reading_.at(i).sign > match.whole.begin) break;
        if (reading_.at(i).depth > 0) continue;
        if (reading_.at(i).role == ProseRole::budget) budget = i;
        if (reading_.at(i).role == ProseRole::actual) actual = i;
        if (reading_.at(i).role == ProseRole::completion) rate = i;
      }
      const auto add = [&](Relation relation, int first) {
        relation.quote = printed(*statement.passage, reading_.input.flow, reading_.at(first).begin,
                                 match.whole.end);
        relation.at = place(*statement.passage, reading_.input.flow, reading_.at(first).begin,
                            match.whole.end);
        out_.push_back(std::move(relation));
      };
      if (budget >= 0 && actual >= 0 && reading_.same_unit(budget, actual)) {
        Relation relation = compared(*wording, match.whole, actual);
        relation.operands = {reading_.operand(actual, "actual"),
                             reading_.operand(budget, "budget")};
        relation.terms = {{1, 1}};
        add(std::move(relation), std::min(budget, actual));
      } else if (rate >= 0) {
        Relation relation = compared(*wording, match.whole, rate);
        relation.operands = {reading_.operand(rate, "rate")};
        relation.formula = Formula::constant;
        relation.constant = 100;
        add(std::move(relation), rate);
      }
    }
  }
}

}  // namespace

void find_completion(const ProseReading& reading, std::vector<Relation>& out) {
  Completion completion(reading, out);
  for (int i = 0; i < static_cast<int>(reading.mentions.size()); ++i)
    if (reading.at(i).role == ProseRole::completion) completion.rate(i);
  for (const Statement& statement : reading.statements) completion.order(statement);
}

}  // namespace gouji
