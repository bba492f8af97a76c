// SPDX-License-Identifier: GPL-3.0-or-later
// A list opens behind 其中, 包括, 分为 …, in a bracket right behind an amount, with a run of
// amounts that each carry a share, or in the paragraphs below a sentence that ends so. Its parts
// are the amounts of the total's unit up to the end of the sentence; what stands in deeper
// brackets, and what a second 其中 opens, is no part. The total is what stands before; where
// several do, all are kept, for the arithmetic tells them apart.
#include "check/prose_lists.h"

#include <algorithm>

#include "check/prose_finders.h"

namespace gouji {

namespace {

constexpr std::size_t kMostTotals = 4;
constexpr int kFewestAcross = 2;  // paragraphs of a list

class Finder {
 public:
  Finder(const ProseReading& reading, std::vector<PartList>& out) : reading_(reading), out_(out) {}

  void run(const Statement& statement);
  void across(std::size_t statement);

 private:
  const Word* opening(int first, std::size_t from) const;
  std::vector<int> totals_before(int first) const;
  std::vector<int> totals_named(int first) const;
  PartList parts_from(int first, bool inner = false) const;
  std::size_t words_from(int first) const;
  bool fits(int first, int other) const;
  bool is_count(int first, int other) const;
  bool ends_list(int first, int last, int next) const;
  void add(PartList list);
  void across_role(std::size_t statement, const std::vector<int>& totals);
  bool opens_bracket(int index) const;
  int part_below(const Statement& statement, int total) const;

