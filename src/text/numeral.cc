// SPDX-License-Identifier: GPL-3.0-or-later
// Two readers, one for each script.
//
// Printed digits (1,007.40) are copied; multipliers behind them are only counted, so that the
// printed digits stay. As soon as a numeral goes on behind a multiplier (5万4千6百, 100万三千) or
// begins with a Chinese digit, it is computed: a section below 10^4 is summed from digit × 十百千;
// 万 亿 兆 close the section and multiply everything before that is smaller than themselves
// (一万五千亿 = 15000 × 10^8). A digit that closes a numeral right behind a multiplier counts in
// tenths of it (三万五 = 35000).
#include "text/numeral.h"

#include "base/decimal.h"
#include "text/charclass.h"

namespace gouji {

namespace {

__extension__ typedef unsigned __int128 Whole;  // 10^36 fits; what is larger is no number
constexpr Whole kLargest = Whole(1) << 120;     // sums and products of what is below stay in range
constexpr int kMostPower = 36;
constexpr std::size_t kMostDigits = 200;  // longer digit strings are no numbers

std::string to_text(Whole value) {
  std::string text;
  do text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
  while ((value /= 10) != 0);
  return text;
}

bool is_liang(char32_t c) {
  return c == U'两' || c == U'兩' || c == U'俩' || c == U'倆';
}

Whole power_of_ten(int power) {
  Whole value = 1;
  for (int i = 0; i < power; ++i) value *= 10;
  return value;
}

/// Reads one numeral; the place only moves forward.
class Reader {
 public:
  Reader(std::u32string_view text, std::size_t at, NumeralOptions options)
      : text_(text), at_(at), options_(options) {}

  std::optional<Numeral> read();

 private:
  struct Digits {  // a run of printed digits
    std::string text;
    bool decimal = false;
    bool separated = false;
  };
  struct Sum {  // a numeral being computed
    Whole total = 0;
    int total_power = 99;   // of the last 万 亿 兆 in total
    Whole section = 0;      // below the next 万 亿 兆
    int section_power = 4;  // of the last 十 百 千 in the section
    bool section_used = false;
    bool has_digit = false;  // `digit` waits for its multiplier
    Whole digit = 0;
    Whole upper_digit = 0;  // of a pair 七八; 0 = none
    int last_power = 0;     // of the multiplier just read; 0 = something else
    bool overflow = false;
  };

  char32_t folded(std::size_t at) const { return at < text_.size() ? fold_width(text_[at]) : 0; }
  NumeralChar class_at(std::size_t at) const {
    return at < text_.size() ? numeral_char(text_[at]) : NumeralChar{};
  }
  bool is_ascii(std::size_t at) const { return class_at(at).kind == NumeralClass::ascii; }
  std::size_t digits_end(std::size_t at) const;
  std::size_t separator_end(std::size_t at) const;
  std::size_t point_end(std::size_t at, const Digits& digits) const;
  void copy_digits(std::size_t begin, std::size_t end, std::string& into) const;
  Digits read_digits();
  bool read_exponent(std::string& value);
  bool read_letter(Numeral& numeral);
  bool read_vague(Numeral& numeral, bool behind_multiplier, std::string_view digits);
  void push_tail(Numeral& numeral, std::size_t at, int power) const;

  std::optional<Numeral> read_unsigned();
  std::optional<Numeral> read_ascii();
  std::optional<Numeral> read_han(std::size_t begin);
  bool begins_han(Numeral& numeral, Sum& sum);
  void read_sum(Numeral& numeral, Sum& sum);
  bool liang_fits(std::size_t at, bool behind_digit, bool first) const;
  bool take_digits(Numeral& numeral, Sum& sum);
  bool take_small(Sum& sum, int power);
  bool take_big(Sum& sum, int power);
  bool take_number(Sum& sum);
  static Whole finish(const Sum& sum, bool upper);
  void read_han_fraction(Numeral& numeral);
  std::optional<Numeral> read_parts();
  bool read_parts_of(Numeral& numeral);
  bool read_slash(Numeral& numeral);
  bool skip_sign();
  std::size_t parts_words_end(std::size_t at) const;

