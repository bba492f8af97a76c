// SPDX-License-Identifier: GPL-3.0-or-later
// How the process that stores and its workers talk: packets on a pair of sockets. A large packet
// travels as a file in memory, so that a worker goes on at once, whether it is read or not.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gouji {

/// One end. Owns its descriptor.
class Channel {
 public:
  explicit Channel(int descriptor = -1) : descriptor_(descriptor) {}
  ~Channel() { close(); }
  Channel(Channel&& other) noexcept;
  Channel& operator=(Channel&& other) noexcept;

  /// Two ends that belong together; the descriptors are -1 on failure (too many open files).
  static void pair(Channel& a, Channel& b);

  /// False: the other end is gone, or there is no memory for it.
  bool send(std::string_view packet);
  enum class Received { packet, nothing, closed };
  /// `wait`: until there is one.
  Received receive(std::string& packet, bool wait);

  int descriptor() const { return descriptor_; }
  void close();
  /// Gives up the descriptor without closing it.
  int release();

 private:
  int descriptor_;
};

}  // namespace gouji
