// SPDX-License-Identifier: GPL-3.0-or-later
// gouji check: the options and what they mean together.
#include <cstdlib>
#include <map>
#include <memory>

#include "cli/check_job.h"
#include "cli/commands.h"
#include "cli/console.h"

namespace gouji {
namespace {

struct CheckArguments {
  CheckRequest request;
  std::string format = "text";
  std::string severity = "info";
  std::string language = "auto";
  std::string rule;
  CLI::Option* explain = nullptr;
};

/// The language that the locale asks for (POSIX: LC_ALL before LC_MESSAGES before LANG).
Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("zh") ? Language::zh : Language::en;
  }
  return Language::en;
}

void settle(CheckArguments& arguments) {
  static const std::map<std::string, FindingsFormat> kFormats = {{"text", FindingsFormat::text},
                                                                 {"json", FindingsFormat::json},
                                                                 {"jsonl", FindingsFormat::jsonl},
                                                                 {"sarif", FindingsFormat::sarif}};
  static const std::map<std::string, Severity> kSeverities = {
      {"error", Severity::error}, {"warning", Severity::warning}, {"info", Severity::info}};
  CheckRequest& request = arguments.request;
  request.format = kFormats.at(arguments.format);
  request.choice.least = kSeverities.at(arguments.severity);
  request.language = arguments.language == "auto" ? language_of_locale()
                     : arguments.language == "zh" ? Language::zh
                                                  : Language::en;
}

int run_check(CheckArguments& arguments) {
  settle(arguments);
  const CheckRequest& request = arguments.request;
  if (arguments.explain->count() > 0)
    return explain_rule(arguments.rule, request.pattern_folders, request.language);
  if (request.inputs.empty())
    return complain({ErrorCode::usage, "check needs a FILE", "name PDF or text files"});
  return check(request);
}

void add_options(CLI::App& command, CheckArguments& arguments) {
  CheckRequest& request = arguments.request;
  command.add_option("FILE", request.inputs, "PDF or text files; - is standard input");
  command.add_option("-o,--output", request.output, "Write to this file")->type_name("FILE");
  command
      .add_option("--format", arguments.format,
                  "text for people; json, jsonl (a finding a line), sarif for programs")
      ->check(CLI::IsMember({"text", "json", "jsonl", "sarif"}))
      ->capture_default_str();
  command.add_option("--severity", arguments.severity, "Tell findings from this severity on")
      ->check(CLI::IsMember({"error", "warning", "info"}))
      ->capture_default_str();
  command.add_option("--rules", request.choice.rules, "Only these rules: share,growth or sum.*")
      ->delimiter(',')
      ->type_name("NAMES")
      ->allow_extra_args(false);
  command.add_flag("--passes", request.choice.passes, "Tell the relations that hold, too");
  command.add_flag("--not-checked", request.choice.not_checked,
                   "Tell what could not be checked, and why");
  command
      .add_option("--accepted", request.accepted,
                  "A file of accepted findings: fingerprint, blank, reason on each line")
      ->type_name("FILE");
  command
      .add_option("--lang", arguments.language, "Language of the sentences (auto: of the locale)")
      ->check(CLI::IsMember({"auto", "zh", "en"}))
      ->capture_default_str();
  arguments.explain = command
                          .add_option("--explain", arguments.rule,
                                      "Print what a rule does and where it keeps silent; without "
                                      "a name, list the rules")
                          ->type_name("RULE")
                          ->expected(0, 1);
  command
      .add_option("--encoding", request.encoding, "Encoding of text files; detected if not given")
      ->type_name("NAME");
  command.add_option("--password", request.password, "Password of encrypted PDFs")
      ->type_name("TEXT");
  command
      .add_option("--patterns", request.pattern_folders,
                  "A folder with pattern files of your own; may be given several times")
      ->type_name("DIR")
      ->allow_extra_args(false);
  command.add_flag("--quiet", request.quiet, "No progress line");
}

}  // namespace

void add_check(CLI::App& app, Run& run) {
  CLI::App* command =
      app.add_subcommand("check", "Recompute the figures of reports and tell what cannot be right");
  const auto arguments = std::make_shared<CheckArguments>();
  add_options(*command, *arguments);
  command->callback([&run, arguments] { run = [arguments] { return run_check(*arguments); }; });
}

}  // namespace gouji
