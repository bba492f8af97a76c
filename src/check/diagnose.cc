// SPDX-License-Identifier: GPL-3.0-or-later
#include "check/diagnose.h"

namespace gouji {

void diagnose(const std::vector<Relation>& relations, const std::vector<Verdict>& verdicts,
              std::vector<Check>& checks) {
  for (std::size_t i = 0; i < relations.size(); ++i)
    if (verdicts[i].status == CheckStatus::fail) checks[i].root = checks[i].id;
}

}  // namespace gouji
