// SPDX-License-Identifier: GPL-3.0-or-later
// A report against what a right reading gives (corpus/SLUG/expected.json), difference by
// difference.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace gouji::golden {

using Json = nlohmann::ordered_json;

/// One thing that is not as expected. `path` names it in the expectation, "tables[2].grid[3][4]",
/// or is "figures.extra[5个]" for something that should not be there; the known gaps are such
/// paths.
struct Difference {
  std::string path;
  std::string what;
};

struct CompareOptions {
  bool spans = true;  ///< ask for merged cells (PDF)
  bool dump = false;  ///< a text in which a merged cell stands once: rows without their empty cells
};

/// All differences, in the order of the expectation. Only what the expectation names is asked for;
/// white space counts nowhere.
std::vector<Difference> compare(const Json& expected, const Json& report,
                                const CompareOptions& options);

}  // namespace gouji::golden
