// SPDX-License-Identifier: GPL-3.0-or-later
// Rows go in by COPY, one a table and document. synchronous_commit is off: a crash of the server
// may take the last commits, never a part of one, and the next import does them again.
#include "store/postgres_database.h"

#include "store/store.h"

#ifdef GOUJI_POSTGRES
#include <fmt/format.h>

#include <charconv>

#include "store/pq_library.h"

namespace gouji {
namespace {

/// Bytes gathered before they are handed to libpq.
constexpr std::size_t kCopyBuffer = 64 * 1024;
/// Type numbers of results (pg_type.dat) that are whole numbers.
constexpr unsigned kBool = 16, kInt8 = 20, kInt2 = 21, kInt4 = 23;

constexpr const char* kSession =
    "SET synchronous_commit = off; SET client_min_messages = warning; "
    "SET lock_timeout = '60s'; SET application_name = 'gouji'";

std::string postgres_column(const StoreColumn& column) {
  const std::string_view null = column.nullable ? "" : " NOT NULL";
  switch (column.type) {
    case ColumnType::text:
      return fmt::format("{} text{}", column.name, null);
    case ColumnType::integer:
      return fmt::format("{} integer{}", column.name, null);
    case ColumnType::boolean:
      return fmt::format("{} boolean{}", column.name, null);
    case ColumnType::yuan:
      return fmt::format("{} numeric{}", column.name, null);
  }
  return {};
}

/// Appends a value as COPY wants it.
void append_copied(std::string& out, const Value& value) {
  switch (value.kind) {
    case ValueKind::null:
      out += "\\N";
      return;
    case ValueKind::integer: {
      char digits[24];
      out.append(digits, std::to_chars(digits, digits + sizeof digits, value.integer).ptr);
      return;
    }
    case ValueKind::text:
      break;
  }
  std::size_t done = 0;
  for (std::size_t i = 0; i < value.text.size(); ++i) {
    const char c = value.text[i];
    if (c != '\\' && c != '\n' && c != '\r' && c != '\t') continue;
    out.append(value.text.substr(done, i - done));
    out += '\\';
    out += c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : c;
    done = i + 1;
  }
  out.append(value.text.substr(done));
}

class PostgresDatabase : public Database {
 public:
  PostgresDatabase(const PqLibrary& pq, const std::string& address)
      : pq_(pq), name_(store_name(address)), connection_(pq.PQconnectdb(address.c_str())) {}
  ~PostgresDatabase() override { pq_.PQfinish(connection_); }
  PostgresDatabase(const PostgresDatabase&) = delete;
  PostgresDatabase& operator=(const PostgresDatabase&) = delete;

  Result<Done> start() {
    if (lost()) return failure(nullptr, "opened");
    return execute(kSession);
  }

