// SPDX-License-Identifier: GPL-3.0-or-later
// 群众满意度为Ⓟ: satisfaction and quality are shares of all there is, never more than
// 100%. Rates of growth and of fulfilment, and targets that are bounds, are no such rates.
#include "check/prose_finders.h"

namespace gouji {

void find_bounds(const ProseReading& reading, std::vector<Relation>& out) {
  constexpr int kAll = 100;
  const WordList& bounded = reading.input.patterns.words("check/prose/bounded");
  for (int i = 0; i < static_cast<int>(reading.mentions.size()); ++i) {
    const Mention& one = reading.at(i);
    if (one.role != ProseRole::other || reading.figure(i).kind != FigureKind::percent) continue;
    const std::string_view words = strip_end(one.lead, reading.words.link);
    if (word_at_end(words, bounded) == nullptr) continue;
    Relation relation;
    relation.rule = "percent_bounds";
    relation.formula = Formula::constant;
    relation.comparison = Comparison::at_most;
    relation.constant = kAll;
    relation.operands = {reading.operand(i, "stated")};
    relation.arguments = {{"name", std::string(strip_start(words, reading.words.list))}};
    if (reading.unfinished(i)) relation.reason = "template";
    reading.locate(relation, i, i);
    out.push_back(std::move(relation));
  }
}

}  // namespace gouji
