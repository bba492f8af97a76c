// SPDX-License-Identifier: GPL-3.0-or-later
// The image callbacks of the device: only where an image stands matters, its data is never decoded.
// Data in the content stream itself has to be skipped, as Poppler goes on reading behind it.
#include <GfxState.h>
#include <Stream.h>

#include <algorithm>

#include "source/pdf_device.h"

namespace gouji {

namespace {

constexpr std::size_t kMaxImages = 20'000;  ///< a page; converters cut pictures into thousands

void skip_inline_data(Stream* data, long bytes) {
  data->reset();
  for (long i = 0; i < bytes; ++i)
    if (data->getChar() == EOF) break;
  data->close();
}

long bytes_of(int width, int height, int bits_a_pixel) {
  return static_cast<long>(height) * ((static_cast<long>(width) * bits_a_pixel + 7) / 8);
}

}  // namespace

void PdfDevice::add_image(GfxState* state) {
  work();
  if (is_off()) return;
  const double* m = state->getCTM();
  double clip[4];
  state->getClipBBox(&clip[0], &clip[1], &clip[2], &clip[3]);
  // The image fills the unit square of user space.
  const double x0 = m[4] + std::min({0.0, m[0], m[2], m[0] + m[2]});
  const double x1 = m[4] + std::max({0.0, m[0], m[2], m[0] + m[2]});
  const double y0 = m[5] + std::min({0.0, m[1], m[3], m[1] + m[3]});
  const double y1 = m[5] + std::max({0.0, m[1], m[3], m[1] + m[3]});
  const Box box{static_cast<float>(x0), static_cast<float>(y0), static_cast<float>(x1),
                static_cast<float>(y1)};
  const Box seen{
      static_cast<float>(std::max(x0, clip[0])), static_cast<float>(std::max(y0, clip[1])),
      static_cast<float>(std::min(x1, clip[2])), static_cast<float>(std::min(y1, clip[3]))};
  constexpr float kLine = 1.6F;  // points; converters draw lines as images of a few pixels
  if (std::min(box.width(), box.height()) <= kLine) {
    rulings_.add_area(box,
                      {static_cast<float>(clip[0]), static_cast<float>(clip[1]),
                       static_cast<float>(clip[2]), static_cast<float>(clip[3])},
                      Paint::ink);
    return;
  }
  if (seen.x0 < seen.x1 && seen.y0 < seen.y1 && page_->images.size() < kMaxImages)
    page_->images.push_back({seen});
}

void PdfDevice::drawImageMask(GfxState* state, Object*, Stream* data, int width, int height, bool,
                              bool, bool is_inline) {
  if (is_inline) skip_inline_data(data, bytes_of(width, height, 1));
  add_image(state);
}

void PdfDevice::setSoftMaskFromImageMask(GfxState*, Object*, Stream* data, int width, int height,
                                         bool, bool is_inline, double*) {
  if (is_inline) skip_inline_data(data, bytes_of(width, height, 1));
}

void PdfDevice::drawImage(GfxState* state, Object*, Stream* data, int width, int height,
                          GfxImageColorMap* colors, bool, const int*, bool is_inline) {
  const int bits = colors != nullptr ? colors->getNumPixelComps() * colors->getBits() : 1;
  if (is_inline) skip_inline_data(data, bytes_of(width, height, bits));
  add_image(state);
}

void PdfDevice::drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*,
                                bool, Stream*, int, int, bool, bool) {
  add_image(state);
}

void PdfDevice::drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*,
                                    bool, Stream*, int, int, GfxImageColorMap*, bool) {
  add_image(state);
}

}  // namespace gouji
