// SPDX-License-Identifier: GPL-3.0-or-later
// Printed digits are copied; multipliers behind them are only counted, so that the printed digits
// stay: 16.4亿 is "16.4" and power 8. As soon as the numeral goes on behind a multiplier
// (5万4千6百) it is computed as in numeral_han.cc.
#include "base/decimal.h"
#include "text/numeral_reader.h"

namespace gouji {

std::size_t NumeralReader::digits_end(std::size_t at) const {
  while (is_ascii(at)) ++at;
  return at;
}

void NumeralReader::copy_digits(std::size_t begin, std::size_t end, std::string& into) const {
  for (std::size_t i = begin; i < end; ++i)
    into += static_cast<char>('0' + numeral_char(text_[i]).value);
}

/// Behind a thousands separator at `at` and its blanks, where exactly three digits stand; else
/// `at`. Blanks are what PDFs of reports leave there; in any text "1, 234" is a list.
std::size_t NumeralReader::separator_end(std::size_t at) const {
  if (folded(at) != U',') return at;
  const std::size_t group = options_.wide ? at + 1 : skip_blanks(text_, at + 1);
  return digits_end(group) == group + 3 ? group : at;
}

/// Behind a decimal point at `at`, where digits follow; else `at`. A blank behind the point ("5,
/// 221. 79") is believed only when a long number stands before and a short fraction behind it:
/// else it ends a list marker ("1. 2023年").
std::size_t NumeralReader::point_end(std::size_t at, const Digits& digits) const {
  constexpr std::size_t kLong = 3, kShort = 2;
  const bool may_be_blank = digits.separated || digits.text.size() >= kLong;
  const std::size_t point = may_be_blank ? skip_blanks(text_, at) : at;
  if (folded(point) != U'.') return at;
  if (is_ascii(point + 1)) return point + 1;
  const std::size_t fraction = skip_blanks(text_, point + 1);
  const std::size_t length = digits_end(fraction) - fraction;
  return may_be_blank && length > 0 && length <= kShort ? fraction : at;
}

NumeralReader::Digits NumeralReader::read_digits() {
  Digits digits;
  const std::size_t begin = at_;
  at_ = digits_end(at_);
  copy_digits(begin, at_, digits.text);
  if (digits.text.size() <= 3 && digits.text[0] != '0') {
    const std::size_t first_end = at_;
    bool full_width = false;  // a comma of Chinese print between ASCII digits
    for (std::size_t group; (group = separator_end(at_)) != at_; digits.separated = true) {
      full_width |= text_[at_] == U'，' && text_[begin] < 0x80;
      at_ = group + 3;
      copy_digits(group, at_, digits.text);
    }
    if (full_width && options_.wide && folded(at_) != U'.') {  // 20，300: a list in any text
      digits.text.resize(first_end - begin);
      digits.separated = false;
      at_ = first_end;
    }
  }
  const std::size_t fraction = point_end(at_, digits);
  if (fraction != at_) {
    at_ = digits_end(fraction);
    digits.text += '.';
    copy_digits(fraction, at_, digits.text);
    digits.decimal = true;
  }
  return digits;
}

bool NumeralReader::read_exponent(std::string& value) {
  if (!options_.wide || (folded(at_) | 0x20) != U'e') return false;
  std::size_t at = at_ + 1;
  const bool negative = class_at(at).kind == NumeralClass::sign;
  if (negative || folded(at) == U'+') ++at;
  const std::size_t end = digits_end(at);
  if (end == at || end > at + 2) return false;
  std::string power;
  copy_digits(at, end, power);
  value = shift_point(value, negative ? -std::stoi(power) : std::stoi(power));
  at_ = end;
  return true;
}

/// 40k, 30w; 2.5M only in the wide mode (in a report M is a unit of its own).
bool NumeralReader::read_letter(Numeral& numeral) {
  const std::size_t at = folded(at_) == U' ' ? at_ + 1 : at_;
  const char32_t c = folded(at), next = folded(at + 1);
  const bool word_goes_on = (next >= U'a' && next <= U'z') || (next >= U'A' && next <= U'Z') ||
                            (next >= U'0' && next <= U'9');
  int power = 0;
  if (c == U'k' || c == U'K') power = 3;
  if (c == U'w') power = 4;
  if (c == U'M' && options_.wide) power = 6;
  if (power == 0 || word_goes_on) return false;
  numeral.power += power;
  push_tail(numeral, at, power);
  at_ = at + 1;
  return true;
}

void NumeralReader::push_tail(Numeral& numeral, std::size_t at, int power) const {
  if (numeral.tail_size == Numeral::kMostTail) return;
  numeral.tail_begin[numeral.tail_size] = at;
  numeral.tail_power[numeral.tail_size++] = power;
}

/// 余 多 来 behind a numeral (200余次, 一百多个, 十来家), or between it and 万 (500余万).
bool NumeralReader::read_vague(Numeral& numeral, bool behind_multiplier, std::string_view digits) {
  constexpr std::u32string_view kNotBehindRest = U"额款地数下量年";
  constexpr std::u32string_view kNotBehindCome = U"自源到往年看说临做";
  const std::size_t at = skip_blanks(text_, at_);
  if (class_at(at).kind != NumeralClass::vague) return false;
  const char32_t c = text_[at], next = at + 1 < text_.size() ? text_[at + 1] : 0;
  const bool large = behind_multiplier || digits.size() >= 2;
  bool fits = false;
  if (c == U'余' || c == U'餘') fits = kNotBehindRest.find(next) == std::u32string_view::npos;
  if (c == U'多') fits = large;
  if (c == U'来' || c == U'來')
    fits = (behind_multiplier || digits.ends_with('0')) && at + 1 < text_.size() &&
           kNotBehindCome.find(next) == std::u32string_view::npos;
  if (!fits) return false;
  numeral.approximate = true;
  at_ = at + 1;
  return true;
}

std::optional<Numeral> NumeralReader::read_ascii() {
  Numeral numeral;
  numeral.begin = at_;
  const Digits digits = read_digits();
  if (digits.text.size() > kMostDigits) return std::nullopt;
  numeral.value = digits.text;
  numeral.separated = digits.separated;
  if (!read_exponent(numeral.value) && !read_letter(numeral)) {
    Sum sum;
    bool vague = read_vague(numeral, false, digits.text);
    for (;;) {
      const std::size_t at = skip_blanks(text_, at_);
      const NumeralChar c = class_at(at);
      const bool multiplier = c.kind == NumeralClass::small || c.kind == NumeralClass::big;
      if (!multiplier || numeral.power + c.value > kMostPower) break;
      if (c.kind == NumeralClass::small && numeral.tail_size > 0 &&
          numeral.tail_power[numeral.tail_size - 1] <= c.value)
        break;
      push_tail(numeral, at, c.value);
      numeral.power += c.value;
      at_ = at + 1;
      if (!vague) vague = read_vague(numeral, true, digits.text);
    }
    const NumeralChar next = class_at(skip_blanks(text_, at_));
    const bool goes_on = numeral.tail_size > 0 && !vague && !digits.decimal &&
                         digits.text.size() < 16 &&
                         (next.kind == NumeralClass::ascii || next.kind == NumeralClass::han_digit);
    if (goes_on) {
      const std::size_t end = at_;
      Numeral computed = numeral;
      computed.tail_size = 0;
      at_ = numeral.begin;
      read_sum(computed, sum);
      if (at_ > end && !sum.overflow) {
        computed.value = whole_to_text(finish(sum, false));
        computed.power = 0;
        numeral = computed;
      } else {
        at_ = end;
      }
    }
  }
  numeral.end = at_;
  return numeral;
}

}  // namespace gouji
