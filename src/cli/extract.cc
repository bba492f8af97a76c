// SPDX-License-Identifier: GPL-3.0-or-later
// gouji extract: the options and what they mean together.
#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/extract_job.h"

namespace gouji {
namespace {

struct ExtractArguments {
  ExtractRequest request;
  std::string stop_after;
  std::string format = "json";
  bool compact = false;
  bool no_bom = false;
};

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return !path.empty() && (path.back() == '/' || std::filesystem::is_directory(path, ignored));
}

Error usage(std::string what, std::string remedy) {
  return {ErrorCode::usage, std::move(what), std::move(remedy)};
}

/// Whether the output is a file that is also read.
bool names_an_input(const ExtractRequest& request) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(request.output, ignored)) return false;
  return std::any_of(request.inputs.begin(), request.inputs.end(), [&](const std::string& input) {
    std::error_code unequal;
    return std::filesystem::equivalent(input, request.output, unequal);
  });
}

/// The format asked for, or why it does not go with the other arguments.
Result<ReportFormat> format_of(const ExtractArguments& arguments) {
  const ExtractRequest& request = arguments.request;
  const std::string option = "--format " + arguments.format;
  if (arguments.no_bom && arguments.format != "csv")
    return usage("--no-bom is for --format csv", "leave it out");
  if (arguments.format == "json") return ReportFormat::json;
  if (arguments.format != "csv" && arguments.format != "xlsx")
    return usage(option + ": there is no such format", "formats are json, csv, xlsx");
  if (request.jsonl || arguments.compact || !arguments.stop_after.empty())
    return usage(
        option + " writes tables; --jsonl, --compact and --stop-after are for JSON and text",
        "leave one of them out");
  const bool nowhere = request.output.empty() || request.output == "-";
  if (nowhere && request.inputs.size() > 1)
    return usage("several files give several outputs", "add -o DIR for a file each");
  if (arguments.format == "csv") return ReportFormat::csv;
  if (nowhere)
    return usage("a workbook is not written to standard output", "add -o FILE.xlsx or -o DIR");
  return ReportFormat::xlsx;
}

/// What the arguments ask for, or why they contradict each other.
Result<ExtractRequest> request_of(const ExtractArguments& arguments) {
  ExtractRequest request = arguments.request;
  const bool several = request.inputs.size() > 1;
  const Result<ReportFormat> format = format_of(arguments);
  if (!format) return format.error();
  request.format = *format;
  request.byte_order_mark = !arguments.no_bom;
  if (!arguments.stop_after.empty()) {
    request.stop_after = stage_named(arguments.stop_after);
    if (!request.stop_after)
      return usage("--stop-after " + arguments.stop_after + ": there is no such stage",
                   "stages are source, layout, table, outline, figure, record, check");
    if (request.jsonl)
      return usage("--stop-after prints text, --jsonl reports", "leave one of them out");
  }
  if (request.stop_after && !request.overlay_folder.empty())
    return usage("--overlay draws whole reports, --stop-after ends before",
                 "leave one of them out");
  request.output_is_folder = is_folder(request.output) || (several && !request.jsonl);
  if (request.jsonl && is_folder(request.output))
    return usage("--jsonl writes one file, but -o names the folder " + request.output,
                 "name a file, or leave out --jsonl");
  if (request.output_is_folder && request.output.empty()) {
    if (!request.stop_after)
      return usage("several files give several reports",
                   "add -o DIR for a file each, or --jsonl for one report a line");
    request.output_is_folder = false;
  }
  if (request.output == "-") request.output.clear();
  if (request.format == ReportFormat::json && names_an_input(request))
    return usage(request.output + ": the report would replace its own input",
                 "write to another place with -o");
  if (arguments.compact || request.jsonl) request.form = JsonForm::compact;
  return request;
}

void add_options(CLI::App& command, ExtractArguments& arguments) {
  ExtractRequest& request = arguments.request;
  command.add_option("FILE", request.inputs, "PDF or text files; - is standard input")->required();
  command
      .add_option("-o,--output", request.output,
                  "Write to this file, or into this folder one file an input")
      ->type_name("DIR|FILE");
  command
      .add_option("--format", arguments.format,
                  "json: the report; xlsx: its tables as a workbook; csv: a file a table")
      ->type_name("json|csv|xlsx");
  command.add_flag("--no-bom", arguments.no_bom, "CSV without a byte-order mark in front");
  command.add_flag("--jsonl", request.jsonl, "One report a line");
  command.add_flag("--compact", arguments.compact, "No line breaks and blanks in the JSON");
  command
      .add_option("--encoding", request.encoding,
                  "Encoding of text files (UTF-8, GB18030, Big5 …); detected if not given")
      ->type_name("NAME");
  command.add_option("--password", request.password, "Password of encrypted PDFs")
      ->type_name("TEXT");
  command
      .add_option("--patterns", request.pattern_folders,
                  "A folder with pattern files of your own; may be given several times")
      ->type_name("DIR")
      ->allow_extra_args(false);
  command
      .add_option(
          "--stop-after", arguments.stop_after,
          "Print what a stage understood: source, layout, table, outline, figure, record, check")
      ->type_name("STAGE");
  command
      .add_option("--overlay", request.overlay_folder,
                  "Draw what was understood on the pages of a PDF: DIR/page-0001.png …")
      ->type_name("DIR");
  command.add_flag("!--no-checks", request.checks, "Do not recompute relations: checks stay empty");
  command.add_flag("--quiet", request.quiet, "No progress line");
}

}  // namespace

void add_extract(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("extract", "Read reports, write their JSON");
  const auto arguments = std::make_shared<ExtractArguments>();
  add_options(*command, *arguments);
  command->callback([&run, arguments] {
    run = [arguments] {
      const Result<ExtractRequest> request = request_of(*arguments);
      return request ? extract(*request) : complain(request.error());
    };
  });
}

}  // namespace gouji
