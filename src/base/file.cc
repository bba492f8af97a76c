// SPDX-License-Identifier: GPL-3.0-or-later
// POSIX calls throughout: the messages need errno, and replacing a file without ever showing half
// of it needs rename().
#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace gouji {
namespace {

/// Bytes gathered before a write(2).
constexpr std::size_t kWriteBuffer = 64 * 1024;
/// Bytes asked for at once when the size of an input is not known.
constexpr std::size_t kReadChunk = 256 * 1024;

/// The unfinished file that a signal handler has to remove. One at a time is enough: the program
/// writes one output after the other.
char unfinished_path[4096];
std::atomic<bool> has_unfinished{false};

void remember_unfinished(const std::string& path) {
  if (path.size() >= sizeof unfinished_path) return;
  has_unfinished = false;
  std::memcpy(unfinished_path, path.c_str(), path.size() + 1);
  has_unfinished = true;
}

std::string reason(int error_number) {
  return std::strerror(error_number);
}

Error open_error(const std::string& name, int error_number) {
  switch (error_number) {
    case ENOENT:
    case ENOTDIR:
      return {ErrorCode::not_found, name + ": no such file", "check the path"};
    case EACCES:
    case EPERM:
      return {ErrorCode::unreadable, name + ": cannot be opened: permission denied",
              "give yourself the right to read it (chmod, chown)"};
    default:
      return {ErrorCode::unreadable,
              fmt::format("{}: cannot be opened: {}", name, reason(error_number)),
              "check the file and the disk it lies on"};
  }
}

Error too_large(const std::string& name, std::int64_t limit) {
  return {ErrorCode::too_large,
          fmt::format("{}: larger than the {} MiB that are read", name, limit >> 20),
          "a report is never that large; split the file or check what it is"};
}

/// Closes at the end of its life.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ > STDERR_FILENO) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

/// Reads to the end. `size` is what the file system says, 0 if it does not know.
Result<std::string> read_all(int descriptor, std::int64_t size, const std::string& name,
                             std::int64_t limit) {
  std::string bytes;
  std::size_t filled = 0;
  // One byte more than the size, so that the end is met without growing.
  bytes.resize(size > 0 ? static_cast<std::size_t>(size) + 1 : kReadChunk);
  while (true) {
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && errno == EISDIR)
      return Error{ErrorCode::is_directory, name + ": is a folder", "name a file"};
    if (got < 0)
      return Error{ErrorCode::unreadable,
                   fmt::format("{}: cannot be read: {}", name, reason(errno)),
                   "check the file and the disk it lies on"};
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (static_cast<std::int64_t>(filled) > limit) return too_large(name, limit);
  }
  bytes.resize(filled);
  if (filled == 0)
    return Error{ErrorCode::empty, name + ": is empty (0 bytes)", "fetch the file again"};
  return bytes;
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::int64_t limit) {
  if (path == kStandardStream)
    return read_all(STDIN_FILENO, 0, std::string(kStandardInputName), limit);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) return open_error(path, errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return open_error(path, errno);
  if (S_ISDIR(status.st_mode))
    return Error{ErrorCode::is_directory, path + ": is a folder",
                 fmt::format("name the files in it, e.g. {}/*.pdf", path)};
  if (S_ISREG(status.st_mode) && status.st_size > limit) return too_large(path, limit);
  return read_all(file.number(), S_ISREG(status.st_mode) ? status.st_size : 0, path, limit);
}

Result<OutputFile> OutputFile::create(const std::string& path) {
  OutputFile file;
  file.path_ = path;
  if (path == kStandardStream) {
    file.path_ = kStandardOutputName;
    file.descriptor_ = STDOUT_FILENO;
    return file;
  }
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode))
    return Error{ErrorCode::output, path + ": is a folder, not a file to write",
                 "name a file in it"};
  if (exists && !S_ISREG(status.st_mode)) {
    file.descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file.descriptor_ >= 0) return file;
    file.error_number_ = errno;
    return file.failure("opened");
  }
  // A symbolic link stays one: what it points at is replaced.
  char* resolved = exists ? ::realpath(path.c_str(), nullptr) : nullptr;
  file.target_ = resolved != nullptr ? resolved : path;
  std::free(resolved);
  const std::size_t slash = file.target_.rfind('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  file.temporary_ = file.target_.substr(0, name) + "." + file.target_.substr(name) + ".XXXXXX";
  file.descriptor_ = ::mkostemp(file.temporary_.data(), O_CLOEXEC);
  if (file.descriptor_ < 0) {
    file.error_number_ = errno;
    file.temporary_.clear();
    return file.failure("created");
  }
  remember_unfinished(file.temporary_);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  // The rights that the file had, or that a new file would get; mkostemp gives 0600.
  (void)::fchmod(file.descriptor_, exists ? status.st_mode & 07777 : 0666 & ~mask);
  return file;
}

OutputFile::OutputFile(OutputFile&& other) noexcept {
  *this = std::move(other);
}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
  if (this == &other) return *this;
  discard();
  path_ = std::move(other.path_);
  target_ = std::move(other.target_);
  temporary_ = std::exchange(other.temporary_, {});
  buffer_ = std::exchange(other.buffer_, {});
  descriptor_ = std::exchange(other.descriptor_, -1);
  error_number_ = other.error_number_;
  return *this;
}

OutputFile::~OutputFile() {
  discard();
}

void OutputFile::discard() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
  descriptor_ = -1;
  if (temporary_.empty()) return;
  ::unlink(temporary_.c_str());
  has_unfinished = false;
  temporary_.clear();
}

Error OutputFile::failure(const char* doing) const {
  std::string remedy;
  switch (error_number_) {
    case ENOSPC:
    case EDQUOT:
      remedy = "free some space or write to another disk";
      break;
    case ENOENT:
    case ENOTDIR:
      remedy = "create the folder first";
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      remedy = "write to a place where you have the right to";
      break;
    case EPIPE:
      remedy = "its reader has closed it; keep the reader open to the end";
      break;
    default:
      remedy = "check the place that is written to";
  }
  return {ErrorCode::output,
          fmt::format("{}: cannot be {}: {}", path_, doing, reason(error_number_)),
          std::move(remedy)};
}

void OutputFile::write(std::string_view bytes) {
  if (failed()) return;
  buffer_.append(bytes);
  if (buffer_.size() >= kWriteBuffer) flush();
}

void OutputFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && !failed()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno != EINTR) error_number_ = errno;
    if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

Result<Done> OutputFile::commit() {
  flush();
  if (descriptor_ > STDERR_FILENO && ::close(descriptor_) != 0 && !failed()) error_number_ = errno;
  descriptor_ = -1;
  if (!failed() && !temporary_.empty() && ::rename(temporary_.c_str(), target_.c_str()) != 0)
    error_number_ = errno;
  if (failed()) {
    const Error error = failure("written");
    discard();
    return error;
  }
  temporary_.clear();
  has_unfinished = false;
  return Done{};
}

Result<Done> write_file(const std::string& path, std::string_view bytes) {
  Result<OutputFile> file = OutputFile::create(path);
  if (!file) return file.error();
  file->write(bytes);
  return file->commit();
}

void remove_unfinished_output() noexcept {
  if (has_unfinished) ::unlink(unfinished_path);
}

}  // namespace gouji
