// SPDX-License-Identifier: GPL-3.0-or-later
// A list of parts adds up to its total only if it is complete, and 其中 does not say so. So the
// arithmetic is asked first: where all parts, or the first n of them, give the total, the relation
// holds. Where they do not, equality is asked for only of lists that are known to be complete: by
// their words (分为), by the parts' names (税收收入, 非税收入: patterns/check/partition.toml), by
// shares that add to 100, or by a sum that misses the total by next to nothing. Every other list
// bounds its total from below.
#include <algorithm>
#include <set>

#include "check/evaluate.h"
#include "check/prose_finders.h"

namespace gouji {

namespace {

/// A list that covers its total but for this fraction was meant to cover it: named parts of a whole
/// leave more than 0.1% out in all reports looked at.
const Rational kNextToNothing(BigInt(1), BigInt(1000));
constexpr std::size_t kFewestNear = 3;  // parts of such a list
constexpr std::size_t kFewestWithRest = 3;

class Sums {
 public:
  Sums(const ProseReading& reading, std::vector<Relation>& out)
      : reading_(reading),
        partitions_(reading.input.patterns.definitions("check/partition/")),
        out_(out) {}

  void run(PartList& list);
  void shares_together(int first);

 private:
  Relation sum(const PartList& list, int total, std::size_t parts) const;
  bool has_partition(const PartList& list) const;
  bool are_complements(const PartList& list) const;
  bool of_averages(const PartList& list) const;
  bool shares_are_complete(const PartList& list) const;
  bool nearly(const PartList& list, int total) const;
  bool slipped(const PartList& list, int total) const;
  bool of_another_whole(const PartList& list) const;
  bool ends_with_the_rest(const PartList& list) const;
  bool exceeds_all(const PartList& list) const;
  void shares_add_up(const PartList& list, std::size_t parts);
  void bound(const PartList& list);
  bool find_equal(PartList& list);

