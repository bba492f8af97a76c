// SPDX-License-Identifier: GPL-3.0-or-later
// Method: a line is a number by its characters; whether the next line goes on with it is told by
// marks and groups of digits (table/cell_lines.h) and by the room that the line leaves.
#include "table/cell_numbers.h"

#include <algorithm>

#include "text/charclass.h"

namespace gouji {

namespace {

constexpr float kWrapped = 1.6F;     ///< a number that leaves this much room was not wrapped
constexpr float kNumberStep = 1.6F;  ///< lines of one number follow each other within this, ems
constexpr std::size_t kFewestCodes = 4;
constexpr float kCodes = 0.7F;  ///< share of the lines

/// Is line i + 1 of a cell of numbers the rest of the number that ends in line i? A sign alone may
/// be the beginning of the number below it.
enum class Break { none, likely, certain };

std::vector<Break> number_breaks(const PrintedCell& cell) {
  std::vector<Break> breaks;
  LocatedText number = cell.lines.front().text;
  for (std::size_t i = 1; i < cell.lines.size(); ++i) {
    const LocatedText& next = cell.lines[i].text;
    bool digit = false;
    is_number_line(cell.lines[i - 1], digit);
    Break found = Break::none;
    if (is_number_wrapped(number, next)) {
      found = Break::certain;
    } else if (!digit || may_be_number_wrapped(number, next)) {
      found = Break::likely;
    }
    if (found == Break::none) number = {};
    number.append(next);
    breaks.push_back(found);
  }
  return breaks;
}

}  // namespace

bool is_number_line(const CellLine& line, bool& digit) {
  for (const char32_t raw : line.text.chars) {
    const char32_t c = fold_width(raw);
    if (is_ascii_digit(c)) {
      digit = true;
      continue;
    }
    const bool mark = c == U'.' || c == U',' || c == U'%' || c == U'-' || c == U'+' || c == U'(' ||
                      c == U')' || c == U' ' || c == 0x2014 || c == 0x2013 || c == 0x2212 ||
                      c == 0x2015 || c == 0x2500;
    if (!mark) return false;
  }
  return true;
}

bool holds_numbers(const PrintedCell& cell) {
  int digits = 0;
  for (const CellLine& line : cell.lines) {
    bool digit = false;
    if (!is_number_line(line, digit)) return false;
    if (digit) ++digits;
  }
  return digits > 0;
}

bool holds_codes(const PrintedCell& cell) {
  std::size_t numbers = 0;
  for (const CellLine& line : cell.lines) {
    bool digit = false;
    if (is_number_line(line, digit) && digit) ++numbers;
  }
  return cell.lines.size() >= kFewestCodes &&
         static_cast<float>(numbers) >= kCodes * static_cast<float>(cell.lines.size());
}

bool holds_several_numbers(const PrintedCell& cell) {
  if (cell.lines.size() < 2 || !holds_numbers(cell)) return false;
  const std::vector<Break> breaks = number_breaks(cell);
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    const CellLine& line = cell.lines[i];
    const float room = cell.box.width() - line.box.width();
    if (breaks[i] == Break::none && room > kWrapped * line.size) return true;
  }
  return false;
}

std::size_t lines_of_broken_number(const PrintedCell& cell) {
  if (cell.lines.size() < 2 || !holds_numbers(cell)) return 0;
  const std::vector<Break> breaks = number_breaks(cell);
  const bool one = std::find(breaks.begin(), breaks.end(), Break::none) == breaks.end();
  const bool certain = std::find(breaks.begin(), breaks.end(), Break::certain) != breaks.end();
  return one && certain ? cell.lines.size() : 0;
}

namespace {

/// What the text of a number is made of.
struct Digits {
  int whole = 0, decimals = -1;  ///< digits before and behind the point; -1 without a point
  bool other = false;            ///< something but digits, separators and a sign in front
};

Digits digits_of(const LocatedText& text) {
  Digits digits;
  for (std::size_t i = 0; i < text.chars.size(); ++i) {
    const char32_t c = fold_width(text.chars[i]);
    if (is_ascii_digit(c)) {
      ++(digits.decimals >= 0 ? digits.decimals : digits.whole);
    } else if (c == U'.' && digits.decimals < 0) {
      digits.decimals = 0;
    } else if (c != U',' && c != U' ' && !(i == 0 && (c == U'-' || c == 0x2212))) {
      digits.other = true;
    }
  }
  return digits;
}

/// Does the number go on in the line below?
bool goes_on(const LocatedText& number, const CellLine& above, const CellLine& below,
             int decimals) {
  const float step = (below.box.y0 + below.box.y1 - above.box.y0 - above.box.y1) / 2;
  if (step > kNumberStep * above.size) return false;
  const Digits head = digits_of(number);
  const Digits rest = digits_of(below.text);
  if (head.other || rest.other) return false;
  if (head.whole == 0 && head.decimals < 0) return rest.whole > 0 && number.chars.size() == 1;
  if (decimals == 0 || below.box.width() > above.box.width()) return false;
  if (head.decimals >= 0) {
    return head.decimals < decimals && rest.decimals < 0 && head.decimals + rest.whole == decimals;
  }
  return rest.decimals == decimals;
}

}  // namespace

int usual_decimals(const std::vector<const PrintedCell*>& cells) {
  std::vector<int> counts(8, 0);
  for (const PrintedCell* cell : cells) {
    for (const CellLine& line : cell->lines) {
      bool digit = false;
      if (!is_number_line(line, digit)) continue;
      const int decimals = digits_of(line.text).decimals;
      if (decimals > 0 && decimals < 8) ++counts[static_cast<std::size_t>(decimals)];
    }
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return *most == 0 ? 0 : static_cast<int>(most - counts.begin());
}

std::vector<std::size_t> number_starts(const PrintedCell& cell, int decimals) {
  std::vector<std::size_t> starts;
  LocatedText number;
  for (std::size_t i = 0; i < cell.lines.size(); ++i) {
    if (i > 0 && goes_on(number, cell.lines[i - 1], cell.lines[i], decimals)) {
      number.append(cell.lines[i].text);
      continue;
    }
    starts.push_back(i);
    number = cell.lines[i].text;
  }
  return starts;
}

}  // namespace gouji
