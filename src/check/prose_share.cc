// SPDX-License-Identifier: GPL-3.0-or-later
// A share speaks of the amount before it, or of the one that its own words name (税收收入占…). Its
// whole is the one that its words name: in the passage, then in the section, then, by exactly the
// same name and year, in the document. A share without a named whole has that of its list, and in a
// list of shares that add to 100 without a total, all its parts.
#include <algorithm>
#include <unordered_map>

#include "check/evaluate.h"
#include "check/prose_finders.h"

namespace gouji {

namespace {

constexpr std::size_t kLongName = 12;  // bytes: a name of four characters may be looked for afar

class Shares {
 public:
  Shares(const ProseReading& reading, const std::vector<PartList>& lists,
         std::vector<Relation>& out);

  void run(int share);

 private:
  bool goes_on(int index) const;
  int part_in_run(int share, int single) const;
  int part_of(int share) const;
  std::vector<int> wholes_named(int share, int part) const;
  std::vector<int> wholes_afar(int share, int part) const;
  Relation relation(int share, int part, int whole) const;
  Relation of_all(int share, int part, const PartList& list) const;
  void in_list(int share, int part, const PartList& list, std::vector<Relation>& readings) const;
  bool covers_whole(const PartList& list) const;
  void mark_plugged(Relation& relation, const PartList& list) const;
  const PartList* list_of(int share) const;

