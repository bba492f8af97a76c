// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts that are added up in the sentence: 收入Ⓜ，加上上级补助收入Ⓜ、上年结余Ⓜ，收入总计Ⓜ; and
// what is left: 收入Ⓜ，支出Ⓜ，当年结余Ⓜ. Which of the amounts before 加上 the addition begins with
// is told by the arithmetic; where it does not hold and there was a choice, nothing is said.
#include <algorithm>

#include "check/evaluate.h"
#include "check/prose_finders.h"

namespace gouji {

namespace {

constexpr std::size_t kMostHeads = 6;
constexpr int kMostFar = 12;
constexpr int kStatementsBack = 2;  // paragraphs: 收入 and 支出 each have their own

class Chains {
 public:
  Chains(const ProseReading& reading, std::vector<Relation>& out) : reading_(reading), out_(out) {}

  void addition(int first);
  void surplus(int left);

 private:
  bool begins(int index, const WordList& words) const;
  bool is_total(int index) const;
  std::vector<int> heads(int first) const;
  Relation sum(int total, const std::vector<int>& heads, const std::vector<Term>& parts) const;
  std::vector<Relation> readings(int total, const std::vector<int>& heads,
                                 const std::vector<Term>& parts) const;
  Relation balance(int left, const std::vector<Term>& terms) const;
  std::vector<int> named_before(int left, const WordList& words) const;

