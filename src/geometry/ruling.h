// SPDX-License-Identifier: GPL-3.0-or-later
// A ruling: a horizontal or vertical line that the page shows, whatever it was drawn with.
#pragma once

namespace gouji {

/// Horizontal: y = position from x = from to x = to. Vertical: x = position from y = from to y =
/// to. Points; from <= to.
struct Ruling {
  bool horizontal = true;
  float position = 0;
  float from = 0, to = 0;
  float thickness = 0;

  float length() const { return to - from; }
  bool operator==(const Ruling&) const = default;
};

}  // namespace gouji
