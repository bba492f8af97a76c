// SPDX-License-Identifier: GPL-3.0-or-later
// The work of `gouji import`: reads files into a store and says how it goes.
#pragma once

#include <string>
#include <vector>

#include "base/sink.h"
#include "bulk/import.h"

namespace gouji {

struct ImportRequest {
  WorkSources sources;
  std::string store;    ///< an address, see open_store()
  std::string summary;  ///< a file for the summary as JSON, "" = none
  std::vector<std::string> pattern_folders;
  ImportOptions options;
  bool quiet = false;
};

/// Reads and stores, complains on standard error, gives the exit status.
int import_reports(const ImportRequest& request);

/// The summary as JSON, for programs.
void write_summary(const ImportSummary& summary, const std::string& store, Sink& sink);

}  // namespace gouji
