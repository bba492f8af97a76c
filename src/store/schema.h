// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of a store, described once: the DDL and the statements of both databases, the rows of
// a report and the report of its rows all come from here (docs/import.md lists them for users).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gouji {

/// Goes up when a table changes; store/migrations.h says how older stores follow.
inline constexpr int kSchemaVersion = 1;

enum class ColumnType {
  integer,
  text,
  boolean,  ///< 0 or 1 in SQLite
  yuan,     ///< an amount in 元, a plain decimal in a batch. PostgreSQL: `yuan numeric`, exact.
            ///< SQLite: `fen`, the integer amount in 分 (a float for what is finer), and a virtual
            ///< column `yuan` = fen / 100.0
};

struct StoreColumn {
  std::string name;  ///< of a column of type yuan: "yuan" or "…_yuan"
  ColumnType type = ColumnType::text;
  bool nullable = false;
};

struct Index {
  std::vector<std::string> columns;
  /// Made when an import ends, not while a store is filled: on a table with many rows a document.
  bool late = false;
  /// Only rows that meet this are in it; "" = all.
  std::string where = {};
};

/// A table that holds parts of reports. Its first column, before `columns`, is the number of the
/// document ("id" in the table documents, else "document").
struct TableSchema {
  std::string name;
  std::vector<StoreColumn> columns;
  int key_columns = 0;  ///< the first so many of `columns` and the document are the primary key
  std::vector<Index> indexes;
};

/// A view; `select` is understood by both databases.
struct View {
  std::string_view name;
  std::string_view select;
};

/// The tables of reports in the order in which their rows are written and read; the first is
/// documents.
const std::vector<TableSchema>& report_tables();
const std::vector<View>& views();

/// The name of the column that holds the number of the document.
inline std::string_view document_column(const TableSchema& table) {
  return table.name == "documents" ? "id" : "document";
}

}  // namespace gouji
