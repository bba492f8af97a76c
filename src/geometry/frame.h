// SPDX-License-Identifier: GPL-3.0-or-later
// The frame in which turned print stands upright.
#pragma once

#include "geometry/ruling.h"
#include "gouji/place.h"

namespace gouji {

/// Maps between a page (width × height points, origin top left, y down) and the frame in which
/// print that runs `turn` degrees clockwise (0, 90, 180, 270) reads from left to right.
struct Frame {
  int turn = 0;
  float width = 0, height = 0;  ///< of the page

  float upright_width() const { return turn == 90 || turn == 270 ? height : width; }
  float upright_height() const { return turn == 90 || turn == 270 ? width : height; }
  Box to_upright(const Box& box) const;
  Box to_page(const Box& box) const;
  Ruling to_upright(const Ruling& ruling) const;
  /// The baseline of turned print (x of it for 90 and 270, else y) as y in the upright frame.
  float baseline_to_upright(float baseline) const;
};

}  // namespace gouji
