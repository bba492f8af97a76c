// SPDX-License-Identifier: GPL-3.0-or-later
// Word lists of the pattern files, to be looked up at a place of a text.
//
// Widths are folded on both sides (％ = %), blanks between the characters of a word are skipped: a
// PDF may print 平 方 米. Lookups cost one search and as many comparisons as words share a
// character.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "gouji/report.h"
#include "pattern/pattern_set.h"
#include "text/charclass.h"

namespace gouji {

/// A word with the attributes that figures use.
struct VocabularyWord {
  std::u32string text;  ///< width folded
  std::string unit;     ///< normalised unit; empty: the word itself
  std::string factor;   ///< plain decimal; empty: 1
  std::string kind;     ///< attribute, or the name of the list
  std::string subject;  ///< see patterns/figure/subject.toml
  int shift = 0;        ///< years
  int reach = 0;        ///< characters that may stand between the word and the number
  Bound bound = Bound::none;
  std::vector<std::u32string> not_before;
  std::vector<std::u32string> not_after;
};

class WordIndex {
 public:
  /// Which end of a word is looked at first: forward looks at the text from `at` on, backward at
  /// the text before `at`.
  enum class Way { forward, backward };

  explicit WordIndex(Way way = Way::forward) : way_(way) {}
  /// `kind` is the kind of words that name none. Words are found after finish().
  void add(const WordList& list, std::string_view kind);
  void finish();

  struct Hit {
    const VocabularyWord* word = nullptr;
    std::size_t other_end = 0;  ///< forward: behind the word; backward: its first character
    explicit operator bool() const { return word != nullptr; }
  };
  /// The longest word at `at` (forward), or the longest that ends at `at` (backward).
  Hit longest(std::u32string_view text, std::size_t at) const;
  /// May a word begin (forward) with this character? Never wrong when it says no.
  bool may_begin(char32_t c) const { return firsts_[fold_width(c) % kFirsts]; }

 private:
  static constexpr std::size_t kFirsts = 1U << 14U;  // hanzi fall apart well enough
  struct Group {
    char32_t first;
    std::size_t begin, end;
  };
  Hit match(const VocabularyWord& word, std::u32string_view text, std::size_t at) const;

  Way way_;
  std::vector<VocabularyWord> words_;  // grouped by first character, longest first
  std::vector<Group> groups_;          // by first character
  std::bitset<kFirsts> firsts_;
};

}  // namespace gouji
