// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/rounding.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "check/formula.h"

namespace gouji {

namespace {

/// Rates that only cutting explains, from which on it is a habit and no slip. A single one is a
/// fault of its own.
constexpr int kHabit = 4;
/// So many of them for one that only rounding explains.
constexpr int kAgainst = 10;
constexpr std::string_view kShares = "sum.shares";

bool is_rate(const Relation& relation) {
  if (relation.formula != Formula::ratio || relation.stated < 0) return false;
  if (relation.comparison != Comparison::equal) return false;
  return relation.operands[static_cast<std::size_t>(relation.stated)].half > 0;
}

Relation truncation(const Relation& first, const Verdict& verdict, int count) {
  Relation relation;
  relation.rule = "truncation";
  relation.formula = Formula::statement;
  relation.holds = false;
  relation.operands = first.operands;
  relation.at_most = Severity::info;
  relation.arguments = {{"count", std::to_string(count)},
                        {"formula", Printer(first).formula(verdict)}};
  relation.quote = first.quote;
  relation.at = first.at;
  return relation;
}

/// Shares that were cut add to less than 100: each may be up to a unit of its last place larger.
void admit_cut_shares(const Relation& shares, Verdict& verdict) {
  Relation cut = shares;
  for (Operand& share : cut.operands) share.point += share.half;
  const Verdict admitted = evaluate(cut);
  if (admitted.status == CheckStatus::pass) verdict = admitted;
}

}  // namespace

void tell_truncation(std::vector<Relation>& relations, std::vector<Verdict>& verdicts) {
  std::vector<std::size_t> cut;
  int rounded = 0;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (verdicts[i].status == CheckStatus::not_checked || !is_rate(relations[i])) continue;
    const bool fits_cut = fits(relations[i], verdicts[i], Rounding::cut);
    const bool fits_nearest = verdicts[i].status == CheckStatus::pass;
    if (fits_cut && !fits_nearest) cut.push_back(i);
    if (fits_nearest && !fits_cut) ++rounded;
  }
  const int count = static_cast<int>(cut.size());
  if (count < kHabit || count < rounded * kAgainst) return;
  Relation said = truncation(relations[cut.front()], verdicts[cut.front()], count);
  for (const std::size_t i : cut) verdicts[i] = evaluate(relations[i], Rounding::cut);
  for (std::size_t i = 0; i < relations.size(); ++i)
    if (relations[i].rule == kShares && verdicts[i].status == CheckStatus::fail)
      admit_cut_shares(relations[i], verdicts[i]);
  const auto at = static_cast<std::ptrdiff_t>(cut.front());
  verdicts.insert(verdicts.begin() + at, evaluate(said));
  relations.insert(relations.begin() + at, std::move(said));
}

namespace {

/// The failed relations that state a rate, by the figure that does.
std::unordered_map<std::string, std::size_t> failed_rates(const std::vector<Relation>& relations,
                                                          const std::vector<Verdict>& verdicts) {
  std::unordered_map<std::string, std::size_t> failed;
  for (std::size_t i = 0; i < relations.size(); ++i)
    if (verdicts[i].status == CheckStatus::fail && is_rate(relations[i]))
      failed.emplace(relations[i].operands[static_cast<std::size_t>(relations[i].stated)].ref, i);
  return failed;
}

/// Off by less than one unit of the last place: what rounding gives is the neighbour of the print.
bool is_neighbour(const Relation& relation, const Verdict& verdict) {
  const Rational unit = relation.operands[static_cast<std::size_t>(relation.stated)].half * 2;
  return abs(verdict.stated - verdict.computed) <= unit * Rational(3, 2);
}

}  // namespace

void tell_plugs(std::vector<Relation>& relations, const std::vector<Verdict>& verdicts) {
  const auto failed = failed_rates(relations, verdicts);
  if (failed.empty()) return;
  for (std::size_t i = 0; i < relations.size(); ++i) {
    if (relations[i].rule != kShares || verdicts[i].status != CheckStatus::pass) continue;
    if (verdicts[i].stated != verdicts[i].computed) continue;
    for (const Term& term : relations[i].terms) {
      const auto at =
          failed.find(relations[i].operands[static_cast<std::size_t>(term.operand)].ref);
      if (at == failed.end()) continue;
      Relation& share = relations[at->second];
      if (!is_neighbour(share, verdicts[at->second])) continue;
      share.rule = "plug_rounding";
      share.wording.clear();
      share.at_most = Severity::info;
    }
  }
}

}  // namespace gouji
