// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the subject of a figure names what it should. Subjects are names, not quotations: they
// may say more or less than the expectation, but not something else.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace gouji::golden {

/// How like the name `found` is to `expected`, 0 … 1 (the same). 0 if one is a share, a change
/// upwards or downwards, or a degree of completion, and the other is not.
double subject_likeness(const std::string& expected, const std::string& found);

/// Is `found` a right subject for figure `at` of the expected figures: like one of its own names
/// (`subject`, `subject_accept`), and not more like that of a figure nearby?
bool is_right_subject(const nlohmann::ordered_json& figures, std::size_t at,
                      const std::string& found);

}  // namespace gouji::golden
