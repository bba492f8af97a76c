// SPDX-License-Identifier: GPL-3.0-or-later
// The built-in pattern files in a form that loads in well under a millisecond: checked and
// expanded when gouji is built, without examples and comments.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pattern/entry.h"

namespace gouji {

/// Entries and shared fragments as bytes; read by unpack() of the same build only.
std::string pack(const std::vector<PatternFile>& files);

/// What pack() kept: entries in order, without examples and places, and the shared fragments.
struct Unpacked {
  std::vector<PatternEntry> entries;
  Fragments shared;
};
Unpacked unpack(std::string_view bytes);

}  // namespace gouji
