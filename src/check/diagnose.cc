// SPDX-License-Identifier: GPL-3.0-or-later
// Roots by a greedy cover: the likeliest suspicion takes all failed relations that it mends, then
// the likeliest for the rest, until none is left. Costs only rise as relations are taken, so a heap
// whose top is counted anew finds the next one. A failed relation names first what took it, then
// its other suspicions by their cost, one a figure. Where several figures turn out to print the
// same wrong number for the same right one, the first stands for all.
#include "check/diagnose.h"

#include <algorithm>
#include <map>
#include <queue>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "check/suspicion.h"

namespace gouji {

namespace {

constexpr std::size_t kMostDiagnosed = 1000;  // failed relations: beyond, the table was misread
constexpr std::size_t kMostSuspects = 5;
constexpr std::size_t kDigitsOfUnitSlip = 3;
/// Two figures of so many digits hardly print the same wrong number by accident: one is copied.
constexpr std::ptrdiff_t kDigitsOfCopy = 4;

bool is_long(std::string_view number) {
  return std::count_if(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }) >=
         kDigitsOfCopy;
}

class Diagnosis {
 public:
  Diagnosis(const std::vector<Relation>& relations, const std::vector<Verdict>& verdicts)
      : relations_(relations),
        suspicions_(find_suspicions(relations, verdicts, kMostDiagnosed)),
        taken_by_(relations.size(), -1),
        of_(relations.size()) {}

  void run(std::vector<Check>& checks) {
    gather_causes();
    for (std::size_t i = 0; i < suspicions_.size(); ++i)
      for (const int relation : suspicions_[i].mends)
        of_[static_cast<std::size_t>(relation)].push_back(static_cast<int>(i));
    take_roots();
    join_copies();
    for (std::size_t i = 0; i < checks.size(); ++i)
      if (checks[i].status == CheckStatus::fail) name_suspects(i, checks);
    for (std::size_t i = 0; i < checks.size(); ++i)
      if (checks[i].status == CheckStatus::fail) checks[i].root = checks[root_of(i)].id;
  }

 private:
  void gather_causes();
  void take_roots();
  void join_copies();
  std::size_t root_of(std::size_t relation);
  void name_suspects(std::size_t relation, std::vector<Check>& checks) const;
  const Suspicion& at(int index) const { return suspicions_[static_cast<std::size_t>(index)]; }
  /// The relations that fall with a suspicion: its own, and those of its cause.
  const std::vector<int>& reach(int index) const {
    const auto found = of_cause_.find(at(index).cause);
    return found != of_cause_.end() ? found->second : at(index).mends;
  }
  bool is_one_cause(int a, int b) const {
    return b >= 0 && at(a).cause == at(b).cause && of_cause_.contains(at(a).cause);
  }
  int left(int index) const {
    int count = 0;
    for (const int relation : reach(index))
      if (taken_by_[static_cast<std::size_t>(relation)] < 0) ++count;
    return count;
  }

