// SPDX-License-Identifier: GPL-3.0-or-later
// RE2 over UTF-8, leftmost-first as in Perl. Compiling costs 20 to 200 µs an expression, most of
// what a short document costs in all, hence at first use only.
#include "pattern/regex.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace gouji {
namespace {

/// Groups of an expression that are told apart without allocation; more are allowed and slower.
constexpr int kInlineGroups = 24;

RE2::Options options() {
  RE2::Options options(RE2::Quiet);
  options.set_encoding(RE2::Options::EncodingUTF8);
  options.set_longest_match(false);
  return options;
}

re2::StringPiece piece(std::string_view text) {
  return re2::StringPiece(text.data(), text.size());
}

RE2::Anchor re2_anchor(Anchor anchor) {
  switch (anchor) {
    case Anchor::anywhere:
      return RE2::UNANCHORED;
    case Anchor::start:
      return RE2::ANCHOR_START;
    case Anchor::whole:
      return RE2::ANCHOR_BOTH;
  }
  return RE2::UNANCHORED;
}

Group group_of(const re2::StringPiece& part, std::string_view text) {
  if (part.data() == nullptr) return {};
  const auto begin = static_cast<std::size_t>(part.data() - text.data());
  return {begin, begin + part.size()};
}

}  // namespace

struct Regex::Compiled {
  RE2 re2;
  std::vector<std::pair<std::string, int>> names;  ///< name and number, by number
  int groups = 0;                                  ///< number of the last named group

  explicit Compiled(const std::string& expression) : re2(expression, options()) {
    assert(re2.ok());
    for (const auto& [number, name] : re2.CapturingGroupNames()) {
      names.emplace_back(name, number);
      groups = number;
    }
  }
};

Regex::Regex(std::string expression) : expression_(std::move(expression)) {}
Regex::~Regex() = default;

const Regex::Compiled& Regex::compiled() const {
  std::call_once(once_, [this] { compiled_ = std::make_unique<Compiled>(expression_); });
  return *compiled_;
}

bool Regex::match(std::string_view text, std::size_t from, Anchor anchor, Match* match) const {
  const Compiled& regex = compiled();
  if (from > text.size()) return false;
  // A null pointer as text would make an empty match look like none.
  if (text.data() == nullptr) text = "";
  if (match == nullptr)
    return regex.re2.Match(piece(text), from, text.size(), re2_anchor(anchor), nullptr, 0);
  std::array<re2::StringPiece, kInlineGroups> inline_parts;
  std::vector<re2::StringPiece> many_parts;
  re2::StringPiece* parts = inline_parts.data();
  const int count = regex.groups + 1;
  if (count > kInlineGroups) {
    many_parts.resize(static_cast<std::size_t>(count));
    parts = many_parts.data();
  }
  if (!regex.re2.Match(piece(text), from, text.size(), re2_anchor(anchor), parts, count))
    return false;
  match->whole = group_of(parts[0], text);
  match->groups.clear();
  for (const auto& [name, number] : regex.names)
    match->groups.emplace_back(name, group_of(parts[number], text));
  return true;
}

std::vector<std::string_view> Regex::group_names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, number] : compiled().names) names.push_back(name);
  return names;
}

std::string regex_refusal(std::string_view expression) {
  const RE2 re2(piece(expression), options());
  return re2.ok() ? std::string() : re2.error();
}

}  // namespace gouji
