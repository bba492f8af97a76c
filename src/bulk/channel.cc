// SPDX-License-Identifier: GPL-3.0-or-later
// The receiver copies a file in memory with pread(2) instead of mapping it: a sender gone mad could
// cut a mapped file short under the receiver's feet.
#include "bulk/channel.h"

#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "bulk/confine.h"

namespace gouji {
namespace {

/// Larger packets travel as files; a socket takes about 200 kB.
constexpr std::size_t kInline = 32 * 1024;
constexpr char kHere = 'h';
constexpr char kInFile = 'f';

union Control {
  char bytes[CMSG_SPACE(sizeof(int))];
  cmsghdr alignment;
};

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool read_all(int descriptor, std::string& bytes) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || status.st_size > kMaxResultBytes) return false;
  bytes.resize(static_cast<std::size_t>(status.st_size));
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::pread(descriptor, bytes.data() + filled, bytes.size() - filled,
                                static_cast<off_t>(filled));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    filled += static_cast<std::size_t>(got);
  }
  return true;
}

/// `file` < 0: none goes along.
bool send_packet(int socket, std::string_view text, char form, int file) {
  iovec parts[2] = {{&form, 1}, {const_cast<char*>(text.data()), text.size()}};
  msghdr message = {};
  message.msg_iov = parts;
  message.msg_iovlen = 2;
  Control control = {};
  if (file >= 0) {
    message.msg_control = control.bytes;
    message.msg_controllen = sizeof control.bytes;
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &file, sizeof file);
  }
  ssize_t sent = 0;
  do sent = ::sendmsg(socket, &message, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  return sent >= 0;
}

int file_of(const msghdr& message) {
  msghdr copy = message;
  const cmsghdr* header = CMSG_FIRSTHDR(&copy);
  if (header == nullptr || header->cmsg_type != SCM_RIGHTS) return -1;
  int file = -1;
  std::memcpy(&file, CMSG_DATA(header), sizeof file);
  return file;
}

}  // namespace

Channel::Channel(Channel&& other) noexcept : descriptor_(other.release()) {}

Channel& Channel::operator=(Channel&& other) noexcept {
  if (this == &other) return *this;
  close();
  descriptor_ = other.release();
  return *this;
}

void Channel::pair(Channel& a, Channel& b) {
  int both[2] = {-1, -1};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, both) != 0) both[0] = both[1] = -1;
  a = Channel(both[0]);
  b = Channel(both[1]);
}

void Channel::close() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

int Channel::release() {
  return std::exchange(descriptor_, -1);
}

bool Channel::send(std::string_view packet) {
  if (packet.size() <= kInline) return send_packet(descriptor_, packet, kHere, -1);
  const int file = ::memfd_create("gouji-result", MFD_CLOEXEC);
  if (file < 0) return false;
  const bool sent = write_all(file, packet) && send_packet(descriptor_, {}, kInFile, file);
  ::close(file);
  return sent;
}

Channel::Received Channel::receive(std::string& packet, bool wait) {
  packet.resize(kInline);
  char form = 0;
  iovec parts[2] = {{&form, 1}, {packet.data(), packet.size()}};
  Control control = {};
  msghdr message = {};
  message.msg_iov = parts;
  message.msg_iovlen = 2;
  message.msg_control = control.bytes;
  message.msg_controllen = sizeof control.bytes;
  const int flags = MSG_CMSG_CLOEXEC | (wait ? 0 : MSG_DONTWAIT);
  ssize_t got = 0;
  do got = ::recvmsg(descriptor_, &message, flags);
  while (got < 0 && errno == EINTR && wait);
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return Received::nothing;
  const int file = got > 0 ? file_of(message) : -1;
  bool good = got > 0;
  packet.resize(good ? static_cast<std::size_t>(got) - 1 : 0);
  if (good && form == kInFile) good = file >= 0 && read_all(file, packet);
  if (file >= 0) ::close(file);
  return good ? Received::packet : Received::closed;
}

}  // namespace gouji
