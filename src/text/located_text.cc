// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/located_text.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/charclass.h"

namespace gouji {

namespace {

constexpr float kUnitsPerPoint = 100.0F;

Box box_of(const CharPlace& place, const PrintLine& line) {
  return {place.from / kUnitsPerPoint, line.top / kUnitsPerPoint, place.to / kUnitsPerPoint,
          line.bottom / kUnitsPerPoint};
}

At locate_in_text(const LocatedText& text, std::size_t begin, std::size_t end,
                  const PrintLines& lines) {
  At at;
  at.unit = lines.lines[text.places[begin].line].unit;
  at.begin = text.places[begin].from;
  at.end = text.places[begin].to;
  for (std::size_t i = begin; i < end; ++i) {
    at.begin = std::min<std::int64_t>(at.begin, text.places[i].from);
    at.end = std::max<std::int64_t>(at.end, text.places[i].to);
  }
  return at;
}

At locate_in_pdf(const LocatedText& text, std::size_t begin, std::size_t end,
                 const PrintLines& lines) {
  At at;
  std::uint32_t current = text.places[begin].line;
  at.unit = lines.lines[current].unit;
  at.boxes.push_back(box_of(text.places[begin], lines.lines[current]));
  for (std::size_t i = begin + 1; i < end; ++i) {
    const CharPlace& place = text.places[i];
    const PrintLine& line = lines.lines[place.line];
    if (line.unit != at.unit) break;
    const Box box = box_of(place, line);
    if (place.line != current) {
      current = place.line;
      at.boxes.push_back(box);
    } else {
      at.boxes.back().x0 = std::min(at.boxes.back().x0, box.x0);
      at.boxes.back().x1 = std::max(at.boxes.back().x1, box.x1);
    }
  }
  return at;
}

}  // namespace

std::uint32_t PrintLines::add(PrintLine line) {
  lines.push_back(line);
  return static_cast<std::uint32_t>(lines.size() - 1);
}

void LocatedText::push_back(char32_t c, CharPlace place) {
  chars.push_back(c);
  places.push_back(place);
}

void LocatedText::append(const LocatedText& other) {
  chars.append(other.chars);
  places.insert(places.end(), other.places.begin(), other.places.end());
}

LocatedText LocatedText::slice(std::size_t begin, std::size_t end) const {
  end = std::min(end, size());
  begin = std::min(begin, end);
  LocatedText part;
  part.chars.assign(chars, begin, end - begin);
  part.places.assign(places.begin() + static_cast<std::ptrdiff_t>(begin),
                     places.begin() + static_cast<std::ptrdiff_t>(end));
  return part;
}

LocatedText LocatedText::trimmed() const {
  std::size_t begin = 0;
  std::size_t end = size();
  while (begin < end && is_blank(chars[begin])) ++begin;
  while (end > begin && is_blank(chars[end - 1])) --end;
  return slice(begin, end);
}

std::string LocatedText::utf8() const {
  return to_utf8(chars);
}

std::string LocatedText::utf8(std::size_t begin, std::size_t end) const {
  end = std::min(end, size());
  begin = std::min(begin, end);
  return to_utf8(std::u32string_view(chars).substr(begin, end - begin));
}

At locate(const LocatedText& text, std::size_t begin, std::size_t end, const PrintLines& lines) {
  if (text.empty()) return {};
  end = std::min(end, text.size());
  if (begin >= end) {
    At at =
        locate(text, std::min(begin, text.size() - 1), std::min(begin, text.size() - 1) + 1, lines);
    const bool behind = begin >= text.size();
    if (lines.source == PrintLines::Source::text) {
      (behind ? at.begin : at.end) = behind ? at.end : at.begin;
    } else {
      (behind ? at.boxes[0].x0 : at.boxes[0].x1) = behind ? at.boxes[0].x1 : at.boxes[0].x0;
    }
    return at;
  }
  return lines.source == PrintLines::Source::text ? locate_in_text(text, begin, end, lines)
                                                  : locate_in_pdf(text, begin, end, lines);
}

At locate(const LocatedText& text, const PrintLines& lines) {
  return locate(text, 0, text.size(), lines);
}

Utf8View::Utf8View(std::u32string_view chars) {
  bytes_.reserve(chars.size() * 3);
  bool ascii = true;
  for (char32_t c : chars) {
    append_utf8(bytes_, c);
    ascii = ascii && c < 0x80;
  }
  if (ascii) return;
  starts_.reserve(chars.size() + 1);
  std::uint32_t byte = 0;
  for (char32_t c : chars) {
    starts_.push_back(byte);
    byte += static_cast<std::uint32_t>(utf8_length(c));
  }
  starts_.push_back(byte);
}

std::size_t Utf8View::index_of(std::size_t byte) const {
  if (starts_.empty()) return byte;
  const auto found = std::lower_bound(starts_.begin(), starts_.end(), byte);
  return static_cast<std::size_t>(found - starts_.begin());
}

}  // namespace gouji
