// SPDX-License-Identifier: GPL-3.0-or-later
// A section below 10^4 is summed from digit × 十百千; 万 亿 兆 close the section and multiply
// everything before that is smaller than themselves (一万五千亿 = 15000 × 10^8). A digit that
// closes a numeral right behind a multiplier counts in tenths of it (三万五 = 35000).
#include "base/decimal.h"
#include "text/numeral_reader.h"

namespace gouji {

std::string whole_to_text(Whole value) {
  std::string text;
  do text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
  while ((value /= 10) != 0);
  return text;
}

Whole whole_power_of_ten(int power) {
  Whole value = 1;
  for (int i = 0; i < power; ++i) value *= 10;
  return value;
}

/// 两 is a digit at the start of a numeral (两个) and before a multiplier (一千两百); elsewhere it
/// is the weight (二两, 三十两).
bool NumeralReader::liang_fits(std::size_t at, bool behind_digit, bool first) const {
  const NumeralClass next = class_at(skip_blanks(text_, at + 1)).kind;
  if (next == NumeralClass::small || next == NumeralClass::big) return !behind_digit;
  return first && !behind_digit;
}

/// Digits that wait for a multiplier: one Chinese digit, a run of them (二〇〇), a pair (七八).
bool NumeralReader::take_digits(Numeral& numeral, Sum& sum) {
  constexpr std::size_t kLongestRun = 18;
  std::size_t at = skip_blanks(text_, at_);
  const bool first = !sum.section_used && sum.total == 0 && sum.last_power == 0 && !sum.has_digit;
  Whole value = 0, before_last = 0;
  std::size_t count = 0;
  bool zero_lead = false;
  int last = 0, previous = 0;
  for (; class_at(at).kind == NumeralClass::han_digit && count < kLongestRun; ++at) {
    const int digit = class_at(at).value;
    if (is_liang(text_[at]) && !liang_fits(at, count > 0, first)) break;
    if (count == 0 && digit == 0) zero_lead = true;
    before_last = value;
    value = value * 10 + static_cast<Whole>(digit);
    previous = last;
    last = digit;
    ++count;
  }
  if (sum.has_digit || count == 0) return false;
  if (!first && count > 1 && !zero_lead) {  // only a pair may stand behind a multiplier
    if (count != 2 || last != previous + 1) return false;
    value = static_cast<Whole>(previous);
    before_last = value;
  } else if (!first && zero_lead && value > 9) {
    return false;
  }
  const bool neighbours = last == previous + 1 || (previous == 3 && last == 5);
  if (count == 2 && !zero_lead && neighbours && (!first || before_last == Whole(previous))) {
    sum.upper_digit = static_cast<Whole>(last);
    numeral.upper_begin = at - 1;
    value = static_cast<Whole>(previous);
  }
  if (zero_lead && !first && value == 0 && count > 0) {  // 一万零三: the zero alone carries nothing
    sum.last_power = 0;
    at_ = at;
    return true;
  }
  if (zero_lead) sum.last_power = 0;
  sum.digit = value;
  sum.has_digit = true;
  numeral.han = true;
  at_ = at;
  return true;
}

bool NumeralReader::take_small(Sum& sum, int power) {
  if (power >= sum.section_power && sum.section_used) return false;
  if (sum.upper_digit != 0 && sum.digit > 9) return false;
  const Whole digit = sum.has_digit && sum.digit > 0 ? sum.digit : 1;
  if (digit > kLargest / 10000) return false;
  sum.section += digit * whole_power_of_ten(power);
  if (sum.upper_digit != 0) sum.upper_digit *= whole_power_of_ten(power);
  sum.section_power = power;
  sum.section_used = true;
  sum.has_digit = false;
  sum.last_power = power;
  return true;
}

bool NumeralReader::take_big(Sum& sum, int power) {
  Whole section = sum.section + (sum.has_digit ? sum.digit : 0);
  const bool used = sum.section_used || sum.has_digit;
  Whole low = 0, high = 0;  // parts of total that this multiplier does not, and does, multiply
  if (!used) {
    if (sum.total == 0) return false;
    high = sum.total;
  } else if (sum.total_power < power) {
    high = sum.total + section;
  } else {
    low = sum.total;
    high = section;
  }
  if (high > kLargest / whole_power_of_ten(power)) {
    sum.overflow = true;
    return false;
  }
  if (sum.upper_digit != 0) sum.upper_digit *= whole_power_of_ten(power);
  sum.total = low + high * whole_power_of_ten(power);
  sum.total_power = power;
  sum.section = 0;
  sum.section_power = 4;
  sum.section_used = sum.has_digit = false;
  sum.last_power = power;
  return true;
}

/// Printed digits inside a computed numeral: 1万600, 200亿零四千230.
bool NumeralReader::take_number(Sum& sum) {
  if (sum.has_digit) return false;
  const std::size_t begin = skip_blanks(text_, at_);
  const std::size_t end = digits_end(begin);
  const int room = sum.section_used ? sum.section_power : sum.total_power;
  if (end - begin > 17 || (sum.last_power > 0 && end - begin > static_cast<std::size_t>(room)))
    return false;
  if (folded(end) == U'.' || (folded(end) == U',' && is_ascii(end + 1))) {
    if (is_ascii(end + 1)) return false;
  }
  std::string digits;
  copy_digits(begin, end, digits);
  sum.digit = std::stoull(digits);
  if (digits.size() > 1) sum.last_power = 0;
  sum.has_digit = true;
  at_ = end;
  return true;
}

void NumeralReader::read_sum(Numeral& numeral, Sum& sum) {
  bool vague = false;
  for (;;) {
    const std::size_t at = skip_blanks(text_, at_);
    const NumeralChar c = class_at(at);
    const bool touching = at == at_;
    switch (c.kind) {
      case NumeralClass::ascii:
        if (vague || (sum.last_power == 0 && sum.has_digit) || !take_number(sum)) return;
        numeral.tail_size = 0;
        break;
      case NumeralClass::han_digit: {
        const bool behind = sum.last_power > 0 || sum.section_used || sum.total > 0;
        if (vague || (!touching && !behind) || !take_digits(numeral, sum)) return;
        numeral.tail_size = 0;
        break;
      }
      case NumeralClass::tens:
        if (vague || sum.section_used || sum.has_digit) return;
        sum.section += c.value * 10;
        sum.section_power = 1;
        sum.section_used = numeral.han = true;
        sum.last_power = 1;
        at_ = at + 1;
        break;
      case NumeralClass::small:
        if (!sum.has_digit && sum.last_power > 0 && !vague && c.value > 1) return;
        if (!sum.has_digit && sum.last_power > 1 && c.value == 1 && numeral.bare_lead) return;
        if (!take_small(sum, c.value)) return;
        push_tail(numeral, at, c.value);
        at_ = at + 1;
        break;
      case NumeralClass::big:
        if (!take_big(sum, c.value)) return;
        push_tail(numeral, at, c.value);
        at_ = at + 1;
        break;
      case NumeralClass::vague:
        if (vague || sum.upper_digit != 0) return;
        if (text_[at] == U'几' || text_[at] == U'幾') {  // 十几, 二十几万, 一百零几万
          if (sum.has_digit || (!sum.section_used && sum.total == 0)) return;
          numeral.approximate = vague = true;
          sum.last_power = 0;
          at_ = at + 1;
          break;
        }
        if (sum.has_digit && sum.last_power == 0 && !sum.section_used && sum.total == 0) return;
        if (!read_vague(numeral, sum.last_power > 0, "")) return;
        vague = true;
        break;
      default:
        return;
    }
  }
}

Whole NumeralReader::finish(const Sum& sum, bool upper) {
  Whole digit = sum.has_digit ? (upper ? sum.upper_digit : sum.digit) : 0;
  if (sum.has_digit && sum.last_power > 1 && digit < 10)
    digit *= whole_power_of_ten(sum.last_power - 1);
  Whole value = sum.total + sum.section + digit;
  if (upper && !sum.has_digit) {  // 七八十: put the higher digit in the place of the lower
    Whole unit = 1;
    while (sum.upper_digit / unit >= 10) unit *= 10;
    const Whole high = sum.upper_digit / unit;
    value += unit * (high == 5 && (value / unit) % 10 == 3 ? 2 : 1);
  }
  return value;
}

/// 点 with the digits behind it, and 万 亿 behind those: 八点五, 一点五亿.
void NumeralReader::read_han_fraction(Numeral& numeral) {
  const std::size_t point = skip_blanks(text_, at_);
  if (class_at(point).kind != NumeralClass::point) return;
  std::size_t at = skip_blanks(text_, point + 1);
  std::string digits;
  for (;; ++at) {
    const NumeralChar c = class_at(at);
    if (c.kind != NumeralClass::ascii && c.kind != NumeralClass::han_digit) break;
    if (is_liang(text_[at])) break;
    digits += static_cast<char>('0' + c.value);
  }
  if (digits.empty() || digits.size() > kMostDigits) return;
  if (class_at(skip_blanks(text_, at)).kind == NumeralClass::small) return;  // 八点三十分
  numeral.value += "." + digits;
  numeral.tail_size = 0;
  at_ = at;
  for (int power = 0;;) {
    const std::size_t next = skip_blanks(text_, at_);
    const NumeralChar c = class_at(next);
    if (c.kind != NumeralClass::big || power + c.value > kMostPower) break;
    numeral.value = shift_point(numeral.value, c.value);
    push_tail(numeral, next, c.value);
    power += c.value;
    at_ = next + 1;
  }
}

/// The first token of a Chinese numeral that is no plain digit: 几十, 数百, 半百, 百余, 十五.
bool NumeralReader::begins_han(Numeral& numeral, Sum& sum) {
  // 人数百余人, 总数十分…: the 数 belongs to the word before.
  constexpr std::u32string_view kBeforeCount =
      U"人总户次件岁分指基倍系级天年月页字位个参函无少多算";
  const NumeralChar c = class_at(at_), next = class_at(at_ + 1);
  const bool multiplier = next.kind == NumeralClass::small || next.kind == NumeralClass::big;
  if (c.kind == NumeralClass::vague) {
    const char32_t word = text_[at_];
    const bool some = word == U'几' || word == U'幾' || word == U'数' || word == U'數';
    const bool in_word = (word == U'数' || word == U'數') && at_ > 0 &&
                         kBeforeCount.find(text_[at_ - 1]) != std::u32string_view::npos;
    if (!some || !multiplier || in_word) return false;
    numeral.approximate = true;
    sum.digit = 1;
    sum.has_digit = true;
    ++at_;
    return true;
  }
  if (c.kind == NumeralClass::half) {
    if (next.kind != NumeralClass::small || next.value != 2) return false;
    sum.section = 50;
    sum.section_used = true;
    sum.section_power = 2;
    at_ += 2;
    return true;
  }
  if (c.kind == NumeralClass::small && c.value > 1) numeral.bare_lead = true;
  return c.kind != NumeralClass::big;
}

std::optional<Numeral> NumeralReader::read_han(std::size_t begin) {
  Numeral numeral;
  numeral.begin = begin;
  numeral.han = true;
  Sum sum;
  if (!begins_han(numeral, sum)) return std::nullopt;
  read_sum(numeral, sum);
  const bool empty = !sum.has_digit && !sum.section_used && sum.total == 0;
  if (empty || sum.overflow) return std::nullopt;
  const bool only_pair =
      sum.upper_digit != 0 && sum.has_digit && !sum.section_used && sum.total == 0;
  if (only_pair && class_at(skip_blanks(text_, at_)).kind == NumeralClass::point) {  // 一二点三
    sum.digit = sum.digit * 10 + sum.upper_digit;
    sum.upper_digit = 0;
  }
  numeral.value = whole_to_text(finish(sum, false));
  if (sum.upper_digit != 0) numeral.upper = whole_to_text(finish(sum, true));
  if (numeral.upper.empty()) read_han_fraction(numeral);
  numeral.end = at_;
  return numeral;
}

}  // namespace gouji
