// SPDX-License-Identifier: GPL-3.0-or-later
// The main job: a document in, its report out.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/report.h"
#include "gouji/result.h"

namespace gouji {

/// What one extraction may use.
struct ExtractOptions {
  std::string encoding;  ///< text sources: force an encoding, "" = detect
  std::string password;  ///< encrypted PDFs
  bool checks = true;    ///< recompute the relations; false leaves Report::checks empty
  /// Called after each page of a PDF (done, total); may be empty. Never called concurrently.
  void (*progress)(int done, int total, void* context) = nullptr;
  void* progress_context = nullptr;
};

/// Compiled patterns and vocabularies. Load once, use from any thread, any number of documents.
class Extractor {
 public:
  /// Loads the built-in pattern files and those below `pattern_folders`. Error: bad_pattern.
  static Result<Extractor> create(const std::vector<std::string>& pattern_folders = {});
  ~Extractor();
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;

  /// Reads the file at `path`. Errors: see ErrorCode; the message names the file.
  Result<Report> extract_file(const std::string& path, const ExtractOptions& options = {}) const;
  /// Reads a document held in memory; `name` stands for the path in the report and in messages.
  Result<Report> extract_bytes(std::string_view bytes, const std::string& name,
                               const ExtractOptions& options = {}) const;

  struct Parts;  ///< for the command line: the stages one by one (pipeline/stages.h)
  const Parts& parts() const { return *parts_; }

 private:
  explicit Extractor(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace gouji
