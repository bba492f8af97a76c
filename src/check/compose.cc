// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/compose.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace gouji {

namespace {

constexpr int kMorePlaces = 2;           // of a computed value that is no exact decimal
constexpr std::size_t kLongQuote = 120;  // code points, as the contract says
constexpr std::size_t kShownTerms = 12;  // of a long sum in the formula

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

/// The value as a decimal with at least `places` decimals; exact where that takes at most
/// kMorePlaces more, else rounded.
std::string decimal_text(const Rational& value, int places) {
  for (int more = 0; more <= kMorePlaces; ++more) {
    const Decimal text = rounded(value, places + more);
    if (more == kMorePlaces || text.to_rational() == value) return text.to_string();
  }
  return {};
}

/// Prints numbers in the unit of one operand.
class Printer {
 public:
  Printer(const Relation& relation) : relation_(relation) {
    if (relation.operands.empty()) return;
    // Where a constant is stated, numbers are printed as the first operand prints its own.
    stated_ = &relation.operands[static_cast<std::size_t>(std::max(relation.stated, 0))];
    if (stated_->scale != 0) scale_ = stated_->scale;
    if (const auto decimal = Decimal::parse(stated_->printed)) places_ = decimal->scale();
  }

  std::string number(const Rational& base) const { return decimal_text(base / scale_, places_); }
  std::string formula(const Verdict& verdict) const;

 private:
  std::string term(const Term& term, bool first) const;
  std::string sum(const std::vector<Term>& terms) const;
  std::string right_side(const Verdict& verdict) const;
  std::string operand(const Operand& operand) const;

  const Relation& relation_;
  const Operand* stated_ = nullptr;
  Rational scale_ = 1;
  int places_ = 0;
};

/// As printed; with its unit where that is another one than the stated figure's.
std::string Printer::operand(const Operand& operand) const {
  const bool other_unit = stated_ != nullptr && operand.unit != stated_->unit;
  return operand.printed + (other_unit ? operand.unit : "");
}

std::string Printer::term(const Term& term, bool first) const {
  const bool minus = term.factor < 0;
  const Rational size = minus ? Rational(-term.factor) : term.factor;
  std::string out = minus ? (first ? "-" : " - ") : (first ? "" : " + ");
  if (size != 1) out += decimal_text(size, 0) + " × ";
  return out + operand(relation_.operands[static_cast<std::size_t>(term.operand)]);
}

std::string Printer::sum(const std::vector<Term>& terms) const {
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

std::string Printer::right_side(const Verdict& verdict) const {
  switch (relation_.formula) {
    case Formula::linear:
      return (relation_.scale == 1 ? "" : decimal_text(relation_.scale, 0) + " × ") +
             sum(relation_.terms);
    case Formula::ratio: {
      const bool brackets_above = relation_.terms.size() > 1;
      const bool brackets_below = relation_.below.size() > 1;
      std::string out = brackets_above ? "(" + sum(relation_.terms) + ")" : sum(relation_.terms);
      out += " / ";
      out += brackets_below ? "(" + sum(relation_.below) + ")" : sum(relation_.below);
      if (relation_.scale == 100) return out + " = " + number(verdict.computed) + "%";
      return out;
    }
    case Formula::product: {
      std::string out;
      for (const Term& one : relation_.terms) out += (out.empty() ? "" : " × ") + term(one, true);
      return out;
    }
    case Formula::constant:
      return number(relation_.constant);
    case Formula::statement:
      break;
  }
  return {};
}

std::string_view sign_of(Comparison comparison) {
  switch (comparison) {
    case Comparison::equal:
      return " = ";
    case Comparison::at_most:
      return " <= ";
    case Comparison::at_least:
      return " >= ";
    case Comparison::less:
      return " < ";
    case Comparison::more:
      return " > ";
  }
  return " = ";
}

std::string Printer::formula(const Verdict& verdict) const {
  if (stated_ == nullptr || relation_.formula == Formula::statement) return {};
  const std::string stated =
      relation_.stated < 0 ? decimal_text(relation_.constant / scale_, 0) : operand(*stated_);
  return stated + std::string(sign_of(relation_.comparison)) + right_side(verdict);
}

std::string shortened(const std::string& text, std::size_t most) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
    if (count++ == most) return text.substr(0, i);
  }
  return text;
}

