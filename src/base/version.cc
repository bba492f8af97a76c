// SPDX-License-Identifier: GPL-3.0-or-later
// GOUJI_VERSION comes from the version of the project in CMakeLists.txt.
#include "base/version.h"

namespace gouji {

std::string_view version() {
  return GOUJI_VERSION;
}

}  // namespace gouji
