// SPDX-License-Identifier: GPL-3.0-or-later
// The subcommands. Each function adds one to `app`; when the user chose it, `run` is set to what it
// does, which gives the exit status.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace gouji {

using Run = std::function<int()>;

void add_check(CLI::App& app, Run& run);
void add_extract(CLI::App& app, Run& run);
void add_figures(CLI::App& app, Run& run);
void add_export(CLI::App& app, Run& run);
void add_import(CLI::App& app, Run& run);
void add_patterns(CLI::App& app, Run& run);
void add_schema(CLI::App& app, Run& run);

}  // namespace gouji
