// SPDX-License-Identifier: GPL-3.0-or-later
// Facts come from the typed tables (columns of the year and of the year before) and from figures of
// prose whose year and subject are known.
#include "check/years.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "check/compose.h"
#include "check/evaluate.h"
#include "check/references.h"

namespace gouji {

namespace {

constexpr std::string_view kRule = "same_fact.years";
constexpr std::size_t kShortestSubject = 4;  // characters: 支出 alone is said of many things

/// The basis under which two years meet: what was spent, or what was planned; "" = neither is said.
std::optional<std::string> common_basis(const Maybe<std::string>& basis) {
  if (!basis) return "";
  if (*basis == "final_accounts" || *basis == "execution") return "final";
  if (*basis == "opening_budget" || *basis == "adjusted_budget" || *basis == "budget")
    return *basis;
  return std::nullopt;
}

/// The year a column speaks of.
int year_of(const FiscalColumn& column, const FiscalRow& row, int year) {
  if (column.year) return *column.year;
  return row.year.value_or(year);
}

std::string row_key(const FiscalRow& row) {
  if (row.code) return *row.code + " " + row.label;
  if (row.concept_id) return *row.concept_id + " " + row.label;
  return row.label;
}

class Collector {
 public:
  explicit Collector(const Report& report) : report_(report) {
    out_.source = report.source;
    out_.document = report.document;
    if (!report.document.fiscal_years.empty()) out_.year = report.document.fiscal_years.front();
  }

  YearFacts collect() {
    if (out_.year == 0) return std::move(out_);
    for (const Record& record : report_.records) read(record);
    for (const Figure& figure : report_.figures) read(figure);
    keep_certain();
    return std::move(out_);
  }

 private:
  void read(const Record& record) {
    for (const FiscalRow& row : record.rows) {
      for (const FiscalValue& value : row.values) {
        const auto column =
            std::find_if(record.columns.begin(), record.columns.end(),
                         [&](const FiscalColumn& one) { return one.column == value.column; });
        if (column == record.columns.end() || column->role != "amount") continue;
        const auto basis = common_basis(row.basis ? row.basis : column->basis);
        const Figure* figure = figure_at(report_, value.cell);
        if (!basis || figure == nullptr) continue;
        const std::string key = "table\n" + record.kind + "\n" + row.side + "\n" + row_key(row) +
                                "\n" + column->concept_id.value_or("") + "\n" +
                                column->fund.value_or("") + "\n" + *basis;
        add(key, year_of(*column, row, out_.year), operand_of(*figure, "stated", value.cell),
            row.label, figure->at);
      }
    }
  }

  void read(const Figure& figure) {
    const bool prose = figure.in && figure.in->find('/') == std::string::npos;
    if (!prose || !figure.subject || !figure.year || figure.range) return;
    if (figure.kind != FigureKind::money && figure.kind != FigureKind::count) return;
    if (from_utf8(*figure.subject).size() < kShortestSubject) return;
    const std::string key =
        "prose\n" + *figure.subject + "\n" + figure.normalized.unit.value_or("");
    add(key, *figure.year, operand_of(figure, "stated"), *figure.subject + figure.text, figure.at);
  }

  void add(std::string key, int year, Operand operand, std::string quote, const At& at) {
    if (operand.doubt != Doubt::none || (year != out_.year && year != out_.year - 1)) return;
    out_.facts.push_back({std::move(key), year, std::move(operand), std::move(quote), at});
  }

  /// Sorted by key; of equal ones the first stays, of different ones none.
  void keep_certain() {
    const auto place = [](const YearFact& fact) { return std::tie(fact.key, fact.year); };
    std::stable_sort(out_.facts.begin(), out_.facts.end(),
                     [&](const YearFact& a, const YearFact& b) { return place(a) < place(b); });
    std::vector<YearFact> kept;
    for (std::size_t i = 0; i < out_.facts.size();) {
      std::size_t end = i + 1;
      bool same = true;
      for (; end < out_.facts.size() && place(out_.facts[end]) == place(out_.facts[i]); ++end)
        same = same && out_.facts[end].operand.point == out_.facts[i].operand.point;
      if (same) kept.push_back(std::move(out_.facts[i]));
      i = end;
    }
    out_.facts = std::move(kept);
  }

  const Report& report_;
  YearFacts out_;
};

/// The relation between last year's figure as the later report states it and as it was reported.
Relation relation_between(const YearFact& later, const YearFact& earlier,
                          const YearFacts& document) {
  Relation relation;
  relation.rule = kRule;
  relation.at_most = Severity::warning;
  relation.operands = {later.operand, earlier.operand};
  relation.operands[1].role = "reported";
  relation.operands[1].ref = document.source.path + "#" + earlier.operand.ref;
  relation.terms = {{1, 1}};
  relation.quote = later.quote;
  relation.at = later.at;
  relation.arguments = {{"year", std::to_string(later.year)}, {"document", document.source.path}};
  return relation;
}

void compare(const std::vector<YearFacts>& documents, std::size_t later, std::size_t earlier,
             const RuleBook& rules, std::vector<YearCheck>& out) {
  const YearFacts& report = documents[later];
  const YearFacts& before = documents[earlier];
  for (const YearFact& fact : report.facts) {
    if (fact.year != before.year) continue;
    const auto wanted = std::tie(fact.key, fact.year);
    const auto same = std::lower_bound(
        before.facts.begin(), before.facts.end(), wanted,
        [](const YearFact& one, const auto& key) { return std::tie(one.key, one.year) < key; });
    if (same == before.facts.end() || std::tie(same->key, same->year) != wanted) continue;
    const Relation relation = relation_between(fact, *same, before);
    out.push_back({later, compose_check(relation, evaluate(relation), rules)});
  }
}

}  // namespace

YearFacts year_facts(const Report& report) {
  return Collector(report).collect();
}

std::vector<YearCheck> check_years(const std::vector<YearFacts>& documents,
                                   const PatternSet& patterns) {
  constexpr std::size_t kSeveral = static_cast<std::size_t>(-1);
  using Key = std::tuple<std::string, std::string, int>;  // issuer, kind, year
  std::map<Key, std::size_t> by_year;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const YearFacts& one = documents[i];
    if (!one.document.issuer || one.year == 0) continue;
    const auto [at, fresh] =
        by_year.emplace(Key{*one.document.issuer, one.document.kind, one.year}, i);
    if (fresh || at->second == kSeveral) continue;
    if (documents[at->second].source.sha256 != one.source.sha256) at->second = kSeveral;
  }
  const RuleBook rules(patterns);
  std::vector<YearCheck> out;
  for (const auto& [key, later] : by_year) {
    const auto& [issuer, kind, year] = key;
    const auto earlier = by_year.find(Key{issuer, kind, year - 1});
    if (later == kSeveral || earlier == by_year.end() || earlier->second == kSeveral) continue;
    compare(documents, later, earlier->second, rules, out);
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].check.id = "c" + std::to_string(i + 1);
    if (out[i].check.status == CheckStatus::fail) out[i].check.root = out[i].check.id;
  }
  return out;
}

}  // namespace gouji
