// SPDX-License-Identifier: GPL-3.0-or-later
// An eponymous virtual table (sqlite.org/vtab.html). SQLite asks it for one value after the other
// inside one statement. Binding every value and running the statement for every row costs half as
// much again: a cursor is opened and closed, and a statement reset, for each of 5,000 rows a
// document.
#include "store/sqlite_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/decimal.h"

namespace gouji {
namespace {

constexpr const char* kName = "gouji_rows";

/// An amount in 分, exact when it is whole; else the nearest float.
void give_fen(sqlite3_context* out, std::string_view yuan) {
  const std::string fen = shift_point(yuan, 2);
  const char* end = fen.data() + fen.size();
  std::int64_t whole = 0;
  const auto read = std::from_chars(fen.data(), end, whole);
  double nearest = 0;
  if (read.ec == std::errc() && fen.find_first_not_of(".0", read.ptr - fen.data()) == fen.npos)
    sqlite3_result_int64(out, whole);
  else if (std::from_chars(fen.data(), end, nearest).ec == std::errc())
    sqlite3_result_double(out, nearest);
}

/// The text lies in the batch, which outlives the statement.
void give(sqlite3_context* out, const Value& value, ColumnType type) {
  if (value.kind == ValueKind::integer)
    sqlite3_result_int64(out, value.integer);
  else if (value.kind == ValueKind::text && type == ColumnType::yuan)
    give_fen(out, value.text);
  else if (value.kind == ValueKind::text)
    sqlite3_result_text(out, value.text.data(), static_cast<int>(value.text.size()), SQLITE_STATIC);
}

std::size_t most_columns() {
  std::size_t most = 0;
  for (const TableSchema& table : report_tables()) most = std::max(most, table.columns.size());
  return most;
}

}  // namespace

/// What SQLite calls. Columns are c0, c1 …, as many as the widest table has.
struct SqliteRows::Module {
  struct Table {
    sqlite3_vtab base;
    SqliteRows* rows;
  };
  struct Cursor {
    sqlite3_vtab_cursor base;
    SqliteRows* rows;
    int table;  ///< of which rows are given
    const StoreColumn* columns;
  };

  static Cursor& of(sqlite3_vtab_cursor* cursor) { return *reinterpret_cast<Cursor*>(cursor); }

  static int connect(sqlite3* database, void* rows, int, const char* const*, sqlite3_vtab** table,
                     char**) {
    std::string ddl = "CREATE TABLE x (";
    for (std::size_t i = 0; i < most_columns(); ++i) ddl += fmt::format("{}c{}", i ? "," : "", i);
    const int status = sqlite3_declare_vtab(database, (ddl + ")").c_str());
    if (status == SQLITE_OK)
      *table = &(new Table{sqlite3_vtab(), static_cast<SqliteRows*>(rows)})->base;
    return status;
  }
  static int disconnect(sqlite3_vtab* table) {
    delete reinterpret_cast<Table*>(table);
    return SQLITE_OK;
  }
  static int best_index(sqlite3_vtab*, sqlite3_index_info*) { return SQLITE_OK; }
  static int open(sqlite3_vtab* table, sqlite3_vtab_cursor** cursor) {
    SqliteRows* rows = reinterpret_cast<Table*>(table)->rows;
    *cursor = &(new Cursor{sqlite3_vtab_cursor(), rows, 0, nullptr})->base;
    return SQLITE_OK;
  }
  static int close(sqlite3_vtab_cursor* cursor) {
    delete &of(cursor);
    return SQLITE_OK;
  }
  static int filter(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**) {
    Cursor& at = of(cursor);
    at.table = at.rows->table();
    at.columns = report_tables()[static_cast<std::size_t>(at.table)].columns.data();
    return SQLITE_OK;
  }
  static int next(sqlite3_vtab_cursor* cursor) {
    of(cursor).rows->advance();
    return of(cursor).rows->damaged() ? SQLITE_ERROR : SQLITE_OK;
  }
  static int at_end(sqlite3_vtab_cursor* cursor) {
    const Cursor& at = of(cursor);
    return !at.rows->more() || at.rows->table() != at.table ? 1 : 0;
  }
  static int column(sqlite3_vtab_cursor* cursor, sqlite3_context* out, int place) {
    const Cursor& at = of(cursor);
    const std::vector<Value>& values = at.rows->row_.values;
    const auto i = static_cast<std::size_t>(place);
    if (i < values.size()) give(out, values[i], at.columns[i].type);
    return SQLITE_OK;
  }
  static int rowid(sqlite3_vtab_cursor*, sqlite3_int64* number) {
    *number = 0;  // nobody asks
    return SQLITE_OK;
  }

  static sqlite3_module make() {
    sqlite3_module module = {};
    module.xConnect = connect;
    module.xBestIndex = best_index;
    module.xDisconnect = disconnect;
    module.xOpen = open;
    module.xClose = close;
    module.xFilter = filter;
    module.xNext = next;
    module.xEof = at_end;
    module.xColumn = column;
    module.xRowid = rowid;
    return module;
  }
};

bool SqliteRows::add_to(sqlite3* database) {
  static const sqlite3_module module = Module::make();
  return sqlite3_create_module(database, kName, &module, this) == SQLITE_OK;
}

void SqliteRows::open(std::string_view batch) {
  reader_ = RowBatchReader(batch);
  damaged_ = false;
  advance();
}

void SqliteRows::advance() {
  const Result<bool> read = reader_.next(row_);
  damaged_ = !read;
  more_ = read && *read;
}

std::string SqliteRows::insert_statement(const TableSchema& table) {
  std::string names(document_column(table));
  std::string values = "$1";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const StoreColumn& column = table.columns[i];
    names += ", " + (column.type == ColumnType::yuan ? fen_name(column.name) : column.name);
    values += fmt::format(", c{}", i);
  }
  // OR FAIL: a copy of every page that is changed, to undo this statement alone, is not needed.
  return fmt::format("INSERT OR FAIL INTO {} ({}) SELECT {} FROM {}", table.name, names, values,
                     kName);
}

std::string fen_name(const std::string& name) {
  return name.substr(0, name.size() - std::string_view("yuan").size()) + "fen";
}

}  // namespace gouji
