// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and lints one pattern file.
#pragma once

#include <string>
#include <string_view>

#include "pattern/entry.h"

namespace gouji {

/// The name of the file whose fragments all other files of its folder may use.
inline constexpr std::string_view kSharedFragmentsFile = "fragments.toml";

struct PatternFileText {
  std::string path;   ///< below the pattern folder, with '/': "outline/marker.toml"
  std::string shown;  ///< as messages name it
  std::string bytes;
};

/// How much is linted. `compile` off leaves out the trial compilation of expressions.
struct ParseOptions {
  bool compile = true;
};

/// Reads a file. `shared` are the fragments that stand in fragments.toml. Errors: bad_pattern, the
/// message begins with file:line:column.
Result<PatternFile> parse_pattern_file(const PatternFileText& file, const Fragments& shared,
                                       const ParseOptions& options = {});

/// Reads all files of a folder, in the order given. The fragments of its fragments.toml, then those
/// of `shared`, serve all of them. Two entries with the same id are an error.
Result<std::vector<PatternFile>> parse_pattern_files(const std::vector<PatternFileText>& files,
                                                     const Fragments& shared = {},
                                                     const ParseOptions& options = {});

}  // namespace gouji
