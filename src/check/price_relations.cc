// SPDX-License-Identifier: GPL-3.0-or-later
// Price × quantity × time: 按每人每月500元的标准，为120人发放12个月，共计72万元.
//
// The words are data (patterns/check/price.toml). The quantity must be counted in what the price is
// for, and a price a month needs its months in print. Costs that several share, bounds and
// averages are left out.
#include <string>

#include "check/operand.h"
#include "check/prose_words.h"
#include "check/quick_find.h"
#include "check/statement.h"
#include "check/statement_finders.h"

namespace gouji {

namespace {

constexpr std::size_t kFewestFigures = 3;
constexpr const char* kForms[] = {"price_first", "quantity_first", "unit_price"};

class PriceFinder {
 public:
  PriceFinder(const CheckInput& input, std::vector<Relation>& out)
      : input_(input),
        duration_(input.patterns.pattern("check/price/duration")),
        periods_(input.patterns.words("check/price/same_period")),
        person_(input.patterns.words("check/price/person")),
        not_all_(input.patterns.words("check/price/not_all")),
        out_(out) {}

  void look(const Passage& passage, const Pattern& pattern);

 private:
  const Figure* figure(const Passage& passage, const Group& group) const;
  std::string_view kind_of(std::string_view period) const;
  bool same_thing(std::string_view thing, std::string_view unit) const;
  int times(std::string_view period, std::string_view between) const;

  const CheckInput& input_;
  const Pattern& duration_;
  const WordList &periods_, &person_, &not_all_;
  std::vector<Relation>& out_;
};

const Figure* PriceFinder::figure(const Passage& passage, const Group& group) const {
  const ProseFigure* one = passage.figure_at(group.begin);
  if (one == nullptr || one->range) return nullptr;
  return &input_.figures.figures[static_cast<std::size_t>(one->figure)];
}

std::string_view PriceFinder::kind_of(std::string_view period) const {
  for (const Word& word : periods_.words)
    if (word.text == period) return word.attribute("kind");
  return {};
}

/// 每人 and 120名. A price that names no thing is that of the one that is counted.
bool PriceFinder::same_thing(std::string_view thing, std::string_view unit) const {
  return thing.empty() || thing == unit || (person_.contains(thing) && person_.contains(unit));
}

/// How often the price is paid: once where neither it nor the words name a time; 0 where the two
/// do not belong together, or the number is not printed.
int PriceFinder::times(std::string_view period, std::string_view between) const {
  Match match;
  const bool lasts = duration_.find(between, 0, &match);
  if (!lasts) return period.empty() || kind_of(period) == "year" ? 1 : 0;
  if (kind_of(match.group("period").in(between)) != kind_of(period)) return 0;
  return std::stoi(std::string(match.group("number").in(between)));
}

void PriceFinder::look(const Passage& passage, const Pattern& pattern) {
  const std::string_view text = passage.text;
  Match match;
  for (std::size_t from = 0; quick_find(pattern, text, from, &match); from = match.whole.end) {
    const Figure* price = figure(passage, match.group("price"));
    const Figure* quantity = figure(passage, match.group("quantity"));
    const Figure* amount = figure(passage, match.group("amount"));
    if (price == nullptr || quantity == nullptr || amount == nullptr) continue;
    const Words words = clause_around(passage, {match.whole.begin, match.whole.end});
    if (word_in(text.substr(words.begin, words.end - words.begin), not_all_) != nullptr) continue;
    const std::string_view period = match.group("period").in(text);
    const std::string unit = quantity->unit.value_or("");
    if (match.group("head").matched() ? !person_.contains(unit)
                                      : !same_thing(match.group("thing").in(text), unit))
      continue;
    const int often = times(period, match.group("between").in(text));
    if (often == 0) continue;
    Relation relation = about(input_, passage, {match.whole.begin, match.whole.end}, "unit_price");
    relation.formula = Formula::product;
    relation.operands = {operand_of(*amount, "total"), operand_of(*price, "part"),
                         operand_of(*quantity, "part")};
    relation.terms = {{1, 1}, {2, 1}};
    relation.scale = often;
    relation.at_most = Severity::warning;
    out_.push_back(std::move(relation));
  }
}

}  // namespace

void find_price_relations(const CheckInput& input, std::vector<Relation>& out) {
  PriceFinder finder(input, out);
  for (const Passage& passage : input.prose.passages) {
    if (passage.figures.size() < kFewestFigures) continue;
    for (const char* form : kForms)
      finder.look(passage, input.patterns.pattern(std::string("check/price/") + form));
  }
}

}  // namespace gouji
