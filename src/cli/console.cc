// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>

#include "cli/exit_status.h"

namespace gouji {
namespace {

/// Work shorter than this shows no progress, seconds.
constexpr double kQuietStart = 0.5;
/// Time between two states of the line, seconds.
constexpr double kRefresh = 0.1;

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

int complain(const Error& error) {
  say(error.remedy.empty() ? error.message : error.message + "; " + error.remedy);
  return exit_status(error.code);
}

void say(const std::string& text) {
  std::fprintf(stderr, "gouji: %s\n", text.c_str());
}

ProgressLine::ProgressLine(bool enabled)
    : enabled_(enabled && ::isatty(STDERR_FILENO) == 1), started_(now()) {}

void ProgressLine::show(const std::string& text) {
  if (!enabled_) return;
  const double time = now();
  if (time - started_ < kQuietStart || time - last_ < kRefresh) return;
  last_ = time;
  shown_ = true;
  std::fprintf(stderr, "\r\033[K%s", text.c_str());
}

void ProgressLine::clear() {
  if (shown_) std::fprintf(stderr, "\r\033[K");
  shown_ = false;
}

}  // namespace gouji
