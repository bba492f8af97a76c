// SPDX-License-Identifier: GPL-3.0-or-later
// Method: whatever is long and thin after clipping is a ruling: strokes, filled rectangles, frames,
// images. Short pieces are held back until the page is done; those that stand in a row at even
// small distances are the dashes of one line, the rest are rulings of their own if they are longer
// than thick. Thick pieces that are no longer than a cell's side may be a bar of a chart as well:
// they are borders when both their ends meet other lines. White paint is a ruling only where it
// lies on coloured ground.
#include "source/pdf_rulings.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace gouji {

namespace {

constexpr double kMaxThickness = 1.6;  ///< points; rectangles that are rulings (487 PDFs)
/// Thicker ones are rulings only when this much longer than thick (the heavy line below a
/// letterhead, borders of 2.25 and 3 pt), up to kMaxHeavy.
constexpr double kElongation = 20;
constexpr double kMaxHeavy = 4.5;
/// Borders of a spreadsheet are filled cell by cell, "medium" ones 1.9 pt thick: as short as a row
/// is high.
constexpr float kMaxBorder = 3.0F;
constexpr float kBorderElongation = 4.0F;
constexpr float kBorderMeets = 1.2F;  ///< between the paint of two borders that meet, points
constexpr std::size_t kMostBorders = 1000;
constexpr int kBorderRounds = 8;
constexpr std::size_t kMostMeetings = 4'000'000;  ///< of borders with lines that are looked at
constexpr double kStraight = 0.35;                ///< points a stroke may lean and still be upright
constexpr float kShort = 8.0F;         ///< shorter pieces may be dashes; the lowest rows are 8 pt
constexpr float kDashGap = 6.0F;       ///< between two dashes, at most, points
constexpr float kDashGapRatio = 2.5F;  ///< and relative to the length of the dash
constexpr float kLeastSliver = 0.2F;   ///< what is left of a clipped area to be a line, points
constexpr std::size_t kLeastDashes = 4;
constexpr float kLeastDashedLength = 9.0F;  ///< points; a side of a low row without its corners
constexpr std::size_t kMaxGrounds = 512;
constexpr float kLeastGround = 6.0F;  ///< side of a coloured area that white rulings may divide

bool is_finite(const Box& b) {
  return std::isfinite(b.x0) && std::isfinite(b.y0) && std::isfinite(b.x1) && std::isfinite(b.y1);
}

Box intersection(const Box& a, const Box& b) {
  return {std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
}

/// Hairlines have no width of their own, and a line on the border of a clip is half outside: give
/// the clip that much.
Box widened(const Box& clip) {
  constexpr float kHalfLine = 0.8F;
  return {clip.x0 - kHalfLine, clip.y0 - kHalfLine, clip.x1 + kHalfLine, clip.y1 + kHalfLine};
}

bool is_ruling(double length, double thickness) {
  if (thickness <= kMaxThickness) return length > thickness;
  return thickness <= kMaxHeavy && length >= thickness * kElongation;
}

Ruling ruling_of(const Box& b) {
  if (b.width() >= b.height()) return {true, b.middle_y(), b.x0, b.x1, b.height()};
  return {false, b.middle_x(), b.y0, b.y1, b.width()};
}

/// Does `line` reach to where a border at `position` ends, across it or as its continuation?
bool meets(const Ruling& line, const Ruling& border, float end) {
  const float reach = kBorderMeets + (line.thickness + border.thickness) / 2;
  if (line.horizontal == border.horizontal) {
    return std::abs(line.position - border.position) <= reach &&
           (std::abs(line.from - end) <= kBorderMeets || std::abs(line.to - end) <= kBorderMeets);
  }
  return std::abs(line.position - end) <= reach && line.from - reach <= border.position &&
         border.position <= line.to + reach;
}

}  // namespace

void RulingGatherer::begin(Page& page, int cap) {
  page_ = &page;
  cap_ = cap;
  dashes_.clear();
  borders_.clear();
  grounds_.clear();
}

void RulingGatherer::add(Ruling ruling) {
  if (static_cast<int>(page_->rulings.size()) >= cap_)
    ++page_->losses.rulings_over_limit;
  else
    page_->rulings.push_back(ruling);
}

void RulingGatherer::add_short(const Box& box) {
  if (static_cast<int>(dashes_.size()) >= cap_)
    ++page_->losses.rulings_over_limit;
  else
    dashes_.push_back({box, false});
}

bool RulingGatherer::is_on_ground(const Box& box) const {
  const float x = box.middle_x(), y = box.middle_y();
  return std::any_of(grounds_.begin(), grounds_.end(), [&](const Box& g) {
    return x >= g.x0 && x <= g.x1 && y >= g.y0 && y <= g.y1;
  });
}

void RulingGatherer::add_stroke(Point a, Point b, double thickness, const Box& clip, Paint paint) {
  if (paint == Paint::nothing) return;
  const double dx = std::abs(a.x - b.x), dy = std::abs(a.y - b.y);
  const bool horizontal = dx >= dy;
  if (std::min(dx, dy) > kStraight) return;
  const double half = thickness / 2;
  // A stroke that is wider than long is a filled rectangle drawn across: what counts is its shape.
  Box box{static_cast<float>(std::min(a.x, b.x)), static_cast<float>(std::min(a.y, b.y)),
          static_cast<float>(std::max(a.x, b.x)), static_cast<float>(std::max(a.y, b.y))};
  if (horizontal) {
    const double y = (a.y + b.y) / 2;
    box.y0 = static_cast<float>(y - half);
    box.y1 = static_cast<float>(y + half);
  } else {
    const double x = (a.x + b.x) / 2;
    box.x0 = static_cast<float>(x - half);
    box.x1 = static_cast<float>(x + half);
  }
  add_area(box, clip, paint);
}

void RulingGatherer::add_area(const Box& box, const Box& clip, Paint paint) {
  if (paint == Paint::nothing || !is_finite(box)) return;
  Box seen = intersection(box, clip);
  if (seen.x0 > seen.x1 || seen.y0 > seen.y1) {
    seen = intersection(box, widened(clip));  // on the very border of the clip, or a hairline
    if (seen.x0 > seen.x1 || seen.y0 > seen.y1) return;
    if (std::max(seen.width(), seen.height()) <= kMaxThickness) return;
  }
  const float length = std::max(seen.width(), seen.height());
  const float thickness = std::min(seen.width(), seen.height());
  // A large area that the clip leaves a sliver of paints nothing that anybody would see as a line.
  const float whole_thickness = std::min(box.width(), box.height());
  if (whole_thickness > kMaxHeavy && thickness < kLeastSliver) return;
  const bool is_dot = length <= kMaxThickness && thickness > 0;
  if (!is_dot && !is_ruling(length, thickness)) {
    const bool border = length >= kShort && thickness <= kMaxBorder &&
                        length >= kBorderElongation * thickness && borders_.size() < kMostBorders;
    if (border && (paint == Paint::ink || is_on_ground(seen))) borders_.push_back(ruling_of(seen));
    if (paint == Paint::ink && thickness >= kLeastGround && grounds_.size() < kMaxGrounds)
      grounds_.push_back(seen);
    return;
  }
  if (paint == Paint::white && !is_on_ground(seen)) return;
  if (length < kShort)
    add_short(seen);
  else
    add(ruling_of(seen));
}

bool RulingGatherer::add_frame(const Box& outer, const Box& inner, const Box& clip, Paint paint) {
  const float sides[] = {inner.x0 - outer.x0, inner.y0 - outer.y0, outer.x1 - inner.x1,
                         outer.y1 - inner.y1};
  for (const float side : sides)
    if (side < 0 || side > kMaxBorder) return false;
  add_area({outer.x0, outer.y0, outer.x1, inner.y0}, clip, paint);
  add_area({outer.x0, inner.y1, outer.x1, outer.y1}, clip, paint);
  add_area({outer.x0, outer.y0, inner.x0, outer.y1}, clip, paint);
  add_area({inner.x1, outer.y0, outer.x1, outer.y1}, clip, paint);
  return true;
}

void RulingGatherer::close_chain(bool horizontal, const std::vector<std::size_t>& chain) {
  if (chain.size() < kLeastDashes) return;
  Box whole = dashes_[chain.front()].box;
  for (const std::size_t i : chain) {
    const Box& b = dashes_[i].box;
    whole = {std::min(whole.x0, b.x0), std::min(whole.y0, b.y0), std::max(whole.x1, b.x1),
             std::max(whole.y1, b.y1)};
  }
  if ((horizontal ? whole.width() : whole.height()) < kLeastDashedLength) return;
  for (const std::size_t i : chain) dashes_[i].used = true;
  if (horizontal)
    add({true, whole.middle_y(), whole.x0, whole.x1, whole.height()});
  else
    add({false, whole.middle_x(), whole.y0, whole.y1, whole.width()});
}

void RulingGatherer::chain_dashes(bool horizontal) {
  struct Piece {
    float position, from, to;
    std::size_t index;
  };
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < dashes_.size(); ++i) {
    const Box& b = dashes_[i].box;
    const float across = horizontal ? b.height() : b.width();
    if (dashes_[i].used || across > kMaxThickness) continue;
    pieces.push_back(horizontal ? Piece{b.middle_y(), b.x0, b.x1, i}
                                : Piece{b.middle_x(), b.y0, b.y1, i});
  }
  const auto row_of = [](float position) { return std::lround(position / kStraight); };
  std::sort(pieces.begin(), pieces.end(), [&](const Piece& a, const Piece& b) {
    const long ra = row_of(a.position), rb = row_of(b.position);
    return ra != rb ? ra < rb : a.from != b.from ? a.from < b.from : a.index < b.index;
  });
  std::vector<std::size_t> chain;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) {
      const Piece& last = pieces[i - 1];
      const float room = std::min(kDashGap, std::max((last.to - last.from) * kDashGapRatio, 2.0F));
      if (row_of(last.position) != row_of(pieces[i].position) || pieces[i].from - last.to > room) {
        close_chain(horizontal, chain);
        chain.clear();
      }
    }
    chain.push_back(pieces[i].index);
  }
  close_chain(horizontal, chain);
}

