// SPDX-License-Identifier: GPL-3.0-or-later
// Method: from the foot of each page (or column) upwards, past the furniture, the lines set smaller
// than the body; the first of them that opens with a note mark begins the notes. Body print must
// stand above: small print below a table belongs to the table, a page all in small print is an
// annex.
#include "base/utf8.h"
#include "layout/page_columns.h"
#include "layout/page_entries.h"

namespace gouji {

namespace {

constexpr float kSmaller = 0.93F;  ///< print of notes against the body; 小五 under 五号 is 0.86
/// Longer notes are an annex in small print.
constexpr std::size_t kMostLines = 25;
/// Notes begin below this share of the page's height.
constexpr float kFoot = 0.35F;
constexpr std::size_t kLongestMark = 8;
/// White between notes and a running foot below them, ems.
constexpr float kAboveFoot = 2.5F;

class FootnoteFinder {
 public:
  FootnoteFinder(const std::vector<PageFlow>& pages, const Pattern& mark, const Typesetting& set,
                 std::vector<FlowEntry>& entries)
      : pages_(pages), mark_(mark), set_(set), entries_(entries) {}

  void run() {
    for (std::size_t begin = 0; begin < entries_.size();) {
      std::size_t end = begin + 1;
      while (end < entries_.size() && goes_on(end)) ++end;
      read_foot(begin, end);
      begin = end;
    }
  }

 private:
  const PageLine& line(std::size_t i) const { return line_of(pages_, entries_[i]); }

  /// Does the entry stand on the page, and in the column, of the one before?
  bool goes_on(std::size_t i) const {
    if (entries_[i].page != entries_[i - 1].page) return false;
    return entries_[i].line < 0 || entries_[i - 1].line < 0 ||
           !is_next_column(line(i - 1), line(i));
  }

  bool is_prose(std::size_t i) const {
    return entries_[i].line >= 0 && entries_[i].kind == BlockKind::paragraph;
  }

  bool is_small(std::size_t i) const {
    return is_prose(i) && line(i).size < kSmaller * set_.body_size && line(i).turn == 0;
  }

  bool has_mark(std::size_t i) const {
    const std::string start = to_utf8(from_utf8(solid_text(line(i))).substr(0, kLongestMark));
    return mark_.match_start(start);
  }

  /// A small line far below the one above, without a mark: a running foot not known as furniture.
  bool is_foot(std::size_t i) const {
    return is_small(i) && is_small(i - 1) && !has_mark(i) &&
           line(i).box.y0 - line(i - 1).box.y1 > kAboveFoot * line(i - 1).size;
  }

  void read_foot(std::size_t begin, std::size_t end) {
    while (end > begin && (entries_[end - 1].kind == BlockKind::furniture ||
                           (end > begin + 1 && is_foot(end - 1)))) {
      --end;
    }
    std::size_t first = end;
    while (first > begin && is_small(first - 1) && end - first <= kMostLines) --first;
    if (first == end || first == begin || end - first > kMostLines || !is_prose(first - 1)) return;
    while (first < end && !has_mark(first)) ++first;
    const float height = pages_[static_cast<std::size_t>(entries_[begin].page)].height;
    if (first == end || line(first).box.y0 < kFoot * height) return;
    for (std::size_t i = first; i < end; ++i) {
      entries_[i].kind = BlockKind::note;
      entries_[i].goes_on = i > first && !has_mark(i);
    }
  }

  const std::vector<PageFlow>& pages_;
  const Pattern& mark_;
  const Typesetting& set_;
  std::vector<FlowEntry>& entries_;
};

}  // namespace

void mark_footnotes(const std::vector<PageFlow>& pages, const PatternSet& patterns,
                    const Typesetting& set, std::vector<FlowEntry>& entries) {
  FootnoteFinder(pages, patterns.pattern("layout/page/footnote"), set, entries).run();
}

}  // namespace gouji
