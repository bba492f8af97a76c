// SPDX-License-Identifier: GPL-3.0-or-later
// A count and the list that it counts: 内设综合股、管理股、环境股3个股室.
//
// Items hold 、 themselves and the last two may be joined by 和, so a list is counted with
// certainty only if its items are of one kind: all end with the same character (股, 中心, 小学).
// Other lists are told only where the number fits.
#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "check/operand.h"
#include "check/quick_find.h"
#include "check/statement.h"
#include "check/statement_finders.h"

namespace gouji {

namespace {

constexpr std::string_view kComma = "、";

std::vector<std::u32string> items_of(std::string_view list) {
  std::vector<std::u32string> items;
  for (;;) {
    const std::size_t at = list.find(kComma);
    items.push_back(from_utf8(list.substr(0, at)));
    if (at == std::string_view::npos) return items;
    list.remove_prefix(at + kComma.size());
  }
}

/// The number of items that the last one holds: 2 where a conjunction joins two of the same kind.
int items_in_last(const std::u32string& last, const WordList& conjunctions) {
  for (const Word& word : conjunctions.words) {
    const std::size_t at = last.find(from_utf8(word.text));
    if (at != std::u32string::npos && at > 1 && last[at - 1] == last.back()) return 2;
  }
  return 1;
}

bool of_one_kind(const std::vector<std::u32string>& items) {
  return std::all_of(items.begin(), items.end(), [&](const std::u32string& one) {
    return one.size() > 1 && one.back() == items.front().back();
  });
}

void count_list(const CheckInput& input, const Passage& passage, const Match& match,
                std::vector<Relation>& out) {
  const ProseFigure* one = passage.figure_at(match.group("count").begin);
  if (one == nullptr || one->range) return;
  const Figure& figure = input.figures.figures[static_cast<std::size_t>(one->figure)];
  if (figure.kind != FigureKind::count) return;
  const std::vector<std::u32string> items = items_of(match.group("list").in(passage.text));
  const int count = static_cast<int>(items.size()) - 1 +
                    items_in_last(items.back(), input.patterns.words("check/word/conjunction"));
  Relation relation =
      about(input, passage, {match.whole.begin, match.whole.end}, "enumeration_count");
  relation.quote = printed(passage, input.flow, match.whole.begin, match.whole.end);
  relation.formula = Formula::constant;
  relation.constant = count;
  relation.operands.push_back(operand_of(figure, "stated"));
  const bool equal = relation.operands[0].point == count;
  if (!equal && (match.group("more").matched() || !of_one_kind(items))) return;
  out.push_back(std::move(relation));
}

}  // namespace

void find_enumeration_relations(const CheckInput& input, std::vector<Relation>& out) {
  const auto& patterns = input.patterns.patterns("check/enumeration/");
  for (const Passage& passage : input.prose.passages) {
    if (passage.figures.empty() || passage.text.find(kComma) == std::string::npos) continue;
    for (const Pattern* pattern : patterns) {
      Match match;
      for (std::size_t from = 0; quick_find(*pattern, passage.text, from, &match);
           from = match.whole.end)
        count_list(input, passage, match, out);
    }
  }
}

}  // namespace gouji
