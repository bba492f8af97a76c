// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule that a finder names is defined, with all that a person may ask about it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "check/compose.h"

namespace gouji {
namespace {

std::set<std::string> defined(std::string_view folder, std::string_view key) {
  static const PatternSet patterns = *PatternSet::load();
  std::set<std::string> names;
  for (const Definition* one : patterns.definitions(std::string(folder)))
    names.insert(key.empty() ? one->id.substr(one->id.rfind('/') + 1)
                             : std::string(one->text(key)));
  return names;
}

/// What stands in quotes behind `before`, in the sources and the pattern files of the finders.
std::set<std::string> named(const std::string& before) {
  const std::regex form(before + "\"([a-z_.]+)\"");
  std::set<std::string> names;
  for (const char* folder : {"/src/check", "/patterns/check"})
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(GOUJI_SOURCE_DIR) + folder)) {
      const std::string name = entry.path().filename().string();
      if (name == "rule.toml" || name == "reason.toml") continue;
      std::ifstream file(entry.path());
      const std::string text{std::istreambuf_iterator<char>(file), {}};
      for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at)
        names.insert((*at)[1]);
    }
  return names;
}

TEST(Rules, WhatFindersNameIsDefined) {
  const std::set<std::string> rules = defined("check/rule/", "rule");
  for (const std::string& name : named("\\brule = ")) EXPECT_TRUE(rules.contains(name)) << name;
  const std::set<std::string> reasons = defined("check/reason/", "");
  for (const std::string& name : named("\\breason = ")) EXPECT_TRUE(reasons.contains(name)) << name;
}

TEST(Rules, SeveritiesAreKnown) {
  for (const std::string& name : defined("check/rule/", "severity"))
    EXPECT_TRUE(name == "error" || name == "warning" || name == "info") << name;
}

}  // namespace
}  // namespace gouji
