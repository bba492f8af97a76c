// SPDX-License-Identifier: GPL-3.0-or-later
// Sums and products are plain interval arithmetic. A ratio in which an operand stands above and
// below (growth: change / (new - change)) would come out too wide that way: it is monotone in each
// operand as long as the base keeps its sign, so its extremes are among the corners.
#include "check/evaluate.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace gouji {

namespace {

constexpr std::size_t kMostCorners = 10;  // operands of a ratio by corners: 2^10 evaluations

const Operand& operand(const Relation& relation, const Term& term) {
  return relation.operands[static_cast<std::size_t>(term.operand)];
}

Interval sum_of(const Relation& relation, const std::vector<Term>& terms) {
  Interval sum = Interval::of(0);
  for (const Term& term : terms) sum = sum + term.factor * operand(relation, term).interval();
  return sum;
}

Rational point_sum(const Relation& relation, const std::vector<Term>& terms) {
  Rational sum = 0;
  for (const Term& term : terms) sum += term.factor * operand(relation, term).point;
  return sum;
}

/// The operands that stand above and below the line.
std::vector<int> shared_operands(const Relation& relation) {
  std::set<int> above, shared;
  for (const Term& term : relation.terms) above.insert(term.operand);
  for (const Term& term : relation.below)
    if (above.contains(term.operand)) shared.insert(term.operand);
  return {shared.begin(), shared.end()};
}

/// The ratio with the shared operands held at the ends of their intervals that `corner` names.
std::optional<Interval> ratio_at(const Relation& relation, const std::vector<int>& shared,
                                 std::size_t corner) {
  const auto sum = [&](const std::vector<Term>& terms) {
    Interval out = Interval::of(0);
    for (const Term& term : terms) {
      Interval value = operand(relation, term).interval();
      const auto at = std::find(shared.begin(), shared.end(), term.operand);
      if (at != shared.end()) {
        const bool high = (corner >> static_cast<std::size_t>(at - shared.begin()) & 1U) != 0;
        value = Interval::of(high ? value.high : value.low);
      }
      out = out + term.factor * value;
    }
    return out;
  };
  return divide(sum(relation.terms), sum(relation.below));
}

std::optional<Interval> ratio_range(const Relation& relation) {
  const Interval base = sum_of(relation, relation.below);
  if (base.contains(0)) return std::nullopt;
  const std::vector<int> shared = shared_operands(relation);
  if (shared.empty() || shared.size() > kMostCorners)
    return divide(sum_of(relation, relation.terms), base);
  std::optional<Interval> range;
  for (std::size_t corner = 0; corner < std::size_t{1} << shared.size(); ++corner) {
    const auto value = ratio_at(relation, shared, corner);
    if (!value) return std::nullopt;
    if (!range) range = value;
    range = Interval{std::min(range->low, value->low), std::max(range->high, value->high)};
  }
  return range;
}

struct Computed {
  Rational point;
  Interval range;
};

std::optional<Computed> compute(const Relation& relation) {
  Computed out;
  switch (relation.formula) {
    case Formula::linear:
      out.point = point_sum(relation, relation.terms);
      out.range = sum_of(relation, relation.terms);
      break;
    case Formula::ratio: {
      const Rational base = point_sum(relation, relation.below);
      const auto range = ratio_range(relation);
      if (base == 0 || !range) return std::nullopt;
      out.point = point_sum(relation, relation.terms) / base;
      out.range = *range;
      break;
    }
    case Formula::product:
      out.point = 1;
      out.range = Interval::of(1);
      for (const Term& term : relation.terms) {
        out.point *= term.factor * operand(relation, term).point;
        out.range = out.range * (term.factor * operand(relation, term).interval());
      }
      break;
    case Formula::constant:
    case Formula::statement:
      return Computed{relation.constant, Interval::of(relation.constant)};
  }
  return Computed{out.point * relation.scale, relation.scale * out.range};
}

/// Values within the intervals that satisfy the comparison exist.
bool satisfiable(Comparison comparison, const Interval& stated, const Interval& computed) {
  switch (comparison) {
    case Comparison::equal:
      return stated.meets(computed);
    case Comparison::at_most:
      return stated.low <= computed.high;
    case Comparison::at_least:
      return stated.high >= computed.low;
    case Comparison::less:
      return stated.low < computed.high;
    case Comparison::more:
      return stated.high > computed.low;
  }
  return true;
}

/// 决算数小于预算数 of two figures that are printed the same, digit by digit: the print says
/// otherwise.
bool is_even(Comparison comparison, const Verdict& verdict, const Interval& stated) {
  const bool strict = comparison == Comparison::less || comparison == Comparison::more;
  return strict && verdict.stated == verdict.computed && stated.low == verdict.range.low &&
         stated.high == verdict.range.high;
}

/// Rounding hides which of two figures is larger: what is printed does not satisfy a strict order,
/// what it stands for may.
bool is_undecided(Comparison comparison, const Verdict& verdict) {
  if (comparison == Comparison::less) return verdict.stated >= verdict.computed;
  if (comparison == Comparison::more) return verdict.stated <= verdict.computed;
  return false;
}

/// What the stated figure stands for. A part that is printed as 0 is none, but a rate that is was
/// rounded; a rate that was cut lies between its print and the next one.
Interval stated_interval(const Relation& relation, Rounding rounding) {
  if (relation.stated < 0) return Interval::of(relation.constant);
  const Operand& stated = relation.operands[static_cast<std::size_t>(relation.stated)];
  const bool rate = relation.formula == Formula::ratio;
  if (rate && stated.point == 0 && stated.half == 0)
    return Interval::around(0, abs(stated.scale) / 2);
  if (!rate || rounding == Rounding::nearest) return stated.interval();
  const Rational unit = stated.half * 2;
  return stated.point < 0 ? Interval{stated.point - unit, stated.point}
                          : Interval{stated.point, stated.point + unit};
}

/// The name of the reason in patterns/check/reason.toml; "" if the operand can be computed with.
std::string reason_of(Doubt doubt) {
  switch (doubt) {
    case Doubt::none:
      return "";
    case Doubt::approximate:
      return "approximate";
    case Doubt::bounded:
      return "bounded";
    case Doubt::blank:
      return "blank";
    case Doubt::unread:
      return "unread";
    case Doubt::no_unit:
      return "no_unit";
  }
  return "unread";
}

std::string first_doubt(const Relation& relation) {
  if (!relation.reason.empty()) return relation.reason;
  for (const Operand& one : relation.operands)
    if (one.doubt != Doubt::none) return reason_of(one.doubt);
  return "";
}

}  // namespace