void RulingGatherer::add_borders() {
  const auto has_met = [&](const Ruling& border, float end) {
    const auto does = [&](const Ruling& line) {
      return &line != &border && meets(line, border, end);
    };
    return std::any_of(page_->rulings.begin(), page_->rulings.end(), does) ||
           std::any_of(borders_.begin(), borders_.end(), does);
  };
  if (borders_.size() * (page_->rulings.size() + borders_.size()) > kMostMeetings) {
    page_->losses.rulings_over_limit += static_cast<int>(borders_.size());
    return;
  }
  for (int round = 0; round < kBorderRounds; ++round) {
    std::vector<Ruling> closed;
    for (const Ruling& border : borders_) {
      if (has_met(border, border.from) && has_met(border, border.to)) closed.push_back(border);
    }
    if (closed.size() == borders_.size()) break;
    borders_ = std::move(closed);
  }
  for (const Ruling& border : borders_) add(border);
}

void RulingGatherer::finish() {
  chain_dashes(true);
  chain_dashes(false);
  for (const Dash& dash : dashes_) {
    const Ruling ruling = ruling_of(dash.box);
    if (!dash.used && ruling.length() > 2 * ruling.thickness) add(ruling);
  }
  add_borders();
  page_->grounds = grounds_;
  page_ = nullptr;
}

}  // namespace gouji
