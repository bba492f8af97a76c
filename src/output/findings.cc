// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/findings.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "check/references.h"

namespace gouji {

namespace {

bool fits(const std::string& pattern, const std::string& rule) {
  if (pattern.ends_with(".*"))
    return rule.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1)) ||
           rule == pattern.substr(0, pattern.size() - 2);
  return pattern == rule;
}

void count(Severity severity, FindingCounts& counts) {
  switch (severity) {
    case Severity::error:
      ++counts.errors;
      break;
    case Severity::warning:
      ++counts.warnings;
      break;
    case Severity::info:
      ++counts.infos;
      break;
  }
}

}  // namespace

FindingCounts& FindingCounts::operator+=(const FindingCounts& other) {
  errors += other.errors;
  warnings += other.warnings;
  infos += other.infos;
  accepted += other.accepted;
  passes += other.passes;
  not_checked += other.not_checked;
  return *this;
}

bool chosen(const FindingChoice& choice, const std::string& rule) {
  return choice.rules.empty() ||
         std::any_of(choice.rules.begin(), choice.rules.end(),
                     [&](const std::string& pattern) { return fits(pattern, rule); });
}

Findings choose_findings(const Report& report, const FindingChoice& choice,
                         AcceptedFindings& accepted) {
  std::map<std::string_view, std::vector<const Check*>> broken;  // by the id of their root
  for (const Check& check : report.checks)
    if (check.status == CheckStatus::fail && check.root && *check.root != check.id)
      broken[*check.root].push_back(&check);
  Findings out;
  for (const Check& check : report.checks) {
    if (!chosen(choice, check.rule)) continue;
    Finding finding;
    finding.check = &check;
    if (check.status == CheckStatus::pass) {
      ++out.counts.passes;
      if (choice.passes) out.told.push_back(std::move(finding));
      continue;
    }
    if (check.status == CheckStatus::not_checked) {
      ++out.counts.not_checked;
      if (choice.not_checked) out.told.push_back(std::move(finding));
      continue;
    }
    if (check.root && *check.root != check.id) continue;
    finding.fingerprint = fingerprint(check);
    finding.same_cause = std::move(broken[check.id]);
    if (const std::string* reason = accepted.reason(finding.fingerprint)) {
      finding.accepted = *reason;
      ++out.counts.accepted;
    } else {
      count(check.severity.value_or(Severity::warning), out.counts);
    }
    if (check.severity.value_or(Severity::warning) <= choice.least)
      out.told.push_back(std::move(finding));
  }
  return out;
}

std::string text_of(const Report& report, const std::string& ref) {
  if (const TableCell* cell = cell_at(report, ref)) return cell->text;
  const Figure* figure = figure_at(report, ref);
  return figure != nullptr ? figure->text : std::string();
}

std::string marked_text(const Report& report, const Check& check) {
  if (!check.suspects.empty()) return text_of(report, check.suspects.front().ref);
  for (const CheckOperand& operand : check.operands)
    if (check.stated && operand.value == *check.stated) return text_of(report, operand.ref);
  return {};
}

}  // namespace gouji
