// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/formula.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace gouji {

namespace {

constexpr int kMorePlaces = 2;           // of a computed value that is no exact decimal
constexpr int kMostPlaces = 6;           // beyond the stated ones, to tell two numbers apart
constexpr std::size_t kShownTerms = 12;  // of a long sum

BigInt power_of_ten(int power) {
  BigInt value = 1;
  for (int i = 0; i < power; ++i) value *= 10;
  return value;
}

/// `value` with `places` decimals, rounded half up (away from zero).
Decimal rounded(const Rational& value, int places) {
  const BigInt top = BigInt(numerator(value)) * power_of_ten(places) * 2;
  const BigInt bottom = BigInt(denominator(value)) * 2;
  const BigInt half = BigInt(denominator(value));
  const BigInt whole = top < 0 ? BigInt(-((-top + half) / bottom)) : BigInt((top + half) / bottom);
  return {whole, places};
}

std::string decimal_text(const Rational& value, int places) {
  for (int more = 0; more < kMorePlaces; ++more) {
    const Decimal text = rounded(value, places + more);
    if (text.to_rational() == value) return text.to_string();
  }
  return rounded(value, places + kMorePlaces).to_string();
}

std::string_view sign_of(Comparison comparison) {
  switch (comparison) {
    case Comparison::equal:
      return " = ";
    case Comparison::at_most:
      return " ≤ ";
    case Comparison::at_least:
      return " ≥ ";
    case Comparison::less:
      return " < ";
    case Comparison::more:
      return " > ";
  }
  return " = ";
}

/// Computed against stated, where stated compared with computed holds.
std::string_view turned(Comparison comparison) {
  switch (comparison) {
    case Comparison::equal:
      return " = ";
    case Comparison::at_most:
      return " ≥ ";
    case Comparison::at_least:
      return " ≤ ";
    case Comparison::less:
      return " > ";
    case Comparison::more:
      return " < ";
  }
  return " = ";
}

/// The same where it does not hold.
std::string_view refuted(Comparison comparison) {
  switch (comparison) {
    case Comparison::equal:
      return " ≠ ";
    case Comparison::at_most:
      return " < ";
    case Comparison::at_least:
      return " > ";
    case Comparison::less:
      return " ≤ ";
    case Comparison::more:
      return " ≥ ";
  }
  return " ≠ ";
}

}  // namespace

Printer::Printer(const Relation& relation) : relation_(relation) {
  if (relation.operands.empty()) return;
  // Where a constant is stated, numbers are printed as the first operand prints its own.
  const Operand& stated = relation.operands[static_cast<std::size_t>(std::max(relation.stated, 0))];
  if (stated.scale != 0) scale_ = stated.scale;
  if (const auto decimal = Decimal::parse(stated.printed)) places_ = decimal->scale();
  unit_ = stated.unit;
  if (relation.formula == Formula::ratio && !relation.below.empty())
    unit_ = relation.operands[static_cast<std::size_t>(relation.below[0].operand)].unit;
}

std::string Printer::number(const Rational& base) const {
  return decimal_text(base / scale_, places_);
}

std::string Printer::difference(const Verdict& verdict) const {
  const Rational value = (verdict.stated - verdict.computed) / scale_;
  const bool failed = verdict.status == CheckStatus::fail;
  Decimal text = rounded(value, places_);
  for (int more = 1; failed && more <= kMostPlaces && value != 0 && text.is_zero(); ++more)
    text = rounded(value, places_ + more);
  return text.to_string();
}

std::string Printer::told_apart(const Verdict& verdict) const {
  const Rational value = verdict.computed / scale_;
  const Rational stated = verdict.stated / scale_;
  for (int more = 0; more < kMostPlaces; ++more) {
    const Decimal text = rounded(value, places_ + more);
    if (text.to_rational() != stated) return text.to_string();
  }
  return number(verdict.computed);
}

std::string Printer::stated() const {
  if (relation_.stated < 0) return decimal_text(relation_.constant / scale_, 0);
  return relation_.operands[static_cast<std::size_t>(relation_.stated)].printed;
}

