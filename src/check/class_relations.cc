// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of the classification that prose and table both print: the amount of a line that is found
// by its name, the names of a line that is found by its amount, and the kinds of expense that prose
// lists as spent.
//
// A name that no row bears is held against the row whose amount it has, if just one row of that
// level has it and no other entry of the prose bears that row's name.
//
// Prose that states the amount of a line twice (…（项）X万元，…支出决算为X万元) copies one figure:
// with as many decimals both print the same digits.
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "check/finders.h"
#include "check/likeness.h"
#include "check/prose_facts.h"
#include "check/statement.h"
#include "check/table_facts.h"
#include "record/table_view.h"

namespace gouji {

namespace {

constexpr std::size_t kClassDigits = 3, kGroupDigits = 5, kItemDigits = 7;

class ClassTable {
 public:
  ClassTable(const CheckInput& input, const std::vector<TableFact>& cells, std::string_view kind);

  bool empty() const { return rows_.empty(); }
  std::string_view scope() const { return scope_; }
  const std::vector<const TableFact*>& rows() const { return rows_; }
  /// The row of that level with the name, in the class that the path names; null if not just one.
  const TableFact* named(const ClassPath& path) const;
  /// The row with that code, or null.
  const TableFact* row(std::string_view code) const;
  std::u32string normal(std::string_view name) const;

 private:
  std::u32string_view name_of(std::string_view code) const;
  const WordList& tails_;
  std::vector<const TableFact*> rows_;  ///< the cells of the total column
  std::vector<std::u32string> names_;   ///< normal() of their labels
  std::string_view scope_;
};

/// Whose money a kind of table counts.
std::string_view scope_of(std::string_view kind) {
  if (kind == "expenditure") return "all";
  return kind == "general_public_budget_expenditure" ? "general_public_budget" : kind;
}

ClassTable::ClassTable(const CheckInput& input, const std::vector<TableFact>& cells,
                       std::string_view kind)
    : tails_(input.patterns.words("check/word/class_tail")), scope_(scope_of(kind)) {
  int grid = -1;
  for (const TableFact& one : cells) {
    if (one.record->kind != kind || one.code.size() < kClassDigits) continue;
    const bool whole = one.measure == "total" || one.measure == "expenditure_of_year";
    if (!whole || (scope_ != "all" && one.fund != scope_)) continue;
    if (grid >= 0 && one.grid != grid) {  // several tables of the kind: of several bodies
      rows_.clear();
      return;
    }
    grid = one.grid;
    rows_.push_back(&one);
    names_.push_back(normal(one.label));
  }
}

std::u32string_view ClassTable::name_of(std::string_view code) const {
  for (std::size_t i = 0; i < rows_.size(); ++i)
    if (rows_[i]->code == code) return names_[i];
  return {};
}

std::u32string ClassTable::normal(std::string_view name) const {
  std::u32string out = plain_name(name);
  for (const Word& tail : tails_.words) {
    const std::u32string word = plain_name(tail.text);
    if (out.size() > word.size() + 1 && out.ends_with(word)) out.resize(out.size() - word.size());
  }
  return out;
}

std::size_t digits_of(const ClassPath& path) {
  if (!path.xiang.empty()) return kItemDigits;
  return path.kuan.empty() ? kClassDigits : kGroupDigits;
}

const TableFact* ClassTable::row(std::string_view code) const {
  for (const TableFact* one : rows_)
    if (one->code == code) return one;
  return nullptr;
}

const TableFact* ClassTable::named(const ClassPath& path) const {
  const std::size_t digits = digits_of(path);
  const std::u32string wanted = normal(path.deepest());
  const std::u32string lei = normal(path.lei), kuan = normal(path.kuan);
  const TableFact* found = nullptr;
  const TableFact* best = nullptr;
  int several = 0;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const TableFact* row = rows_[i];
    if (row->code.size() != digits || names_[i] != wanted) continue;
    const bool same_class =
        digits == kClassDigits || name_of(row->code.substr(0, kClassDigits)) == lei;
    const bool same_group =
        digits != kItemDigits || name_of(row->code.substr(0, kGroupDigits)) == kuan;
    if (same_class && same_group) best = row;
    if (same_class || path.lei.empty()) {
      found = row;
      ++several;
    }
  }
  if (best != nullptr) return best;
  return several == 1 ? found : nullptr;
}

class ClassFinder {
 public:
  ClassFinder(const CheckInput& input, const std::vector<ProseFact>& facts,
              const std::vector<TableFact>& cells, std::vector<Relation>& out)
      : input_(input),
        facts_(facts),
        tables_{{{input, cells, "general_public_budget_expenditure"},
                 {input, cells, "expenditure"},
                 {input, cells, "government_fund"},
                 {input, cells, "state_capital"}}},
        out_(out) {}

