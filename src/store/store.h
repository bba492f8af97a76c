// SPDX-License-Identifier: GPL-3.0-or-later
// The store: many reports in a database, each put in whole or not at all.
//
// A document is known by the SHA-256 of its bytes; its number in the database follows from that, so
// that two stores filled in any order, by any number of workers, hold the same rows. The files that
// hold a document are its paths.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/report.h"
#include "gouji/result.h"
#include "store/database.h"
#include "store/migrations.h"

namespace gouji {

/// What a store knows of a document.
struct StoredDocument {
  std::int64_t id = 0;
  std::string tool_version;
  std::string patterns;  ///< the hash of the pattern files it was read with
  std::string failure;   ///< "" = read
};

/// Not thread-safe. Errors have the code output; the message names the database.
class Store {
 public:
  explicit Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}

  /// Makes or brings up to date the tables.
  Result<Done> prepare(const SchemaHistory& history = schema_history());

  Result<Maybe<StoredDocument>> find(std::string_view sha256);
  /// Puts in a document, in place of what was there of the same bytes, and says that these files
  /// hold it; all in one transaction. A document to which no path leads any more goes. Gives how
  /// many went.
  Result<int> put(std::string_view sha256, std::string_view rows,
                  const std::vector<std::string>& paths);
  /// Says that files hold a document that is there already. Gives how many documents went.
  Result<int> link(std::string_view sha256, const std::vector<std::string>& paths);
  /// Says that a file could not be opened; the document that it held before stays.
  Result<Done> put_unread(const std::string& path, const std::string& code,
                          const std::string& message);
  /// Ends an import: makes the late indexes.
  Result<Done> finish();

  /// All documents in the order of their paths. Stops early when `on_report` says false. `where`:
  /// a condition on the columns of documents, "" = all.
  Result<Done> each_report(const std::string& where,
                           const std::function<bool(const Report&)>& on_report);

  Database& database() { return *database_; }

 private:
  using Work = std::function<Result<Done>()>;

  Result<Done> attempt(const Work& work);
  bool reconnect();
  /// Runs `work` in a transaction; again when the connection was lost and could be made anew.
  Result<Done> transaction(const Work& work);
  Result<Maybe<StoredDocument>> lookup(std::string_view sha256);
  Result<Done> replace(std::string_view sha256, std::string_view rows,
                       const std::vector<std::string>& paths, int& gone);
  Result<bool> is_linked(std::string_view sha256, const std::vector<std::string>& paths);
  Result<Done> link_path(const std::string& path, std::int64_t document, int& gone);
  Result<Done> remove_if_unreachable(std::int64_t document, int& gone);
  Result<Done> remove(std::int64_t document);
  Result<std::int64_t> free_number(std::string_view sha256);
  Result<std::string> rows_of_document(std::int64_t document);
  Result<Done> each_report_now(const std::string& where,
                               const std::function<bool(const Report&)>& on_report);

  std::unique_ptr<Database> database_;
};

/// Opens the store at an address: "postgresql://…" or "postgres://…", else the path of an SQLite
/// file. The tables are not touched yet. Errors: usage, output.
Result<Store> open_store(const std::string& address, bool writing);

/// The address without a password, for messages.
std::string store_name(const std::string& address);

/// A path as text that every database takes: bytes that are not UTF-8 become "\xHH", each.
std::string path_text(std::string_view path);

}  // namespace gouji
