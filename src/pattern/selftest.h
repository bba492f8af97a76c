// SPDX-License-Identifier: GPL-3.0-or-later
// Every example of every pattern file, tried.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pattern/entry.h"

namespace gouji {

/// The entries in force with their examples: built-in ones, and those of `folders` in their place.
/// Errors: bad_pattern.
Result<std::vector<PatternEntry>> load_entries(const std::vector<std::string>& folders = {});

/// What an example did against its promise.
struct ExampleFailure {
  FilePlace place;  ///< of the example
  std::string id;
  std::string what;  ///< one sentence
};

/// Tries one example; `must_match` as its list says. Empty: it holds.
std::vector<ExampleFailure> try_example(const PatternEntry& entry, const Example& example,
                                        bool must_match);

struct SelfTestResult {
  int examples = 0;
  std::vector<ExampleFailure> failures;
};

/// Tries all examples of all entries.
SelfTestResult self_test(const std::vector<PatternEntry>& entries);

}  // namespace gouji
