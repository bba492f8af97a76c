// SPDX-License-Identifier: GPL-3.0-or-later
// Method: Poppler runs at 72 dpi with the origin at the top, so its device space is the page as
// displayed in points, /Rotate undone. What all glyphs of a string share is worked out once a
// string; a glyph then costs a transformation and a look into the table of duplicates. The clip is
// the bounding box of Poppler's clip path: rectangles, in all documents that were looked at.
#include "source/pdf_device.h"

#include <GfxFont.h>
#include <GfxState.h>
#include <Stream.h>
#include <XRef.h>
#include <goo/GooString.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "text/charclass.h"

namespace gouji {

namespace {

constexpr double kWhite = 0.965;      ///< all of red, green and blue above: paper (F2F2F2 is not)
constexpr double kSeeThrough = 0.02;  ///< opacity below which nothing is seen
constexpr double kUpright = 0.05;     ///< sine of the angle up to which text counts as upright
/// Centre of a glyph above its baseline, em: digits and hanzi alike.
constexpr double kCentreEm = 0.35;
/// A glyph whose centre is outside the clip by less is still half seen, points.
constexpr double kClipSlack = 0.3;
constexpr long kFormWork = 50;  ///< setting a form up costs as much as this many operators
constexpr long kClockEvery = 2000;
constexpr long kOperatorsADump = 20'000;  ///< Gfx.cc, updateLevel
/// A compressed form shorter than this decodes to 64 MB at most: not looked at beforehand.
constexpr long kShortForm = 64L << 10U;

Point transformed(const double* m, double x, double y) {
  return {m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]};
}

Point turned(const double* m, double x, double y) {
  return {m[0] * x + m[2] * y, m[1] * x + m[3] * y};
}

Box box_of(Point a, Point b) {
  return {static_cast<float>(std::min(a.x, b.x)), static_cast<float>(std::min(a.y, b.y)),
          static_cast<float>(std::max(a.x, b.x)), static_cast<float>(std::max(a.y, b.y))};
}

Box clip_of(const GfxState* state) {
  double x0, y0, x1, y1;
  state->getClipBBox(&x0, &y0, &x1, &y1);
  return {static_cast<float>(x0), static_cast<float>(y0), static_cast<float>(x1),
          static_cast<float>(y1)};
}

std::int16_t turn_of(double dx, double dy) {
  if (std::abs(dy) <= kUpright) return dx > 0 ? 0 : 180;
  if (std::abs(dx) <= kUpright) return dy > 0 ? 90 : 270;
  return -1;
}

Paint paint_of(const GfxRGB& rgb, double opacity) {
  if (opacity < kSeeThrough) return Paint::nothing;
  const double least = std::min({colToDbl(rgb.r), colToDbl(rgb.g), colToDbl(rgb.b)});
  return least >= kWhite ? Paint::white : Paint::ink;
}

/// A subpath as it stands on the page.
struct Shape {
  Box box;
  bool has_curve = false;
  bool is_rectangle = false;
  double area = 0;  ///< twice the signed area: its sign is the orientation
};

Shape shape_of(const GfxSubpath& path, const double* ctm) {
  Shape shape;
  const int n = path.getNumPoints();
  Point first = transformed(ctm, path.getX(0), path.getY(0));
  Point last = first;
  double x0 = first.x, y0 = first.y, x1 = first.x, y1 = first.y;
  bool upright = n == 4 || n == 5;
  for (int i = 1; i < n; ++i) {
    const Point p = transformed(ctm, path.getX(i), path.getY(i));
    shape.has_curve = shape.has_curve || path.getCurve(i);
    constexpr double kSame = 0.05;
    upright = upright && (std::abs(p.x - last.x) <= kSame || std::abs(p.y - last.y) <= kSame);
    shape.area += last.x * p.y - p.x * last.y;
    x0 = std::min(x0, p.x);
    y0 = std::min(y0, p.y);
    x1 = std::max(x1, p.x);
    y1 = std::max(y1, p.y);
    last = p;
  }
  shape.area += last.x * first.y - first.x * last.y;
  shape.box = box_of({x0, y0}, {x1, y1});
  shape.is_rectangle = upright && !shape.has_curve;
  return shape;
}

}  // namespace

bool read_stream(Stream& stream, long cap, std::string& out) {
  constexpr int kPiece = 16 << 10;
  unsigned char buffer[kPiece];
  stream.reset();
  for (;;) {
    const int n = stream.doGetChars(kPiece, buffer);
    if (n <= 0) return true;
    if (static_cast<long>(out.size()) + n > cap) return false;
    out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(n));
  }
}

void PdfDevice::begin(Page& page) {
  page_ = &page;
  stopped_ = false;
  facts_ = {};
  form_depth_ = mask_depth_ = 0;
  groups_.clear();
  work_ = 0;
  next_look_at_clock_ = kClockEvery;
  fill_is_known_ = stroke_is_known_ = fill_is_pattern_ = in_string_ = false;
  run_ = {};
  deadline_ = std::chrono::steady_clock::now() +
              std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                  std::chrono::duration<double>(limits_.max_seconds_a_page));
  glyphs_.begin(page);
  rulings_.begin(page, limits_.max_rulings_a_page);
}

PageFacts PdfDevice::finish() {
  glyphs_.finish();
  rulings_.finish();
  page_ = nullptr;
  return facts_;
}

void PdfDevice::stop(PageLimit limit) {
  facts_.limit = limit;
  stopped_ = true;
  throw PageStopped();
}

void PdfDevice::work(long n) {
  if (stopped_ || page_ == nullptr) return;
  work_ += n;
  if (work_ > limits_.max_operators_a_page) stop(PageLimit::operators);
  if (work_ < next_look_at_clock_) return;
  next_look_at_clock_ = work_ + kClockEvery;
  if (std::chrono::steady_clock::now() > deadline_) stop(PageLimit::time);
}

