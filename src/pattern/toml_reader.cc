// SPDX-License-Identifier: GPL-3.0-or-later
// toml++ knows line and column of every node and key; what it finds instead of the wanted type is
// named in the message.
#include "pattern/toml_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "base/utf8.h"

namespace gouji {
namespace {

std::string type_name(const toml::node& node) {
  std::ostringstream out;
  out << node.type();
  return out.str();
}

std::string_view line_of(std::string_view bytes, std::size_t line) {
  std::size_t begin = 0;
  for (std::size_t i = 1; i < line && begin != std::string_view::npos; ++i) {
    begin = bytes.find('\n', begin);
    if (begin != std::string_view::npos) ++begin;
  }
  if (begin == std::string_view::npos) return {};
  return bytes.substr(begin, bytes.find('\n', begin) - begin);
}

}  // namespace

std::string FilePlace::str() const {
  return line == 0 ? file : fmt::format("{}:{}:{}", file, line, column);
}

FilePlace TomlReader::place(const toml::source_region& region) const {
  return {shown_, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

FilePlace TomlReader::place_inside(const toml::node& node, std::size_t offset) const {
  FilePlace result = place(node);
  const auto* value = node.as_string();
  if (value == nullptr) return result;
  // Look the value up in its line: it stands there as it is unless it has escapes or line breaks.
  const std::string& text = value->get();
  const std::string_view line = line_of(bytes_, node.source().begin.line);
  std::size_t byte = 0;
  for (int column = 1; column < result.column && byte < line.size(); ++column) do
      ++byte;
    while (byte < line.size() && (static_cast<unsigned char>(line[byte]) & 0xC0) == 0x80);
  if (line.substr(std::min(byte + 1, line.size()), text.size()) != text) return result;
  result.column += 1 + static_cast<int>(from_utf8(text.substr(0, offset)).size());
  return result;
}

void TomlReader::fail(const FilePlace& place, std::string what, std::string remedy) const {
  throw LintError{place, std::move(what), std::move(remedy)};
}

std::string TomlReader::text(const toml::node& node, std::string_view name) const {
  if (const auto* value = node.as_string()) return value->get();
  const bool scalar = node.is_integer() || node.is_boolean() || node.is_floating_point();
  fail(place(node), fmt::format("{} must be a string, here it is {}", name, type_name(node)),
       scalar ? fmt::format("put the value of {} in quotes", name) : std::string());
}

const toml::array& TomlReader::array(const toml::node& node, std::string_view name) const {
  if (const auto* value = node.as_array()) return *value;
  fail(place(node), fmt::format("{} must be an array, here it is {}", name, type_name(node)),
       fmt::format("write {} = [ … ]", name));
}

const toml::table& TomlReader::table(const toml::node& node, std::string_view name) const {
  if (const auto* value = node.as_table()) return *value;
  fail(place(node), fmt::format("{} must be a table, here it is {}", name, type_name(node)));
}

std::vector<std::pair<std::string, const toml::node*>> TomlReader::texts(
    const toml::node& node, std::string_view name) const {
  std::vector<std::pair<std::string, const toml::node*>> result;
  if (const auto* list = node.as_array()) {
    if (list->empty()) fail(place(node), fmt::format("{} is empty", name));
    for (const toml::node& one : *list) result.emplace_back(text(one, name), &one);
  } else {
    result.emplace_back(text(node, name), &node);
  }
  return result;
}

const toml::node& TomlReader::required(const toml::table& table, std::string_view key,
                                       std::string_view what) const {
  if (const toml::node* node = table.get(key)) return *node;
  fail(place(table), fmt::format("{} has no {}", what, key),
       key == "why" ? "say where the wording was met" : std::string());
}

}  // namespace gouji
