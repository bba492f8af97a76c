// SPDX-License-Identifier: GPL-3.0-or-later
// A store that several machines share: PostgreSQL.
#pragma once

#include <memory>

#include "store/database.h"

namespace gouji {

/// Connects to the database at "postgresql://…" (what libpq takes). Errors: output (no connection,
/// libpq is not installed), usage (this gouji was built without PostgreSQL).
Result<std::unique_ptr<Database>> open_postgres(const std::string& address);

}  // namespace gouji
