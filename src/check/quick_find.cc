// SPDX-License-Identifier: GPL-3.0-or-later
// A match that must begin with one of a few words is tried where they stand: that needs neither the
// states of a search from everywhere nor the reversed expression that finds where a match begins.
#include "check/quick_find.h"

#include <algorithm>
#include <cstring>

namespace gouji {

namespace {

constexpr std::size_t kHanzi = 3;  // bytes

std::size_t pair_at(std::string_view text, std::size_t at) {
  return (static_cast<std::size_t>(text[at]) & 0x3FU) << 6U |
         (static_cast<std::size_t>(text[at + 1]) & 0x3FU);
}

/// Calls `test` with each word of "a|b|c" until it says yes. False if there is none.
template <class Test>
bool any_word(std::string_view words, Test test) {
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find('|'));
    if (test(word)) return true;
    words.remove_prefix(std::min(word.size() + 1, words.size()));
  }
  return false;
}

/// (memmem: hanzi share their first bytes, over which a plain search stumbles at every character.)
bool is_in(std::string_view word, std::string_view text) {
  return memmem(text.data(), text.size(), word.data(), word.size()) != nullptr;
}

void shift(Match& match, std::size_t by) {
  const auto move = [by](Group& group) {
    if (!group.matched()) return;
    group.begin += by;
    group.end += by;
  };
  move(match.whole);
  for (auto& [name, group] : match.groups) move(group);
}

bool find_from_starts(const Pattern& pattern, std::string_view starts, std::string_view text,
                      std::size_t from, Match* match) {
  for (std::size_t at = from; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
    const std::string_view rest = text.substr(at);
    if (!any_word(starts, [&](std::string_view word) { return rest.starts_with(word); })) continue;
    if (!pattern.match_start(rest, match)) continue;
    if (match != nullptr) shift(*match, at);
    return true;
  }
  return false;
}

}  // namespace

WordSieve::WordSieve(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) pairs_.set(pair_at(text, i));
}

bool WordSieve::may_have_one_of(std::string_view words) const {
  // The first byte of a hanzi says little, the two behind it say which of some thousand it is.
  return words.empty() || any_word(words, [&](std::string_view word) {
           return word.size() < 2 || pairs_.test(pair_at(word, word.size() < kHanzi ? 0 : 1));
         });
}

bool quick_find(const Pattern& pattern, std::string_view text, std::size_t from, Match* match) {
  const std::string_view needs = pattern.attribute("needs");
  if (!needs.empty() && !any_word(needs, [&](std::string_view word) { return is_in(word, text); }))
    return false;
  const std::string_view starts = pattern.attribute("starts");
  if (starts.empty()) return pattern.find(text, from, match);
  return find_from_starts(pattern, starts, text, from, match);
}

}  // namespace gouji