  Result<Done> begin() override { return execute("BEGIN"); }
  Result<Done> begin_reading() override {
    return execute("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
  }
  Result<Done> commit() override { return execute("COMMIT"); }
  void rollback() override {
    if (!lost()) (void)execute("ROLLBACK");
  }

  Result<Done> execute(const std::string& statements) override {
    PGresult* result = pq_.PQexec(connection_, statements.c_str());
    return finished(result, "written");
  }

  Result<Done> query(const std::string& statement, Parameters parameters, const OnRow& on_row,
                     const OnNames& on_names) override {
    std::vector<std::string> texts;
    texts.reserve(parameters.size());
    for (const Value& value : parameters)
      texts.push_back(value.kind == ValueKind::integer ? std::to_string(value.integer)
                                                       : std::string(value.text));
    std::vector<const char*> pointers;
    std::size_t index = 0;
    for (const Value& value : parameters) {
      const char* text = texts[index++].c_str();
      pointers.push_back(value.kind == ValueKind::null ? nullptr : text);
    }
    if (pq_.PQsendQueryParams(connection_, statement.c_str(), static_cast<int>(pointers.size()),
                              nullptr, pointers.data(), nullptr, nullptr, 0) == 0)
      return failure(nullptr, "read");
    pq_.PQsetSingleRowMode(connection_);
    return fetch(on_row, on_names);
  }

  Result<Done> insert(std::int64_t document, std::string_view batch) override {
    RowBatchReader reader(batch);
    const std::string number = std::to_string(document);
    Row row;
    int table = -1;
    std::string lines;
    while (true) {
      const Result<bool> more = reader.next(row);
      if (!more) {
        // The transaction is given up; the copy has to be ended first.
        if (table >= 0) (void)end_copy("the rows are damaged");
        return more.error();
      }
      if (table >= 0 && (!*more || row.table != table)) {
        Result<Done> done = copy(lines, true);
        if (done) done = end_copy(nullptr);
        if (!done) return done;
      }
      if (!*more) return Done{};
      if (row.table != table) {
        table = row.table;
        const Result<Done> begun = begin_copy(report_tables()[row.table]);
        if (!begun) return begun;
      }
      lines += number;
      for (const Value& value : row.values) {
        lines += '\t';
        append_copied(lines, value);
      }
      lines += '\n';
      const Result<Done> done = copy(lines, false);
      if (!done) return done;
    }
  }

  Result<Done> lock(std::int64_t number) override {
    return query("SELECT pg_advisory_xact_lock($1)", {to_value(number)}, {}, {});
  }

  bool lost() const override { return pq_.PQstatus(connection_) != CONNECTION_OK; }
  Result<Done> reconnect() override {
    pq_.PQreset(connection_);
    return start();
  }

  std::string ddl(const TableSchema& table) const override {
    std::string ddl = fmt::format(
        "CREATE TABLE {} (\n  {} bigint NOT NULL{}", table.name, document_column(table),
        table.name == "documents" ? "" : " REFERENCES documents (id) ON DELETE CASCADE");
    for (const StoreColumn& column : table.columns) ddl += ",\n  " + postgres_column(column);
    ddl += fmt::format(",\n  PRIMARY KEY ({})\n);\n", key_list(table));
    return ddl + index_ddl(table, false);
  }
  std::string table_exists() const override {
    return "SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = current_schema() AND tablename = "
           "$1";
  }
  std::string_view big_integer() const override { return "bigint"; }

 private:
  Error failure(PGresult* result, const char* doing) const {
    const char* state =
        result == nullptr ? nullptr : pq_.PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char* primary =
        result == nullptr ? nullptr : pq_.PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    std::string why = primary != nullptr ? primary : pq_.PQerrorMessage(connection_);
    while (!why.empty() && why.back() == '\n') why.pop_back();
    for (char& c : why)
      if (c == '\n') c = ' ';
    const std::string_view code = state == nullptr ? "" : state;
    Error error = {ErrorCode::output, fmt::format("{}: cannot be {}: {}", name_, doing, why),
                   "run the same command again; what is stored stays"};
    if (lost()) error.remedy = "start the server and run the same command again";
    if (code == "53100")
      error.remedy = "free some space on the server and run the same command again";
    if (code == "42501") error.remedy = "ask for the right to write to this database";
    // Data that the tables refuse: the rows are at fault, not the database.
    if (code.substr(0, 2) == "22" || code.substr(0, 2) == "23") error.code = ErrorCode::unreadable;
    return error;
  }

  Result<Done> finished(PGresult* result, const char* doing) {
    const ExecStatusType status = pq_.PQresultStatus(result);
    const bool good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    Result<Done> done = Done{};
    if (!good) done = failure(result, doing);
    pq_.PQclear(result);
    return done;
  }

  /// Row by row, so that a large result takes no memory.
  Result<Done> fetch(const OnRow& on_row, const OnNames& on_names) {
    Result<Done> done = Done{};
    bool wanted = static_cast<bool>(on_row);
    bool named = !on_names;
    std::vector<Value> values;
    while (PGresult* result = pq_.PQgetResult(connection_)) {
      const ExecStatusType status = pq_.PQresultStatus(result);
      const bool rows = status == PGRES_SINGLE_TUPLE || status == PGRES_TUPLES_OK;
      if (!rows && status != PGRES_COMMAND_OK && done) done = failure(result, "read");
      if (rows && !named) {
        std::vector<std::string> names;
        for (int i = 0; i < pq_.PQnfields(result); ++i) names.emplace_back(pq_.PQfname(result, i));
        on_names(names);
        named = true;
      }
      for (int i = 0; rows && wanted && i < pq_.PQntuples(result); ++i) {
        values.resize(static_cast<std::size_t>(pq_.PQnfields(result)));
        for (int k = 0; k < pq_.PQnfields(result); ++k)
          values[static_cast<std::size_t>(k)] = value_of(result, i, k);
        wanted = on_row(values);
      }
      pq_.PQclear(result);
    }
    return done;
  }

  Value value_of(const PGresult* result, int row, int column) const {
    if (pq_.PQgetisnull(result, row, column) != 0) return {};
    const std::string_view text(pq_.PQgetvalue(result, row, column),
                                static_cast<std::size_t>(pq_.PQgetlength(result, row, column)));
    switch (pq_.PQftype(result, column)) {
      case kBool:
        return to_value(std::int64_t{text == "t" ? 1 : 0});
      case kInt2:
      case kInt4:
      case kInt8: {
        std::int64_t number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return to_value(number);
      }
      default:
        return to_value(text);
    }
  }

  Result<Done> begin_copy(const TableSchema& table) {
    const std::string statement = fmt::format("COPY {} ({}, {}) FROM STDIN", table.name,
                                              document_column(table), column_list(table));
    PGresult* result = pq_.PQexec(connection_, statement.c_str());
    Result<Done> done = Done{};
    if (pq_.PQresultStatus(result) != PGRES_COPY_IN) done = failure(result, "written");
    pq_.PQclear(result);
    return done;
  }

  Result<Done> copy(std::string& lines, bool all) {
    if (lines.empty() || (!all && lines.size() < kCopyBuffer)) return Done{};
    const int sent = pq_.PQputCopyData(connection_, lines.data(), static_cast<int>(lines.size()));
    lines.clear();
    if (sent != 1) return failure(nullptr, "written");
    return Done{};
  }

  Result<Done> end_copy(const char* complaint) {
    if (pq_.PQputCopyEnd(connection_, complaint) != 1) return failure(nullptr, "written");
    Result<Done> done = Done{};
    while (PGresult* result = pq_.PQgetResult(connection_)) {
      const Result<Done> one = finished(result, "written");
      if (!one) done = one;
    }
    return done;
  }

  const PqLibrary& pq_;
  std::string name_;
  PGconn* connection_;
};

}  // namespace

Result<std::unique_ptr<Database>> open_postgres(const std::string& address) {
  const Result<const PqLibrary*> pq = PqLibrary::load();
  if (!pq) return pq.error();
  auto database = std::make_unique<PostgresDatabase>(**pq, address);
  const Result<Done> started = database->start();
  if (!started) return started.error();
  return std::unique_ptr<Database>(std::move(database));
}

}  // namespace gouji
#else
namespace gouji {

Result<std::unique_ptr<Database>> open_postgres(const std::string& address) {
  return Error{ErrorCode::usage, address + ": this gouji was built without PostgreSQL",
               "build it where libpq-dev is installed, or import into a file"};
}

}  // namespace gouji
#endif
