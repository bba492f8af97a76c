// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a marker at the start is looked for only when the first character is one that some
// pattern says it may begin with; the expression then sees the first few characters. Markers inside
// running text are candidates first; a list of numbers is believed only when it counts (1, 2, …),
// so that amounts and dates never make one.
#include "layout/paragraph_marker.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "layout/line_kind.h"
#include "text/charclass.h"
#include "text/located_text.h"
#include "text/ordinal.h"

namespace gouji {

namespace {

// The longest marker with blanks inside (第 二 十 一 部 分) and what follows it that decides.
constexpr std::size_t kMarkerWindow = 24;

struct Opening {
  const Pattern* pattern = nullptr;
  const MarkerStyle* style = nullptr;
  std::u32string starts;  ///< characters that the marker can begin with
};

struct Inline {
  const Pattern* pattern = nullptr;
  const MarkerStyle* style = nullptr;
  bool series = false;  ///< believed only as a part of a series of two or more
  bool parted = false;  ///< and only when punctuation parts the members of the series
};

MarkerRole role_of(std::string_view name) {
  if (name == "heading") return MarkerRole::heading;
  if (name == "attachment") return MarkerRole::attachment;
  if (name == "item") return MarkerRole::item;
  if (name == "caption") return MarkerRole::caption;
  return MarkerRole::either;
}

int number_of(std::string_view digits) {
  int value = 0;
  for (char c : digits)
    if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
  return value;
}

std::size_t skip_blanks(std::u32string_view text, std::size_t i) {
  while (i < text.size() && is_blank(text[i])) ++i;
  return i;
}

}  // namespace

struct MarkerReader::Tables {
  std::vector<std::unique_ptr<MarkerStyle>> styles;
  std::vector<Opening> openings;
  std::vector<Inline> inlines;
  std::u32string starts;  ///< of all openings, sorted

