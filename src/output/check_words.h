// SPDX-License-Identifier: GPL-3.0-or-later
// The words of `gouji check` in one of the two languages (patterns/message/check.toml).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gouji/report.h"
#include "pattern/pattern_set.h"

namespace gouji {

enum class Language { zh, en };

class CheckWords {
 public:
  using Arguments = std::vector<std::pair<std::string_view, std::string>>;

  CheckWords(const PatternSet& patterns, Language language);

  /// The sentence of that name with its {names} filled in.
  std::string operator()(std::string_view name, const Arguments& arguments = {}) const;
  const std::string& of(const Message& message) const {
    return language_ == Language::zh ? message.zh : message.en;
  }
  Language language() const { return language_; }

 private:
  Language language_;
  std::map<std::string, std::string, std::less<>> words_;
};

/// The definitions of the rules, of a rule with several wordings the first; by name.
std::vector<const Definition*> rules_once(const PatternSet& patterns);

}  // namespace gouji
