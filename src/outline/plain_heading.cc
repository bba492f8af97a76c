// SPDX-License-Identifier: GPL-3.0-or-later
// Method. In a text a heading without marker is known by its wording alone
// (outline/title/unmarked); in a PDF it is set larger or bolder than the prose. Its level comes
// from the numbers around it: where a series jumps from k to k + n, n headings without marker in
// between have lost theirs.
#include "outline/plain_heading.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/paragraph.h"

namespace gouji {

namespace {

constexpr std::size_t kMaxPlainTitle = 42;
// Type that is larger than the prose by this factor is that of a heading. Between the sizes that
// Chinese reports use (小四 12, 四号 14, 三号 16, 小二 18 pt) the smallest step is 1.125.
constexpr float kLarger = 1.1F;
constexpr int kMaxHeadingLines = 3;

class PlainHeadings {
 public:
  PlainHeadings(std::vector<Entry>& entries, const Flow& flow, const PatternSet& patterns)
      : entries_(entries), flow_(flow), wording_(patterns.pattern("outline/title/unmarked")) {}

  void run() {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      Entry& entry = entries_[i];
      if (entry.kind != EntryKind::paragraph || entry.marker || entry.form != BodyForm::title)
        continue;
      const std::u32string_view text = body_of(entry, flow_);
      if (text.size() > kMaxPlainTitle || !has_content(i)) continue;
      if (!stands_out(entry) && !(flow_.body_size == 0 && wording_.match_whole(to_utf8(text))))
        continue;
      entry.kind = EntryKind::heading;
      entry.unmarked_heading = true;
    }
  }

 private:
  /// A heading is followed by prose, a table or an entry, not by another lone line.
  bool has_content(std::size_t i) const {
    for (++i; i < entries_.size(); ++i) {
      const Entry& behind = entries_[i];
      if (behind.ends_items) return false;
      if (behind.kind == EntryKind::aside) continue;
      return behind.marker || behind.kind == EntryKind::table || behind.form != BodyForm::title ||
             stands_out(behind);
    }
    return false;
  }

  bool stands_out(const Entry& entry) const {
    const Block& block = flow_.blocks[static_cast<std::size_t>(entry.block)];
    return flow_.body_size > 0 && block.style.size >= kLarger * flow_.body_size &&
           block.style.lines <= kMaxHeadingLines;
  }

  std::vector<Entry>& entries_;
  const Flow& flow_;
  const Pattern& wording_;
};

/// The last number of the series of `style` in front of entry `at`, and where the search ended: at
/// that entry, or at the entry that opened the series. 0 if the series has not begun.
int number_before(const std::vector<Entry>& entries, std::size_t at, const MarkerStyle& style,
                  std::size_t& stop) {
  for (std::size_t i = at; i > 0; --i) {
    const Entry& entry = entries[i - 1];
    stop = i - 1;
    if (entry.kind != EntryKind::heading || entry.style == nullptr) continue;
    if (entry.style == &style && entry.marker) return entry.marker->ordinal.value_or(0);
    if (entry.style->rank < style.rank) return 0;
  }
  stop = 0;
  return 0;
}

}  // namespace

void find_plain_headings(std::vector<Entry>& entries, const Flow& flow,
                         const PatternSet& patterns) {
  PlainHeadings(entries, flow, patterns).run();
}

void place_plain_headings(std::vector<Entry>& entries) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (entry.kind != EntryKind::heading || !entry.marker || !entry.marker->ordinal ||
        *entry.marker->ordinal < 2)
      continue;
    std::size_t stop = 0;
    const int before = number_before(entries, i, *entry.marker->style, stop);
    int lost = *entry.marker->ordinal - 1 - before;
    for (std::size_t k = i; k > stop && lost > 0; --k) {
      Entry& plain = entries[k - 1];
      if (!plain.unmarked_heading || plain.style != nullptr) continue;
      plain.style = entry.marker->style;
      --lost;
    }
  }
}

}  // namespace gouji
