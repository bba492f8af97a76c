// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as four bytes, low byte first; a text as its length and its bytes; a list as its length
// and its members.
#include "pattern/packed.h"

#include <cassert>
#include <cstdint>

#include "pattern/parse.h"

namespace gouji {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;
using Lists = std::vector<std::pair<std::string, std::vector<std::string>>>;

class Packer {
 public:
  void number(std::size_t value) {
    for (int shift = 0; shift < 32; shift += 8)
      bytes_.push_back(static_cast<char>((value >> shift) & 0xFF));
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_.append(value);
  }
  void pairs(const Pairs& list) {
    number(list.size());
    for (const auto& [key, value] : list) {
      text(key);
      text(value);
    }
  }
  void lists(const Lists& list) {
    number(list.size());
    for (const auto& [key, values] : list) {
      text(key);
      number(values.size());
      for (const std::string& value : values) text(value);
    }
  }
  void entry(const PatternEntry& entry) {
    number(static_cast<std::size_t>(entry.kind));
    text(entry.id);
    text(entry.why);
    text(entry.expression);
    pairs(entry.attributes);
    number(entry.words.size());
    for (const Word& word : entry.words) {
      text(word.text);
      pairs(word.attributes);
    }
    lists(entry.values);
    lists(entry.expressions);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  std::size_t number() {
    assert(bytes_.size() >= 4);
    std::uint32_t value = 0;
    for (unsigned i = 0; i < 4; ++i)
      value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_[i])) << (8 * i);
    bytes_.remove_prefix(4);
    return value;
  }
  std::string text() {
    const std::size_t size = number();
    assert(bytes_.size() >= size);
    std::string value(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    return value;
  }
  Pairs pairs() {
    Pairs list(number());
    for (auto& [key, value] : list) {
      key = text();
      value = text();
    }
    return list;
  }
  Lists lists() {
    Lists list(number());
    for (auto& [key, values] : list) {
      key = text();
      values.resize(number());
      for (std::string& value : values) value = text();
    }
    return list;
  }
  PatternEntry entry() {
    PatternEntry entry;
    entry.kind = static_cast<PatternEntryKind>(number());
    entry.id = text();
    entry.why = text();
    entry.expression = text();
    entry.attributes = pairs();
    entry.words.resize(number());
    for (Word& word : entry.words) {
      word.text = text();
      word.attributes = pairs();
    }
    entry.values = lists();
    entry.expressions = lists();
    return entry;
  }

 private:
  std::string_view bytes_;
};

}  // namespace

std::string pack(const std::vector<PatternFile>& files) {
  Packer packer;
  std::size_t count = 0;
  Fragments shared;
  for (const PatternFile& file : files) {
    count += file.entries.size();
    if (file.path == kSharedFragmentsFile) shared = file.fragments;
  }
  packer.pairs(shared);
  packer.number(count);
  for (const PatternFile& file : files)
    for (const PatternEntry& entry : file.entries) packer.entry(entry);
  return packer.take();
}

Unpacked unpack(std::string_view bytes) {
  Unpacked result;
  Unpacker unpacker(bytes);
  result.shared = unpacker.pairs();
  result.entries.resize(unpacker.number());
  for (PatternEntry& entry : result.entries) entry = unpacker.entry();
  return result;
}

}  // namespace gouji
