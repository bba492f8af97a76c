// SPDX-License-Identifier: GPL-3.0-or-later
#include "geometry/rulings.h"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>
#include <ostream>

namespace gouji {

static void PrintTo(const Ruling& r, std::ostream* out) {
  *out << (r.horizontal ? "y=" : "x=") << r.position << " " << r.from << ".." << r.to << " thick "
       << r.thickness;
}

namespace {

Ruling across(float y, float x0, float x1, float thickness = 0.5F) {
  return {true, y, x0, x1, thickness};
}
Ruling down(float x, float y0, float y1, float thickness = 0.5F) {
  return {false, x, y0, y1, thickness};
}

struct Case {
  const char* name;
  std::vector<Ruling> pieces;
  std::vector<Ruling> lines;
};

TEST(MergeRulings, Cases) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const Case cases[] = {
      {"nothing", {}, {}},
      {"pieces in any order join, not over a gap of 1.3",
       {across(10, 60, 100), across(10, 0, 50), across(10, 51.3F, 60)},
       {across(10, 0, 50), across(10, 51.3F, 100)}},
      {"a gap of 1.2 joins, thickness is the greatest",
       {across(10, 0, 50, 0.5F), across(10, 51, 90, 1.5F)},
       {across(10, 0, 90, 1.5F)}},
      {"two strokes of one cell edge are one line at the weighted mean",
       {across(10, 0, 50), across(11, 50, 100)},
       {across(10.5F, 0, 100)}},
      {"lines 1.6 apart stay two",
       {across(10, 0, 50), across(11.6F, 0, 50)},
       {across(10, 0, 50), across(11.6F, 0, 50)}},
      {"ticks go", {across(10, 0, 3.9F), across(20, 0, 4)}, {across(20, 0, 4)}},
      {"dots that touch are a line",
       {across(10, 0, 1), across(10, 2, 3), across(10, 4, 5), across(10, 6, 7)},
       {across(10, 0, 7)}},
      {"ends snap to the crossing line, short of it and beyond it",
       {across(10, 1, 99.2F), across(30, -1.2F, 101), down(0, 10.5F, 30), down(100, 9, 30)},
       {across(10, 0, 100), across(30, 0, 100), down(0, 10, 30), down(100, 10, 30)}},
      {"an end near a line that does not reach it stays",
       {across(10, 1, 50), down(0, 12, 60)},
       {across(10, 1, 50), down(0, 12, 60)}},
      {"nonsense goes", {across(nan, 0, 50), across(5, 50, 0)}, {}},
  };
  for (const Case& c : cases) EXPECT_EQ(merge_rulings(c.pieces), c.lines) << c.name;
}

TEST(MergeRulings, MergingTwiceChangesNothing) {
  std::vector<Ruling> pieces;
  for (int i = 0; i < 20; ++i)
    for (int k = 0; k < 10; ++k) {
      const float jitter = static_cast<float>((i * 7 + k * 3) % 5) * 0.1F;
      pieces.push_back(across(10 + 15.0F * i + jitter, 50.0F * k + jitter, 50.0F * k + 49.5F));
      pieces.push_back(down(50.0F * k + jitter, 10 + 15.0F * i - jitter, 24.8F + 15.0F * i));
    }
  const std::vector<Ruling> once = merge_rulings(pieces);
  EXPECT_EQ(once.size(), 30U);
  EXPECT_EQ(merge_rulings(once), once);
}

TEST(MergeRulings, AHundredThousandPiecesTakeNoTime) {
  std::vector<Ruling> pieces;
  for (int i = 0; i < 50'000; ++i) {
    const float a = static_cast<float>(i % 997), b = static_cast<float>(i % 613);
    pieces.push_back(across(a * 0.9F, b, b + 5 + static_cast<float>(i % 7)));
    pieces.push_back(down(b * 0.9F, a, a + 5 + static_cast<float>(i % 11)));
  }
  const auto start = std::chrono::steady_clock::now();
  const std::vector<Ruling> lines = merge_rulings(pieces);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  EXPECT_FALSE(lines.empty());
  EXPECT_LT(took.count(), 2.0);  // 0.03 s measured; sanitizers and busy machines take longer
}

}  // namespace
}  // namespace gouji
