// SPDX-License-Identifier: GPL-3.0-or-later
// What problems and checks say to people, and how grave it is.
#pragma once

#include <string>

namespace gouji {

/// A sentence in the two languages of the tool.
struct Message {
  std::string zh;
  std::string en;
};

enum class Severity { error, warning, info };

}  // namespace gouji
