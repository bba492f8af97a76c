// SPDX-License-Identifier: GPL-3.0-or-later
// Method: furniture and contents pages are marked, margins and sizes measured, then the lines are
// walked once: a line goes on with the one before when that one was full (its next word had no
// place) and this one does not open a paragraph. What stands between two lines of a paragraph, a
// page end or a table, does not part them.
#include <algorithm>
#include <cmath>
#include <optional>

#include "layout/blanks.h"
#include "layout/page_columns.h"
#include "layout/page_entries.h"
#include "layout/page_flow.h"
#include "text/charclass.h"

namespace gouji {

namespace {

// Ems of the line's print.
constexpr float kIndented = 0.8F;       ///< a line that begins further right is indented
constexpr float kCentre = 1.2F;         ///< middle of a centred line off the middle of the column
constexpr float kCentredMargin = 1.5F;  ///< white at both sides of a centred line
constexpr float kSameLeft = 0.5F;
constexpr float kSetRight = 6;
constexpr float kLeastIndent = 1.2F;
constexpr float kUsualIndent = 3.2F;  ///< first lines are indented by two ems

/// A line that goes over this share of the column is no heading of its own.
constexpr float kLongLine = 0.7F;
constexpr int kTitleLines = 3;

/// Titles are at least this much larger than the body.
constexpr float kTitleSize = 1.1F;
/// Sizes within this ratio may belong to one paragraph.
constexpr float kSameSize = 0.08F;
/// Display print is this much larger than the body: its centred lines are one title.
constexpr float kDisplay = 1.25F;
/// A title that wraps fills this share of the column.
constexpr float kTitleFill = 0.6F;
/// Lines of a paragraph stand within this many times the usual pitch.
constexpr float kWidePitch = 1.7F;
/// Lines of one paragraph where white parts the paragraphs.
constexpr float kClosePitch = 1.1F;
constexpr float kTitlePitch = 2.4F;  ///< times the size

/// Does the text end as sentences, clauses of a list and announcements do? Some fonts map the full
/// stop to a period.
bool ends_sentence(const std::u32string& text) {
  if (text.empty()) return false;
  const char32_t c = text.back();
  if ((c == U'.' || c == U'\uff0e') && text.size() > 1) return is_wide(text[text.size() - 2]);
  return c == U'\u3002' || c == U'\uff1b' || c == U'\uff1a' || c == U'\uff01' || c == U'\uff1f' ||
         c == U';' || c == U':';
}

constexpr float kWithin = 2.5F;  ///< ems; the first line of a paragraph is indented by two

struct Open {
  std::size_t block = 0;     ///< index of the open paragraph
  FlowEntry last;            ///< its last line
  bool interrupted = false;  ///< a table stands behind it
  Box table;                 ///< which
};

class Assembler {
 public:
  Assembler(std::vector<PageFlow>& pages, PrintLines&& print_lines, const PatternSet& patterns)
      : pages_(pages),
        markers_(patterns.patterns("outline/marker/")),
        unit_(patterns.pattern("table/line/unit")),
        note_(patterns.pattern("table/line/note")),
        form_head_(patterns.pattern("table/line/form_head")) {
    flow_.lines = std::move(print_lines);
    entries_ = list_entries(pages);
    mark_furniture(pages, patterns, entries_);
    mark_contents(pages, patterns, entries_);
    set_ = measure_typesetting(pages, entries_);
    mark_footnotes(pages, patterns, set_, entries_);
    mark_charts(pages, set_, entries_);
    flow_.body_size = set_.body_size;
  }

  Flow run() {
    int page = -1;
    for (const FlowEntry& entry : entries_) {
      const bool starts_page = entry.page != page && entry.kind != BlockKind::furniture;
      if (starts_page) page = entry.page;
      add(entry, starts_page);
    }
    for (PageFlow& flow : pages_) {
      std::move(flow.problems.begin(), flow.problems.end(), std::back_inserter(flow_.problems));
    }
    return std::move(flow_);
  }

 private:
  PageLine& line(const FlowEntry& entry) {
    return pages_[static_cast<std::size_t>(entry.page)].lines[static_cast<std::size_t>(entry.line)];
  }
  Column column(const FlowEntry& entry) const {
    return column_of(line_of(pages_, entry), set_, entry.page);
  }

