// SPDX-License-Identifier: GPL-3.0-or-later
// gouji patterns list|test|show: what the tool knows, and whether it holds.
#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "pattern/selftest.h"

namespace gouji {
namespace {

struct PatternsOptions {
  std::vector<std::string> folders;
  std::string id;
};

std::string_view kind_name(PatternEntryKind kind) {
  switch (kind) {
    case PatternEntryKind::pattern:
      return "pattern";
    case PatternEntryKind::words:
      return "words";
    case PatternEntryKind::definition:
      return "definition";
  }
  return "";
}

int print(const std::string& text) {
  const Result<Done> written = write_file(std::string(kStandardStream), text);
  return written ? kExitOk : complain(written.error());
}

int list(const PatternsOptions& options) {
  const Result<std::vector<PatternEntry>> entries = load_entries(options.folders);
  if (!entries) return complain(entries.error());
  std::string text;
  for (const PatternEntry& entry : *entries)
    text += fmt::format("{}\t{}\t{}\n", entry.id, kind_name(entry.kind), entry.place.str());
  return print(text);
}

int test(const PatternsOptions& options) {
  const Result<std::vector<PatternEntry>> entries = load_entries(options.folders);
  if (!entries) return complain(entries.error());
  const SelfTestResult result = self_test(*entries);
  for (const ExampleFailure& failed : result.failures)
    say(fmt::format("{}: {}: {}", failed.place.str(), failed.id, failed.what));
  const int status = print(fmt::format("{} examples of {} entries tried, {} failed\n",
                                       result.examples, entries->size(), result.failures.size()));
  if (status != kExitOk) return status;
  return result.failures.empty() ? kExitOk : kExitUsage;
}

std::string example_line(std::string_view what, const Example& example) {
  std::string line = fmt::format("{}: {}", what, example.text);
  for (const auto& [name, value] : example.groups) line += fmt::format("  {}={}", name, value);
  return line + "\n";
}

std::string describe(const PatternEntry& entry) {
  std::string text = fmt::format("{}  ({}, {})\nwhy: {}\n", entry.id, kind_name(entry.kind),
                                 entry.place.str(), entry.why);
  if (!entry.expression.empty()) text += fmt::format("expression: {}\n", entry.expression);
  for (const auto& [key, value] : entry.attributes) text += fmt::format("{}: {}\n", key, value);
  for (const Word& word : entry.words) {
    text += "word: " + word.text;
    for (const auto& [key, value] : word.attributes) text += fmt::format("  {}={}", key, value);
    text += "\n";
  }
  for (const auto* lists : {&entry.values, &entry.expressions})
    for (const auto& [key, values] : *lists)
      for (const std::string& value : values) text += fmt::format("{}: {}\n", key, value);
  for (const Example& example : entry.match) text += example_line("match", example);
  for (const Example& example : entry.reject) text += example_line("reject", example);
  return text;
}

int show(const PatternsOptions& options) {
  const Result<std::vector<PatternEntry>> entries = load_entries(options.folders);
  if (!entries) return complain(entries.error());
  std::string text;
  for (const PatternEntry& entry : *entries)
    if (entry.id == options.id || entry.id.rfind(options.id + "/", 0) == 0)
      text += (text.empty() ? "" : "\n") + describe(entry);
  if (!text.empty()) return print(text);
  return complain({ErrorCode::usage, options.id + ": no entry has this id",
                   "gouji patterns list prints all ids"});
}

}  // namespace

void add_patterns(CLI::App& app, Run& run) {
  CLI::App* command =
      app.add_subcommand("patterns", "List, show or test the pattern files in force");
  command->require_subcommand(1);
  const auto options = std::make_shared<PatternsOptions>();
  const auto add = [&](const char* name, const char* help, int (*work)(const PatternsOptions&)) {
    CLI::App* sub = command->add_subcommand(name, help);
    sub->add_option("--patterns", options->folders, "A folder with pattern files of your own")
        ->type_name("DIR")
        ->allow_extra_args(false);
    sub->callback([&run, options, work] { run = [options, work] { return work(*options); }; });
    return sub;
  };
  add("list", "Print id, kind and place of every entry", list);
  add("test", "Try every example of every entry", test);
  add("show", "Print an entry, or all entries of a file or folder", show)
      ->add_option("ID", options->id, "e.g. outline/marker/chinese_comma, or outline/marker")
      ->required();
}

}  // namespace gouji
