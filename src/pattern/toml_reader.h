// SPDX-License-Identifier: GPL-3.0-or-later
// Typed access to TOML nodes with errors that carry their place. The only user of toml++ (with
// parse.cc).
#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

#include "pattern/entry.h"

namespace gouji {

/// The first thing wrong with a pattern file; stops the reading of it. Caught in parse.cc.
struct LintError {
  FilePlace place;
  std::string what;
  std::string remedy;
};

/// Reads nodes of one file. Every accessor throws LintError when the node is not of its type.
class TomlReader {
 public:
  TomlReader(std::string shown, std::string_view bytes) : shown_(std::move(shown)), bytes_(bytes) {}

  FilePlace place(const toml::source_region& region) const;
  FilePlace place(const toml::node& node) const { return place(node.source()); }
  /// The place of byte `offset` of a string's value. Exact for a string written on one line without
  /// escapes, else the start of the string.
  FilePlace place_inside(const toml::node& node, std::size_t offset) const;

  [[noreturn]] void fail(const FilePlace& place, std::string what, std::string remedy = {}) const;

  std::string text(const toml::node& node, std::string_view name) const;
  const toml::array& array(const toml::node& node, std::string_view name) const;
  const toml::table& table(const toml::node& node, std::string_view name) const;
  /// A string, or an array of strings that is not empty.
  std::vector<std::pair<std::string, const toml::node*>> texts(const toml::node& node,
                                                               std::string_view name) const;
  /// The value of a key that must be there.
  const toml::node& required(const toml::table& table, std::string_view key,
                             std::string_view what) const;

 private:
  std::string shown_;
  std::string_view bytes_;
};

}  // namespace gouji
