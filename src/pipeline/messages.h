// SPDX-License-Identifier: GPL-3.0-or-later
// What a problem says to people, in both languages: patterns/message/problem.toml has a sentence
// for each code.
#pragma once

#include <vector>

#include "gouji/report.h"
#include "pattern/pattern_set.h"

namespace gouji {

/// Fills `message` of every problem from the definition "message/problem/CODE", whose {names} are
/// replaced by the problem's arguments. A code without a definition gets its code and arguments as
/// message, so that nothing is silent.
void compose_messages(std::vector<Problem>& problems, const PatternSet& patterns);

}  // namespace gouji