  void run();

 private:
  const TableFact* by_amount(const ProseFact& fact, const ClassTable& table) const;
  void compare_amount(const ProseFact& fact, const TableFact& row, bool certain);
  void compare_prose(std::size_t index);
  void compare_names(const ProseFact& fact, const TableFact& row, const ClassTable& table);

  const CheckInput& input_;
  const std::vector<ProseFact>& facts_;
  /// The first two may be meant where the prose does not say whose money it is.
  static constexpr std::size_t kTables = 4, kLikely = 2;
  std::array<ClassTable, kTables> tables_;
  std::vector<Relation>& out_;
};

const TableFact* ClassFinder::by_amount(const ProseFact& fact, const ClassTable& table) const {
  const std::size_t digits = digits_of(fact.path);
  const Operand stated = operand_of(fact, input_, "stated");
  if (stated.point == 0) return nullptr;
  const TableFact* found = nullptr;
  for (const TableFact* row : table.rows()) {
    if (row->code.size() != digits || row->basis != fact.basis) continue;
    if (!operand_of(*row, input_, "other").interval().meets(stated.interval())) continue;
    if (found != nullptr) return nullptr;
    found = row;
  }
  if (found == nullptr) return nullptr;
  const bool taken = std::any_of(facts_.begin(), facts_.end(), [&](const ProseFact& other) {
    return !other.path.deepest().empty() && table.named(other.path) == found;
  });
  return taken ? nullptr : found;
}

void ClassFinder::compare_amount(const ProseFact& fact, const TableFact& row, bool certain) {
  const std::size_t at = fact.figure->offset;
  Relation relation = about(input_, *fact.passage, {at, at + 3}, "same_fact");
  relation.operands = {operand_of(fact, input_, "stated"), operand_of(row, input_, "other")};
  relation.terms = {{1, 1}};
  relation.arguments = {{"name", fact.path.deepest()},
                        {"other", relation.operands[1].printed + relation.operands[1].unit}};
  const bool equal = relation.operands[0].interval().meets(relation.operands[1].interval());
  if (!equal && !certain) return;
  if (!fact.scope_printed) relation.at_most = Severity::warning;
  out_.push_back(std::move(relation));
}

/// The cell that prints the label of a row; that of its amount where none does.
std::string label_cell(const CheckInput& input, const TableFact& fact) {
  const Grid& grid = input.tables.grids[static_cast<std::size_t>(fact.grid)];
  const std::string wanted = folded(from_utf8(fact.label));
  for (const GridCell& cell : grid.cells)
    if (cell.row == fact.row->row && folded(cell.text.chars) == wanted)
      return fact.record->table + "/r" + std::to_string(cell.row) + "c" +
             std::to_string(cell.column);
  return fact.value->cell;
}

/// The names of a path against those of the row and of the rows above it.
void ClassFinder::compare_names(const ProseFact& fact, const TableFact& row,
                                const ClassTable& table) {
  const ClassPath& path = fact.path;
  const std::array<std::pair<const std::string*, std::size_t>, 3> levels = {
      {{&path.lei, kClassDigits}, {&path.kuan, kGroupDigits}, {&path.xiang, kItemDigits}}};
  const TableFact* right = &row;
  std::string wrong;
  for (const auto& [said, digits] : levels) {
    const TableFact* line = table.row(row.code.substr(0, digits));
    if (said->empty() || line == nullptr || table.normal(*said) == table.normal(line->label))
      continue;
    wrong = *said;
    right = line;
  }
  Relation relation =
      statement(input_, *fact.passage, {path.begin, path.end}, "name", wrong.empty());
  relation.quote = printed(*fact.passage, input_.flow, path.begin, path.end);
  add_words(relation, "stated", owner_of(input_, *fact.passage));
  add_words(relation, "other", label_cell(input_, *right));
  relation.arguments = {{"stated_words", wrong}, {"expected", std::string(right->label)}};
  out_.push_back(std::move(relation));
}

bool is_same_line(const ClassPath& a, const ClassPath& b) {
  return a.lei == b.lei && a.kuan == b.kuan && a.xiang == b.xiang;
}

/// One unit of the last place between two prints of one sentence is a slip of the pen, not
/// rounding: worth a look and no more.
void mark_copy(Relation& relation) {
  Operand& stated = relation.operands[0];
  Operand& other = relation.operands[1];
  if (stated.half != other.half || stated.point == other.point) return;
  if (abs(stated.point - other.point) > stated.half * 2) return;
  stated.half = other.half = 0;
  relation.at_most = Severity::info;
}

/// Against the statement of the same line, of the same money, right before.
void ClassFinder::compare_prose(std::size_t index) {
  const ProseFact& fact = facts_[index];
  for (std::size_t i = index; i-- > 0;) {
    const ProseFact& other = facts_[i];
    if (other.passage->section != fact.passage->section) return;
    if (!is_same_line(other.path, fact.path) || other.basis != fact.basis ||
        other.scope != fact.scope)
      continue;
    const std::size_t at = fact.figure->offset;
    Relation relation = about(input_, *fact.passage, {at, at + 3}, "same_fact");
    relation.operands = {operand_of(fact, input_, "stated"), operand_of(other, input_, "other")};
    relation.terms = {{1, 1}};
    relation.arguments = {{"name", fact.path.deepest()},
                          {"other", relation.operands[1].printed + relation.operands[1].unit}};
    // A later entry of the same name may add to the first one.
    if (other.passage != fact.passage) relation.at_most = Severity::warning;
    if (other.passage == fact.passage) mark_copy(relation);
    out_.push_back(std::move(relation));
    return;
  }
}

void ClassFinder::run() {
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    const ProseFact& fact = facts_[i];
    if (fact.path.deepest().empty()) continue;
    if (digits_of(fact.path) == kItemDigits) compare_prose(i);
    for (std::size_t t = 0; t < kTables; ++t) {
      const ClassTable& table = tables_[t];
      const bool certain = fact.scope == table.scope();
      if (table.empty() || (t >= kLikely && !certain)) continue;
      const TableFact* row = table.named(fact.path);
      const TableFact* meant = row != nullptr ? row : by_amount(fact, table);
      if (meant == nullptr || meant->basis != fact.basis) continue;
      compare_amount(fact, *meant, certain && row != nullptr);
      if (digits_of(fact.path) == kItemDigits) compare_names(fact, *meant, table);
      break;
    }
  }
}

