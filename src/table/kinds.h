// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of table a grid is (patterns/table/kind.toml).
#pragma once

#include <string>
#include <vector>

#include "pattern/pattern_set.h"
#include "table/grid.h"

namespace gouji {

/// Recognises kinds of tables. Build once a document.
class KindFinder {
 public:
  explicit KindFinder(const PatternSet& patterns);
  /// The name of the first definition whose caption fits, else of the first whose header words all
  /// stand in the leading rows; "generic".
  std::string kind_of(const Grid& grid) const;

 private:
  std::vector<const Definition*> definitions_;
};

}  // namespace gouji
