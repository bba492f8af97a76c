// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/checks.h"

#include <string>
#include <utility>

#include "check/compose.h"
#include "check/diagnose.h"
#include "check/doubt.h"
#include "check/evaluate.h"
#include "check/finders.h"
#include "check/merge.h"
#include "check/rounding.h"
#include "check/same_cause.h"

namespace gouji {

namespace {

using Find = void (*)(const CheckInput& input, std::vector<Relation>& out);

/// Every finder; a relation that an earlier one found is not found again by a later one.
constexpr Find kFinders[] = {
    find_table_relations, find_table_joins,           find_prose_relations,
    find_fact_relations,  find_performance_relations, find_statement_relations,
};

/// The decided relations of a document, in reading order.
struct Decided {
  std::vector<Relation> relations;
  std::vector<Verdict> verdicts;
};

Decided decide(const CheckInput& input) {
  Decided out;
  for (const Find find : kFinders) find(input, out.relations);
  out.relations = merge_relations(std::move(out.relations), input.figures);
  out.verdicts.reserve(out.relations.size());
  for (const Relation& relation : out.relations) out.verdicts.push_back(evaluate(relation));
  silence_doubt(out.relations,
                DoubtfulPlaces(input.problems, input.patterns, input.tables, input.figures),
                out.verdicts);
  tell_truncation(out.relations, out.verdicts);
  tell_plugs(out.relations, out.verdicts);
  return out;
}

/// Two statements of one fact that differ by their unit only say so.
void tell_unit_slips(const Decided& decided, const RuleBook& rules, std::vector<Check>& checks) {
  constexpr std::string_view kSameFact = "same_fact", kUnitSlip = "unit_slip";
  for (std::size_t i = 0; i < checks.size(); ++i) {
    if (checks[i].status != CheckStatus::fail || checks[i].rule != kSameFact) continue;
    const int power = unit_slip(decided.relations[i], decided.verdicts[i]);
    if (power == 0) continue;
    Relation said = decided.relations[i];
    said.rule = kUnitSlip;
    said.wording.clear();
    said.arguments.emplace_back(
        "factor", "1" + std::string(static_cast<std::size_t>(power < 0 ? -power : power), '0'));
    Check check = compose_check(said, decided.verdicts[i], rules);
    check.id = std::move(checks[i].id);
    check.suspects = std::move(checks[i].suspects);
    check.root = std::move(checks[i].root);
    checks[i] = std::move(check);
  }
}

}  // namespace

std::vector<Check> run_checks(const Flow& flow, const Tables& tables, const Outline& outline,
                              const DocumentInfo& document, const Figures& figures,
                              const std::vector<Record>& records,
                              const std::vector<Problem>& problems, const PatternSet& patterns) {
  const Prose prose = read_prose(flow, tables, outline, figures);
  const CheckInput input{flow,    tables,   outline, document, figures,
                         records, problems, prose,   patterns};
  Decided decided = decide(input);
  const RuleBook rules(patterns);
  std::vector<Check> checks;
  checks.reserve(decided.relations.size());
  for (std::size_t i = 0; i < decided.relations.size(); ++i) {
    checks.push_back(compose_check(decided.relations[i], decided.verdicts[i], rules));
    checks.back().id = "c" + std::to_string(i + 1);
  }
  diagnose(decided.relations, decided.verdicts, checks);
  join_causes(decided.relations, checks);
  tell_unit_slips(decided, rules, checks);
  return checks;
}

}  // namespace gouji
