// SPDX-License-Identifier: GPL-3.0-or-later
// Years and dates: the year that a sentence of the form names is that of the document (or, behind
// 与 and 比, the one before), days are in the calendar, cited documents are not younger than the
// report.
//
// A wrong year is told only in documents of one department and where the paragraph names the right
// year nowhere: reasons, laws and plans of other years are usual. Which sentences leave no doubt is
// data (patterns/check/calendar.toml). Right years are told once a section.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "check/prose_facts.h"
#include "check/quick_find.h"
#include "check/statement.h"
#include "check/statement_finders.h"
#include "record/table_view.h"

namespace gouji {

namespace {

constexpr std::string_view kOwn = "own";
constexpr std::string_view kHeading = "check/calendar/own_heading";
constexpr int kNear = 5;            // years: what a slip of the form is off by at most
constexpr int kFewestAgreeing = 3;  // sentences that say another year than the title

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool is_day(int year, int month, int day) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const int days = kDays[static_cast<std::size_t>(month - 1)];
  return day <= days + (month == 2 && is_leap(year) ? 1 : 0);
}

/// A year that a sentence of the form names.
struct NamedYear {
  const Passage* passage = nullptr;
  const Pattern* pattern = nullptr;
  Group group;
  int year = 0;
};

class YearFinder {
 public:
  YearFinder(const CheckInput& input, std::vector<Relation>& out)
      : input_(input), year_(main_year(input.document)), out_(out) {}

  void run();

 private:
  void read(const Pattern& pattern);
  void judge_title();
  bool in_title(const Passage& passage) const;
  bool is_wrong(const NamedYear& one, int expected, bool warned) const;
  bool is_said(const NamedYear& one, int year) const;
  void tell(const NamedYear& one);
  Relation about_year(const Passage& passage, Words words, std::string word, int expected) const;

