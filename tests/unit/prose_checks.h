// SPDX-License-Identifier: GPL-3.0-or-later
// The relations that prose holds and their verdicts, as lines of text, so that tests read as
// tables.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "check/checks.h"
#include "check/compose.h"
#include "check/evaluate.h"
#include "check/finders.h"
#include "figure/figures.h"

namespace gouji::testing_support {

/// A document of paragraphs, one a line. "# " makes the line a heading, "- " an item.
class ProseDocument {
 public:
  explicit ProseDocument(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      add(text.substr(0, end));
      text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
  }

  /// "rule: verdict [severity or reason]: formula" of each relation.
  std::vector<std::string> checks() const {
    static const PatternSet patterns = PatternSet::load().value();
    static const FigureScanner scanner(patterns);
    const Tables tables;
    const Figures figures = find_figures(flow_, tables, outline_, patterns, scanner);
    const Prose prose = read_prose(flow_, tables, outline_, figures);
    const DocumentInfo document;
    const std::vector<Record> records;
    const std::vector<Problem> problems;
    const CheckInput input{flow_,   tables,   outline_, document, figures,
                           records, problems, prose,    patterns};
    std::vector<Relation> relations;
    find_prose_relations(input, relations);
    std::stable_sort(relations.begin(), relations.end(), [](const Relation& a, const Relation& b) {
      return std::pair(a.at.unit, a.at.begin) < std::pair(b.at.unit, b.at.begin);
    });
    std::vector<std::string> out;
    for (const Relation& relation : relations) out.push_back(line_of(relation, patterns));
    return out;
  }

 private:
  static std::string line_of(const Relation& relation, const PatternSet& patterns) {
    const Check check = compose_check(relation, evaluate(relation), RuleBook(patterns));
    if (check.status == CheckStatus::not_checked)
      return fmt::format("{}: not checked ({})", check.rule, check.reason.value_or("?"));
    std::string verdict = "pass";
    if (check.status == CheckStatus::fail)
      verdict = *check.severity == Severity::error     ? "error"
                : *check.severity == Severity::warning ? "warning"
                                                       : "info";
    if (relation.formula == Formula::statement) return fmt::format("{}: {}", check.rule, verdict);
    return fmt::format("{}: {}: {}", check.rule, verdict, formula_of(relation));
  }

  static std::string sum_of(const Relation& relation, const std::vector<Term>& terms) {
    std::string out;
    for (const Term& term : terms) {
      const Operand& one = relation.operands[static_cast<std::size_t>(term.operand)];
      out += term.factor < 0                        ? " - "
             : out.empty()                          ? ""
             : relation.formula == Formula::product ? " * "
                                                    : " + ";
      out += one.printed + (relation.below.empty() ? "" : one.unit);
    }
    return terms.size() > 1 && !relation.below.empty() ? "(" + out + ")" : out;
  }

  /// The numbers as printed; those of a ratio with their units.
  static std::string formula_of(const Relation& relation) {
    constexpr const char* kSigns[] = {" = ", " <= ", " >= ", " < ", " > "};
    std::string out = "100";
    if (relation.stated >= 0) {
      const Operand& stated = relation.operands[static_cast<std::size_t>(relation.stated)];
      out = stated.printed + (relation.below.empty() ? "" : stated.unit);
    }
    out += kSigns[static_cast<std::size_t>(relation.comparison)];
    if (relation.formula == Formula::constant) return out + "100";
    out += sum_of(relation, relation.terms);
    return relation.below.empty() ? out : out + " / " + sum_of(relation, relation.below);
  }

  void add(std::string_view line) {
    const bool heading = line.starts_with("# ");
    const bool item = line.starts_with("- ");
    if (heading || item) line.remove_prefix(2);
    Block block;
    const auto number = static_cast<std::uint32_t>(flow_.blocks.size());
    for (const char32_t c : from_utf8(line)) {
      const auto at = static_cast<std::int32_t>(block.text.size());
      block.text.push_back(c, {number, at, at + 1});
    }
    flow_.lines.lines.push_back({static_cast<std::int32_t>(number) + 1, 0, 0});
    if (heading) {
      Section section;
      section.id = fmt::format("s{}", outline_.sections.size() + 1);
      section.title = line;
      outline_.sections.push_back(section);
    }
    if (item) {
      Item one;
      one.id = fmt::format("i{}", outline_.items.size() + 1);
      outline_.items.push_back(one);
    }
    Owner owner;
    owner.block = static_cast<std::int32_t>(number);
    owner.end = static_cast<std::uint32_t>(block.text.size());
    owner.section = static_cast<int>(outline_.sections.size()) - 1;
    owner.item = item ? static_cast<int>(outline_.items.size()) - 1 : -1;
    owner.heading = heading;
    outline_.owners.push_back(owner);
    flow_.blocks.push_back(std::move(block));
  }

  Flow flow_;
  Outline outline_;
};

/// A case of a table-driven test: a document and the checks that it must give, in order.
struct ProseCase {
  const char* name;
  const char* text;
  std::vector<std::string> checks;
};

inline void PrintTo(const ProseCase& one, std::ostream* out) {
  *out << one.name;
}

}  // namespace gouji::testing_support
