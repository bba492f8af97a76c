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
/// Share of the lines that must have an edge for it to be a margin.
constexpr float kShare = 0.04F;
constexpr int kFewestLines = 3;
/// Share of the lines that may stand out beyond a margin.
constexpr float kBeyond = 0.08F;
/// A page keeps a margin of its own if this many of its lines share it.
constexpr int kOwnLines = 5;

// Ems.
constexpr float kIndentLeast = 1.2F;
constexpr float kIndentMost = 3.2F;
constexpr float kFullSlack = 0.6F;  ///< compressed punctuation, stretched blanks

struct Edges {
  std::vector<float> lefts, rights;
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

float body_size(const std::vector<PageFlow>& pages, const std::vector<FlowEntry>& entries) {
  std::map<int, std::size_t> characters;  // by half points
  for (const FlowEntry& entry : entries) {
    if (entry.line < 0 || entry.kind != BlockKind::paragraph) continue;
    const PageLine& line = line_of(pages, entry);
    characters[static_cast<int>(std::lround(line.size * 2))] += line.text.size();
  }
  const auto most =
      std::max_element(characters.begin(), characters.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == characters.end() ? 0 : static_cast<float>(most->first) / 2;
}

bool near_size(const PageLine& line, float size) {
  return std::abs(line.size - size) <= 0.12F * size;
}

Column page_column(const Edges& own, const Edges& all, const PageFlow& page) {
  Column column{0, page.width};
  const int fewest =
      std::max(kFewestLines, static_cast<int>(kShare * static_cast<float>(all.lefts.size())));
  if (!shared_edge(all.lefts, true, fewest, column.left)) {
    if (!all.lefts.empty()) column.left = *std::min_element(all.lefts.begin(), all.lefts.end());
  }
  if (!shared_edge(all.rights, false, fewest, column.right)) {
    if (!all.rights.empty()) column.right = *std::max_element(all.rights.begin(), all.rights.end());
  }
  float edge = 0;
  if (shared_edge(own.lefts, true, kOwnLines, edge)) column.left = edge;
  if (shared_edge(own.rights, false, kOwnLines, edge)) column.right = edge;
  return column;
}

std::vector<Column> page_columns(const std::vector<PageFlow>& pages,
                                 const std::vector<FlowEntry>& entries, float size) {
  std::vector<Edges> own(pages.size());
  std::map<int, Edges> by_width;
  for (const FlowEntry& entry : entries) {
    if (entry.line < 0 || entry.kind != BlockKind::paragraph) continue;
    const PageLine& line = line_of(pages, entry);
    if (line.turn != 0 || !near_size(line, size)) continue;
    const auto page = static_cast<std::size_t>(entry.page);
    Edges& all = by_width[width_key(pages[page])];
    for (Edges* edges : {&own[page], &all}) {
      edges->lefts.push_back(line.box.x0);
      edges->rights.push_back(line.box.x1);
    }
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
  std::vector<float> pitches;
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
    const Column& column = set.columns[static_cast<std::size_t>(a.page)];
    if (is_full(first, column, first_word_width(second))) {
      pitches.push_back(second.box.y1 - first.box.y1);
      continue;
    }
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

Typesetting measure_typesetting(const std::vector<PageFlow>& pages,
                                const std::vector<FlowEntry>& entries) {
  Typesetting set;
  set.body_size = body_size(pages, entries);
  set.columns = page_columns(pages, entries, set.body_size);
  measure_lines(pages, entries, set);
  return set;
}

}  // namespace gouji
