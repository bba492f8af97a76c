// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a batch as a table that SQLite reads by itself: INSERT … SELECT … FROM gouji_rows.
#pragma once

#include <sqlite3.h>

#include <string>
#include <string_view>

#include "store/row_batch.h"
#include "store/schema.h"

namespace gouji {

/// Gives the rows of one batch, those of a table at a time. Must outlive the connection that knows
/// it; one statement may read it at a time.
class SqliteRows {
 public:
  SqliteRows() : reader_({}) {}
  SqliteRows(const SqliteRows&) = delete;
  SqliteRows& operator=(const SqliteRows&) = delete;

  /// Makes the table known to a connection. False: SQLite says why.
  bool add_to(sqlite3* database);

  /// Goes to the first row of a batch, which must last as long as its rows are read.
  void open(std::string_view batch);
  /// Is there a row?
  bool more() const { return more_; }
  /// Of the row: index into report_tables().
  int table() const { return row_.table; }
  /// A part of the batch was no row of this schema; there is no more then.
  bool damaged() const { return damaged_; }

  /// INSERT of all rows up to the next one of another table; $1 is the number of the document. A
  /// row that the table refuses ends it; what it has added goes with the transaction.
  static std::string insert_statement(const TableSchema& table);

 private:
  struct Module;

  void advance();

  RowBatchReader reader_;
  Row row_;
  bool more_ = false;
  bool damaged_ = false;
};

/// The column of SQLite that holds an amount in 分: "yuan" -> "fen", "budget_yuan" -> "budget_fen".
std::string fen_name(const std::string& name);

}  // namespace gouji