  const ProseReading& reading_;
  const std::vector<const Definition*> partitions_;
  std::vector<Relation>& out_;
};

Relation Sums::sum(const PartList& list, int total, std::size_t parts) const {
  Relation out;
  out.rule = list.across ? "sum.sections" : "sum.prose";
  out.operands.push_back(reading_.operand(total, "total"));
  for (std::size_t i = 0; i < parts; ++i) {
    out.operands.push_back(reading_.operand(list.parts[i], "part"));
    out.terms.push_back({static_cast<int>(i) + 1, 1});
  }
  if (reading_.unfinished(total)) out.reason = "template";
  if (!reading_.at(total).label.empty())
    out.arguments = {{"name", std::string(reading_.at(total).label)}};
  const int last = list.parts[parts - 1];
  if (reading_.at(total).statement == reading_.at(last).statement && total < last) {
    reading_.locate(out, total, last);
  } else {
    reading_.locate(out, total, total);
  }
  return out;
}

/// Every word of a partition names one part, and there is no other part.
bool Sums::has_partition(const PartList& list) const {
  for (const Definition* one : partitions_) {
    const std::vector<std::string>& words = one->texts("parts");
    if (words.size() != list.parts.size()) continue;
    std::vector<bool> named(list.parts.size(), false);
    for (const std::string& word : words)
      for (std::size_t i = 0; i < list.parts.size(); ++i)
        if (!named[i] && reading_.at(list.parts[i]).label.find(word) != std::string_view::npos) {
          named[i] = true;
          break;
        }
    if (std::all_of(named.begin(), named.end(), [](bool is) { return is; })) return true;
  }
  return false;
}

/// Two parts, of which one is all that the other is not.
bool Sums::are_complements(const PartList& list) const {
  if (list.parts.size() != 2) return false;
  const std::string_view one = reading_.at(list.parts[0]).label;
  const std::string_view other = reading_.at(list.parts[1]).label;
  if (one.empty()) return false;
  return std::any_of(reading_.words.negation.words.begin(), reading_.words.negation.words.end(),
                     [&](const Word& word) { return other == word.text + std::string(one); });
}

bool Sums::of_averages(const PartList& list) const {
  const auto average = [&](int i) {
    return word_in(reading_.at(i).label, reading_.words.average) != nullptr;
  };
  return std::any_of(list.parts.begin(), list.parts.end(), average) ||
         (!list.totals.empty() && average(list.totals.front()));
}

/// The shares of the parts add to 100 as nearly as their digits allow.
bool Sums::shares_are_complete(const PartList& list) const {
  Rational sum = 0, half = 0;
  for (const int share : list.shares) {
    if (share < 0) return false;
    const Operand operand = reading_.operand(share, "share");
    sum += operand.point;
    half += operand.half;
  }
  return list.parts.size() > 1 && sum - half <= 100 && 100 <= sum + half;
}

bool Sums::nearly(const PartList& list, int total) const {
  if (list.parts.size() < kFewestNear) return false;
  Rational gap = reading_.operand(total, "total").point;
  const Rational most = gap * kNextToNothing;
  for (const int part : list.parts) gap -= reading_.operand(part, "part").point;
  return gap < 0 ? -gap < most : gap < most;
}

/// The longest run of parts, from the first, that gives one of the totals. Small numbers of things
/// add up by accident: where their list ends with the rest, all of them are asked for.
bool Sums::find_equal(PartList& list) {
  const bool things = reading_.figure(list.parts.front()).kind == FigureKind::count;
  const std::size_t fewest = things && ends_with_the_rest(list) ? list.parts.size() : 1;
  for (std::size_t parts = list.parts.size(); parts >= fewest; --parts)
    for (const int total : list.totals) {
      if (parts == 1 && total != list.totals.front()) break;  // equal by accident
      Relation relation = sum(list, total, parts);
      if (evaluate(relation).status != CheckStatus::pass) continue;
      out_.push_back(std::move(relation));
      list.totals = {total};
      list.complete = parts == list.parts.size();
      if (list.complete) shares_add_up(list, parts);
      return true;
    }
  return false;
}

/// One amount is printed with 元 for 万元, or 万元 for 亿元, or the other way round, and with the
/// other unit all parts give the total: what makes the total so exactly is complete. That the total
/// is reached without the part proves nothing.
bool Sums::slipped(const PartList& list, int total) const {
  if (list.parts.size() < 2) return false;
  const Rational slip = BigInt(10000);
  Relation relation = sum(list, total, list.parts.size());
  const auto passes = [&] { return evaluate(relation).status == CheckStatus::pass; };
  for (std::size_t i = 0; i < relation.operands.size(); ++i) {
    Operand& one = relation.operands[i];
    const bool is_total = i == 0;
    const int mention = is_total ? total : list.parts[i - 1];
    if (one.point == 0 || reading_.figure(mention).kind != FigureKind::money) continue;
    if (one.unit == relation.operands[is_total ? 1 : 0].unit) continue;
    const Operand printed = one;
    for (const Rational& factor : {slip, Rational(1 / slip)}) {
      one.point = printed.point * factor;
      one.half = printed.half * factor;
      if (!passes()) continue;
      one.point = one.half = 0;
      const bool without = !is_total && passes();
      if (!without) return true;
    }
    one = printed;
  }
  return false;
}

/// 甲村20户，占全县总户数的5%: the shares name a whole, and none of them is that of the total.
bool Sums::of_another_whole(const PartList& list) const {
  if (list.totals.empty()) return false;
  const Rational total = reading_.operand(list.totals.front(), "total").point;
  bool named = false;
  for (std::size_t i = 0; i < list.parts.size(); ++i) {
    if (list.shares[i] < 0) continue;
    named = named || !reading_.at(list.shares[i]).base.empty();
    const Operand share = reading_.operand(list.shares[i], "share");
    const Rational part = reading_.operand(list.parts[i], "part").point;
    if (total != 0 && part != 0 && share.interval().contains(100 * part / total)) return false;
  }
  return named;
}

/// 其他用车 behind other kinds: the rest, behind which nothing is left.
bool Sums::ends_with_the_rest(const PartList& list) const {
  if (list.parts.size() < kFewestWithRest || list.across || list.mixed) return false;
  const std::string_view last = reading_.at(list.parts.back()).label;
  std::set<int> segments;
  for (const int part : list.parts) {
    if (reading_.at(part).label.empty()) return false;
    segments.insert(reading_.at(part).segment);
  }
  // A ；between some parts only: what stands behind it may be parts of something wider.
  if (segments.size() > 1 && segments.size() < list.parts.size()) return false;
  return strip_start(last, reading_.words.rest).size() < last.size();
}

void Sums::shares_add_up(const PartList& list, std::size_t parts) {
  Relation relation;
  relation.rule = "sum.shares";
  relation.stated = -1;
  relation.constant = 100;
  for (std::size_t i = 0; i < parts; ++i) {
    if (list.shares[i] < 0) return;
    relation.operands.push_back(reading_.operand(list.shares[i], "share"));
    relation.terms.push_back({static_cast<int>(i), 1});
  }
  if (of_another_whole(list)) return;
  const bool none = std::all_of(relation.operands.begin(), relation.operands.end(),
                                [](const Operand& one) { return one.point == 0; });
  if (none || parts < 2) return;
  if (reading_.unfinished(list.parts[0])) relation.reason = "template";
  reading_.locate(relation, list.parts[0], list.shares[parts - 1]);
  out_.push_back(std::move(relation));
}

/// 授予中小企业Ⓜ，其中：授予小微企业Ⓜ: one part, more than any amount that could be its whole.
bool Sums::exceeds_all(const PartList& list) const {
  if (list.parts.size() != 1) return false;
  const Rational part = reading_.operand(list.parts[0], "part").point;
  return std::all_of(list.totals.begin(), list.totals.end(),
                     [&](int total) { return reading_.operand(total, "total").point < part; });
}

/// An open list: its parts, or as many of them as stand before a ；, are at most the total. Where
/// several are more, they overlap, or the list ended before: nothing certain can be said.
void Sums::bound(const PartList& list) {
  Relation whole;
  for (std::size_t parts = list.parts.size(); parts > 0; --parts) {
    const bool last = parts == list.parts.size();
    if (!last &&
        reading_.at(list.parts[parts]).segment == reading_.at(list.parts[parts - 1]).segment)
      continue;
    Relation relation = sum(list, list.totals.front(), parts);
    relation.rule = "sum.bound";
    relation.comparison = Comparison::at_least;
    if (evaluate(relation).status == CheckStatus::pass) {
      out_.push_back(std::move(relation));
      return;
    }
    if (last) whole = std::move(relation);
  }
  if (list.across) return;
  if (whole.reason.empty() && !exceeds_all(list)) whole.reason = "ambiguous_operand";
  whole.at_most = Severity::warning;
  out_.push_back(std::move(whole));
}

void Sums::run(PartList& list) {
  if (list.totals.empty()) {
    if (shares_are_complete(list)) shares_add_up(list, list.parts.size());
    return;
  }
  if (of_averages(list) || find_equal(list)) return;
  const bool complete =
      has_partition(list) || are_complements(list) || (shares_are_complete(list) && !list.across);
  const int total = list.totals.front();
  if (slipped(list, total)) {
    out_.push_back(sum(list, total, list.parts.size()));
    return;
  }
  if (!list.open && (complete || list.closed || nearly(list, total) || ends_with_the_rest(list))) {
    Relation relation = sum(list, total, list.parts.size());
    if (!complete) relation.at_most = Severity::warning;
    const bool choice = list.totals.size() > 1;
    if (choice && relation.reason.empty() && !nearly(list, total))
      relation.reason = "ambiguous_operand";
    out_.push_back(std::move(relation));
    return;
  }
  bound(list);
}

/// 一、二、三产业比重分别为Ⓟ、Ⓟ、Ⓟ: a run of shares of one whole. That they are all is certain only
/// if they add to nearly 100.
void Sums::shares_together(int first) {
  const Rational near = 1;
  std::vector<int> run = {first};
  for (int i = first + 1; i < reading_.statement(first).last; ++i) {
    const bool next = reading_.at(i).role == ProseRole::share &&
                      reading_.text(i, reading_.at(i - 1).end, reading_.at(i).begin).empty() &&
                      strip_start(reading_.at(i).lead, reading_.words.list).empty();
    if (!next) break;
    run.push_back(i);
  }
  if (run.size() < 2) return;
  Relation relation;
  relation.rule = "sum.shares";
  relation.stated = -1;
  relation.constant = 100;
  relation.at_most = Severity::warning;
  Rational sum = 0;
  for (const int share : run) {
    relation.terms.push_back({static_cast<int>(relation.operands.size()), 1});
    relation.operands.push_back(reading_.operand(share, "share"));
    sum += relation.operands.back().point;
  }
  if (sum < 100 - near || sum > 100 + near) return;
  if (reading_.unfinished(first)) relation.reason = "template";
  reading_.locate(relation, first, run.back());
  out_.push_back(std::move(relation));
}

}  // namespace

void find_sums(const ProseReading& reading, std::vector<PartList>& lists,
               std::vector<Relation>& out) {
  Sums sums(reading, out);
  for (PartList& list : lists) sums.run(list);
  for (int i = 0; i < static_cast<int>(reading.mentions.size()); ++i)
    if (reading.at(i).role == ProseRole::share) sums.shares_together(i);
}

}  // namespace gouji
