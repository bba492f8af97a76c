// SPDX-License-Identifier: GPL-3.0-or-later
// Exact fractions of any size, fast for those that reports print.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <compare>
#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <utility>

namespace gouji {

using BigInt = boost::multiprecision::cpp_int;
using BigRational = boost::multiprecision::cpp_rational;

/// An exact fraction in lowest terms. Numerator and denominator of 64 bits are kept in place and
/// computed with 128; what does not fit is a BigRational. Immutable value but for assignment.
class Rational {
 public:
  Rational() = default;
  template <std::integral Whole>
  Rational(Whole whole) {  // implicit: whole numbers are fractions
    if (std::in_range<std::int64_t>(whole))
      top_ = static_cast<std::int64_t>(whole);
    else
      set(BigRational(whole));
  }
  Rational(const BigInt& whole) { set(BigRational(whole)); }
  /// top / bottom; bottom is not 0.
  Rational(std::int64_t top, std::int64_t bottom);
  Rational(const BigInt& top, const BigInt& bottom) { set(BigRational(top, bottom)); }
  explicit Rational(const BigRational& value) { set(value); }
  Rational(const Rational& other) { *this = other; }
  Rational(Rational&&) noexcept = default;
  Rational& operator=(const Rational& other);
  Rational& operator=(Rational&&) noexcept = default;
  ~Rational() = default;

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  /// b is not 0.
  friend Rational operator/(const Rational& a, const Rational& b);
  Rational operator-() const;
  Rational& operator+=(const Rational& other) { return *this = *this + other; }
  Rational& operator-=(const Rational& other) { return *this = *this - other; }
  Rational& operator*=(const Rational& other) { return *this = *this * other; }
  Rational& operator/=(const Rational& other) { return *this = *this / other; }

  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);
  friend bool operator==(const Rational& a, const Rational& b);
  friend Rational abs(const Rational& value) { return value < 0 ? -value : value; }
  friend BigInt numerator(const Rational& value);
  friend BigInt denominator(const Rational& value);

  /// "3", "-7/2".
  std::string str() const;
  /// The same value with any size; slow.
  BigRational big() const;

 private:
  __extension__ typedef __int128 Wide;

  static Rational reduced(Wide top, Wide bottom);
  void set(const BigRational& value);

  std::int64_t top_ = 0, bottom_ = 1;  ///< bottom_ > 0; 0/1 where big_ holds the value
  std::unique_ptr<BigRational> big_;   ///< only what does not fit
};

std::ostream& operator<<(std::ostream& out, const Rational& value);

}  // namespace gouji
