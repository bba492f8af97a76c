// SPDX-License-Identifier: GPL-3.0-or-later
// What the program says to the person in front of it: always on standard error.
#pragma once

#include <string>

#include "gouji/result.h"

namespace gouji {

/// Prints "gouji: FILE: what; remedy" and gives the exit status that belongs to it.
int complain(const Error& error);

/// Prints "gouji: TEXT".
void say(const std::string& text);

/// A line on a terminal that tells how far a long work is. Silent when standard error is no
/// terminal, when it is switched off, and during the first half second.
class ProgressLine {
 public:
  explicit ProgressLine(bool enabled);
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const std::string& text);
  /// Takes the line away, before something else is printed.
  void clear();

 private:
  bool enabled_;
  bool shown_ = false;
  double started_;
  double last_ = 0;
};

}  // namespace gouji
