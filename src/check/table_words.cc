// SPDX-License-Identifier: GPL-3.0-or-later
// Labels are short and met by the thousand: words are looked up, marks are read by hand, no
// expression is run.
#include "check/table_words.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/charclass.h"
#include "text/ordinal.h"

namespace gouji {

namespace {

constexpr std::size_t kLongestOrdinal = 4;  // code points: 二十三 and one more

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_han_number(char32_t c) {
  return c != U'〇' && c > 0x7F && ordinal_of(std::u32string_view(&c, 1)).has_value() && is_han(c);
}

/// The number that begins at `at`; end is moved behind it. 0 = none.
int ordinal_at(std::u32string_view text, std::size_t at, std::size_t& end, bool& digits) {
  end = at;
  digits = at < text.size() && is_ascii_digit(text[at]);
  while (end < text.size() && end - at < kLongestOrdinal &&
         (digits ? is_ascii_digit(text[end]) : is_han_number(text[end])))
    ++end;
  if (end == at || (digits && end - at > 2)) return 0;
  return ordinal_of(text.substr(at, end - at)).value_or(0);
}

/// (一) and (1), 1).
LabelMark bracketed(std::u32string_view text) {
  const bool open = text[0] == U'(';
  std::size_t end = 0;
  bool digits = false;
  const int number = ordinal_at(text, open ? 1 : 0, end, digits);
  if (number == 0 || end >= text.size() || text[end] != U')' || (!open && !digits)) return {};
  return {digits ? 4 : 2, number, end + 1};
}

/// 一、 and 1. and 1、 (but not 1.5).
LabelMark stopped(std::u32string_view text) {
  std::size_t end = 0;
  bool digits = false;
  const int number = ordinal_at(text, 0, end, digits);
  if (number == 0 || end >= text.size()) return {};
  const char32_t stop = text[end];
  if (!digits) return stop == U'、' ? LabelMark{1, number, end + 1} : LabelMark{};
  const bool stops = stop == U'、' || stop == U'.';
  if (!stops || (end + 1 < text.size() && is_ascii_digit(text[end + 1]))) return {};
  return {3, number, end + 1};
}

std::u32string head_of(std::string_view label) {
  constexpr std::size_t kLongestMark = 8 * 3;  // bytes
  std::size_t size = std::min(label.size(), kLongestMark);
  while (size > 0 && size < label.size() && (static_cast<unsigned char>(label[size]) >> 6) == 2)
    --size;
  return from_utf8(label.substr(0, size));
}

}  // namespace

PlacedWords::PlacedWords(const PatternSet& patterns, std::string_view id) {
  for (const Word& word : patterns.words(id).words) {
    const std::string_view place = word.attribute("place");
    entries_.push_back({&word, place == "whole"   ? Place::whole
                               : place == "start" ? Place::start
                               : place == "end"   ? Place::end
                                                  : Place::part});
  }
}

const Word* PlacedWords::find(std::string_view text) const {
  for (const auto& [word, place] : entries_) {
    const bool fits = place == Place::part    ? text.find(word->text) != std::string_view::npos
                      : place == Place::whole ? text == word->text
                      : place == Place::start ? text.starts_with(word->text)
                                              : text.ends_with(word->text);
    if (fits) return word;
  }
  return nullptr;
}

TableWords::TableWords(const PatternSet& patterns)
    : total(patterns, "check/table/total"),
      part_only(patterns, "check/table/part_only"),
      signed_rows(patterns, "check/table/signed"),
      not_summable(patterns, "check/table/not_summable"),
      rate(patterns, "check/table/rate"),
      change(patterns, "check/table/change"),
      change_rate(patterns, "check/table/change_rate"),
      code_head(patterns, "check/table/code_head"),
      code_part(patterns, "check/table/code_part"),
      carry_over(patterns, "check/table/carry_over"),
      index_head(patterns, "check/table/index_head"),
      other_head(patterns, "check/table/other_head"),
      column_numbers(patterns, "check/table/column_numbers"),
      side(patterns, "check/table/side"),
      money(patterns, "check/table/money") {}

int TableWords::rank_of(std::string_view label) const {
  if (label.empty()) return 0;
  const std::string bare = bare_label(label);
  const Word* word = total.find(bare);
  if (word == nullptr) return 0;
  const std::string_view rank = word->attribute("rank");
  return rank.empty() ? 2 : rank[0] - '0';
}

LabelMark mark_of(std::string_view label) {
  const std::u32string text = head_of(label);
  if (text.empty()) return {};
  LabelMark mark = text[0] == U'(' ? bracketed(text) : stopped(text);
  if (mark.depth < 0 && is_ascii_digit(text[0])) mark = bracketed(text);
  if (mark.depth < 0 && text[0] >= U'①' && text[0] <= U'⑳')
    mark = {5, static_cast<int>(text[0] - U'①') + 1, 1};
  if (mark.depth < 0) return mark;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < mark.size; ++i)
    bytes += static_cast<std::size_t>(utf8_length(text[i]));
  mark.size = bytes;
  return mark;
}

std::string bare_label(std::string_view label) {
  label.remove_prefix(mark_of(label).size);
  std::string out;
  int depth = 0;
  std::size_t kept = 0;  // of `out` where an open bracket began: one that is never closed stays
  for (const char c : label) {
    if (c == '(' && depth++ == 0) kept = out.size();
    out += c;
    if (c == ')' && depth > 0 && --depth == 0) out.resize(kept);
  }
  while (!out.empty() && (out.back() == ':' || out.back() == '*')) out.pop_back();
  return out;
}

std::string_view code_of(std::string_view text) {
  const std::size_t size = text.size();
  if (size < 3 || size > 9 || size % 2 == 0) return {};
  for (const char c : text)
    if (!is_digit(c)) return {};
  return text;
}

std::string_view leading_code(std::string_view label) {
  const bool open = !label.empty() && (label[0] == '[' || label[0] == '(');
  if (open) label.remove_prefix(1);
  std::size_t size = 0;
  while (size < label.size() && is_digit(label[size])) ++size;
  const std::string_view code = code_of(label.substr(0, size));
  if (code.empty() || size == label.size() || size > 7) return {};
  const char next = label[size];
  if (open) return next == ']' || next == ')' ? code : std::string_view();
  const bool word = (static_cast<unsigned char>(next) & 0x80U) != 0;
  return word || next == '-' ? code : std::string_view();
}

}  // namespace gouji
