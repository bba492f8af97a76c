// SPDX-License-Identifier: GPL-3.0-or-later
// Text that knows where each of its characters stands in the source.
//
// The one currency between the stages: nothing after layout asks whether a page was a PDF or a
// text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/place.h"

namespace gouji {

/// One line of print. PDF: `unit` is the page, top and bottom are the vertical extent in 1/100 pt
/// from the top of the displayed page. Text: `unit` is the line number; top and bottom are 0. Pages
/// and lines count from 1.
struct PrintLine {
  std::int32_t unit = 0;
  std::int32_t top = 0;
  std::int32_t bottom = 0;
};

/// The lines of print of one document; CharPlace::line is an index (from 0) into it.
struct PrintLines {
  enum class Source { pdf, text };
  Source source = Source::text;
  std::vector<PrintLine> lines;

  /// Appends a line and returns its index.
  std::uint32_t add(PrintLine line);
};

/// Where one character stands. PDF: from and to are x0 and x1 in 1/100 pt. Text: the half-open
/// range of code points in the decoded source that the character was made from.
struct CharPlace {
  std::uint32_t line = 0;
  std::int32_t from = 0;
  std::int32_t to = 0;
};

/// A string of code points with the place of each. chars.size() == places.size() always.
struct LocatedText {
  std::u32string chars;
  std::vector<CharPlace> places;

  std::size_t size() const { return chars.size(); }
  bool empty() const { return chars.empty(); }
  void push_back(char32_t c, CharPlace place);
  void append(const LocatedText& other);
  /// The part [begin, end), indices from 0; end is clamped to size().
  LocatedText slice(std::size_t begin, std::size_t end) const;
  /// Without white space at both ends (Unicode White_Space and U+200B..U+200D, U+FEFF).
  LocatedText trimmed() const;
  std::string utf8() const;
  std::string utf8(std::size_t begin, std::size_t end) const;
};

/// The place of characters [begin, end): text: the line of the first and the range from the first
/// to the last; PDF: one box a line of print, on the page of the first. An empty range has the
/// place of the character at `begin` (or of the last one), with an empty extent.
At locate(const LocatedText& text, std::size_t begin, std::size_t end, const PrintLines& lines);
/// The place of the whole text.
At locate(const LocatedText& text, const PrintLines& lines);

/// UTF-8 of a located text, together with the way back: pattern matches speak in bytes, places in
/// code points.
class Utf8View {
 public:
  explicit Utf8View(std::u32string_view chars);
  const std::string& str() const { return bytes_; }
  /// The code point index at a byte offset (which must stand at the start of a character or at the
  /// end).
  std::size_t index_of(std::size_t byte) const;

 private:
  std::string bytes_;
  std::vector<std::uint32_t>
      starts_;  ///< byte offset of each code point, plus the end; empty when all is ASCII
};

}  // namespace gouji
