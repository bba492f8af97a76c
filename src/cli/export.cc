// SPDX-License-Identifier: GPL-3.0-or-later
// gouji export: the options and what they mean together.
#include <filesystem>
#include <map>
#include <memory>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/export_job.h"

namespace gouji {
namespace {

struct ExportArguments {
  ExportRequest request;
  bool no_bom = false;
};

Error usage(std::string what, std::string remedy) {
  return {ErrorCode::usage, std::move(what), std::move(remedy)};
}

Result<ExportRequest> request_of(const ExportArguments& arguments) {
  ExportRequest request = arguments.request;
  request.byte_order_mark = !arguments.no_bom;
  if (request.output == kStandardStream) request.output.clear();
  const bool choice = !request.kinds.empty() || !request.issuer.empty() || request.year != 0;
  if (request.format == ExportFormat::csv) {
    if (choice)
      return usage("--kind, --issuer and --year are for --format jsonl",
                   "leave them out, and choose among the rows of the CSV");
    if (request.output.empty() && request.tables.size() != 1)
      return usage("several tables give several files", "add -o DIR, or name one with --table");
  } else if (!request.tables.empty()) {
    return usage("--table is for --format csv", "leave it out");
  }
  return request;
}

void add_options(CLI::App& command, ExportArguments& arguments) {
  ExportRequest& request = arguments.request;
  command
      .add_option("--from", request.store,
                  "The store: a file (SQLite), or postgresql://USER@HOST/DATABASE")
      ->type_name("FILE|ADDRESS")
      ->required();
  const std::map<std::string, ExportFormat> formats = {{"jsonl", ExportFormat::jsonl},
                                                       {"csv", ExportFormat::csv}};
  command
      .add_option("--format", request.format,
                  "jsonl: one report a line; csv: the tables of the store, a file each")
      ->type_name("jsonl|csv")
      ->transform(CLI::CheckedTransformer(formats).description(""));
  command
      .add_option("-o,--output", request.output, "Write to this file, or (csv) into this folder")
      ->type_name("DIR|FILE");
  command
      .add_option("--table", request.tables,
                  "csv: only this table or view, e.g. v_findings; may be given several times")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command.add_option("--kind", request.kinds, "jsonl: only documents of this kind; several times")
      ->type_name("KIND")
      ->allow_extra_args(false);
  command.add_option("--issuer", request.issuer, "jsonl: only documents of this body")
      ->type_name("NAME");
  command.add_option("--year", request.year, "jsonl: only documents of this fiscal year")
      ->type_name("YEAR");
  command.add_flag("--no-bom", arguments.no_bom, "CSV without a byte-order mark in front");
}

}  // namespace

void add_export(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("export", "Write what a database of reports holds");
  const auto arguments = std::make_shared<ExportArguments>();
  add_options(*command, *arguments);
  command->callback([&run, arguments] {
    run = [arguments] {
      const Result<ExportRequest> request = request_of(*arguments);
      return request ? export_reports(*request) : complain(request.error());
    };
  });
}

}  // namespace gouji