using Arguments = std::vector<std::pair<std::string, std::string>>;

std::string filled(std::string_view sentence, const Arguments& arguments) {
  std::string out(sentence);
  for (const auto& [name, value] : arguments) {
    const std::string slot = "{" + name + "}";
    for (std::size_t at = out.find(slot); at != std::string::npos;
         at = out.find(slot, at + value.size()))
      out.replace(at, slot.size(), value);
  }
  return out;
}

Severity named_severity(std::string_view name) {
  if (name == "error") return Severity::error;
  return name == "info" ? Severity::info : Severity::warning;
}

}  // namespace

RuleBook::RuleBook(const PatternSet& patterns)
    : rules_(patterns.definitions("check/rule/")),
      reasons_(patterns.definitions("check/reason/")) {}

const Definition* RuleBook::find(std::string_view rule, std::string_view wording) const {
  for (const Definition* one : rules_)
    if (one->text("rule") == rule && one->text("wording") == wording) return one;
  return nullptr;
}

const Definition* RuleBook::reason(std::string_view name) const {
  for (const Definition* one : reasons_)
    if (one->id.size() > name.size() && one->id.ends_with(name) &&
        one->id[one->id.size() - name.size() - 1] == '/')
      return one;
  return nullptr;
}

Check compose_check(const Relation& relation, const Verdict& verdict, const RuleBook& rules) {
  Check check;
  check.rule = relation.rule;
  check.status = verdict.status;
  check.quote = shortened(relation.quote, kLongQuote);
  check.at = relation.at;
  for (const Operand& one : relation.operands) {
    check.operands.push_back({one.role, one.ref, one.printed, std::nullopt});
    if (!one.unit.empty()) check.operands.back().unit = one.unit;
  }
  const Printer printer(relation);
  check.formula = printer.formula(verdict);
  const Definition* rule = rules.find(relation.rule, relation.wording);
  if (verdict.status == CheckStatus::not_checked) {
    check.reason = verdict.reason;
    const Definition* reason = rules.reason(verdict.reason);
    check.message = reason != nullptr
                        ? Message{std::string(reason->text("zh")), std::string(reason->text("en"))}
                        : Message{verdict.reason, verdict.reason};
    return check;
  }
  Arguments arguments = relation.arguments;
  if (relation.formula != Formula::statement && !relation.operands.empty()) {
    const Operand& stated =
        relation.operands[static_cast<std::size_t>(std::max(relation.stated, 0))];
    check.stated = relation.stated < 0 ? printer.number(relation.constant) : stated.printed;
    check.computed = printer.number(verdict.computed);
    check.difference = printer.number(verdict.stated - verdict.computed);
    check.width = printer.number(verdict.range.width());
    if (!stated.unit.empty()) check.unit = stated.unit;
    arguments.emplace_back("stated", *check.stated);
    arguments.emplace_back("computed", *check.computed);
    arguments.emplace_back("difference", *check.difference);
    arguments.emplace_back("unit", stated.unit);
  }
  arguments.emplace_back("formula", check.formula);
  arguments.emplace_back("quote", check.quote);
  if (verdict.status == CheckStatus::fail) {
    const Severity general =
        rule != nullptr ? named_severity(rule->text("severity")) : Severity::warning;
    check.severity = std::max(general, relation.at_most);
  }
  check.message =
      rule != nullptr
          ? Message{filled(rule->text("zh"), arguments), filled(rule->text("en"), arguments)}
          : Message{relation.rule + " " + check.formula, relation.rule + " " + check.formula};
  return check;
}

}  // namespace gouji