  const ProseReading& reading_;
  std::vector<PartList>& out_;
  int covered_ = -1;  ///< the last mention that is part of a list
};

/// The opening word between the mention before and an amount, in the amount's own part of the
/// sentence; null if there is none.
const Word* Finder::opening(int first, std::size_t from) const {
  std::string_view gap = reading_.text(first, from, reading_.at(first).sign);
  for (const std::string_view mark : {"。", "；", ";"}) {
    const std::size_t at = gap.rfind(mark);
    if (at != std::string_view::npos) gap.remove_prefix(at + mark.size());
  }
  return word_in(gap, reading_.words.opening);
}

/// Behind the figure before; figures of another unit are passed over (其中：补助3个项目Ⓜ).
std::size_t Finder::words_from(int first) const {
  int before = first - 1;
  while (before >= reading_.statement(first).first && reading_.is_amount(before) &&
         !reading_.same_unit(before, first))
    --before;
  return before < reading_.statement(first).first ? 0 : reading_.at(before).end;
}

/// A budget is no part of what was spent.
bool Finder::fits(int first, int other) const {
  const ProseRole a = reading_.at(first).role;
  const ProseRole b = reading_.at(other).role;
  if (!reading_.is_amount(first) || !reading_.is_amount(other)) return false;
  if ((a == ProseRole::budget && b == ProseRole::actual) ||
      (a == ProseRole::actual && b == ProseRole::budget))
    return false;
  return reading_.same_unit(first, other);
}

/// Both are numbers of things.
bool Finder::is_count(int first, int other) const {
  return reading_.is_amount(other) && reading_.figure(first).kind == FigureKind::count &&
         reading_.figure(other).kind == FigureKind::count;
}

std::vector<int> Finder::totals_before(int first) const {
  std::vector<int> totals;
  const Mention& one = reading_.at(first);
  int sentence = -1;
  int back = 1;  // 项目支出Ⓜ。与上年相比增加Ⓜ。其中：Ⓜ: a sentence without an amount is passed over
  for (int i = first - 1; i >= reading_.statement(first).first; --i) {
    const Mention& total = reading_.at(i);
    if (total.sentence == one.sentence - 1) back = reading_.is_amount(i) ? 1 : std::max(back, 2);
    if (total.sentence < one.sentence - back) break;
    if (total.depth != one.depth || total.bracket != one.bracket || !fits(first, i)) continue;
    if (sentence >= 0 && total.sentence != sentence) break;
    sentence = total.sentence;
    totals.push_back(i);
    if (totals.size() == kMostTotals) break;
  }
  const auto planned = [&](int i) { return reading_.at(i).role == ProseRole::budget; };
  if (!totals.empty() && !planned(totals[0]))
    totals.erase(std::remove_if(totals.begin(), totals.end(), planned), totals.end());
  // 分结构看：…。分级次看：…: the total of the list before.
  if (!out_.empty() && !out_.back().totals.empty() && !out_.back().across) {
    const int before = out_.back().totals.front();
    if (reading_.at(before).statement == one.statement &&
        reading_.at(before).bracket == one.bracket && fits(first, before) && before < first &&
        std::find(totals.begin(), totals.end(), before) == totals.end())
      totals.push_back(before);
  }
  return totals;
}

/// “三公”经费支出决算中，A占Ⓟ；B占Ⓟ: the amount of that name said before.
std::vector<int> Finder::totals_named(int first) const {
  const Mention& one = reading_.at(first);
  std::vector<int> totals;
  std::string_view name = reading_.text(first, 0, one.begin);
  const std::size_t sentence = name.rfind("。");
  if (sentence != std::string_view::npos) name.remove_prefix(sentence + 3);
  name = strip_end(name, reading_.words.link);
  const std::string_view whole = strip_end(name, reading_.words.among);
  if (whole.size() == name.size()) return totals;
  name = strip_end(whole, reading_.words.actual);
  for (int i = first - 1; i >= 0 && totals.size() < kMostTotals; --i)
    if (fits(first, i) &&
        same_subject(strip_end(reading_.at(i).label, reading_.words.actual), name))
      totals.push_back(i);
  return totals;
}

bool Finder::ends_list(int first, int last, int next) const {
  const Mention& one = reading_.at(next);
  if (one.sentence != reading_.at(first).sentence || one.depth < reading_.at(first).depth)
    return true;
  if (!reading_.is_amount(next)) return false;
  if (!reading_.same_unit(first, next)) return one.segment != reading_.at(last).segment;
  for (const Word& word : reading_.words.chain.words)
    if (strip_start(one.lead, reading_.words.list).starts_with(word.text)) return true;
  for (const Word& word : reading_.words.total.words)
    if (one.label == word.text) return true;
  return false;
}

PartList Finder::parts_from(int first, bool inner) const {
  PartList list;
  const int end = reading_.statement(first).last;
  int nested = -1;  // the segment of an inner list
  for (int i = first; i < end; ++i) {
    const Mention& one = reading_.at(i);
    if (one.depth > reading_.at(first).depth) {
      // 基本支出Ⓜ（占Ⓟ）
      const bool of_part = one.depth == reading_.at(first).depth + 1 && !list.parts.empty() &&
                           one.bracket == list.parts.back() && list.shares.back() < 0;
      if (of_part && one.role == ProseRole::share && one.label.empty()) list.shares.back() = i;
      continue;
    }
    if (i > first && ends_list(first, list.parts.back(), i)) break;
    if (one.bracket != reading_.at(first).bracket) break;
    if (one.segment == nested) continue;
    if (inner && one.segment != reading_.at(first).segment) break;
    if (one.role == ProseRole::share && one.label.empty() && list.shares.back() < 0) {
      list.shares.back() = i;
      continue;
    }
    if (!fits(first, i)) {
      list.mixed = list.mixed || is_count(first, i);
      continue;
    }
    if (i > first && opening(i, words_from(i)) != nullptr) {
      nested = one.segment;
      continue;
    }
    list.parts.push_back(i);
    list.shares.push_back(-1);
    const std::string_view rest = reading_.text(i, one.end, reading_.passage(i).text.size());
    list.open = strip_start(rest, reading_.words.open_end).size() < rest.size();
  }
  return list;
}

/// A bracket stands right behind the figure.
bool Finder::opens_bracket(int index) const {
  const Mention& one = reading_.at(index);
  const std::string_view rest = std::string_view(reading_.passage(index).text).substr(one.end);
  return rest.starts_with("（") || rest.starts_with("(");
}

void Finder::add(PartList list) {
  if (list.parts.empty()) return;
  covered_ = std::max(covered_, list.parts.back());
  out_.push_back(std::move(list));
}

void Finder::run(const Statement& statement) {
  for (int i = statement.first; i < statement.last; ++i) {
    if (!reading_.is_amount(i)) continue;
    const Mention& one = reading_.at(i);
    const bool behind = i > statement.first;
    const Word* word = opening(i, words_from(i));
    const bool in_bracket = i > 0 && one.depth > 0 && one.bracket == i - 1 && opens_bracket(i - 1);
    if (in_bracket && fits(i, i - 1)) {
      PartList list = parts_from(i);
      list.totals = {i - 1};
      const std::string_view lead = reading_.at(i).lead;
      const bool within = strip_start(lead, reading_.words.within).size() < lead.size();
      if (list.parts.size() > 1 || within) add(std::move(list));
    } else if (word != nullptr && behind) {
      const bool inner = i <= covered_;  // a second 其中: of the part before it, up to the next ；
      PartList list = parts_from(i, inner);
      list.totals = totals_before(i);
      if (inner && !list.totals.empty()) list.totals.resize(1);
      list.closed = word->attribute("kind") == "closed";
      if (list.totals.empty()) covered_ = std::max(covered_, list.parts.back());
      if (!list.totals.empty()) add(std::move(list));
    } else if (i > covered_) {
      PartList list = parts_from(i);
      if (list.parts.size() < 2 || list.shares[0] < 0 || list.shares[1] < 0) continue;
      list.totals = behind ? totals_before(i) : totals_named(i);
      if (behind && !out_.empty() && covered_ >= statement.first)
        list.totals = out_.back().totals;  // the list before goes on in another sentence
      add(std::move(list));
    }
  }
}

/// The amount of a paragraph that is a part of a list of paragraphs.
int Finder::part_below(const Statement& statement, int total) const {
  const ProseRole role = reading_.at(total).role;
  for (int i = statement.first; i < statement.last; ++i) {
    if (reading_.at(i).depth > 0 || !fits(total, i)) continue;
    if (role != ProseRole::value && reading_.at(i).role != role) continue;
    return i;
  }
  return -1;
}

void Finder::across_role(std::size_t index, const std::vector<int>& totals) {
  const Passage& head = *reading_.statements[index].passage;
  const auto& items = reading_.input.outline.items;
  const auto parent_of = [&](int item) {
    return item < 0 ? std::string()
                    : items[static_cast<std::size_t>(item)].parent.value_or(std::string());
  };
  PartList list;
  list.totals = totals;
  list.across = true;
  int first_item = -1, last_item = head.item;
  for (std::size_t i = index + 1; i < reading_.statements.size(); ++i) {
    const Passage& passage = *reading_.statements[i].passage;
    if (passage.section != head.section || passage.heading) break;
    if (passage.item != head.item && passage.item == last_item) continue;  // goes on
    if (passage.item != head.item && first_item < 0) first_item = passage.item;
    if (first_item >= 0 && parent_of(passage.item) != parent_of(first_item)) break;
    if (first_item >= 0 && passage.item < first_item) break;
    last_item = passage.item;
    const int part = part_below(reading_.statements[i], totals.front());
    if (part < 0) break;
    list.parts.push_back(part);
    list.shares.push_back(-1);
    for (int m = part + 1; m < reading_.statements[i].last; ++m) {
      const Mention& share = reading_.at(m);
      if (reading_.is_amount(m)) break;
      if (share.role == ProseRole::share && share.label.empty()) list.shares.back() = m;
    }
  }
  if (static_cast<int>(list.parts.size()) >= kFewestAcross) out_.push_back(std::move(list));
}

/// A sentence with an amount that ends with 其中：, 包括：, 如下：
void Finder::across(std::size_t index) {
  const Statement& statement = reading_.statements[index];
  const int last = statement.last - 1;
  std::string_view tail = statement.passage->text;
  tail.remove_prefix(reading_.at(last).end);
  const std::size_t sentence = tail.rfind("。");
  if (sentence != std::string_view::npos && sentence + 3 < tail.size())
    tail.remove_prefix(sentence + 3);
  if (word_at_end(strip_end(tail, reading_.words.link), reading_.words.opening) == nullptr) return;
  std::vector<int> values, budgets, actuals;
  for (int i = last; i >= statement.first; --i) {
    const Mention& one = reading_.at(i);
    if (one.depth > 0 || !reading_.is_amount(i)) continue;
    (one.role == ProseRole::budget   ? budgets
     : one.role == ProseRole::actual ? actuals
                                     : values)
        .push_back(i);
  }
  if (!budgets.empty() && !actuals.empty()) {
    across_role(index, budgets);
    across_role(index, actuals);
    return;
  }
  for (const std::vector<int>* totals : {&values, &actuals, &budgets})
    if (!totals->empty()) across_role(index, *totals);
}

}  // namespace

std::vector<PartList> find_part_lists(const ProseReading& reading) {
  std::vector<PartList> lists;
  Finder finder(reading, lists);
  for (std::size_t i = 0; i < reading.statements.size(); ++i) {
    finder.run(reading.statements[i]);
    finder.across(i);
  }
  return lists;
}

}  // namespace gouji
