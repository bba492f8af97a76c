// SPDX-License-Identifier: GPL-3.0-or-later
// Gives every file named (or found in the folders named) to the target, and then damaged forms of
// it: cut at some places, with some bytes changed. Says which file it is at, so that a crash names
// its input.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "fuzz/fuzz.h"

namespace {

/// Damaged forms of each file.
constexpr int kForms = 24;

void replay(const std::string& path) {
  const auto bytes = gouji::read_file(path);
  if (!bytes) return fuzz({});
  std::printf("%s\n", path.c_str());
  std::fflush(stdout);
  fuzz(*bytes);
  unsigned state = 1;
  const auto next = [&](std::size_t below) {
    state = state * 1664525U + 1013904223U;
    return static_cast<std::size_t>(state >> 8) % below;
  };
  for (int i = 0; i < kForms; ++i) {
    std::string damaged = *bytes;
    if (i % 3 == 0) damaged.resize(next(damaged.size()) + 1);
    for (int k = 0; k < 1 + i; ++k) damaged[next(damaged.size())] = static_cast<char>(next(256));
    fuzz(damaged);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> files;
  for (int i = 1; i < argc; ++i) {
    if (!std::filesystem::is_directory(argv[i])) {
      files.emplace_back(argv[i]);
      continue;
    }
    for (const auto& entry : std::filesystem::directory_iterator(argv[i]))
      files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  if (files.empty()) std::printf("no files\n");
  for (const std::string& file : files) replay(file);
  return files.empty() ? 1 : 0;
}