  const CheckInput& input_;
  int year_;
  std::vector<Relation>& out_;
  std::vector<NamedYear> named_;
  std::set<std::tuple<int, int, std::string_view>> told_;   ///< section, year, what was expected
  std::set<std::pair<const Passage*, std::size_t>> wrong_;  ///< places
};

void YearFinder::read(const Pattern& pattern) {
  const bool heading = pattern.id() == kHeading;
  for (const Passage& passage : input_.prose.passages) {
    if (passage.text.find("20") == std::string::npos || (heading && !passage.heading)) continue;
    Match match;
    for (std::size_t from = 0; quick_find(pattern, passage.text, from, &match);
         from = match.whole.end) {
      const Group group = match.group("year");
      named_.push_back({&passage, &pattern, group, number(group.in(passage.text))});
    }
  }
}

/// The passage is the title, or a line of it.
bool YearFinder::in_title(const Passage& passage) const {
  const std::string title = folded(from_utf8(input_.document.title.value_or("")));
  const std::string line = folded(from_utf8(passage.text));
  return !line.empty() && (title.find(line) != std::string::npos ||
                           (!title.empty() && line.find(title) != std::string::npos));
}

/// The sentences of the form agree on a year, and none says that of the title: the title is wrong.
void YearFinder::judge_title() {
  std::map<int, int> times;
  const std::string title = input_.document.title.value_or("");
  const std::string said = std::to_string(year_);
  if (title.find(said) == std::string::npos) return;
  for (const NamedYear& one : named_)
    if (one.pattern->attribute("expected") == kOwn && !in_title(*one.passage)) ++times[one.year];
  const auto most = std::max_element(
      times.begin(), times.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == times.end() || times.contains(year_) || most->second < kFewestAgreeing ||
      times.size() > 1 || std::abs(most->first - year_) > kNear)
    return;
  for (const Passage& passage : input_.prose.passages) {
    const std::size_t at = passage.text.find(said);
    if (at == std::string::npos || !in_title(passage)) continue;
    Relation relation = about_year(passage, {at, at + said.size()}, said, most->first);
    relation.formula = Formula::statement;
    relation.holds = false;
    relation.operands.clear();
    out_.push_back(std::move(relation));
    year_ = most->first;
    return;
  }
}

/// The sentence itself, or another of the passage, says that year.
bool YearFinder::is_said(const NamedYear& one, int year) const {
  return one.passage->text.find(std::to_string(year)) != std::string::npos;
}

/// Only a near year is a slip of the form; others are of laws, plans and histories.
bool YearFinder::is_wrong(const NamedYear& one, int expected, bool warned) const {
  const auto& years = input_.document.fiscal_years;
  if (years.size() > 1 && std::find(years.begin(), years.end(), one.year) != years.end())
    return false;
  if (std::abs(one.year - expected) > kNear || is_said(one, expected)) return false;
  if (expected != year_) return !is_said(one, one.year + 1);  // another pair of years
  return warned || (!one.passage->heading && one.year >= year_ - 2 && one.year < year_);
}

Relation YearFinder::about_year(const Passage& passage, Words words, std::string word,
                                int expected) const {
  Relation relation = about(input_, passage, words, "year");
  relation.formula = Formula::constant;
  relation.constant = expected;
  Operand operand;
  operand.role = "stated";
  operand.ref = owner_of(input_, passage);
  operand.printed = word;
  operand.point = number(word);
  operand.scale = 1;
  if (expected != year_) {  // counted from the year of the document
    relation.operands = {operand};
    operand.role = "base";
    operand.printed = std::to_string(year_);
    operand.point = year_;
  }
  relation.operands.push_back(std::move(operand));
  relation.arguments = {{"word", std::move(word)}, {"expected", std::to_string(expected)}};
  return relation;
}

/// Right years once a section, wrong ones each once.
void YearFinder::tell(const NamedYear& one) {
  const bool before = one.pattern->attribute("expected") != kOwn;
  const int expected = before ? year_ - 1 : year_;
  const std::string_view of = one.pattern->attribute("of");
  const std::string_view severity = one.pattern->attribute("wrong");
  const bool right = one.year == expected;
  const bool warned = severity == "warning";
  if (!of.empty() && of != input_.document.kind) return;
  if (!right && (severity.empty() || !is_wrong(one, expected, warned))) return;
  if (!right && is_annexed(input_, *one.passage)) return;
  if (right && !told_.insert({one.passage->section, one.year, before ? "before" : kOwn}).second)
    return;
  if (!right && !wrong_.insert({one.passage, one.group.begin}).second) return;
  if (owner_of(input_, *one.passage).empty()) return;
  Relation relation = about_year(*one.passage, {one.group.begin, one.group.end},
                                 std::string(one.group.in(one.passage->text)), expected);
  relation.at_most = right || warned ? Severity::warning : Severity::info;
  out_.push_back(std::move(relation));
}

void YearFinder::run() {
  if (year_ == 0 || usual_basis(input_.document).empty() || !is_of_department(input_)) return;
  const auto& patterns = input_.patterns.patterns("check/calendar/");
  // The forms that leave no doubt come first: what they say is not said again.
  for (const char* severity : {"warning", "info", ""})
    for (const Pattern* pattern : patterns)
      if (!pattern->attribute("expected").empty() && pattern->attribute("wrong") == severity)
        read(*pattern);
  if (input_.document.kind == "final_accounts") judge_title();
  for (const NamedYear& one : named_) tell(one);
}

void look_for_days(const CheckInput& input, std::vector<Relation>& out) {
  const Pattern& date = input.patterns.pattern("check/calendar/date");
  for (const Passage& passage : input.prose.passages) {
    Match match;
    for (std::size_t from = 0; date.find(passage.text, from, &match); from = match.whole.end) {
      const std::string_view text = passage.text;
      const bool good =
          is_day(number(match.group("year").in(text)), number(match.group("month").in(text)),
                 number(match.group("day").in(text)));
      Relation relation =
          statement(input, passage, {match.whole.begin, match.whole.end}, "date", good);
      relation.quote = printed(passage, input.flow, match.whole.begin, match.whole.end);
      add_words(relation, "stated", owner_of(input, passage));
      out.push_back(std::move(relation));
    }
  }
}

/// A report of the year N is written in N + 1: what it cites is not younger.
void look_for_young_cites(const CheckInput& input, std::vector<Relation>& out) {
  const int year = main_year(input.document);
  if (year == 0 || usual_basis(input.document).empty()) return;
  const Pattern& pattern = input.patterns.pattern("check/calendar/year_of_number");
  int latest = year + 1;
  for (const int other : input.document.fiscal_years) latest = std::max(latest, other + 1);
  if (input.document.issued_on)
    latest = std::max(latest, number(input.document.issued_on->substr(0, 4)));
  for (const Cite& cite : input.document.cites) {
    Match match;
    if (!cite.number || !pattern.find(*cite.number, 0, &match)) continue;
    const int cited = number(match.group("year").in(*cite.number));
    Relation relation;
    relation.rule = "date";
    relation.wording = "order";
    relation.formula = Formula::statement;
    relation.holds = cited <= latest;
    relation.quote = *cite.number;
    relation.at = cite.at;
    relation.at_most = Severity::info;
    relation.arguments = {{"expected", "<= " + std::to_string(latest)}};
    out.push_back(std::move(relation));
  }
}

}  // namespace

void find_calendar_relations(const CheckInput& input, std::vector<Relation>& out) {
  YearFinder(input, out).run();
  look_for_days(input, out);
  look_for_young_cites(input, out);
}

}  // namespace gouji
