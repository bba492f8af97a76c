// SPDX-License-Identifier: GPL-3.0-or-later
// Poppler and the C library end the process when memory runs out (abort), or run into a null
// pointer. The handler of these signals tells that from other crashes by errno, which the failed
// call left at ENOMEM.
#include "bulk/worker.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <filesystem>
#include <new>

#include "base/file.h"
#include "base/sha256.h"
#include "pipeline/stages.h"
#include "store/report_rows.h"
#include "store/store.h"

namespace gouji {
namespace {

/// A worker that has once taken so much memory ends after its answer and a fresh one takes its
/// place: the heap does not shrink again by itself. MB.
constexpr long kRenewAboveMb = 200;
/// Of a result, what is not rows, bytes: some names and counts.
constexpr std::int64_t kRoomForTheRest = std::int64_t{1} << 20;

extern "C" void on_crash(int number) {
  if (errno == ENOMEM) ::_exit(kWorkerOutOfMemory);
  std::signal(number, SIG_DFL);
  ::raise(number);
}

void handle_signals() {
  // The stack may be what has overflowed.
  static char stack[64 * 1024];
  stack_t other = {};
  other.ss_sp = stack;
  other.ss_size = sizeof stack;
  ::sigaltstack(&other, nullptr);
  for (const int number : {SIGABRT, SIGSEGV, SIGBUS}) {
    struct sigaction action = {};
    action.sa_handler = on_crash;
    action.sa_flags = SA_ONSTACK;
    ::sigaction(number, &action, nullptr);
  }
  // Ctrl-C goes to all processes of the terminal; the parent decides what becomes of the work.
  for (const int number : {SIGINT, SIGHUP}) std::signal(number, SIG_IGN);
  std::signal(SIGTERM, SIG_DFL);
}

double cpu_seconds() {
  rusage used = {};
  ::getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
         static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

long peak_mb() {
  rusage used = {};
  ::getrusage(RUSAGE_SELF, &used);
  return used.ru_maxrss / 1024;
}

void tell(const Report& report, Outcome& outcome) {
  outcome.document_kind = report.document.kind;
  outcome.pages = report.source.pages.value_or(0);
  for (const Problem& problem : report.problems) ++outcome.problems[problem.code];
  for (const Check& check : report.checks) {
    if (check.status != CheckStatus::fail) continue;
    outcome.errors += check.severity == Severity::error ? 1 : 0;
    outcome.warnings += check.severity == Severity::warning ? 1 : 0;
  }
}

/// A document that could not be read: its rows say why.
Outcome failed(const Task& task, const Error& error, Outcome outcome, const Extractor& extractor) {
  Report report = failed_report(task.path, error, extractor.parts().patterns);
  report.source.path = path_text(task.path);
  report.source.sha256 = outcome.sha256;
  report.source.bytes = outcome.bytes;
  outcome.failure = report.problems.front().code;
  outcome.message = report.problems.front().message.en;
  tell(report, outcome);
  outcome.rows = rows_of(report, outcome.failure);
  return outcome;
}

Outcome too_large(const Task& task, Outcome outcome, const Extractor& extractor) {
  Outcome fresh;
  fresh.kind = outcome.kind;
  fresh.sha256 = outcome.sha256;
  fresh.bytes = outcome.bytes;
  return failed(
      task,
      {ErrorCode::hostile, task.path + ": what was read of it is larger than a report can be",
       "a report is never that large; check what it is"},
      std::move(fresh), extractor);
}

Outcome read_document(const Task& task, const std::string& bytes, Outcome outcome,
                      const Extractor& extractor) {
  outcome.kind = OutcomeKind::read;
  Result<Report> report = extractor.extract_bytes(bytes, task.path);
  if (!report) return failed(task, report.error(), std::move(outcome), extractor);
  report->source.path = path_text(task.path);
  tell(*report, outcome);
  outcome.rows = rows_of(*report);
  return outcome;
}

Outcome answer(const Task& task, const Extractor& extractor) {
  Outcome outcome;
  // A pipe or device may never end.
  std::error_code ignored;
  const std::filesystem::file_status file = std::filesystem::status(task.path, ignored);
  const bool endless = std::filesystem::exists(file) && !std::filesystem::is_regular_file(file);
  const Result<std::string> bytes =
      endless ? Result<std::string>(
                    Error{ErrorCode::unreadable, task.path + ": is no regular file", "name files"})
              : read_file(task.path);
  if (!bytes) {
    outcome.kind = OutcomeKind::unread;
    outcome.failure = error_name(bytes.error().code);
    outcome.message = bytes.error().message;
    return outcome;
  }
  outcome.sha256 = sha256_hex(*bytes);
  outcome.bytes = static_cast<std::int64_t>(bytes->size());
  if (task.kind == TaskKind::read && outcome.sha256 == task.sha256)
    return read_document(task, *bytes, std::move(outcome), extractor);
  outcome.kind = task.kind == TaskKind::hash ? OutcomeKind::hashed : OutcomeKind::changed;
  return outcome;
}

}  // namespace

void run_worker(Channel channel, const WorkerLimits& limits, const Extractor& extractor) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  handle_signals();
  const Confinement held = confine(limits, channel.descriptor());
  bool good = channel.send(pack(held));
  std::string packet;
  while (good && channel.receive(packet, true) == Channel::Received::packet) {
    Task task;
    if (!unpack(packet, task)) break;
    allow_cpu(limits.seconds);
    const double start = cpu_seconds();
    errno = 0;
    try {
      Outcome outcome = answer(task, extractor);
      if (static_cast<std::int64_t>(outcome.rows.size()) > kMaxResultBytes - kRoomForTheRest)
        outcome = too_large(task, std::move(outcome), extractor);
      outcome.task.number = task.number;
      outcome.seconds = cpu_seconds() - start;
      good = channel.send(pack(outcome));
    } catch (const std::bad_alloc&) {
      ::_exit(kWorkerOutOfMemory);
    }
    if (peak_mb() > kRenewAboveMb) break;
  }
  ::_exit(0);
}

}  // namespace gouji
