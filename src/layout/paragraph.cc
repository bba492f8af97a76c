// SPDX-License-Identifier: GPL-3.0-or-later
// Method: Chinese paragraphs are set without blanks and may break between any two characters
// (but for the characters that must not stand at a line's begin or end), so the joint of two lines
// is decided by the two characters beside it alone.
#include "layout/paragraph.h"

#include "text/charclass.h"

namespace gouji {

namespace {

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

bool is_latin(char32_t c) {
  c = fold_width(c);
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0x24F);
}

bool is_digit(char32_t c) {
  return is_ascii_digit(fold_width(c));
}

constexpr std::u32string_view kClosers = U"”’\"'）)】］]》〉〕」』";

}  // namespace

int display_width(std::u32string_view text) {
  int width = 0;
  for (char32_t c : text) width += is_wide(c) ? 2 : 1;
  return width;
}

bool is_sentence_end(char32_t c) {
  return is_one_of(c, U"。！？；：!?;:．…");
}

bool must_continue(char32_t c) {
  return is_one_of(c, U"，、,（(“‘《〈【〔［[「『—");
}

bool must_be_continued(char32_t c) {
  return is_one_of(c, U"，、。；：！？,;!?”’）)》〉】〕］]」』%％‰℃");
}

bool is_finished(std::u32string_view text) {
  std::size_t end = text.size();
  while (end > 0 && (is_blank(text[end - 1]) || is_one_of(text[end - 1], kClosers))) --end;
  if (end == 0) return !text.empty();
  return is_sentence_end(text[end - 1]);
}

bool needs_blank(char32_t left, char32_t right) {
  if (is_latin(left)) return is_latin(right) || is_digit(right);
  if (is_digit(left)) return is_latin(right);
  return is_one_of(left, U",.;:!?") && is_latin(right);
}

void append_line(LocatedText& paragraph, const LocatedText& line) {
  std::size_t begin = 0, end = line.size();
  while (begin < end && is_blank(line.chars[begin])) ++begin;
  while (end > begin && is_blank(line.chars[end - 1])) --end;
  if (begin == end) return;
  while (!paragraph.empty() && is_blank(paragraph.chars.back())) {
    paragraph.chars.pop_back();
    paragraph.places.pop_back();
  }
  if (!paragraph.empty() && needs_blank(paragraph.chars.back(), line.chars[begin])) {
    CharPlace place = paragraph.places.back();
    place.from = place.to;
    paragraph.push_back(U' ', place);
  }
  paragraph.chars.append(line.chars, begin, end - begin);
  paragraph.places.insert(paragraph.places.end(),
                          line.places.begin() + static_cast<std::ptrdiff_t>(begin),
                          line.places.begin() + static_cast<std::ptrdiff_t>(end));
}

}  // namespace gouji
