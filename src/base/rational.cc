// SPDX-License-Identifier: GPL-3.0-or-later
// Products of a number of 64 bits and a denominator, which is positive, fit into 128, and so does
// the sum of two of them. Whole numbers and equal denominators, the bulk of all sums, need none.
#include "base/rational.h"

#include <limits>
#include <numeric>
#include <ostream>

namespace gouji {

namespace {

__extension__ typedef unsigned __int128 WideBits;

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

template <class Number>
Number common_divisor(Number a, Number b) {
  while (b != 0) a = std::exchange(b, a % b);
  return a;
}

}  // namespace

Rational::Rational(std::int64_t top, std::int64_t bottom) {
  *this = reduced(top, bottom);
}

Rational& Rational::operator=(const Rational& other) {
  top_ = other.top_;
  bottom_ = other.bottom_;
  if (other.big_ == nullptr)
    big_.reset();
  else if (this != &other)
    big_ = std::make_unique<BigRational>(*other.big_);
  return *this;
}

void Rational::set(const BigRational& value) {
  const BigInt top = numerator(value);
  const BigInt bottom = denominator(value);
  if (abs(top) <= kMost && bottom <= kMost) {
    top_ = top.convert_to<std::int64_t>();
    bottom_ = bottom.convert_to<std::int64_t>();
    big_.reset();
  } else {
    top_ = 0;
    bottom_ = 1;
    big_ = std::make_unique<BigRational>(value);
  }
}

Rational Rational::reduced(Wide top, Wide bottom) {
  if (bottom < 0) {
    top = -top;
    bottom = -bottom;
  }
  const Wide size = top < 0 ? -top : top;
  Rational out;
  if (bottom != 1) {
    // Most numbers fit into 64 bits, where division is several times faster.
    const Wide divisor = size <= kMost && bottom <= kMost
                             ? static_cast<Wide>(common_divisor(static_cast<std::uint64_t>(size),
                                                                static_cast<std::uint64_t>(bottom)))
                             : common_divisor(size, bottom);
    if (divisor > 1) {
      top /= divisor;
      bottom /= divisor;
    }
  }
  if (top <= kMost && top >= -kMost && bottom <= kMost) {
    out.top_ = static_cast<std::int64_t>(top);
    out.bottom_ = static_cast<std::int64_t>(bottom);
    return out;
  }
  const auto big = [](Wide value) {
    const bool negative = value < 0;
    const auto bits = static_cast<WideBits>(negative ? -value : value);
    BigInt whole = static_cast<std::uint64_t>(bits >> 64U);
    whole = (whole << 64U) + static_cast<std::uint64_t>(bits);
    return negative ? BigInt(-whole) : whole;
  };
  out.set(BigRational(big(top), big(bottom)));
  return out;
}

BigRational Rational::big() const {
  return big_ != nullptr ? *big_ : BigRational(top_, bottom_);
}

Rational operator+(const Rational& a, const Rational& b) {
  if (a.big_ != nullptr || b.big_ != nullptr) return Rational(BigRational(a.big() + b.big()));
  const Rational::Wide top = a.top_, other = b.top_;
  if (a.bottom_ == b.bottom_) return Rational::reduced(top + other, a.bottom_);
  const Rational::Wide bottom = a.bottom_;
  return Rational::reduced(top * b.bottom_ + other * a.bottom_, bottom * b.bottom_);
}

Rational operator-(const Rational& a, const Rational& b) {
  return a + -b;
}

Rational operator*(const Rational& a, const Rational& b) {
  if (a.big_ != nullptr || b.big_ != nullptr) return Rational(BigRational(a.big() * b.big()));
  const Rational::Wide top = a.top_, bottom = a.bottom_;
  return Rational::reduced(top * b.top_, bottom * b.bottom_);
}

Rational operator/(const Rational& a, const Rational& b) {
  if (a.big_ != nullptr || b.big_ != nullptr) return Rational(BigRational(a.big() / b.big()));
  const Rational::Wide top = a.top_, bottom = a.bottom_;
  return Rational::reduced(top * b.bottom_, bottom * b.top_);
}

Rational Rational::operator-() const {
  if (big_ != nullptr) return Rational(BigRational(-*big_));
  return reduced(-Wide(top_), bottom_);
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  if (a.big_ == nullptr && b.big_ == nullptr) {
    if (a.bottom_ == b.bottom_) return a.top_ <=> b.top_;
    const Rational::Wide left = Rational::Wide(a.top_) * b.bottom_;
    const Rational::Wide right = Rational::Wide(b.top_) * a.bottom_;
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
  }
  const int order = a.big().compare(b.big());
  return order < 0   ? std::strong_ordering::less
         : order > 0 ? std::strong_ordering::greater
                     : std::strong_ordering::equal;
}

bool operator==(const Rational& a, const Rational& b) {
  return (a <=> b) == 0;
}

BigInt numerator(const Rational& value) {
  return value.big_ != nullptr ? BigInt(numerator(*value.big_)) : BigInt(value.top_);
}

BigInt denominator(const Rational& value) {
  return value.big_ != nullptr ? BigInt(denominator(*value.big_)) : BigInt(value.bottom_);
}

std::string Rational::str() const {
  if (big_ != nullptr) return big_->str();
  return bottom_ == 1 ? std::to_string(top_) : std::to_string(top_) + "/" + std::to_string(bottom_);
}

std::ostream& operator<<(std::ostream& out, const Rational& value) {
  return out << value.str();
}

}  // namespace gouji