/// 主要包括：基本工资、奖金 …: each kind that is listed has an amount in the table.
void compare_lists(const CheckInput& input, const std::vector<TableFact>& cells,
                   std::vector<Relation>& out) {
  std::vector<const TableFact*> rows;
  for (const TableFact& one : cells) {
    if (one.record->kind != "basic_expenditure" || one.code.size() != kGroupDigits) continue;
    if (!rows.empty() && one.grid != rows.front()->grid) return;
    rows.push_back(&one);
  }
  if (rows.empty()) return;
  const WordList& tails = input.patterns.words("check/word/expense_tail");
  const auto normal = [&](std::string_view name) {
    std::u32string out_name = plain_name(name);
    for (const Word& tail : tails.words) {
      const std::u32string word = plain_name(tail.text);
      if (out_name.size() > word.size() + 1 && out_name.ends_with(word))
        out_name.resize(out_name.size() - word.size());
    }
    return out_name;
  };
  std::vector<std::u32string> names;
  names.reserve(rows.size());
  for (const TableFact* row : rows) names.push_back(normal(row->label));
  const Pattern& list = input.patterns.pattern("check/fact/expense_list");
  constexpr std::string_view kComma = "、";
  for (const Passage& passage : input.prose.passages) {
    Match match;
    for (std::size_t from = 0; list.find(passage.text, from, &match); from = match.whole.end) {
      std::size_t begin = match.group("list").begin;
      const std::size_t end = match.group("list").end;
      while (begin < end) {
        const std::size_t stop = std::min(passage.text.find(kComma, begin), end);
        const std::string name = passage.text.substr(begin, stop - begin);
        const std::u32string wanted = normal(name);
        const auto at = std::find(names.begin(), names.end(), wanted);
        if (at != names.end()) {
          const TableFact& row = *rows[static_cast<std::size_t>(at - names.begin())];
          Operand amount = operand_of(row, input, "stated");
          Relation relation =
              statement(input, passage, {begin, stop}, "zero_consistency", amount.point != 0);
          relation.wording = "listed";
          relation.quote = name;
          relation.operands.push_back(std::move(amount));
          relation.arguments = {{"word", name}};
          add_words(relation, "listed", owner_of(input, passage));
          out.push_back(std::move(relation));
        }
        begin = stop + kComma.size();
      }
    }
  }
}

}  // namespace

void find_class_relations(const CheckInput& input, const std::vector<ProseFact>& facts,
                          const std::vector<TableFact>& cells, std::vector<Relation>& out) {
  ClassFinder(input, facts, cells, out).run();
  compare_lists(input, cells, out);
}

}  // namespace gouji
