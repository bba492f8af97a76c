// SPDX-License-Identifier: GPL-3.0-or-later
// Where images stand. Poppler asks needNonText() right before it would open an image; the unit
// square of the current transformation is the place of it. It asks the same before painting a
// pattern and inside strings, which are told apart by the colour space and by beginString().
#include <algorithm>

#include "source/pdf_device.h"

namespace gouji {

namespace {

constexpr std::size_t kMaxImages = 20'000;  ///< a page; converters cut pictures into thousands
constexpr float kLine = 1.6F;  ///< points; converters draw lines as images of a few pixels

Box unit_square(const double* m) {
  return {static_cast<float>(m[4] + std::min({0.0, m[0], m[2], m[0] + m[2]})),
          static_cast<float>(m[5] + std::min({0.0, m[1], m[3], m[1] + m[3]})),
          static_cast<float>(m[4] + std::max({0.0, m[0], m[2], m[0] + m[2]})),
          static_cast<float>(m[5] + std::max({0.0, m[1], m[3], m[1] + m[3]}))};
}

}  // namespace

bool PdfDevice::needNonText() {
  if (is_off() || in_string_ || fill_is_pattern_) return false;
  work();
  const Box box = unit_square(ctm_);
  if (std::min(box.width(), box.height()) <= kLine) {
    rulings_.add_area(box, clip_, Paint::ink);
    return false;
  }
  const Box seen{std::max(box.x0, clip_.x0), std::max(box.y0, clip_.y0), std::min(box.x1, clip_.x1),
                 std::min(box.y1, clip_.y1)};
  if (seen.x0 < seen.x1 && seen.y0 < seen.y1 && page_->images.size() < kMaxImages)
    page_->images.push_back({seen});
  return false;
}

}  // namespace gouji
