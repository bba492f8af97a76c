// SPDX-License-Identifier: GPL-3.0-or-later
// How the tables of a store come to be, and how those of an older version follow.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "store/database.h"

namespace gouji {

/// One step: from a version to the one behind it.
struct Migration {
  int from = 0;
  std::function<std::string(const Database&)> statements;
};

/// All steps that lead to the version of this program.
struct SchemaHistory {
  int version = kSchemaVersion;
  std::vector<Migration> migrations;
};

/// What this program knows.
const SchemaHistory& schema_history();

/// Makes the tables in an empty database, or brings older ones to the present version, step by
/// step, all in one transaction. Error (output): the store is of a newer gouji, or of none.
Result<Done> prepare_schema(Database& database, const SchemaHistory& history = schema_history());

/// The version of the store's tables, 0 when there is no store.
Result<int> schema_version(Database& database);

}  // namespace gouji
