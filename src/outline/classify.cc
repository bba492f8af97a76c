// SPDX-License-Identifier: GPL-3.0-or-later
// Method. The form of an entry says what it may be, its series what it is: a heading is short, has
// no stop, stands alone and has content of its own (a paragraph, a table, an entry of a deeper
// level); when most short entries of a series have content the series are headings, when most have
// none it is a list. Annexes that are only named (附件：1.… 2.… above a signature) open nothing.
#include "outline/classify.h"

#include <algorithm>
#include <map>
#include <string>

#include "base/utf8.h"
#include "layout/line_kind.h"
#include "outline/plain_heading.h"
#include "text/charclass.h"

namespace gouji {

namespace {

// 一、 and coarser: the level that is nearly always made of headings.
constexpr int kChineseRank = 50;
// （一）
constexpr int kChineseParenRank = 60;
// A title behind a marker that stands alone has at most so many characters.
constexpr std::size_t kMaxTitle = 60;
// Between a heading and its first numbered entry stand at most so many paragraphs.
constexpr std::size_t kMaxToChild = 6;
// A heading among entries that are mostly sentences is short.
constexpr std::size_t kMaxPlainTitle = 30;

class Classifier {
 public:
  Classifier(std::vector<Entry>& entries, const Flow& flow, const Nesting& nesting,
             const PatternSet& patterns)
      : entries_(entries),
        flow_(flow),
        nesting_(nesting),
        patterns_(patterns),
        with_stop_(patterns.pattern("outline/title/with_stop")),
        table_title_(patterns, "table_title") {}

  void run() {
    for (std::size_t i = 0; i < entries_.size(); ++i) fixed_role(i);
    find_plain_headings(entries_, flow_, patterns_);
    group();
  }

 private:
  void fixed_role(std::size_t i);
  void annex(std::size_t i);
  bool is_plain_title(std::size_t i) const;
  bool has_children(std::size_t i) const;
  bool is_list_of_schedules(const std::vector<std::size_t>& series, std::size_t with_content) const;
  static void drop_marker(Entry& entry) {
    entry.marker.reset();
    entry.style = nullptr;
    if (entry.kind != EntryKind::aside) entry.kind = EntryKind::paragraph;
  }
  void skip_annex_list(std::size_t i);
  bool take_title(std::size_t i);
  void group();
  void decide(const std::vector<std::size_t>& series);
  bool has_content(std::size_t i) const;
  bool deeper_follows(std::size_t i) const;
  std::size_t next(std::size_t i) const;
  std::string body(std::size_t i) const { return to_utf8(body_of(entries_[i], flow_)); }

