// SPDX-License-Identifier: GPL-3.0-or-later
// Method: margins are edges that many lines share. Counted over all pages of one width, because a
// page may have a few short lines only; a page that shares an edge of its own often enough keeps
// it (an annex with other margins).
#include "layout/page_columns.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "text/charclass.h"

namespace gouji {

namespace {

/// Edges within this distance are one, points (justified lines end within half an em).
constexpr float kSameEdge = 4;
/// A margin has this share of the lines that the most common edge has.
constexpr float kShareOfMost = 0.25F;
constexpr std::size_t kFewestLines = 3;
/// Share of the lines that may stand out beyond a margin.
constexpr float kBeyond = 0.08F;
constexpr float kMostBeyond = 0.15F;  ///< the same over all pages
/// A page keeps a margin of its own if this many and this share of its lines have it.
constexpr int kOwnLines = 5;
constexpr float kOwnShare = 0.4F;

// Ems.
constexpr float kIndentLeast = 1.2F;
constexpr float kIndentMost = 3.2F;
constexpr float kFullSlack = 0.6F;  ///< compressed punctuation, stretched blanks

/// Paragraphs are set apart by white if so many lines that end early, and this share of them, stand
/// so many pitches above the next line.
constexpr std::size_t kFewestSpaced = 8;
constexpr float kSpacedShare = 0.85F;
constexpr float kSpacedPitch = 1.25F;

struct Edges {
  std::vector<float> lefts, rights;

  void add(const PageLine& line) {
    lefts.push_back(line.box.x0);
    rights.push_back(line.box.x1);
  }
};

/// The outermost value that at least `fewest` others share, unless too many lie beyond it.
bool shared_edge(std::vector<float> values, bool smallest, int fewest, float& edge) {
  if (values.empty()) return false;
  std::sort(values.begin(), values.end());
  if (!smallest) std::reverse(values.begin(), values.end());
  const auto beyond = static_cast<std::size_t>(kBeyond * static_cast<float>(values.size()));
  std::size_t end = 0;
  for (std::size_t i = 0; i < values.size() && i <= beyond; ++i) {
    while (end < values.size() && std::abs(values[end] - values[i]) <= kSameEdge) ++end;
    if (static_cast<int>(end - i) >= fewest) {
      edge = values[i];
      return true;
    }
  }
  return false;
}

int width_key(const PageFlow& page) {
  return static_cast<int>(std::lround(page.width / 10));
}

/// Counts characters by size and tells the size of most.
class SizeCount {
 public:
  void add(const PageLine& line) {
    characters_[static_cast<int>(std::lround(line.size * 2))] += line.text.size();
  }
  float most() const {
    const auto found =
        std::max_element(characters_.begin(), characters_.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return found == characters_.end() ? 0 : static_cast<float>(found->first) / 2;
  }

 private:
  std::map<int, std::size_t> characters_;  ///< by half points
};

bool is_prose(const FlowEntry& entry) {
  return entry.line >= 0 && entry.kind == BlockKind::paragraph;
}

bool near_size(const PageLine& line, float size) {
  return std::abs(line.size - size) <= 0.12F * size;
}

/// The outermost of the edges that are common: shared by a good part as many lines as the most
/// common one.
bool common_edge(std::vector<float> values, bool smallest, float& edge) {
  std::sort(values.begin(), values.end());
  if (!smallest) std::reverse(values.begin(), values.end());
  std::vector<std::size_t> counts;
  std::size_t end = 0;
  std::size_t most = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    while (end < values.size() && std::abs(values[end] - values[i]) <= kSameEdge) ++end;
    counts.push_back(end - i);
    most = std::max(most, end - i);
  }
  const auto fewest = std::max<std::size_t>(
      kFewestLines, static_cast<std::size_t>(kShareOfMost * static_cast<float>(most)));
  const auto found =
      std::find_if(counts.begin(), counts.end(), [&](std::size_t n) { return n >= fewest; });
  if (found == counts.end()) return false;
  const auto beyond = static_cast<float>(found - counts.begin());
  if (beyond > kMostBeyond * static_cast<float>(values.size())) return false;
  edge = values[static_cast<std::size_t>(found - counts.begin())];
  return true;
}

/// An edge of the page's own, if most of its lines have it.
bool own_edge(const std::vector<float>& values, bool smallest, float& edge) {
  const int most = static_cast<int>(kOwnShare * static_cast<float>(values.size()));
  return shared_edge(values, smallest, std::max(kOwnLines, most), edge);
}

Column page_column(const Edges& own, const Edges& all, const PageFlow& page) {
  Column column{0, page.width};
  if (!all.lefts.empty() && !common_edge(all.lefts, true, column.left)) {
    column.left = *std::min_element(all.lefts.begin(), all.lefts.end());
  }
  if (!all.rights.empty() && !common_edge(all.rights, false, column.right)) {
    column.right = *std::max_element(all.rights.begin(), all.rights.end());
  }
  float edge = 0;
  if (own_edge(own.lefts, true, edge)) column.left = edge;
  if (own_edge(own.rights, false, edge)) column.right = edge;
  return column;
}

std::vector<Column> page_columns(const std::vector<PageFlow>& pages,
                                 const std::vector<FlowEntry>& entries, float body_size) {
  std::vector<SizeCount> sizes(pages.size());
  for (const FlowEntry& entry : entries) {
    if (is_prose(entry)) sizes[static_cast<std::size_t>(entry.page)].add(line_of(pages, entry));
  }
  std::vector<Edges> own(pages.size());
  std::map<int, Edges> by_width;
  for (const FlowEntry& entry : entries) {
    if (!is_prose(entry)) continue;
    const PageLine& line = line_of(pages, entry);
    if (line.turn != 0 || line.in_column) continue;
    const auto page = static_cast<std::size_t>(entry.page);
    if (near_size(line, sizes[page].most())) own[page].add(line);
    if (near_size(line, body_size)) by_width[width_key(pages[page])].add(line);
  }
  std::vector<Column> columns;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    columns.push_back(page_column(own[i], by_width[width_key(pages[i])], pages[i]));
  }
  return columns;
}

/// Distances of neighbouring baselines, and how paragraphs open behind short lines.
void measure_lines(const std::vector<PageFlow>& pages, const std::vector<FlowEntry>& entries,
                   Typesetting& set) {
  std::vector<float> pitches, gaps;
  int opened = 0;
  int indented = 0;
  for (std::size_t i = 0; i + 1 < entries.size(); ++i) {
    const FlowEntry& a = entries[i];
    const FlowEntry& b = entries[i + 1];
    if (a.line < 0 || b.line < 0 || a.page != b.page) continue;
    if (a.kind != BlockKind::paragraph || b.kind != BlockKind::paragraph) continue;
    const PageLine& first = line_of(pages, a);
    const PageLine& second = line_of(pages, b);
    if (!near_size(first, set.body_size) || !near_size(second, set.body_size)) continue;
    if (is_next_column(first, second)) continue;
    const Column column = column_of(first, set, a.page);
    if (is_full(first, column, first_word_width(second))) {
      pitches.push_back(second.box.y1 - first.box.y1);
      continue;
    }
    gaps.push_back(second.box.y1 - first.box.y1);
    const float indent = (second.box.x0 - column.left) / second.size;
    const bool fills = second.box.x1 > column.right - 4 * second.size;
    if (!fills) continue;
    ++opened;
    if (indent >= kIndentLeast && indent <= kIndentMost) ++indented;
  }
  if (!pitches.empty()) {
    const auto middle = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
    std::nth_element(pitches.begin(), middle, pitches.end());
    set.pitch = *middle;
  }
  const auto wide = std::count_if(gaps.begin(), gaps.end(), [&](float gap) {
    return set.pitch > 0 && gap > kSpacedPitch * set.pitch;
  });
  set.spaced = gaps.size() >= kFewestSpaced &&
               static_cast<float>(wide) >= kSpacedShare * static_cast<float>(gaps.size());
  set.indents = opened == 0 || indented * 2 >= opened;
}

bool is_closing(char32_t c) {
  switch (c) {
    case U'\u3002':
    case U'\uff0c':
    case U'\u3001':
    case U'\uff1b':
    case U'\uff1a':
    case U'\uff01':
    case U'\uff1f':
    case U'\uff09':
    case U'\u300b':
    case U'\u3009':
    case U'\u201d':
    case U'\u2019':
    case U'\u3015':
    case U'%':
      return true;
    default:
      return false;
  }
}

}  // namespace

