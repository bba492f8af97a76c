// SPDX-License-Identifier: GPL-3.0-or-later
// The work of `gouji extract`: every input read in turn, its report written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/table_output.h"
#include "output/json_writer.h"
#include "pipeline/stages.h"

namespace gouji {

struct ExtractRequest {
  std::vector<std::string> inputs;  ///< paths, "-" for standard input
  std::string output;               ///< a file or a folder, "" = standard output
  bool output_is_folder = false;
  ReportFormat format = ReportFormat::json;
  bool byte_order_mark = true;  ///< CSV
  bool jsonl = false;           ///< one report a line, all into one output
  JsonForm form = JsonForm::indented;
  std::string encoding;
  std::string password;
  std::vector<std::string> pattern_folders;
  std::optional<Stage> stop_after;
  std::string overlay_folder;  ///< "" = none
  bool checks = true;          ///< recompute the relations
  bool quiet = false;
};

/// Reads and writes, complains on standard error, gives the exit status.
int extract(const ExtractRequest& request);

}  // namespace gouji
