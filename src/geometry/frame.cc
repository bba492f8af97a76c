// SPDX-License-Identifier: GPL-3.0-or-later
#include "geometry/frame.h"

namespace gouji {

Box Frame::to_upright(const Box& box) const {
  switch (turn) {
    case 90:
      return {box.y0, width - box.x1, box.y1, width - box.x0};
    case 180:
      return {width - box.x1, height - box.y1, width - box.x0, height - box.y0};
    case 270:
      return {height - box.y1, box.x0, height - box.y0, box.x1};
    default:
      return box;
  }
}

Box Frame::to_page(const Box& box) const {
  switch (turn) {
    case 90:
      return {width - box.y1, box.x0, width - box.y0, box.x1};
    case 180:
      return {width - box.x1, height - box.y1, width - box.x0, height - box.y0};
    case 270:
      return {box.y0, height - box.x1, box.y1, height - box.x0};
    default:
      return box;
  }
}

Ruling Frame::to_upright(const Ruling& ruling) const {
  const float at = ruling.position;
  const Box box = to_upright(ruling.horizontal ? Box{ruling.from, at, ruling.to, at}
                                               : Box{at, ruling.from, at, ruling.to});
  Ruling turned = ruling;
  turned.horizontal = ruling.horizontal == (turn == 0 || turn == 180);
  turned.position = turned.horizontal ? box.y0 : box.x0;
  turned.from = turned.horizontal ? box.x0 : box.y0;
  turned.to = turned.horizontal ? box.x1 : box.y1;
  return turned;
}

float Frame::baseline_to_upright(float baseline) const {
  switch (turn) {
    case 90:
      return width - baseline;
    case 180:
      return height - baseline;
    default:
      return baseline;
  }
}

}  // namespace gouji
