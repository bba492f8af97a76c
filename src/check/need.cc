// SPDX-License-Identifier: GPL-3.0-or-later
// Each formula is solved for the operand. Sums: the rest of (stated - computed) is the whole less
// the operand's own part. Ratios: s (f2 o + B) = k (f1 o + A), so o = (k A - s B) / (s f2 - k f1),
// whose extremes stand at the corners of s, A and B as long as the divisor keeps its sign.
#include "check/need.h"

#include <algorithm>
#include <utility>

namespace gouji {

namespace {

Interval stated_of(const Relation& relation) {
  if (relation.stated < 0) return Interval::of(relation.constant);
  return relation.operands[static_cast<std::size_t>(relation.stated)].interval();
}

const Operand& operand_at(const Relation& relation, int index) {
  return relation.operands[static_cast<std::size_t>(index)];
}

Need between(const Rational& a, const Rational& b) {
  return a < b ? Need{a, b} : Need{b, a};
}

/// The factor of the operand in a sum, and the sum of the others.
std::pair<Rational, Interval> split(const Relation& relation, const std::vector<Term>& terms,
                                    int operand) {
  Rational factor = 0;
  Interval others = Interval::of(0);
  for (const Term& term : terms) {
    if (term.operand == operand)
      factor += term.factor;
    else
      others = others + term.factor * operand_at(relation, term.operand).interval();
  }
  return {factor, others};
}

std::optional<Need> needed_in_sum(const Relation& relation, const Verdict& verdict, int operand) {
  Rational factor = relation.stated == operand ? 1 : 0;
  for (const Term& term : relation.terms)
    if (term.operand == operand) factor -= relation.scale * term.factor;
  if (factor == 0) return std::nullopt;
  const Interval own = factor * operand_at(relation, operand).interval();
  const Interval whole = stated_of(relation) - verdict.range;
  const Interval rest = {whole.low - own.low, whole.high - own.high};
  const Rational from_low = -rest.low / factor;
  const Rational from_high = -rest.high / factor;
  switch (relation.comparison) {
    case Comparison::equal:
      return between(from_low, from_high);
    case Comparison::at_most:
    case Comparison::less:
      return factor > 0 ? Need{std::nullopt, from_low} : Need{from_low, std::nullopt};
    case Comparison::at_least:
    case Comparison::more:
      return factor > 0 ? Need{from_high, std::nullopt} : Need{std::nullopt, from_high};
  }
  return std::nullopt;
}

std::optional<Need> needed_in_ratio(const Relation& relation, int operand) {
  const Interval stated = stated_of(relation);
  const auto [above, top] = split(relation, relation.terms, operand);
  const auto [under, base] = split(relation, relation.below, operand);
  const Rational& k = relation.scale;
  const Rational at_low = stated.low * under - k * above;
  const Rational at_high = stated.high * under - k * above;
  if ((at_low > 0) != (at_high > 0) || at_low == 0 || at_high == 0) return std::nullopt;
  std::optional<Need> need;
  for (int corner = 0; corner < 8; ++corner) {
    const bool high = (corner & 1) != 0;
    const Rational& s = high ? stated.high : stated.low;
    const Rational& a = (corner & 2) != 0 ? top.high : top.low;
    const Rational& b = (corner & 4) != 0 ? base.high : base.low;
    const Rational value = (k * a - s * b) / (high ? at_high : at_low);
    if (!need) need = Need{value, value};
    need->low = std::min(*need->low, value);
    need->high = std::max(*need->high, value);
  }
  return need;
}

std::optional<Need> needed_in_product(const Relation& relation, int operand) {
  Interval others = Interval::of(relation.scale);
  int times = 0;
  for (const Term& term : relation.terms) {
    if (term.operand == operand) ++times;
    others = others * (term.operand == operand
                           ? Interval::of(term.factor)
                           : term.factor * operand_at(relation, term.operand).interval());
  }
  if (times != 1) return std::nullopt;
  const auto value = divide(stated_of(relation), others);
  if (!value) return std::nullopt;
  return Need{value->low, value->high};
}

/// Two prints of one figure with as many decimals have the same digits.
bool is_copy(const Relation& relation) {
  return relation.rule == "same_fact" && relation.operands.size() == 2 &&
         relation.operands[0].half == relation.operands[1].half;
}

}  // namespace

std::optional<Need> needed(const Relation& relation, const Verdict& verdict, int operand) {
  if (verdict.status == CheckStatus::not_checked || relation.formula == Formula::statement)
    return std::nullopt;
  if (is_copy(relation)) {
    const Rational& other = operand_at(relation, 1 - operand).point;
    return Need{other, other};
  }
  if (relation.formula == Formula::linear) return needed_in_sum(relation, verdict, operand);
  if (relation.comparison != Comparison::equal) return std::nullopt;
  const auto uses = [&](const std::vector<Term>& terms) {
    return std::any_of(terms.begin(), terms.end(),
                       [&](const Term& term) { return term.operand == operand; });
  };
  const bool is_used = uses(relation.terms) || uses(relation.below);
  if (relation.stated == operand)
    return is_used ? std::nullopt : std::optional(Need{verdict.range.low, verdict.range.high});
  if (!is_used) return std::nullopt;
  return relation.formula == Formula::ratio ? needed_in_ratio(relation, operand)
                                            : needed_in_product(relation, operand);
}

}  // namespace gouji
