// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a contents page opens with its title and goes on as long as its lines are entries (words,
// leaders, a page number); a line between two entries is the wrapped part of one. Where a contents
// page has no page numbers, it ends where its first entry stands again or a sentence is met. Three
// entries in a row are a contents page also without a title.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "layout/page_entries.h"
#include "text/charclass.h"

namespace gouji {

namespace {

constexpr std::size_t kEntriesInARow = 3;
constexpr int kWrappedLines = 2;
constexpr std::size_t kHeadLines = 3;      ///< the title of the contents, wrapped, and a first part
constexpr int kLeaders = 9;                ///< dots in a row; an ellipsis of prose has six
constexpr std::size_t kLongestEntry = 60;  ///< characters
constexpr std::size_t kLongestNumber = 7;
constexpr std::size_t kMostEntries = 120;
constexpr float kDisplay = 1.1F;            ///< a heading is larger than the entries
constexpr std::size_t kUnmatchedLines = 8;  ///< wrapped or worded otherwise than their heading

bool is_sentence(const PageLine& line) {
  const char32_t last = line.text.empty() ? U' ' : line.text.chars.back();
  return last == U'\u3002' || last == U'\uff1b' || last == U'\uff1a' || last == U'\uff0c';
}

/// A row of dots that leads to a page number, which may stand on the next line or nowhere.
bool has_leaders(const LocatedText& text) {
  int row = 0;
  for (const char32_t c : text.chars) {
    const bool dot = c == U'.' || c == U'\u00b7' || c == U'\u2025' || c == U'\uff0e' ||
                     c == U'\u30fb' || c == U'\u2026' || c == U'\u22ef';
    row = dot ? row + (c == U'\u2026' || c == U'\u22ef' ? 3 : 1) : is_blank(c) ? row : 0;
    if (row >= kLeaders) return true;
  }
  return false;
}

class ContentsFinder {
 public:
  ContentsFinder(const std::vector<PageFlow>& pages, const PatternSet& patterns,
                 std::vector<FlowEntry>& entries)
      : pages_(pages),
        entries_(entries),
        title_(patterns.pattern("layout/page/contents_title")),
        titled_(patterns.pattern("layout/page/contents_title_of")),
        entry_(patterns.pattern("layout/page/contents_entry")) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (entries[i].line >= 0 && entries[i].kind == BlockKind::paragraph) lines_.push_back(i);
    }
  }

  void run() {
    for (std::size_t i = 0; i < lines_.size();) {
      if (is_title(i)) {
        i = std::max(mark_under_title(i), i + 1);
      } else if (is_entry(i)) {
        i = std::max(mark_run(i), i + 1);
      } else {
        ++i;
      }
    }
  }

 private:
  const PageLine& line(std::size_t i) const { return line_of(pages_, entries_[lines_[i]]); }

  bool is_title(std::size_t i) const {
    const std::size_t size = line(i).text.size();
    return size >= 2 && size <= 8 && title_.match_whole(solid_text(line(i)));
  }

  bool is_entry(std::size_t i) const {
    const LocatedText& text = line(i).text;
    if (text.size() < 4) return false;
    if (has_leaders(text)) return true;
    const char32_t last = fold_width(text.chars.back());
    const bool closes = last == U')' || last == U'-' || last == U'\u2014' || last == U'i' ||
                        last == U'v' || last == U'x' || last == U'I' || last == U'V';
    if (!is_ascii_digit(last) && !closes) return false;
    return entry_.match_whole(solid_text(line(i)));
  }

  /// A number at the end, behind a gap: an entry without leaders.
  bool ends_in_number(std::size_t i) const {
    const std::u32string& chars = line(i).text.chars;
    std::size_t digits = 0;
    while (digits < chars.size() && is_ascii_digit(chars[chars.size() - 1 - digits])) ++digits;
    return digits > 0 && digits <= 3 && digits + 2 < chars.size() &&
           is_blank(chars[chars.size() - 1 - digits]);
  }

  /// Index behind the last entry of the run that begins at or behind `i`, with wrapped lines.
  std::size_t end_of_run(std::size_t i, bool titled) const {
    std::size_t end = i;
    int wrapped = 0;
    for (std::size_t j = i; j < lines_.size() && wrapped <= kWrappedLines; ++j) {
      if (is_entry(j) || (titled && ends_in_number(j))) {
        end = j + 1;
        wrapped = 0;
      } else {
        ++wrapped;
      }
    }
    return end;
  }

  std::size_t mark_run(std::size_t i) {
    const std::size_t end = end_of_run(i, false);
    if (end - i >= kEntriesInARow) mark(headed_from(i), end);
    return end;
  }

