// SPDX-License-Identifier: GPL-3.0-or-later
// A figure is taken for an amount of the accounts in two ways: its subject, without the name of the
// reporting body, is a concept; or it follows the name of a class, with nothing but words of amount
// between them. Scope, basis and year come from the words nearest to it: its subject, else the
// headings above it.
#include "check/prose_facts.h"

#include <algorithm>

#include "base/utf8.h"
#include "check/class_path.h"
#include "check/operand.h"
#include "record/concept.h"
#include "record/table_view.h"

namespace gouji {

namespace {

constexpr std::size_t kGenericBytes = 4 * 3;  // 收入预算, 共计支出: four characters name nothing

class FactReader {
 public:
  explicit FactReader(const CheckInput& input)
      : input_(input),
        concepts_(input.patterns),
        levels_(input.patterns.words("check/word/class_level")),
        tails_(input.patterns.words("check/word/class_tail")),
        year_(main_year(input.document)),
        basis_(usual_basis(input.document)),
        department_(is_of_department(input)) {}

  std::vector<ProseFact> read();

 private:
  const Pattern& pattern(const char* name) const {
    return input_.patterns.pattern(std::string("check/fact/") + name);
  }
  const Figure& figure(const ProseFigure& one) const {
    return input_.figures.figures[static_cast<std::size_t>(one.figure)];
  }
  std::vector<ClassPath> class_paths(const Passage& passage) const;
  bool read_class(const Passage& passage, const std::vector<ClassPath>& paths,
                  const ProseFigure& one, ProseFact& fact) const;
  bool read_concept(const ProseFigure& one, ProseFact& fact) const;
  /// 收入总计 of a department's accounts is their 总计: both sides have the same.
  bool is_side_total(const std::string& subject) const {
    return pattern("side_total").find(subject, 0);
  }
  /// The words of the passage up to the figure.
  static std::string words_before(const ProseFigure& one, const ProseFact& fact) {
    return fact.passage->text.substr(0, one.offset);
  }
  bool read_three_public(const std::string& subject, ProseFact& fact) const;
  void set_scope(const std::string& words, const Maybe<std::string>& fund, ProseFact& fact) const;
  std::string class_of_heading(const Passage& passage) const;

