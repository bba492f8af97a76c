// SPDX-License-Identifier: GPL-3.0-or-later
// The operands of failed relations with all relations they stand in, and what would mend them.
#pragma once

#include <string>
#include <vector>

#include "check/evaluate.h"
#include "check/relation.h"
#include "check/repair.h"

namespace gouji {

/// One way to mend failed relations: another value of one figure, or a part that is counted twice
/// or not at all.
struct Suspicion {
  std::string ref;
  std::string printed;  ///< with its sign or unit where these are printed beside it
  Repair repair;
  int order = 0;           ///< of its figure among all suspects: reading order of the relations
  int broken = 0;          ///< the cost of the passed relations that it would break
  std::vector<int> mends;  ///< indices of failed relations, rising
  /// Repairs of one cause in different figures (one row missing in every column) share a name.
  std::string cause;

  /// Less is likelier: the cost of the slip and of what it breaks, less that of the errors which
  /// would have to be assumed otherwise.
  int cost(std::size_t mended) const;
};

/// Everything that would mend a failed relation, in a fixed order. At most `most` failed relations
/// are looked at. Pure.
std::vector<Suspicion> find_suspicions(const std::vector<Relation>& relations,
                                       const std::vector<Verdict>& verdicts, std::size_t most);

}  // namespace gouji