  /// The first of the few lines above entry `i` that name its contents page: the title of the
  /// document with 目录 behind it, the first part.
  std::size_t headed_from(std::size_t i) const {
    const int page = entries_[lines_[i]].page;
    for (std::size_t j = i; j > 0 && i - j < kHeadLines; --j) {
      if (entries_[lines_[j - 1]].page != page || line(j - 1).text.size() > kLongestEntry) break;
      if (titled_.match_whole(solid_text(line(j - 1)))) return j - 1;
    }
    return i;
  }

  std::size_t mark_under_title(std::size_t i) {
    std::size_t end = end_of_run(i + 1, true);
    if (end == i + 1) end = end_without_numbers(i);
    if (end - i > kEntriesInARow) mark(i, end);
    return end;
  }

  /// The last lines of a page of entries, which need not come again.
  std::size_t end_of_page(std::size_t end) const {
    const int page = entries_[lines_[end - 1]].page;
    std::size_t rest = end;
    while (rest < lines_.size() && entries_[lines_[rest]].page == page) ++rest;
    if (rest - end > kEntriesInARow) return end;
    for (std::size_t i = end; i < rest; ++i) {
      if (is_sentence(line(i))) return end;
    }
    return rest;
  }

  bool holds_table(std::size_t i) const {
    return !pages_[static_cast<std::size_t>(entries_[lines_[i]].page)].regions.empty();
  }

  /// The text of a line without its number: captions and headings lack it, or have another.
  std::string words_of(std::size_t i) const {
    const std::u32string& chars = line(i).text.chars;
    std::size_t begin = 0;
    for (std::size_t j = 0; j < std::min(chars.size(), kLongestNumber); ++j) {
      const char32_t c = chars[j];
      if (c == U'\uff1a' || c == U':' || c == U'\u3001' || c == U'.' || c == U'\uff0e' ||
          c == U' ') {
        begin = j + 1;
      }
    }
    std::u32string words;
    for (std::size_t j = begin; j < chars.size(); ++j) {
      if (!is_blank(chars[j])) words.push_back(chars[j]);
    }
    return to_utf8(words);
  }

  /// Where the first entry stands again, as the first heading of the body; 0 = nowhere near.
  std::size_t first_entry_again(std::size_t title) const {
    const std::string first = title + 1 < lines_.size() ? solid_text(line(title + 1)) : "";
    std::size_t sentences = 0;
    for (std::size_t i = title + 2; i < lines_.size() && i - title <= kMostEntries; ++i) {
      if (line(i).text.size() > kLongestEntry) return 0;
      if (solid_text(line(i)) == first) {
        return i - title > kEntriesInARow && sentences * 2 <= i - title ? i : 0;
      }
      if (is_sentence(line(i))) ++sentences;
    }
    return 0;
  }

  /// The lines under the title up to the first sentence: those on the page of the title, and those
  /// on the next pages that come again as headings further on, with their wrapped parts. A line
  /// that is there already is the first heading behind the contents.
  std::size_t end_without_numbers(std::size_t title) const {
    if (const std::size_t body = first_entry_again(title); body > 0) return body;
    const int page = entries_[lines_[title]].page;
    std::unordered_map<std::string, std::size_t> last_place;
    for (std::size_t i = title + 1; i < lines_.size(); ++i) {
      if (line(i).text.size() <= kLongestEntry) last_place[words_of(i)] = i;
    }
    std::unordered_set<std::string> seen, words_seen;
    std::size_t end = title + 1;
    for (std::size_t i = title + 1; i < lines_.size() && i - end <= kUnmatchedLines; ++i) {
      const std::string text = solid_text(line(i));
      const std::string words = words_of(i);
      if (!seen.insert(text).second || holds_table(i)) break;
      const bool display = line(i).size > kDisplay * line(title + 1).size;
      const bool other_page = entries_[lines_[i]].page != page;
      if (display && (!words_seen.insert(words).second || other_page)) break;
      const auto found = last_place.find(words);
      const bool again = found != last_place.end() && found->second > i;
      if (!again && is_sentence(line(i))) break;
      if (again || !other_page) end = i + 1;
    }
    return end_of_page(end);
  }

  void mark(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) entries_[lines_[i]].kind = BlockKind::contents;
  }

  const std::vector<PageFlow>& pages_;
  std::vector<FlowEntry>& entries_;
  const Pattern& title_;
  const Pattern& titled_;
  const Pattern& entry_;
  std::vector<std::size_t> lines_;  ///< the entries that are lines of content
};

}  // namespace

void mark_contents(const std::vector<PageFlow>& pages, const PatternSet& patterns,
                   std::vector<FlowEntry>& entries) {
  ContentsFinder(pages, patterns, entries).run();
}

}  // namespace gouji