  const ProseReading& reading_;
  std::vector<Relation>& out_;
};

/// 加上 at the beginning, or behind the name of what stood before (一般收入加上…).
bool Chains::begins(int index, const WordList& words) const {
  constexpr std::size_t kLongWord = 6;  // bytes; 加 alone also stands in other words
  const std::string_view lead = strip_start(reading_.at(index).lead, reading_.words.list);
  if (strip_start(lead, words).size() < lead.size()) return true;
  return std::any_of(words.words.begin(), words.words.end(), [&](const Word& word) {
    return word.text.size() >= kLongWord && lead.find(word.text) != std::string_view::npos;
  });
}

bool Chains::is_total(int index) const {
  return word_at_end(reading_.at(index).label, reading_.words.total) != nullptr;
}

/// The amounts before 加上, of its sentence or, if there is none, of the one before.
std::vector<int> Chains::heads(int first) const {
  std::vector<int> heads;
  const Mention& one = reading_.at(first);
  int sentence = -1;
  for (int i = first - 1; i >= reading_.statement(first).first; --i) {
    const Mention& head = reading_.at(i);
    if (!reading_.is_amount(i) || head.depth != one.depth || !reading_.same_unit(i, first))
      continue;
    if (sentence >= 0 && head.sentence != sentence) break;
    sentence = head.sentence;
    heads.push_back(i);
    if (heads.size() == kMostHeads) break;
  }
  return heads;
}

/// Terms name mentions here, not operands.
Relation Chains::sum(int total, const std::vector<int>& heads,
                     const std::vector<Term>& parts) const {
  Relation out;
  out.rule = "sum.prose";
  out.operands = {reading_.operand(total, "total")};
  const auto add = [&](int mention, const Rational& factor) {
    out.terms.push_back({static_cast<int>(out.operands.size()), factor});
    out.operands.push_back(reading_.operand(mention, "part"));
  };
  for (auto head = heads.rbegin(); head != heads.rend(); ++head) add(*head, 1);
  for (const Term& part : parts) add(part.operand, part.factor);
  out.arguments = {{"name", std::string(reading_.at(total).label)}};
  out.at_most = Severity::warning;
  if (reading_.unfinished(total)) out.reason = "template";
  reading_.locate(out, heads.back(), total);
  return out;
}

/// The addition begins with one of the amounts before, or with the last ones of them together.
std::vector<Relation> Chains::readings(int total, const std::vector<int>& heads,
                                       const std::vector<Term>& parts) const {
  std::vector<Relation> out;
  for (const int head : heads) out.push_back(sum(total, {head}, parts));
  int far = 0;  // the head of a list that stands between
  for (int i = heads.back() - 1; i >= reading_.statement(total).first && far < kMostFar; --i) {
    if (!reading_.is_amount(i) || reading_.at(i).depth > 0 || !reading_.same_unit(i, total))
      continue;
    out.push_back(sum(total, {i}, parts));
    ++far;
  }
  for (std::size_t count = 2; count <= heads.size(); ++count)
    out.push_back(
        sum(total, {heads.begin(), heads.begin() + static_cast<std::ptrdiff_t>(count)}, parts));
  return out;
}

void Chains::addition(int first) {
  if (!reading_.is_amount(first) || !begins(first, reading_.words.chain)) return;
  const Mention& one = reading_.at(first);
  const std::vector<int> heads = this->heads(first);
  if (heads.empty()) return;
  std::vector<Term> parts;
  Rational sign = 1;
  for (int i = first; i < reading_.statement(first).last; ++i) {
    const Mention& next = reading_.at(i);
    if (next.sentence != one.sentence) break;
    if (next.depth != one.depth || !reading_.is_amount(i) || !reading_.same_unit(i, first))
      continue;
    if (i > first && is_total(i)) {
      add_likely(readings(i, heads, parts), "ambiguous_operand", out_);
      return;
    }
    if (begins(i, reading_.words.less)) sign = -1;
    if (begins(i, reading_.words.chain)) sign = 1;
    parts.push_back({i, sign});
  }
  if (parts.size() < 2) return;  // 全口径收入为Ⓜ: a total by its place alone, only if it holds
  const int total = parts.back().operand;
  parts.pop_back();
  for (Relation& relation : readings(total, heads, parts)) {
    if (evaluate(relation).status != CheckStatus::pass) continue;
    out_.push_back(std::move(relation));
    return;
  }
}

/// Amounts with one of the words in their names, in the statement and those just before.
std::vector<int> Chains::named_before(int left, const WordList& words) const {
  std::vector<int> found;
  const int from = reading_.at(left).statement - kStatementsBack;
  for (int i = left - 1; i >= 0 && reading_.at(i).statement >= from; --i) {
    if (reading_.passage(i).section != reading_.passage(left).section) break;
    if (!found.empty() && reading_.at(i).statement != reading_.at(found[0]).statement) break;
    if (reading_.is_amount(i) && reading_.at(i).depth == 0 && reading_.same_unit(i, left) &&
        word_in(reading_.at(i).label, words) != nullptr)
      found.push_back(i);
  }
  return found;
}

/// What came in less what was spent: where it does not hold, it is certain only if no other amount
/// stands between the three.
void Chains::surplus(int left) {
  if (!reading_.is_amount(left) || reading_.at(left).role == ProseRole::budget ||
      word_at_end(reading_.at(left).label, reading_.words.surplus) == nullptr)
    return;
  const std::vector<int> spent = named_before(left, reading_.words.spent);
  const std::vector<int> earned = named_before(left, reading_.words.earned);
  std::vector<Relation> readings;
  for (const int minus : spent)
    for (const int plus : earned) readings.push_back(balance(left, {{plus, 1}, {minus, -1}}));
  if (readings.empty()) return;
  std::vector<Term> all;
  for (const int plus : earned) all.push_back({plus, 1});
  for (const int minus : spent) all.push_back({minus, -1});
  if (all.size() > 2) readings.push_back(balance(left, all));
  add_likely(std::move(readings), "ambiguous_operand", out_);
}

Relation Chains::balance(int left, const std::vector<Term>& terms) const {
  Relation out;
  out.rule = "balance";
  out.operands = {reading_.operand(left, "surplus")};
  int first = left;
  for (const Term& term : terms) {
    out.terms.push_back({static_cast<int>(out.operands.size()), term.factor});
    out.operands.push_back(
        reading_.operand(term.operand, term.factor < 0 ? "expenditure" : "income"));
    if (reading_.at(term.operand).statement == reading_.at(left).statement)
      first = std::min(first, term.operand);
  }
  out.arguments = {{"name", std::string(reading_.at(left).label)}};
  out.at_most = Severity::warning;
  for (int i = first + 1; i < left; ++i) {
    const bool other = std::none_of(terms.begin(), terms.end(),
                                    [&](const Term& term) { return term.operand == i; });
    if (other && reading_.is_amount(i) && evaluate(out).status != CheckStatus::pass)
      out.reason = "ambiguous_operand";
  }
  if (reading_.unfinished(left)) out.reason = "template";
  reading_.locate(out, first, left);
  return out;
}

}  // namespace

void find_chains(const ProseReading& reading, std::vector<Relation>& out) {
  Chains chains(reading, out);
  for (int i = 0; i < static_cast<int>(reading.mentions.size()); ++i) {
    chains.addition(i);
    chains.surplus(i);
  }
}

}  // namespace gouji
