// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/compose.h"

#include <algorithm>
#include <vector>

#include "check/formula.h"

namespace gouji {

namespace {

constexpr std::size_t kLongQuote = 120;  // code points, as the contract says

std::string shortened(const std::string& text, std::size_t most) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
    if (count++ == most) return text.substr(0, i);
  }
  return text;
}

using Arguments = std::vector<std::pair<std::string, std::string>>;

Severity named_severity(std::string_view name) {
  if (name == "error") return Severity::error;
  return name == "info" ? Severity::info : Severity::warning;
}

const Operand& stated_operand(const Relation& relation) {
  return relation.operands[static_cast<std::size_t>(std::max(relation.stated, 0))];
}

void add_numbers(const Relation& relation, const Verdict& verdict, const Printer& printer,
                 Check& check) {
  check.stated = printer.stated();
  check.computed = printer.number(verdict.computed);
  check.difference = printer.difference(verdict);
  check.width = printer.number(verdict.range.width());
  if (!stated_operand(relation).unit.empty()) check.unit = stated_operand(relation).unit;
}

/// What the slots of the sentences of one check say. Few of all that they could say is asked for.
class Slots {
 public:
  Slots(const Relation& relation, const Verdict& verdict, const Printer& printer,
        const Check& check)
      : relation_(relation), verdict_(verdict), printer_(printer), check_(check) {}

  /// The finder's own words first; "" for a name that says nothing here.
  std::string operator()(std::string_view name) const {
    for (const auto& [key, value] : relation_.arguments)
      if (key == name) return value;
    if (check_.stated) {
      if (name == "stated") return *check_.stated;
      if (name == "computed")
        return verdict_.status == CheckStatus::fail ? printer_.told_apart(verdict_)
                                                    : *check_.computed;
      if (name == "difference")
        return check_.difference->substr(check_.difference->starts_with('-') ? 1 : 0);
      if (name == "unit") return check_.unit.value_or("");
    }
    for (std::size_t i = 0; i < relation_.operands.size(); ++i) {
      const Operand& one = relation_.operands[i];
      const bool other = static_cast<int>(i) != relation_.stated && name == "other";
      if (one.role == name || other) return one.printed + one.unit;
    }
    if (name == "formula") return check_.formula;
    return name == "quote" ? check_.quote : std::string();
  }

 private:
  const Relation& relation_;
  const Verdict& verdict_;
  const Printer& printer_;
  const Check& check_;
};

template <class Value>
std::string filled(std::string_view sentence, const Value& value_of) {
  std::string out;
  std::size_t at = 0;
  while (at < sentence.size()) {
    const std::size_t open = std::min(sentence.find('{', at), sentence.size());
    out += sentence.substr(at, open - at);
    const std::size_t close = sentence.find('}', open);
    if (close == std::string_view::npos) {
      out += sentence.substr(open);
      break;
    }
    const std::string_view slot = sentence.substr(open + 1, close - open - 1);
    const std::size_t bar = std::min(slot.find('|'), slot.size());
    const std::string value = value_of(slot.substr(0, bar));
    if (value.empty())
      out += slot.substr(std::min(bar + 1, slot.size()));
    else
      out += value;
    at = close + 1;
  }
  return out;
}

}  // namespace

std::string fill(std::string_view sentence, const Arguments& arguments) {
  return filled(sentence, [&](std::string_view name) {
    for (const auto& [key, value] : arguments)
      if (key == name) return value;
    return std::string();
  });
}

RuleBook::RuleBook(const PatternSet& patterns) {
  for (const Definition* one : patterns.definitions("check/rule/"))
    rules_.emplace(std::pair(one->text("rule"), one->text("wording")), one);
  for (const Definition* one : patterns.definitions("check/reason/"))
    reasons_.emplace(std::string_view(one->id).substr(one->id.rfind('/') + 1), one);
}

const Definition* RuleBook::find(std::string_view rule, std::string_view wording) const {
  const auto at = rules_.find({rule, wording});
  if (at != rules_.end()) return at->second;
  return wording.empty() ? nullptr : find(rule, "");
}

const Definition* RuleBook::reason(std::string_view name) const {
  const auto at = reasons_.find(name);
  return at != reasons_.end() ? at->second : nullptr;
}

Check compose_check(const Relation& relation, const Verdict& verdict, const RuleBook& rules) {
  Check check;
  check.rule = relation.rule;
  check.status = verdict.status;
  check.quote = shortened(relation.quote, kLongQuote);
  check.at = relation.at;
  check.operands.reserve(relation.operands.size());
  for (const Operand& one : relation.operands) {
    check.operands.push_back({one.role, one.ref, one.printed, std::nullopt});
    if (!one.unit.empty()) check.operands.back().unit = one.unit;
  }
  const Printer printer(relation);
  check.formula = printer.formula(verdict);
  if (verdict.status == CheckStatus::not_checked) {
    check.reason = verdict.reason;
    const Definition* reason = rules.reason(verdict.reason);
    check.message = reason != nullptr
                        ? Message{std::string(reason->text("zh")), std::string(reason->text("en"))}
                        : Message{verdict.reason, verdict.reason};
    return check;
  }
  const Definition* rule = rules.find(relation.rule, relation.wording);
  const bool failed = verdict.status == CheckStatus::fail;
  if (failed) {
    const Severity general =
        rule != nullptr ? named_severity(rule->text("severity")) : Severity::warning;
    check.severity = std::max(general, relation.at_most);
  }
  if (relation.formula != Formula::statement && !relation.operands.empty())
    add_numbers(relation, verdict, printer, check);
  if (rule == nullptr) {
    check.message = {relation.rule + " " + check.formula, relation.rule + " " + check.formula};
    return check;
  }
  const Slots slots(relation, verdict, printer, check);
  check.message = {filled(rule->text(failed ? "zh" : "pass_zh"), slots),
                   filled(rule->text(failed ? "en" : "pass_en"), slots)};
  return check;
}

}  // namespace gouji
