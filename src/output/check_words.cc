// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/check_words.h"

#include <set>

namespace gouji {

CheckWords::CheckWords(const PatternSet& patterns, Language language) : language_(language) {
  const std::string folder = "message/check/";
  for (const Definition* definition : patterns.definitions(folder))
    words_[definition->id.substr(folder.size())] =
        definition->text(language == Language::zh ? "zh" : "en");
}

std::string CheckWords::operator()(std::string_view name, const Arguments& arguments) const {
  const auto found = words_.find(name);
  std::string out = found != words_.end() ? found->second : std::string(name);
  for (const auto& [key, value] : arguments) {
    const std::string slot = "{" + std::string(key) + "}";
    for (std::size_t at = out.find(slot); at != std::string::npos;
         at = out.find(slot, at + value.size()))
      out.replace(at, slot.size(), value);
  }
  return out;
}

std::vector<const Definition*> rules_once(const PatternSet& patterns) {
  std::vector<const Definition*> rules;
  std::set<std::string_view> names;
  for (const Definition* rule : patterns.definitions("check/rule/"))
    if (names.insert(rule->text("rule")).second) rules.push_back(rule);
  return rules;
}

}  // namespace gouji
