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

std::string_view name_of(CheckStatus status) {
  switch (status) {
    case CheckStatus::pass:
      return "pass";
    case CheckStatus::fail:
      return "fail";
    case CheckStatus::not_checked:
      return "not_checked";
  }
  return "not_checked";
}

}  // namespace gouji
