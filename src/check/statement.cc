// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/statement.h"

#include <array>

namespace gouji {

namespace {

constexpr std::size_t kMostAround = 40 * 3;  // bytes of Chinese text either side of a quotation
constexpr std::array<std::string_view, 6> kStops = {"。", "；", "，", ";", "！", "？"};

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

bool stop_ends_at(std::string_view text, std::size_t end) {
  for (const std::string_view stop : kStops)
    if (end >= stop.size() && text.substr(end - stop.size(), stop.size()) == stop) return true;
  return false;
}

bool stop_begins_at(std::string_view text, std::size_t begin) {
  for (const std::string_view stop : kStops)
    if (text.substr(begin, stop.size()) == stop) return true;
  return false;
}

}  // namespace

Words clause_around(const Passage& passage, Words words) {
  const std::string_view text = passage.text;
  Words out = words;
  while (out.begin > 0 && !stop_ends_at(text, out.begin) && words.begin - out.begin < kMostAround)
    --out.begin;
  while (out.begin < words.begin && is_continuation(text[out.begin])) ++out.begin;
  while (out.end < text.size() && !stop_begins_at(text, out.end) &&
         out.end - words.end < kMostAround)
    ++out.end;
  while (out.end > words.end && out.end < text.size() && is_continuation(text[out.end])) --out.end;
  return out;
}

Relation about(const CheckInput& input, const Passage& passage, Words words, std::string rule) {
  Relation relation;
  relation.rule = std::move(rule);
  relation.stated = 0;
  const Words clause = clause_around(passage, words);
  relation.quote = printed(passage, input.flow, clause.begin, clause.end);
  relation.at = place(passage, input.flow, words.begin, words.end);
  return relation;
}

Relation statement(const CheckInput& input, const Passage& passage, Words words, std::string rule,
                   bool holds) {
  Relation relation = about(input, passage, words, std::move(rule));
  relation.formula = Formula::statement;
  relation.holds = holds;
  return relation;
}

std::string owner_of(const CheckInput& input, const Passage& passage) {
  if (passage.item >= 0) return input.outline.items[static_cast<std::size_t>(passage.item)].id;
  if (passage.section >= 0)
    return input.outline.sections[static_cast<std::size_t>(passage.section)].id;
  return {};
}

void add_words(Relation& relation, std::string role, std::string ref) {
  if (ref.empty()) return;
  Operand out;
  out.role = std::move(role);
  out.ref = std::move(ref);
  out.scale = 1;
  relation.operands.push_back(std::move(out));
}

}  // namespace gouji
