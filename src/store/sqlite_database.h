// SPDX-License-Identifier: GPL-3.0-or-later
// A store in one file: SQLite.
#pragma once

#include <memory>

#include "store/database.h"

namespace gouji {

/// How an SQLite file is opened.
enum class OpenMode {
  write,  ///< created when it is not there
  read
};

/// How long a statement waits for another program that holds the database, milliseconds.
inline constexpr int kBusyTimeoutMs = 60'000;

/// Opens the file at `path`. Errors: not_found (reading), output, unknown_format (no SQLite file).
Result<std::unique_ptr<Database>> open_sqlite(const std::string& path, OpenMode mode,
                                              int busy_timeout_ms = kBusyTimeoutMs);

}  // namespace gouji
