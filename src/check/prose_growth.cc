// SPDX-License-Identifier: GPL-3.0-or-later
// A change and a rate that stand side by side (增加Ⓜ，增长Ⓟ) speak of an amount: that of the words
// before the change if it has a subject of its own (与上年相比，收、支总计各增加Ⓜ), else the
// nearest one before. The old value need not be printed: it is the new one less the change.
#include <algorithm>
#include <cstdlib>

#include "check/evaluate.h"
#include "check/prose_finders.h"

namespace gouji {

namespace {

constexpr int kSentencesBack = 1;  // 基本支出为Ⓜ。与上年相比增加Ⓜ：the sentence before, no further

/// A rate in the same sentence, without a subject of its own.
bool is_rate_beside(const ProseReading& reading, int change, int rate) {
  const Statement& all = reading.statement(change);
  if (rate < all.first || rate >= all.last) return false;
  const Mention& one = reading.at(change);
  const Mention& other = reading.at(rate);
  const bool in_bracket = other.depth == one.depth + 1 && other.bracket == change;  // （增长5%）
  return other.role == ProseRole::rate && other.sentence == one.sentence &&
         (in_bracket || (other.depth == one.depth && other.bracket == one.bracket)) &&
         other.label.empty();
}

/// The rate of a change: the next figure, or the one before (增长Ⓟ，增收Ⓜ) if that has no change of
/// its own.
int rate_of(const ProseReading& reading, int change) {
  if (is_rate_beside(reading, change, change + 1)) return change + 1;
  const int before = change - 1;
  const bool turned = reading.at(change).label.empty() && is_rate_beside(reading, change, before) &&
                      reading.at(before).direction == reading.at(change).direction &&
                      reading.at(before).segment == reading.at(change).segment;
  if (!turned) return -1;
  const bool taken = before > reading.statement(change).first &&
                     reading.at(before - 1).role == ProseRole::change &&
                     is_rate_beside(reading, before - 1, before);
  return taken ? -1 : before;
}

/// Also 收、支总计 of 收入、支出总计, or of 收入总计 and 支出总计.
bool same_thing(const ProseReading& reading, std::string_view change, std::string_view amount) {
  if (same_subject(change, amount)) return true;
  if (change.empty() || amount.empty() || !reading.words.both_sides.find(change, 0)) return false;
  return reading.words.both_sides.find(amount, 0) ||
         word_at_end(amount, reading.words.total) != nullptr;
}

/// 合计Ⓜ，其中AⓂ，BⓂ，比上年增加Ⓜ: behind a list of amounts alone, of its total or its last part.
bool follows_list(const ProseReading& reading, int change) {
  constexpr int kFewestParts = 2;
  int parts = 0;
  for (int i = change - 1; i > reading.statement(change).first; --i) {
    const Mention& part = reading.at(i);
    if (part.segment != reading.at(change).segment || !reading.is_amount(i)) return false;
    ++parts;
    const std::string_view words = reading.text(i, reading.at(i - 1).end, part.sign);
    if (word_in(words, reading.words.opening) != nullptr) return parts >= kFewestParts;
  }
  return false;
}

/// The amounts that a change may be of, the likeliest first.
std::vector<int> amounts_of(const ProseReading& reading, int change) {
  const Mention& one = reading.at(change);
  std::vector<int> found;
  bool other_sentence = false;
  for (int i = change - 1; i >= reading.statement(change).first; --i) {
    const Mention& amount = reading.at(i);
    if (one.sentence - amount.sentence > kSentencesBack && one.label.empty()) break;
    if (!reading.is_amount(i) || amount.depth != one.depth || !reading.same_unit(i, change))
      continue;
    if (!one.label.empty() && !same_thing(reading, one.label, amount.label)) continue;
    if (amount.sentence != one.sentence && !found.empty() && !other_sentence) break;
    other_sentence = amount.sentence != one.sentence;
    found.push_back(i);
    const bool nearest = !other_sentence && one.label.empty() && amount.segment == one.segment;
    if (nearest && !follows_list(reading, change)) break;
  }
  return found;
}

/// Where one of the amounts bears just that name, those that share its last words are others.
void keep_exact(const ProseReading& reading, std::string_view name, std::vector<int>& amounts) {
  const auto exact = [&](int i) { return reading.at(i).label == name; };
  if (std::any_of(amounts.begin(), amounts.end(), exact))
    amounts.erase(std::remove_if(amounts.begin(), amounts.end(), [&](int i) { return !exact(i); }),
                  amounts.end());
}

/// Amounts of the same name earlier in the section: the sentence speaks of its change alone.
std::vector<int> named_amounts(const ProseReading& reading, int change) {
  const Mention& one = reading.at(change);
  std::vector<int> found;
  if (one.label.empty()) return found;
  const int section = reading.passage(change).section;
  for (int i = reading.statement(change).first - 1; i >= 0; --i) {
    if (reading.passage(i).section != section) break;
    if (reading.is_amount(i) && reading.at(i).role != ProseRole::budget &&
        reading.same_unit(i, change) && same_thing(reading, one.label, reading.at(i).label))
      found.push_back(i);
  }
  keep_exact(reading, one.label, found);
  return found;
}

/// The amount is that of the year before the change.
bool is_of_year_before(const ProseReading& reading, int amount, int change) {
  const Figure& one = reading.figure(amount);
  const Figure& other = reading.figure(change);
  return one.year && other.year && *one.year == *other.year - 1;
}

/// The rate is right if the change or the amount had its point or its unit elsewhere: what makes a
/// rate of several digits so exactly is no accident.
bool by_a_slip(const Relation& relation) {
  constexpr std::size_t kFewestDigits = 3;
  const std::string& rate = relation.operands[0].printed;
  const auto digits = std::count_if(rate.begin(), rate.end(), [](char c) { return c != '.'; });
  if (static_cast<std::size_t>(digits) < kFewestDigits) return false;
  for (const std::size_t slipped : {1, 2})
    for (const int factor : {10, 100, 1000, 10000})
      for (const bool larger : {true, false}) {
        Relation tried = relation;
        Operand& one = tried.operands[slipped];
        const Rational by = larger ? Rational(factor) : Rational(BigInt(1), BigInt(factor));
        one.point *= by;
        one.half *= by;
        if (evaluate(tried).status == CheckStatus::pass) return true;
      }
  return false;
}

Relation growth(const ProseReading& reading, int amount, int change, int rate) {
  const int direction = reading.at(change).direction;
  const bool old = is_of_year_before(reading, amount, change);
  Relation out;
  out.rule = "growth";
  out.formula = Formula::ratio;
  out.operands = {reading.operand(rate, "rate"), reading.operand(change, "change"),
                  reading.operand(amount, old ? "old" : "new")};
  out.terms = {{1, 1}};
  out.below = {{2, 1}};
  if (!old) out.below.push_back({1, -direction});
  out.scale = 100;
  const Rational base = out.operands[2].point - (old ? 0 : direction) * out.operands[1].point;
  if (base < 0 && !by_a_slip(out)) out.reason = "negative_base";
  if (base == 0 && out.operands[1].point != 0) {  // all of it is new: no rate says that
    out.formula = Formula::statement;
    out.wording = "from_nothing";
    out.holds = out.operands[0].point == 0;
    out.at_most = Severity::info;
  }
  if (reading.at(rate).restated || reading.at(change).restated) out.reason = "restated";
  if (reading.unfinished(rate)) out.reason = "template";
  out.arguments = {{"name", std::string(reading.at(amount).label)}};
  const bool together = reading.at(amount).statement == reading.at(rate).statement;
  reading.locate(out, together ? amount : change, std::max(change, rate));
  return out;
}

/// 增加 beside 下降: one of the two is wrong, and no base can be computed.
bool contradict(const ProseReading& reading, int change, int rate, std::vector<Relation>& out) {
  if (reading.at(change).direction == reading.at(rate).direction) return false;
  Relation relation;
  relation.rule = "direction";
  relation.formula = Formula::statement;
  relation.operands = {reading.operand(rate, "rate"), reading.operand(change, "change")};
  relation.holds = relation.operands[0].point <= 0 || relation.operands[1].point <= 0;
  if (relation.holds) relation.reason = "undecided";  // a decrease printed as a negative increase
  if (reading.unfinished(rate)) relation.reason = "template";
  relation.wording = "opposite";
  relation.arguments = {{"word", std::string(reading.at(rate).lead)},
                        {"other", std::string(reading.at(change).lead)}};
  reading.locate(relation, change, rate);
  out.push_back(std::move(relation));
  return true;
}

/// 由Ⓜ增至Ⓜ，增长Ⓟ.
void old_and_new(const ProseReading& reading, int old, std::vector<Relation>& out) {
  const int fresh = old + 1;
  const Statement& all = reading.statement(old);
  if (fresh >= all.last || !reading.at(fresh).fresh || !reading.same_unit(old, fresh)) return;
  if (reading.at(fresh).sentence != reading.at(old).sentence) return;
  const int next = fresh + 1;
  if (next >= all.last || reading.at(next).sentence != reading.at(old).sentence) return;
  const Mention& said = reading.at(next);
  if (!said.label.empty() || said.direction == 0) return;
  Relation relation;
  const bool rate = said.role == ProseRole::rate;
  if (!rate && !(said.role == ProseRole::change && reading.same_unit(old, next))) return;
  relation.rule = rate ? "growth" : "difference";
  relation.formula = rate ? Formula::ratio : Formula::linear;
  relation.operands = {reading.operand(next, rate ? "rate" : "change"),
                       reading.operand(fresh, "new"), reading.operand(old, "old")};
  relation.terms = {{1, said.direction}, {2, -said.direction}};
  if (rate) relation.below = {{2, 1}};
  if (rate) relation.scale = 100;
  if (said.restated) relation.reason = "restated";
  if (reading.unfinished(next)) relation.reason = "template";
  reading.locate(relation, old, next);
  out.push_back(std::move(relation));
}

/// The only amount before, in the old value's own part of the sentence; -1 if there is another.
int new_value(const ProseReading& reading, int old) {
  const Mention& one = reading.at(old);
  int found = -1;
  for (int i = old - 1; i >= reading.statement(old).first; --i) {
    const Mention& other = reading.at(i);
    if (other.sentence != one.sentence || other.segment != one.segment) break;
    if (!reading.is_amount(i) || other.role == ProseRole::budget || other.depth != one.depth)
      continue;
    if (found >= 0) return -1;
    found = i;
  }
  return found >= 0 && reading.same_unit(found, old) ? found : -1;
}

/// Ⓜ，比上年同期Ⓜ增收Ⓜ，增长Ⓟ: the old value stands before the change.
bool against_old(const ProseReading& reading, int change, int rate, std::vector<Relation>& out) {
  const int old = change - 1;
  if (old < reading.statement(change).first || reading.at(old).role != ProseRole::old) return false;
  const Mention& one = reading.at(change);
  if (!one.label.empty() || reading.at(old).sentence != one.sentence) return false;
  if (!reading.same_unit(old, change)) return false;
  Relation relation;
  relation.rule = "growth";
  relation.formula = Formula::ratio;
  relation.operands = {reading.operand(rate, "rate"), reading.operand(change, "change"),
                       reading.operand(old, "old")};
  relation.terms = {{1, 1}};
  relation.below = {{2, 1}};
  relation.scale = 100;
  if (one.restated || reading.at(rate).restated) relation.reason = "restated";
  if (reading.unfinished(change)) relation.reason = "template";
  reading.locate(relation, old, std::max(change, rate));
  const int fresh = new_value(reading, old);
  if (fresh >= 0) {
    Relation difference = relation;
    difference.rule = "difference";
    difference.formula = Formula::linear;
    difference.operands = {reading.operand(change, "change"), reading.operand(fresh, "new"),
                           reading.operand(old, "old")};
    difference.terms = {{1, one.direction}, {2, -one.direction}};
    difference.below.clear();
    difference.scale = 1;
    difference.at_most = Severity::warning;
    out.push_back(std::move(difference));
  }
  out.push_back(std::move(relation));
  return true;
}

}  // namespace

bool same_subject(std::string_view a, std::string_view b) {
  constexpr std::size_t kShortest = 9;  // bytes: three characters; 收入 alone names nothing
  if (a == b) return !a.empty();
  const std::string_view shorter = a.size() < b.size() ? a : b;
  return shorter.size() >= kShortest && (a.size() < b.size() ? b : a).ends_with(shorter);
}

void add_likely(std::vector<Relation> readings, const char* reason, std::vector<Relation>& out) {
  if (readings.empty()) return;
  const auto holds = [](const Relation& one) { return evaluate(one).status == CheckStatus::pass; };
  const auto best = std::find_if(readings.begin(), readings.end(), holds);
  if (best != readings.end()) {
    out.push_back(std::move(*best));
    return;
  }
  Relation& first = readings.front();
  const bool choice = std::any_of(readings.begin() + 1, readings.end(), [&](const Relation& one) {
    for (std::size_t i = 0; i < one.operands.size() && i < first.operands.size(); ++i)
      if (one.operands[i].point != first.operands[i].point) return true;
    return one.operands.size() != first.operands.size();
  });
  if (choice && first.reason.empty()) first.reason = reason;
  out.push_back(std::move(first));
}

void find_growth(const ProseReading& reading, std::vector<Relation>& out) {
  const int count = static_cast<int>(reading.mentions.size());
  for (int i = 0; i < count; ++i) {
    if (reading.at(i).role == ProseRole::old) old_and_new(reading, i, out);
    if (reading.at(i).role != ProseRole::change) continue;
    const int rate = rate_of(reading, i);
    if (rate < 0 || contradict(reading, i, rate, out)) continue;
    if (against_old(reading, i, rate, out)) continue;
    std::vector<int> amounts = amounts_of(reading, i);
    if (amounts.empty()) amounts = named_amounts(reading, i);
    std::vector<Relation> readings;
    readings.reserve(amounts.size());
    for (const int amount : amounts) readings.push_back(growth(reading, amount, i, rate));
    add_likely(std::move(readings), "ambiguous_base", out);
  }
}

}  // namespace gouji
