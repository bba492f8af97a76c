// SPDX-License-Identifier: GPL-3.0-or-later
// Every problem that the code can raise has a sentence, and every sentence a problem that raises
// it.
#include "pipeline/messages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace gouji {
namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream out;
  out << file.rdbuf();
  return out.str();
}

/// Names of definitions in patterns/message/problem.toml.
std::set<std::string> sentences() {
  std::set<std::string> names;
  const Result<PatternSet> patterns = PatternSet::load();
  for (const Definition* definition : patterns->definitions("message/problem/"))
    names.insert(definition->id.substr(std::string("message/problem/").size()));
  return names;
}

TEST(Messages, AreComposedFromPatternsAndArguments) {
  const Result<PatternSet> patterns = PatternSet::load();
  ASSERT_TRUE(patterns.has_value());
  std::vector<Problem> problems(2);
  problems[0].code = "page_without_text";
  problems[0].wording = "scan";
  problems[0].arguments = {{"page", "3"}, {"images", "2"}};
  problems[1].code = "unheard_of";
  problems[1].arguments = {{"count", "7"}};
  compose_messages(problems, *patterns);
  EXPECT_EQ(problems[0].message.en,
            "page 3 has no text layer but 2 image(s): a scan; its content is not read");
  EXPECT_EQ(problems[0].message.zh, "第3页没有文字层，有2幅图像：应为扫描页，其内容未读取");
  EXPECT_EQ(problems[1].message.en, "unheard_of count=7");
}

TEST(Messages, EveryCodeOfTheSourcesHasASentence) {
  const std::set<std::string> known = sentences();
  const std::regex code(R"re((?:problem\(|\.code = |add_count\(|add_problem\()\s*"([a-z_]+)")re");
  int seen = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::string(GOUJI_SOURCE_DIR) + "/src")) {
    if (entry.path().extension() != ".cc") continue;
    const std::string text = contents(entry.path());
    for (std::sregex_iterator at(text.begin(), text.end(), code), end; at != end; ++at) {
      const std::string name = (*at)[1];
      ++seen;
      const auto longer = known.lower_bound(name);
      EXPECT_TRUE(longer != known.end() && longer->rfind(name, 0) == 0)
          << entry.path() << ": " << name << " has no sentence in patterns/message/problem.toml";
    }
  }
  EXPECT_GT(seen, 10) << "the expression no longer finds how problems are made";
}

}  // namespace
}  // namespace gouji
