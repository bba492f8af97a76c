// SPDX-License-Identifier: GPL-3.0-or-later
// Write-ahead log: readers are not disturbed, a commit is one append. synchronous=NORMAL: a power
// cut may take the last commits, never a part of one, and the next import does them again. Tables
// are WITHOUT ROWID: the rows of a document lie side by side under its number, and adding them
// costs one tree, not two.
#include "store/sqlite_database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>

#include "base/file.h"
#include "store/sqlite_rows.h"

namespace gouji {
namespace {

/// Larger pages than SQLite's own 4 kB: rows of items and cells are hundreds of bytes. Temporary
/// things stay in files: sorting the rows of a late index in memory takes as much as there is.
constexpr const char* kPragmas =
    "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
    "PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=4000;";

/// Between two tries to open a file that is held, milliseconds.
constexpr int kBusyPauseMs = 20;

struct CloseStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, CloseStatement>;

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Handle = std::unique_ptr<sqlite3, CloseDatabase>;

/// Virtual columns stand behind all others: else every row is copied once more into their order
/// when it is added.
std::string sqlite_columns(const TableSchema& table) {
  std::string stored, computed;
  for (const StoreColumn& column : table.columns) {
    const bool yuan = column.type == ColumnType::yuan;
    const std::string name = yuan ? fen_name(column.name) : column.name;
    stored +=
        fmt::format(",\n  {} {}{}", name, column.type == ColumnType::text ? "TEXT" : "INTEGER",
                    column.nullable ? "" : " NOT NULL");
    if (yuan) computed += fmt::format(",\n  {} REAL AS ({} / 100.0)", column.name, name);
  }
  return stored + computed;
}

Error failure(const std::string& path, sqlite3* database, const char* doing) {
  const int code = database == nullptr ? SQLITE_NOMEM : sqlite3_errcode(database);
  const std::string why = database == nullptr ? "out of memory" : sqlite3_errmsg(database);
  std::string remedy = "run the same command again; what is stored stays";
  switch (code & 0xFF) {
    case SQLITE_FULL:
      remedy = "free some space and run the same command again; what is stored stays";
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      remedy = "another program holds it; run the same command again when that one has ended";
      break;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      remedy = "name a file in a folder where you have the right to write";
      break;
    case SQLITE_NOTADB:
      remedy = "name a file that gouji made, or one that is not there yet";
      break;
    case SQLITE_CORRUPT:
      remedy = "the file is damaged; import into a new one";
      break;
    default:
      break;
  }
  return {ErrorCode::output, fmt::format("{}: cannot be {}: {}", path, doing, why), remedy};
}

class SqliteDatabase : public Database {
 public:
  SqliteDatabase(Handle handle, std::string path)
      : handle_(std::move(handle)), path_(std::move(path)) {}

  Result<Done> begin() override { return execute("BEGIN IMMEDIATE"); }
  Result<Done> begin_reading() override { return execute("BEGIN DEFERRED"); }
  Result<Done> commit() override { return execute("COMMIT"); }
  void rollback() override {
    if (sqlite3_get_autocommit(handle_.get()) == 0) (void)execute("ROLLBACK");
  }

