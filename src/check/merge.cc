// SPDX-License-Identifier: GPL-3.0-or-later
// Two relations are the same if they are the same equation over the same figures. A linear equality
// is brought to one side (stated - Σ terms) and divided by the factor of its first figure, so that
// a total and a difference of the same figures meet; other formulas are compared as they stand.
#include "check/merge.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace gouji {

namespace {

void name_by_cells(Relation& relation, const Figures& figures) {
  for (Operand& operand : relation.operands) {
    if (!operand.ref.starts_with('f')) continue;
    std::size_t number = 0;
    const char* end = operand.ref.data() + operand.ref.size();
    const auto read = std::from_chars(operand.ref.data() + 1, end, number);
    if (read.ec != std::errc() || read.ptr != end) continue;
    if (number == 0 || number > figures.figures.size()) continue;
    const Figure& figure = figures.figures[number - 1];
    if (figure.in && figure.in->starts_with('t')) operand.ref = *figure.in;
  }
}

/// Of the operands of one relation, whose refs they view.
using Factors = std::vector<std::pair<std::string_view, Rational>>;

void add(Factors& factors, const Relation& relation, const std::vector<Term>& terms,
         const Rational& times) {
  for (const Term& term : terms)
    factors.emplace_back(relation.operands[static_cast<std::size_t>(term.operand)].ref,
                         term.factor * times);
}

void write(std::string& key, Factors& factors) {
  std::sort(factors.begin(), factors.end());
  for (const auto& [ref, factor] : factors) {
    key += ' ';
    if (factor != 1) key.append(factor.str()) += '*';
    key += ref;
  }
}

/// The relation as a text that is equal for equal relations; "" for one without figures.
std::string key_of(const Relation& relation) {
  const bool has_figures = std::all_of(relation.operands.begin(), relation.operands.end(),
                                       [](const Operand& operand) { return !operand.ref.empty(); });
  if (!has_figures || relation.operands.empty()) return {};
  if (relation.formula == Formula::constant || relation.formula == Formula::statement) return {};
  std::string key = std::to_string(static_cast<int>(relation.formula)) +
                    std::to_string(static_cast<int>(relation.comparison));
  Factors factors;
  if (relation.formula == Formula::linear && relation.comparison == Comparison::equal &&
      relation.stated >= 0) {
    add(factors, relation, relation.terms, -relation.scale);
    factors.emplace_back(relation.operands[static_cast<std::size_t>(relation.stated)].ref, 1);
    const Rational first = std::min_element(factors.begin(), factors.end())->second;
    if (first != 0 && first != 1)
      for (auto& [ref, factor] : factors) factor /= first;
    write(key, factors);
    return key;
  }
  key += ' ';
  key += relation.stated < 0 ? relation.constant.str()
                             : relation.operands[static_cast<std::size_t>(relation.stated)].ref;
  key += " " + relation.scale.str();
  add(factors, relation, relation.terms, 1);
  write(key, factors);
  factors.clear();
  add(factors, relation, relation.below, 1);
  key += " /";
  write(key, factors);
  return key;
}

bool can_be_checked(const Relation& relation) {
  return relation.reason.empty() &&
         std::all_of(relation.operands.begin(), relation.operands.end(),
                     [](const Operand& operand) { return operand.doubt == Doubt::none; });
}

bool before(const Relation& first, const Relation& second) {
  const At& a = first.at;
  const At& b = second.at;
  if (a.unit != b.unit) return a.unit < b.unit;
  if (a.begin != b.begin) return a.begin < b.begin;
  if (a.boxes.empty() || b.boxes.empty()) return a.boxes.size() < b.boxes.size();
  if (a.boxes[0].y0 != b.boxes[0].y0) return a.boxes[0].y0 < b.boxes[0].y0;
  return a.boxes[0].x0 < b.boxes[0].x0;
}

}  // namespace

std::vector<Relation> merge_relations(std::vector<Relation> relations, const Figures& figures) {
  std::vector<Relation> merged;
  merged.reserve(relations.size());
  std::unordered_map<std::string, std::size_t> known;
  for (Relation& relation : relations) {
    name_by_cells(relation, figures);
    std::string key = key_of(relation);
    if (key.empty()) {
      merged.push_back(std::move(relation));
      continue;
    }
    const auto [at, is_new] = known.emplace(std::move(key), merged.size());
    if (is_new) {
      merged.push_back(std::move(relation));
    } else if (!can_be_checked(merged[at->second]) && can_be_checked(relation)) {
      merged[at->second] = std::move(relation);
    }
  }
  // Relations are large: each is moved once, to its place.
  std::vector<std::size_t> order(merged.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return before(merged[a], merged[b]); });
  std::vector<Relation> sorted;
  sorted.reserve(merged.size());
  for (const std::size_t i : order) sorted.push_back(std::move(merged[i]));
  return sorted;
}

}  // namespace gouji
