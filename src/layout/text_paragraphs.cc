// SPDX-License-Identifier: GPL-3.0-or-later
// Method. A line that opens with a marker, and a line of a kind that stands alone (a caption, a
// unit, a date), begins a paragraph. Otherwise: in wrapped text a full line is continued by the
// next one; in text of one line a paragraph only a page end can break a paragraph, which shows as a
// long sentence without its stop followed, behind blank lines, by the rest that has it.
#include "layout/text_paragraphs.h"

#include <algorithm>
#include <utility>

#include "layout/paragraph.h"
#include "text/charclass.h"

namespace gouji {

namespace {

// As in text_wrap.cc: a full line may be so many columns narrower than the width.
constexpr int kShorter = 6;
// The first line of a paragraph whose indentation of two hanzi got lost has at most the width less
// this.
constexpr int kLostIndent = 4;
// A paragraph that was broken by a page end: characters in front of the break, at least; below that
// it may be a heading or an entry of a list. Headings of 40 characters are rare, and have no stop.
constexpr std::size_t kMinBroken = 40;
constexpr std::size_t kMinBrokenAtComma = 20;
// Two lines that begin with so many equal characters are entries of a list, not one sentence.
constexpr std::size_t kParallel = 4;
constexpr int kMaxPageEndBlanks = 4;
// Lines that stand alone have at most this many columns.
constexpr int kMaxAloneWidth = 130;
// White space in front, in columns, from which on a short line is set in the middle.
constexpr int kCentredIndent = 10;
constexpr int kMaxCentredWidth = 70;
constexpr int kParagraphIndent = 2;

std::u32string_view trim(std::u32string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool has_clause_mark(std::u32string_view text) {
  return text.find_first_of(U"，。；,;") != std::u32string_view::npos;
}

/// White space inside a line of prose: a tab becomes a blank.
void append_prose(LocatedText& paragraph, const TextLine& line) {
  if (line.tabs == 0) {
    append_line(paragraph, line.text);
    return;
  }
  LocatedText text = line.text;
  std::replace(text.chars.begin(), text.chars.end(), U'\t', U' ');
  append_line(paragraph, text);
}

}  // namespace

TextParagraphs::TextParagraphs(const PatternSet& patterns, WrapStyle wrap)
    : markers_(patterns), wrap_(wrap) {
  for (const char* name : {"figure_caption", "table_title", "money_unit", "date", "year",
                           "contents_title", "contents_entry"})
    alone_.emplace_back(patterns, name);
}

bool TextParagraphs::stands_alone(const TextLine& line) const {
  if (line.width > kMaxAloneWidth || line.heading_mark) return line.heading_mark;
  return std::any_of(alone_.begin(), alone_.end(),
                     [&](const LineKind& kind) { return kind.is(line.text.chars); });
}

void TextParagraphs::open(const TextLine& line, int blanks) {
  block_ = {};
  append_prose(block_.text, line);
  block_.style.blank_lines_before = blanks;
  block_.style.starts_page = line.form_feed;
  block_.style.indented = line.indent >= kParagraphIndent || line.leading_tab;
  block_.style.centred = line.indent >= kCentredIndent && line.width <= kMaxCentredWidth;
  block_.style.bold = line.heading_mark;
  is_open_ = true;
  alone_open_ = stands_alone(line);
  const auto marker = markers_.at_start(block_.text.chars);
  heading_open_ = marker && (marker->style->role == MarkerRole::heading ||
                             marker->style->role == MarkerRole::attachment);
}

void TextParagraphs::close(std::vector<Block>& out) {
  if (is_open_) out.push_back(std::move(block_));
  is_open_ = false;
}

void TextParagraphs::add(const TextLine& line, int blanks, std::vector<Block>& out) {
  if (is_open_ && belongs(line, blanks)) {
    append_prose(block_.text, line);
    ++block_.style.lines;
    heading_open_ = false;
  } else {
    close(out);
    open(line, blanks);
  }
  last_width_ = line.width;
}

bool TextParagraphs::belongs(const TextLine& line, int blanks) const {
  if (alone_open_ || line.heading_mark) return false;
  const std::u32string_view next = trim(line.text.chars);
  const std::u32string_view paragraph = block_.text.chars;
  const bool full = wrap_.width > 0 && last_width_ >= wrap_.width - kShorter;
  if (const auto marker = markers_.at_start(next)) {
    // An entry in words runs on inside a sentence that is not finished; all others begin anew.
    const bool runs_on =
        marker->style->role == MarkerRole::item && full && !is_finished(paragraph) && !line.indent;
    if (!runs_on) return false;
  }
  if (stands_alone(line)) return false;
  if (must_be_continued(next.front()) && blanks <= 1) return true;
  return wrap_.width > 0 ? belongs_in_wrapped(line, blanks) : belongs_behind_page_end(line, blanks);
}

bool TextParagraphs::belongs_in_wrapped(const TextLine& line, int blanks) const {
  const std::u32string_view paragraph = block_.text.chars;
  const bool full = last_width_ >= wrap_.width - kShorter;
  const bool finished = is_finished(paragraph);
  if (!full) return !paragraph.empty() && must_continue(paragraph.back()) && blanks <= 1;
  if (!finished) {
    if (heading_open_) return line.width < wrap_.width - kShorter && !is_finished(line.text.chars);
    return blanks <= kMaxPageEndBlanks;
  }
  // A full line with a stop at its end: the paragraph may end here.
  if (blanks > 0 && !wrap_.blank_lines_say_nothing) return false;
  if (wrap_.indents) return line.indent < kParagraphIndent;
  if (last_width_ < wrap_.width - kLostIndent + 1 && block_.style.lines > 1) return false;
  return line.width > wrap_.width - kLostIndent || line.width < wrap_.width - kShorter;
}

bool TextParagraphs::belongs_behind_page_end(const TextLine& line, int blanks) const {
  const std::u32string_view paragraph = block_.text.chars;
  const std::u32string_view next = trim(line.text.chars);
  if (paragraph.empty() || is_finished(paragraph) || blanks > kMaxPageEndBlanks) return false;
  if (line.indent >= kParagraphIndent || next.front() == U'…') return false;
  if (paragraph.size() >= kMinBrokenAtComma && must_continue(paragraph.back())) return true;
  if (blanks == 0 && !line.form_feed) return false;
  return paragraph.size() >= kMinBroken && has_clause_mark(paragraph) &&
         is_finished(line.text.chars) &&
         paragraph.substr(0, kParallel) != next.substr(0, kParallel);
}

}  // namespace gouji
