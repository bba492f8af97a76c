// SPDX-License-Identifier: GPL-3.0-or-later
// What the program tells its caller when it ends (docs/report.md, "Exit status").
#pragma once

#include "gouji/result.h"

namespace gouji {

inline constexpr int kExitOk = 0;
inline constexpr int kExitFindings = 1;    ///< `check` found errors
inline constexpr int kExitUsage = 2;       ///< wrong usage, or a pattern file that is not valid
inline constexpr int kExitUnreadable = 3;  ///< an input could not be read, or an output not written

inline int exit_status(ErrorCode code) {
  return code == ErrorCode::usage || code == ErrorCode::bad_pattern ? kExitUsage : kExitUnreadable;
}

}  // namespace gouji