  void add(const FlowEntry& entry, bool starts_page) {
    if (entry.line < 0) {
      Block block;
      block.kind = BlockKind::table;
      block.region = entry.region;
      block.style.starts_page = starts_page;
      flow_.blocks.push_back(std::move(block));
      if (open_) {
        open_->interrupted = true;
        open_->table = entry.box;
      }
      return;
    }
    if (entry.kind == BlockKind::paragraph && open_ && continues(entry)) {
      append(entry);
      return;
    }
    if (entry.goes_on && !flow_.blocks.empty()) {
      join(flow_.blocks.back(), line(entry));
      return;
    }
    start(entry, starts_page);
  }

  void start(const FlowEntry& entry, bool starts_page) {
    PageLine& from = line(entry);
    Block block;
    block.kind = entry.kind;
    block.style.size = from.size;
    block.style.bold = from.bold;
    block.style.centred = is_centred(entry);
    block.style.indented = from.box.x0 > column(entry).left + kIndented * from.size;
    block.style.starts_page = starts_page;
    block.text = std::move(from.text);
    flow_.blocks.push_back(std::move(block));
    if (entry.kind == BlockKind::paragraph) open_ = Open{flow_.blocks.size() - 1, entry, false, {}};
    if (entry.kind == BlockKind::contents) open_.reset();
  }

  void append(const FlowEntry& entry) {
    Block& block = flow_.blocks[open_->block];
    block.style.centred = block.style.centred && is_symmetric(entry);
    join(block, line(entry));
    open_->last = entry;
    open_->interrupted = false;
  }

  static void join(Block& block, PageLine& from) {
    append_wrapped(block.text, from.text);
    block.style.bold = block.style.bold && from.bold;
    ++block.style.lines;
    from.text = {};
  }

  /// As much white at the left as at the right, be it none.
  bool is_symmetric(const FlowEntry& entry) {
    const PageLine& from = line(entry);
    const Column in = column(entry);
    return std::abs(from.box.x0 - in.left - (in.right - from.box.x1)) <= 2 * kCentre * from.size;
  }

  bool is_centred(const FlowEntry& entry) {
    const PageLine& from = line(entry);
    const Column in = column(entry);
    const float left = from.box.x0 - in.left;
    const float right = in.right - from.box.x1;
    const float white = std::min(left, right);
    if (white < kCentredMargin * from.size) return false;
    const float off = std::abs(left - right);
    if (white > kUsualIndent * from.size) return off <= 2 * kCentre * from.size;
    // An indented line that ends as far from the right margin by chance is no title.
    return off <= kCentre * from.size && (from.bold || from.size > set_.body_size * kTitleSize) &&
           !ends_sentence(from.text.chars);
  }

  bool continues(const FlowEntry& entry) {
    const PageLine& a = line(open_->last);
    const PageLine& b = line(entry);
    const LocatedText& text = flow_.blocks[open_->block].text;
    if (a.turn != 0 || b.turn != 0 || text.empty() || b.text.empty()) return false;
    // The caption again, above the next part of its table.
    if (open_->interrupted && text.chars.ends_with(b.text.chars)) return false;
    if (std::abs(a.size - b.size) > kSameSize * std::max(a.size, b.size)) return false;
    // Only prose goes on behind a table: what is set larger or bold is a caption, or a heading.
    if (open_->interrupted && (a.bold || b.bold || a.size > set_.body_size * (1 + kSameSize) ||
                               stand_within(open_->table, a, b))) {
      return false;
    }
    const bool same_page = open_->last.page == entry.page && !is_next_column(a, b);
    if (open_->last.page != entry.page && heads_table(b)) return false;
    const float step = b.box.y1 - a.box.y1;
    if (same_page && !open_->interrupted && step < 0.3F * b.size) return false;
    const BlockStyle& style = flow_.blocks[open_->block].style;
    const bool title = style.lines == 1 || style.centred;
    if (title && is_centred(entry) && style.lines <= kTitleLines && is_symmetric(open_->last)) {
      if (continues_title(entry, a, b, same_page, step)) return true;
      if (style.centred) return false;
    }
    if (style.lines == 1 && is_set_right(open_->last, b)) return false;
    if (same_page && !open_->interrupted && is_close(b, step)) return true;
    const bool full = is_full(a, column(open_->last), first_word_width(b));
    if (!full && !breaks_off(entry, a, b, text)) return false;
    if (same_page && !open_->interrupted && set_.pitch > 0 && step > kWidePitch * set_.pitch &&
        step > 3 * b.size) {
      return false;
    }
    return continues_prose(entry, a, b, text);
  }

  /// Ends one line well before the right side of the table behind it, and begins the next one well
  /// behind its left side? Prose runs from margin to margin, as its tables do.
  static bool stand_within(const Box& table, const PageLine& a, const PageLine& b) {
    return a.box.x1 < table.x1 - kWithin * a.size && b.box.x0 > table.x0 + kWithin * b.size;
  }

