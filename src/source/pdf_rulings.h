// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers the rulings of one page from what paths and images paint.
#pragma once

#include <vector>

#include "source/page.h"

namespace gouji {

/// What a path is painted with, as far as rulings go.
enum class Paint { ink, white, nothing };

struct Point {
  double x = 0, y = 0;
};

/// The rulings of one page. Coordinates: points, as displayed, origin top left. Shapes come in any
/// order of corners; what lies outside `clip` is not on the page. Reused from page to page.
class RulingGatherer {
 public:
  /// Starts on `page`, which keeps at most `cap` rulings; the rest is counted.
  void begin(Page& page, int cap);
  /// A straight stroke.
  void add_stroke(Point a, Point b, double thickness, const Box& clip, Paint paint);
  /// A filled upright rectangle: a ruling if it is thin, else ground on which white rulings show.
  void add_area(const Box& box, const Box& clip, Paint paint);
  /// A frame filled between two rectangles: four rulings if its sides are thin.
  bool add_frame(const Box& outer, const Box& inner, const Box& clip, Paint paint);
  /// Joins the dashes, settles which thick pieces are borders; leaves the page.
  void finish();

 private:
  void add(Ruling ruling);
  void add_short(const Box& box);
  bool is_on_ground(const Box& box) const;
  void chain_dashes(bool horizontal);
  void add_borders();
  void close_chain(bool horizontal, const std::vector<std::size_t>& chain);

  struct Dash {
    Box box;
    bool used = false;
  };
  Page* page_ = nullptr;
  int cap_ = 0;
  std::vector<Dash> dashes_;
  std::vector<Ruling> borders_;  ///< thick pieces that may be borders, bars or ground
  std::vector<Box> grounds_;
};

}  // namespace gouji
