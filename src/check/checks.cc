// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/checks.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "check/compose.h"
#include "check/diagnose.h"
#include "check/evaluate.h"
#include "check/finders.h"

namespace gouji {

namespace {

using Find = void (*)(const CheckInput& input, std::vector<Relation>& out);

/// Every finder; a relation that an earlier one found is not found again by a later one.
constexpr Find kFinders[] = {
    find_table_relations,
    find_wording_relations,
    find_name_relations,
    find_numbering_relations,
};

bool before(const At& a, const At& b) {
  if (a.unit != b.unit) return a.unit < b.unit;
  if (a.begin != b.begin) return a.begin < b.begin;
  if (a.boxes.empty() || b.boxes.empty()) return a.boxes.size() < b.boxes.size();
  if (a.boxes[0].y0 != b.boxes[0].y0) return a.boxes[0].y0 < b.boxes[0].y0;
  return a.boxes[0].x0 < b.boxes[0].x0;
}

}  // namespace

std::vector<Check> run_checks(const Flow& flow, const Tables& tables, const Outline& outline,
                              const DocumentInfo& document, const Figures& figures,
                              const std::vector<Record>& records, const PatternSet& patterns) {
  const Prose prose = read_prose(flow, tables, outline, figures);
  const CheckInput input{flow, tables, outline, document, figures, records, prose, patterns};
  std::vector<Relation> relations;
  for (const Find find : kFinders) find(input, relations);
  std::stable_sort(relations.begin(), relations.end(),
                   [](const Relation& a, const Relation& b) { return before(a.at, b.at); });
  std::vector<Verdict> verdicts;
  verdicts.reserve(relations.size());
  std::transform(relations.begin(), relations.end(), std::back_inserter(verdicts), evaluate);
  const RuleBook rules(patterns);
  std::vector<Check> checks;
  checks.reserve(relations.size());
  for (std::size_t i = 0; i < relations.size(); ++i) {
    checks.push_back(compose_check(relations[i], verdicts[i], rules));
    checks.back().id = "c" + std::to_string(i + 1);
  }
  diagnose(relations, verdicts, checks);
  return checks;
}

}  // namespace gouji
