// SPDX-License-Identifier: GPL-3.0-or-later
// The knowledge about Chinese fiscal reports, as data: pattern files (TOML) loaded, checked and
// compiled.
//
// This folder is the only user of RE2 and toml++. Patterns run in linear time, so a pattern file
// cannot hang the tool. docs/patterns.md describes the files for the analyst who edits them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gouji/result.h"

namespace gouji {

/// Where a named group of a match stands, bytes of the searched text, half-open. Not matched: begin
/// == end == npos.
struct Group {
  std::size_t begin = std::string_view::npos;
  std::size_t end = std::string_view::npos;

  bool matched() const { return begin != std::string_view::npos; }
  std::string_view in(std::string_view text) const {
    return matched() ? text.substr(begin, end - begin) : std::string_view();
  }
};

/// The outcome of a match: the whole, and the named groups in the order of the expression.
struct Match {
  Group whole;
  std::vector<std::pair<std::string_view, Group>> groups;  ///< names live as long as the PatternSet

  /// The group of that name; not matched if the expression has no such group.
  Group group(std::string_view name) const;
};

/// One regular expression of a pattern file with what the file says about it.
/// The expression is compiled at its first use; that is thread-safe.
class Pattern {
 public:
  const std::string& id()
      const;  ///< lower-case path: file path without ending, then the entry's own name
  const std::string& why() const;  ///< where the wording was met
  /// A further key of the entry as text ("" if the file has none): which keys a kind of pattern may
  /// have is fixed in pattern/kinds.cc, an unknown key is an error at loading.
  std::string_view attribute(std::string_view key) const;

  /// Does the expression match at the start of `text`? (Anchored at the start only.)
  bool match_start(std::string_view text, Match* match = nullptr) const;
  /// Does it match the whole of `text`?
  bool match_whole(std::string_view text, Match* match = nullptr) const;
  /// Its first match at or behind byte `from`. `text` gives the context for ^, $ and \b.
  bool find(std::string_view text, std::size_t from, Match* match = nullptr) const;

  struct Data;
  explicit Pattern(std::shared_ptr<const Data> data);

 private:
  std::shared_ptr<const Data> data_;
};

/// A word of a word list with what the file says about it.
struct Word {
  std::string text;
  std::vector<std::pair<std::string, std::string>> attributes;

  std::string_view attribute(std::string_view key) const;
};

/// A word list of a pattern file (vocabulary/…).
struct WordList {
  std::string id;
  std::string why;
  std::vector<Word> words;

  /// Is `text` one of the words? (Exact; O(log n).)
  bool contains(std::string_view text) const;
};

/// An entry of a pattern file that is neither an expression nor a word list: a kind of table, a
/// type of record.
struct Definition {
  std::string id;
  std::string why;
  std::vector<std::pair<std::string, std::vector<std::string>>>
      values;  ///< key → one or several texts
  std::vector<std::pair<std::string, std::vector<Pattern>>>
      patterns;  ///< key → one or several expressions (which keys: pattern/kinds.cc)

  /// The texts of a key; empty if there is none.
  const std::vector<std::string>& texts(std::string_view key) const;
  std::string_view text(std::string_view key) const;  ///< the first of texts(key), or ""
  /// The expressions of a key; empty if there is none.
  const std::vector<Pattern>& expressions(std::string_view key) const;
};

/// All pattern files in force: those built in, then those of the user's folders (an entry with the
/// same id replaces). Immutable after loading; thread-safe; cheap to copy.
class PatternSet {
 public:
  /// The built-in files (compiled into the library) and every *.toml below `folders`, in order of
  /// path. Errors: bad_pattern with "file:line:column: what is wrong" and the remedy.
  static Result<PatternSet> load(const std::vector<std::string>& folders = {});
  /// Only the files given, each as its path below patterns/ and its TOML. Errors: bad_pattern.
  static Result<PatternSet> load_texts(
      const std::vector<std::pair<std::string, std::string>>& files);

  /// The patterns whose id begins with `prefix` (e.g. "outline/marker/"), in the order of the
  /// files.
  const std::vector<const Pattern*>& patterns(std::string_view prefix) const;
  /// The pattern with that id; a bug if there is none (built-in code asks only for built-in ids).
  const Pattern& pattern(std::string_view id) const;
  /// The word list with that id; an empty list if there is none.
  const WordList& words(std::string_view id) const;
  /// The definitions whose id begins with `prefix` (e.g. "table/kind/").
  std::vector<const Definition*> definitions(std::string_view prefix) const;
  /// "sha256:…" over the contents of all files in force.
  const std::string& hash() const;

  struct Data;
  explicit PatternSet(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

 private:
  std::shared_ptr<const Data> data_;
};

}  // namespace gouji
