// SPDX-License-Identifier: GPL-3.0-or-later
// Takes rights away from the process that reads documents of strangers.
#pragma once

#include <string>

#include "bulk/task.h"

namespace gouji {

/// What holds of a worker.
struct Confinement {
  bool system_calls = false;  ///< seccomp: no network, no file written, removed or run, no process
  bool memory = false;        ///< RLIMIT_AS
};

/// Confines this process for good: no new privileges, no core dump, no file larger than a result,
/// no more address space than `limits` allow, and the system calls that reading needs. What the
/// kernel or the build does not have is left out; the result says so. `keep` stays open, all other
/// descriptors but the standard ones are closed, and those lead nowhere.
Confinement confine(const WorkerLimits& limits, int keep);

/// Gives the process `seconds` more of CPU time before it is ended (SIGXCPU).
void allow_cpu(int seconds);

/// Largest result of a document, bytes: the process that stores holds one of them. The largest of
/// the real documents, 173 pages of tables, has 3 MB.
inline constexpr std::int64_t kMaxResultBytes = std::int64_t{96} << 20;

}  // namespace gouji
