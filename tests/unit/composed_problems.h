// SPDX-License-Identifier: GPL-3.0-or-later
// Problems with their messages, as a reader of the report gets them.
#pragma once

#include <utility>
#include <vector>

#include "pattern/pattern_set.h"
#include "pipeline/messages.h"

namespace gouji {

inline std::vector<Problem> composed(std::vector<Problem> problems) {
  static const PatternSet patterns = *PatternSet::load();
  compose_messages(problems, patterns);
  return problems;
}

}  // namespace gouji
