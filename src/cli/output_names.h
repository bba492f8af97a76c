// SPDX-License-Identifier: GPL-3.0-or-later
// Names for the reports of several inputs in one folder.
#pragma once

#include <string>
#include <vector>

namespace gouji {

/// A file name for each input, in order, all different: the input's name with its ending replaced
/// ("report.pdf" → "report.json"); inputs that would clash keep their ending ("report.pdf.json"),
/// then take the names of their folders in front ("2023-report.pdf.json"), and the same path given
/// twice gets a number. Depends on the list alone.
std::vector<std::string> output_names(const std::vector<std::string>& inputs,
                                      const std::string& ending = ".json");

}  // namespace gouji