void PdfDevice::startPage(int, GfxState* state, XRef* xref) {
  xref_ = xref;
  follow(state);
  if (page_ == nullptr) return;
  page_->width = static_cast<float>(state->getPageWidth());
  page_->height = static_cast<float>(state->getPageHeight());
}

void PdfDevice::dump() {
  work(kOperatorsADump);
}

void PdfDevice::follow(const GfxState* state) {
  std::copy_n(state->getCTM(), 6, ctm_);
  clip_ = clip_of(state);
}

void PdfDevice::restoreState(GfxState* state) {
  stroke_is_known_ = false;
  updateFillColorSpace(state);
  follow(state);
  work();
}

void PdfDevice::updateCTM(GfxState* state, double, double, double, double, double, double) {
  follow(state);
  work();
}

void PdfDevice::clip(GfxState* state) {
  follow(state);
  work();
}

void PdfDevice::eoClip(GfxState* state) {
  follow(state);
  work();
}

void PdfDevice::updateFillColorSpace(GfxState* state) {
  fill_is_known_ = false;
  const GfxColorSpace* space = state->getFillColorSpace();
  fill_is_pattern_ = space != nullptr && space->getMode() == csPattern;
}

Paint PdfDevice::fill_paint(const GfxState* state) {
  if (!fill_is_known_) {
    GfxRGB rgb;
    state->getFillRGB(&rgb);
    fill_paint_ = paint_of(rgb, state->getFillOpacity());
    fill_is_known_ = true;
  }
  return fill_paint_;
}

Paint PdfDevice::stroke_paint(const GfxState* state) {
  if (!stroke_is_known_) {
    GfxRGB rgb;
    state->getStrokeRGB(&rgb);
    stroke_paint_ = paint_of(rgb, state->getStrokeOpacity());
    stroke_is_known_ = true;
  }
  return stroke_paint_;
}

void PdfDevice::stroke(GfxState* state) {
  work();
  if (is_off()) return;
  const GfxPath* path = state->getPath();
  const double* ctm = state->getCTM();
  const double thickness = state->getTransformedLineWidth();
  const Box clip = clip_of(state);
  for (int s = 0; s < path->getNumSubpaths(); ++s) {
    const GfxSubpath& sub = *path->getSubpath(s);
    const int n = sub.getNumPoints();
    work(n);
    Point last = transformed(ctm, sub.getX(0), sub.getY(0));
    for (int i = 1; i < n; ++i) {
      // A control point and the end of its curve are no ends of a straight stroke.
      const bool is_curve = sub.getCurve(i) || sub.getCurve(i - 1);
      const Point p = transformed(ctm, sub.getX(i), sub.getY(i));
      if (!is_curve) rulings_.add_stroke(last, p, thickness, clip, stroke_paint(state));
      last = p;
    }
  }
}

void PdfDevice::fill(GfxState* state) {
  fill_path(state, false);
}

void PdfDevice::eoFill(GfxState* state) {
  fill_path(state, true);
}

void PdfDevice::fill_path(GfxState* state, bool even_odd) {
  work();
  if (is_off()) return;
  const GfxPath* path = state->getPath();
  const double* ctm = state->getCTM();
  const Box clip = clip_of(state);
  const Paint paint = fill_paint(state);
  Shape last;
  for (int s = 0; s < path->getNumSubpaths(); ++s) {
    const GfxSubpath& sub = *path->getSubpath(s);
    work(sub.getNumPoints());
    const Shape shape = shape_of(sub, ctm);
    if (shape.has_curve) {
      ++facts_.drawn_shapes;
    } else if (s > 0 && last.is_rectangle && shape.is_rectangle &&
               (even_odd || last.area * shape.area < 0) &&
               (rulings_.add_frame(last.box, shape.box, clip, paint) ||
                rulings_.add_frame(shape.box, last.box, clip, paint))) {
      // Both rectangles together are the ruling.
    } else if (shape.is_rectangle || std::min(shape.box.width(), shape.box.height()) <= 1.6F) {
      rulings_.add_area(shape.box, clip, paint);
    }
    last = shape;
  }
}

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

bool PdfDevice::is_form_too_long(Ref id) {
  if (xref_ == nullptr || id == Ref::INVALID()) return false;
  const auto [it, is_new] = long_forms_.try_emplace(id.num, false);
  if (!is_new) return it->second;
  Object form = xref_->fetch(id);
  if (!form.isStream()) return false;
  const Object filter = form.streamGetDict()->lookup("Filter");
  const bool is_nested = filter.isArray() && filter.arrayGetLength() > 1;
  if (!is_nested && form.getStream()->getBaseStream()->getLength() < kShortForm) return false;
  std::string decoded;
  it->second = !read_stream(*form.getStream(), limits_.max_content_bytes_a_page, decoded);
  return it->second;
}

void PdfDevice::begin_form(Ref id) {
  if (stopped_ || page_ == nullptr) return;
  if (++form_depth_ > limits_.max_form_depth) stop(PageLimit::depth);
  next_look_at_clock_ = 0;
  work(kFormWork);
  if (is_form_too_long(id)) stop(PageLimit::content);
}

void PdfDevice::beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                                       bool is_soft_mask) {
  groups_.push_back(is_soft_mask);
  if (is_soft_mask) ++mask_depth_;
  work(kFormWork);
}

void PdfDevice::endTransparencyGroup(GfxState*) {
  if (groups_.empty()) return;
  if (groups_.back()) --mask_depth_;
  groups_.pop_back();
}

}  // namespace gouji
