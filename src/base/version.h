// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace gouji {

/// The version of the library, "0.1.0".
std::string_view version();

}  // namespace gouji
