// SPDX-License-Identifier: GPL-3.0-or-later
// Method: only the outermost lines of a page are looked at, the first two and the last two, from
// outside in: a line behind one that is content is content. A line is furniture when its words
// (digits taken as equal) stand at the same height on other pages, or when it is a page number. A
// caption printed again over each part of its table stays: a running head is told from it by what
// stands below, prose or a caption in larger print, on some page.
#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "layout/page_entries.h"
#include "text/charclass.h"

namespace gouji {

namespace {

/// Running heads stand at the same height within this, points.
constexpr float kSameHeight = 6;
/// Heads and feet stand within this share of the page's height from its edge.
constexpr float kMargin = 0.13F;
/// On how many pages a head or foot comes again at least.
constexpr int kFewestPages = 3;
constexpr int kOutermost = 2;
constexpr std::size_t kLinesAboveTable = 4;
constexpr std::size_t kLongWords = 12;  ///< bytes; four hanzi

/// Print of a caption is larger than that of the running head above it, at least times this.
constexpr float kLarger = 1.1F;

/// Captions of the corpus are bold or larger than this, points.
constexpr float kSmallPrint = 10.6F;

struct Candidate {
  std::size_t entry = 0;
  int depth = 0;      ///< 0 = outermost
  bool head = false;  ///< at the head or at the foot
  float from_edge = 0;
  bool above_table = false;
  bool above_larger = false;  ///< the next line is in larger print
};

std::string with_equal_digits(std::string text) {
  std::string key;
  bool digit = false;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (!digit) key += '#';
      digit = true;
      continue;
    }
    digit = false;
    key += c;
  }
  return key;
}

int number_in(const std::string& text) {
  int value = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') value = std::min(value * 10 + (c - '0'), 1'000'000);
  }
  return value;
}

class FurnitureFinder {
 public:
  FurnitureFinder(const std::vector<PageFlow>& pages, const PatternSet& patterns,
                  std::vector<FlowEntry>& entries)
      : pages_(pages),
        entries_(entries),
        set_(patterns.pattern("layout/page/page_number_set")),
        bare_(patterns.pattern("layout/page/page_number_bare")),
        caption_(patterns.pattern("table/line/caption_named")),
        topic_(patterns.pattern("table/line/caption_topic")) {}

  void run() {
    collect();
    count();
    count_in_body();
    for (const auto& side : candidates_) {
      for (const Candidate& candidate : side) {
        if (!is_furniture(candidate)) break;
        entries_[candidate.entry].kind = BlockKind::furniture;
      }
    }
    mark_turned();
    mark_running_numbers();
  }

 private:
  /// The outermost lines of each page: one list a head, one list a foot.
  void collect() {
    for (std::size_t begin = 0; begin < entries_.size();) {
      std::size_t end = begin;
      while (end < entries_.size() && entries_[end].page == entries_[begin].page) ++end;
      collect_page(begin, end);
      begin = end;
    }
  }

  void collect_page(std::size_t begin, std::size_t end) {
    const float height = pages_[static_cast<std::size_t>(entries_[begin].page)].height;
    std::vector<Candidate> head;
    for (std::size_t i = begin; i < end && head.size() < kOutermost; ++i) {
      if (entries_[i].line < 0) break;
      const PageLine& line = line_of(pages_, entries_[i]);
      if (line.turn != 0) continue;
      if (line.box.y0 > kMargin * height) break;
      head.push_back({i, static_cast<int>(head.size()), true, line.box.y0, above_table(i, end),
                      above_larger(i, end)});
    }
    candidates_.push_back(std::move(head));
    std::vector<Candidate> foot;
    for (std::size_t i = end; i > begin && foot.size() < kOutermost; --i) {
      if (entries_[i - 1].line < 0) break;
      const PageLine& line = line_of(pages_, entries_[i - 1]);
      if (line.turn != 0) continue;
      if (line.box.y1 < (1 - kMargin) * height) break;
      foot.push_back(
          {i - 1, static_cast<int>(foot.size()), false, height - line.box.y1, false, false});
    }
    candidates_.push_back(std::move(foot));
  }

