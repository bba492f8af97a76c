// SPDX-License-Identifier: GPL-3.0-or-later
// Decimals are an unscaled whole number and the count of printed decimals, so that every sum and
// product is exact and the printed precision is never lost.
#include "base/decimal.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace gouji {

namespace {

/// 10^4000 is beyond any print; what asks for more is hostile.
constexpr int kMostDigits = 4000;

/// Digits that a number of 64 bits holds for certain.
constexpr std::size_t kSmallDigits = 18;

BigInt power_of_ten(int power) {
  if (power <= static_cast<int>(kSmallDigits)) {
    std::int64_t value = 1;
    for (int i = 0; i < power; ++i) value *= 10;
    return value;
  }
  return boost::multiprecision::pow(BigInt(10), static_cast<unsigned>(power));
}

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Decimal::Decimal(BigInt unscaled, int scale) : unscaled_(std::move(unscaled)), scale_(scale) {
  if (scale_ < 0) {
    unscaled_ *= power_of_ten(-scale_);
    scale_ = 0;
  }
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction = text.substr(std::min(point + 1, text.size()));
  if (!is_digits(whole) || (point < text.size() && !is_digits(fraction))) return std::nullopt;
  if (text.size() > kMostDigits) return std::nullopt;
  if (text.size() <= kSmallDigits) {
    std::int64_t small = 0;
    for (const char c : text)
      if (c != '.') small = small * 10 + (c - '0');
    return Decimal(BigInt(negative ? -small : small), static_cast<int>(fraction.size()));
  }
  BigInt unscaled = 0;
  for (const char c : whole) unscaled = unscaled * 10 + (c - '0');
  for (const char c : fraction) unscaled = unscaled * 10 + (c - '0');
  if (negative) unscaled = -unscaled;
  return Decimal(std::move(unscaled), static_cast<int>(fraction.size()));
}

std::string Decimal::to_string() const {
  const BigInt size = abs(unscaled_);
  // Printing 64 bits is many times faster than printing any size.
  std::string digits = size <= std::numeric_limits<std::int64_t>::max()
                           ? std::to_string(size.convert_to<std::int64_t>())
                           : size.str();
  const auto decimals = static_cast<std::size_t>(scale_);
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  if (decimals > 0) digits.insert(digits.size() - decimals, 1, '.');
  return unscaled_ < 0 ? "-" + digits : digits;
}

Decimal Decimal::times_power_of_ten(int power) const {
  return {unscaled_, scale_ - power};
}

Rational Decimal::to_rational() const {
  if (scale_ <= static_cast<int>(kSmallDigits) &&
      abs(unscaled_) <= std::numeric_limits<std::int64_t>::max())
    return Rational(unscaled_.convert_to<std::int64_t>(),
                    power_of_ten(scale_).convert_to<std::int64_t>());
  return Rational(unscaled_, power_of_ten(scale_));
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale_, b.scale_);
  return {BigInt(a.unscaled_ * power_of_ten(scale - a.scale_) +
                 b.unscaled_ * power_of_ten(scale - b.scale_)),
          scale};
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  return {BigInt(a.unscaled_ * b.unscaled_), a.scale_ + b.scale_};
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale_, b.scale_);
  const BigInt left = a.unscaled_ * power_of_ten(scale - a.scale_);
  const BigInt right = b.unscaled_ * power_of_ten(scale - b.scale_);
  const int order = left.compare(right);
  return order < 0   ? std::strong_ordering::less
         : order > 0 ? std::strong_ordering::greater
                     : std::strong_ordering::equal;
}

std::optional<Rational> parse_rational(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto numerator = Decimal::parse(text.substr(0, slash));
  if (!numerator) return std::nullopt;
  if (slash == std::string_view::npos) return numerator->to_rational();
  const auto denominator = Decimal::parse(text.substr(slash + 1));
  if (!denominator || denominator->is_zero()) return std::nullopt;
  return Rational(numerator->to_rational() / denominator->to_rational());
}

std::string shift_point(std::string_view digits, int power) {
  if (power == 0 && !digits.starts_with('0') && !digits.starts_with("-0"))
    return std::string(digits);
  const bool negative = digits.starts_with('-');
  if (negative) digits.remove_prefix(1);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  std::string all(digits.substr(0, point));
  if (point < digits.size()) all += digits.substr(point + 1);
  long place = static_cast<long>(point) + power;  // of the point, in `all`
  if (place < 1) {
    all.insert(0, static_cast<std::size_t>(1 - place), '0');
    place = 1;
  }
  const auto whole = static_cast<std::size_t>(place);
  if (whole > all.size()) all.append(whole - all.size(), '0');
  const std::size_t first = std::min(all.find_first_not_of('0'), whole - 1);
  std::string result = negative ? "-" : "";
  result.append(all, first, whole - first);
  if (whole < all.size()) result.append(1, '.').append(all, whole);
  return result;
}

}  // namespace gouji