float first_word_width(const PageLine& line) {
  const LocatedText& text = line.text;
  if (text.empty()) return 0;
  std::size_t end = 1;
  if (!is_wide(text.chars[0])) {
    while (end < text.size() && !is_wide(text.chars[end]) && !is_blank(text.chars[end])) ++end;
  }
  while (end < text.size() && is_closing(text.chars[end])) ++end;
  const float width = static_cast<float>(text.places[end - 1].to - text.places[0].from) / 100.0F;
  return std::max(width, line.size);
}

bool is_full(const PageLine& line, const Column& column, float next_width) {
  return line.box.x1 + next_width + kFullSlack * line.size > column.right;
}

Column column_of(const PageLine& line, const Typesetting& set, int page) {
  if (line.in_column) return {line.left, line.right};
  return set.columns[static_cast<std::size_t>(page)];
}

bool is_next_column(const PageLine& a, const PageLine& b) {
  return (a.in_column || b.in_column) && b.box.y1 <= a.box.y1;
}

Typesetting measure_typesetting(const std::vector<PageFlow>& pages,
                                const std::vector<FlowEntry>& entries) {
  Typesetting set;
  SizeCount sizes;
  for (const FlowEntry& entry : entries) {
    if (is_prose(entry)) sizes.add(line_of(pages, entry));
  }
  set.body_size = sizes.most();
  set.columns = page_columns(pages, entries, set.body_size);
  measure_lines(pages, entries, set);
  return set;
}

}  // namespace gouji
