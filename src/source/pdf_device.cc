// SPDX-License-Identifier: GPL-3.0-or-later
// Method: Poppler runs at 72 dpi with the origin at the top, so its device space is the page as
// displayed in points, /Rotate undone. Every callback counts work; too much of it throws. The clip
// is the bounding box of Poppler's clip path: a rectangle, in all documents that were looked at.
// Text is in pdf_text.cc, images in pdf_images.cc.
#include "source/pdf_device.h"

#include <GfxState.h>
#include <Stream.h>
#include <XRef.h>

#include <algorithm>

#include "source/pdf_space.h"

namespace gouji {

namespace {

constexpr double kWhite = 0.965;  ///< all of red, green and blue above: paper (F2F2F2 is not)
constexpr long kFormWork = 50;    ///< setting a form up costs as much as this many operators
constexpr long kClockEvery = 2000;
constexpr long kOperatorsADump = 20'000;  ///< Gfx.cc, updateLevel
/// A compressed form shorter than this decodes to 64 MB at most: not looked at beforehand.
constexpr long kShortForm = 64L << 10U;

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
  restart(stream);
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
