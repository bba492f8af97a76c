// SPDX-License-Identifier: GPL-3.0-or-later
// Method: runs of one printed line are put together with the blanks a reader sees; then blanks that
// set single hanzi apart are taken out, because producers spread short labels over the width of a
// cell. Lines are joined as paragraphs are, but for numbers: a number that did not fill its line
// was not wrapped, so what stands below it is another number. A note mark set high at the right end
// of a line is read behind it.
#include "table/cell_lines.h"

#include <algorithm>

#include "layout/blanks.h"
#include "text/charclass.h"

namespace gouji {

namespace {

/// A line that leaves more than this free in its cell was not wrapped for want of room, ems.
constexpr float kRoomLeft = 1.6F;

/// A note mark may reach this far back over the line that it belongs to, ems.
constexpr float kMarkOverlap = 0.2F;

/// A note mark may stand this far above the line that it belongs to, ems.
constexpr float kMarkAbove = 1.0F;

/// Digits between two commas.
constexpr std::size_t kGroup = 3;

/// Characters from the end of a line that tell whether a number goes on: a group and its decimals.
constexpr std::size_t kTail = 8;

bool is_number_char(char32_t c) {
  const char32_t folded = fold_width(c);
  return is_ascii_digit(folded) || folded == U'.' || folded == U',' || folded == U'%';
}

/// Drops the blanks that part a single hanzi from its neighbour.
void close_spread_letters(LocatedText& text) {
  const std::u32string& chars = text.chars;
  if (std::find(chars.begin(), chars.end(), U' ') == chars.end()) return;
  const auto single_hanzi = [&](std::size_t begin, std::size_t end) {
    return end == begin + 1 && is_han(chars[begin]);
  };
  const auto word_end = [&](std::size_t i) {
    while (i < chars.size() && chars[i] != U' ') ++i;
    return i;
  };
  LocatedText closed;
  std::size_t previous = 0;
  for (std::size_t begin = 0; begin < chars.size();) {
    const std::size_t end = word_end(begin);
    if (begin > 0) {
      const bool spread = begin >= 2 && is_han(chars[begin - 2]) && begin < chars.size() &&
                          is_han(chars[begin]) &&
                          (single_hanzi(previous, begin - 1) || single_hanzi(begin, end));
      if (!spread) closed.push_back(U' ', text.places[begin - 1]);
    }
    for (std::size_t i = begin; i < end; ++i) closed.push_back(chars[i], text.places[i]);
    previous = begin;
    begin = end + 1;
  }
  text = std::move(closed);
}

void add_run(CellLine& line, const TextRun& run) {
  if (!line.text.empty()) {
    const float gap = run.size > 0 ? (run.box.x0 - line.box.x1) / run.size : 0;
    if (reads_as_blank(line.text.chars.back(), run.text.chars.front(), gap, run.blank_before)) {
      CharPlace place = line.text.places.back();
      place.from = place.to;
      line.text.push_back(U' ', place);
    }
  }
  line.text.append(run.text);
  line.box.x0 = std::min(line.box.x0, run.box.x0);
  line.box.x1 = std::max(line.box.x1, run.box.x1);
  line.box.y0 = std::min(line.box.y0, run.box.y0);
  line.box.y1 = std::max(line.box.y1, run.box.y1);
  line.size = std::max(line.size, run.size);
}

bool is_number_mark(char32_t c) {
  const char32_t folded = fold_width(c);
  return folded == U'.' || folded == U',';
}

/// "1,234,5": a group of less than three digits behind a comma.
bool ends_inside_group(const std::u32string& chars) {
  std::size_t i = chars.size();
  while (i > 0 && is_ascii_digit(fold_width(chars[i - 1]))) --i;
  return i > 0 && fold_width(chars[i - 1]) == U',' && chars.size() - i < kGroup;
}

/// "1,234.5" over "6": amounts have two decimals or none.
bool is_lost_decimal(const std::u32string& above, const std::u32string& below) {
  if (below.size() != 1 || !is_ascii_digit(fold_width(below.front()))) return false;
  return above.size() >= kGroup && fold_width(above[above.size() - 2]) == U'.' &&
         std::any_of(above.begin(), above.end(), [](char32_t c) { return fold_width(c) == U','; });
}

bool parts_numbers(const CellLine& above, const CellLine& below, const Box& cell) {
  if (!is_number_char(above.text.chars.back())) return false;
  const char32_t first = below.text.chars.front();
  if (!is_number_char(first) && first != U'-') return false;
  if (may_be_number_wrapped(above.text, below.text)) return false;
  const float room = cell.width() - above.box.width();
  return room > kRoomLeft * above.size;
}

/// Circled numbers only: marks of notes.
bool is_note_mark(const CellLine& line) {
  return std::all_of(line.text.chars.begin(), line.text.chars.end(),
                     [](char32_t c) { return c >= U'\u2460' && c <= U'\u2473'; });
}

/// Marks that stand so high that they are a line of their own go behind the line that they stand
/// right of.
void put_marks_behind(std::vector<CellLine>& lines) {
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    CellLine& below = lines[i + 1];
    const CellLine& mark = lines[i];
    if (!is_note_mark(mark) || below.box.y0 - mark.box.y1 > kMarkAbove * mark.size) continue;
    if (mark.box.x0 < below.box.x1 - kMarkOverlap * mark.size) continue;
    below.text.append(mark.text);
    below.box.x1 = std::max(below.box.x1, mark.box.x1);
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace

std::vector<CellLine> cell_lines(const std::vector<TextRun>& runs, std::size_t begin,
                                 std::size_t end) {
  std::vector<CellLine> lines;
  std::uint32_t current = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const TextRun& run = runs[i];
    if (run.text.empty()) continue;
    const std::uint32_t line = run.text.places.front().line;
    if (lines.empty() || line != current) {
      lines.push_back({{}, run.box, run.size});
      current = line;
    }
    add_run(lines.back(), run);
  }
  for (CellLine& line : lines) close_spread_letters(line.text);
  put_marks_behind(lines);
  return lines;
}

bool is_number_wrapped(const LocatedText& above, const LocatedText& below) {
  if (above.empty() || below.empty()) return false;
  if (is_number_mark(above.chars.back())) return is_ascii_digit(fold_width(below.chars.front()));
  if (!is_ascii_digit(fold_width(above.chars.back()))) return false;
  if (is_number_mark(below.chars.front())) return true;
  return is_ascii_digit(fold_width(below.chars.front())) && ends_inside_group(above.chars);
}

bool may_be_number_wrapped(const LocatedText& above, const LocatedText& below) {
  return is_number_wrapped(above, below) || is_lost_decimal(above.chars, below.chars);
}

LocatedText join_cell_lines(std::vector<CellLine> lines, const Box& cell) {
  if (lines.empty()) return {};
  LocatedText text = std::move(lines.front().text);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const LocatedText& next = lines[i].text;
    CellLine above = {{}, lines[i - 1].box, lines[i - 1].size};
    above.text = text.slice(text.size() - std::min(text.size(), kTail), text.size());
    if (joins_with_blank(text.chars.back(), next.chars.front()) ||
        parts_numbers(above, lines[i], cell)) {
      CharPlace place = text.places.back();
      place.from = place.to;
      text.push_back(U' ', place);
    }
    text.append(next);
  }
  return text;
}

}  // namespace gouji
