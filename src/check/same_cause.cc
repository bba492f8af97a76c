// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/same_cause.h"

#include <map>
#include <string>
#include <string_view>

namespace gouji {

namespace {

/// Words of the form of the document; figures without their unit are slips of their own.
constexpr std::string_view kForm = "template_leftover";
constexpr std::string_view kName = "name";

/// Equal for faults of one cause; "" for a fault that stands for itself.
std::string cause_of(const Relation& relation) {
  if (relation.formula != Formula::statement) return {};
  if (relation.rule == kForm) return relation.wording.empty() ? relation.rule : std::string();
  if (relation.rule != kName) return {};
  std::string cause = relation.rule;
  for (const auto& [key, value] : relation.arguments)
    cause.append("\n").append(key).append(" ").append(value);
  return cause;
}

}  // namespace

void join_causes(const std::vector<Relation>& relations, std::vector<Check>& checks) {
  std::map<std::string, std::vector<std::size_t>> causes;
  for (std::size_t i = 0; i < checks.size(); ++i) {
    if (checks[i].status != CheckStatus::fail) continue;
    const std::string cause = cause_of(relations[i]);
    if (!cause.empty()) causes[cause].push_back(i);
  }
  for (const auto& [cause, faults] : causes) {
    std::size_t root = faults.front();
    for (const std::size_t i : faults)
      if (checks[i].severity < checks[root].severity) root = i;
    for (const std::size_t i : faults) checks[i].root = checks[root].id;
  }
}

}  // namespace gouji
