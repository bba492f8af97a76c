// SPDX-License-Identifier: GPL-3.0-or-later
// The work of `gouji export`: what a store holds, streamed out.
#pragma once

#include <string>
#include <vector>

namespace gouji {

enum class ExportFormat { jsonl, csv };

struct ExportRequest {
  std::string store;  ///< an address, see open_store()
  std::string
      output;  ///< a file (jsonl, or csv of one table) or a folder (csv), "" = standard output
  ExportFormat format = ExportFormat::jsonl;
  std::vector<std::string> tables;  ///< csv: tables and views; empty = all tables
  std::vector<std::string> kinds;   ///< jsonl: kinds of documents; empty = all
  std::string issuer;               ///< jsonl: "" = all
  int year = 0;                     ///< jsonl: main fiscal year, 0 = all
  bool byte_order_mark = true;      ///< csv
};

/// Reads and writes, complains on standard error, gives the exit status.
int export_reports(const ExportRequest& request);

}  // namespace gouji
