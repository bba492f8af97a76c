// SPDX-License-Identifier: GPL-3.0-or-later
// Method: from the table upwards, line by line: unit and form lines are passed, the first line that
// reads or is set as a caption ends the walk, and so does a sentence. Downwards: note lines as long
// as they follow each other.
#include "table/surroundings.h"

#include <algorithm>

#include "base/utf8.h"
#include "table/grid_rows.h"
#include "text/charclass.h"

namespace gouji {

namespace {

/// Longest line that can be a caption, characters (the longest met has 58).
constexpr std::size_t kLongestCaption = 80;
/// A caption without the word table, told by being centred alone, characters.
constexpr std::size_t kLongestCentred = 45;
/// A line in larger print alone at the foot of a page is the caption of the table overleaf.
constexpr float kDisplay = 1.15F;
constexpr std::size_t kLongestHead = 120;
/// Lines above a table that are looked at.
constexpr int kLinesAbove = 6;
constexpr int kLeadingRows = 3;

bool ends_as_sentence(const LocatedText& text) {
  if (text.empty()) return false;
  const char32_t last = text.chars.back();
  return last == U'\u3002' || last == U'\uff1b' || last == U'\uff0c' || last == U'\uff1a' ||
         last == U':' || last == U'\u3001';
}

std::string without_brackets(std::string text) {
  for (const char* open : {"(", "\uff08", "[", "\u3010"}) {
    const std::string_view bracket = open;
    if (text.size() >= bracket.size() &&
        text.compare(text.size() - bracket.size(), bracket.size(), bracket) == 0) {
      text.resize(text.size() - bracket.size());
    }
  }
  return text;
}

}  // namespace

Surroundings::Surroundings(const Flow& flow, const PatternSet& patterns)
    : flow_(flow),
      unit_(patterns.pattern("table/line/unit")),
      unit_in_brackets_(patterns.pattern("table/line/unit_in_brackets")),
      unit_of_counts_(patterns.pattern("table/line/unit_of_counts")),
      form_head_(patterns.pattern("table/line/form_head")),
      base_of_index_(patterns.pattern("table/line/base_of_index")),
      year_(patterns.pattern("table/line/year")),
      subtitle_(patterns.pattern("table/line/subtitle")),
      caption_named_(patterns.pattern("table/line/caption_named")),
      caption_numbered_(patterns.pattern("table/line/caption_numbered")),
      caption_topic_(patterns.pattern("table/line/caption_topic")),
      part_title_(patterns.pattern("table/line/part_title")),
      continued_(patterns.pattern("table/line/continued")),
      note_(patterns.pattern("table/line/note")),
      note_goes_on_(patterns.pattern("table/line/note_goes_on")),
      markers_(patterns.patterns("outline/marker/")) {}

bool Surroundings::has_marker(const std::string& solid) const {
  return std::any_of(markers_.begin(), markers_.end(),
                     [&](const Pattern* marker) { return marker->match_start(solid); });
}

bool Surroundings::is_caption(const Block& block, const std::string& solid) const {
  if (block.text.size() > kLongestCaption || ends_as_sentence(block.text)) return false;
  if (part_title_.find(solid, 0)) return false;
  if (reads_as_caption(solid)) return true;
  if (caption_topic_.find(solid, 0) && !has_marker(solid) && block.style.lines == 1) {
    return block.text.size() <= kLongestCentred;
  }
  return block.style.centred && block.text.size() <= kLongestCentred && !has_marker(solid);
}

bool Surroundings::is_headline(const Block& block) const {
  if (block.text.size() > kLongestCentred || block.style.lines != 1) return false;
  if (!block.style.bold && block.style.size <= flow_.body_size) return false;
  const std::string text = to_utf8(solid(block.text));
  return !ends_as_sentence(block.text) && !has_marker(text) && !part_title_.find(text, 0);
}

bool Surroundings::is_display(const Block& block) const {
  return block.style.centred && block.style.lines == 1 &&
         block.style.size > kDisplay * flow_.body_size && block.text.size() <= kLongestCentred;
}

bool Surroundings::reads_as_caption(const std::string& text) const {
  return caption_numbered_.find(text, 0) || caption_named_.find(text, 0);
}

NearLine Surroundings::above(const Block& block) const {
  NearLine line;
  if (block.text.size() > kLongestHead) return line;
  const std::string text = to_utf8(solid(block.text));
  Match match;
  if (continued_.find(text, 0)) {
    line.sort = LineSort::continued;
    return line;
  }
  if (unit_.find(text, 0, &match) || unit_in_brackets_.find(text, 0, &match)) {
    line.sort = LineSort::unit;
    line.unit = match.group("unit").in(text);
    const std::string front = without_brackets(text.substr(0, match.whole.begin));
    if (!front.empty() && !form_head_.find(front, 0) &&
        (reads_as_caption(front) || has_marker(front))) {
      line.sort = LineSort::caption;
      line.caption = front;
    } else if (front.size() > 120) {
      line = {};
    }
    return line;
  }
  if (unit_of_counts_.find(text, 0) || base_of_index_.find(text, 0)) {
    line.sort = LineSort::unit;
  } else if (subtitle_.find(text, 0) && !has_marker(text)) {
    line.sort = LineSort::subtitle;
    if (!year_.find(text, 0)) line.caption = block.text.utf8();
  } else if (form_head_.find(text, 0) || year_.find(text, 0)) {
    line.sort = LineSort::head;
  } else if (is_caption(block, text)) {
    line.sort = LineSort::caption;
    line.caption = block.text.utf8();
  }
  return line;
}

bool Surroundings::is_note(const Block& block, bool first) const {
  if (block.kind != BlockKind::paragraph && block.kind != BlockKind::note) return false;
  const std::string text = to_utf8(solid(block.text));
  if (note_.find(text, 0)) return true;
  return !first && note_goes_on_.find(text, 0) && block.style.size <= flow_.body_size &&
         !block.style.bold;
}

void Surroundings::drop_unit_line(LocatedText& text) const {
  const auto& places = text.places;
  std::size_t end = 0;
  while (end < places.size() && places[end].line == places.front().line) ++end;
  if (end == text.size()) return;
  const std::string first = to_utf8(solid(text.slice(0, end)));
  Match match;
  if (!unit_.find(first, 0, &match) || match.whole.begin != 0 || match.whole.end != first.size())
    return;
  text = text.slice(end, text.size()).trimmed();
}

void Surroundings::read_leading_rows(Grid& grid) const {
  const std::vector<std::size_t> starts = row_starts(grid);
  for (int row = 0; row < std::min(kLeadingRows, grid.rows); ++row) {
    const std::size_t begin = starts[static_cast<std::size_t>(row)];
    const std::size_t end = starts[static_cast<std::size_t>(row) + 1];
    for (std::size_t i = begin; i < end; ++i) {
      const GridCell& cell = grid.cells[i];
      if (cell.text.empty() || cell.text.size() > kLongestCaption) continue;
      const std::string text = to_utf8(solid(cell.text));
      Match match;
      if (!grid.unit && (unit_.find(text, 0, &match) || unit_in_brackets_.find(text, 0, &match))) {
        grid.unit = std::string(match.group("unit").in(text));
        // Caption and unit in one cell over all columns.
        const std::string front = without_brackets(text.substr(0, match.whole.begin));
        if (row == 0 && !grid.caption && is_full_span(grid, cell) && reads_as_caption(front)) {
          grid.caption = front;
        }
        drop_unit_line(grid.cells[i].text);
      } else if (row == 0 && !grid.caption && is_full_span(grid, cell) && reads_as_caption(text)) {
        grid.caption = cell.text.utf8();
      }
    }
  }
}

/// What the walk upwards from a table has passed.
struct Surroundings::Walk {
  std::string subtitle;
  std::vector<std::size_t> held;  ///< lines on the page before: the table's only below its caption
  std::string held_unit;
  bool above_unit = false;  ///< is the line below a unit line?
  bool passed_page_end = false;
};

void Surroundings::read_above(std::size_t table, Grid& grid, std::vector<TableRole>& roles) const {
  Walk walk;
  walk.passed_page_end = flow_.blocks[table].style.starts_page;
  int looked = 0;
  for (std::size_t i = table; i > 0 && looked < kLinesAbove; --i) {
    const Block& block = flow_.blocks[i - 1];
    if (block.kind == BlockKind::furniture) continue;
    if (block.kind != BlockKind::paragraph || roles[i - 1] != TableRole::none) break;
    ++looked;
    if (!pass_line(i - 1, walk, grid, roles)) break;
  }
  // A unit line at the foot of a page can only be that of the table at the head of the next one.
  if (grid.unit || walk.held_unit.empty() || grid.caption) return;
  grid.unit = walk.held_unit;
  for (const std::size_t passed : walk.held) roles[passed] = TableRole::unit;
}

bool Surroundings::pass_line(std::size_t i, Walk& walk, Grid& grid,
                             std::vector<TableRole>& roles) const {
  const Block& block = flow_.blocks[i];
  NearLine line = above(block);
  if (line.sort == LineSort::other && walk.above_unit && is_headline(block)) {
    line.sort = LineSort::caption;
    line.caption = block.text.utf8();
  }
  walk.above_unit = line.sort == LineSort::unit;
  if (walk.passed_page_end && line.sort != LineSort::caption) {
    const bool year = line.sort == LineSort::subtitle && line.caption.empty();
    if (line.sort != LineSort::unit && line.sort != LineSort::head && !year) return false;
    if (block.style.starts_page) return false;
    walk.held.push_back(i);
    if (walk.held_unit.empty()) walk.held_unit = line.unit;
    return true;
  }
  if (walk.passed_page_end && !reads_as_caption(line.caption) && !is_display(block)) return false;
  if (line.unit.empty()) line.unit = walk.held_unit;
  if (!line.unit.empty() && !grid.unit) grid.unit = line.unit;
  switch (line.sort) {
    case LineSort::unit:
    case LineSort::head:
    case LineSort::continued:
      roles[i] = TableRole::unit;
      break;
    case LineSort::subtitle:
      roles[i] = TableRole::caption;
      walk.subtitle = line.caption + walk.subtitle;
      break;
    case LineSort::caption:
      roles[i] = TableRole::caption;
      for (const std::size_t passed : walk.held) roles[passed] = TableRole::unit;
      grid.caption = line.caption + walk.subtitle;
      grid.at = locate(block.text, flow_.lines);
      claim_number_above(i, roles);
      return false;
    case LineSort::other:
      return false;
  }
  if (!block.style.starts_page) return true;
  if (walk.passed_page_end) return false;
  walk.passed_page_end = true;
  return true;
}

void Surroundings::claim_number_above(std::size_t caption, std::vector<TableRole>& roles) const {
  if (flow_.blocks[caption].style.starts_page) return;
  for (std::size_t i = caption; i > 0; --i) {
    const Block& block = flow_.blocks[i - 1];
    if (block.kind == BlockKind::furniture) continue;
    if (block.kind != BlockKind::paragraph || roles[i - 1] != TableRole::none) return;
    if (above(block).sort == LineSort::head) roles[i - 1] = TableRole::unit;
    return;
  }
}

void Surroundings::read_below(std::size_t table, Grid& grid, std::vector<TableRole>& roles) const {
  for (std::size_t i = table + 1; i < flow_.blocks.size(); ++i) {
    const Block& block = flow_.blocks[i];
    if (block.kind == BlockKind::furniture) continue;
    if (roles[i] != TableRole::none || !is_note(block, grid.notes.empty())) return;
    roles[i] = TableRole::note;
    grid.notes.push_back(block.text.utf8());
  }
}

}  // namespace gouji
