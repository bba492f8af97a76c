// SPDX-License-Identifier: GPL-3.0-or-later
// gouji schema: prints the JSON Schema of reports.
#include "output/schema.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/exit_status.h"

namespace gouji {

void add_schema(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("schema", "Print the JSON Schema of reports (draft 7)");
  command->callback([&run] {
    run = [] {
      const Result<Done> written = write_file(std::string(kStandardStream), report_schema());
      return written ? kExitOk : complain(written.error());
    };
  });
}

}  // namespace gouji
