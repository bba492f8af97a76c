// SPDX-License-Identifier: GPL-3.0-or-later
// Words that a finished report does not hold: alternatives, dots and notes of the form, figures
// without their unit. What they look like is data (patterns/check/wording.toml); every hit is a
// statement that does not hold.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "check/quick_find.h"
#include "check/statement.h"
#include "check/statement_finders.h"

namespace gouji {

namespace {

constexpr std::size_t kSignBytes = 3;  // of the sign of a figure in UTF-8

struct Hit {
  Words words, clause;
  const Pattern* pattern = nullptr;  ///< null: money without 元
  bool unit = false;                 ///< about a missing unit, not about words of the form
  bool info = false;
};

/// Every place of the passage that one of the patterns finds.
std::vector<Hit> hits_of_patterns(const Passage& passage,
                                  const std::vector<const Pattern*>& patterns) {
  std::vector<Hit> hits;
  const WordSieve sieve(passage.text);
  for (const Pattern* pattern : patterns) {
    if (!sieve.may_have_one_of(pattern->attribute("needs"))) continue;
    Match match;
    for (std::size_t from = 0; quick_find(*pattern, passage.text, from, &match);
         from = std::max(match.whole.end, from + 1)) {
      const Words words{match.whole.begin, match.whole.end};
      hits.push_back({words, clause_around(passage, words), pattern,
                      pattern->attribute("wording") == "unit",
                      pattern->attribute("severity") == "info"});
    }
  }
  return hits;
}

/// The one amount of a passage that lacks 元 (0.39万) where its neighbours have it.
void add_bare_multiplier(const CheckInput& input, const Passage& passage,
                         const WordList& multipliers, std::vector<Hit>& hits) {
  const ProseFigure* lacking = nullptr;
  int with = 0;
  for (const ProseFigure& one : passage.figures) {
    const Figure& figure = input.figures.figures[static_cast<std::size_t>(one.figure)];
    if (figure.kind != FigureKind::money || !figure.unit || figure.approximate || one.range)
      continue;
    if (!multipliers.contains(*figure.unit)) {
      ++with;
    } else if (lacking != nullptr || figure.value.find('.') == std::string::npos) {
      return;
    } else {
      lacking = &one;
    }
  }
  if (lacking == nullptr || with == 0) return;
  const Words words{lacking->offset, lacking->offset + kSignBytes};
  hits.push_back({words, clause_around(passage, words), nullptr, true, false});
}

Relation hit_relation(const CheckInput& input, const Passage& passage, const Hit& hit) {
  Relation relation = statement(input, passage, hit.words, "template_leftover", false);
  if (hit.unit) relation.wording = "unit";
  if (hit.info) relation.at_most = Severity::info;
  add_words(relation, "stated", owner_of(input, passage));
  return relation;
}

}  // namespace

void find_wording_relations(const CheckInput& input, std::vector<Relation>& out) {
  const auto& patterns = input.patterns.patterns("check/wording/");
  const WordList& multipliers = input.patterns.words("check/word/multiplier");
  for (const Passage& passage : input.prose.passages) {
    std::vector<Hit> hits = hits_of_patterns(passage, patterns);
    add_bare_multiplier(input, passage, multipliers, hits);
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit& a, const Hit& b) { return a.words.begin < b.words.begin; });
    // Several remains of one clause are one finding of each kind.
    std::array<std::size_t, 2> told = {0, 0};
    for (const Hit& hit : hits) {
      std::size_t& end = told[hit.unit ? 1 : 0];
      if (hit.words.begin < end) continue;
      end = hit.clause.end;
      out.push_back(hit_relation(input, passage, hit));
    }
  }
}

}  // namespace gouji
