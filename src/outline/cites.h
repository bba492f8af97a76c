// SPDX-License-Identifier: GPL-3.0-or-later
// Documents cited in prose.
#pragma once

#include <vector>

#include "gouji/report.h"
#include "layout/flow.h"
#include "outline/outline.h"
#include "pattern/pattern_set.h"

namespace gouji {

/// The documents that the prose cites by number (国发〔2021〕5号) or title (《…》), each once,
/// where it stands first.
std::vector<Cite> find_cites(const Flow& flow, const Outline& outline, const PatternSet& patterns);

}  // namespace gouji
