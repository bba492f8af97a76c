// SPDX-License-Identifier: GPL-3.0-or-later
// gouji import: the options and what they mean together.
#include "bulk/import.h"

#include <fmt/format.h>
#include <sched.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <memory>

#include "cli/commands.h"
#include "cli/console.h"
#include "cli/import_job.h"

namespace gouji {
namespace {

struct ImportArguments {
  ImportRequest request;
  std::string shard;
};

int cores() {
  cpu_set_t set;
  CPU_ZERO(&set);
  return ::sched_getaffinity(0, sizeof set, &set) == 0 ? std::max(1, CPU_COUNT(&set)) : 1;
}

Error usage(std::string what, std::string remedy) {
  return {ErrorCode::usage, std::move(what), std::move(remedy)};
}

/// "2/5"
Result<Shard> shard_of(const std::string& text) {
  Shard shard;
  if (text.empty()) return shard;
  const char* end = text.data() + text.size();
  const auto index = std::from_chars(text.data(), end, shard.index);
  const bool slash = index.ec == std::errc() && index.ptr != end && *index.ptr == '/';
  const auto count = slash ? std::from_chars(index.ptr + 1, end, shard.count) : index;
  if (!slash || count.ec != std::errc() || count.ptr != end || shard.count < 1 || shard.index < 1 ||
      shard.index > shard.count)
    return usage("--shard " + text + ": is no part of a whole",
                 "the second of five machines says --shard 2/5");
  return shard;
}

Result<ImportRequest> request_of(const ImportArguments& arguments) {
  ImportRequest request = arguments.request;
  const Result<Shard> shard = shard_of(arguments.shard);
  if (!shard) return shard.error();
  request.sources.shard = *shard;
  // "-" among the paths is the list on standard input, too.
  const auto dash = std::find(request.sources.paths.begin(), request.sources.paths.end(), "-");
  if (dash != request.sources.paths.end()) {
    if (!request.sources.list.empty())
      return usage("- and --from-file are two lists", "give one of them");
    request.sources.list = "-";
    request.sources.paths.erase(dash);
  }
  if (request.sources.paths.empty() && request.sources.list.empty())
    return usage("nothing to import", "name files or folders, or a list with --from-file");
  return request;
}

void add_options(CLI::App& command, ImportArguments& arguments) {
  ImportRequest& request = arguments.request;
  WorkerLimits& limits = request.options.pool.limits;
  request.options.pool.workers = cores();
  command.add_option("PATH", request.sources.paths,
                     "Files and folders; - is a list of paths on standard input");
  command
      .add_option("--into", request.store,
                  "The store: a file (SQLite), or postgresql://USER@HOST/DATABASE")
      ->type_name("FILE|ADDRESS")
      ->required();
  command
      .add_option("--from-file", request.sources.list, "A list of files and folders, one a line")
      ->type_name("LIST");
  command
      .add_option("--jobs,-j", request.options.pool.workers,
                  "So many documents at once; all cores if not given")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  command.add_option("--timeout", limits.seconds, "Seconds that one document may take (60)")
      ->type_name("S")
      ->check(CLI::Range(1, 86'400));
  command
      .add_option("--memory", limits.memory_mb, "Megabytes that the reading of one may take (1024)")
      ->type_name("MB")
      ->check(CLI::Range(16, 1 << 20));
  command.add_flag("--redo", request.options.redo, "Read again what is in the store");
  command.add_flag("--retry-failed", request.options.retry_failed,
                   "Read again what could not be read before");
  command.add_option("--limit", request.options.limit, "Read at most so many documents")
      ->type_name("N")
      ->check(CLI::Range(std::int64_t{1}, std::numeric_limits<std::int64_t>::max()));
  command.add_option("--shard", arguments.shard, "Only the files of part I of N, e.g. 2/5")
      ->type_name("I/N");
  command.add_option("--report", request.summary, "Write what was done into this file, as JSON")
      ->type_name("FILE");
  command
      .add_option("--patterns", request.pattern_folders,
                  "A folder with pattern files of your own; may be given several times")
      ->type_name("DIR")
      ->allow_extra_args(false);
  command.add_flag("--quiet", request.quiet, "Say only what could not be read");
}

}  // namespace

void add_import(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("import", "Read many reports into a database");
  const auto arguments = std::make_shared<ImportArguments>();
  add_options(*command, *arguments);
  command->callback([&run, arguments] {
    run = [arguments] {
      const Result<ImportRequest> request = request_of(*arguments);
      return request ? import_reports(*request) : complain(request.error());
    };
  });
}

}  // namespace gouji
