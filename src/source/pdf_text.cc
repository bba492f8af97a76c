// SPDX-License-Identifier: GPL-3.0-or-later
// The text callbacks of the device. What all glyphs of a string share is worked out once a string;
// a glyph then costs two transformations, a look at its character and one into the table of
// duplicates.
#include <GfxFont.h>
#include <GfxState.h>
#include <goo/GooString.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "source/pdf_device.h"
#include "source/pdf_space.h"
#include "text/charclass.h"

namespace gouji {

namespace {

constexpr double kUpright = 0.05;  ///< sine of the angle up to which text counts as upright
/// Centre of a glyph above its baseline, em: digits and hanzi alike.
constexpr double kCentreEm = 0.35;
/// A glyph whose centre is outside the clip by less is still half seen, points.
constexpr double kClipSlack = 0.3;

Point turned(const double* m, double x, double y) {
  return {m[0] * x + m[2] * y, m[1] * x + m[3] * y};
}

std::int16_t turn_of(double dx, double dy) {
  if (std::abs(dy) <= kUpright) return dx > 0 ? 0 : 180;
  if (std::abs(dx) <= kUpright) return dy > 0 ? 90 : 270;
  return -1;
}

}  // namespace

void PdfDevice::beginString(GfxState* state, const GooString*) {
  work();
  in_string_ = true;
  run_.font = nullptr;
  if (is_off() || !state->getFont()) return;
  const FontFacts& font = fonts_.facts(*state->getFont());
  run_.font = &font;
  const double* ctm = state->getCTM();
  const double* text = state->getTextMat();
  const double size = state->getFontSize();
  const double sign = size < 0 ? -1 : 1;
  const double across = sign * (state->getHorizScaling() < 0 ? -1 : 1);
  Point d = turned(ctm, text[0] * across, text[1] * across);
  const Point up = turned(ctm, text[2] * size, text[3] * size);
  const double length = std::hypot(d.x, d.y);
  if (length > 0) {
    d = {d.x / length, d.y / length};
  } else {
    d = {1, 0};
  }
  const double side = d.x * up.y - d.y * up.x;  // up is to the left of d: negative with y down
  run_.dx = d.x;
  run_.dy = d.y;
  run_.up_x = side <= 0 ? d.y : -d.y;
  run_.up_y = side <= 0 ? -d.x : d.x;
  run_.glyph = {};
  run_.glyph.size = static_cast<float>(std::abs(side) * font.em);
  run_.glyph.font = font.number;
  run_.glyph.turn = font.vertical ? turn_of(-run_.up_x, -run_.up_y) : turn_of(d.x, d.y);
  const int render = state->getRender();
  run_.glyph.bold = font.bold || ((render & 3) == 2 && stroke_paint(state) != Paint::nothing);
  run_.glyph.invisible =
      render == 3 || ((render & 3) == 0 && state->getFillOpacity() < kSeeThrough);
  const double space = state->getCharSpace(), blank = state->getWordSpace();
  const double horizontal = font.vertical ? 0 : state->getHorizScaling();
  state->textTransformDelta(space * horizontal, font.vertical ? space : 0, &run_.space_x,
                            &run_.space_y);
  state->textTransformDelta(blank * horizontal, font.vertical ? blank : 0, &run_.blank_x,
                            &run_.blank_y);
  run_.clip = clip_of(state);
}

Glyph PdfDevice::place_glyph(Point origin, Point end) const {
  Glyph glyph = run_.glyph;
  const double up = run_.font->ascent * glyph.size, down = run_.font->descent * glyph.size;
  const Box a = box_of({origin.x + run_.up_x * up, origin.y + run_.up_y * up},
                       {end.x + run_.up_x * down, end.y + run_.up_y * down});
  if (glyph.turn < 0) {  // the other two corners count as well
    const Box b = box_of({origin.x + run_.up_x * down, origin.y + run_.up_y * down},
                         {end.x + run_.up_x * up, end.y + run_.up_y * up});
    glyph.box = {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1),
                 std::max(a.y1, b.y1)};
  } else {
    glyph.box = a;
  }
  glyph.baseline = static_cast<float>(glyph.turn == 90 || glyph.turn == 270 ? origin.x : origin.y);
  return glyph;
}