  /// Nothing but a few lines stands between the line and a table.
  bool above_table(std::size_t i, std::size_t end) const {
    for (std::size_t j = i + 1; j < end && j <= i + kLinesAboveTable; ++j) {
      if (entries_[j].line < 0) return true;
    }
    return false;
  }

  /// A caption or a title stands below the line.
  bool above_larger(std::size_t i, std::size_t end) const {
    if (i + 1 >= end || entries_[i + 1].line < 0) return false;
    return line_of(pages_, entries_[i + 1]).size > kLarger * line_of(pages_, entries_[i]).size;
  }

  using Key = std::pair<bool, std::string>;

  Key key_of(const Candidate& candidate) const {
    const PageLine& line = line_of(pages_, entries_[candidate.entry]);
    return {candidate.head, with_equal_digits(solid_text(line))};
  }

  void count() {
    for (const auto& side : candidates_) {
      for (const Candidate& candidate : side) {
        const Key key = key_of(candidate);
        heights_[key].push_back(candidate.from_edge);
        if (!candidate.above_table) ++elsewhere_[key];
        if (candidate.head) note_words(candidate);
      }
    }
  }

  /// How often the words that come again in the margins stand elsewhere on the pages.
  void count_in_body() {
    std::vector<char> lengths;
    for (const auto& [key, heights] : heights_) {
      if (static_cast<int>(heights.size()) < kFewestPages) continue;
      if (lengths.size() <= key.second.size()) lengths.resize(key.second.size() + 1, 0);
      lengths[key.second.size()] = 1;
    }
    if (lengths.empty()) return;
    std::vector<char> outermost(entries_.size(), 0);
    for (const auto& side : candidates_) {
      for (const Candidate& candidate : side) outermost[candidate.entry] = 1;
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].line < 0 || outermost[i]) continue;
      const PageLine& line = line_of(pages_, entries_[i]);
      if (line.turn != 0 || line.text.size() >= lengths.size()) continue;
      const std::string key = with_equal_digits(solid_text(line));
      if (key.size() < lengths.size() && lengths[key.size()]) ++body_[key];
    }
  }

  bool stands_in_body(const Candidate& candidate) const {
    const Key key = key_of(candidate);
    const auto found = body_.find(key.second);
    if (found == body_.end()) return false;
    return found->second > static_cast<int>(heights_.at(key).size());
  }

  /// Words with their digits: "表1" and "表2" above two captions are no running head.
  void note_words(const Candidate& candidate) {
    auto& [times, above_larger] = words_[solid_text(line_of(pages_, entries_[candidate.entry]))];
    ++times;
    above_larger = above_larger || candidate.above_larger;
  }

  /// The same words on all pages or on several, a caption in larger print below them on one.
  bool runs_above_captions(const std::string& text) const {
    const auto found = words_.find(text);
    if (found == words_.end() || !found->second.second) return false;
    const int times = found->second.first;
    return times >= kFewestPages || (times == 2 && pages_.size() == 2);
  }

  /// Print that no caption is set in, and words that none ends in.
  bool is_small_print(const Candidate& candidate, const std::string& text) const {
    const PageLine& line = line_of(pages_, entries_[candidate.entry]);
    return candidate.depth == 0 && !line.bold && line.size <= kSmallPrint &&
           text.size() >= kLongWords && words_.at(text).first >= kFewestPages &&
           !caption_.find(text, 0) && !topic_.find(text, 0);
  }

  int times(const Candidate& candidate) const {
    const Key key = key_of(candidate);
    const auto found = heights_.find(key);
    // Words come again at another height on pages of another format; mere numbers must not.
    if (key.second.size() >= kLongWords) return static_cast<int>(found->second.size());
    return static_cast<int>(std::count_if(
        found->second.begin(), found->second.end(),
        [&](float height) { return std::abs(height - candidate.from_edge) <= kSameHeight; }));
  }

  bool is_furniture(const Candidate& candidate) const {
    const std::string text = solid_text(line_of(pages_, entries_[candidate.entry]));
    if (set_.match_whole(text)) return true;
    const int again = times(candidate);
    if (bare_.match_whole(text)) {
      const int pages = static_cast<int>(pages_.size());
      return again >= 2 || number_in(text) == entries_[candidate.entry].page + 1 ||
             (!candidate.head && pages == 1);
    }
    if (stands_in_body(candidate)) return false;
    if (candidate.head && runs_above_captions(text)) return true;
    if (candidate.head && again >= kFewestPages && is_small_print(candidate, text)) return true;
    // A caption printed again over each part of its table is no running head.
    if (candidate.head && elsewhere_.count(key_of(candidate)) == 0) return false;
    return again >= kFewestPages;
  }

  /// A number alone at the end of a page, at whatever height, that runs with the pages.
  void mark_running_numbers() {
    std::map<int, int> offsets;
    std::vector<std::pair<std::size_t, int>> found;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const bool last = i + 1 == entries_.size() || entries_[i + 1].page != entries_[i].page;
      if (!last || entries_[i].line < 0) continue;
      const PageLine& line = line_of(pages_, entries_[i]);
      if (line.text.size() > 4) continue;
      const std::string text = solid_text(line);
      if (!bare_.match_whole(text)) continue;
      const int offset = number_in(text) - entries_[i].page;
      ++offsets[offset];
      found.emplace_back(i, offset);
    }
    for (const auto& [entry, offset] : found) {
      if (offsets[offset] >= kFewestPages) entries_[entry].kind = BlockKind::furniture;
    }
  }

  /// The page number of a landscape page is printed along its side.
  void mark_turned() {
    for (FlowEntry& entry : entries_) {
      if (entry.line < 0) continue;
      const PageLine& line = line_of(pages_, entry);
      if (line.turn == 0) continue;
      const std::string text = solid_text(line);
      if (set_.match_whole(text) || bare_.match_whole(text)) entry.kind = BlockKind::furniture;
    }
  }

  const std::vector<PageFlow>& pages_;
  std::vector<FlowEntry>& entries_;
  const Pattern& set_;
  const Pattern& bare_;
  const Pattern& caption_;
  const Pattern& topic_;
  std::vector<std::vector<Candidate>> candidates_;
  std::map<Key, std::vector<float>> heights_;
  std::map<std::string, int> body_;  ///< words of the margins: how often they stand in the body
  std::map<Key, int> elsewhere_;     ///< how often a head stands above something else than a table
  /// Of each line at the head of a page: on how many pages, and does larger print follow it?
  std::map<std::string, std::pair<int, bool>> words_;
};

}  // namespace

std::vector<FlowEntry> list_entries(const std::vector<PageFlow>& pages) {
  std::vector<FlowEntry> entries;
  int regions = 0;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    for (const PageEntry& entry : pages[page].order) {
      FlowEntry out;
      out.page = static_cast<int>(page);
      if (entry.is_region) {
        out.region = regions + entry.index;
        out.box = pages[page].regions[static_cast<std::size_t>(entry.index)].box;
        out.kind = BlockKind::table;
      } else {
        out.line = entry.index;
      }
      entries.push_back(out);
    }
    regions += static_cast<int>(pages[page].regions.size());
  }
  return entries;
}

std::string solid_text(const PageLine& line) {
  std::u32string solid;
  solid.reserve(line.text.size());
  for (const char32_t c : line.text.chars) {
    if (!is_blank(c)) solid.push_back(c);
  }
  return to_utf8(solid);
}

void mark_furniture(const std::vector<PageFlow>& pages, const PatternSet& patterns,
                    std::vector<FlowEntry>& entries) {
  FurnitureFinder(pages, patterns, entries).run();
}

}  // namespace gouji
