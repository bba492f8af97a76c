// SPDX-License-Identifier: GPL-3.0-or-later
// Which keys the entries of a pattern file may have. The table stands in kinds.cc.
#pragma once

#include <initializer_list>
#include <string_view>

namespace gouji {

/// Where an example must match: how the stage that uses the file calls the pattern.
enum class Anchor { anywhere, start, whole };

/// What a key of a definition holds.
enum class ValueForm {
  text,        ///< one text
  texts,       ///< one text or an array of texts
  expression,  ///< one expression or an array of expressions, RE2
};

struct DefinitionKey {
  std::string_view name;
  ValueForm form = ValueForm::text;
  bool required = false;
};

/// The rules of all files whose path below patterns/ (without ending) begins with `prefix`.
struct FileRules {
  std::string_view prefix;
  Anchor anchor = Anchor::anywhere;
  std::initializer_list<std::string_view> pattern_keys;  ///< attributes of a [[pattern]]
  std::initializer_list<std::string_view> word_keys;     ///< attributes of a word
  std::initializer_list<DefinitionKey> definition_keys;
  /// The key of a definition whose texts or expressions the match and reject examples are tried on;
  /// "" = definitions of this file have no examples.
  std::string_view example_key = {};
};

/// The rules with the longest prefix that fits `path`; rules without any key if none does.
const FileRules& rules_of_file(std::string_view path);

}  // namespace gouji
