// SPDX-License-Identifier: GPL-3.0-or-later
// Every input starts with its shortest name; as long as some names clash, those inputs go on to
// their next longer one.
#include "cli/output_names.h"

#include <filesystem>
#include <map>

#include "base/file.h"

namespace gouji {
namespace {

/// Longer names are tried up to so many folders above the input.
constexpr int kMaxFolders = 8;

std::string name_of_length(const std::string& input, int length, const std::string& ending) {
  if (input == kStandardStream) return "standard-input" + ending;
  const std::filesystem::path path = std::filesystem::path(input).lexically_normal();
  if (length == 0) return path.stem().string() + ending;
  std::string name = path.filename().string() + ending;
  std::filesystem::path folder = path.parent_path();
  for (int i = 1; i < length && folder.has_filename(); ++i) {
    name = folder.filename().string() + "-" + name;
    folder = folder.parent_path();
  }
  return name;
}

}  // namespace

std::vector<std::string> output_names(const std::vector<std::string>& inputs,
                                      const std::string& ending) {
  std::vector<std::string> names;
  for (const std::string& input : inputs) names.push_back(name_of_length(input, 0, ending));
  for (int length = 1; length <= kMaxFolders; ++length) {
    std::map<std::string, int> uses;
    for (const std::string& name : names) ++uses[name];
    for (std::size_t i = 0; i < inputs.size(); ++i)
      if (uses[names[i]] > 1) names[i] = name_of_length(inputs[i], length, ending);
  }
  std::map<std::string, int> uses;
  for (std::string& name : names) {
    std::string unique = name;
    for (int number = 2; uses.count(unique) > 0; ++number)
      unique = name.substr(0, name.size() - ending.size()) + "-" + std::to_string(number) + ending;
    name = unique;
    ++uses[name];
  }
  return names;
}

}  // namespace gouji
