// SPDX-License-Identifier: GPL-3.0-or-later
// Method: titles are what stands between 《 and 》, numbers are found by pattern; a number belongs
// to the title right in front of it (《…》（国发〔2021〕5号）, 《…》的通知（…）) or right behind
// it.
#include "outline/cites.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "layout/line_kind.h"
#include "text/charclass.h"
#include "text/located_text.h"

namespace gouji {

namespace {

// Between a title and its number stand at most so many characters (的通知（) …
constexpr std::size_t kMaxGap = 10;
// … and between a number and the title behind it (号）印发).
constexpr std::size_t kMaxGapBehind = 5;
// A title in 《》 that is longer is a bracket that was never closed where it should be.
constexpr std::size_t kMaxTitle = 120;

// So many characters in front of a title tell whether it is only a short name.
constexpr std::size_t kShortNameWindow = 6;

struct Span {
  std::size_t begin = 0, end = 0;
};

struct Found {
  Span number, title;  ///< title with its brackets; empty = none
};

std::u32string squash(std::u32string_view text) {
  std::u32string out;
  for (char32_t c : text)
    if (!is_blank(c)) out.push_back(c);
  return out;
}

/// 《…》 at the outermost depth.
std::vector<Span> titles_of(std::u32string_view text) {
  std::vector<Span> titles;
  std::size_t depth = 0, begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == U'《' && depth++ == 0) begin = i;
    if (text[i] != U'》' || depth == 0 || --depth > 0) continue;
    if (i - begin > 2 && i - begin < kMaxTitle) titles.push_back({begin, i + 1});
  }
  return titles;
}

std::vector<Span> numbers_of(const Utf8View& view, const PatternSet& patterns) {
  const std::vector<const Pattern*>& lead_ins = patterns.patterns("document/lead_in/");
  std::vector<Span> numbers;
  for (const Pattern* pattern : patterns.patterns("document/cite/")) {
    if (!has_one_of(view.str(), pattern->attribute("needs"))) continue;
    Match match;
    for (std::size_t at = 0; at < view.str().size() && pattern->find(view.str(), at, &match);
         at = match.whole.end) {
      Group group = match.group("number");
      Match lead;
      if (!group.matched()) continue;
      for (const Pattern* lead_in : lead_ins)
        if (lead_in->match_whole(group.in(view.str()), &lead))
          group.begin += lead.group("number").begin;
      numbers.push_back({view.index_of(group.begin), view.index_of(group.end)});
    }
  }
  return numbers;
}

bool is_gap(std::u32string_view text, std::size_t from, std::size_t to, std::size_t most) {
  return to >= from && to - from <= most &&
         text.substr(from, to - from).find_first_of(U"。；，、《》") == std::u32string_view::npos;
}

/// Pairs numbers and titles, in reading order.
std::vector<Found> pair_up(std::u32string_view text, std::vector<Span> titles,
                           const std::vector<Span>& numbers) {
  std::vector<Found> found;
  std::vector<bool> taken(titles.size(), false);
  for (const Span& number : numbers) {
    Found cite{number, {}};
    for (std::size_t t = 0; t < titles.size() && cite.title.end == 0; ++t) {
      if (taken[t]) continue;
      if (is_gap(text, titles[t].end, number.begin, kMaxGap) ||
          is_gap(text, number.end, titles[t].begin, kMaxGapBehind)) {
        cite.title = titles[t];
        taken[t] = true;
      }
    }
    found.push_back(cite);
  }
  for (std::size_t t = 0; t < titles.size(); ++t)
    if (!taken[t]) found.push_back({{}, titles[t]});
  return found;
}

/// A title that names a table of the document itself, or is a short name of a title given before.
bool is_not_cited(std::u32string_view text, const Span& title, const PatternSet& patterns) {
  const std::u32string_view inner = text.substr(title.begin + 1, title.end - title.begin - 2);
  const std::size_t from = title.begin > kShortNameWindow ? title.begin - kShortNameWindow : 0;
  return patterns.pattern("document/not_cited/table").match_whole(to_utf8(inner)) ||
         patterns.pattern("document/not_cited/short_name")
             .match_whole(to_utf8(text.substr(from, title.begin - from)));
}

std::size_t begin_of(const Found& cite) {
  if (cite.number.end == 0) return cite.title.begin;
  return cite.title.end == 0 ? cite.number.begin : std::min(cite.number.begin, cite.title.begin);
}

}  // namespace

std::vector<Cite> find_cites(const Flow& flow, const Outline& outline, const PatternSet& patterns) {
  std::vector<Cite> cites;
  std::set<std::u32string> known;
  int last_block = -1;
  for (const Owner& owner : outline.owners) {
    if (owner.block == last_block) continue;
    last_block = owner.block;
    const LocatedText& block = flow.blocks[static_cast<std::size_t>(owner.block)].text;
    const std::u32string_view text = block.chars;
    std::vector<Found> found = pair_up(text, titles_of(text), numbers_of(Utf8View(text), patterns));
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return begin_of(a) < begin_of(b); });
    for (const Found& each : found) {
      const bool numbered = each.number.end > 0, titled = each.title.end > 0;
      if (!numbered && is_not_cited(text, each.title, patterns)) continue;
      const Span key = numbered ? each.number : each.title;
      if (!known.insert(squash(text.substr(key.begin, key.end - key.begin))).second) continue;
      Cite cite;
      if (numbered) cite.number = block.utf8(each.number.begin, each.number.end);
      if (titled) cite.title = block.utf8(each.title.begin + 1, each.title.end - 1);
      if (numbered && titled)
        known.insert(squash(text.substr(each.title.begin, each.title.end - each.title.begin)));
      const std::size_t end = std::max(each.number.end, each.title.end);
      cite.at = locate(block, begin_of(each), end, flow.lines);
      cites.push_back(std::move(cite));
    }
  }
  return cites;
}

}  // namespace gouji
