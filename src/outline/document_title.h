// SPDX-License-Identifier: GPL-3.0-or-later
// The title of a document.
#pragma once

#include <string>
#include <vector>

#include "outline/entry.h"

namespace gouji {

/// The blocks that print the title, in order, and what they read together; empty if no title is
/// printed.
struct DocumentTitle {
  std::vector<int> blocks;
  std::string text;
  /// Lines around the title that are no prose: subtitle, issuer, date on a cover.
  std::vector<int> around;
};

DocumentTitle find_title(const std::vector<Entry>& entries, const Flow& flow,
                         const PatternSet& patterns);

/// Marks the entries of the title and of what stands around it as aside.
void set_title_aside(std::vector<Entry>& entries, const Flow& flow, const PatternSet& patterns);

}  // namespace gouji
