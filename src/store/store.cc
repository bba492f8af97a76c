// SPDX-License-Identifier: GPL-3.0-or-later
// Everything is written so that doing it twice does no harm: a run that was killed, or a connection
// that was lost while a commit was under way, is followed by the same work again.
#include "store/store.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <thread>

#include "base/utf8.h"
#include "store/report_rows.h"

namespace gouji {
namespace {

/// Hexadecimal digits of the hash that make the number of a document: 52 bits, so that programs
/// that know only floating point keep it whole. Two of a million documents meet with a chance of 1
/// in 9,000; the second then takes the next free number.
constexpr std::size_t kNumberDigits = 13;
/// Pauses before a lost connection is tried again, seconds: about two minutes in all, the time of a
/// server's restart.
constexpr std::array<int, 7> kReconnectPauses = {0, 1, 3, 7, 15, 30, 60};
/// How often a transaction is begun whose connection gets lost.
constexpr int kAttempts = 3;

}  // namespace

Result<Done> Store::prepare(const SchemaHistory& history) {
  return prepare_schema(*database_, history);
}

Result<Done> Store::attempt(const Work& work) {
  Result<Done> done = database_->begin();
  if (done) done = work();
  if (done) done = database_->commit();
  if (!done) database_->rollback();
  return done;
}

bool Store::reconnect() {
  for (const int pause : kReconnectPauses) {
    std::this_thread::sleep_for(std::chrono::seconds(pause));
    if (database_->reconnect()) return true;
  }
  return false;
}

Result<Done> Store::transaction(const Work& work) {
  Result<Done> done = attempt(work);
  for (int i = 1; i < kAttempts && !done && database_->lost() && reconnect(); ++i)
    done = attempt(work);
  return done;
}

Result<Maybe<StoredDocument>> Store::lookup(std::string_view sha256) {
  Maybe<StoredDocument> found;
  const Result<Done> asked = database_->query(
      "SELECT id, tool_version, patterns, failure FROM documents WHERE sha256 = $1",
      {to_value(sha256)}, [&](const auto& row) {
        found = StoredDocument{row[0].integer, std::string(row[1].text), std::string(row[2].text),
                               std::string(row[3].text)};
        return true;
      });
  if (!asked) return asked.error();
  return found;
}

Result<Maybe<StoredDocument>> Store::find(std::string_view sha256) {
  Result<Maybe<StoredDocument>> found = lookup(sha256);
  for (int i = 1; i < kAttempts && !found && database_->lost() && reconnect(); ++i)
    found = lookup(sha256);
  return found;
}

Result<std::int64_t> Store::free_number(std::string_view sha256) {
  std::int64_t number = 0;
  const std::string_view digits = sha256.substr(0, kNumberDigits);
  std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  for (bool taken = true; taken;) {
    taken = false;
    const Result<Done> asked =
        database_->query("SELECT 1 FROM documents WHERE id = $1", {to_value(number)},
                         [&](const auto& /*row*/) { return taken = true; });
    if (!asked) return asked.error();
    if (taken) ++number;
  }
  return number;
}

Result<Done> Store::remove(std::int64_t document) {
  const std::vector<TableSchema>& tables = report_tables();
  for (std::size_t i = tables.size(); i-- > 0;) {
    const std::string statement =
        fmt::format("DELETE FROM {} WHERE {} = $1", tables[i].name, document_column(tables[i]));
    Result<Done> done = database_->query(statement, {to_value(document)}, {});
    if (!done) return done;
  }
  return Done{};
}

Result<Done> Store::remove_if_unreachable(std::int64_t document, int& gone) {
  bool reachable = false;
  Result<Done> done =
      database_->query("SELECT 1 FROM paths WHERE document = $1 LIMIT 1", {to_value(document)},
                       [&](const auto& /*row*/) { return reachable = true; });
  if (!done || reachable) return done;
  ++gone;
  return remove(document);
}

Result<Done> Store::link_path(const std::string& path, std::int64_t document, int& gone) {
  Value before;
  bool failed = false;
  Result<Done> done = database_->query("SELECT document, failure FROM paths WHERE path = $1",
                                       {to_value(path)}, [&](const auto& row) {
                                         before = row[0];
                                         failed = row[1].kind != ValueKind::null;
                                         return true;
                                       });
  if (!done) return done;
  const bool other = before.kind == ValueKind::integer && before.integer != document;
  if (before.kind == ValueKind::integer && !other && !failed) return done;
  done = database_->query(
      "INSERT INTO paths (path, document, failure, message) VALUES ($1, $2, NULL, NULL) "
      "ON CONFLICT (path) DO UPDATE SET document = excluded.document, failure = NULL, "
      "message = NULL",
      {to_value(path), to_value(document)}, {});
  return done && other ? remove_if_unreachable(before.integer, gone) : done;
}

Result<Done> Store::replace(std::string_view sha256, std::string_view rows,
                            const std::vector<std::string>& paths, int& gone) {
  Result<std::int64_t> number = free_number(sha256);
  if (!number) return number.error();
  Result<Done> done = database_->lock(*number);
  if (!done) return done;
  const Result<Maybe<StoredDocument>> before = lookup(sha256);
  if (!before) return before.error();
  if (before->has_value()) {
    *number = (*before)->id;
    done = remove(*number);
  }
  if (done) done = database_->insert(*number, rows);
  for (std::size_t i = 0; i < paths.size() && done; ++i) done = link_path(paths[i], *number, gone);
  return done;
}

Result<int> Store::put(std::string_view sha256, std::string_view rows,
                       const std::vector<std::string>& paths) {
  int gone = 0;
  const Result<Done> done = transaction([&] {
    gone = 0;
    return replace(sha256, rows, paths, gone);
  });
  if (!done) return done.error();
  return gone;
}

Result<bool> Store::is_linked(std::string_view sha256, const std::vector<std::string>& paths) {
  std::size_t linked = 0;
  for (const std::string& path : paths) {
    const Result<Done> asked = database_->query(
        "SELECT 1 FROM paths p JOIN documents d ON d.id = p.document WHERE p.path = $1 AND "
        "d.sha256 = $2 AND p.failure IS NULL",
        {to_value(path), to_value(sha256)}, [&](const auto& /*row*/) {
          ++linked;
          return true;
        });
    if (!asked) return asked.error();
  }
  return linked == paths.size();
}

Result<int> Store::link(std::string_view sha256, const std::vector<std::string>& paths) {
  int gone = 0;
  // Mostly nothing is to be done, which needs no transaction that writes. A connection that was
  // lost is met in the transaction.
  const Result<bool> linked = is_linked(sha256, paths);
  if (linked && *linked) return 0;
  const Result<Done> done = transaction([&]() -> Result<Done> {
    gone = 0;
    const Result<Maybe<StoredDocument>> document = lookup(sha256);
    if (!document) return document.error();
    if (!document->has_value()) return Done{};
    for (const std::string& path : paths) {
      const Result<Done> done_one = link_path(path, (*document)->id, gone);
      if (!done_one) return done_one;
    }
    return Done{};
  });
  if (!done) return done.error();
  return gone;
}

Result<Done> Store::put_unread(const std::string& path, const std::string& code,
                               const std::string& message) {
  return transaction([&] {
    return database_->query(
        "INSERT INTO paths (path, document, failure, message) VALUES ($1, NULL, $2, $3) "
        "ON CONFLICT (path) DO UPDATE SET failure = excluded.failure, message = excluded.message",
        {to_value(path), to_value(code), to_value(message)}, {});
  });
}

Result<Done> Store::finish() {
  std::string ddl;
  for (const TableSchema& table : report_tables()) ddl += index_ddl(table, true);
  const Result<Done> done = transaction([&] { return database_->execute(ddl); });
  return done ? database_->settle() : done;
}

Result<std::string> Store::rows_of_document(std::int64_t document) {
  RowBatchWriter batch;
  const std::vector<TableSchema>& tables = report_tables();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const std::string statement =
        fmt::format("SELECT {} FROM {} WHERE {} = $1 ORDER BY {}", column_list(tables[i]),
                    tables[i].name, document_column(tables[i]), key_list(tables[i]));
    const Result<Done> done =
        database_->query(statement, {to_value(document)}, [&](const auto& row) {
          batch.begin_row(static_cast<std::uint8_t>(i));
          for (std::size_t k = 0; k < row.size(); ++k) batch.value(row[k], tables[i].columns[k]);
          return true;
        });
    if (!done) return done.error();
  }
  return batch.take();
}