  const MarkerStyle* style(const Pattern& pattern) {
    const std::string_view name = pattern.attribute("style");
    for (const auto& known : styles)
      if (known->name == name) return known.get();
    styles.push_back(std::make_unique<MarkerStyle>(MarkerStyle{
        name, number_of(pattern.attribute("level")), role_of(pattern.attribute("role"))}));
    return styles.back().get();
  }
};

MarkerReader::MarkerReader(const PatternSet& patterns) : tables_(std::make_unique<Tables>()) {
  for (const Pattern* pattern : patterns.patterns("outline/marker/")) {
    Opening opening{pattern, tables_->style(*pattern), from_utf8(pattern->attribute("starts"))};
    tables_->starts += opening.starts;
    tables_->openings.push_back(std::move(opening));
  }
  for (const Pattern* pattern : patterns.patterns("outline/inline/"))
    tables_->inlines.push_back({pattern, tables_->style(*pattern),
                                pattern->attribute("series") != "no",
                                pattern->attribute("series") == "parted"});
  std::sort(tables_->starts.begin(), tables_->starts.end());
}

MarkerReader::~MarkerReader() = default;

std::optional<Marker> MarkerReader::at_start(std::u32string_view text) const {
  const std::size_t begin = skip_blanks(text, 0);
  if (begin == text.size() ||
      !std::binary_search(tables_->starts.begin(), tables_->starts.end(), text[begin]))
    return std::nullopt;
  const Utf8View view(text.substr(begin, kMarkerWindow));
  Match match;
  for (const Opening& opening : tables_->openings) {
    if (opening.starts.find(text[begin]) == std::u32string::npos) continue;
    if (!opening.pattern->match_start(view.str(), &match)) continue;
    const Group group = match.group("marker");
    if (!group.matched()) continue;
    Marker marker;
    marker.style = opening.style;
    marker.begin = begin;
    marker.end = begin + view.index_of(group.end);
    marker.body = skip_blanks(text, marker.end);
    const std::string_view ordinal = match.group("ordinal").in(view.str());
    if (!ordinal.empty()) marker.ordinal = ordinal_of(from_utf8(ordinal));
    return marker;
  }
  return std::nullopt;
}

namespace {

std::vector<Marker> candidates(const Inline& rule, const Utf8View& view, std::u32string_view text,
                               std::size_t from) {
  std::vector<Marker> found;
  Match match;
  std::size_t at = 0;
  while (at < view.str().size() && rule.pattern->find(view.str(), at, &match)) {
    const Group group = match.group("marker");
    Marker marker;
    marker.style = rule.style;
    marker.begin = view.index_of(group.begin);
    marker.end = view.index_of(group.end);
    marker.body = skip_blanks(text, marker.end);
    marker.ordinal = ordinal_of(from_utf8(match.group("ordinal").in(view.str())));
    if (marker.begin >= from && marker.ordinal) found.push_back(marker);
    at = group.end;
  }
  return found;
}

bool is_behind_punctuation(std::u32string_view text, const Marker& marker) {
  std::size_t i = marker.begin;
  while (i > 0 && is_blank(text[i - 1])) --i;
  return i == 0 || std::u32string_view(U"。；：，、！？）;:,.!?)").find(text[i - 1]) !=
                       std::u32string_view::npos;
}

/// Keeps what counts up from `last` or from 1, in runs of two or more (the marker before counts).
void keep_series(std::vector<Marker>& found, std::optional<int> last) {
  std::vector<Marker> kept;
  std::size_t run = last ? 1 : 0;
  int next = last.value_or(0) + 1;
  for (const Marker& marker : found) {
    if (*marker.ordinal == next) {
      kept.push_back(marker);
      ++run;
      ++next;
    } else if (*marker.ordinal == 1) {
      if (run == 1 && !kept.empty()) kept.pop_back();
      kept.push_back(marker);
      run = 1;
      next = 2;
    }
  }
  if (run == 1 && !kept.empty()) kept.pop_back();
  found = std::move(kept);
}

/// Keeps what has a neighbour in number among the markers of its style that are believed already.
void keep_neighbours(std::vector<Marker>& found, const std::vector<Marker>& believed) {
  std::vector<Marker> kept;
  for (const Marker& marker : found) {
    const bool has = std::any_of(believed.begin(), believed.end(), [&](const Marker& other) {
      return other.style == marker.style &&
             ((*other.ordinal == *marker.ordinal + 1 && other.begin > marker.begin) ||
              (*other.ordinal == *marker.ordinal - 1 && other.begin < marker.begin));
    });
    if (has) kept.push_back(marker);
  }
  found = std::move(kept);
}

}  // namespace

std::vector<Marker> MarkerReader::inside(std::u32string_view text,
                                         const std::optional<Marker>& start) const {
  const Utf8View view(text);
  const std::size_t from = start ? start->end : 0;
  std::vector<Marker> all;
  for (const Inline& rule : tables_->inlines) {
    if (!has_one_of(view.str(), rule.pattern->attribute("needs"))) continue;
    std::vector<Marker> found = candidates(rule, view, text, from);
    if (found.empty()) continue;
    const bool same = start && start->style == rule.style;
    const bool believed = std::any_of(
        all.begin(), all.end(), [&](const Marker& marker) { return marker.style == rule.style; });
    if (rule.parted)
      found.erase(std::remove_if(found.begin(), found.end(),
                                 [&](const Marker& marker) {
                                   return *marker.ordinal > 1 &&
                                          !is_behind_punctuation(text, marker);
                                 }),
                  found.end());
    if (rule.series && believed)
      keep_neighbours(found, all);
    else if (rule.series)
      keep_series(found, same ? start->ordinal : std::nullopt);
    all.insert(all.end(), found.begin(), found.end());
  }
  std::sort(all.begin(), all.end(),
            [](const Marker& a, const Marker& b) { return a.begin < b.begin; });
  const auto overlap = [](const Marker& a, const Marker& b) { return b.begin < a.end; };
  all.erase(std::unique(all.begin(), all.end(), overlap), all.end());
  return all;
}

}  // namespace gouji
