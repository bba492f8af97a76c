// SPDX-License-Identifier: GPL-3.0-or-later
// 增加Ⓜ，与上年持平: what changed is not the same as before. A change of 0 is; 减少为0 is said of
// something that was more, and 持平 of something that was not: a slip of the form, worth a look.
#include "check/prose_finders.h"
#include "check/quick_find.h"
#include "check/statement.h"

namespace gouji {

namespace {

/// The mention whose sign stands at that byte of the statement's passage; -1 if none does.
int mention_at(const ProseReading& reading, const Statement& statement, std::size_t sign) {
  for (int i = statement.first; i < statement.last; ++i)
    if (reading.at(i).sign == sign) return i;
  return -1;
}

}  // namespace

void find_level(const ProseReading& reading, std::vector<Relation>& out) {
  const Pattern& level = reading.input.patterns.pattern("check/prose/level");
  for (const Statement& statement : reading.statements) {
    const std::string& text = statement.passage->text;
    Match match;
    for (std::size_t from = 0; quick_find(level, text, from, &match); from = match.whole.end) {
      const int change = mention_at(reading, statement, match.group("amount").begin);
      if (change < 0) continue;
      const bool becomes = match.group("to").matched();
      Relation relation = about(reading.input, *statement.passage,
                                {match.whole.begin, match.whole.end}, "direction");
      relation.wording = "level";
      relation.formula = Formula::statement;
      relation.operands = {reading.operand(change, "stated")};
      relation.holds = relation.operands[0].point == 0 && !becomes;
      if (becomes) relation.at_most = Severity::info;
      if (reading.unfinished(change)) relation.reason = "template";
      relation.arguments = {{"word", std::string(match.group("word").in(text))},
                            {"stated", relation.operands[0].printed},
                            {"unit", relation.operands[0].unit}};
      out.push_back(std::move(relation));
    }
  }
}

}  // namespace gouji
