// SPDX-License-Identifier: GPL-3.0-or-later
// gouji: reads reports of Chinese public bodies into JSON.
#include <csignal>
#include <cstdlib>
#include <new>

#include "base/file.h"
#include "base/version.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/exit_status.h"

namespace gouji {
namespace {

constexpr const char* kExamples = R"(
Examples:
  gouji extract report.pdf                      the report as JSON on standard output
  gouji extract report.pdf -o report.json       … into a file
  gouji extract *.pdf *.txt -o out/             a file each, out/NAME.json
  gouji extract report.pdf --format xlsx -o DIR its tables as a workbook, DIR/report.xlsx
  gouji extract *.pdf --jsonl | jq .document    one report a line
  gouji extract report.pdf --stop-after table   what one stage understood, as text
  gouji extract report.pdf --overlay pages/     … drawn on the pages, as PNG
  gouji check report.pdf                        which figures cannot be right, where and why
  gouji check *.pdf --format sarif -o out.sarif … for programs
  gouji import reports/ --into reports.sqlite   a folder into a database; again: only what is new
  gouji export --from reports.sqlite > all.jsonl  what the database holds
  gouji patterns test --patterns my-patterns/   try the examples of your own pattern files

Exit status: 0 all went well; 1 check found errors; 2 wrong usage, or a pattern file that is not valid;
3 an input could not be read or an output not written (standard error says which and why).)";

/// Leaves no unfinished file behind when somebody ends the program.
extern "C" void on_signal(int number) {
  remove_unfinished_output();
  std::signal(number, SIG_DFL);
  std::raise(number);
}

void handle_signals() {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) std::signal(number, on_signal);
  // A reader that goes away is an error of writing, with its message.
  std::signal(SIGPIPE, SIG_IGN);
}

int run(int argc, char** argv) {
  CLI::App app("gouji reads the reports of Chinese public bodies, PDF or text, into JSON.",
               "gouji");
  app.footer(kExamples);
  app.set_version_flag("--version", "gouji " + std::string(version()));
  app.require_subcommand(1);
  Run chosen;
  add_check(app, chosen);
  add_extract(app, chosen);
  add_figures(app, chosen);
  add_import(app, chosen);
  add_export(app, chosen);
  add_patterns(app, chosen);
  add_schema(app, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return app.exit(error);
    std::string what = error.what();
    if (app.get_subcommands().empty() && app.remaining_size() > 0) {
      const std::string first = app.remaining().front();
      what = first + ": there is no such " + (first.starts_with('-') ? "option" : "command");
    }
    say(what + "; run gouji --help for what there is");
    return kExitUsage;
  }
  return chosen();
}

}  // namespace
}  // namespace gouji

int main(int argc, char** argv) {
  gouji::handle_signals();
  try {
    return gouji::run(argc, argv);
  } catch (const std::bad_alloc&) {
    gouji::say("out of memory; close other programs or read fewer files at once");
    return gouji::kExitUnreadable;
  }
}
