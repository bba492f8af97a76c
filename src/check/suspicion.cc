// SPDX-License-Identifier: GPL-3.0-or-later
// Operands are gathered by their reference, first those of failed relations, then every other
// relation that they stand in. For each operand every relation says what it needs it to be; a
// repair is what a failed one admits. It mends the failed relations that admit it, and breaks the
// passed ones that do not: each confirms the print with as many digits as it leaves no choice.
#include "check/suspicion.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace gouji {

namespace {

/// Another error somewhere: what a repair spares for each further relation that it mends.
constexpr int kAnotherError = 50;
/// A passed relation that a repair breaks: ten a digit that it confirms, but no more than that some
/// other operand of it is wrong too.
constexpr int kPerConfirmedDigit = 10, kMostBroken = 35;
/// A part that is counted twice, or missing: the slip itself.
constexpr int kPartCost = 13, kPerDigit = 10;
/// Rules whose relations have as many parts as there are: one part may be what is left of several.
constexpr std::string_view kSums = "sum.";
/// Relations of one operand that are looked at; a total of a large table stands in hundreds.
constexpr std::size_t kMostLinks = 400;

/// An operand of a relation.
struct Link {
  int relation = 0;
  int operand = 0;
};

struct Node {
  std::vector<Link> failed, passed;
};

class Finder {
 public:
  Finder(const std::vector<Relation>& relations, const std::vector<Verdict>& verdicts)
      : relations_(relations), verdicts_(verdicts) {}

  std::vector<Suspicion> find(std::size_t most);

 private:
  void gather(std::size_t most);
  void add_links(int relation, bool failed);
  void look_at(const Node& node, int order);
  void consider(const Node& node, const std::vector<std::optional<Need>>& failed,
                const std::vector<std::optional<Need>>& passed, Repair repair, int order);
  int broken_by(const Need& need, const Operand& operand, const Interval& value) const;
  void look_for_parts(int relation);
  void look_for_turned_sign(int relation);
  Suspicion suspicion(const Link& link, Repair repair) const;

  const Operand& operand(const Link& link) const {
    return relations_[static_cast<std::size_t>(link.relation)]
        .operands[static_cast<std::size_t>(link.operand)];
  }
  std::optional<Need> need_of(const Link& link) const {
    const auto at = static_cast<std::size_t>(link.relation);
    return needed(relations_[at], verdicts_[at], link.operand);
  }

