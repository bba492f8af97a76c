// SPDX-License-Identifier: GPL-3.0-or-later
// gouji check: reads documents one by one and tells what does not agree.
#pragma once

#include <string>
#include <vector>

#include "output/check_words.h"
#include "output/findings.h"

namespace gouji {

enum class FindingsFormat { text, json, jsonl, sarif };

struct CheckRequest {
  std::vector<std::string> inputs;  ///< paths, "-" for standard input
  std::string output;               ///< "" = standard output
  FindingsFormat format = FindingsFormat::text;
  FindingChoice choice;
  Language language = Language::en;
  std::string accepted;  ///< path of the file of accepted findings, "" = none
  std::string encoding;
  std::string password;
  std::vector<std::string> pattern_folders;
  bool quiet = false;
};

/// Reads and writes, complains on standard error, gives the exit status: 1 if there is a finding of
/// severity error that nobody accepted.
int check(const CheckRequest& request);

/// Prints what a rule does, its formula, source and traps; `rule` empty: the names of all rules.
int explain_rule(const std::string& rule, const std::vector<std::string>& pattern_folders,
                 Language language);

}  // namespace gouji