Result<Done> Store::each_report(const std::string& where,
                                const std::function<bool(const Report&)>& on_report) {
  // One view of the store for all documents: an import may go on meanwhile.
  Result<Done> done = database_->begin_reading();
  if (done) done = each_report_now(where, on_report);
  database_->rollback();
  return done;
}

Result<Done> Store::each_report_now(const std::string& where,
                                    const std::function<bool(const Report&)>& on_report) {
  std::vector<std::int64_t> documents;
  const Result<Done> listed =
      database_->query("SELECT id FROM documents" +
                           (where.empty() ? "" : " WHERE (" + where + ")") + " ORDER BY path, id",
                       {}, [&](const auto& row) {
                         documents.push_back(row[0].integer);
                         return true;
                       });
  if (!listed) return listed;
  for (const std::int64_t document : documents) {
    const Result<std::string> rows = rows_of_document(document);
    if (!rows) return rows.error();
    const Result<Report> report = report_of(*rows);
    if (!report) return report.error();
    if (!on_report(*report)) break;
  }
  return Done{};
}

std::string path_text(std::string_view path) {
  std::string text;
  while (!path.empty()) {
    // The longest run that is UTF-8, at most 4 bytes a character.
    std::size_t length = std::min<std::size_t>(4, path.size());
    while (length > 0 && !is_valid_utf8(path.substr(0, length))) --length;
    if (length == 0) {
      text += fmt::format("\\x{:02X}", static_cast<unsigned char>(path.front()));
      length = 1;
    } else {
      text += path.substr(0, length);
    }
    path.remove_prefix(length);
  }
  return text;
}

}  // namespace gouji
