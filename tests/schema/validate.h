// SPDX-License-Identifier: GPL-3.0-or-later
// Validates JSON against the schema that gouji ships.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace gouji::testing_support {

/// What is wrong with `report`, one line for each finding ("<root>[sections][0]: …"); empty =
/// valid.
std::vector<std::string> schema_errors(const nlohmann::ordered_json& report);

}  // namespace gouji::testing_support
