// SPDX-License-Identifier: GPL-3.0-or-later
// “三公”经费支出决算数比上年减少Ⓜ，其中：A减少Ⓜ；B增加Ⓜ；C与上年持平: the change of a sum is the
// sum of the changes of its parts, each with its sign; a part that is 持平 has none. A list of
// changes seldom says that it is complete, so one that does not add up is told only if its parts
// are those of a known whole (patterns/check/partition.toml).
#include <algorithm>

#include "check/evaluate.h"
#include "check/prose_finders.h"

namespace gouji {

namespace {

/// A change of money with its direction, outside of brackets.
bool is_change(const ProseReading& reading, int index) {
  const Mention& one = reading.at(index);
  return one.role == ProseRole::change && one.depth == 0 && one.direction != 0 &&
         reading.figure(index).kind == FigureKind::money;
}

/// The changes behind 其中 of the same sentence, one a clause between ；; empty if there are none
/// or a clause has two.
std::vector<int> parts_of(const ProseReading& reading, int total) {
  std::vector<int> parts;
  const Mention& whole = reading.at(total);
  std::size_t end = whole.end;
  bool opened = false;
  for (int i = total + 1; i < reading.statement(total).last; ++i) {
    const Mention& one = reading.at(i);
    if (one.sentence != whole.sentence) break;
    if (!opened) {
      opened = word_in(reading.text(i, end, one.sign), reading.words.opening) != nullptr;
      end = one.end;
    }
    if (!opened || !is_change(reading, i)) continue;
    if (one.label.empty() || !reading.same_unit(i, total)) return {};
    if (!parts.empty() && reading.at(parts.back()).segment == one.segment) return {};
    parts.push_back(i);
  }
  return parts;
}

/// Each word of a partition is said between the total and the end of its sentence.
bool names_all(const ProseReading& reading, int total, int last) {
  const std::string_view list = reading.text(total, reading.at(total).end, reading.at(last).sign);
  const auto& partitions = reading.input.patterns.definitions("check/partition/");
  return std::any_of(partitions.begin(), partitions.end(), [&](const Definition* one) {
    const auto& words = one->texts("parts");
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return list.find(word) != std::string_view::npos;
    });
  });
}

Relation sum_of_changes(const ProseReading& reading, int total, const std::vector<int>& parts) {
  Relation out;
  out.rule = "sum.prose";
  out.wording = "changes";
  out.at_most = Severity::warning;
  out.operands.push_back(reading.operand(total, "total"));
  const int direction = reading.at(total).direction;
  for (const int part : parts) {
    out.terms.push_back(
        {static_cast<int>(out.operands.size()), direction * reading.at(part).direction});
    out.operands.push_back(reading.operand(part, "part"));
  }
  if (reading.unfinished(total)) out.reason = "template";
  out.arguments = {{"name", std::string(reading.at(total).label)}};
  reading.locate(out, total, parts.back());
  return out;
}

}  // namespace

void find_change_sums(const ProseReading& reading, std::vector<Relation>& out) {
  int covered = -1;
  for (int i = 0; i < static_cast<int>(reading.mentions.size()); ++i) {
    if (i <= covered || !is_change(reading, i)) continue;
    const std::vector<int> parts = parts_of(reading, i);
    if (parts.empty()) continue;
    covered = parts.back();
    Relation relation = sum_of_changes(reading, i, parts);
    const bool holds = evaluate(relation).status == CheckStatus::pass;
    if (!holds && !names_all(reading, i, parts.back())) continue;
    if (holds && parts.size() < 2) continue;  // one change is said twice: no sum
    out.push_back(std::move(relation));
  }
}

}  // namespace gouji
