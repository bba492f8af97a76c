// SPDX-License-Identifier: GPL-3.0-or-later
// Relations between printed figures that were recomputed: plain data, a part of the report.
#pragma once

#include <string>
#include <vector>

#include "gouji/message.h"
#include "gouji/place.h"
#include "gouji/quantity.h"

namespace gouji {

enum class CheckStatus { pass, fail, not_checked };

/// A printed figure that takes part in a check.
struct CheckOperand {
  std::string role;   ///< "total", "part", "base", "share", "rate", "stated" …
  std::string ref;    ///< a figure, section or item of the report, or a cell "t3/r5c2"
  std::string value;  ///< as printed, a plain decimal; "" where words stand
  Maybe<std::string> unit;
};

/// An operand of a failed check that may be the wrong one.
struct Suspect {
  std::string ref;
  /// Plain decimals, with the sign or unit that stands beside the figure ("15.62%", "33.08万元" in
  /// prose, "33.08" in a cell); `suggested` is "" where none can be said.
  std::string printed, suggested;
  std::string edit;  ///< "digit", "transposition", "decimal_point", "unit", "sign",
                     ///< "missing_part"
  std::vector<std::string> explains;  ///< ids of the checks that would pass, this one first
};

/// A relation that was recomputed. Numbers are plain decimals (a fraction "p/q" where no decimal is
/// exact) in `unit`.
struct Check {
  std::string id;
  std::string rule;  ///< a name of patterns/check/rule.toml
  CheckStatus status = CheckStatus::not_checked;
  Maybe<Severity> severity;  ///< of a fail
  Message message;
  std::string formula;
  Maybe<std::string> stated, computed, difference;
  Maybe<std::string> width;  ///< how far the printed digits leave the computed value open: small is
                             ///< a strong check
  Maybe<std::string> unit;
  std::vector<CheckOperand> operands;
  std::vector<Suspect> suspects;
  Maybe<std::string> root;    ///< of a fail: id of the check that stands for its cause
  std::string quote;          ///< the printed words, up to 120 characters
  Maybe<std::string> reason;  ///< of not_checked
  At at;
};

}  // namespace gouji
