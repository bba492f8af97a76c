// SPDX-License-Identifier: GPL-3.0-or-later
// Final accounts list what was spent twice: by class in one sentence (社会保障和就业支出（类）Ⓜ),
// and item by item below (社会保障和就业支出（类）…（款）…（项）…支出决算为Ⓜ). The items of a class
// add up to the amount of the class. Items that give the grand total are all there, and a class
// that disagrees is wrong; where they do not, only what holds is said.
#include <algorithm>
#include <map>

#include "check/evaluate.h"
#include "check/prose_finders.h"

namespace gouji {

namespace {

constexpr std::string_view kNumberMarks = "0123456789.()-*";

class Classes {
 public:
  Classes(const ProseReading& reading, std::vector<Relation>& out) : reading_(reading), out_(out) {}

  void run(const std::vector<PartList>& lists);

 private:
  std::string_view class_of_item(int part) const;
  std::string_view class_of_label(std::string_view label) const;
  bool add(int total, const std::vector<int>& parts, bool complete);

  const ProseReading& reading_;
  std::vector<Relation>& out_;
};

/// The words up to （类）, without 支出 and what numbers the item; "" if there are none.
std::string_view Classes::class_of_label(std::string_view label) const {
  for (const Word& mark : reading_.words.classes.words) {
    const std::size_t end = label.find(mark.text);
    if (end != std::string_view::npos) label = label.substr(0, end);
  }
  while (!label.empty() && kNumberMarks.find(label[0]) != std::string_view::npos)
    label.remove_prefix(1);
  label = strip_start(label, reading_.words.list);
  label = strip_start(label, reading_.words.link);
  return strip_end(label, reading_.words.spent);
}

std::string_view Classes::class_of_item(int part) const {
  const std::string_view text = reading_.passage(part).text;
  if (word_in(text.substr(0, reading_.at(part).sign), reading_.words.classes) == nullptr) return {};
  return class_of_label(text);
}

bool Classes::add(int total, const std::vector<int>& parts, bool complete) {
  Relation relation;
  relation.rule = "sum.sections";
  relation.operands = {reading_.operand(total, "total")};
  for (const int part : parts) {
    relation.terms.push_back({static_cast<int>(relation.operands.size()), 1});
    relation.operands.push_back(reading_.operand(part, "part"));
  }
  relation.arguments = {{"name", std::string(reading_.at(total).label)}};
  relation.at_most = Severity::warning;
  if (reading_.unfinished(total)) relation.reason = "template";
  if (!complete && evaluate(relation).status != CheckStatus::pass) return false;
  reading_.locate(relation, total, total);
  out_.push_back(std::move(relation));
  return true;
}

void Classes::run(const std::vector<PartList>& lists) {
  for (const PartList& items : lists) {
    if (!items.across) continue;
    std::map<std::string_view, std::vector<int>> by_class;
    for (const int part : items.parts)
      if (reading_.at(part).role != ProseRole::budget)
        if (const std::string_view name = class_of_item(part); !name.empty())
          by_class[name].push_back(part);
    for (const PartList& classes : lists) {
      if (classes.across || classes.parts.empty() || classes.parts[0] > items.parts[0]) continue;
      for (const int total : classes.parts) {
        const auto found = by_class.find(class_of_label(reading_.at(total).label));
        if (found != by_class.end() && reading_.same_unit(total, found->second[0]))
          add(total, found->second, items.complete);
      }
    }
  }
}

}  // namespace

void find_class_sums(const ProseReading& reading, const std::vector<PartList>& lists,
                     std::vector<Relation>& out) {
  Classes(reading, out).run(lists);
}

}  // namespace gouji
