// SPDX-License-Identifier: GPL-3.0-or-later
// Method: one pass over the blocks; the marker is read at the start of each paragraph, and short
// lines are compared with the kinds of lines that are no prose.
#include "outline/entry.h"

#include <string>

#include "base/utf8.h"
#include "layout/line_kind.h"
#include "layout/paragraph.h"
#include "text/charclass.h"

namespace gouji {

namespace {

// A heading has at most so many characters behind its marker; the longest that was met has 58.
constexpr std::size_t kMaxTitle = 70;
// With a final stop it is shorter, or it is a sentence.
constexpr std::size_t kMaxStopped = 42;
// Lines of one title have the same size of type, within this factor.
constexpr float kSameSize = 0.97F;
// Type of a title, measured by the prose.
constexpr float kTitleSize = 1.1F;
// A footnote is set smaller than the prose by this factor at least (五号 in 四号 text: 0.75, 小四
// in 三号 text: 0.75).
constexpr float kFootnote = 0.85F;
// Footnotes are numbered ①, or with letters.
constexpr int kFirstFootnoteRank = 120;
// Lines that are no prose (captions, dates) have at most so many characters.
constexpr std::size_t kMaxAside = 70;

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

std::u32string_view trim(std::u32string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

class EntryReader {
 public:
  EntryReader(const Flow& flow, const Tables& tables, const MarkerReader& markers,
              const PatternSet& patterns)
      : flow_(flow),
        tables_(tables),
        markers_(markers),
        figure_(patterns, "figure_caption"),
        date_(patterns, "date"),
        year_(patterns, "year"),
        unit_(patterns, "money_unit"),
        contents_(patterns, "contents_title") {}

  std::optional<Entry> read(std::size_t index) const {
    const Block& block = flow_.blocks[index];
    Entry entry;
    entry.block = static_cast<int>(index);
    if (block.kind == BlockKind::table) {
      entry.kind = EntryKind::table;
      return entry;
    }
    if (block.kind == BlockKind::note) {  // belongs to its section, and to no item
      entry.kind = EntryKind::aside;
      return entry;
    }
    if (block.kind != BlockKind::paragraph) return std::nullopt;
    const bool serves = index < tables_.roles.size() && tables_.roles[index] != TableRole::none;
    if (serves) {
      entry.kind = EntryKind::table;
      entry.caption = tables_.roles[index] == TableRole::caption;
    }
    if (!serves || entry.caption) entry.marker = markers_.at_start(block.text.chars);
    if (entry.marker && is_footnote(entry, block)) {
      entry.kind = EntryKind::aside;
      entry.marker.reset();
    }
    if (entry.marker) entry.style = entry.marker->style;
    if (entry.kind == EntryKind::paragraph && !entry.marker) set_aside(entry, block);
    entry.form = form_of(body_of(entry, flow_));
    return entry;
  }

 private:
  /// A number in small type at the foot of a page explains a word above.
  bool is_footnote(const Entry& entry, const Block& block) const {
    return flow_.body_size > 0 && block.style.size < kFootnote * flow_.body_size &&
           entry.marker->style->rank >= kFirstFootnoteRank;
  }

  void set_aside(Entry& entry, const Block& block) const {
    const std::u32string_view text = trim(block.text.chars);
    if (text.empty() || text.size() > kMaxAside) return;
    entry.ends_items = date_.is(text);
    if (entry.ends_items || figure_.is(text) || year_.is(text) || unit_.is(text) ||
        contents_.is(text))
      entry.kind = EntryKind::aside;
  }

  const Flow& flow_;
  const Tables& tables_;
  const MarkerReader& markers_;
  const LineKind figure_, date_, year_, unit_, contents_;
};

}  // namespace

std::u32string_view body_of(const Entry& entry, const Flow& flow) {
  const std::u32string_view text = flow.blocks[static_cast<std::size_t>(entry.block)].text.chars;
  return trim(entry.marker ? text.substr(entry.marker->body) : text);
}

void take_title_lines(std::vector<Entry>& entries, std::size_t heading, const Flow& flow) {
  if (flow.body_size == 0) return;
  const auto block = [&](std::size_t i) -> const Block& {
    return flow.blocks[static_cast<std::size_t>(entries[i].block)];
  };
  Entry& head = entries[heading];
  std::size_t last = head.title_entry >= 0 ? static_cast<std::size_t>(head.title_entry) : heading;
  std::size_t length = body_of(entries[last], flow).size();
  for (std::size_t i = last + 1; i < entries.size(); ++i) {
    Entry& line = entries[i];
    const BlockStyle &style = block(i).style, &before = block(last).style;
    const bool set_apart =
        (style.centred && before.centred) || style.size >= kTitleSize * flow.body_size;
    const bool same = set_apart && style.bold == before.bold && !style.starts_page &&
                      style.size >= kSameSize * before.size &&
                      before.size >= kSameSize * style.size;
    length += body_of(line, flow).size();
    if (line.kind != EntryKind::paragraph || line.marker || line.form != BodyForm::title || !same ||
        length > kMaxTitle)
      return;
    line.kind = EntryKind::heading_title;
    if (head.title_entry < 0) head.title_entry = static_cast<int>(heading);
    head.title_last = static_cast<int>(i);
    last = i;
  }
}

BodyForm form_of(std::u32string_view body) {
  body = trim(body);
  if (body.empty()) return BodyForm::empty;
  if (body.size() > kMaxTitle) return BodyForm::sentence;
  const std::u32string_view inside = body.substr(0, body.size() - 1);
  if (inside.find_first_of(U"。；！？;") != std::u32string_view::npos) return BodyForm::sentence;
  const char32_t last = body.back();
  if (is_one_of(last, U"；，,;！？、")) return BodyForm::sentence;
  if (!is_one_of(last, U"。：:")) return BodyForm::title;
  const bool one_clause = inside.find_first_of(U"，：") == std::u32string_view::npos;
  return one_clause && body.size() <= kMaxStopped ? BodyForm::stopped : BodyForm::sentence;
}

namespace {

/// The name of a body above a date is the signature: no part of the last item.
void set_signatures_aside(std::vector<Entry>& entries, const Flow& flow,
                          const PatternSet& patterns) {
  const Pattern& body = patterns.pattern("document/title/organization");
  const LineKind date(patterns, "date");
  for (std::size_t i = 1; i < entries.size(); ++i) {
    Entry& above = entries[i - 1];
    // Above a table the date may have been taken for the table's.
    const Block& block = flow.blocks[static_cast<std::size_t>(entries[i].block)];
    const bool dated =
        entries[i].ends_items || (entries[i].kind == EntryKind::table &&
                                  block.text.size() <= kMaxAside && date.is(block.text.chars));
    if (!dated || above.kind != EntryKind::paragraph || above.marker ||
        above.form != BodyForm::title)
      continue;
    std::u32string name;
    for (char32_t c : body_of(above, flow))
      if (!is_blank(c)) name.push_back(c);
    if (!body.match_whole(to_utf8(name))) continue;
    above.kind = EntryKind::aside;
    above.ends_items = true;
  }
}

}  // namespace

std::vector<Entry> read_entries(const Flow& flow, const Tables& tables, const MarkerReader& markers,
                                const PatternSet& patterns) {
  const EntryReader reader(flow, tables, markers, patterns);
  std::vector<Entry> entries;
  entries.reserve(flow.blocks.size());
  for (std::size_t i = 0; i < flow.blocks.size(); ++i)
    if (auto entry = reader.read(i)) entries.push_back(*entry);
  set_signatures_aside(entries, flow, patterns);
  return entries;
}

}  // namespace gouji
