// SPDX-License-Identifier: GPL-3.0-or-later
// Facts of one meaning in two tables are equal; the money of appropriations is within that of all
// sources; concepts add up as the forms say. Two tables whose shared facts mostly disagree are of
// different calibre: nothing is said of them.
#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "check/evaluate.h"
#include "check/finders.h"
#include "check/table_meaning.h"

namespace gouji {

namespace {

/// Of the facts that two tables share, so many tenths must agree before the others are faults.
constexpr int kAgreeTenths = 6;

using Facts = std::vector<MeantFact>;
using Index = std::multimap<CellMeaning, const MeantFact*>;

std::string name_of(const TableFact& fact) {
  std::string column = fact.column->label;
  std::string name(fact.label);
  if (name.empty()) {  // a table of one row: the heads say all
    std::replace(column.begin(), column.end(), '/', ' ');
    return column;
  }
  column.erase(0, column.find_last_of('/') + 1);
  return column.empty() ? name : name + " " + column;
}

const GridCell* cell_of(const CheckInput& input, const TableFact& fact) {
  const Grid& grid = input.tables.grids[static_cast<std::size_t>(fact.grid)];
  const std::pair<int, int> wanted = {fact.row->row, fact.value->column};
  const auto at = std::lower_bound(grid.cells.begin(), grid.cells.end(), wanted,
                                   [](const GridCell& cell, const std::pair<int, int>& place) {
                                     return std::pair(cell.row, cell.column) < place;
                                   });
  const bool found = at != grid.cells.end() && std::pair(at->row, at->column) == wanted;
  return found ? &*at : nullptr;
}

/// A relation that states `fact`.
Relation about(const CheckInput& input, const TableFact& fact, std::string rule, const char* role) {
  Relation out;
  out.rule = std::move(rule);
  out.operands.push_back(operand_of(fact, input, role));
  std::string name = name_of(fact);
  out.quote = name + " " + fact.value->value;
  out.arguments.emplace_back("name", std::move(name));
  const GridCell* cell = cell_of(input, fact);
  if (cell != nullptr) out.at = cell->at;
  return out;
}

void add_term(const CheckInput& input, const TableFact& fact, int factor, const char* role,
              Relation& out) {
  out.terms.push_back({static_cast<int>(out.operands.size()), factor});
  out.operands.push_back(operand_of(fact, input, role));
}

Relation equality(const CheckInput& input, const TableFact& one, const TableFact& first) {
  Relation out = about(input, one, "same_fact", "stated");
  add_term(input, first, 1, "other", out);
  const Operand& other = out.operands.back();
  out.arguments.emplace_back("other", other.printed + other.unit);
  out.arguments.emplace_back("other_place", first.record->title.value_or(""));
  return out;
}

bool passes(const Relation& relation) {
  return evaluate(relation).status == CheckStatus::pass;
}

/// The equalities between two tables.
struct Shared {
  std::vector<Relation> relations;
  int agree = 0;
};

void join_equal(const CheckInput& input, const Facts& facts, std::vector<Relation>& out) {
  std::map<std::pair<int, int>, Shared> pairs;
  std::map<CellMeaning, std::vector<const MeantFact*>> before;
  for (const MeantFact& one : facts) {
    std::vector<const MeantFact*>& earlier = before[one.meaning];
    for (const MeantFact* other : earlier) {
      if (other->fact->grid == one.fact->grid) continue;
      Shared& shared = pairs[{other->fact->grid, one.fact->grid}];
      shared.relations.push_back(equality(input, *one.fact, *other->fact));
      if (passes(shared.relations.back())) ++shared.agree;
    }
    earlier.push_back(&one);
  }
  for (auto& [tables, shared] : pairs) {
    const auto all = static_cast<int>(shared.relations.size());
    const bool believed = shared.agree * 10 >= all * kAgreeTenths;
    for (Relation& one : shared.relations) {
      // A single fact that two tables share may be of two calibres.
      if (all == 1) one.at_most = Severity::warning;
      if (!believed && all > 1 && !passes(one)) one.reason = "other_calibre";
      out.push_back(std::move(one));
    }
  }
}

void bound(const CheckInput& input, const TableFact& part, const TableFact& whole,
           std::vector<Relation>& out) {
  Relation relation = about(input, part, "sum.bound", "part");
  relation.wording = "part";
  relation.comparison = Comparison::at_most;
  relation.at_most = Severity::warning;
  add_term(input, whole, 1, "total", relation);
  if (relation.operands[0].point < 0 || relation.operands[1].point < 0) return;
  relation.arguments = {{"part_name", name_of(part)}, {"name", name_of(whole)}};
  out.push_back(std::move(relation));
}

/// Appropriations within all money, the general budget within all appropriations.
void join_within(const CheckInput& input, const Facts& facts, const Index& index,
                 std::vector<Relation>& out) {
  for (const MeantFact& one : facts) {
    CellMeaning wider = one.meaning;
    if (wider.scope == "all") continue;
    wider.scope = "all";
    const auto [first, last] = index.equal_range(wider);
    for (auto whole = first; whole != last; ++whole)
      if (whole->second->fact->grid != one.fact->grid)
        bound(input, *one.fact, *whole->second->fact, out);
  }
}

/// What a fact of a table is about: its row, or its column where the rows are bodies or years.
std::string_view concept_of(const TableFact& fact) {
  return fact.concept_id.empty() ? fact.measure : fact.concept_id;
}

/// A concept in a table of some of the money against the same in a table of all of it. A kind with
/// several tables is of several bodies or funds: which belong together is not certain.
void join_parts(const CheckInput& input, const std::vector<TableFact>& cells,
                const Definition& definition, std::vector<Relation>& out) {
  std::set<int> part_tables, whole_tables;
  std::vector<const TableFact*> parts, wholes;
  const auto& concepts = definition.texts("parts");
  for (const TableFact& one : cells) {
    if (one.column->role != "amount") continue;
    const bool is_part = one.record->kind == definition.text("kind");
    if (!is_part && one.record->kind != definition.text("whole")) continue;
    (is_part ? part_tables : whole_tables).insert(one.grid);
    if (std::find(concepts.begin(), concepts.end(), concept_of(one)) != concepts.end())
      (is_part ? parts : wholes).push_back(&one);
  }
  if (part_tables.size() != 1 || whole_tables.size() != 1) return;
  for (const TableFact* part : parts)
    for (const TableFact* whole : wholes)
      if (concept_of(*part) == concept_of(*whole) && part->basis == whole->basis &&
          part->year == whole->year)
        bound(input, *part, *whole, out);
}

/// One official relation: total = Σ parts.
class Official {
 public:
  Official(const CheckInput& input, const Facts& facts, const Definition& definition)
      : input_(input), facts_(facts), definition_(definition) {}

