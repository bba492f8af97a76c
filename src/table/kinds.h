// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of table a grid is (patterns/table/kind.toml).
#pragma once

#include <string>
#include <vector>

#include "pattern/pattern_set.h"
#include "table/grid.h"

namespace gouji {

struct Kind {
  std::string name = "generic";
  bool is_form = false;  ///< labels stand beside their values, not in header rows
};

/// Recognises kinds of tables. Build once a document.
class KindFinder {
 public:
  explicit KindFinder(const PatternSet& patterns);
  /// The first definition whose caption fits, else the first whose header words all stand in the
  /// leading rows; "generic".
  Kind kind_of(const Grid& grid) const;

 private:
  std::vector<const Definition*> definitions_;
};

}  // namespace gouji
