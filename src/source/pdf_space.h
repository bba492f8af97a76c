// SPDX-License-Identifier: GPL-3.0-or-later
// From Poppler's spaces to the page. Private to the device.
#pragma once

#include <GfxState.h>

#include <algorithm>

#include "gouji/place.h"
#include "source/pdf_rulings.h"

namespace gouji {

/// Opacity below which nothing is seen.
inline constexpr double kSeeThrough = 0.02;

inline Point transformed(const double* m, double x, double y) {
  return {m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]};
}

inline Box box_of(Point a, Point b) {
  return {static_cast<float>(std::min(a.x, b.x)), static_cast<float>(std::min(a.y, b.y)),
          static_cast<float>(std::max(a.x, b.x)), static_cast<float>(std::max(a.y, b.y))};
}

/// The bounding box of the clip path; inside out (x0 > x1 or y0 > y1) when nothing is left of it.
inline Box clip_of(const GfxState* state) {
  double x0, y0, x1, y1;
  state->getClipBBox(&x0, &y0, &x1, &y1);
  return {static_cast<float>(x0), static_cast<float>(y0), static_cast<float>(x1),
          static_cast<float>(y1)};
}

}  // namespace gouji
