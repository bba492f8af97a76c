// SPDX-License-Identifier: GPL-3.0-or-later
// What a fiscal label means: its concept, and the year, fund and basis that stand around it.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gouji/quantity.h"
#include "pattern/pattern_set.h"

namespace gouji {

/// What a label says. Nothing is guessed: what is not printed is absent.
struct Meaning {
  Maybe<std::string> concept_id;  ///< name in patterns/vocabulary/concept.toml
  Maybe<int> year;
  Maybe<std::string> basis, fund;  ///< those of FiscalColumn
  bool prefixed = false;  ///< a year, fund, basis or scope was taken off to find the concept
  bool sure = false;      ///< the basis is that of a figure, known or not: 发行预计执行数
  bool bare = false;      ///< nothing but year, fund, basis and scope stands there
};

/// A concept as its pattern file describes it.
struct Concept {
  std::string name;
  std::string code;      ///< class of the classification, or ""
  std::string fund;      ///< the fund that the wording itself names, or ""
  bool balance = false;  ///< its lines stand beside the numbered ones
};

/// The wordings of patterns/vocabulary/concept.toml, for labels of tables and of prose alike. Build
/// once a document. Pure; thread-safe.
class ConceptVocabulary {
 public:
  explicit ConceptVocabulary(const PatternSet& patterns);

  /// Of a label or the subject of a figure; folded (record/table_view.h) and without its marker.
  Meaning meaning_of(std::string_view text) const;
  /// The concept alone; absent if the text names none.
  Maybe<std::string> concept_of(std::string_view text) const { return meaning_of(text).concept_id; }
  /// Null if there is none of that name.
  const Concept* find(std::string_view name) const;
  /// The concept of a class of the classification: "201", "301"; null if there is none.
  const Concept* of_code(std::string_view code) const;
  /// The concept of a part within a whole, each by its own concept: general_debt within debt_limit
  /// is general_debt_limit. Which of the two stands above is all one. Null if they make none.
  const Concept* within(std::string_view whole, std::string_view part) const;
  /// The concept that is the appropriation from a fund; null if there is none.
  const Concept* of_fund(std::string_view fund) const;
  /// The first year named in a text; in digits of either kind.
  Maybe<int> year_in(std::string_view text) const;
  /// A text without the names of funds in it: captions name budgets that are no basis.
  std::string without_funds(std::string_view text) const;
  /// The fund that a text names; absent if it names none or several.
  Maybe<std::string> fund_in(std::string_view text) const;

 private:
  struct Phrase {
    std::string text;
    std::string basis, fund;
    bool sure = false;                 ///< its basis holds of what is unknown too
    bool front = false, back = false;  ///< at which ends it may be taken off
  };
  /// By their first or last three bytes; the longest first.
  using PhraseIndex = std::unordered_map<std::uint32_t, std::vector<int>>;
  const Phrase* phrase_at_end(std::string_view key, bool front) const;
  const Concept* lookup(std::string_view key) const;
  bool reduce(std::string key, Meaning& meaning) const;
  bool strip(std::string& key, Meaning& meaning) const;
  bool strip_year(std::string& key, Meaning& meaning) const;
  void add_phrases(const WordList& list, bool front, bool back);

  std::vector<Concept> concepts_;
  std::unordered_map<std::string, int> wordings_;  ///< normal form → index into concepts_
  std::vector<Phrase> phrases_;                    ///< the longest first
  PhraseIndex at_front_, at_back_;
  std::map<std::pair<std::string, std::string>, int, std::less<>> within_;  ///< whole, part
  const Pattern& year_;
  const Pattern& bare_year_;
};

}  // namespace gouji
