// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes and short labels drawn on pixels, and pixels written as PNG.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "gouji/place.h"
#include "gouji/result.h"
#include "source/pdf_render.h"

namespace gouji {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
};

/// Draws on `pixels`, which must outlive it. Positions in pixels from the top left; what lies
/// outside is left out.
class Canvas {
 public:
  explicit Canvas(Pixels& pixels) : pixels_(pixels) {}

  /// A frame `width` pixels thick, inside the box.
  void frame(const Box& box, Colour colour, int width);
  /// A tint over the box: `strength` from 0 (nothing) to 255 (opaque).
  void tint(const Box& box, Colour colour, int strength);
  /// A label in white on a ground of `colour`, its top left at (x, y). Lower-case ASCII letters,
  /// digits and "/-_.:"; anything else is a gap. Returns its width.
  int label(int x, int y, std::string_view text, Colour colour, int scale);
  static int label_height(int scale);
  static int label_width(std::string_view text, int scale);

 private:
  void blend(int x, int y, Colour colour, int strength);

  Pixels& pixels_;
};

/// Writes a PNG, whole or not at all. Error: output.
Result<Done> write_png(const Pixels& pixels, const std::string& path);

}  // namespace gouji
