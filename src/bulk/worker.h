// SPDX-License-Identifier: GPL-3.0-or-later
// The process that reads documents, one at a time.
#pragma once

#include "bulk/channel.h"
#include "bulk/confine.h"
#include "bulk/task.h"
#include "gouji/extract.h"

namespace gouji {

/// Exit status of a worker that met its limit of memory.
inline constexpr int kWorkerOutOfMemory = 77;

/// Confines this process, then answers tasks until the other end closes. Never returns: the process
/// ends without running what the parent has at its exit.
[[noreturn]] void run_worker(Channel channel, const WorkerLimits& limits,
                             const Extractor& extractor);

/// The first packet of a worker.
std::string pack(const Confinement& held);
bool unpack(std::string_view packet, Confinement& held);
std::string pack(const Task& task);
bool unpack(std::string_view packet, Task& task);
/// Everything but the task itself, of which the number goes along.
std::string pack(const Outcome& outcome);
/// Takes the packet: its rows become those of the outcome without a copy.
bool unpack(std::string packet, Outcome& outcome);

}  // namespace gouji
