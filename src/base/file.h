// SPDX-License-Identifier: GPL-3.0-or-later
// Files: read whole, written whole or not at all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/sink.h"
#include "gouji/result.h"

namespace gouji {

/// Largest input that is read, bytes. The largest of 500 published reports has 60 MB; a document is
/// held in memory as a whole.
inline constexpr std::int64_t kMaxInputBytes = std::int64_t{1} << 30;

/// The path that stands for standard input or output.
inline constexpr std::string_view kStandardStream = "-";
/// What messages and reports call it.
inline constexpr std::string_view kStandardInputName = "standard input";
inline constexpr std::string_view kStandardOutputName = "standard output";

/// The bytes of the file at `path`, or of standard input for "-". Errors: not_found, is_directory,
/// unreadable, empty, too_large; each with its remedy.
Result<std::string> read_file(const std::string& path, std::int64_t limit = kMaxInputBytes);

/// A file being written. What exists at `path` stays as it was until commit(): the bytes go into a
/// file beside it, which then takes its place. A device, a pipe or "-" is written to directly. Not
/// committed = never written: the file beside is removed.
class OutputFile : public Sink {
 public:
  static Result<OutputFile> create(const std::string& path);
  ~OutputFile() override;
  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&& other) noexcept;

  /// Buffers and writes. The first failure is kept and told by commit(); what follows is ignored.
  void write(std::string_view bytes) override;
  bool failed() const override { return error_number_ != 0; }
  /// Writes what is buffered.
  void flush();
  /// Everything is on its way to the disk and stands at its place, or an error (code output).
  Result<Done> commit();

 private:
  OutputFile() = default;
  void discard();
  Error failure(const char* doing) const;

  std::string path_;       ///< as given, for messages
  std::string target_;     ///< symbolic links followed
  std::string temporary_;  ///< empty: written directly
  std::string buffer_;
  int descriptor_ = -1;
  int error_number_ = 0;  ///< errno of the first failure
};

/// Writes a whole file in one call, with the promises of OutputFile.
Result<Done> write_file(const std::string& path, std::string_view bytes);

/// Removes the unfinished file of the OutputFile in work, if there is one. For signal handlers:
/// only async-signal-safe calls.
void remove_unfinished_output() noexcept;

}  // namespace gouji