const char* Printer::sign() const {
  return relation_.formula == Formula::ratio && relation_.scale == 100 ? "%" : "";
}

/// As printed; with its unit where that is another one than the others'.
std::string Printer::operand(const Operand& operand) const {
  if (operand.printed.empty()) return "?";
  return operand.printed + (operand.unit != unit_ ? operand.unit : "");
}

std::string Printer::term(const Term& term, bool first) const {
  const bool minus = term.factor < 0;
  const Rational size = minus ? Rational(-term.factor) : term.factor;
  std::string out = minus ? (first ? "-" : " - ") : (first ? "" : " + ");
  if (size != 1) out += decimal_text(size, 0) + " × ";
  return out + operand(relation_.operands[static_cast<std::size_t>(term.operand)]);
}

std::string Printer::sum(const std::vector<Term>& all) const {
  std::vector<Term> terms = all;  // what is added before what is taken off
  std::stable_partition(terms.begin(), terms.end(),
                        [](const Term& one) { return one.factor >= 0; });
  std::string out;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (i == kShownTerms && terms.size() > kShownTerms + 1) {
      out += " + … (" + std::to_string(terms.size()) + ")";
      break;
    }
    out += term(terms[i], i == 0);
  }
  return out;
}

std::string Printer::in_brackets(const std::vector<Term>& terms) const {
  return terms.size() > 1 ? "(" + sum(terms) + ")" : sum(terms);
}

std::string Printer::expression() const {
  switch (relation_.formula) {
    case Formula::linear:
      if (relation_.scale != 1)
        return decimal_text(relation_.scale, 0) + " × " + in_brackets(relation_.terms);
      return sum(relation_.terms);
    case Formula::ratio:
      return in_brackets(relation_.terms) + " / " + in_brackets(relation_.below);
    case Formula::product: {
      std::string out;
      for (const Term& one : relation_.terms) out += (out.empty() ? "" : " × ") + term(one, true);
      if (relation_.scale != 1) out += " × " + decimal_text(relation_.scale, 0);
      return out;
    }
    case Formula::constant:
      return number(relation_.constant);
    case Formula::statement:
      break;
  }
  return {};
}

bool Printer::is_plain() const {
  if (relation_.formula == Formula::constant) return true;
  return relation_.formula == Formula::linear && relation_.scale == 1 &&
         relation_.terms.size() == 1 && relation_.terms[0].factor == 1 &&
         relation_.operands[static_cast<std::size_t>(relation_.terms[0].operand)].unit == unit_;
}

std::string Printer::claimed() const {
  const std::string right = stated().empty() ? "?" : stated();
  if (relation_.formula == Formula::ratio) return expression() + " = " + right + sign();
  return right + std::string(sign_of(relation_.comparison)) + expression();
}

std::string Printer::passed(const Verdict& verdict) const {
  const bool equal = relation_.comparison == Comparison::equal;
  if (equal && (is_plain() || verdict.stated == verdict.computed)) return claimed();
  if (equal) {
    const std::string value = rounded(verdict.computed / scale_, places_).to_string();
    if (relation_.formula == Formula::ratio && value == stated()) return claimed();
    return expression() + " = " + told_apart(verdict) + sign() + " ≈ " + stated() + sign();
  }
  const std::string value = is_plain() ? "" : " = " + number(verdict.computed) + sign();
  return expression() + value + std::string(turned(relation_.comparison)) + stated() + sign();
}

std::string Printer::formula(const Verdict& verdict) const {
  if (relation_.operands.empty() || relation_.formula == Formula::statement) return {};
  if (verdict.status == CheckStatus::not_checked) return claimed();
  if (verdict.status == CheckStatus::pass) return passed(verdict);
  const std::string value = is_plain() ? "" : " = " + told_apart(verdict) + sign();
  return expression() + value + std::string(refuted(relation_.comparison)) + stated() + sign();
}

}  // namespace gouji
