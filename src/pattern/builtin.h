// SPDX-License-Identifier: GPL-3.0-or-later
// The pattern files that are part of the library; written by tools/pattern_compiler at build time.
#pragma once

#include <string_view>

namespace gouji {

struct BuiltinFile {
  std::string_view path;  ///< below patterns/
  std::string_view bytes;
};

struct BuiltinPatterns {
  std::string_view packed;   ///< see pattern/packed.h
  std::string_view hash;     ///< hash_of_files() of the files, hexadecimal
  const BuiltinFile* files;  ///< in order of path, whole
  std::size_t count;
};

const BuiltinPatterns& builtin_patterns();

}  // namespace gouji
