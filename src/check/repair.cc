// SPDX-License-Identifier: GPL-3.0-or-later
// The need becomes a window of whole numbers in units of the last printed place, so that the many
// changes of digits cost a comparison each. Costs are those of Bayes: how often such a slip is
// made, shared among all slips of the kind that the print allows; 10 is a factor of ten.
#include "check/repair.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>

namespace gouji {

namespace {

constexpr std::size_t kMostDigits = 16;  // beyond them no whole number of 64 bits

// How unlikely each kind of slip is; those of a digit are shared among the places of the number.
constexpr int kDigitCost = 13, kSwapCost = 8, kLengthCost = 23, kPerDoubling = 3;
constexpr int kPointCost = 16, kUnitCost = 18, kSignCost = 15;
constexpr int kOtherNumberCost = 10, kPerDigit = 10;
/// A suggestion that stands for more neighbours than these says nothing.
constexpr int kVagueUnits = 10;

int doublings(std::size_t count) {
  int result = 0;
  while (count > 1) {
    count /= 2;
    ++result;
  }
  return result;
}

/// ⌊value⌋, kept within ± `most`.
std::int64_t floor_within(const Rational& value, std::int64_t most) {
  if (value >= most) return most;
  if (value <= -most) return -most;
  const BigInt n = BigInt(numerator(value));
  const BigInt d = BigInt(denominator(value));
  BigInt quotient = n / d;
  if (n < 0 && quotient * d != n) quotient -= 1;
  return quotient.convert_to<std::int64_t>();
}

constexpr std::array<std::int64_t, kMostDigits + 2> kPowers = [] {
  std::array<std::int64_t, kMostDigits + 2> powers{};
  std::int64_t power = 1;
  for (auto& one : powers) {
    one = power;
    power *= 10;
  }
  return powers;
}();

/// Repairs that keep the number of decimals, as whole numbers of the last place.
class DigitRepairs {
 public:
  DigitRepairs(const Operand& operand, const Need& need, const Decimal& printed)
      : operand_(operand), decimals_(printed.scale()), bounded_(need.bounded()) {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / 4;
    const Rational unit = operand.scale / kPowers[static_cast<std::size_t>(decimals_)];
    low_ = -kMost;
    high_ = kMost;
    if (need.low) low_ = -floor_within(-((*need.low - operand.half) / unit), kMost);
    if (need.high) high_ = floor_within((*need.high + operand.half) / unit, kMost);
    value_ = printed.unscaled().convert_to<std::int64_t>();
    negative_ = value_ < 0;
    for (std::int64_t rest = negative_ ? -value_ : value_; rest > 0; rest /= 10) ++size_;
    size_ = std::max(size_, static_cast<std::size_t>(decimals_) + 1);
  }

  void find(std::vector<Repair>& out) {
    if (low_ > high_) return;
    if (!bounded_) return offer_nearest(out);
    change_digits(out);
    swap_digits(out);
    change_length(out);
    offer(-value_, Edit::sign, kSignCost, out);
    offer_nearest(out);
  }

 private:
  std::int64_t size() const { return negative_ ? -value_ : value_; }
  void offer(std::int64_t value, Edit edit, int cost, std::vector<Repair>& out) const;
  void offer_size(std::int64_t size, Edit edit, int cost, std::vector<Repair>& out) const {
    offer(negative_ ? -size : size, edit, cost, out);
  }
  void change_digits(std::vector<Repair>& out) const;
  void swap_digits(std::vector<Repair>& out) const;
  void change_length(std::vector<Repair>& out) const;
  void offer_nearest(std::vector<Repair>& out) const;

