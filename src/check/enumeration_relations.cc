// SPDX-License-Identifier: GPL-3.0-or-later
// A count and the list that it counts: 内设综合股、管理股、环境股3个股室, or numbered items:
// 做好三方面工作：一是…；二是…；三是….
//
// Items of a list in one sentence hold 、 themselves, and some are joined by 和. A list is counted
// with certainty if its items are of one kind (all end with the same character: 股, 中心, 小学), or
// if a closed list of plain names is off by next to nothing; each 和 may join two. Other lists are
// told only where the number fits. Numbered items are counted by their numbers.
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "check/operand.h"
#include "check/quick_find.h"
#include "check/statement.h"
#include "check/statement_finders.h"
#include "text/ordinal.h"

namespace gouji {

namespace {

constexpr std::string_view kComma = "、";
constexpr std::string_view kStop = "。";
constexpr std::string_view kBelow = "below";
constexpr std::size_t kShortestName = 3;  // characters: 支农、支小 are parts of one name
constexpr int kMostOff = 2;  // a slip; what is further off was another list than it seemed
constexpr std::size_t kLongestOrdinal = 3;  // characters: 二十三

/// The items between 、 that stand in no bracket.
std::vector<std::u32string> items_of(std::string_view list) {
  std::vector<std::u32string> items(1);
  const char32_t comma = from_utf8(kComma).front();
  int depth = 0;
  for (const char32_t c : from_utf8(list)) {
    if (c == U'（' || c == U'(') ++depth;
    if (c == U'）' || c == U')') --depth;
    if (c == comma && depth == 0) {
      items.emplace_back();
    } else {
      items.back().push_back(c);
    }
  }
  return items;
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

bool are_names(const std::vector<std::u32string>& items) {
  return std::all_of(items.begin(), items.end(),
                     [](const std::u32string& one) { return one.size() >= kShortestName; });
}

/// Conjunctions in all items: each may join two.
int joints_of(const std::vector<std::u32string>& items, const WordList& conjunctions) {
  int joints = 0;
  for (const std::u32string& item : items)
    for (const Word& word : conjunctions.words)
      for (std::size_t at = item.find(from_utf8(word.text)); at != std::u32string::npos;
           at = item.find(from_utf8(word.text), at + 1))
        ++joints;
  return joints;
}

/// The count said, or nothing where the figure is none.
const Figure* count_at(const CheckInput& input, const Passage& passage, const Match& match) {
  const ProseFigure* one = passage.figure_at(match.group("count").begin);
  if (one == nullptr || one->range) return nullptr;
  const Figure& figure = input.figures.figures[static_cast<std::size_t>(one->figure)];
  return figure.kind == FigureKind::count ? &figure : nullptr;
}

Relation relation_of(const CheckInput& input, const Passage& passage, const Match& match,
                     const Figure& figure, int count) {
  Relation relation =
      about(input, passage, {match.whole.begin, match.whole.end}, "enumeration_count");
  relation.quote = printed(passage, input.flow, match.whole.begin, match.whole.end);
  relation.formula = Formula::constant;
  relation.constant = count;
  relation.operands.push_back(operand_of(figure, "stated"));
  return relation;
}

void count_list(const CheckInput& input, const Passage& passage, const Match& match,
                std::vector<Relation>& out) {
  const Figure* figure = count_at(input, passage, match);
  if (figure == nullptr) return;
  const WordList& conjunctions = input.patterns.words("check/word/conjunction");
  const std::vector<std::u32string> items = items_of(match.group("list").in(passage.text));
  const auto least = static_cast<int>(items.size());
  const int most = least + joints_of(items, conjunctions);
  const int count = least - 1 + items_in_last(items.back(), conjunctions);
  Relation relation = relation_of(input, passage, match, *figure, count);
  const Rational& said = relation.operands[0].point;
  if (said != count) {
    if (match.group("more").matched()) return;
    const bool near = said >= least - kMostOff && said <= most + kMostOff;
    const bool plain = are_names(items) && near && (said < least || said > most);
    if (!of_one_kind(items) && !plain) return;
  }
  out.push_back(std::move(relation));
}

/// The signs around the number of a marker: 一是 has "" and 是.
struct MarkerForm {
  std::u32string before, after;
};

std::optional<MarkerForm> form_of(const Item& item) {
  if (!item.ordinal) return std::nullopt;
  const std::u32string marker = from_utf8(item.marker);
  for (std::size_t length = std::min(kLongestOrdinal, marker.size()); length > 0; --length)
    for (std::size_t at = 0; at + length <= marker.size(); ++at)
      if (ordinal_of(std::u32string_view(marker).substr(at, length)) == item.ordinal)
        return MarkerForm{marker.substr(0, at), marker.substr(at + length)};
  return std::nullopt;
}

/// The marker of that number stands somewhere in the text: an item that was not told apart.
bool has_marker(std::u32string_view text, const MarkerForm& form, int number) {
  if (form.after.empty()) return false;
  for (std::size_t at = text.find(form.after); at != std::u32string_view::npos;
       at = text.find(form.after, at + 1))
    for (std::size_t length = 1; length <= std::min(kLongestOrdinal, at); ++length)
      if (ordinal_of(text.substr(at - length, length)) == number) return true;
  return false;
}

class Series {
 public:
  /// `first`: the item that follows the passage.
  Series(const CheckInput& input, std::size_t passage, int first)
      : input_(input), passage_(passage), first_(first), form_(*form_of(item(first))) {}

  /// The items numbered 1, 2, 3 … from the first one on, or -1 where they are not in order.
  int count();
  /// The item behind the last one may be in the text without having been told apart.
  bool may_go_on(int last) const;

 private:
  const Item& item(int index) const {
    return input_.outline.items[static_cast<std::size_t>(index)];
  }
  bool is_below(int index) const;

  const CheckInput& input_;
  std::size_t passage_;
  int first_;
  MarkerForm form_;
};

/// An item of a deeper level, under one of the series.
bool Series::is_below(int index) const {
  for (Maybe<std::string> parent = item(index).parent; parent;) {
    int above = index;
    while (above >= first_ && item(above).id != *parent) --above;
    if (above < first_) return false;
    if (item(above).parent == item(first_).parent) return true;
    parent = item(above).parent;
  }
  return false;
}

int Series::count() {
  int last = 1;
  for (int i = first_ + 1; i < static_cast<int>(input_.outline.items.size()); ++i) {
    const Item& one = item(i);
    if (one.section != item(first_).section) break;
    if (one.parent != item(first_).parent) {
      if (is_below(i)) continue;
      break;
    }
    const auto form = form_of(one);
    if (!form || form->after != form_.after || form->before != form_.before) {
      return -1;  // markers of two kinds on one level
    }
    if (one.ordinal == 1) break;
    if (one.ordinal != last + 1) return -1;
    ++last;
  }
  return last;
}

bool Series::may_go_on(int last) const {
  const int section = input_.prose.passages[passage_].section;
  for (std::size_t i = passage_; i < input_.prose.passages.size(); ++i) {
    const Passage& passage = input_.prose.passages[i];
    if (passage.section != section) break;
    if (has_marker(from_utf8(passage.text), form_, last + 1)) return true;
  }
  return false;
}

/// 行政单位1家，事业单位4家，具体包括：the items may be those of all counts.
bool is_one_of_several(const CheckInput& input, const Passage& passage,
                       const ProseFigure& counted) {
  const std::size_t begin = passage.text.rfind(kStop, counted.offset);
  const auto unit_of = [&](const ProseFigure& one) {
    return input.figures.figures[static_cast<std::size_t>(one.figure)].unit;
  };
  return std::any_of(passage.figures.begin(), passage.figures.end(), [&](const ProseFigure& one) {
    return one.offset < counted.offset && (begin == std::string::npos || one.offset > begin) &&
           unit_of(one) == unit_of(counted);
  });
}

void count_items(const CheckInput& input, std::size_t index, const Match& match,
                 std::vector<Relation>& out) {
  const Passage& passage = input.prose.passages[index];
  const int first = input.prose.passages[index + 1].item;
  const Figure* figure = count_at(input, passage, match);
  if (figure == nullptr || !form_of(input.outline.items[static_cast<std::size_t>(first)])) return;
  Series series(input, index, first);
  const int count = series.count();
  if (count < 2) return;
  Relation relation = relation_of(input, passage, match, *figure, count);
  const Rational& said = relation.operands[0].point;
  if (said < count - kMostOff || said > count + kMostOff) return;
  const ProseFigure& counted = *passage.figure_at(match.group("count").begin);
  if (said != count && is_one_of_several(input, passage, counted)) return;
  if (said > count && series.may_go_on(count)) return;
  out.push_back(std::move(relation));
}

/// The first of numbered items follows the passage.
bool opens_items(const CheckInput& input, std::size_t index) {
  if (index + 1 == input.prose.passages.size()) return false;
  const Passage& passage = input.prose.passages[index];
  const Passage& next = input.prose.passages[index + 1];
  return next.item >= 0 && next.item != passage.item && next.section == passage.section &&
         input.outline.items[static_cast<std::size_t>(next.item)].ordinal == 1;
}

}  // namespace

void find_enumeration_relations(const CheckInput& input, std::vector<Relation>& out) {
  const auto& patterns = input.patterns.patterns("check/enumeration/");
  for (std::size_t i = 0; i < input.prose.passages.size(); ++i) {
    const Passage& passage = input.prose.passages[i];
    if (passage.figures.empty()) continue;
    const bool listed = passage.text.find(kComma) != std::string::npos;
    const bool opens = opens_items(input, i);
    for (const Pattern* pattern : patterns) {
      const bool below = pattern->attribute("place") == kBelow;
      if (below ? !opens : !listed) continue;
      Match match;
      for (std::size_t from = 0; quick_find(*pattern, passage.text, from, &match);
           from = match.whole.end) {
        if (below)
          count_items(input, i, match, out);
        else
          count_list(input, passage, match, out);
      }
    }
  }
}

}  // namespace gouji