  std::u32string_view text_;
  std::size_t at_;
  NumeralOptions options_;
};

std::size_t Reader::digits_end(std::size_t at) const {
  while (is_ascii(at)) ++at;
  return at;
}

void Reader::copy_digits(std::size_t begin, std::size_t end, std::string& into) const {
  for (std::size_t i = begin; i < end; ++i)
    into += static_cast<char>('0' + numeral_char(text_[i]).value);
}

/// Behind a thousands separator at `at` and its blanks, where exactly three digits stand; else
/// `at`. Blanks are what PDFs of reports leave there; in any text "1, 234" is a list.
std::size_t Reader::separator_end(std::size_t at) const {
  if (folded(at) != U',') return at;
  const std::size_t group = options_.wide ? at + 1 : skip_blanks(text_, at + 1);
  return digits_end(group) == group + 3 ? group : at;
}

/// Behind a decimal point at `at`, where digits follow; else `at`. A blank behind the point ("5,
/// 221. 79") is believed only when a long number stands before and a short fraction behind it:
/// else it ends a list marker ("1. 2023年").
std::size_t Reader::point_end(std::size_t at, const Digits& digits) const {
  constexpr std::size_t kLong = 3, kShort = 2;
  const bool may_be_blank = digits.separated || digits.text.size() >= kLong;
  const std::size_t point = may_be_blank ? skip_blanks(text_, at) : at;
  if (folded(point) != U'.') return at;
  if (is_ascii(point + 1)) return point + 1;
  const std::size_t fraction = skip_blanks(text_, point + 1);
  const std::size_t length = digits_end(fraction) - fraction;
  return may_be_blank && length > 0 && length <= kShort ? fraction : at;
}

Reader::Digits Reader::read_digits() {
  Digits digits;
  const std::size_t begin = at_;
  at_ = digits_end(at_);
  copy_digits(begin, at_, digits.text);
  if (digits.text.size() <= 3 && digits.text[0] != '0') {
    for (std::size_t group; (group = separator_end(at_)) != at_; digits.separated = true) {
      at_ = group + 3;
      copy_digits(group, at_, digits.text);
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

bool Reader::read_exponent(std::string& value) {
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
bool Reader::read_letter(Numeral& numeral) {
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

void Reader::push_tail(Numeral& numeral, std::size_t at, int power) const {
  if (numeral.tail_size == Numeral::kMostTail) return;
  numeral.tail_begin[numeral.tail_size] = at;
  numeral.tail_power[numeral.tail_size++] = power;
}

/// 余 多 来 behind a numeral (200余次, 一百多个, 十来家), or between it and 万 (500余万).
bool Reader::read_vague(Numeral& numeral, bool behind_multiplier, std::string_view digits) {
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

std::optional<Numeral> Reader::read_ascii() {
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
        computed.value = to_text(finish(sum, false));
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

/// 两 is a digit at the start of a numeral (两个) and before a multiplier (一千两百); elsewhere it
/// is the weight (二两, 三十两).
bool Reader::liang_fits(std::size_t at, bool behind_digit, bool first) const {
  const NumeralClass next = class_at(skip_blanks(text_, at + 1)).kind;
  if (next == NumeralClass::small || next == NumeralClass::big) return !behind_digit;
  return first && !behind_digit;
}

/// Digits that wait for a multiplier: one Chinese digit, a run of them (二〇〇), a pair (七八).
bool Reader::take_digits(Numeral& numeral, Sum& sum) {
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

bool Reader::take_small(Sum& sum, int power) {
  if (power >= sum.section_power && sum.section_used) return false;
  if (sum.upper_digit != 0 && sum.digit > 9) return false;
  const Whole digit = sum.has_digit && sum.digit > 0 ? sum.digit : 1;
  if (digit > kLargest / 10000) return false;
  sum.section += digit * power_of_ten(power);
  if (sum.upper_digit != 0) sum.upper_digit *= power_of_ten(power);
  sum.section_power = power;
  sum.section_used = true;
  sum.has_digit = false;
  sum.last_power = power;
  return true;
}

bool Reader::take_big(Sum& sum, int power) {
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
  if (high > kLargest / power_of_ten(power)) {
    sum.overflow = true;
    return false;
  }
  if (sum.upper_digit != 0) sum.upper_digit *= power_of_ten(power);
  sum.total = low + high * power_of_ten(power);
  sum.total_power = power;
  sum.section = 0;
  sum.section_power = 4;
  sum.section_used = sum.has_digit = false;
  sum.last_power = power;
  return true;
}

/// Printed digits inside a computed numeral: 1万600, 200亿零四千230.
bool Reader::take_number(Sum& sum) {
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

void Reader::read_sum(Numeral& numeral, Sum& sum) {
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

Whole Reader::finish(const Sum& sum, bool upper) {
  Whole digit = sum.has_digit ? (upper ? sum.upper_digit : sum.digit) : 0;
  if (sum.has_digit && sum.last_power > 1 && digit < 10) digit *= power_of_ten(sum.last_power - 1);
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
void Reader::read_han_fraction(Numeral& numeral) {
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
bool Reader::begins_han(Numeral& numeral, Sum& sum) {
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

std::optional<Numeral> Reader::read_han(std::size_t begin) {
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
  numeral.value = to_text(finish(sum, false));
  if (sum.upper_digit != 0) numeral.upper = to_text(finish(sum, true));
  if (numeral.upper.empty()) read_han_fraction(numeral);
  numeral.end = at_;
  return numeral;
}

/// Behind 分之 at `at` (blanks allowed inside); else `at`.
std::size_t Reader::parts_words_end(std::size_t at) const {
  const std::size_t first = skip_blanks(text_, at);
  if (first >= text_.size() || text_[first] != U'分') return at;
  const std::size_t second = skip_blanks(text_, first + 1);
  if (second >= text_.size() || text_[second] != U'之') return at;
  return skip_blanks(text_, second + 1);
}

/// 百分之五, 千分之三, 万分之一: multipliers only, then 分之.
std::optional<Numeral> Reader::read_parts() {
  int power = 0;
  std::size_t at = at_;
  for (;; at = skip_blanks(text_, at + 1)) {
    const NumeralChar c = class_at(at);
    if ((c.kind != NumeralClass::small && c.kind != NumeralClass::big) || c.value == 1) break;
    power += c.value;
  }
  const std::size_t behind = power > 0 && power <= kMostPower ? parts_words_end(at) : at;
  if (behind == at) return std::nullopt;
  Reader reader(text_, behind, options_);
  const bool negative = class_at(behind).kind == NumeralClass::sign;
  if (negative) reader.at_ = skip_blanks(text_, behind + 1);
  auto numeral = reader.read_unsigned();
  if (!numeral || numeral->fraction) return std::nullopt;
  numeral->begin = at_;
  numeral->parts_power = power;
  if (negative) numeral->value.insert(0, "-");
  at_ = numeral->end;
  return numeral;
}

/// The numeral just read is the denominator of q分之p.
bool Reader::read_parts_of(Numeral& numeral) {
  std::size_t behind = parts_words_end(at_);
  if (behind == at_ || numeral.value.find('.') != std::string::npos) return false;
  const bool negative = class_at(behind).kind == NumeralClass::sign;
  if (negative) behind = skip_blanks(text_, behind + 1);
  Reader reader(text_, behind, options_);
  reader.options_.slashes = false;
  const auto numerator = reader.read_unsigned();
  if (!numerator || numerator->fraction || !numerator->upper.empty()) return false;
  std::string q = shift_point(numeral.value, numeral.power);
  std::string p = shift_point(numerator->value, numerator->power);
  const std::size_t point = p.find('.');
  if (point != std::string::npos) {  // whole numbers above and below
    const int decimals = static_cast<int>(p.size() - point - 1);
    p = shift_point(p, decimals);
    q = shift_point(q, decimals);
  }
  if (q == "0") return false;
  numeral.value = (negative ? "-" : "") + p + "/" + q;
  numeral.fraction = true;
  numeral.power = 0;
  numeral.tail_size = 0;
  numeral.approximate |= numerator->approximate;
  at_ = numeral.end = reader.at_;
  return true;
}

/// p/q in printed digits.
bool Reader::read_slash(Numeral& numeral) {
  constexpr std::size_t kMostFractionDigits = 4;
  if (!options_.slashes || folded(at_) != U'/' || !is_ascii(at_ + 1)) return false;
  const std::size_t end = digits_end(at_ + 1);
  if (numeral.power != 0 || numeral.value.size() > kMostFractionDigits ||
      numeral.value.find('.') != std::string::npos || end - at_ - 1 > kMostFractionDigits)
    return false;
  if (folded(end) == U'/' || folded(end) == U'%' || (folded(end) == U'.' && is_ascii(end + 1)))
    return false;
  std::string q;
  copy_digits(at_ + 1, end, q);
  if (q.find_first_not_of('0') == std::string::npos) return false;
  numeral.value += "/" + q;
  numeral.fraction = true;
  at_ = numeral.end = end;
  return true;
}

std::optional<Numeral> Reader::read_unsigned() {
  if (auto parts = read_parts()) return parts;
  const std::size_t begin = at_;
  const NumeralChar c = class_at(at_);
  if (c.kind == NumeralClass::ascii) {
    auto numeral = read_ascii();
    if (!numeral) return numeral;
    if (!read_slash(*numeral)) read_parts_of(*numeral);
    return numeral;
  }
  if (folded(at_) == U'.' && is_ascii(at_ + 1)) {  // .5
    const bool inside = at_ > 0 && (is_ascii(at_ - 1) || folded(at_ - 1) == U'.');
    if (inside) return std::nullopt;
    Numeral numeral;
    numeral.begin = at_;
    numeral.value = "0.";
    const std::size_t end = digits_end(at_ + 1);
    copy_digits(at_ + 1, end, numeral.value);
    at_ = numeral.end = end;
    return numeral;
  }
  if (c.kind == NumeralClass::none || c.kind == NumeralClass::sign || c.kind == NumeralClass::point)
    return std::nullopt;
  auto numeral = read_han(begin);
  if (numeral) read_parts_of(*numeral);
  return numeral;
}

/// whole + p/q: 三百五又三分之一, and 4 6/3 in the wide mode.
std::optional<Numeral> with_fraction(const Numeral& whole, const Numeral& fraction) {
  const auto a = parse_rational(shift_point(whole.value, whole.power));
  const auto b = parse_rational(fraction.value);
  if (!a || !b) return std::nullopt;
  const Rational sum = *a + *b;
  Numeral result = fraction;
  result.begin = whole.begin;
  result.value = BigInt(numerator(sum)).str() + "/" + BigInt(denominator(sum)).str();
  return result;
}

/// -, 负, 零下 in front of a numeral.
bool Reader::skip_sign() {
  if (at_ + 1 < text_.size() && text_[at_] == U'零' && text_[at_ + 1] == U'下') {
    at_ = skip_blanks(text_, at_ + 2);
    return true;
  }
  if (class_at(at_).kind != NumeralClass::sign) return false;
  const bool word = is_han(text_[at_]);
  at_ = word ? skip_blanks(text_, at_ + 1) : at_ + 1;
  return true;
}

std::optional<Numeral> Reader::read() {
  const std::size_t begin = at_;
  const bool negative = options_.signs && skip_sign();
  auto numeral = read_unsigned();
  if (!numeral) return numeral;
  if (!numeral->fraction && numeral->parts_power == 0) {
    const std::size_t next = skip_blanks(text_, at_);
    const bool and_word = next < text_.size() && text_[next] == U'又';
    const bool blank = options_.wide && next > at_ && is_ascii(next) && !numeral->han;
    if (and_word || blank) {
      Reader reader(text_, and_word ? skip_blanks(text_, next + 1) : next, options_);
      const auto fraction = reader.read_unsigned();
      if (fraction && fraction->fraction)
        if (auto mixed = with_fraction(*numeral, *fraction)) numeral = mixed;
    }
  }
  numeral->begin = begin;
  if (negative) {
    if (numeral->value.starts_with('-'))
      numeral->value.erase(0, 1);
    else
      numeral->value.insert(0, "-");
    if (!numeral->upper.empty()) numeral->upper.clear();
  }
  return numeral;
}

}  // namespace

std::optional<Numeral> read_numeral(std::u32string_view text, std::size_t at,
                                    NumeralOptions options) {
  return Reader(text, at, options).read();
}

}  // namespace gouji