  const Operand& operand_;
  int decimals_;
  bool bounded_;  ///< else an order alone: it does not tell one slip from another
  std::int64_t low_ = 0, high_ = 0, value_ = 0;
  bool negative_ = false;
  std::size_t size_ = 0;  ///< digits
};

void DigitRepairs::offer(std::int64_t value, Edit edit, int cost, std::vector<Repair>& out) const {
  if (value < low_ || value > high_ || value == value_) return;
  if (value < 0 && !negative_ && edit != Edit::sign) return;  // few things can be negative
  Repair repair;
  repair.edit = edit;
  repair.cost = cost;
  const Decimal decimal(BigInt(value), decimals_);
  repair.suggested = decimal.to_string();
  repair.point = decimal.to_rational() * operand_.scale;
  repair.half = operand_.half;
  out.push_back(std::move(repair));
}

void DigitRepairs::change_digits(std::vector<Repair>& out) const {
  const int cost = kDigitCost + kPerDoubling * doublings(size_);
  for (std::size_t i = 0; i < size_; ++i) {
    const std::int64_t old = size() / kPowers[i] % 10;
    const bool leads = i + 1 == size_ && i > static_cast<std::size_t>(decimals_);
    for (std::int64_t digit = leads ? 1 : 0; digit < 10; ++digit)
      if (digit != old) offer_size(size() + (digit - old) * kPowers[i], Edit::digit, cost, out);
  }
}

void DigitRepairs::swap_digits(std::vector<Repair>& out) const {
  if (size_ < 2) return;
  const int cost = kSwapCost + kPerDoubling * doublings(size_ - 1);
  for (std::size_t i = 0; i + 1 < size_; ++i) {
    const std::int64_t right = size() / kPowers[i] % 10;
    const std::int64_t left = size() / kPowers[i + 1] % 10;
    const bool leads = i + 2 == size_ && i + 1 > static_cast<std::size_t>(decimals_);
    if (left == right || (leads && right == 0)) continue;
    offer_size(size() + (left - right) * kPowers[i] + (right - left) * kPowers[i + 1],
               Edit::transposition, cost, out);
  }
}

/// One digit before the point too many or too few.
void DigitRepairs::change_length(std::vector<Repair>& out) const {
  const int cost = kLengthCost + kPerDoubling * doublings(size_);
  const auto first = static_cast<std::size_t>(decimals_);
  for (std::size_t i = first; i < size_; ++i) {
    const std::int64_t below = size() % kPowers[i];
    if (size_ > first + 1)
      offer_size(size() / kPowers[i + 1] * kPowers[i] + below, Edit::digit, cost, out);
  }
  for (std::size_t i = first; i <= size_ && size_ < kMostDigits; ++i) {
    const std::int64_t above = size() / kPowers[i] * kPowers[i + 1];
    for (std::int64_t digit = i == size_ ? 1 : 0; digit < 10; ++digit)
      offer_size(above + digit * kPowers[i] + size() % kPowers[i], Edit::digit, cost, out);
  }
}

/// The slip that turns `meant` into `printed` if it is one of a single place; both have the same
/// number of decimals.
Edit edit_between(std::string_view printed, std::string_view meant) {
  const bool minus = printed.starts_with('-'), meant_minus = meant.starts_with('-');
  if (minus != meant_minus)
    return printed.substr(minus ? 1 : 0) == meant.substr(meant_minus ? 1 : 0) ? Edit::sign
                                                                              : Edit::other;
  std::size_t same = 0;  // what stands before the slip
  const std::size_t both = std::min(printed.size(), meant.size());
  while (same < both && printed[same] == meant[same]) ++same;
  const std::string_view rest = printed.substr(same), other = meant.substr(same);
  const auto behind = [](std::string_view text, std::size_t by) {
    return text.substr(std::min(by, text.size()));
  };
  if (rest.size() == other.size() && rest.size() > 1 && rest[0] == other[1] &&
      rest[1] == other[0] && behind(rest, 2) == behind(other, 2))
    return Edit::transposition;
  const bool one =
      behind(rest, 1) == behind(other, 1) || behind(rest, 1) == other || rest == behind(other, 1);
  return one ? Edit::digit : Edit::other;
}

/// The number that would be right, whatever was printed.
void DigitRepairs::offer_nearest(std::vector<Repair>& out) const {
  constexpr std::int64_t kFar = kPowers[kMostDigits];
  const bool open = low_ < -kFar || high_ > kFar;
  const std::int64_t middle =
      open ? (std::abs(low_) < std::abs(high_) ? low_ : high_) : low_ + (high_ - low_) / 2;
  if (std::abs(middle) > kFar) return;
  const std::int64_t width = open ? std::abs(middle) + 1 : high_ - low_ + 1;
  const std::int64_t most = std::max(std::abs(middle), size());
  const int cost = kOtherNumberCost + kPerDigit * digits_of(Rational(most) / width);
  const std::size_t before = out.size();
  offer(middle, Edit::other, cost, out);
  if (out.size() == before) return;
  if (open || width > kVagueUnits)
    out.back().suggested.clear();
  else
    out.back().edit =
        edit_between(Decimal(BigInt(value_), decimals_).to_string(), out.back().suggested);
}

/// The same digits with another point or in another unit. Below an order (at most …) any power
/// would do.
void shift_powers(const Operand& operand, const Need& need, std::vector<Repair>& out) {
  constexpr int kMoved[] = {-2, -1, 1, 2};
  constexpr int kPercentUnits[] = {-2, 2};
  constexpr int kUnits[] = {-8, -4, -3, 3, 4, 8};
  const bool percent = operand.unit == "%";
  if (operand.point == 0 || !need.bounded()) return;
  const auto offer = [&](int power, Edit edit, int cost) {
    Rational factor = 1;
    for (int i = 0; i < std::abs(power); ++i) factor *= 10;
    if (power < 0) factor = 1 / factor;
    Repair repair;
    repair.edit = edit;
    repair.point = operand.point * factor;
    // A moved point may have left zeros behind; another unit keeps the digits.
    const bool keeps_places = power < 0 && edit == Edit::decimal_point;
    repair.half = keeps_places ? operand.half : Rational(operand.half * factor);
    if (!need.admits(Interval::around(repair.point, repair.half))) return;
    if (abs(repair.point) < *need.high - *need.low) return;  // as good as nothing
    repair.suggested = shift_point(operand.printed, power);
    repair.cost = cost;
    repair.power = power;
    out.push_back(std::move(repair));
  };
  for (const int power : kMoved)
    if (!percent || std::abs(power) == 1) offer(power, Edit::decimal_point, kPointCost);
  if (percent)
    for (const int power : kPercentUnits) offer(power, Edit::unit, kUnitCost);
  else if (!operand.unit.empty())
    for (const int power : kUnits) offer(power, Edit::unit, kUnitCost);
}

void keep_cheapest(std::vector<Repair>& found) {
  std::stable_sort(found.begin(), found.end(),
                   [](const Repair& a, const Repair& b) { return a.cost < b.cost; });
  std::vector<Repair> kept;
  for (Repair& one : found) {
    const bool known = std::any_of(kept.begin(), kept.end(),
                                   [&](const Repair& other) { return other.point == one.point; });
    if (!known) kept.push_back(std::move(one));
  }
  found = std::move(kept);
}

}  // namespace

const char* name_of(Edit edit) {
  constexpr const char* kNames[] = {
      "digit", "transposition", "decimal_point", "unit", "sign", "missing_part", ""};
  return kNames[static_cast<std::size_t>(edit)];
}

int digits_of(const Rational& value) {
  int digits = 0;
  for (Rational power = 1; power <= value && digits < static_cast<int>(2 * kMostDigits);
       power *= 10)
    ++digits;
  return digits;
}

std::vector<Repair> repairs(const Operand& operand, const Need& need) {
  std::vector<Repair> found;
  const auto printed = Decimal::parse(operand.printed);
  if (!printed || operand.scale == 0) return found;
  const bool fits = operand.printed.size() <= kMostDigits &&
                    printed->scale() <= static_cast<int>(kMostDigits) && operand.scale > 0;
  if (fits) DigitRepairs(operand, need, *printed).find(found);
  shift_powers(operand, need, found);
  keep_cheapest(found);
  return found;
}

}  // namespace gouji
