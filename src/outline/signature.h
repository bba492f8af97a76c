// SPDX-License-Identifier: GPL-3.0-or-later
// Who signed a document, and when.
#pragma once

#include <optional>
#include <string>

#include "layout/flow.h"
#include "pattern/pattern_set.h"
#include "table/grid.h"

namespace gouji {

struct Signature {
  std::optional<std::string> date;  ///< ISO
  std::optional<std::string> body;  ///< as printed
};

/// The signature block: a line that is nothing but a full date, with the name of a body in the line
/// above it (or, below a title, beside it). Empty if there is none.
Signature find_signature(const Flow& flow, const Tables& tables, const PatternSet& patterns);

}  // namespace gouji
