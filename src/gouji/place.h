// SPDX-License-Identifier: GPL-3.0-or-later
// Where something stands in its document.
#pragma once

#include <cstdint>
#include <vector>

namespace gouji {

/// A rectangle on a page. PDF points (1/72 inch), origin at the top left of the page as displayed
/// (after /Rotate), x to the right, y down; x0 <= x1, y0 <= y1.
struct Box {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  float width() const { return x1 - x0; }
  float height() const { return y1 - y0; }
  float middle_x() const { return (x0 + x1) / 2; }
  float middle_y() const { return (y0 + y1) / 2; }
  bool operator==(const Box&) const = default;
};

/// The place of an extracted thing, in one of two forms.
///   PDF:  `unit` is the page (from 1), `boxes` has one box a line of print; begin and end are 0.
///   text: `unit` is the line (from 1), [begin, end) are Unicode code points from the start of the
///   decoded source;
///         `boxes` is empty.
/// A thing that runs over several pages carries the boxes of its first page only.
struct At {
  int unit = 0;  ///< page or line, from 1; 0 = no place is known
  std::int64_t begin = 0;
  std::int64_t end = 0;
  std::vector<Box> boxes;

  bool known() const { return unit > 0; }
  bool operator==(const At&) const = default;
};

}  // namespace gouji
