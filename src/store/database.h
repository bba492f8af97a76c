// SPDX-License-Identifier: GPL-3.0-or-later
// What a store needs of its database. The statements are the same for both: parameters are $1, $2 …
// in the order of their first use.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/result.h"
#include "store/row_batch.h"
#include "store/schema.h"

namespace gouji {

inline Value to_value(std::int64_t number) {
  return {ValueKind::integer, number, {}};
}
inline Value to_value(std::string_view text) {
  return {ValueKind::text, 0, text};
}

/// A connection. Not thread-safe. Errors have the code output and name the database.
class Database {
 public:
  using Parameters = std::initializer_list<Value>;
  /// Gets each row of a result; the values last as long as the call. False: no more rows, please.
  using OnRow = std::function<bool(const std::vector<Value>&)>;
  /// Gets the names of the columns, once, in front of the rows.
  using OnNames = std::function<void(const std::vector<std::string>&)>;

  virtual ~Database() = default;

  /// Begins a transaction that will write; waits for other writers a while.
  virtual Result<Done> begin() = 0;
  /// Begins a transaction whose queries all see the same state; it keeps no writer waiting.
  virtual Result<Done> begin_reading() = 0;
  virtual Result<Done> commit() = 0;
  /// Gives up the transaction, if there is one.
  virtual void rollback() = 0;

  /// Runs statements without parameters and results, parted by semicolons.
  virtual Result<Done> execute(const std::string& statements) = 0;
  virtual Result<Done> query(const std::string& statement, Parameters parameters,
                             const OnRow& on_row, const OnNames& on_names = {}) = 0;
  /// Adds the rows of a batch under the number of their document.
  virtual Result<Done> insert(std::int64_t document, std::string_view batch) = 0;

  /// Waits until no other connection works on the thing of that number; until the end of the
  /// transaction.
  virtual Result<Done> lock(std::int64_t number) = 0;
  /// Was the connection lost (a restart of the server)? Then reconnect() tries to get a new one.
  virtual bool lost() const { return false; }
  virtual Result<Done> reconnect() { return Done{}; }
  /// Writes what is still in memory or in a log into its place.
  virtual Result<Done> settle() { return Done{}; }

  /// CREATE TABLE … of a table of reports, with the indexes that are not late.
  virtual std::string ddl(const TableSchema& table) const = 0;
  /// A query that gives a row when there is a table named $1.
  virtual std::string table_exists() const = 0;
  /// The type of the numbers of documents.
  virtual std::string_view big_integer() const = 0;
};

/// The columns of a table in a query or an INSERT, without the document: "a, b, c".
std::string column_list(const TableSchema& table);
/// "document, n": of the primary key.
std::string key_list(const TableSchema& table);
/// CREATE INDEX statements of those indexes of the table that are late, or of the others.
std::string index_ddl(const TableSchema& table, bool late);

}  // namespace gouji
