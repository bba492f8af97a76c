// SPDX-License-Identifier: GPL-3.0-or-later
// gouji figures --lines: the figures of single lines, without a document around them.
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/exit_status.h"
#include "figure/lines.h"

namespace gouji {
namespace {

struct FiguresOptions {
  bool lines = false;
  std::string scope = "all";
  std::string ranges;  // "" = one in the scope all, two in the scope report
  std::vector<std::string> folders;
};

int figures(const FiguresOptions& options) {
  if (!options.lines)
    return complain({ErrorCode::usage, "figures reads lines", "say gouji figures --lines"});
  const Result<PatternSet> patterns = PatternSet::load(options.folders);
  if (!patterns) return complain(patterns.error());
  const FigureScanner scanner(*patterns);
  const NumeralScope scope = options.scope == "all" ? NumeralScope::all : NumeralScope::report;
  const bool one = options.ranges.empty() ? scope == NumeralScope::all : options.ranges == "one";
  const RangeForm form = one ? RangeForm::one : RangeForm::two;
  Result<OutputFile> out = OutputFile::create(std::string(kStandardStream));
  if (!out) return complain(out.error());
  std::ios::sync_with_stdio(false);
  std::string line;
  while (!out->failed() && std::getline(std::cin, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    out->write(figures_json_line(scanner, line, scope, form) + "\n");
    // Whoever asks line by line waits for the answer; a whole file is answered in large pieces.
    if (std::cin.rdbuf()->in_avail() <= 0) out->flush();
  }
  const Result<Done> written = out->commit();
  return written ? kExitOk : complain(written.error());
}

}  // namespace

void add_figures(CLI::App& app, Run& run) {
  CLI::App* command =
      app.add_subcommand("figures", "Print the figures of lines read from standard input");
  const auto options = std::make_shared<FiguresOptions>();
  command->add_flag("--lines", options->lines,
                    "For each line of standard input a JSON array of its figures on one line");
  command
      ->add_option("--scope", options->scope,
                   "all: every numeral that is no date; report: those that are figures of a report")
      ->check(CLI::IsMember({"all", "report"}))
      ->capture_default_str();
  command
      ->add_option("--ranges", options->ranges,
                   "How 3-5 is written: one entry with low and high, or two with bounds as in a "
                   "report (default: one in the scope all, two in the scope report)")
      ->check(CLI::IsMember({"one", "two"}));
  command
      ->add_option("--patterns", options->folders,
                   "A folder with pattern files of your own; may be given several times")
      ->type_name("DIR")
      ->allow_extra_args(false);
  command->callback([&run, options] { run = [options] { return figures(*options); }; });
}

}  // namespace gouji
