// SPDX-License-Identifier: GPL-3.0-or-later
#include "gouji/extract.h"

#include <utility>

#include "base/file.h"
#include "pipeline/stages.h"

namespace gouji {

Extractor::Extractor(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

Result<Extractor> Extractor::create(const std::vector<std::string>& pattern_folders) {
  Result<PatternSet> patterns = PatternSet::load(pattern_folders);
  if (!patterns) return patterns.error();
  FigureScanner scanner(*patterns);
  return Extractor(std::make_unique<Parts>(Parts{std::move(*patterns), std::move(scanner)}));
}

Result<Report> Extractor::extract_file(const std::string& path,
                                       const ExtractOptions& options) const {
  const Result<std::string> bytes = read_file(path);
  if (!bytes) return bytes.error();
  return extract_bytes(*bytes, path, options);
}

Result<Report> Extractor::extract_bytes(std::string_view bytes, const std::string& name,
                                        const ExtractOptions& options) const {
  Result<Stages> stages =
      run_stages(*parts_, bytes, name, options, options.checks ? Stage::check : Stage::record);
  if (!stages) return stages.error();
  return make_report(std::move(*stages), parts_->patterns);
}

}  // namespace gouji