Verdict evaluate(const Relation& relation, Rounding rounding) {
  Verdict verdict;
  verdict.reason = first_doubt(relation);
  if (!verdict.reason.empty()) return verdict;
  if (relation.formula == Formula::statement) {
    verdict.status = relation.holds ? CheckStatus::pass : CheckStatus::fail;
    return verdict;
  }
  const auto computed = compute(relation);
  if (!computed) {
    verdict.reason = "zero_base";
    return verdict;
  }
  verdict.stated = relation.stated < 0
                       ? relation.constant
                       : relation.operands[static_cast<std::size_t>(relation.stated)].point;
  const Interval stated = stated_interval(relation, rounding);
  verdict.computed = computed->point;
  verdict.range = computed->range;
  if (!satisfiable(relation.comparison, stated, computed->range) ||
      is_even(relation.comparison, verdict, stated)) {
    verdict.status = CheckStatus::fail;
    verdict.gap = stated.gap(computed->range);
  } else if (is_undecided(relation.comparison, verdict)) {
    verdict.reason = "undecided";
  } else {
    verdict.status = CheckStatus::pass;
  }
  return verdict;
}

bool fits(const Relation& relation, const Verdict& verdict, Rounding rounding) {
  return satisfiable(relation.comparison, stated_interval(relation, rounding), verdict.range);
}

}  // namespace gouji
