// SPDX-License-Identifier: GPL-3.0-or-later
// The version stands in a table of its own with one row. A step that fails takes all steps of its
// run with it: both databases undo DDL.
#include "store/migrations.h"

#include <fmt/format.h>

namespace gouji {
namespace {

/// A number for Database::lock() that no document has (those have 52 bits): "gouji" in ASCII.
constexpr std::int64_t kSchemaLock = std::int64_t{0x676F756A69} << 20;

std::string whole_schema(const Database& database, int version) {
  std::string ddl = fmt::format(
      "CREATE TABLE gouji_schema (version INTEGER NOT NULL);\n"
      "INSERT INTO gouji_schema (version) VALUES ({});\n",
      version);
  for (const TableSchema& table : report_tables()) ddl += database.ddl(table);
  ddl += fmt::format(
      "CREATE UNIQUE INDEX documents_by_sha256 ON documents (sha256);\n"
      "CREATE TABLE paths (path TEXT NOT NULL PRIMARY KEY, document {} REFERENCES documents (id) "
      "DEFERRABLE INITIALLY DEFERRED, failure TEXT, message TEXT);\n"
      "CREATE INDEX paths_by_document ON paths (document);\n",
      database.big_integer());
  for (const View& view : views())
    ddl += fmt::format("CREATE VIEW {} AS {};\n", view.name, view.select);
  return ddl;
}

Result<Done> migrate(Database& database, const SchemaHistory& history, int version) {
  while (version < history.version) {
    const Migration* step = nullptr;
    for (const Migration& one : history.migrations)
      if (one.from == version) step = &one;
    if (step == nullptr)
      return Error{ErrorCode::output,
                   fmt::format("the store has tables of version {}, from which no way leads to {}",
                               version, history.version),
                   "import into a new store"};
    Result<Done> done = database.execute(step->statements(database));
    if (!done) return done;
    ++version;
  }
  return database.execute(fmt::format("UPDATE gouji_schema SET version = {}", version));
}

Result<Done> prepare(Database& database, const SchemaHistory& history) {
  Result<Done> locked = database.lock(kSchemaLock);
  if (!locked) return locked;
  const Result<int> version = schema_version(database);
  if (!version) return version.error();
  if (*version > history.version)
    return Error{ErrorCode::output,
                 fmt::format("the store has tables of version {}, this gouji knows {}", *version,
                             history.version),
                 "use the gouji that made it, or a newer one"};
  if (*version == history.version) return Done{};
  return *version == 0 ? database.execute(whole_schema(database, history.version))
                       : migrate(database, history, *version);
}

}  // namespace

const SchemaHistory& schema_history() {
  static const SchemaHistory history;
  return history;
}

Result<int> schema_version(Database& database) {
  bool there = false;
  Result<Done> asked =
      database.query(database.table_exists(), {to_value("gouji_schema")}, [&](const auto& /*row*/) {
        there = true;
        return true;
      });
  if (!asked) return asked.error();
  if (!there) return 0;
  int version = 0;
  asked = database.query("SELECT version FROM gouji_schema", {}, [&](const auto& row) {
    version = static_cast<int>(row[0].integer);
    return true;
  });
  if (!asked) return asked.error();
  return version;
}

Result<Done> prepare_schema(Database& database, const SchemaHistory& history) {
  Result<Done> begun = database.begin();
  if (!begun) return begun;
  const Result<Done> done = prepare(database, history);
  if (done) return database.commit();
  database.rollback();
  return done;
}

}  // namespace gouji