  Result<Done> execute(const std::string& statements) override {
    if (sqlite3_exec(handle_.get(), statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
      return failure(path_, handle_.get(), "written");
    return Done{};
  }

  Result<Done> query(const std::string& statement, Parameters parameters, const OnRow& on_row,
                     const OnNames& on_names) override {
    // A statement of its own, not a shared one: `on_row` may ask the same again.
    Result<Statement> prepared = prepare(statement, 0);
    if (!prepared) return prepared.error();
    sqlite3_stmt* run = prepared->get();
    int number = 0;
    for (const Value& value : parameters) bind(run, ++number, value);
    const int count = sqlite3_column_count(run);
    if (on_names) {
      std::vector<std::string> names;
      for (int i = 0; i < count; ++i) names.emplace_back(sqlite3_column_name(run, i));
      on_names(names);
    }
    std::vector<Value> values(static_cast<std::size_t>(count));
    int status = 0;
    while ((status = sqlite3_step(run)) == SQLITE_ROW) {
      for (int i = 0; i < count; ++i) values[static_cast<std::size_t>(i)] = column(run, i);
      if (on_row && !on_row(values)) return Done{};
    }
    if (status != SQLITE_DONE) return failure(path_, handle_.get(), "read");
    return Done{};
  }

  Result<Done> insert(std::int64_t document, std::string_view batch) override {
    rows_.open(batch);
    while (rows_.more()) {
      const Result<sqlite3_stmt*> insert = insert_into(static_cast<std::size_t>(rows_.table()));
      if (!insert) return insert.error();
      sqlite3_bind_int64(*insert, 1, document);
      const int status = sqlite3_step(*insert);
      Error error;
      if (status != SQLITE_DONE) error = failure(path_, handle_.get(), "written");
      sqlite3_reset(*insert);
      if (status == SQLITE_DONE || rows_.damaged()) continue;
      // Data that the tables refuse: the rows are at fault, not the database.
      if ((status & 0xFF) == SQLITE_CONSTRAINT) error.code = ErrorCode::unreadable;
      return error;
    }
    if (rows_.damaged()) return damaged_rows();
    return Done{};
  }

  Result<Done> lock(std::int64_t /*number*/) override { return Done{}; }  // begin() locks all

  Result<Done> settle() override {
    const int status = sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE,
                                                 nullptr, nullptr);
    // Busy: another program reads or writes the file; its end does this work.
    if (status != SQLITE_OK && status != SQLITE_BUSY && status != SQLITE_LOCKED)
      return failure(path_, handle_.get(), "written");
    return Done{};
  }

  std::string ddl(const TableSchema& table) const override {
    std::string ddl = fmt::format(
        "CREATE TABLE {} (\n  {} INTEGER NOT NULL{}", table.name, document_column(table),
        table.name == "documents" ? "" : " REFERENCES documents (id) ON DELETE CASCADE");
    ddl += sqlite_columns(table);
    ddl += fmt::format(",\n  PRIMARY KEY ({})\n) WITHOUT ROWID;\n", key_list(table));
    return ddl + index_ddl(table, false);
  }

  std::string table_exists() const override {
    return "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1";
  }
  std::string_view big_integer() const override { return "INTEGER"; }

 private:
  Result<Statement> prepare(const std::string& text, unsigned flags) {
    sqlite3_stmt* made = nullptr;
    if (sqlite3_prepare_v3(handle_.get(), text.c_str(), static_cast<int>(text.size()) + 1, flags,
                           &made, nullptr) != SQLITE_OK)
      return failure(path_, handle_.get(), "read");
    return Statement(made);
  }

  /// The statement that adds the rows of a table, made at its first use.
  Result<sqlite3_stmt*> insert_into(std::size_t table) {
    if (inserts_.empty()) {
      if (!rows_.add_to(handle_.get())) return failure(path_, handle_.get(), "written");
      inserts_.resize(report_tables().size());
    }
    Statement& insert = inserts_[table];
    if (!insert) {
      Result<Statement> made =
          prepare(SqliteRows::insert_statement(report_tables()[table]), SQLITE_PREPARE_PERSISTENT);
      if (!made) return made.error();
      insert = std::move(*made);
    }
    return insert.get();
  }

  /// The text must outlive the statement.
  static void bind(sqlite3_stmt* statement, int place, const Value& value) {
    switch (value.kind) {
      case ValueKind::null:
        sqlite3_bind_null(statement, place);
        break;
      case ValueKind::integer:
        sqlite3_bind_int64(statement, place, value.integer);
        break;
      case ValueKind::text:
        sqlite3_bind_text(statement, place, value.text.data(), static_cast<int>(value.text.size()),
                          SQLITE_STATIC);
        break;
    }
  }

  static Value column(sqlite3_stmt* statement, int place) {
    switch (sqlite3_column_type(statement, place)) {
      case SQLITE_NULL:
        return {};
      case SQLITE_INTEGER:
        return to_value(std::int64_t{sqlite3_column_int64(statement, place)});
      default: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, place));
        const int size = sqlite3_column_bytes(statement, place);
        return to_value(
            std::string_view(text == nullptr ? "" : text, static_cast<std::size_t>(size)));
      }
    }
  }

  SqliteRows rows_;  // outlives the connection
  Handle handle_;
  std::string path_;
  std::vector<Statement> inserts_;
};

/// Reading a file in WAL mode makes files beside it. Where that is not allowed (a folder of
/// somebody else, a medium that is read only) and nobody writes, the file can be taken as it is.
std::string unchanging(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path)
    uri += c == '%' || c == '?' || c == '#' ? fmt::format("%{:02X}", c) : std::string(1, c);
  return uri + "?immutable=1";
}

/// A connection, or in `status` the reason why there is none.
Handle connect(const std::string& name, OpenMode mode, int busy_timeout_ms, int more_flags,
               int& status) {
  const bool write = mode == OpenMode::write;
  // A connection is used by one thread: no mutex a value.
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | more_flags;
  sqlite3* opened = nullptr;
  status =
      sqlite3_open_v2(name.c_str(), &opened, flags | (write ? SQLITE_OPEN_CREATE : 0), nullptr);
  Handle handle(opened);
  if (status != SQLITE_OK) return handle;
  sqlite3_busy_timeout(opened, busy_timeout_ms);
  const char* first = write ? kPragmas : "PRAGMA query_only=1; SELECT 1 FROM sqlite_master";
  // The change to WAL does not wait for others that open the same new file: it is waited for here.
  for (int waited = 0;; waited += kBusyPauseMs) {
    status = sqlite3_exec(opened, first, nullptr, nullptr, nullptr);
    if ((status & 0xFF) != SQLITE_BUSY || waited >= busy_timeout_ms) return handle;
    sqlite3_sleep(kBusyPauseMs);
  }
}

}  // namespace

Result<std::unique_ptr<Database>> open_sqlite(const std::string& path, OpenMode mode,
                                              int busy_timeout_ms) {
  int status = SQLITE_OK;
  Handle handle = connect(path, mode, busy_timeout_ms, 0, status);
  std::error_code ignored;
  const bool no_right = (status & 0xFF) == SQLITE_READONLY || (status & 0xFF) == SQLITE_CANTOPEN;
  if (no_right && mode == OpenMode::read && std::filesystem::exists(path, ignored) &&
      !std::filesystem::exists(path + "-wal", ignored))
    handle = connect(unchanging(path), mode, busy_timeout_ms, SQLITE_OPEN_URI, status);
  if (status != SQLITE_OK) return failure(path, handle.get(), "opened");
  return std::unique_ptr<Database>(std::make_unique<SqliteDatabase>(std::move(handle), path));
}

}  // namespace gouji