  const std::vector<Relation>& relations_;
  std::vector<Suspicion> suspicions_;
  std::map<std::string, std::vector<int>> of_cause_;  ///< relations of the causes of several
  std::vector<int> taken_by_;                         ///< one a relation
  std::vector<std::vector<int>> of_;                  ///< suspicions of each relation
  std::map<int, int> first_copy_;                     ///< suspicion → that of its first copy
  std::map<int, std::size_t> roots_;                  ///< suspicion → relation
};

void Diagnosis::gather_causes() {
  std::map<std::string, std::set<int>> gathered;
  for (const Suspicion& one : suspicions_)
    if (!one.cause.empty()) gathered[one.cause].insert(one.mends.begin(), one.mends.end());
  for (const auto& [cause, relations] : gathered)
    if (relations.size() > 1) of_cause_[cause] = {relations.begin(), relations.end()};
}

void Diagnosis::take_roots() {
  using Entry = std::tuple<int, int, int>;  // cost, order, suspicion: the least first
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  const auto entry = [&](int index) {
    return Entry(at(index).cost(static_cast<std::size_t>(left(index))), at(index).order, index);
  };
  for (int i = 0; i < static_cast<int>(suspicions_.size()); ++i) queue.push(entry(i));
  while (!queue.empty()) {
    const auto [cost, order, index] = queue.top();
    queue.pop();
    if (left(index) == 0) continue;
    const Entry now = entry(index);
    if (std::get<0>(now) > cost) {
      queue.push(now);
      continue;
    }
    for (const int relation : reach(index)) {
      int& taken = taken_by_[static_cast<std::size_t>(relation)];
      if (taken < 0) taken = index;
    }
  }
}

void Diagnosis::join_copies() {
  std::map<std::pair<std::string_view, std::string_view>, int> first;
  for (const int index : taken_by_) {
    if (index < 0) continue;
    const Suspicion& one = at(index);
    if (!one.ref.starts_with('t')) continue;  // prose repeats right amounts beside wrong rates
    if (!is_long(one.printed) || !is_long(one.repair.suggested)) continue;
    first_copy_[index] =
        first.emplace(std::pair(one.printed, one.repair.suggested), index).first->second;
  }
}

/// The check that stands for the cause: the first that states the suspected figure, else the first
/// that it took.
std::size_t Diagnosis::root_of(std::size_t relation) {
  if (taken_by_[relation] < 0) return relation;
  const auto copy = first_copy_.find(taken_by_[relation]);
  const int index = copy != first_copy_.end() ? copy->second : taken_by_[relation];
  const auto known = roots_.find(index);
  if (known != roots_.end()) return known->second;
  std::size_t root = relation;
  for (const int one : reach(index)) {
    const auto i = static_cast<std::size_t>(one);
    if (taken_by_[i] != index) continue;
    const Relation& candidate = relations_[i];
    if (candidate.stated < 0) continue;
    if (candidate.operands[static_cast<std::size_t>(candidate.stated)].ref != at(index).ref)
      continue;
    root = i;
    break;
  }
  roots_[index] = root;
  return root;
}

void Diagnosis::name_suspects(std::size_t relation, std::vector<Check>& checks) const {
  std::vector<int> order = of_[relation];
  const int first = taken_by_[relation];
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    const auto key = [&](int index) {
      const bool is_root = index == first || is_one_cause(index, first);
      return std::tuple(!is_root, at(index).cost(reach(index).size()), at(index).order, index);
    };
    return key(a) < key(b);
  });
  std::set<std::string_view> named;
  for (const int index : order) {
    const Suspicion& one = at(index);
    if (checks[relation].suspects.size() == kMostSuspects) break;
    if (!named.insert(one.ref).second) continue;
    Suspect suspect;
    suspect.ref = one.ref;
    suspect.printed = one.printed;
    suspect.suggested = one.repair.suggested;
    suspect.edit = name_of(one.repair.edit);
    suspect.explains.push_back(checks[relation].id);
    for (const int other : reach(index))
      if (static_cast<std::size_t>(other) != relation)
        suspect.explains.push_back(checks[static_cast<std::size_t>(other)].id);
    checks[relation].suspects.push_back(std::move(suspect));
  }
}

}  // namespace

void diagnose(const std::vector<Relation>& relations, const std::vector<Verdict>& verdicts,
              std::vector<Check>& checks) {
  const bool failed = std::any_of(checks.begin(), checks.end(), [](const Check& check) {
    return check.status == CheckStatus::fail;
  });
  if (failed) Diagnosis(relations, verdicts).run(checks);
}

int unit_slip(const Relation& relation, const Verdict& verdict) {
  if (verdict.status != CheckStatus::fail || relation.stated < 0) return 0;
  const auto& operand = relation.operands[static_cast<std::size_t>(relation.stated)];
  const auto digits = std::count_if(operand.printed.begin(), operand.printed.end(),
                                    [](char c) { return c >= '1' && c <= '9'; });
  const auto need = needed(relation, verdict, relation.stated);
  if (!need || static_cast<std::size_t>(digits) < kDigitsOfUnitSlip) return 0;
  int power = 0;
  for (const Repair& repair : repairs(operand, *need)) {
    if (repair.edit != Edit::unit) continue;
    if (power != 0) return 0;
    power = repair.power;
  }
  return power;
}

}  // namespace gouji
