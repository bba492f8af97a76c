// SPDX-License-Identifier: GPL-3.0-or-later
// Method. In a text a heading without marker is known by its wording alone
// (outline/title/unmarked); in a PDF it is set larger than the prose, or in the middle and bold or
// at the top of a page. Its level comes from the numbers around it: where a series jumps from k to
// k + n, n headings without marker in between have lost theirs; else from the size of its type.
#include "outline/plain_heading.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "base/utf8.h"
#include "layout/line_kind.h"
#include "layout/paragraph.h"
#include "text/charclass.h"

namespace gouji {

namespace {

constexpr std::size_t kMaxPlainTitle = 46;
// Type that is larger than the prose by this factor is that of a heading. Between the sizes that
// Chinese reports use (小四 12, 四号 14, 三号 16, 小二 18 pt) the smallest step is 1.125.
constexpr float kLarger = 1.1F;
constexpr float kSameSize = 0.95F;
constexpr int kMaxHeadingLines = 3;
// A size in which so many sentences are set is a size of prose.
constexpr std::size_t kMinSentences = 4;
// A table stands at most so many entries below its title (date, unit, name of the body).
constexpr std::size_t kTitleToTable = 4;

bool same_size(float a, float b) {
  return std::min(a, b) >= kSameSize * std::max(a, b);
}

std::u32string squash(std::u32string_view text) {
  std::u32string out;
  for (char32_t c : text)
    if (!is_blank(c)) out.push_back(c);
  return out;
}

class PlainHeadings {
 public:
  PlainHeadings(std::vector<Entry>& entries, const Flow& flow, const PatternSet& patterns)
      : entries_(entries),
        flow_(flow),
        wording_(patterns.pattern("outline/title/unmarked")),
        chart_(patterns.pattern("outline/title/chart")),
        table_title_(patterns, "table_title"),
        table_number_(patterns, "table_number"),
        entry_(patterns, "contents_entry") {}

  void run() {
    learn_prose();
    learn_contents();
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      Entry& entry = entries_[i];
      if (entry.kind != EntryKind::paragraph || entry.marker || entry.form != BodyForm::title)
        continue;
      const std::u32string_view text = body_of(entry, flow_);
      if (text.size() > kMaxPlainTitle || std::count_if(text.begin(), text.end(), is_han) < 2)
        continue;
      const bool listed = contents_.count(squash(text)) > 0;
      if (!listed && !stands_out(entry) &&
          !(flow_.body_size == 0 && wording_.match_whole(to_utf8(text))))
        continue;
      if (!listed && is_title_of_table(i)) {
        entry.kind = EntryKind::table;
        continue;
      }
      if (!has_content(i) || chart_.match_whole(to_utf8(text))) continue;
      entry.kind = EntryKind::heading;
      entry.unmarked_heading = true;
      take_title_lines(entries_, i, flow_);
    }
  }

 private:
  const Block& block(const Entry& entry) const {
    return flow_.blocks[static_cast<std::size_t>(entry.block)];
  }

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

  /// The title of a table that was not taken for its caption: the caption is then a number (表一),
  /// or missing.
  bool is_title_of_table(std::size_t i) const {
    if (flow_.body_size == 0 || !table_title_.is(body_of(entries_[i], flow_))) return false;
    for (std::size_t k = i + 1; k < entries_.size() && k <= i + kTitleToTable; ++k) {
      const Entry& behind = entries_[k];
      if (behind.kind == EntryKind::table)
        return !behind.caption || table_number_.is(body_of(behind, flow_));
      if (behind.marker || behind.form == BodyForm::sentence) return false;
    }
    return false;
  }

  /// What the contents page lists is a heading, however it is set.
  void learn_contents() {
    for (const Block& block : flow_.blocks) {
      if (block.kind != BlockKind::contents) continue;
      std::string line;
      Match match;
      if (!entry_.is(block.text.chars, line, match)) line = block.text.utf8();
      const Group title = match.group("title");
      contents_.insert(squash(from_utf8(title.matched() ? title.in(line) : line)));
    }
  }

  void learn_prose() {
    std::size_t bold = 0, other = 0;
    for (const Entry& entry : entries_) {
      if (entry.form != BodyForm::sentence || entry.kind == EntryKind::table) continue;
      ++(block(entry).style.bold ? bold : other);
      const float size = block(entry).style.size;
      const auto known = std::find_if(prose_sizes_.begin(), prose_sizes_.end(),
                                      [&](const auto& p) { return same_size(p.first, size); });
      if (known == prose_sizes_.end())
        prose_sizes_.emplace_back(size, 1);
      else
        ++known->second;
    }
    most_prose_is_bold_ = bold > other;
  }

  bool is_prose_size(float size) const {
    return std::any_of(prose_sizes_.begin(), prose_sizes_.end(), [&](const auto& known) {
      return same_size(known.first, size) && known.second >= kMinSentences;
    });
  }

  bool stands_out(const Entry& entry) const {
    const BlockStyle& style = block(entry).style;
    if (flow_.body_size == 0 || style.lines > kMaxHeadingLines) return false;
    if (style.size >= kLarger * flow_.body_size && !is_prose_size(style.size)) return true;
    const bool own_weight = style.bold && !most_prose_is_bold_;
    return style.centred && (style.starts_page || own_weight) &&
           style.size >= kSameSize * flow_.body_size;
  }

  std::vector<Entry>& entries_;
  const Flow& flow_;
  const Pattern &wording_, &chart_;
  const LineKind table_title_, table_number_, entry_;
  std::vector<std::pair<float, std::size_t>> prose_sizes_;  ///< size, number of sentences
  std::set<std::u32string> contents_;  ///< the entries of the contents page, without blanks
  bool most_prose_is_bold_ = false;
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

void rank_by_size(std::vector<Entry>& entries, const Flow& flow) {
  const auto size = [&](const Entry& entry) {
    return flow.blocks[static_cast<std::size_t>(entry.block)].style.size;
  };
  std::vector<float> sizes;
  for (const Entry& entry : entries)
    if (entry.unmarked_heading && entry.style == nullptr) sizes.push_back(size(entry));
  std::sort(sizes.begin(), sizes.end(), std::greater<>());
  sizes.erase(std::unique(sizes.begin(), sizes.end(), same_size), sizes.end());
  for (Entry& entry : entries) {
    if (!entry.unmarked_heading || entry.style != nullptr) continue;
    const auto own = std::find_if(sizes.begin(), sizes.end(),
                                  [&](float each) { return same_size(each, size(entry)); });
    entry.plain_class = static_cast<int>(own - sizes.begin());
  }
}

}  // namespace

void find_plain_headings(std::vector<Entry>& entries, const Flow& flow,
                         const PatternSet& patterns) {
  PlainHeadings(entries, flow, patterns).run();
}

void place_plain_headings(std::vector<Entry>& entries, const Flow& flow) {
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
  rank_by_size(entries, flow);
}

}  // namespace gouji
