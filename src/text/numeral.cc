// SPDX-License-Identifier: GPL-3.0-or-later
// Fractions (三分之一, 1/3), parts (百分之五), signs, mixed numbers; the digits themselves are read
// in numeral_digits.cc and numeral_han.cc.
#include "text/numeral.h"

#include "base/decimal.h"
#include "text/numeral_reader.h"

namespace gouji {

/// Behind 分之 at `at` (blanks allowed inside); else `at`.
std::size_t NumeralReader::parts_words_end(std::size_t at) const {
  const std::size_t first = skip_blanks(text_, at);
  if (first >= text_.size() || text_[first] != U'分') return at;
  const std::size_t second = skip_blanks(text_, first + 1);
  if (second >= text_.size() || text_[second] != U'之') return at;
  return skip_blanks(text_, second + 1);
}

/// 百分之五, 千分之三, 万分之一: multipliers only, then 分之.
std::optional<Numeral> NumeralReader::read_parts() {
  int power = 0;
  std::size_t at = at_;
  for (;; at = skip_blanks(text_, at + 1)) {
    const NumeralChar c = class_at(at);
    if ((c.kind != NumeralClass::small && c.kind != NumeralClass::big) || c.value == 1) break;
    power += c.value;
  }
  const std::size_t behind = power > 0 && power <= kMostPower ? parts_words_end(at) : at;
  if (behind == at) return std::nullopt;
  NumeralReader reader(text_, behind, options_);
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
bool NumeralReader::read_parts_of(Numeral& numeral) {
  std::size_t behind = parts_words_end(at_);
  if (behind == at_ || numeral.value.find('.') != std::string::npos) return false;
  const bool negative = class_at(behind).kind == NumeralClass::sign;
  if (negative) behind = skip_blanks(text_, behind + 1);
  NumeralReader reader(text_, behind, options_);
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
bool NumeralReader::read_slash(Numeral& numeral) {
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

std::optional<Numeral> NumeralReader::read_unsigned() {
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

namespace {

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

}  // namespace

/// -, 负, 零下 in front of a numeral.
bool NumeralReader::skip_sign() {
  if (at_ + 1 < text_.size() && text_[at_] == U'零' && text_[at_ + 1] == U'下') {
    at_ = skip_blanks(text_, at_ + 2);
    return true;
  }
  if (class_at(at_).kind != NumeralClass::sign) return false;
  const bool word = is_han(text_[at_]);
  at_ = word ? skip_blanks(text_, at_ + 1) : at_ + 1;
  return true;
}

std::optional<Numeral> NumeralReader::read() {
  const std::size_t begin = at_;
  const bool negative = options_.signs && skip_sign();
  auto numeral = read_unsigned();
  if (!numeral) return numeral;
  if (!numeral->fraction && numeral->parts_power == 0) {
    const std::size_t next = skip_blanks(text_, at_);
    const bool and_word = next < text_.size() && text_[next] == U'又';
    const bool blank = options_.wide && next > at_ && is_ascii(next) && !numeral->han;
    if (and_word || blank) {
      NumeralReader reader(text_, and_word ? skip_blanks(text_, next + 1) : next, options_);
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

std::optional<Numeral> read_numeral(std::u32string_view text, std::size_t at,
                                    NumeralOptions options) {
  return NumeralReader(text, at, options).read();
}

}  // namespace gouji
