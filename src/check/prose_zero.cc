// SPDX-License-Identifier: GPL-3.0-or-later
// 公务接待费支出0万元，接待0批次、0人次: no money, no visits, and the reverse. Costs may be shared
// or paid ahead, so a contradiction is worth a look and no more.
#include <algorithm>

#include "check/prose_finders.h"

namespace gouji {

namespace {

/// The numbers of visits and visitors behind an amount, up to the next amount of money.
std::vector<int> visits_behind(const ProseReading& reading, int money) {
  std::vector<int> visits;
  for (int i = money + 1; i < reading.statement(money).last; ++i) {
    const Mention& one = reading.at(i);
    const Figure& figure = reading.figure(i);
    if (one.depth > 0) continue;
    if (figure.kind == FigureKind::money) break;
    if (word_in(reading.text(i, reading.at(i - 1).end, one.sign), reading.words.opening) != nullptr)
      break;  // 2批次，其中：接待外宾0批次
    if (figure.kind != FigureKind::count || !reading.is_amount(i)) continue;
    const bool of_visits = figure.unit && (word_in(*figure.unit, reading.words.visits) != nullptr ||
                                           word_in(one.lead, reading.words.visits) != nullptr);
    if (of_visits) visits.push_back(i);
  }
  return visits;
}

}  // namespace

void find_zeros(const ProseReading& reading, std::vector<Relation>& out) {
  for (int i = 0; i < static_cast<int>(reading.mentions.size()); ++i) {
    const bool spent = reading.is_amount(i) && reading.figure(i).kind == FigureKind::money &&
                       reading.at(i).depth == 0 &&
                       word_in(reading.at(i).label, reading.words.visited) != nullptr;
    if (!spent) continue;
    const std::vector<int> visits = visits_behind(reading, i);
    if (visits.empty()) continue;
    Relation relation;
    relation.rule = "zero_consistency";
    relation.formula = Formula::statement;
    relation.at_most = Severity::info;
    relation.operands = {reading.operand(i, "amount")};
    for (const int visit : visits) relation.operands.push_back(reading.operand(visit, "count"));
    const bool none = relation.operands[0].point == 0;
    relation.holds = std::all_of(relation.operands.begin() + 1, relation.operands.end(),
                                 [&](const Operand& count) { return (count.point == 0) == none; });
    if (reading.unfinished(i)) relation.reason = "template";
    reading.locate(relation, i, visits.back());
    out.push_back(std::move(relation));
  }
}

}  // namespace gouji
