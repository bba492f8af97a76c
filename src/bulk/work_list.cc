// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulk/work_list.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/file.h"
#include "base/utf8.h"

namespace gouji {
namespace {

namespace fs = std::filesystem;

/// FNV-1a, 64 bits: the same on every machine.
std::uint64_t spread(const std::string& text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

bool is_hidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
}

/// The ending of the name, in lower case: ".pdf".
std::string ending_of(const fs::path& path) {
  std::string ending = path.extension().string();
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return ending;
}

bool begins_like_pdf(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return false;
  char bytes[1024];
  const ssize_t got = ::read(file, bytes, sizeof bytes);
  ::close(file);
  const std::string_view head(bytes, static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  return head.find("%PDF-") != std::string_view::npos;
}

}  // namespace

bool Shard::has(const std::string& path) const {
  if (count <= 1) return true;
  return spread(path) % static_cast<std::uint64_t>(count) == static_cast<std::uint64_t>(index - 1);
}

Result<WorkList> WorkList::open(const WorkSources& sources) {
  WorkList list;
  list.shard_ = sources.shard;
  for (const std::string& path : sources.paths) {
    std::error_code ignored;
    if (!fs::exists(path, ignored))
      return Error{ErrorCode::not_found, path + ": no such file or folder", "check the path"};
    list.add(path);
  }
  if (sources.list.empty()) return list;
  list.descriptor_ = sources.list == kStandardStream
                         ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
                         : ::open(sources.list.c_str(), O_RDONLY | O_CLOEXEC);
  if (list.descriptor_ < 0)
    return Error{errno == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable,
                 fmt::format("{}: cannot be opened: {}", sources.list, std::strerror(errno)),
                 "check the path of the list"};
  return list;
}

WorkList::WorkList(WorkList&& other) noexcept
    : queue_(std::move(other.queue_)),
      unread_(std::move(other.unread_)),
      passed_over_(std::move(other.passed_over_)),
      line_(std::move(other.line_)),
      first_line_(other.first_line_),
      descriptor_(std::exchange(other.descriptor_, -1)),
      known_(other.known_),
      shard_(other.shard_) {}

WorkList::~WorkList() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void WorkList::add(const std::string& path) {
  std::error_code ignored;
  fs::is_directory(path, ignored) ? add_folder(path) : add_file(path);
}

void WorkList::add_file(const std::string& path) {
  if (!shard_.has(path)) return;
  queue_.push_back(path);
  ++known_;
}

void WorkList::add_folder(const std::string& path) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error))
    if (!is_hidden(at->path())) entries.push_back(at->path());
  if (error) unread_.push_back(path + ": the folder cannot be read: " + error.message());
  std::sort(entries.begin(), entries.end());
  for (const fs::path& entry : entries) {
    std::error_code ignored;
    const fs::file_status status = fs::status(entry, ignored);
    // A link to a folder may lead round in circles; one to a file does not.
    if (fs::is_directory(status)) {
      if (!fs::is_symlink(entry, ignored)) add_folder(entry.string());
    } else if (fs::is_regular_file(status) || !fs::exists(status)) {
      const std::string ending = ending_of(entry);
      if (ending == ".pdf" || ending == ".txt" || begins_like_pdf(entry))
        add_file(entry.string());
      else
        ++passed_over_[ending];
    }
  }
}

void WorkList::read_list() {
  pollfd ready = {descriptor_, POLLIN, 0};
  while (queue_.empty() && descriptor_ >= 0 && ::poll(&ready, 1, 0) > 0) {
    char bytes[64 * 1024];
    const ssize_t got = ::read(descriptor_, bytes, sizeof bytes);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0)
      unread_.push_back(std::string("the list of files cannot be read to its end: ") +
                        std::strerror(errno));
    line_.append(bytes, static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got <= 0) {
      ::close(descriptor_);
      descriptor_ = -1;
      line_ += '\n';  // the last line may lack its end
    }
    std::size_t begin = 0;
    for (std::size_t end = 0; (end = line_.find('\n', begin)) != std::string::npos;
         begin = end + 1) {
      std::string path = line_.substr(begin, end - begin);
      if (std::exchange(first_line_, false)) path = std::string(without_byte_order_mark(path));
      if (!path.empty() && path.back() == '\r') path.pop_back();
      if (!path.empty()) add(path);
    }
    line_.erase(0, begin);
  }
}

bool WorkList::next(std::string& path) {
  if (queue_.empty() && descriptor_ >= 0) read_list();
  if (queue_.empty()) return false;
  path = std::move(queue_.front());
  queue_.pop_front();
  return true;
}

}  // namespace gouji
