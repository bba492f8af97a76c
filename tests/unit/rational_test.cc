// SPDX-License-Identifier: GPL-3.0-or-later
// The fast fractions against those of any size.
#include "base/rational.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <random>

namespace gouji {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();

TEST(Rational, LowestTermsAndText) {
  EXPECT_EQ(Rational(6, -4).str(), "-3/2");
  EXPECT_EQ(Rational(0, -5).str(), "0");
  EXPECT_EQ(Rational(-8, 4).str(), "-2");
  EXPECT_EQ(numerator(Rational(6, 4)), 3);
  EXPECT_EQ(denominator(Rational(6, 4)), 2);
  EXPECT_EQ(abs(Rational(-1, 3)), Rational(1, 3));
}

TEST(Rational, NumbersThatDoNotFitGoOnAndComeBack) {
  const Rational most(kMost);
  const Rational square = most * most;
  EXPECT_EQ(square.big(), BigRational(kMost) * kMost);
  EXPECT_EQ(square / most, most);
  EXPECT_EQ((square - square).str(), "0");
  EXPECT_GT(square, most);
  EXPECT_LT(-square, most);
  EXPECT_EQ(-Rational(kLeast), Rational(BigInt(kMost) + 1));
  EXPECT_EQ(Rational(std::numeric_limits<std::uint64_t>::max()).str(), "18446744073709551615");
  Rational copy = square;
  copy = copy;  // NOLINT: assignment to itself
  EXPECT_EQ(copy, square);
  copy = 1;
  EXPECT_EQ(copy, Rational(1));
}

/// Small numbers, those of reports, and those at the ends of what fits.
std::int64_t some_number(std::mt19937_64& random) {
  constexpr std::array<std::int64_t, 8> kEdges = {kMost,     kLeast,       kMost - 1, kLeast + 1,
                                                  1LL << 32, -(1LL << 31), 0,         1};
  switch (random() % 4) {
    case 0:
      return static_cast<std::int64_t>(random() % 21) - 10;
    case 1:
      return static_cast<std::int64_t>(random() % 20000000000) - 10000000000;
    case 2:
      return static_cast<std::int64_t>(random());
    default:
      return kEdges[random() % kEdges.size()];
  }
}

TEST(Rational, AgreesWithFractionsOfAnySize) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 20000; ++i) {
    const std::int64_t a = some_number(random), c = some_number(random);
    std::int64_t b = some_number(random), d = some_number(random);
    if (b <= 0) b = 7;
    if (d == 0) d = 100;
    const Rational x = Rational(BigInt(a), BigInt(b)), y(c, d);
    // Boost 1.74 refuses a negative denominator.
    const BigInt sign = d < 0 ? -1 : 1;
    const BigRational p = BigRational(BigInt(a), BigInt(b)),
                      q = BigRational(BigInt(sign * c), BigInt(sign * d));
    ASSERT_EQ(x.big(), p) << a << "/" << b;
    ASSERT_EQ(y.big(), q) << c << "/" << d;
    ASSERT_EQ((x + y).big(), BigRational(p + q)) << x << " " << y;
    ASSERT_EQ((x - y).big(), BigRational(p - q)) << x << " " << y;
    ASSERT_EQ((x * y).big(), BigRational(p * q)) << x << " " << y;
    if (c != 0) {
      ASSERT_EQ((x / y).big(), BigRational(p / q)) << x << " " << y;
    }
    ASSERT_EQ((-x).big(), BigRational(-p));
    ASSERT_EQ(x < y, p < q) << x << " " << y;
    ASSERT_EQ(x == y, p == q);
    ASSERT_EQ(x.str(), p.str());
    ASSERT_EQ(((x + y) - y), x);
  }
}

}  // namespace
}  // namespace gouji