  const ProseReading& reading_;
  std::unordered_map<int, const PartList*> of_share_;
  std::unordered_multimap<std::string_view, int> by_name_;
  std::vector<Relation>& out_;
};

Shares::Shares(const ProseReading& reading, const std::vector<PartList>& lists,
               std::vector<Relation>& out)
    : reading_(reading), out_(out) {
  for (const PartList& list : lists)
    for (const int share : list.shares)
      if (share >= 0) of_share_.emplace(share, &list);
  for (int i = 0; i < static_cast<int>(reading.mentions.size()); ++i)
    if (reading.is_amount(i) && reading.at(i).label.size() >= kLongName)
      by_name_.emplace(reading.at(i).label, i);
}

const PartList* Shares::list_of(int share) const {
  const auto found = of_share_.find(share);
  return found == of_share_.end() ? nullptr : found->second;
}

/// A mention with nothing but 、 or 和 between it and the one before.
bool Shares::goes_on(int index) const {
  const Mention& one = reading_.at(index);
  if (index <= reading_.statement(index).first) return false;
  return reading_.at(index - 1).end == one.begin &&
         strip_start(one.lead, reading_.words.list).empty();
}

/// 货物、工程、服务分别为Ⓜ、Ⓜ和Ⓜ，占比重为Ⓟ、Ⓟ和Ⓟ: the amount of the same place in a run of amounts
/// as long as that of the shares; -1 where there is none, `single` where the share stands alone.
int Shares::part_in_run(int share, int single) const {
  const auto is_share = [&](int i) { return reading_.at(i).role == ProseRole::share; };
  int first = share, last = share;
  while (goes_on(first) && is_share(first - 1)) --first;
  const int end = reading_.statement(share).last;
  while (last + 1 < end && is_share(last + 1) && goes_on(last + 1)) ++last;
  if (first == last) return single;
  const int count = last - first + 1;
  const int begin = first - count;
  if (begin < reading_.statement(share).first || goes_on(begin)) return -1;
  for (int i = begin; i < first; ++i)
    if (!reading_.is_amount(i) || (i > begin && !goes_on(i))) return -1;
  // 财力分别为Ⓜ、Ⓜ，债务占财力的比重分别为Ⓟ、Ⓟ: these are the wholes.
  const std::string_view base = reading_.at(first).base, name = reading_.at(begin).label;
  if (!base.empty() && (name.ends_with(base) || same_subject(name, base))) return -1;
  return begin + share - first;
}

/// The amount that is shared; -1 if none is certain.
int Shares::part_of(int share) const {
  constexpr int kAlone = -2;
  const int paired = part_in_run(share, kAlone);
  if (paired != kAlone) return paired;
  const Mention& one = reading_.at(share);
  for (int i = share - 1; i >= reading_.statement(share).first; --i) {
    const Mention& part = reading_.at(i);
    if (part.sentence != one.sentence && one.label.size() < kLongName) return -1;
    const bool beside = part.depth == one.depth && part.bracket == one.bracket;
    if (!beside && one.bracket != i) continue;
    if (part.role == ProseRole::change) return -1;
    if (!reading_.is_amount(i)) continue;
    if (one.label.empty() || same_subject(one.label, part.label)) return i;
    if (one.label.size() < kLongName / 2) return -1;
  }
  return -1;
}

std::vector<int> Shares::wholes_named(int share, int part) const {
  const Mention& one = reading_.at(share);
  std::vector<int> wholes;
  for (int i = share - 1; i >= reading_.statement(share).first; --i)
    if (i != part && reading_.is_amount(i) && reading_.same_unit(i, part) &&
        (same_subject(reading_.at(i).label, one.base) || reading_.at(i).label.ends_with(one.base)))
      wholes.push_back(i);
  return wholes;
}

/// In other paragraphs: of the section by its name, of the document by exactly that name.
std::vector<int> Shares::wholes_afar(int share, int part) const {
  const std::string_view base = reading_.at(share).base;
  std::vector<int> wholes;
  if (base.size() < kLongName) return wholes;
  const int section = reading_.passage(share).section;
  for (int i = reading_.statement(share).first - 1; i >= 0; --i) {
    if (reading_.passage(i).section != section) break;
    if (reading_.is_amount(i) && reading_.same_unit(i, part) &&
        same_subject(reading_.at(i).label, base))
      wholes.push_back(i);
  }
  if (!wholes.empty()) return wholes;
  const auto [first, last] = by_name_.equal_range(base);
  for (auto it = first; it != last; ++it) {
    const Figure& whole = reading_.figure(it->second);
    const Figure& of = reading_.figure(part);
    if (whole.year && of.year && *whole.year != *of.year) continue;
    if (reading_.same_unit(it->second, part)) wholes.push_back(it->second);
  }
  std::sort(wholes.begin(), wholes.end());
  return wholes;
}

Relation Shares::relation(int share, int part, int whole) const {
  Relation out;
  out.rule = "share";
  out.formula = Formula::ratio;
  out.operands = {reading_.operand(share, "share"), reading_.operand(part, "part"),
                  reading_.operand(whole, "base")};
  out.terms = {{1, 1}};
  out.below = {{2, 1}};
  out.scale = 100;
  out.arguments = {{"part_name", std::string(reading_.at(part).label)},
                   {"base_name", std::string(reading_.at(whole).label)},
                   {"part", out.operands[1].printed + out.operands[1].unit},
                   {"base", out.operands[2].printed + out.operands[2].unit}};
  if (reading_.at(share).restated) out.reason = "restated";
  if (reading_.unfinished(share)) out.reason = "template";
  reading_.locate(out, part, share);
  return out;
}

/// The whole is what all parts give together.
Relation Shares::of_all(int share, int part, const PartList& list) const {
  Relation out = relation(share, part, part);
  out.operands.resize(1);
  out.terms.clear();
  out.below.clear();
  for (const int other : list.parts) {
    const int index = static_cast<int>(out.operands.size());
    out.operands.push_back(reading_.operand(other, "part"));
    if (other == part) out.terms.push_back({index, 1});
    out.below.push_back({index, 1});
  }
  const Operand& of = out.operands[static_cast<std::size_t>(out.terms[0].operand)];
  out.arguments = {{"part_name", std::string(reading_.at(part).label)},
                   {"part", of.printed + of.unit},
                   {"base", ""}};
  out.at_most = Severity::warning;
  return out;
}

/// A list without a total is the whole if each part has a share and at most one does not fit.
bool Shares::covers_whole(const PartList& list) const {
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < list.parts.size(); ++i) {
    if (list.shares[i] < 0) return false;
    if (evaluate(of_all(list.shares[i], list.parts[i], list)).status == CheckStatus::fail) ++wrong;
  }
  return wrong <= 1;
}

/// The last place of a share was changed so that all add to exactly 100.
void Shares::mark_plugged(Relation& relation, const PartList& list) const {
  Rational sum = 0;
  for (const int share : list.shares) {
    if (share < 0) return;
    sum += reading_.operand(share, "share").point;
  }
  const Verdict verdict = evaluate(relation);
  if (sum != 100 || verdict.status != CheckStatus::fail) return;
  if (verdict.gap <= 2 * relation.operands[0].half) relation.rule = "plug_rounding";
}

/// 占支出总额的Ⓟ, and no amount of that name: the total of the list if it fits; all parts together,
/// if their shares are of one whole and add to 100.
void Shares::in_list(int share, int part, const PartList& list,
                     std::vector<Relation>& readings) const {
  for (const int whole : list.totals) {
    Relation one = relation(share, part, whole);
    if (evaluate(one).status != CheckStatus::pass) continue;
    readings.push_back(std::move(one));
    return;
  }
  Rational sum = 0, half = 0;
  for (const int other : list.shares) {
    if (other < 0 || reading_.at(other).base != reading_.at(share).base) return;
    const Operand operand = reading_.operand(other, "share");
    sum += operand.point;
    half += operand.half;
  }
  if (list.parts.size() > 1 && sum - half <= 100 && 100 <= sum + half)
    readings.push_back(of_all(share, part, list));
}

void Shares::run(int share) {
  const int part = part_of(share);
  if (part < 0) return;
  const PartList* list = list_of(share);
  const bool named = !reading_.at(share).base.empty();
  std::vector<int> wholes;
  if (reading_.at(share).has_base) {
    if (reading_.same_unit(share - 1, part)) wholes = {share - 1};
  } else if (named) {
    wholes = wholes_named(share, part);
    if (wholes.empty()) wholes = wholes_afar(share, part);
  } else if (list != nullptr) {
    wholes = list->totals;
  }
  std::vector<Relation> readings;
  readings.reserve(wholes.size());
  for (const int whole : wholes) {
    readings.push_back(relation(share, part, whole));
    if (list != nullptr) mark_plugged(readings.back(), *list);
  }
  if (readings.empty() && list != nullptr) {
    if (named) in_list(share, part, *list, readings);
    if (!named && covers_whole(*list)) readings.push_back(of_all(share, part, *list));
  }
  if (readings.empty() && named) {
    readings.push_back(relation(share, part, part));
    readings.back().formula = Formula::statement;
    readings.back().operands.pop_back();
    readings.back().reason = "no_base";
  }
  add_likely(std::move(readings), "ambiguous_base", out_);
}

}  // namespace

void find_shares(const ProseReading& reading, const std::vector<PartList>& lists,
                 std::vector<Relation>& out) {
  Shares shares(reading, lists, out);
  for (int i = 0; i < static_cast<int>(reading.mentions.size()); ++i)
    if (reading.at(i).role == ProseRole::share) shares.run(i);
}

}  // namespace gouji
