// SPDX-License-Identifier: GPL-3.0-or-later
// Reports are made of their rows one by one, rows are passed on one by one: no memory in the size
// of the store.
#include "cli/export_job.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "output/csv.h"
#include "output/json.h"
#include "store/store.h"

namespace gouji {
namespace {

/// A text as a literal of SQL.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) c == '\'' ? out.append("''") : out.append(1, c);
  return out + "'";
}

std::string condition(const ExportRequest& request) {
  std::vector<std::string> all;
  if (!request.kinds.empty()) {
    std::vector<std::string> kinds;
    for (const std::string& kind : request.kinds) kinds.push_back(quoted(kind));
    all.push_back(fmt::format("kind IN ({})", fmt::join(kinds, ", ")));
  }
  if (!request.issuer.empty()) all.push_back("issuer = " + quoted(request.issuer));
  if (request.year != 0) all.push_back(fmt::format("year = {}", request.year));
  return fmt::format("{}", fmt::join(all, " AND "));
}

Result<Done> write_jsonl(Store& store, const ExportRequest& request) {
  Result<OutputFile> file =
      OutputFile::create(request.output.empty() ? std::string(kStandardStream) : request.output);
  if (!file) return file.error();
  const Result<Done> done = store.each_report(condition(request), [&](const Report& report) {
    write_report(report, JsonForm::compact, *file);
    return !file->failed();
  });
  return done ? file->commit() : done;
}

std::vector<std::string> table_names() {
  std::vector<std::string> names;
  for (const TableSchema& table : report_tables()) names.push_back(table.name);
  names.emplace_back("paths");
  return names;
}

bool is_view(const std::string& name) {
  return std::any_of(views().begin(), views().end(),
                     [&](const View& view) { return view.name == name; });
}

/// The order of the rows: by key; views have none.
std::string order_of(const std::string& name) {
  if (name == "paths") return " ORDER BY path";
  for (const TableSchema& table : report_tables())
    if (table.name == name) return " ORDER BY " + key_list(table);
  return "";
}

Result<Done> write_csv(Store& store, const std::string& name, const std::string& path,
                       bool byte_order_mark) {
  Result<OutputFile> file = OutputFile::create(path);
  if (!file) return file.error();
  if (byte_order_mark) file->write(kByteOrderMark);
  const auto write_line = [&](const auto& values, const auto& text_of) {
    std::string line;
    for (const auto& value : values) {
      if (!line.empty() || &value != &values.front()) line += ',';
      line += text_of(value);
    }
    file->write(line + "\r\n");
  };
  const Result<Done> done = store.database().query(
      fmt::format("SELECT * FROM {}{}", name, order_of(name)), {},
      [&](const std::vector<Value>& row) {
        write_line(row, [](const Value& value) {
          return value.kind == ValueKind::integer ? std::to_string(value.integer)
                                                  : csv_field(value.text);
        });
        return !file->failed();
      },
      [&](const std::vector<std::string>& names) { write_line(names, csv_field); });
  return done ? file->commit() : done;
}

Result<Done> write_csv_files(Store& store, const ExportRequest& request) {
  const std::vector<std::string> all = table_names();
  for (const std::string& name : request.tables)
    if (std::find(all.begin(), all.end(), name) == all.end() && !is_view(name))
      return Error{ErrorCode::usage, "--table " + name + ": there is no such table or view",
                   "docs/import.md lists them"};
  const std::vector<std::string>& names = request.tables.empty() ? all : request.tables;
  std::error_code ignored;
  const bool folder =
      names.size() > 1 ||
      (!request.output.empty() &&
       (request.output.back() == '/' || std::filesystem::is_directory(request.output, ignored)));
  if (!folder)
    return write_csv(store, names.front(),
                     request.output.empty() ? std::string(kStandardStream) : request.output,
                     request.byte_order_mark);
  std::error_code error;
  std::filesystem::create_directories(request.output, error);
  if (error)
    return Error{ErrorCode::output,
                 fmt::format("{}: cannot be made a folder: {}", request.output, error.message()),
                 "name a folder that exists or can be created"};
  for (const std::string& name : names) {
    const std::string path = (std::filesystem::path(request.output) / (name + ".csv")).string();
    const Result<Done> done = write_csv(store, name, path, request.byte_order_mark);
    if (!done) return done;
  }
  return Done{};
}

/// The store, if it is one.
Result<Store> open_filled(const std::string& address) {
  Result<Store> store = open_store(address, false);
  if (!store) return store;
  const Result<int> version = schema_version(store->database());
  if (!version) return version.error();
  if (*version == kSchemaVersion) return store;
  if (*version == 0)
    return Error{ErrorCode::not_found, store_name(address) + ": is no store of reports",
                 "fill one with gouji import --into"};
  return Error{ErrorCode::output,
               fmt::format("{}: has tables of version {}, this gouji knows {}", store_name(address),
                           *version, kSchemaVersion),
               *version < kSchemaVersion ? "bring it up to date with gouji import"
                                         : "use the gouji that made it, or a newer one"};
}

}  // namespace

int export_reports(const ExportRequest& request) {
  Result<Store> store = open_filled(request.store);
  if (!store) return complain(store.error());
  const Result<Done> done = request.format == ExportFormat::jsonl
                                ? write_jsonl(*store, request)
                                : write_csv_files(*store, request);
  return done ? kExitOk : complain(done.error());
}

}  // namespace gouji
