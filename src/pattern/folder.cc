// SPDX-License-Identifier: GPL-3.0-or-later
#include "pattern/folder.h"

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/sha256.h"

namespace gouji {
namespace {

/// Largest pattern file, bytes. Guards against a folder given by mistake.
constexpr std::int64_t kMaxPatternFile = 16 << 20;

Error bad_folder(const std::string& folder, const std::string& what) {
  return {ErrorCode::bad_pattern, folder + ": " + what,
          "--patterns takes a folder with pattern files (*.toml)"};
}

}  // namespace

Result<std::vector<PatternFileText>> read_pattern_folder(const std::string& folder,
                                                         const std::string& shown_prefix) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(folder, error)) return bad_folder(folder, "is no folder");
  std::vector<std::string> paths;
  const fs::path root(folder);
  for (fs::recursive_directory_iterator it(root, error), end; !error && it != end;
       it.increment(error))
    if (it->path().extension() == ".toml" && it->is_regular_file())
      paths.push_back(it->path().lexically_relative(root).generic_string());
  if (error) return bad_folder(folder, "cannot be read: " + error.message());
  if (paths.empty()) return bad_folder(folder, "holds no pattern file");
  std::sort(paths.begin(), paths.end());
  std::vector<PatternFileText> files;
  for (const std::string& path : paths) {
    const std::string full = (root / path).generic_string();
    Result<std::string> bytes = read_file(full, kMaxPatternFile);
    if (!bytes) return Error{ErrorCode::bad_pattern, bytes.error().message, bytes.error().remedy};
    files.push_back({path, shown_prefix.empty() ? full : shown_prefix + path, std::move(*bytes)});
  }
  return files;
}

std::string hash_of_files(std::string_view before, const std::vector<PatternFileText>& files) {
  Sha256 digest;
  digest.update(before);
  for (const PatternFileText& file : files) {
    digest.update(file.path + '\n' + std::to_string(file.bytes.size()) + '\n');
    digest.update(file.bytes);
  }
  return digest.hex();
}

}  // namespace gouji
