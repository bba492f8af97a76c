// SPDX-License-Identifier: GPL-3.0-or-later
// Level marks （类） are found first; a name is what stands before its mark, back to the mark
// before, a stop, a number or a quotation mark. Brackets inside a name （办公厅（室）） belong to
// it; 、 ends it only behind a bracket or a number, where it parts entries.
#include "check/class_path.h"

#include <algorithm>
#include <array>

namespace gouji {

namespace {

constexpr std::size_t kWide = 3;       // bytes of a hanzi or a wide sign
constexpr std::size_t kMostName = 40;  // characters of a name
constexpr std::array<std::string_view, 2> kOpen = {"（", "("};
constexpr std::array<std::string_view, 2> kClose = {"）", ")"};
constexpr std::array<std::string_view, 10> kStops = {"，", "。", "；", "：", "“",
                                                     "”",  "．", "《", "》", "○"};
constexpr std::string_view kComma = "、";

/// A level mark at [begin, end).
struct Mark {
  std::size_t begin = 0, end = 0;
  int level = 0;
};

std::size_t length_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

template <std::size_t N>
std::size_t one_at(const std::array<std::string_view, N>& list, std::string_view text,
                   std::size_t at) {
  for (const std::string_view one : list)
    if (text.substr(at, one.size()) == one) return one.size();
  return 0;
}

std::vector<Mark> marks_of(std::string_view text, const WordList& levels) {
  std::vector<Mark> marks;
  for (std::size_t at = 0; at < text.size(); at += length_at(text, at)) {
    const std::size_t open = one_at(kOpen, text, at);
    if (open == 0) continue;
    for (const Word& level : levels.words) {
      const std::string& word = level.text;
      if (text.substr(at + open, word.size()) != word) continue;
      const std::size_t close = one_at(kClose, text, at + open + word.size());
      if (close > 0)
        marks.push_back({at, at + open + word.size() + close,
                         level.attribute("rank") == "0"   ? 0
                         : level.attribute("rank") == "1" ? 1
                                                          : 2});
    }
  }
  return marks;
}

/// The start of the character that ends at `end`.
std::size_t before(std::string_view text, std::size_t end) {
  --end;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Where the opening bracket of the one that closes at `at` stands, or `at` if nowhere near.
std::size_t opening(std::string_view text, std::size_t at, std::size_t limit) {
  for (std::size_t i = at; i > limit && at - i < kMostName * kWide;) {
    i = before(text, i);
    if (one_at(kOpen, text, i) > 0) return i;
  }
  return at;
}

/// Is the bracket [open, close) that of an entry, （1） or （十二）, in front of the first name?
bool is_entry_mark(std::string_view text, std::size_t open, std::size_t close, std::size_t limit) {
  constexpr std::size_t kMostDigits = 2;
  if (open != limit) return false;
  const std::string_view inside = text.substr(open, close - open);
  const std::size_t bracket = one_at(kOpen, inside, 0);
  const std::string_view number = inside.substr(bracket);
  const bool arabic = !number.empty() && std::all_of(number.begin(), number.end(), is_digit);
  return arabic || number.size() <= kMostDigits * kWide;
}

/// The start of the name that ends at `end`, not before `limit`.
std::size_t name_begin(std::string_view text, std::size_t end, std::size_t limit) {
  std::size_t at = end;
  while (at > limit && end - at < kMostName * kWide) {
    const std::size_t c = before(text, at);
    if (one_at(kClose, text, c) > 0) {
      const std::size_t open = opening(text, c, limit);
      if (open == c || is_entry_mark(text, open, c, limit)) break;
      at = open;
      continue;
    }
    if (one_at(kStops, text, c) > 0 || one_at(kOpen, text, c) > 0 || text[c] == '"' ||
        text[c] == '.' || text[c] == ':' || text[c] == ',' || text[c] == ';' || is_digit(text[c]))
      break;
    if (text.substr(c, kComma.size()) == kComma) {
      if (c == limit) break;
      const std::size_t previous = before(text, c);
      if (is_digit(text[previous]) || one_at(kClose, text, previous) > 0) break;
    }
    // The signs of figures stand in one block: U+24C2 … U+24D2.
    if (text.substr(c, 2) == "\xE2\x93") break;
    at = c;
  }
  return at;
}

std::size_t behind_tail(std::string_view text, std::size_t at, const WordList& tails) {
  for (const Word& tail : tails.words)
    if (text.substr(at, tail.text.size()) == tail.text) return at + tail.text.size();
  return at;
}

}  // namespace

std::vector<ClassPath> class_paths_of(std::string_view text, const WordList& levels,
                                      const WordList& tails) {
  std::vector<ClassPath> paths;
  std::size_t limit = 0;
  int last_level = -1;
  for (const Mark& mark : marks_of(text, levels)) {
    const bool goes_on = !paths.empty() && mark.level > last_level;
    const std::size_t behind = goes_on ? behind_tail(text, limit, tails) : limit;
    const std::size_t begin = name_begin(text, mark.begin, std::min(behind, mark.begin));
    const bool joined = goes_on && begin == behind;
    if (!joined) {
      paths.emplace_back();
      paths.back().begin = begin;
    }
    ClassPath& path = paths.back();
    std::string& name = mark.level == 0 ? path.lei : mark.level == 1 ? path.kuan : path.xiang;
    name = text.substr(begin, mark.begin - begin);
    path.end = mark.end;
    limit = mark.end;
    last_level = mark.level;
  }
  for (ClassPath& path : paths) path.end = behind_tail(text, path.end, tails);
  std::erase_if(paths, [](const ClassPath& path) { return path.deepest().empty(); });
  return paths;
}

}  // namespace gouji
