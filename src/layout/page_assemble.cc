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

/// Sizes within this ratio may belong to one paragraph.
constexpr float kSameSize = 0.12F;
/// Display print is this much larger than the body: its centred lines are one title.
constexpr float kDisplay = 1.25F;
/// A title that wraps fills this share of the column.
constexpr float kTitleFill = 0.6F;
/// Lines of a paragraph stand within this many times the usual pitch.
constexpr float kWidePitch = 1.7F;
constexpr float kTitlePitch = 2.4F;  ///< times the size

bool ends_sentence(char32_t c) {
  return c == U'\u3002' || c == U'\uff1b' || c == U'\uff1a' || c == U'\uff01' || c == U'\uff1f' ||
         c == U';' || c == U':';
}

struct Open {
  std::size_t block = 0;     ///< index of the open paragraph
  FlowEntry last;            ///< its last line
  bool interrupted = false;  ///< a table stands behind it
};

class Assembler {
 public:
  Assembler(std::vector<PageFlow>& pages, PrintLines&& print_lines, const PatternSet& patterns)
      : pages_(pages), markers_(patterns.patterns("outline/marker/")) {
    flow_.lines = std::move(print_lines);
    entries_ = list_entries(pages);
    mark_furniture(pages, patterns, entries_);
    mark_contents(pages, patterns, entries_);
    set_ = measure_typesetting(pages, entries_);
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
  const Column& column(const FlowEntry& entry) const {
    return set_.columns[static_cast<std::size_t>(entry.page)];
  }

  void add(const FlowEntry& entry, bool starts_page) {
    if (entry.line < 0) {
      Block block;
      block.kind = BlockKind::table;
      block.region = entry.region;
      block.style.starts_page = starts_page;
      flow_.blocks.push_back(std::move(block));
      if (open_) open_->interrupted = true;
      return;
    }
    if (entry.kind == BlockKind::paragraph && open_ && continues(entry)) {
      append(entry);
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
    if (entry.kind == BlockKind::paragraph) open_ = Open{flow_.blocks.size() - 1, entry, false};
    if (entry.kind == BlockKind::contents) open_.reset();
  }

  void append(const FlowEntry& entry) {
    PageLine& from = line(entry);
    Block& block = flow_.blocks[open_->block];
    if (!block.text.empty() && !from.text.empty() &&
        joins_with_blank(block.text.chars.back(), from.text.chars.front())) {
      CharPlace place = block.text.places.back();
      place.from = place.to;
      block.text.push_back(U' ', place);
    }
    block.text.append(from.text);
    block.style.bold = block.style.bold && from.bold;
    ++block.style.lines;
    from.text = {};
    open_->last = entry;
    open_->interrupted = false;
  }

  bool is_centred(const FlowEntry& entry) {
    const PageLine& from = line(entry);
    const Column& in = column(entry);
    const float left = from.box.x0 - in.left;
    const float right = in.right - from.box.x1;
    return std::abs(left - right) <= 2 * kCentre * from.size &&
           std::min(left, right) >= kCentredMargin * from.size;
  }

  bool continues(const FlowEntry& entry) {
    const PageLine& a = line(open_->last);
    const PageLine& b = line(entry);
    const LocatedText& text = flow_.blocks[open_->block].text;
    if (a.turn != 0 || b.turn != 0 || text.empty() || b.text.empty()) return false;
    if (std::abs(a.size - b.size) > kSameSize * std::max(a.size, b.size)) return false;
    const bool same_page = open_->last.page == entry.page;
    const float step = b.box.y1 - a.box.y1;
    if (same_page && !open_->interrupted && step < 0.3F * b.size) return false;
    const bool a_centred = flow_.blocks[open_->block].style.centred && is_centred(open_->last);
    if (a_centred && is_centred(entry)) return continues_title(entry, a, b, same_page, step);
    if (a_centred && flow_.blocks[open_->block].style.lines == 1 &&
        !is_full(a, column(open_->last), first_word_width(b))) {
      return false;
    }
    if (same_page && !open_->interrupted && set_.pitch > 0 && step > kWidePitch * set_.pitch &&
        step > 3 * b.size) {
      return false;
    }
    if (!is_full(a, column(open_->last), first_word_width(b))) return false;
    return continues_prose(entry, a, b, text);
  }

  bool continues_title(const FlowEntry& entry, const PageLine& a, const PageLine& b, bool same_page,
                       float step) {
    if (!same_page || open_->interrupted || step > kTitlePitch * a.size || a.bold != b.bold) {
      return false;
    }
    if (ends_sentence(a.text.empty() ? flow_.blocks[open_->block].text.chars.back()
                                     : a.text.chars.back())) {
      return false;
    }
    const bool display = a.size >= kDisplay * set_.body_size;
    const bool fills = a.box.width() >= kTitleFill * column(open_->last).width();
    return (display || fills) && !has_marker(line(entry).text);
  }

  bool continues_prose(const FlowEntry& entry, const PageLine& a, const PageLine& b,
                       const LocatedText& text) {
    const bool sentence = ends_sentence(text.chars.back());
    const float indent = (b.box.x0 - column(entry).left) / b.size;
    if (indent <= kIndented) {
      if (open_->interrupted && sentence) return false;
      if (set_.indents) return true;
      return !sentence && !has_marker(b.text);
    }
    if (open_->interrupted || sentence || is_centred(entry)) return false;
    const bool hanging = b.box.x0 >= a.box.x0 - kSameLeft * b.size;
    return hanging && !has_marker(b.text);
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