  std::vector<Entry>& entries_;
  const Flow& flow_;
  const Nesting& nesting_;
  const PatternSet& patterns_;
  const Pattern& with_stop_;
  const LineKind table_title_;
  bool seen_heading_ = false;
};

/// The next entry that is no picture caption or the like; entries_.size() if none.
std::size_t Classifier::next(std::size_t i) const {
  for (++i; i < entries_.size(); ++i)
    if (entries_[i].kind != EntryKind::aside || entries_[i].ends_items) return i;
  return i;
}

void Classifier::fixed_role(std::size_t i) {
  Entry& entry = entries_[i];
  if (!entry.marker || entry.kind == EntryKind::aside || entry.kind == EntryKind::heading_title)
    return;
  switch (entry.marker->style->role) {
    case MarkerRole::heading:
      if (entry.kind == EntryKind::table) break;
      // "第一部分 …。" is a sentence about the part.
      if (entry.form == BodyForm::sentence || entry.form == BodyForm::stopped) {
        entry.kind = EntryKind::paragraph;
        entry.marker.reset();
        break;
      }
      entry.kind = EntryKind::heading;
      seen_heading_ = true;
      if (entry.form == BodyForm::empty) take_title(i);
      break;
    case MarkerRole::attachment:
      annex(i);
      break;
    case MarkerRole::caption:
      entry.kind = EntryKind::table;
      entry.marker.reset();
      break;
    case MarkerRole::item:
      if (entry.kind != EntryKind::table) entry.kind = EntryKind::item;
      break;
    case MarkerRole::either:
      if (entry.kind == EntryKind::table) entry.marker.reset();
      break;
  }
}

/// The title of a heading whose marker stands alone is the next line, if that looks like one.
bool Classifier::take_title(std::size_t i) {
  const std::size_t at = next(i);
  if (at == entries_.size()) return false;
  Entry& title = entries_[at];
  const bool caption = title.kind == EntryKind::table && title.caption;
  if ((title.kind != EntryKind::paragraph && !caption) || title.marker ||
      title.form != BodyForm::title || body_of(title, flow_).size() > kMaxTitle)
    return false;
  entries_[i].title_entry = static_cast<int>(at);
  entries_[i].title_last = static_cast<int>(at);
  if (caption) return true;
  title.kind = EntryKind::heading_title;
  take_title_lines(entries_, i, flow_);
  return true;
}

/// An annex opens a section where it stands; named above the signature, or at the very top of the
/// document (which then is an annex itself), it does not.
void Classifier::annex(std::size_t i) {
  Entry& entry = entries_[i];
  const std::u32string_view text = body_of(entry, flow_);
  if (entry.form == BodyForm::sentence && text.size() > kMaxTitle) {
    entry.marker.reset();
    return;
  }
  if (!text.empty() && (is_ascii_digit(fold_width(text.front())))) {
    const std::size_t dot = text.find_first_not_of(U"0123456789０１２３４５６７８９");
    if (dot != std::u32string_view::npos && dot < 3 &&
        std::u32string_view(U".．、").find(text[dot]) != std::u32string_view::npos) {
      skip_annex_list(i);
      return;
    }
  }
  const std::size_t behind = next(i);
  const bool above_signature =
      !text.empty() && (behind == entries_.size() || entries_[behind].ends_items);
  const bool at_top = !seen_heading_ && i < 2;
  if (above_signature || at_top) {
    entry.kind = EntryKind::aside;
    entry.marker.reset();
    return;
  }
  // 附件：title, and again 附件： above the annex itself.
  if (text.empty() && i > 0 && entries_[i - 1].kind == EntryKind::heading &&
      entries_[i - 1].marker && entries_[i - 1].marker->style == entry.marker->style &&
      !entries_[i - 1].marker->ordinal && !entry.marker->ordinal) {
    entry.kind = EntryKind::aside;
    entry.marker.reset();
    return;
  }
  entry.kind = EntryKind::heading;
  seen_heading_ = true;
  if (entry.form == BodyForm::empty) take_title(i);
}

/// 附件：1.… and the lines 2.…, 3.… behind it.
void Classifier::skip_annex_list(std::size_t i) {
  entries_[i].kind = EntryKind::aside;
  entries_[i].marker.reset();
  int last = 1;
  for (++i; i < entries_.size(); ++i) {
    Entry& entry = entries_[i];
    if (!entry.marker || entry.marker->style->role != MarkerRole::either ||
        entry.marker->ordinal != last + 1 || entry.form != BodyForm::title)
      return;
    entry.kind = EntryKind::aside;
    entry.marker.reset();
    ++last;
  }
}

bool Classifier::deeper_follows(std::size_t i) const {
  const std::size_t at = next(i);
  if (at == entries_.size() || !entries_[at].marker) return false;
  return entries_[at].marker->style->rank > entries_[i].marker->style->rank ||
         nesting_.opens_inside(i, at);
}

bool Classifier::has_content(std::size_t i) const {
  const std::size_t at = next(i);
  if (at == entries_.size()) return false;
  const Entry& behind = entries_[at];
  if (behind.kind == EntryKind::table) return true;
  if (behind.ends_items) return false;
  return behind.marker ? deeper_follows(i) : !behind.unmarked_heading;
}

/// Do entries of a deeper level follow before the next one of its own or a coarser level?
bool Classifier::has_children(std::size_t i) const {
  const std::size_t end = std::min(entries_.size(), i + kMaxToChild);
  for (std::size_t k = i + 1; k < end; ++k)
    if (entries_[k].marker)
      return entries_[k].marker->style->rank > entries_[i].marker->style->rank;
  return false;
}

/// The titles of the schedules of a report, listed in front of them: neither headings nor entries.
bool Classifier::is_list_of_schedules(const std::vector<std::size_t>& series,
                                      std::size_t with_content) const {
  if (series.size() < 2 || 2 * with_content >= series.size()) return false;
  return std::all_of(series.begin(), series.end(), [&](std::size_t i) {
    return entries_[i].form == BodyForm::title && table_title_.is(body_of(entries_[i], flow_));
  });
}

/// Few words, without comma or colon.
bool Classifier::is_plain_title(std::size_t i) const {
  const std::u32string_view text = body_of(entries_[i], flow_);
  return text.size() <= kMaxPlainTitle &&
         text.find_first_of(U"，：,:") == std::u32string_view::npos;
}

/// Collects the series: entries of one style with no entry of a coarser style between them.
void Classifier::group() {
  std::map<const MarkerStyle*, std::vector<std::size_t>> open;
  const auto close_deeper = [&](int order) {
    for (auto it = open.begin(); it != open.end();) {
      if (Nesting::order(*it->first) > order) {
        decide(it->second);
        it = open.erase(it);
      } else {
        ++it;
      }
    }
  };
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    if (!entry.marker || entry.kind == EntryKind::table) continue;
    close_deeper(Nesting::order(*entry.marker->style));
    if (entry.marker->style->role == MarkerRole::either && entry.kind == EntryKind::paragraph)
      open[entry.marker->style].push_back(i);
  }
  close_deeper(-1);
}

void Classifier::decide(const std::vector<std::size_t>& series) {
  const int rank = entries_[series.front()].marker->style->rank;
  std::size_t titles = 0, with_content = 0, sentences = 0;
  for (std::size_t i : series) {
    const bool title = entries_[i].form == BodyForm::title;
    const bool content = has_content(i);
    titles += title ? 1 : 0;
    sentences += entries_[i].form == BodyForm::sentence ? 1 : 0;
    with_content += title && content ? 1 : 0;
  }
  const bool most =
      rank <= kChineseParenRank ? 2 * with_content >= titles : 2 * with_content > titles;
  if (is_list_of_schedules(series, with_content)) {
    for (std::size_t i : series) {
      drop_marker(entries_[i]);
      entries_[i].kind = EntryKind::aside;
    }
    return;
  }
  const bool headings = titles > 0 && most && 2 * titles >= series.size();
  const bool all_short = 2 * sentences < series.size();
  for (std::size_t i : series) {
    Entry& entry = entries_[i];
    bool heading = false;
    if (entry.form == BodyForm::title)
      heading = headings || (rank <= kChineseParenRank && deeper_follows(i)) ||
                (rank <= kChineseRank && has_content(i) && is_plain_title(i));
    else if (entry.form == BodyForm::stopped)
      heading = has_content(i) && (all_short || has_children(i)) && with_stop_.match_whole(body(i));
    else if (entry.form == BodyForm::empty)
      heading = take_title(i);
    entry.kind = heading ? EntryKind::heading : EntryKind::item;
    // A marker and nothing else is the trace of a footnote or of a line that was cut.
    if (!heading && entry.form == BodyForm::empty) drop_marker(entry);
  }
}

}  // namespace

void classify(std::vector<Entry>& entries, const Flow& flow, const Nesting& nesting,
              const PatternSet& patterns) {
  Classifier(entries, flow, nesting, patterns).run();
}

}  // namespace gouji
