// SPDX-License-Identifier: GPL-3.0-or-later
// The same fact twice: an amount in prose against the cell of the table that it repeats, and
// against the prose that said it before.
//
// Two statements are one fact if concept, scope, basis and year are the same. Only tables of
// departments are joined, and only kinds that the document has once: governments print the same
// kind for every level, and which one the prose means is not certain. Where the keys differ in
// scope or basis but the amounts are equal, the repetition is confirmed; were they different, it
// would prove nothing.
#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "check/finders.h"
#include "check/operand.h"
#include "check/prose_facts.h"
#include "check/statement.h"
#include "check/table_facts.h"

namespace gouji {

namespace {

constexpr std::size_t kMostTables = 3;  // that one figure is compared with

/// What a table is about where its rows and columns only say "total", and whose money it counts.
struct TableKind {
  std::string_view kind, subject, scope;
};

constexpr std::array<TableKind, 9> kKinds = {{
    {"summary_income_expenditure", "", "all"},
    {"income", "income_of_year", "all"},
    {"expenditure", "expenditure_of_year", "all"},
    {"summary_fiscal_appropriation", "", "fiscal"},
    {"general_public_budget_expenditure", "expenditure_of_year", "fiscal"},
    {"basic_expenditure", "basic_expenditure", "fiscal"},
    {"three_public", "three_public", ""},
    {"agency_operating_expenditure", "agency_operating_expenditure", ""},
    {"government_procurement", "government_procurement", ""},
}};

/// Concepts that mean the same money in whatever table or section they stand.
constexpr std::array<std::string_view, 19> kWithoutScope = {"three_public",
                                                            "overseas_travel",
                                                            "official_vehicles",
                                                            "vehicle_purchase",
                                                            "vehicle_operation",
                                                            "official_reception",
                                                            "agency_operating_expenditure",
                                                            "government_procurement",
                                                            "procurement_goods",
                                                            "procurement_works",
                                                            "procurement_services",
                                                            "fiscal_appropriation_income",
                                                            "general_public_appropriation_income",
                                                            "government_fund_appropriation_income",
                                                            "state_capital_appropriation_income",
                                                            "superior_subsidy_income",
                                                            "institution_income",
                                                            "business_income",
                                                            "subordinate_payment_income"};

/// The totals of both sides: equal where nothing is carried over.
constexpr std::array<std::string_view, 7> kTotals = {"income_of_year",
                                                     "income_total",
                                                     "grand_total",
                                                     "expenditure_of_year",
                                                     "expenditure_total",
                                                     "fiscal_appropriation_income",
                                                     "general_public_appropriation_income"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

struct Key {
  std::string_view subject, scope, basis;
  bool operator==(const Key&) const = default;
};

struct KeyedFact {
  const TableFact* fact = nullptr;
  Key key;
};

const TableKind* kind_of(std::string_view kind) {
  const auto found = std::find_if(kKinds.begin(), kKinds.end(),
                                  [&](const TableKind& one) { return one.kind == kind; });
  return found == kKinds.end() ? nullptr : &*found;
}

/// The last line of either side: both have the same total.
std::string_view without_side(std::string_view subject) {
  return subject == "income_total" || subject == "expenditure_total" ? "grand_total" : subject;
}

/// The grids of each kind; a kind with several is left out.
std::map<std::string_view, int> single_tables(const std::vector<TableFact>& facts) {
  std::map<std::string_view, int> grids;
  for (const TableFact& one : facts) {
    const auto [at, added] = grids.emplace(one.record->kind, one.grid);
    if (!added && at->second != one.grid) at->second = -1;
  }
  return grids;
}

bool is_total(const TableFact& fact) {
  return fact.concept_id == "total" || (fact.concept_id.empty() && fact.label.empty());
}

Key key_of(const TableFact& fact, const TableKind& kind, bool names_three_public) {
  const bool whole = fact.measure.empty() || fact.measure == "total";
  Key key;
  if (is_total(fact)) {
    key.subject = whole ? kind.subject : fact.measure;
    if (whole && names_three_public) key.subject = {};
  } else if (whole || fact.measure == "expenditure_of_year" || fact.measure == "income_of_year") {
    key.subject = fact.concept_id;
  }
  key.scope = kind.scope == "fiscal" && !fact.fund.empty() ? fact.fund : kind.scope;
  if (is_one_of(kWithoutScope, key.subject)) key.scope = {};
  key.basis = fact.basis;
  return key;
}

/// The table facts that prose may repeat, one a grid and key.
std::vector<KeyedFact> keyed_facts(const std::vector<TableFact>& facts, int year,
                                   bool of_department) {
  const auto grids = single_tables(facts);
  const bool names_three_public = std::any_of(facts.begin(), facts.end(), [](const TableFact& one) {
    return one.record->kind == "three_public" && one.measure == "three_public";
  });
  std::vector<KeyedFact> out;
  for (const TableFact& one : facts) {
    const TableKind* kind = kind_of(one.record->kind);
    if (kind == nullptr || !one.code.empty() || grids.at(one.record->kind) < 0) continue;
    if (one.year != 0 && one.year != year) continue;
    Key key = key_of(one, *kind, names_three_public && kind->kind == "three_public");
    if (of_department) key.subject = without_side(key.subject);
    if (key.subject.empty()) continue;
    const bool known = std::any_of(out.begin(), out.end(), [&](const KeyedFact& other) {
      return other.fact->grid == one.grid && other.key == key;
    });
    if (!known) out.push_back({&one, key});
  }
  return out;
}

Key key_of(const ProseFact& fact) {
  Key key{fact.concept_id, fact.scope, fact.basis};
  if (is_one_of(kWithoutScope, key.subject)) key.scope = {};
  return key;
}

/// The opening budget is what a table of final accounts calls its budget.
bool same_basis(std::string_view a, std::string_view b) {
  const auto is_budget = [](std::string_view basis) {
    return basis == "budget" || basis == "opening_budget";
  };
  return a == b || (is_budget(a) && is_budget(b));
}

bool is_near(const Key& a, const Key& b) {
  const bool subject =
      a.subject == b.subject || (is_one_of(kTotals, a.subject) && is_one_of(kTotals, b.subject));
  return subject && same_basis(a.basis, b.basis);
}

/// A short name of a total (支出, 收入预算) may mean any of them.
bool is_generic(const ProseFact& fact) {
  return fact.generic && is_one_of(kTotals, fact.concept_id);
}

Relation repetition(const CheckInput& input, const ProseFact& fact, Operand other) {
  const std::size_t at = fact.figure->offset;
  Relation relation = about(input, *fact.passage, {at, at + 3}, "same_fact");
  relation.operands.push_back(operand_of(fact, input, "stated"));
  relation.arguments = {{"other", other.printed + other.unit}};
  relation.operands.push_back(std::move(other));
  relation.terms = {{1, 1}};
  return relation;
}

void join_table(const CheckInput& input, const ProseFact& fact,
                const std::vector<KeyedFact>& tables, std::vector<Relation>& out) {
  const Key key = key_of(fact);
  std::size_t joined = 0;
  for (const bool certain : {true, false}) {
    for (const KeyedFact& table : tables) {
      if (joined == kMostTables) return;
      if (certain != (table.key == key && !is_generic(fact)) || !is_near(table.key, key)) continue;
      Relation relation = repetition(input, fact, operand_of(*table.fact, input, "other"));
      const bool equal = relation.operands[0].interval().meets(relation.operands[1].interval());
      if (!certain && (!equal || relation.operands[0].point == 0)) continue;
      if (!fact.scope_printed && !key.scope.empty()) relation.at_most = Severity::warning;
      out.push_back(std::move(relation));
      ++joined;
    }
  }
}

void join_prose(const CheckInput& input, const std::vector<ProseFact>& facts,
                std::vector<Relation>& out) {
  const bool of_department = is_of_department(input);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (facts[i].concept_id.empty()) continue;
    const Key key = key_of(facts[i]);
    for (std::size_t j = 0; j < i; ++j) {
      if (facts[j].concept_id.empty() || facts[j].passage == facts[i].passage) continue;
      const Key other = key_of(facts[j]);
      if (!is_near(key, other)) continue;
      Relation relation = repetition(input, facts[i], operand_of(facts[j], input, "other"));
      const bool equal = relation.operands[0].interval().meets(relation.operands[1].interval());
      const bool certain =
          of_department && key == other && !is_generic(facts[i]) && !is_generic(facts[j]) &&
          (key.scope.empty() || (facts[i].scope_printed && facts[j].scope_printed));
      if (!equal && !certain) continue;
      relation.at_most = Severity::warning;
      out.push_back(std::move(relation));
      break;
    }
  }
}

/// 机关运行经费 are of the administrative units alone: not more than the routine expenditure of
/// all.
void bound_operating(const CheckInput& input, const std::vector<ProseFact>& facts,
                     const std::vector<KeyedFact>& tables, std::vector<Relation>& out) {
  for (const ProseFact& one : facts) {
    if (one.concept_id != "agency_operating_expenditure") continue;
    Maybe<Operand> routine;
    for (const ProseFact& other : facts)
      if (other.concept_id == "routine_expenditure" && other.basis == one.basis)
        routine = operand_of(other, input, "total");
    for (const KeyedFact& table : tables)
      if (table.key.subject == "routine_expenditure" && table.key.basis == one.basis)
        routine = operand_of(*table.fact, input, "total");
    if (!routine) continue;
    const std::size_t at = one.figure->offset;
    Relation relation = about(input, *one.passage, {at, at + 3}, "sum.bound");
    relation.wording = "part";
    relation.at_most = Severity::info;
    relation.comparison = Comparison::at_most;
    relation.operands = {operand_of(one, input, "stated"), *std::move(routine)};
    relation.terms = {{1, 1}};
    // Some bodies count the running costs of their projects too: only what fits is told.
    if (relation.operands[0].point > relation.operands[1].point) continue;
    relation.arguments = {{"part", relation.operands[0].printed + relation.operands[0].unit},
                          {"total", relation.operands[1].printed + relation.operands[1].unit}};
    out.push_back(std::move(relation));
  }
}

bool has_cell(const std::vector<TableFact>& cells, std::string_view kind,
              std::string_view concept_id, std::string_view basis) {
  return std::any_of(cells.begin(), cells.end(), [&](const TableFact& one) {
    return one.record->kind == kind && one.basis == basis &&
           (one.concept_id == concept_id || one.measure == concept_id);
  });
}

/// A kind of expense within the basic expenditure is not more than all of it, which prose prints
/// where the table that holds all of it has a blank (patterns/check/joined.toml).
void bound_parts(const CheckInput& input, const std::vector<ProseFact>& facts,
                 const std::vector<TableFact>& cells, const Definition& definition,
                 std::vector<Relation>& out) {
  const std::string_view kind = definition.text("kind");
  if (single_tables(cells)[kind] < 0) return;
  for (const std::string& concept_id : definition.texts("parts")) {
    const auto whole = std::find_if(facts.begin(), facts.end(), [&](const ProseFact& one) {
      return one.concept_id == concept_id && one.path.deepest().empty();
    });
    if (whole == facts.end() || has_cell(cells, definition.text("whole"), concept_id, whole->basis))
      continue;
    for (const TableFact& part : cells) {
      if (part.record->kind != kind || part.concept_id != concept_id) continue;
      if (part.basis != whole->basis || part.year != whole->year) continue;
      const std::size_t at = whole->figure->offset;
      Relation relation = about(input, *whole->passage, {at, at + 3}, "sum.bound");
      relation.wording = "part";
      relation.at_most = Severity::warning;
      relation.comparison = Comparison::at_least;
      relation.operands = {operand_of(*whole, input, "total"), operand_of(part, input, "part")};
      relation.terms = {{1, 1}};
      const auto figure = static_cast<std::size_t>(whole->figure->figure);
      relation.arguments = {{"part_name", std::string(part.label)},
                            {"name", input.figures.figures[figure].subject.value_or("")},
                            {"part", relation.operands[1].printed + relation.operands[1].unit},
                            {"total", relation.operands[0].printed + relation.operands[0].unit}};
      out.push_back(std::move(relation));
    }
  }
}

}  // namespace

void find_fact_relations(const CheckInput& input, std::vector<Relation>& out) {
  const std::vector<ProseFact> facts = prose_facts(input);
  if (facts.empty()) return;
  const std::vector<TableFact> cells = table_facts(input);
  const std::vector<KeyedFact> tables =
      keyed_facts(cells, main_year(input.document), is_of_department(input));
  for (const ProseFact& one : facts)
    if (!one.concept_id.empty()) join_table(input, one, tables, out);
  join_prose(input, facts, out);
  bound_operating(input, facts, tables, out);
  for (const Definition* one : input.patterns.definitions("check/joined/within_"))
    bound_parts(input, facts, cells, *one, out);
  find_class_relations(input, facts, cells, out);
}

}  // namespace gouji