bool PdfDevice::is_shown(const Glyph& glyph, bool is_blank_character) {
  double x = glyph.box.middle_x(), y = glyph.box.middle_y();
  if (glyph.turn == 0) y = glyph.baseline - kCentreEm * glyph.size;
  const bool on_page = x >= 0 && y >= 0 && x <= page_->width && y <= page_->height;
  const Box& c = run_.clip;
  const bool in_clip = x >= c.x0 - kClipSlack && x <= c.x1 + kClipSlack && y >= c.y0 - kClipSlack &&
                       y <= c.y1 + kClipSlack;
  if (on_page && in_clip) return true;
  if (is_blank_character) return false;
  // WPS repeats cells outside a clip that is smaller than the page, often beyond its edge too.
  const bool clip_is_page =
      c.x0 <= 0.5F && c.y0 <= 0.5F && c.x1 >= page_->width - 0.5F && c.y1 >= page_->height - 0.5F;
  ++(on_page || !clip_is_page ? page_->losses.clipped : page_->losses.off_page);
  return false;
}

void PdfDevice::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                         double origin_y, CharCode code, int, const Unicode* unicode, int length) {
  work();
  if (is_off() || run_.font == nullptr) return;
  dx -= run_.space_x;
  dy -= run_.space_y;
  if (code == ' ') {
    dx -= run_.blank_x;
    dy -= run_.blank_y;
  }
  const double* ctm = state->getCTM();
  if (!run_.font->vertical) {
    emit(place_glyph(transformed(ctm, x - origin_x, y - origin_y),
                     transformed(ctm, x - origin_x + dx, y - origin_y + dy)),
         code, unicode, length);
    return;
  }
  // The origin of a vertical font is the middle of the top of the glyph.
  Glyph glyph = run_.glyph;
  glyph.box =
      box_of(transformed(ctm, x - origin_x, y), transformed(ctm, x + origin_x + dx, y + dy));
  glyph.baseline = glyph.turn == 90    ? glyph.box.x0 - run_.font->descent * glyph.size
                   : glyph.turn == 270 ? glyph.box.x1 + run_.font->descent * glyph.size
                                       : glyph.box.y1;
  emit(glyph, code, unicode, length);
}

void PdfDevice::emit(Glyph glyph, CharCode, const Unicode* unicode, int length) {
  if (static_cast<int>(page_->glyphs.size()) >= limits_.max_glyphs_a_page) {
    ++page_->losses.over_limit;
    stop(PageLimit::glyphs);
  }
  characters_.clear();
  glyph.doubtful = run_.font->unmapped || length <= 0;
  for (int i = 0; i < length && !glyph.doubtful; ++i)
    glyph.doubtful = !append_character(unicode[i], run_.font->symbols, characters_);
  if (glyph.doubtful) characters_.assign(1, kReplacement);
  const bool blank = characters_.empty() || (characters_.size() == 1 && is_blank(characters_[0]));
  if (!is_shown(glyph, blank) || characters_.empty()) return;
  if (glyph.doubtful) ++page_->losses.unmapped;
  if (glyph.invisible)
    ++facts_.invisible;
  else if (!blank)
    ++facts_.visible;
  if (glyph.turn < 0 && !blank) ++facts_.oblique;
  const Box whole = glyph.box;
  for (std::size_t i = 0; i < characters_.size(); ++i) {
    glyph.character = characters_[i];
    if (characters_.size() > 1) glyph.box = share_of(whole, glyph.turn, i, characters_.size());
    glyphs_.add(glyph);
  }
}

void PdfDevice::beginActualText(GfxState*, const GooString* text) {
  work();
  if (page_ == nullptr || stopped_) return;
  std::u32string characters;
  for (const char32_t c : decode_pdf_string(text->toStr()))
    append_character(c, SymbolFont::none, characters);
  glyphs_.begin_actual_text(characters);
}

void PdfDevice::endActualText(GfxState*) {
  if (page_ != nullptr && !stopped_) glyphs_.end_actual_text();
}

}  // namespace gouji
