// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/findings.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

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

/// The number behind a prefix: "f12" → 12; 0 if there is none.
int number_of(std::string_view ref, char prefix) {
  int number = 0;
  if (ref.empty() || ref.front() != prefix) return 0;
  const auto [end, error] = std::from_chars(ref.data() + 1, ref.data() + ref.size(), number);
  return error == std::errc() && end == ref.data() + ref.size() ? number : 0;
}

std::string cell_text(const Report& report, std::string_view ref) {
  const std::size_t slash = ref.find("/r");
  const std::size_t column_mark = ref.find('c', slash == std::string_view::npos ? 0 : slash);
  if (slash == std::string_view::npos || column_mark == std::string_view::npos) return {};
  const int table = number_of(ref.substr(0, slash), 't');
  const int row = number_of(ref.substr(slash + 1, column_mark - slash - 1), 'r');
  const int column = number_of(ref.substr(column_mark), 'c');
  if (table < 1 || table > static_cast<int>(report.tables.size())) return {};
  const auto& cells = report.tables[static_cast<std::size_t>(table - 1)].cells;
  const auto place = std::pair(row, column);
  const auto at = std::lower_bound(cells.begin(), cells.end(), place,
                                   [](const TableCell& cell, const std::pair<int, int>& wanted) {
                                     return std::pair(cell.row, cell.column) < wanted;
                                   });
  if (at == cells.end() || std::pair(at->row, at->column) != place) return {};
  return at->text;
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
  std::map<std::string, int> broken;  // root → relations
  for (const Check& check : report.checks)
    if (check.status == CheckStatus::fail && check.root) ++broken[*check.root];
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
    finding.consequences = std::max(0, broken[check.id] - 1);
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
  if (const int figure = number_of(ref, 'f');
      figure > 0 && figure <= static_cast<int>(report.figures.size()))
    return report.figures[static_cast<std::size_t>(figure - 1)].text;
  return cell_text(report, ref);
}

std::string marked_text(const Report& report, const Check& check) {
  if (!check.suspects.empty()) return text_of(report, check.suspects.front().ref);
  for (const CheckOperand& operand : check.operands)
    if (check.stated && operand.value == *check.stated) return text_of(report, operand.ref);
  return {};
}

}  // namespace gouji
