// SPDX-License-Identifier: GPL-3.0-or-later
// Which checks of a report are told, and how many there are of each kind.
#pragma once

#include <string>
#include <vector>

#include "check/accepted.h"
#include "gouji/report.h"

namespace gouji {

/// What is asked for.
struct FindingChoice {
  Severity least = Severity::info;  ///< told from this severity on
  std::vector<std::string> rules;   ///< names, or "sum.*"; empty = all
  bool passes = false;              ///< tell what holds too
  bool not_checked = false;         ///< … and what could not be checked
};

/// A check that is told. Of the relations that one wrong figure breaks only the root cause is.
struct Finding {
  const Check* check = nullptr;
  std::string fingerprint;               ///< of a fail, else ""
  std::string accepted;                  ///< the reason; "" = not accepted
  std::vector<const Check*> same_cause;  ///< what fails for the same cause besides, in order
};

/// Counts over the chosen rules, whatever is told: root causes by severity, accepted ones apart.
struct FindingCounts {
  int errors = 0, warnings = 0, infos = 0, accepted = 0;
  int passes = 0, not_checked = 0;

  FindingCounts& operator+=(const FindingCounts& other);
};

struct Findings {
  std::vector<Finding> told;  ///< in the order of the report; accepted ones included
  FindingCounts counts;
};

/// Does a rule belong to the choice?
bool chosen(const FindingChoice& choice, const std::string& rule);

/// `told` points into the report.
Findings choose_findings(const Report& report, const FindingChoice& choice,
                         AcceptedFindings& accepted);

/// The figure that a finding is about, as printed: the first suspect, else the stated operand; ""
/// if there is none.
std::string marked_text(const Report& report, const Check& check);
/// The printed text of a figure or cell; "" for other references.
std::string text_of(const Report& report, const std::string& ref);

}  // namespace gouji
