// SPDX-License-Identifier: GPL-3.0-or-later
// What a worker is asked to do, and what comes of it.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace gouji {

enum class TaskKind {
  hash,  ///< only the hash of the file: the document may be known already
  read
};

struct Task {
  TaskKind kind = TaskKind::hash;
  std::uint64_t number = 0;
  std::string path;
  std::string sha256;  ///< to read: the bytes that are expected
  int crashes = 0;     ///< workers that it has brought down
  int kills = 0;       ///< workers that somebody else killed over it
};

enum class OutcomeKind {
  hashed,         ///< `sha256`, `bytes`
  read,           ///< `rows` hold a report, also when its `failure` says why it could not be read
  unread,         ///< the file could not be opened; `failure`, `message`
  changed,        ///< the bytes are not those expected; `sha256`, `bytes` are those there now
  timed_out,      ///< over the limit of time; the worker is gone
  out_of_memory,  ///< over the limit of memory; the worker is gone
  crashed,        ///< the worker is gone, by itself; `signal`
  killed          ///< the worker was killed by somebody else, again and again
};

struct Outcome {
  OutcomeKind kind = OutcomeKind::crashed;
  Task task = {};
  std::string sha256 = {};
  std::int64_t bytes = 0;
  std::string failure = {};  ///< code of a problem
  std::string message = {};
  std::string document_kind = {};
  int pages = 0;
  int errors = 0;    ///< checks that failed
  int warnings = 0;  ///< … with the severity warning
  double seconds = 0;
  std::map<std::string, int> problems = {};  ///< code → how many
  int signal = 0;
  std::string rows = {};  ///< store/row_batch.h
};

/// What a task may use.
struct WorkerLimits {
  int seconds = 60;      ///< wall time, and CPU time
  int memory_mb = 1024;  ///< address space beyond that of the program itself
};

}  // namespace gouji
