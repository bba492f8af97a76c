// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/messages.h"

#include <string>
#include <string_view>

namespace gouji {

namespace {

std::string filled(std::string_view sentence, const Problem& problem) {
  std::string out(sentence);
  for (const auto& [name, value] : problem.arguments) {
    const std::string slot = "{" + name + "}";
    for (std::size_t at = out.find(slot); at != std::string::npos;
         at = out.find(slot, at + value.size())) {
      out.replace(at, slot.size(), value);
    }
  }
  return out;
}

std::string bare(const Problem& problem) {
  std::string out = problem.code;
  for (const auto& [name, value] : problem.arguments) out += " " + name + "=" + value;
  return out;
}

}  // namespace

void compose_messages(std::vector<Problem>& problems, const PatternSet& patterns) {
  for (Problem& problem : problems) {
    std::string id = "message/problem/" + problem.code;
    if (!problem.wording.empty()) id += "_" + problem.wording;
    for (const Definition* definition : patterns.definitions(id)) {
      if (definition->id != id) continue;
      problem.message = {filled(definition->text("zh"), problem),
                         filled(definition->text("en"), problem)};
    }
    if (problem.message.en.empty()) problem.message = {bare(problem), bare(problem)};
  }
}

}  // namespace gouji
