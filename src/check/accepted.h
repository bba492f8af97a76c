// SPDX-License-Identifier: GPL-3.0-or-later
// Findings that somebody looked at and accepted, each with the reason: they are no longer told.
//
// A line of the file is a fingerprint, blanks, and the reason; "#" begins a comment line:
//
//   # 2024 final accounts, rounding of the published PDF
//   7f3a9c0211d4e6b8  the bureau confirmed the figure on 2024-09-03
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/report.h"
#include "gouji/result.h"

namespace gouji {

/// What tells a finding from others: 16 hexadecimal digits over its rule, its printed figures with
/// their roles and units, and its quotation. Pages, ids and the wording of messages do not count,
/// so it outlives a new layout of the same report.
std::string fingerprint(const Check& check);

class AcceptedFindings {
 public:
  /// Reads the lines of such a file. Errors: usage, with "name:line".
  static Result<AcceptedFindings> parse(std::string_view text, const std::string& name);

  /// The reason, or null if the finding is not accepted. Remembers that it was asked for.
  const std::string* reason(const std::string& fingerprint);
  /// Accepted findings that never occurred: fingerprint and reason, in the order of the file.
  std::vector<std::pair<std::string, std::string>> unused() const;

 private:
  std::vector<std::pair<std::string, std::string>> lines_;
  std::map<std::string, std::size_t, std::less<>> index_;
  std::set<std::size_t> used_;
};

}  // namespace gouji