  const std::vector<Relation>& relations_;
  const std::vector<Verdict>& verdicts_;
  std::unordered_map<std::string_view, int> node_of_;
  std::vector<Node> nodes_;
  std::vector<int> failed_;
  std::vector<Suspicion> out_;
};

void Finder::add_links(int relation, bool failed) {
  const Relation& one = relations_[static_cast<std::size_t>(relation)];
  for (std::size_t i = 0; i < one.operands.size(); ++i) {
    const std::string& ref = one.operands[i].ref;
    if (ref.empty()) continue;
    auto at = node_of_.find(ref);
    if (at == node_of_.end()) {
      if (!failed) continue;
      at = node_of_.emplace(ref, static_cast<int>(nodes_.size())).first;
      nodes_.emplace_back();
    }
    Node& node = nodes_[static_cast<std::size_t>(at->second)];
    std::vector<Link>& links = failed ? node.failed : node.passed;
    const bool twice = !links.empty() && links.back().relation == relation;
    if (!twice && links.size() < kMostLinks) links.push_back({relation, static_cast<int>(i)});
  }
}

void Finder::gather(std::size_t most) {
  for (std::size_t i = 0; i < relations_.size() && failed_.size() < most; ++i) {
    if (verdicts_[i].status != CheckStatus::fail) continue;
    if (relations_[i].formula == Formula::statement) continue;
    failed_.push_back(static_cast<int>(i));
    add_links(static_cast<int>(i), true);
  }
  if (failed_.empty()) return;
  for (std::size_t i = 0; i < relations_.size(); ++i)
    if (verdicts_[i].status == CheckStatus::pass) add_links(static_cast<int>(i), false);
}

Suspicion Finder::suspicion(const Link& link, Repair repair) const {
  const Operand& one = operand(link);
  Suspicion out;
  out.ref = one.ref;
  // A figure of prose has its unit beside it, one of a cell in the head of its table.
  const bool with_unit = one.unit == "%" || one.ref.starts_with('f');
  const std::string unit = with_unit ? one.unit : "";
  out.printed = one.printed + unit;
  if (!repair.suggested.empty()) repair.suggested += unit;
  out.repair = std::move(repair);
  out.mends = {link.relation};
  return out;
}

/// What it costs to assume that a passed relation passed by accident.
int Finder::broken_by(const Need& need, const Operand& operand, const Interval& value) const {
  if (need.admits(value)) return 0;
  if (!need.bounded()) return kPerConfirmedDigit;
  const Rational step = operand.half > 0 ? Rational(operand.half * 2) : abs(operand.scale);
  const Rational width = std::max(Rational(*need.high - *need.low), step);
  const Rational size = std::max(abs(operand.point), abs(value.high));
  return std::min(kMostBroken, kPerConfirmedDigit * std::max(1, digits_of(size / width)));
}

void Finder::consider(const Node& node, const std::vector<std::optional<Need>>& failed,
                      const std::vector<std::optional<Need>>& passed, Repair repair, int order) {
  const Interval value = Interval::around(repair.point, repair.half);
  Suspicion one = suspicion(node.failed.front(), std::move(repair));
  one.order = order;
  one.mends.clear();
  for (std::size_t i = 0; i < failed.size(); ++i)
    if (failed[i] && failed[i]->admits(value)) one.mends.push_back(node.failed[i].relation);
  for (std::size_t i = 0; i < passed.size(); ++i)
    if (passed[i]) one.broken += broken_by(*passed[i], operand(node.failed.front()), value);
  if (one.repair.edit == Edit::unit && one.ref.starts_with('t'))
    one.cause =
        "unit " + std::to_string(one.repair.power) + " " + one.ref.substr(0, one.ref.find('/'));
  out_.push_back(std::move(one));
}

void Finder::look_at(const Node& node, int order) {
  std::vector<std::optional<Need>> failed, passed;
  for (const Link& link : node.failed) failed.push_back(need_of(link));
  for (const Link& link : node.passed) passed.push_back(need_of(link));
  std::vector<Repair> found;
  for (std::size_t i = 0; i < failed.size(); ++i) {
    if (!failed[i]) continue;
    for (Repair& repair : repairs(operand(node.failed[i]), *failed[i])) {
      const auto same = std::find_if(found.begin(), found.end(), [&](const Repair& other) {
        return other.point == repair.point;
      });
      if (same == found.end())
        found.push_back(std::move(repair));
      else if (repair.cost < same->cost)
        *same = std::move(repair);
    }
  }
  for (Repair& repair : found) consider(node, failed, passed, std::move(repair), order);
}

/// "t3/r5" of "t3/r5c2".
std::string row_of(const std::string& ref) {
  return ref.substr(0, std::min(ref.find('c'), ref.size()));
}

/// A sum fails because a part is counted that should not be (its total counts it already), or
/// because one is not there.
void Finder::look_for_parts(int relation) {
  const Relation& one = relations_[static_cast<std::size_t>(relation)];
  const Verdict& verdict = verdicts_[static_cast<std::size_t>(relation)];
  if (one.formula != Formula::linear || one.stated < 0) return;
  if (one.comparison != Comparison::equal) return;
  if (one.terms.size() < 2 && !one.rule.starts_with(kSums)) return;
  const Interval stated = one.operands[static_cast<std::size_t>(one.stated)].interval();
  for (const Term& term : one.terms) {
    const Link link{relation, term.operand};
    if (operand(link).ref.empty() || operand(link).point == 0 || one.terms.size() < 2) continue;
    const Interval own = one.scale * term.factor * operand(link).interval();
    const Interval without = {verdict.range.low - own.low, verdict.range.high - own.high};
    if (!stated.meets(without)) continue;
    Repair repair;
    repair.edit = Edit::missing_part;
    repair.cost = kPartCost + kPerDigit * digits_of(Rational(one.terms.size()));
    out_.push_back(suspicion(link, std::move(repair)));
    out_.back().cause = "part " + row_of(out_.back().ref);
  }
  const Link link{relation, one.stated};
  const Rational off = verdict.stated - verdict.computed;
  if (off == 0 || (off > 0) != (verdict.stated > 0) || operand(link).ref.empty()) return;
  const Rational step =
      operand(link).half > 0 ? Rational(operand(link).half * 2) : abs(operand(link).scale);
  Repair repair;
  repair.edit = Edit::missing_part;
  repair.cost = kPartCost + kPerDigit * digits_of(abs(off) / step);
  out_.push_back(suspicion(link, std::move(repair)));
  out_.back().cause = "missing " + row_of(out_.back().ref);
}

/// Growth whose rate and change are right but point the other way.
void Finder::look_for_turned_sign(int relation) {
  const Relation& one = relations_[static_cast<std::size_t>(relation)];
  if (one.formula != Formula::ratio || one.stated < 0 || one.terms.size() != 1) return;
  const int change = one.terms[0].operand;
  const bool below = std::any_of(one.below.begin(), one.below.end(),
                                 [&](const Term& term) { return term.operand == change; });
  if (!below || change == one.stated) return;
  Relation turned = one;
  for (const int index : {change, one.stated}) {
    Operand& operand = turned.operands[static_cast<std::size_t>(index)];
    operand.point = -operand.point;
  }
  if (evaluate(turned).status != CheckStatus::pass) return;
  Repair repair;
  repair.edit = Edit::sign;
  repair.cost = kPartCost;
  const Operand& operand = one.operands[static_cast<std::size_t>(change)];
  repair.suggested =
      operand.printed.starts_with('-') ? operand.printed.substr(1) : "-" + operand.printed;
  out_.push_back(suspicion({relation, change}, std::move(repair)));
}

std::vector<Suspicion> Finder::find(std::size_t most) {
  gather(most);
  for (std::size_t i = 0; i < nodes_.size(); ++i) look_at(nodes_[i], static_cast<int>(i));
  for (const int relation : failed_) {
    look_for_parts(relation);
    look_for_turned_sign(relation);
  }
  for (Suspicion& one : out_) {
    const auto at = node_of_.find(one.ref);
    if (at != node_of_.end()) one.order = at->second;
  }
  return std::move(out_);
}

}  // namespace

int Suspicion::cost(std::size_t mended) const {
  return repair.cost + broken - kAnotherError * static_cast<int>(mended);
}

std::vector<Suspicion> find_suspicions(const std::vector<Relation>& relations,
                                       const std::vector<Verdict>& verdicts, std::size_t most) {
  return Finder(relations, verdicts).find(most);
}

}  // namespace gouji