  const CheckInput& input_;
  ConceptVocabulary concepts_;
  const WordList& levels_;
  const WordList& tails_;
  int year_;
  std::string basis_;
  bool department_;
};

/// Does the passage stand in a part of the document that speaks of something else?
std::string FactReader::class_of_heading(const Passage& passage) const {
  if (passage.section < 0) return {};
  const auto paths = class_paths_of(
      input_.outline.sections[static_cast<std::size_t>(passage.section)].title, levels_, tails_);
  return paths.empty() ? std::string() : paths.front().lei;
}

std::vector<ClassPath> FactReader::class_paths(const Passage& passage) const {
  std::vector<ClassPath> paths = class_paths_of(passage.text, levels_, tails_);
  for (ClassPath& one : paths)
    if (one.lei.empty()) one.lei = class_of_heading(passage);
  return paths;
}

bool FactReader::read_class(const Passage& passage, const std::vector<ClassPath>& paths,
                            const ProseFigure& one, ProseFact& fact) const {
  const ClassPath* path = nullptr;
  for (const ClassPath& candidate : paths)
    if (candidate.end <= one.offset) path = &candidate;
  if (path == nullptr) return false;
  std::size_t begin = path->end;
  bool first = true;
  for (const ProseFigure& other : passage.figures) {
    if (other.offset < path->end || other.offset >= one.offset) continue;
    first = false;
    begin = other.offset + 3;
  }
  const std::string words = passage.text.substr(begin, one.offset - begin);
  // 年初预算为X of final accounts is never what was spent.
  if (basis_ == "final_accounts" && pattern("opening_of_class").find(words, 0)) {
    fact.basis = "opening_budget";
  } else if (first && pattern("amount_of_class").match_whole(words)) {
    fact.basis = basis_;
  } else if (pattern("opening_of_class").find(words, 0)) {
    fact.basis = "opening_budget";
  } else if (pattern("final_of_class").find(words, 0)) {
    fact.basis = "final_accounts";
  } else {
    return false;
  }
  fact.path = *path;
  return true;
}

bool FactReader::read_three_public(const std::string& subject, ProseFact& fact) const {
  Match match;
  if (!pattern("three_public_total").find(subject, 0, &match)) return false;
  fact.concept_id = "three_public";
  fact.basis = basis_;
  if (match.group("opening").matched()) fact.basis = "opening_budget";
  if (match.group("budget").matched()) fact.basis = "budget";
  if (match.group("final").matched()) fact.basis = "final_accounts";
  fact.scope_printed = true;
  return true;
}

bool FactReader::read_concept(const ProseFigure& one, ProseFact& fact) const {
  std::string subject = folded(from_utf8(figure(one).subject.value_or("")));
  if (subject.empty() || pattern("of_change").find(subject, 0)) return false;
  const std::string issuer = folded(from_utf8(input_.document.issuer.value_or("")));
  if (!issuer.empty() && subject.rfind(issuer, 0) == 0) subject.erase(0, issuer.size());
  if (read_three_public(subject, fact)) return true;
  const Meaning meaning = concepts_.meaning_of(subject);
  if (meaning.year && *meaning.year != year_) return false;
  const bool side_total = department_ && is_side_total(subject);
  // 收入、支出总计为Ⓜ: the subject ends before 总计, which may be a verb.
  const bool bare = pattern("both_sides_bare").find(subject, 0);
  if (bare && !pattern("both_sides_before").find(words_before(one, fact), 0)) return false;
  if (side_total || bare || pattern("both_sides").find(subject, 0)) {
    fact.concept_id = "grand_total";
  } else if (meaning.concept_id) {
    fact.concept_id = *meaning.concept_id;
  } else {
    return false;
  }
  fact.basis = meaning.basis.value_or(basis_);
  fact.generic = subject.size() <= kGenericBytes && !side_total;
  set_scope(subject, meaning.fund, fact);
  return true;
}

void FactReader::set_scope(const std::string& words, const Maybe<std::string>& fund,
                           ProseFact& fact) const {
  fact.scope_printed = true;
  if (fund) {
    fact.scope = *fund;
    return;
  }
  if (pattern("fiscal_scope").find(words, 0)) {
    fact.scope = "fiscal";
    return;
  }
  fact.scope_printed = false;
  fact.scope = "all";
  const int section = fact.passage->section;
  if (section < 0) return;
  std::string titles = input_.outline.sections[static_cast<std::size_t>(section)].title;
  if (const auto& parent = input_.outline.sections[static_cast<std::size_t>(section)].parent)
    for (const Section& other : input_.outline.sections)
      if (other.id == *parent && other.level > 1) titles = other.title + titles;
  titles = folded(from_utf8(titles));
  if (const auto named = concepts_.fund_in(titles)) {
    fact.scope = *named;
  } else if (pattern("fiscal_scope").find(titles, 0)) {
    fact.scope = "fiscal";
  }
}

std::vector<ProseFact> FactReader::read() {
  std::vector<ProseFact> facts;
  if (year_ == 0 || basis_.empty()) return facts;
  int section = -2;
  bool skip = false;
  for (const Passage& passage : input_.prose.passages) {
    if (passage.figures.empty() || passage.heading) continue;
    if (passage.section != section) {
      section = passage.section;
      skip = is_annexed(input_, passage);
    }
    if (skip) continue;
    const std::vector<ClassPath> paths = class_paths(passage);
    for (const ProseFigure& one : passage.figures) {
      const Figure& printed = figure(one);
      if (printed.kind != FigureKind::money || printed.approximate || one.range ||
          printed.bound != Bound::none || printed.year.value_or(year_) != year_)
        continue;
      ProseFact fact;
      fact.passage = &passage;
      fact.figure = &one;
      fact.year = year_;
      if (read_class(passage, paths, one, fact)) {
        set_scope("", std::nullopt, fact);
        if (fact.path.kuan.empty() && fact.path.xiang.empty())
          fact.concept_id = concepts_.concept_of(fact.path.lei).value_or("");
      } else if (!paths.empty() || !read_concept(one, fact)) {
        continue;
      }
      facts.push_back(std::move(fact));
    }
  }
  return facts;
}

}  // namespace

bool is_annexed(const CheckInput& input, const Passage& passage) {
  const Pattern& glossary = input.patterns.pattern("check/fact/glossary");
  const auto& sections = input.outline.sections;
  int section = passage.section;
  while (section >= 0) {
    const Section& one = sections[static_cast<std::size_t>(section)];
    if (glossary.find(one.marker.value_or("") + one.title, 0)) return true;
    if (!one.parent) break;
    const auto parent = std::find_if(sections.begin(), sections.begin() + section,
                                     [&](const Section& s) { return s.id == *one.parent; });
    section =
        parent == sections.begin() + section ? -1 : static_cast<int>(parent - sections.begin());
  }
  return false;
}

bool is_of_department(const CheckInput& input) {
  const Pattern& department = input.patterns.pattern("check/fact/of_department");
  if (department.find(input.document.title.value_or(""), 0)) return true;
  return std::any_of(
      input.outline.sections.begin(), input.outline.sections.end(),
      [&](const Section& one) { return one.level == 1 && department.find(one.title, 0); });
}

int main_year(const DocumentInfo& document) {
  return document.fiscal_years.empty() ? 0 : document.fiscal_years.front();
}

std::string usual_basis(const DocumentInfo& document) {
  return document.kind == "final_accounts" || document.kind == "budget" ? document.kind : "";
}

std::vector<ProseFact> prose_facts(const CheckInput& input) {
  return FactReader(input).read();
}

Operand operand_of(const ProseFact& fact, const CheckInput& input, std::string role) {
  return operand_of(input.figures.figures[static_cast<std::size_t>(fact.figure->figure)],
                    std::move(role));
}

}  // namespace gouji