  /// Where white alone parts the paragraphs, what stands at the pitch of the lines goes on,
  /// wherever the line before ended.
  bool is_close(const PageLine& b, float step) const {
    return !set_.indents && set_.spaced && step <= kClosePitch * set_.pitch && !has_marker(b.text);
  }

  bool continues_title(const FlowEntry& entry, const PageLine& a, const PageLine& b, bool same_page,
                       float step) {
    if (!same_page || open_->interrupted || step > kTitlePitch * a.size || a.bold != b.bold) {
      return false;
    }
    if (ends_sentence(flow_.blocks[open_->block].text.chars)) return false;
    const bool display = a.size >= kDisplay * set_.body_size;
    const bool fills = a.box.width() >= kTitleFill * column(open_->last).width();
    return (display || fills) && !has_marker(line(entry).text);
  }

  /// A line that ends early in the middle of a sentence (a long word had no place, or the page is
  /// narrower than others) before a line at the margin.
  bool breaks_off(const FlowEntry& entry, const PageLine& a, const PageLine& b,
                  const LocatedText& text) {
    const Column in = column(entry);
    return set_.indents && a.box.x1 - in.left >= kLongLine * in.width() &&
           b.box.x0 <= in.left + kIndented * b.size && !ends_sentence(text.chars) &&
           a.bold == b.bold && !has_marker(b.text);
  }

  /// A line at the right margin only: a date, a signature, a unit.
  bool is_set_right(const FlowEntry& entry, const PageLine& next) {
    const PageLine& from = line(entry);
    return from.box.x0 > std::min(column(entry).left, next.box.x0) + kSetRight * from.size;
  }

  /// Does the line begin further right than continuing lines do? A line that stands out against an
  /// indented first line, or under the second one, does not, whatever the margin is.
  bool is_indented(const FlowEntry& entry, const PageLine& a, const PageLine& b) {
    const float out = (a.box.x0 - b.box.x0) / b.size;
    const int lines = flow_.blocks[open_->block].style.lines;
    if (lines == 1 && out >= kLeastIndent && out <= kUsualIndent) return false;
    if (lines > 1 && std::abs(out) <= kSameLeft && !flow_.blocks[open_->block].style.centred) {
      return false;
    }
    return b.box.x0 > column(entry).left + kIndented * b.size;
  }

  bool continues_prose(const FlowEntry& entry, const PageLine& a, const PageLine& b,
                       const LocatedText& text) {
    const bool sentence = ends_sentence(text.chars);
    if (open_->interrupted && (sentence || serves_table(text) || serves_table(b.text)))
      return false;
    if (!is_indented(entry, a, b)) {
      const bool heading = a.bold || b.bold || a.size > set_.body_size * (1 + kSameSize);
      if (!sentence && set_.indents && !heading) return true;
      return !(sentence && !set_.indents) && !has_marker(b.text);
    }
    if (open_->interrupted || sentence || is_centred(entry) || a.bold != b.bold) return false;
    const bool hanging =
        flow_.blocks[open_->block].style.lines == 1 && b.box.x0 >= a.box.x0 - kSameLeft * b.size;
    return hanging && !has_marker(b.text);
  }

  /// Unit lines above a table and notes below one are no halves of a paragraph around it.
  bool serves_table(const LocatedText& text) const {
    const std::string words = text.utf8();
    return unit_.find(words, 0) || note_.find(words, 0);
  }

  /// The number of a form or table, alone at the head of a page.
  bool heads_table(const PageLine& from) const {
    constexpr std::size_t kLongestNumber = 24;
    return from.text.size() <= kLongestNumber && form_head_.find(solid_text(from), 0);
  }

  /// Does the text open with a list marker? Only the first characters are looked at.
  bool has_marker(const LocatedText& text) const {
    constexpr std::size_t kLongestMarker = 16;
    const std::string start = text.utf8(0, kLongestMarker);
    return std::any_of(markers_.begin(), markers_.end(),
                       [&](const Pattern* marker) { return marker->match_start(start); });
  }

  std::vector<PageFlow>& pages_;
  const std::vector<const Pattern*>& markers_;
  const Pattern& unit_;
  const Pattern& note_;
  const Pattern& form_head_;
  std::vector<FlowEntry> entries_;
  Typesetting set_;
  Flow flow_;
  std::optional<Open> open_;
};

}  // namespace

Flow assemble_pages(std::vector<PageFlow> pages, PrintLines print_lines,
                    const PatternSet& patterns) {
  return Assembler(pages, std::move(print_lines), patterns).run();
}

}  // namespace gouji
