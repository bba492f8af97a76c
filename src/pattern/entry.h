// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of a pattern file as it was read: what the loader, the packer and the self-test share.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "pattern/pattern_set.h"

namespace gouji {

/// A place in a pattern file. Line and column count from 1, columns in code points; 0 = the whole
/// file.
struct FilePlace {
  std::string file;
  int line = 0;
  int column = 0;

  /// "file:line:column", or "file".
  std::string str() const;
};

/// A text that must or must not match, with the named groups that a match must deliver.
struct Example {
  std::string text;
  std::vector<std::pair<std::string, std::string>> groups;
  FilePlace place;
};

enum class PatternEntryKind : std::uint8_t { pattern, words, definition };

/// One [[pattern]], [[words]] or [[definition]]. Fragments are already put into the expressions.
struct PatternEntry {
  PatternEntryKind kind = PatternEntryKind::pattern;
  std::string id;
  std::string why;
  std::string expression;                                                     ///< pattern
  std::vector<std::pair<std::string, std::string>> attributes;                ///< pattern
  std::vector<Word> words;                                                    ///< words
  std::vector<std::pair<std::string, std::vector<std::string>>> values;       ///< definition: texts
  std::vector<std::pair<std::string, std::vector<std::string>>> expressions;  ///< definition
  std::vector<Example> match, reject;  ///< absent in the packed form of the built-in files
  FilePlace place;
};

/// Named parts of expressions: name → expression, fragments already put in.
using Fragments = std::vector<std::pair<std::string, std::string>>;

/// A file that was read without error.
struct PatternFile {
  std::string path;
  Fragments fragments;
  std::vector<PatternEntry> entries;
};

}  // namespace gouji
