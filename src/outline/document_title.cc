// SPDX-License-Identifier: GPL-3.0-or-later
// Method. The title stands in front of the first heading and the first sentence. In a PDF it is
// what is set largest there; in a text it is the first line, with the lines behind it until a word
// that titles end with (报告, 总结 …) is reached. A document that begins with a heading has none.
#include "outline/document_title.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/line_kind.h"
#include "layout/paragraph.h"

namespace gouji {

namespace {

// A title has at least so many characters, and a line of it at most so many.
constexpr std::size_t kMinTitle = 5;
constexpr std::size_t kMaxTitleLine = 60;
constexpr std::size_t kMaxTitleLines = 5;
// Lines of a title have about the same size of type, within this factor (the name of the body above
// 40, the title below 44 pt).
constexpr float kSameSize = 0.85F;
// How many entries at the beginning are looked at.
constexpr std::size_t kMaxEntries = 24;

class TitleFinder {
 public:
  TitleFinder(const std::vector<Entry>& entries, const Flow& flow, const PatternSet& patterns)
      : entries_(entries),
        flow_(flow),
        ending_(patterns.pattern("document/title/ending")),
        organization_(patterns.pattern("document/title/organization")),
        subtitle_(patterns.pattern("outline/title/subtitle")),
        heading_(patterns.pattern("outline/title/unmarked")),
        continuation_(patterns.pattern("document/title/continuation")),
        table_title_(patterns, "table_title") {}

  DocumentTitle run() {
    collect();
    const std::size_t first = first_line();
    if (first == lines_.size()) return {};
    std::size_t end = first + 1;
    while (end < lines_.size() && end < first + kMaxTitleLines && goes_on(first, end)) ++end;
    DocumentTitle title;
    LocatedText joined;
    for (std::size_t k = first; k < end; ++k) {
      title.blocks.push_back(entry(k).block);
      append_line(joined, block(k).text);
    }
    const bool named = !only_names(first, end) && joined.size() >= kMinTitle &&
                       (flow_.body_size > 0 || end > first + 1 || is_complete(end - 1) ||
                        !heading_.match_whole(joined.utf8()));
    if (!named) {
      title.blocks.clear();
      end = first;
    } else {
      title.text = joined.utf8();
    }
    for (std::size_t k = 0; k < lines_.size(); ++k)
      if ((k < first || k >= end) && is_around(k, page(first)))
        title.around.push_back(entry(k).block);
    return title;
  }

 private:
  const Entry& entry(std::size_t k) const { return entries_[lines_[k]]; }
  const Block& block(std::size_t k) const {
    return flow_.blocks[static_cast<std::size_t>(entry(k).block)];
  }
  std::string text(std::size_t k) const { return to_utf8(body_of(entry(k), flow_)); }
  float size(std::size_t k) const { return block(k).style.size; }

  /// The lines in front of the first heading, sentence or table.
  void collect() {
    const std::size_t most = std::min(entries_.size(), kMaxEntries);
    for (std::size_t i = 0; i < most; ++i) {
      const Entry& entry = entries_[i];
      if (entry.kind == EntryKind::aside) continue;
      if (entry.kind == EntryKind::table) break;
      // The number of a paper or annex in a corner of the page: （4）, 附件2.
      if (entry.form == BodyForm::empty) continue;
      const bool annex =
          entry.marker && entry.marker->style->role == MarkerRole::attachment && i == 0;
      if (annex) continue;
      if (entry.marker || entry.form != BodyForm::title ||
          body_of(entry, flow_).size() > kMaxTitleLine || is_title_of_table(i))
        break;
      lines_.push_back(i);
    }
  }

  bool is_title_of_table(std::size_t i) const {
    return i + 1 < entries_.size() && entries_[i + 1].kind == EntryKind::table &&
           table_title_.is(body_of(entries_[i], flow_));
  }

  int page(std::size_t k) const {
    const LocatedText& text = block(k).text;
    return flow_.lines.lines[text.places.front().line].unit;
  }

  /// The first of the largest lines; in a text the first line that is no subtitle.
  std::size_t first_line() const {
    float largest = 0;
    for (std::size_t k = 0; k < lines_.size(); ++k) largest = std::max(largest, size(k));
    for (std::size_t k = 0; k < lines_.size(); ++k)
      if (size(k) >= kSameSize * largest && !subtitle_.match_whole(text(k))) return k;
    return lines_.size();
  }

  bool is_complete(std::size_t k) const { return ending_.match_whole(text(k)); }

  /// Are the lines nothing but names of bodies?
  bool only_names(std::size_t first, std::size_t end) const {
    for (std::size_t k = first; k < end; ++k)
      if (!organization_.match_whole(text(k))) return false;
    return true;
  }

  bool goes_on(std::size_t first, std::size_t k) const {
    if (flow_.body_size > 0 && page(k) != page(first)) return false;
    if (lines_[k] != lines_[k - 1] + 1 || subtitle_.match_whole(text(k))) return false;
    if (continuation_.match_whole(text(k))) return true;
    // The name of the body in large type, and below it what it issues.
    if (only_names(first, k) && is_complete(k)) return true;
    if (flow_.body_size > 0 &&
        (size(k) < kSameSize * size(first) || size(k) * kSameSize > size(first)))
      return false;
    return !is_complete(k - 1) || (flow_.body_size > 0 && is_complete(k));
  }

  /// What stands around a title: its subtitle, the issuer; in a PDF all lines of its page in front
  /// of the first heading or sentence.
  bool is_around(std::size_t k, int title_page) const {
    if (flow_.body_size > 0) return page(k) == title_page;
    const std::string line = text(k);
    return subtitle_.match_whole(line) || organization_.match_whole(line);
  }

  const std::vector<Entry>& entries_;
  const Flow& flow_;
  const Pattern &ending_, &organization_, &subtitle_, &heading_, &continuation_;
  const LineKind table_title_;
  std::vector<std::size_t> lines_;
};

}  // namespace

DocumentTitle find_title(const std::vector<Entry>& entries, const Flow& flow,
                         const PatternSet& patterns) {
  return TitleFinder(entries, flow, patterns).run();
}

void set_title_aside(std::vector<Entry>& entries, const Flow& flow, const PatternSet& patterns) {
  const DocumentTitle title = find_title(entries, flow, patterns);
  const auto holds = [](const std::vector<int>& blocks, int block) {
    return std::find(blocks.begin(), blocks.end(), block) != blocks.end();
  };
  for (Entry& entry : entries)
    if (holds(title.blocks, entry.block) || holds(title.around, entry.block))
      entry.kind = EntryKind::aside;
}

}  // namespace gouji
