// SPDX-License-Identifier: GPL-3.0-or-later
// A total is called by what its table or its column is about; a class by its code; other rows by
// their concept. Only outermost rows and rows with codes are joined: the same words stand deeper
// for parts of other things.
#include "check/table_meaning.h"

#include <set>
#include <tuple>

namespace gouji {

namespace {

bool is_total_word(std::string_view concept_id) {
  return concept_id.empty() || concept_id == "total" || concept_id == "grand_total" ||
         concept_id == "subtotal";
}

/// Does the column hold all of its row, not a part?
bool is_whole(std::string_view measure, std::string_view subject) {
  return is_total_word(measure) || measure == subject || measure == "income_of_year" ||
         measure == "expenditure_of_year";
}

std::string scope_of(const TableFact& fact, const Definition& subject) {
  const bool whole = subject.text("scope") == "all";
  if (!fact.fund.empty() && !whole) return std::string(fact.fund);
  return std::string(subject.text("scope"));
}

/// The income of appropriations is one of the incomes of all money.
void unify(CellMeaning& meaning) {
  if (meaning.subject == "income_of_year" && meaning.scope == "fiscal") {
    meaning.subject = "fiscal_appropriation_income";
    meaning.scope = "all";
  }
  if (meaning.subject.ends_with("_appropriation_income")) meaning.scope = "all";
}

}  // namespace

CellMeanings::CellMeanings(const PatternSet& patterns) {
  for (const Definition* one : patterns.definitions("check/joined/subject_"))
    subjects_.emplace(std::string(one->text("kind")), one);
  constexpr std::string_view kConcepts = "vocabulary/concept/";
  for (const Definition* one : patterns.definitions(kConcepts))
    if (!one->text("code").empty())
      code_of_concept_.emplace(one->id.substr(kConcepts.size()), std::string(one->text("code")));
}

const Definition* CellMeanings::subject_of(std::string_view kind) const {
  const auto at = subjects_.find(kind);
  return at == subjects_.end() ? nullptr : at->second;
}

CellMeaning CellMeanings::read(const TableFact& fact) const {
  CellMeaning out;
  const Definition* subject = subject_of(fact.record->kind);
  if (subject == nullptr || fact.column->role != "amount") return out;
  const std::string_view own = subject->text("subject");
  const bool whole = is_whole(fact.measure, own);
  const bool total = fact.row->kind == "total" && is_total_word(fact.concept_id);
  const auto code = code_of_concept_.find(fact.concept_id);
  if (!fact.code.empty()) {
    out.subject = "code:" + std::string(fact.code);
  } else if (fact.row->level > 0 || fact.row->kind == "of_which") {
    return out;
  } else if (total && fact.side.empty()) {
    out.subject = whole ? own : fact.measure;
  } else if (total) {
    out.subject = "grand_total_" + std::string(fact.side);
  } else if (code != code_of_concept_.end()) {
    out.subject = "code:" + code->second;
  } else {
    out.subject =
        fact.concept_id.empty() && fact.row->label.empty() ? fact.measure : fact.concept_id;
  }
  const bool measured = fact.code.empty() && (total || out.subject == fact.measure);
  if (!whole && !measured) out.measure = fact.measure;
  const bool side = fact.side == "income" || fact.side == "expenditure";
  if (out.subject.starts_with("code:")) out.flow = side ? fact.side : subject->text("flow");
  out.scope = scope_of(fact, *subject);
  out.basis = fact.basis;
  out.year = fact.year;
  unify(out);
  return out;
}

std::vector<MeantFact> CellMeanings::of(const std::vector<TableFact>& facts) const {
  std::vector<MeantFact> out;
  std::map<std::pair<std::string, std::string>, std::set<int>> grids;  // kind and fund → tables
  std::map<std::pair<int, CellMeaning>, int> times;
  for (const TableFact& fact : facts) {
    CellMeaning meaning = read(fact);
    if (meaning.subject.empty()) continue;
    grids[{fact.record->kind, meaning.scope}].insert(fact.grid);
    ++times[{fact.grid, meaning}];
    out.push_back({&fact, std::move(meaning)});
  }
  std::erase_if(out, [&](const MeantFact& one) {
    return grids[{one.fact->record->kind, one.meaning.scope}].size() > 1 ||
           times[{one.fact->grid, one.meaning}] > 1;
  });
  return out;
}

}  // namespace gouji
