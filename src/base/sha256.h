// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256: names a document by its bytes, and the pattern files in force by their contents.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace gouji {

/// A running digest.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void update(std::string_view bytes);
  /// 64 lower-case hexadecimal digits; the digest starts anew behind it.
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The digest of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace gouji
