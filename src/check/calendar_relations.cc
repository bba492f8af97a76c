// SPDX-License-Identifier: GPL-3.0-or-later
// Years and dates: the year that a sentence of the form names is that of the document (or, behind
// 与 and 比, the one before), days are in the calendar, cited documents are not younger than the
// report.
//
// A wrong year is told only in documents of one department and where the sentence names the right
// year nowhere: reasons, laws and plans of other years are usual. Right years are told once a
// section.
#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string>
#include <tuple>

#include "check/prose_facts.h"
#include "check/statement.h"
#include "check/statement_finders.h"

namespace gouji {

namespace {

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

class YearFinder {
 public:
  YearFinder(const CheckInput& input, std::vector<Relation>& out)
      : input_(input), year_(main_year(input.document)), out_(out) {}

  void run();

 private:
  void look(const Passage& passage, const char* name, int expected);
  bool names_right_year(const Passage& passage) const {
    return passage.text.find(std::to_string(year_)) != std::string::npos;
  }

  const CheckInput& input_;
  int year_;
  std::vector<Relation>& out_;
  std::set<std::tuple<int, int, std::string>> told_;  ///< section, year, kind
};

void YearFinder::look(const Passage& passage, const char* name, int expected) {
  const Pattern& pattern = input_.patterns.pattern(std::string("check/calendar/") + name);
  Match match;
  for (std::size_t from = 0; pattern.find(passage.text, from, &match); from = match.whole.end) {
    const Group group = match.group("year");
    const std::string printed_year(group.in(passage.text));
    const int said = number(printed_year);
    const bool right = said == expected;
    // Only a near year is a slip of the form; others are of laws, plans and histories.
    if (!right && (said < year_ - 2 || said > year_ + 1 || names_right_year(passage) ||
                   passage.heading || expected != year_ || said > year_))
      continue;
    if (right && !told_.insert({passage.section, said, name}).second) continue;
    const std::string ref = owner_of(input_, passage);
    if (ref.empty()) continue;
    Relation relation = about(input_, passage, {group.begin, group.end}, "year");
    relation.formula = Formula::constant;
    relation.constant = expected;
    relation.at_most = right ? Severity::warning : Severity::info;
    Operand operand;
    operand.role = "stated";
    operand.ref = ref;
    operand.printed = printed_year;
    operand.point = said;
    operand.scale = 1;
    relation.operands.push_back(operand);
    if (expected != year_) {  // counted from the year of the document
      operand.role = "base";
      operand.printed = std::to_string(year_);
      operand.point = year_;
      relation.operands.push_back(std::move(operand));
    }
    relation.arguments = {{"word", printed_year}, {"expected", std::to_string(expected)}};
    out_.push_back(std::move(relation));
  }
}

void YearFinder::run() {
  if (year_ == 0 || usual_basis(input_.document).empty() || !is_of_department(input_)) return;
  for (const Passage& passage : input_.prose.passages) {
    if (passage.text.find("20") == std::string::npos) continue;
    look(passage, "compared_year", year_ - 1);
    look(passage, "own_year", year_);
    if (input_.document.kind == "final_accounts") look(passage, "as_of", year_);
  }
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
