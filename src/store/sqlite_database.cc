// SPDX-License-Identifier: GPL-3.0-or-later
// Write-ahead log: readers are not disturbed, a commit is one append. synchronous=NORMAL: a power
// cut may take the last commits, never a part of one, and the next import does them again. Tables
// are WITHOUT ROWID: the rows of a document lie side by side under its number, and adding them
// costs one tree, not two.
#include "store/sqlite_database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <charconv>
#include <map>

#include "base/decimal.h"
#include "base/file.h"

namespace gouji {
namespace {

/// Larger pages than SQLite's own 4 kB: rows of items and cells are hundreds of bytes.
constexpr const char* kPragmas =
    "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
    "PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=4000;";

struct CloseStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, CloseStatement>;

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Handle = std::unique_ptr<sqlite3, CloseDatabase>;

/// "yuan" -> "fen", "budget_yuan" -> "budget_fen".
std::string fen_name(const std::string& name) {
  return name.substr(0, name.size() - std::string_view("yuan").size()) + "fen";
}

std::string sqlite_columns(const StoreColumn& column) {
  const std::string_view null = column.nullable ? "" : " NOT NULL";
  switch (column.type) {
    case ColumnType::text:
      return fmt::format("{} TEXT{}", column.name, null);
    case ColumnType::integer:
    case ColumnType::boolean:
      return fmt::format("{} INTEGER{}", column.name, null);
    case ColumnType::yuan:
      return fmt::format("{0} INTEGER{1}, {2} REAL AS ({0} / 100.0)", fen_name(column.name), null,
                         column.name);
  }
  return {};
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
    RowBatchReader reader(batch);
    Row row;
    const std::vector<TableSchema>& tables = report_tables();
    inserts_.resize(tables.size());
    int bound = -1;  // the table whose statement knows the document
    while (true) {
      const Result<bool> more = reader.next(row);
      if (!more) return more.error();
      if (!*more) return Done{};
      Statement& insert = inserts_[row.table];
      if (!insert) {
        Result<Statement> made =
            prepare(insert_statement(tables[row.table]), SQLITE_PREPARE_PERSISTENT);
        if (!made) return made.error();
        insert = std::move(*made);
      }
      if (bound != row.table) sqlite3_bind_int64(insert.get(), 1, document);
      bound = row.table;
      bind_row(insert.get(), tables[row.table], row);
      const int status = sqlite3_step(insert.get());
      if (status != SQLITE_DONE) {
        Error error = failure(path_, handle_.get(), "written");
        // Data that the tables refuse: the rows are at fault, not the database.
        if ((status & 0xFF) == SQLITE_CONSTRAINT) error.code = ErrorCode::unreadable;
        sqlite3_reset(insert.get());
        return error;
      }
      sqlite3_reset(insert.get());
    }
  }

  Result<Done> lock(std::int64_t /*number*/) override { return Done{}; }  // begin() locks all

  Result<Done> settle() override {
    if (sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr,
                                  nullptr) != SQLITE_OK)
      return failure(path_, handle_.get(), "written");
    return Done{};
  }

  std::string ddl(const TableSchema& table) const override {
    std::string ddl = fmt::format(
        "CREATE TABLE {} (\n  {} INTEGER NOT NULL{}", table.name, document_column(table),
        table.name == "documents" ? "" : " REFERENCES documents (id) ON DELETE CASCADE");
    for (const StoreColumn& column : table.columns) ddl += ",\n  " + sqlite_columns(column);
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

  static std::string insert_statement(const TableSchema& table) {
    std::string names(document_column(table));
    std::string places = "?";
    for (const StoreColumn& column : table.columns) {
      names += ", " + (column.type == ColumnType::yuan ? fen_name(column.name) : column.name);
      places += ",?";
    }
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", table.name, names, places);
  }

  static void bind_row(sqlite3_stmt* insert, const TableSchema& table, const Row& row) {
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      const int place = static_cast<int>(i) + 2;
      if (table.columns[i].type == ColumnType::yuan && row.values[i].kind == ValueKind::text)
        bind_fen(insert, place, row.values[i].text);
      else
        bind(insert, place, row.values[i]);
    }
  }

  /// The text must outlive the step: it lies in the batch.
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

  static void bind_fen(sqlite3_stmt* statement, int place, std::string_view yuan) {
    const std::string fen = shift_point(yuan, 2);
    const char* end = fen.data() + fen.size();
    std::int64_t whole = 0;
    const auto read = std::from_chars(fen.data(), end, whole);
    if (read.ec == std::errc() && fen.find_first_not_of(".0", read.ptr - fen.data()) == fen.npos) {
      sqlite3_bind_int64(statement, place, whole);
      return;
    }
    double nearest = 0;
    if (std::from_chars(fen.data(), end, nearest).ec == std::errc())
      sqlite3_bind_double(statement, place, nearest);
    else
      sqlite3_bind_null(statement, place);
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

  Handle handle_;
  std::string path_;
  std::vector<Statement> inserts_;
};

}  // namespace

Result<std::unique_ptr<Database>> open_sqlite(const std::string& path, OpenMode mode,
                                              int busy_timeout_ms) {
  const int flags =
      mode == OpenMode::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;
  // A connection is used by one thread: no mutex a value.
  sqlite3* opened = nullptr;
  int status = sqlite3_open_v2(path.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Handle handle(opened);
  if (status == SQLITE_OK) {
    sqlite3_busy_timeout(opened, busy_timeout_ms);
    status = mode == OpenMode::write
                 ? sqlite3_exec(opened, kPragmas, nullptr, nullptr, nullptr)
                 : sqlite3_exec(opened, "PRAGMA query_only=1; SELECT 1 FROM sqlite_master", nullptr,
                                nullptr, nullptr);
  }
  if (status != SQLITE_OK) return failure(path, opened, "opened");
  return std::unique_ptr<Database>(std::make_unique<SqliteDatabase>(std::move(handle), path));
}

}  // namespace gouji
