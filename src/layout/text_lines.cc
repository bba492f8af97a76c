// SPDX-License-Identifier: GPL-3.0-or-later
// Method: one pass over the line decides whether there is any mark in it at all (most lines have
// none and are moved, not copied); a second pass, where needed, copies what is content.
#include "layout/text_lines.h"

#include <utility>

#include "base/utf8.h"
#include "layout/paragraph.h"
#include "text/charclass.h"

namespace gouji {

namespace {

// Longest mark that is looked for: a bookmark's name has at most 40 characters in Word, an image's
// file name rarely more than 100.
constexpr std::size_t kMaxMark = 200;

/// Length of the mark that begins at `at`, 0 if none does.
std::size_t mark_length(std::u32string_view text, std::size_t at) {
  if (text[at] == U'*') return at + 1 < text.size() && text[at + 1] == U'*' ? 2 : 0;
  if (text[at] != U'[') return 0;
  const std::u32string_view rest = text.substr(at + 1, kMaxMark);
  if (!rest.starts_with(U"bookmark:") && !rest.starts_with(U"image:")) return 0;
  const std::size_t close = rest.find(U']');
  return close == std::u32string_view::npos ? 0 : close + 2;
}

/// Number of characters of a Markdown heading mark with the blank behind it, at the start of a
/// line.
std::size_t heading_mark_length(std::u32string_view text) {
  std::size_t n = 0;
  while (n < text.size() && text[n] == U'#') ++n;
  return n > 0 && n <= 6 && n < text.size() && text[n] == U' ' ? n + 1 : 0;
}

bool may_have_marks(std::u32string_view text) {
  if (text.empty()) return false;
  return text[0] == U'\f' || text[0] == U'#' ||
         text.find_first_of(U"[*") != std::u32string_view::npos;
}

void take_out_marks(TextLine& line) {
  const LocatedText source = std::move(line.text);
  line.text = {};
  std::size_t i = 0;
  while (i < source.size() && source.chars[i] == U'\f') {
    line.form_feed = true;
    ++i;
  }
  const std::size_t mark = heading_mark_length(std::u32string_view(source.chars).substr(i));
  line.heading_mark = mark > 0;
  i += mark;
  while (i < source.size()) {
    const std::size_t skip = mark_length(source.chars, i);
    if (skip == 0) {
      line.text.push_back(source.chars[i], source.places[i]);
      ++i;
      continue;
    }
    if (line.text.empty() && source.chars.compare(i, 2, U"[i") == 0) line.after_image = true;
    i += skip;
  }
}

void count_tabs(TextLine& line) {
  const std::u32string_view text = line.text.chars;
  bool in_field = false;
  std::size_t first = text.size(), last = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == U'\t') {
      ++line.tabs;
      if (line.fields == 0) line.leading_tab = true;
      in_field = false;
    } else if (!is_blank(text[i])) {
      if (!in_field) ++line.fields;
      in_field = true;
      if (first == text.size()) first = i;
      last = i;
    }
  }
  if (line.fields == 0) return;
  line.trailing_tab = text.find(U'\t', last) != std::u32string_view::npos;
  line.width = display_width(text.substr(first, last + 1 - first));
  for (char32_t c : text.substr(0, first))
    if (c != U'\t') line.indent += is_wide(c) ? 2 : 1;
}

TabForm form_of(const TextLine& line) {
  if (line.tabs == 0) return line.fields == 0 ? TabForm::blank : TabForm::prose;
  if (line.tabs == 1 && line.leading_tab) return TabForm::cell;
  if (line.tabs == 1 && line.fields == 1) return TabForm::prose;
  return TabForm::row;
}

}  // namespace

std::string TextLine::trimmed() const {
  std::size_t begin = 0, end = text.size();
  while (begin < end && is_blank(text.chars[begin])) ++begin;
  while (end > begin && is_blank(text.chars[end - 1])) --end;
  return to_utf8(std::u32string_view(text.chars).substr(begin, end - begin));
}

TextLine prepare_line(LocatedText source) {
  TextLine line;
  line.text = std::move(source);
  if (may_have_marks(line.text.chars)) take_out_marks(line);
  count_tabs(line);
  line.form = form_of(line);
  return line;
}

}  // namespace gouji