  void find(std::vector<Relation>& out) const {
    for (const MeantFact& one : facts_)
      if (one.meaning.subject == definition_.text("total") && one.meaning.measure.empty())
        relate(one, out);
  }

 private:
  const MeantFact* part_of(const MeantFact& total, std::string_view subject) const;
  void relate(const MeantFact& total, std::vector<Relation>& out) const;

  const CheckInput& input_;
  const Facts& facts_;
  const Definition& definition_;
};

const MeantFact* Official::part_of(const MeantFact& total, std::string_view subject) const {
  const std::string_view within = definition_.text("within");
  const MeantFact* found = nullptr;
  for (const MeantFact& one : facts_) {
    if (one.meaning.subject != subject || !one.meaning.measure.empty()) continue;
    if (one.meaning.year != total.meaning.year || one.meaning.basis != total.meaning.basis)
      continue;
    if (within == "table" && one.fact->grid != total.fact->grid) continue;
    if (within == "scope" && one.meaning.scope != total.meaning.scope) continue;
    if (found == nullptr || one.fact->grid == total.fact->grid) found = &one;
  }
  return found;
}

void Official::relate(const MeantFact& total, std::vector<Relation>& out) const {
  Relation relation = about(input_, *total.fact, std::string(definition_.text("rule")), "total");
  for (std::string_view part : definition_.texts("parts")) {
    const bool minus = part.starts_with('-');
    if (minus) part.remove_prefix(1);
    const bool may_be_absent = part.ends_with('?');
    if (may_be_absent) part.remove_suffix(1);
    const MeantFact* found = part_of(total, part);
    if (found == nullptr && !may_be_absent) return;
    if (found != nullptr) add_term(input_, *found->fact, minus ? -1 : 1, "part", relation);
  }
  // Which rows of other wording belong to the relation is not known: a blank part is one of them.
  if (relation.terms.size() < definition_.texts("parts").size())
    relation.at_most = Severity::warning;
  out.push_back(std::move(relation));
}

}  // namespace

void find_table_joins(const CheckInput& input, std::vector<Relation>& out) {
  const std::vector<TableFact> cells = table_facts(input);
  if (cells.empty()) return;
  for (const Definition* one : input.patterns.definitions("check/joined/within_"))
    join_parts(input, cells, *one, out);
  const Facts facts = CellMeanings(input.patterns).of(cells);
  if (facts.empty()) return;
  Index index;
  for (const MeantFact& one : facts) index.emplace(one.meaning, &one);
  join_equal(input, facts, out);
  join_within(input, facts, index, out);
  for (const Definition* one : input.patterns.definitions("check/joined/relation_"))
    Official(input, facts, *one).find(out);
}

}  // namespace gouji
