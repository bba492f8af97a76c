// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/names.h"

namespace gouji {

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "info";
  }
  return "info";
}

}  // namespace gouji
